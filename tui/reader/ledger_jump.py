"""The way to the ledger and back: from a bookmark to both of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.errors import CorpusError
from tui.reader.files import Exchanging

if TYPE_CHECKING:
    from corpus.ledger.records import Bookmark, End
    from tui.ledger.pages import Finder, Look

SIDES = ("left", "right")


class Ledgering(Exchanging):
    """Opens the ledger and goes where the reader points in it."""

    _look: Look | None = None
    _row = 0
    _sought: Bookmark | None = None

    def action_ledger(self, count: int = 1) -> None:
        """List the bookmarks."""
        from tui.ledger.screen import LedgerScreen

        screen = LedgerScreen(
            self.notebook,
            self.pair,
            self._open_articles(),
            folder=self.folder,
            comparison=self.links.comparison if self.links else None,
            look=self._look,
            row=self._row,
        )

        def back(bookmark: Bookmark | None) -> None:
            self._look, self._row = screen.look, screen.row
            self.take_up()
            if bookmark is not None:
                self.go_to_bookmark(bookmark)

        self.app.push_screen(screen, back)

    def _open_articles(self) -> tuple[Article, ...]:
        others = (a for a in self.articles if not any(a is shown for shown in self.pair))
        return (*self.pair, *others)

    # To a bookmark

    def go_to_bookmark(self, bookmark: Bookmark) -> None:
        """Show the articles of a bookmark and select its passages, as far as they are found."""
        from tui.ledger.pages import Finder

        try:
            finder = Finder(self._open_articles())
            left, right = (self._article_of(finder, end) for end in (bookmark.a, bookmark.b))
        except CorpusError as error:
            self.tell(str(error))
            return
        self._show_both(left, right)
        self._sought = bookmark
        self._select_ends(bookmark)

    def _article_of(self, finder: Finder, end: End | None) -> Article | None:
        """Give the open article of an end, or read the file it lies in; CorpusError if it fails."""
        if end is None:
            return None
        known = finder.article(end)
        if known is not None or end.article.path is None:
            return known
        from corpus.intake.places import read_article

        article = read_article(end.article.path)
        self.articles = (*self.articles, article)
        return article

    def _show_both(self, left: Article | None, right: Article | None) -> None:
        """Bring the articles on the screen that are not there yet; sides change only if needed."""
        wanted = [article for article in (left, right) if article is not None]
        if all(any(article is shown for shown in self.pair) for article in wanted):
            return
        pair = list(self.pair)
        if left is not None and right is not None:
            pair = [left, right]
        else:
            pair[self.side if left is None or right is None else 0] = wanted[0]
        self.show_pair(pair[0], pair[1])

    def _select_ends(self, bookmark: Bookmark) -> None:
        at = self.ends_of(bookmark)
        missing = len(bookmark.ends) - sum(end is not None for end in at)
        side = self.side if at[self.side] is not None else 1 - self.side
        here = at[side]
        if here is not None:
            self.select(side, here, at[1 - side])
        if missing:
            what = (
                "This passage is"
                if missing == len(bookmark.ends) == 1
                else ("One passage is" if missing == 1 else "Both passages are")
            )
            self.tell(f"{what} no longer found; the ledger keeps the quote.")

    def show_lens(self) -> None:
        """Point at the difference that was asked for before the articles were compared."""
        super().show_lens()
        sought, self._sought = self._sought, None if self.links else self._sought
        if sought is not None and self.links is not None:
            self.stop = self._stop_of(sought)
            if self.list is not None:
                self.list.point_at(self.stop)
            self.settle()

    def _stop_of(self, bookmark: Bookmark) -> int | None:
        for index, stop in enumerate(self.stops):
            if self.judged.get(stop) == bookmark:
                return index
        return self._stop_here()
