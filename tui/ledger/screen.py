"""The ledger: all bookmarks of these two articles, of this folder, or of the whole notebook."""

from __future__ import annotations

from typing import ClassVar

from tui.ledger.changes import Changing


class LedgerScreen(Changing):
    """Gives the bookmark to go to, None where the reader only went back."""

    SCOPE: ClassVar[str] = "ledger"

    def action_open(self, count: int = 1) -> None:
        """Go to both ends of the bookmark at the cursor."""
        bookmark = self.at_cursor()
        if bookmark is not None:
            self.leave(bookmark)

    async def action_close(self, count: int = 1) -> None:
        """Put the question away, or go back to the articles."""
        if not await self.put_away():
            self.leave(None)

    def action_next(self, count: int = 1) -> None:
        """Go down in the list."""
        self.step(count)

    def action_previous(self, count: int = 1) -> None:
        """Go up in the list."""
        self.step(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go down a page."""
        self.step(count * self.shown.page_size)

    def action_page_up(self, count: int = 1) -> None:
        """Go up a page."""
        self.step(-count * self.shown.page_size)

    def action_first(self, count: int = 1) -> None:
        """Go to the first bookmark, or with a count to that one."""
        self.shown.point_at(count - 1)

    def action_last(self, count: int = 1) -> None:
        """Go to the last bookmark."""
        self.shown.point_at(len(self.shown.pages) - 1)
