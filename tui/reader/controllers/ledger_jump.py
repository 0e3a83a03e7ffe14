"""The way to the ledger and back: from a bookmark to both of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Article
from tui.reader.controllers.article_choice import ArticleChoice
from tui.reader.controllers.bookmarks import Bookmarks
from tui.reader.controllers.files import Files
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.ledger.records import Bookmark, End
    from tui.ledger.pages import Finder, Look


class LedgerJump:
    """Opens the ledger and goes where the reader points in it."""

    def __init__(
        self,
        state: ReaderState,
        view: ReaderView,
        session: NotebookSession,
        bookmarks: Bookmarks,
        choice: ArticleChoice,
        files: Files,
    ) -> None:
        self._state, self._view, self._session = state, view, session
        self._bookmarks, self._choice, self._files = bookmarks, choice, files
        self._look: Look | None = None
        self._row = 0
        self._sought: Bookmark | None = None

    def action_ledger(self, count: int = 1) -> None:
        """List the bookmarks."""
        from tui.ledger.screen import LedgerScreen  # 40 ms, not before the first paint
        from tui.ledger.state import LedgerState

        state = self._state
        ledger = LedgerState(
            self._session.notebook,
            state.pair,
            self._open_articles(),
            folder=self._files.folder,
            comparison=state.links.comparison if state.links else None,
            look=self._look,
            row=self._row,
        )

        def back(bookmark: Bookmark | None) -> None:
            self._look, self._row = ledger.look, ledger.row
            self._view.show_lens()
            if bookmark is not None:
                self.go_to_bookmark(bookmark)

        self._view.open(LedgerScreen(ledger), back)

    def _open_articles(self) -> tuple[Article, ...]:
        pair = self._state.pair
        others = (a for a in self._choice.articles if not any(a is shown for shown in pair))
        return (*pair, *others)

    # To a bookmark

    def go_to_bookmark(self, bookmark: Bookmark) -> None:
        """Show the articles of a bookmark and select its passages, as far as they are found."""
        from tui.ledger.pages import Finder  # 40 ms, not before the first paint

        try:
            finder = Finder(self._open_articles())
            left, right = (self._article_of(finder, end) for end in (bookmark.a, bookmark.b))
        except Exception as error:  # whatever one file does, the articles stay readable
            self._view.tell(str(error))
            return
        self._show_both(left, right)
        self._sought = bookmark
        self._select_ends(bookmark)

    def _article_of(self, finder: Finder, end: End | None) -> Article | None:
        """Return the open article of an end, or read the file it lies in; CorpusError if not."""
        if end is None:
            return None
        known = finder.article(end)
        if known is not None or end.article.path is None:
            return known
        from corpus.intake.places import read_article  # 50 ms, not before the first paint

        article = read_article(end.article.path)
        self._choice.articles = (*self._choice.articles, article)
        return article

    def _show_both(self, left: Article | None, right: Article | None) -> None:
        """Bring the articles on the screen that are not there yet; sides change only if needed."""
        pair = list(self._state.pair)
        wanted = [article for article in (left, right) if article is not None]
        if all(any(article is shown for shown in pair) for article in wanted):
            return
        if left is not None and right is not None:
            pair = [left, right]
        else:
            pair[self._state.side] = wanted[0]
        self._view.show_pair(pair[0], pair[1])

    def _select_ends(self, bookmark: Bookmark) -> None:
        at, state = self._bookmarks.ends_of(bookmark), self._state
        missing = len(bookmark.ends) - sum(end is not None for end in at)
        side = state.side if at[state.side] is not None else 1 - state.side
        here = at[side]
        if here is not None:
            self._view.select(side, here, at[1 - side])
        if missing:
            passages = _passages(missing, len(bookmark.ends))
            self._view.tell(f"{passages} no longer found; the ledger keeps the quote.")

    def after_lens(self) -> None:
        """Look at the difference that was asked for before the articles were compared."""
        if self._sought is not None and self._state.links is not None:
            self._state.look_at_bookmarked(self._sought)
            self._sought = None


def _passages(missing: int, ends: int) -> str:
    """Return the passages that are missing as the subject of a sentence: "One passage is"."""
    if missing == ends == 1:
        return "This passage is"
    return "One passage is" if missing == 1 else "Both passages are"
