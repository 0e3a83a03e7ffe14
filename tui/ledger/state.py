"""What the ledger shows and where its cursor is. Plain: no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.model import Article, Comparison
from tui.ledger.pages import Finder, Look, NotebookPages

if TYPE_CHECKING:
    from corpus.ledger.notebook import Notebook


class LedgerState:
    """The notebook and what is asked of it.

    `pair` are the articles on the reader's screen, `articles` the open ones, `folder` the one that
    holds them, if any; `row` is the place of the cursor.
    """

    def __init__(
        self,
        notebook: Notebook,
        pair: Sequence[Article],
        articles: Sequence[Article],
        *,
        folder: Path | None = None,
        comparison: Comparison | None = None,
        look: Look | None = None,
        row: int = 0,
    ) -> None:
        self.notebook, self.pair, self.folder = notebook, tuple(pair), folder
        self.comparison = comparison
        self.finder = Finder(articles)
        self.look = look or Look()
        self.row = row
        self.token = (0, 0)

    def pages(self) -> NotebookPages:
        """Return the bookmarks that are asked for; CorpusError where they cannot be read."""
        return NotebookPages(self.notebook, self.look, self.finder, self.pair, self.folder)

    @property
    def of_pair(self) -> bool:
        """Tell whether only the bookmarks of the pair are shown."""
        return self.look.whose == "pair"
