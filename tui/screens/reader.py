"""The reader's screen: two articles, and everything that can be done with them."""

from __future__ import annotations

from inspect import isawaitable
from typing import ClassVar

from textual.app import ComposeResult

from tui.screens.reader_articles import Arriving
from tui.widgets.keybar import KeyBar


class ReaderScreen(Arriving):
    """All of the reader's actions on one screen."""

    SCOPE: ClassVar[str] = "reader"

    def compose(self) -> ComposeResult:
        """Lay out the reader, with the keys at its foot."""
        yield from super().compose()
        yield KeyBar(self.SCOPE)

    async def perform(self, name: str, count: int = 1) -> bool:
        """Do the action `name` of the reader ("next_difference"); False if there is none.

        `name` may carry its scope ("reader.next_difference"), as the table of actions has it.
        """
        action = getattr(self, f"action_{name.rpartition('.')[2]}", None)
        if action is None:
            return False
        result = action(count)
        if isawaitable(result):
            await result
        return True
