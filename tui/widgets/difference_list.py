"""The list of differences, a third column on wide screens."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from corpus.model import Comparison, Discrepancy
from tui.layout.fitting import hanging, shortened
from tui.layout.marks import GLYPHS
from tui.messages import DifferenceChosen
from tui.widgets.detail import BETWEEN, INKS, values

PAGE = 100
"""How many entries are laid out at once."""
ROOM = 38
"""Columns for a value, beside its glyph."""


class DifferenceList(OptionList, can_focus=False, inherit_bindings=False):
    """Shows one entry for each difference that the lens walks; a click says which was chosen."""

    DEFAULT_CSS = """
    DifferenceList {
        height: 1fr; border: none; border-left: solid $reader-link; padding: 0 0 0 1;
        background: $background; color: $reader-text; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
        &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
    }
    """
    EMPTY = "No differences with this lens. Change the lens to see more."

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: Sequence[Discrepancy] = ()
        self._comparison: Comparison | None = None
        self._first = 0

    def show(self, comparison: Comparison | None, discrepancies: Sequence[Discrepancy]) -> None:
        """Show these discrepancies of a comparison; of very many, a page at a time."""
        self._comparison, self._shown = comparison, discrepancies
        self._show_page(0)

    def _show_page(self, first: int) -> None:
        self._first = first
        self.clear_options()
        if self._comparison is None:
            return
        page = self._shown[first : first + PAGE]
        self.add_options([Option(_entry(self._comparison, found)) for found in page])
        if not page:
            said = Content.styled("\n".join(hanging(self.EMPTY, ROOM, "")), "$reader-dim")
            self.add_option(Option(said, disabled=True))

    def point_at(self, index: int | None) -> None:
        """Highlight one entry."""
        if index is not None and index - index % PAGE != self._first:
            self._show_page(index - index % PAGE)
        self.highlighted = None if index is None else index - self._first

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which difference was chosen."""
        event.stop()
        index = self._first + event.option_index
        if index < len(self._shown):
            self.post_message(DifferenceChosen(self._shown[index]))


def _entry(comparison: Comparison, found: Discrepancy) -> Content:
    ink = INKS[found.verdict.value]
    left, right = values(comparison, found)
    if cell_len(left) + cell_len(right) + len(BETWEEN) <= ROOM:
        value = Content.assemble(left, (BETWEEN, "$reader-dim"), right)
    else:
        value = Content(f"{shortened(left, ROOM)}\n  {shortened(right, ROOM)}")
    where = f"sentences {found.a.sentence + 1} and {found.b.sentence + 1}"
    return Content.assemble(
        (f"{GLYPHS[found.verdict]} ", f"bold {ink}"),
        value,
        (f"\n  {found.kind.value}, {where}", "$reader-dim"),
    )
