"""The articles that can be chosen: read behind the first paint; they come and go in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from corpus.errors import CorpusError
from tui.reader.controllers.article_choice import ArticleChoice
from tui.reader.controllers.comparison import ComparisonJob
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.messages import ArticlesRead, PairRead
    from tui.reader.folder import Folder
    from tui.reader.places import Places

LOOK_SECONDS = 2.0
"""Seconds between two looks at the open folder: a file that is saved is seen at once."""


class LoaderView(ReaderView, Protocol):
    """What the loader asks of the screen."""

    def show_read(self) -> None:
        """Show the sentences of the texts that are shown already."""
        ...

    def compare(self) -> None:
        """Compare the two articles."""
        ...

    def in_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped, in place of earlier work of this name."""
        ...

    def beside_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped; no clock runs for it."""
        ...

    def in_group(self, group: str, work: Callable[[], None]) -> None:
        """Do work in a thread, in place of earlier work of this group."""
        ...

    def post_message(self, message: Message) -> bool:
        """Send a message, from any thread."""
        ...

    def set_interval(self, interval: float, callback: Callable[[], None]) -> Timer:
        """Call something again and again."""
        ...


class ArticleLoader:
    """Reads texts that are shown already; `places` says where, None for articles as such."""

    def __init__(
        self, state: ReaderState, view: LoaderView, job: ComparisonJob, choice: ArticleChoice
    ) -> None:
        self._state, self._view, self._job, self._choice = state, view, job, choice
        self.places: Places | None = None
        self.reading = False
        self._all_read = False
        self._folder: Folder | None = None

    @property
    def opened_folder(self) -> Path | None:
        """The folder that was opened, if one was."""
        return self.places.folder if self.places is not None else None

    def read(self) -> None:
        """Read the two articles in a thread."""
        self._job.stopped = False
        self._view.in_thread("read", self._read_pair)
        self._view.settle()

    def _read_pair(self) -> None:
        from tui.messages import PairRead, Unreadable  # 20 ms (corpus.model)

        assert self.places is not None
        try:
            left, right = self.places.pair()
        except CorpusError as error:
            self._view.post_message(Unreadable(error))
        else:
            self._view.post_message(PairRead(left, right))

    def receive_pair(self, message: PairRead) -> None:
        """Show the sentences of the texts that are shown already, and compare them."""
        if self._job.stopped:
            return
        self.reading = False
        self._state.take_sentences(message.left, message.right)
        self._choice.articles = (message.left, message.right)
        self._view.show_read()
        self._view.compare()

    def read_others(self) -> None:
        """Read the other articles once the first two are compared."""
        if self.places is not None and not self._all_read:
            self._all_read = True
            self._view.beside_thread("read", self._read_all)

    def _read_all(self) -> None:
        from tui.messages import ArticlesRead

        assert self.places is not None
        left, right = self._choice.articles[:2]
        try:
            articles = self.places.articles(left, right)
        except Exception:  # the folder is gone, or its files cannot be read
            return  # the two articles stay
        self._view.post_message(ArticlesRead(articles))

    def receive_articles(self, message: ArticlesRead) -> None:
        """Let all articles be chosen, and look from time to time whether the folder has changed."""
        self._choice.articles = message.articles
        if message.news:
            self._view.tell(message.news)
        elif self.opened_folder is not None and self._folder is None:
            from tui.reader.folder import Folder

            self._folder = Folder(self.opened_folder, message.articles)
            if unread := self._folder.unread():
                self._view.tell(unread)
            self._view.set_interval(LOOK_SECONDS, self.look_at_folder)

    def look_at_folder(self) -> None:
        """Notice articles that came, went or changed; done in a thread."""
        self._view.in_group("folder", self._look_at_folder)

    def _look_at_folder(self) -> None:
        from tui.messages import ArticlesRead

        change = self._folder.change() if self._folder is not None else None
        if change is not None:
            self._view.post_message(ArticlesRead(change.articles, str(change)))
