"""What the reader's controllers may ask of the screen that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from textual.screen import Screen

from corpus.article import Article
from tui.widgets.article_pane import ArticlePane

Answer = Callable[[str], object]
"""Called with what the reader has typed; may give something to be awaited."""


class JobStatus(Protocol):
    """How the comparison stands."""

    @property
    def awaited(self) -> bool:
        """Tell whether a comparison is awaited."""
        ...

    @property
    def problem(self) -> str:
        """Why the articles could not be compared; "" where they could."""
        ...

    @property
    def stopped(self) -> bool:
        """Tell whether the reader stopped it."""
        ...

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        ...


class ReaderView(Protocol):
    """The part of the screen that every controller knows."""

    @property
    def panes(self) -> tuple[ArticlePane, ArticlePane]:
        """The two texts."""
        ...

    def tell(self, message: str) -> None:
        """Say something in the status line for a few seconds."""
        ...

    def key(self, action: str) -> str:
        """Return the keys that do an action of the reader now; "" where none do."""
        ...

    def settle(self) -> None:
        """Bring all that stands beside the texts in step with the state."""
        ...

    def show_lens(self) -> None:
        """Read the notebook if it has changed, and mark what the lens shows."""
        ...

    def show_side(self, side: int) -> None:
        """Return a side the cursor."""
        ...

    def select(
        self, side: int, sentence: int, partner: int | None = None, *, bring: bool = True
    ) -> None:
        """Select a sentence and its partner; both come into view, on the same line."""
        ...

    def show_pair(self, a: Article, b: Article) -> None:
        """Show and compare two other articles, from their beginnings."""
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

    async def put_away(self) -> bool:
        """Take the line for an answer away; False when there was none."""
        ...

    def open(self, screen: Screen[Any], closed: Callable[[Any], Any]) -> None:
        """Open a screen over the reader; `closed` gets its result."""
        ...
