"""Where the articles of a reader are, and reading them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.model import Article


@dataclass(frozen=True)
class Places:
    """Where the articles are: two files, and the folder whose others can be chosen too, if any.

    `known` are the folder's articles where they had to be read to choose two of them. `pair` and
    `articles` read them; CorpusError, with what to do, where they cannot be read.
    """

    left: Path
    right: Path
    folder: Path | None = None
    known: tuple[Article, ...] = ()

    def preview(self) -> tuple[Article, Article]:
        """Return both texts, by paragraphs, without knowing their language."""
        if self.known:
            return self.pair()
        return _preview(self.left), _preview(self.right)

    def pair(self) -> tuple[Article, Article]:
        """Return the two articles, read."""
        by_path = {article.path: article for article in self.known}
        if self.known:
            return by_path[str(self.left)], by_path[str(self.right)]
        from corpus.intake.places import read_article

        return read_article(self.left), read_article(self.right)

    def articles(self, left: Article, right: Article) -> tuple[Article, ...]:
        """Return all articles that can be chosen, these two as they are among them."""
        if self.folder is None:
            return (left, right)
        if self.known:
            return self.known
        from corpus.library import Library
        from tui.background.jobs import progress_by_turns

        known = {left.path: left, right.path: right}
        return tuple(
            known.get(a.path, a) for a in Library.open(self.folder, progress_by_turns).articles
        )


def _preview(path: Path) -> Article:
    """Return what can be shown at once: the paragraphs of a plain text, another form read whole."""
    from corpus.text.preview import is_plain, preview

    if is_plain(path):
        return preview(path)
    from corpus.intake.places import read_article  # a page or a PDF has no text to paint before

    return read_article(path)
