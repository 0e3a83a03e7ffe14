"""What the ledger's controllers may ask of the screen that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from corpus.ledger.records import Bookmark
from tui.ledger.list_widget import LedgerList
from tui.widgets.prompt import Answer

if TYPE_CHECKING:
    from tui.keys.table import Keymap


class LedgerView(Protocol):
    """The part of the screen that every controller knows."""

    @property
    def shown(self) -> LedgerList:
        """The list."""
        ...

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        ...

    @property
    def as_screen(self) -> Screen[Any]:
        """The screen over which dialogs open."""
        ...

    def at_cursor(self) -> Bookmark | None:
        """Return the bookmark at the cursor; where there is none, say so."""
        ...

    def reload(self, cursor: int | None = None) -> None:
        """Read the bookmarks anew; the cursor stays on its bookmark, or else at its place."""
        ...

    def tell(self, message: str) -> None:
        """Say something for a few seconds."""
        ...

    def key(self, action: str) -> str:
        """Return the keys that do an action of the ledger now; its name where none do."""
        ...

    async def ask(
        self,
        asked: str,
        hint: str,
        answered: Answer,
        *,
        answer: str = "",
        typed: Answer | None = None,
    ) -> None:
        """Open a line for an answer; `answered` gets it, `typed` what stands there so far."""
        ...

    def open(self, screen: Screen[Any], closed: Callable[[Any], Any]) -> None:
        """Open a screen over the ledger; `closed` gets its result."""
        ...
