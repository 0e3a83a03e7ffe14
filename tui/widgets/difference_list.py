"""The list of differences, a third column on wide screens."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from corpus.model import Comparison, Discrepancy
from tui.marks import GLYPHS, KIND_GLYPHS
from tui.messages import DifferenceChosen
from tui.widgets.detail import INKS, values


class DifferenceList(OptionList, can_focus=False, inherit_bindings=False):
    """Shows one entry for each difference that the lens walks; a click says which was chosen."""

    DEFAULT_CSS = """
    DifferenceList {
        height: 1fr; border: none; border-left: solid $reader-link; padding: 0 1;
        background: $background; color: $reader-text; scrollbar-size-vertical: 1;
        &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
    }
    """
    EMPTY = "No differences with this lens. Change the lens to see more."

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: Sequence[Discrepancy] = ()

    def show(self, comparison: Comparison | None, discrepancies: Sequence[Discrepancy]) -> None:
        """Show these discrepancies of a comparison."""
        self._shown = discrepancies
        self.clear_options()
        if comparison is not None:
            self.add_options([Option(_entry(comparison, found)) for found in discrepancies])
            if not discrepancies:
                self.add_option(Option(Content.styled(self.EMPTY, "$reader-dim"), disabled=True))

    def point_at(self, index: int | None) -> None:
        """Highlight one entry."""
        self.highlighted = index

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which difference was chosen."""
        event.stop()
        if event.option_index < len(self._shown):
            self.post_message(DifferenceChosen(self._shown[event.option_index]))


def _entry(comparison: Comparison, found: Discrepancy) -> Content:
    ink = INKS[found.verdict.value]
    return Content.assemble(
        (f"{GLYPHS[found.verdict]} {KIND_GLYPHS[found.kind]} ", f"bold {ink}"),
        (values(comparison, found), ink),
        "\n",
        (f"    {found.kind.value}, sentences {found.a.sentence + 1} and {found.b.sentence + 1}",
         "$reader-dim"),
    )  # fmt: skip
