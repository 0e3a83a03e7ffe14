"""The reader's screen: two articles, and everything that can be done with them."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.widget import Widget

from tui.reader.articles import Arriving

if TYPE_CHECKING:
    from tui.app import ReaderApp


class ReaderScreen(Arriving):
    """All of the reader's actions on one screen."""

    SCOPE: ClassVar[str] = "reader"

    def foot(self) -> Iterable[Widget]:
        """Give the line of keys."""
        from tui.widgets.keybar import KeyBar

        app = cast("ReaderApp", self.app)
        app.painted()
        bar = KeyBar(self.SCOPE)
        bar.show(app.keymap)
        return (bar,)

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
