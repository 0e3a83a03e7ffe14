"""The list of differences as a sheet over the texts, for screens without a third column."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from corpus.model import Discrepancy
from tui.dialogs.dialog import Dialog
from tui.keys.table import Keymap
from tui.messages import DifferenceChosen, FoldedChosen
from tui.widgets.difference_list import DifferenceList, Listing
from tui.widgets.keybar import KeyBar

FRAME = 5
"""Columns of the border, its padding and the scrollbar."""
FOLDED = "folded"
"""The result where the line of the folded differences was chosen."""


class SheetList(DifferenceList, can_focus=False, inherit_bindings=False):
    """The list without the line that parts it from the texts."""

    DEFAULT_CSS = "SheetList { border: none; padding: 0; background: $surface; height: auto; }"


class DifferencesScreen(Dialog[Discrepancy | str | None]):
    """Returns the difference to go to, FOLDED for those that are one line, None for neither."""

    SCOPE: ClassVar[str] = "picker"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    DifferencesScreen {
        align: center bottom; background: $background 30%; layers: default pending;
        #box {
            width: 100%; max-width: 110; height: auto; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
            border-subtitle-color: $reader-dim;
        }
        KeyBar { background: $surface; padding: 0; }
    }
    """

    def __init__(
        self, listing: Listing, current: Discrepancy | None, lens: str, keymap: Keymap
    ) -> None:
        super().__init__()
        self._listing, self._current = listing, current
        self._lens, self._keymap = lens, keymap

    def compose(self) -> ComposeResult:
        """Show the list in a box at the foot that is as high as it needs to be."""
        with Vertical(id="box") as box:
            total = len(self._listing.differences)
            box.border_title = Content(f"{total - self._listing.unseen} of {total} seen")
            box.border_subtitle = Content(self._lens)
            yield SheetList(id="sheet")
            yield KeyBar(self.SCOPE)

    def on_mount(self) -> None:
        """Begin at the difference that is looked at."""
        self.query_one(KeyBar).show(self._keymap)
        self.on_resize()
        shown = self.query_one(SheetList)
        shown.show(self._listing)
        shown.point_at(self._current)
        if self._current is None:
            shown.step(1)

    def on_resize(self) -> None:
        """Fit the entries to the width; leave room for the frame, the keys and a line of text."""
        shown = self.query_one(SheetList)
        shown.fit(max(20, min(110, self.app.size.width) - FRAME))
        shown.styles.max_height = max(2, self.app.size.height - 4)

    def on_difference_chosen(self, message: DifferenceChosen) -> None:
        """Take the difference that was pointed at."""
        message.stop()
        self.dismiss(message.discrepancy)

    def on_folded_chosen(self, message: FoldedChosen) -> None:
        """Take those that are one line."""
        message.stop()
        self.dismiss(FOLDED)

    def action_choose(self, count: int = 1) -> None:
        """Take the difference at the cursor."""
        shown = self.query_one(SheetList)
        at = shown.highlighted
        listed = self._listing.differences or self._listing.folded
        if at is None or not listed:
            self.dismiss(None)
        else:
            self.dismiss(shown.chosen(at) or FOLDED)

    def action_close(self, count: int = 1) -> None:
        """Go back; nothing is gone to."""
        self.dismiss(None)

    def action_next(self, count: int = 1) -> None:
        """Go down in the list."""
        self.query_one(SheetList).step(count)

    def action_previous(self, count: int = 1) -> None:
        """Go up in the list."""
        self.query_one(SheetList).step(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go down a page."""
        shown = self.query_one(SheetList)
        at, page = shown.highlighted or 0, max(1, shown.size.height // 2 - 1)
        last = len(self._listing.differences) + bool(self._listing.folded) - 1
        if last >= 0:
            shown.go_to(max(0, min(last, at + count * page)))

    def action_page_up(self, count: int = 1) -> None:
        """Go up a page."""
        self.action_page_down(-count)
