"""The articles that can be chosen: read behind the first paint; they come and go in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from corpus.errors import CorpusError
from tui.reader.semantic import Asking

if TYPE_CHECKING:
    from tui.app import ReaderApp
    from tui.messages import ArticlesRead, Compared, PairRead, Unreadable
    from tui.reader.folder import Folder
    from tui.reader.places import Places


LOOK_SECONDS = 2.0
"""How often the open folder is looked at."""


class Arriving(Asking):
    """Shows texts before they are read; `places` says where they lie, None for articles as such."""

    places: Places | None = None
    _all_read = False
    _folder: Folder | None = None

    def begin(self) -> None:
        """Read the two articles in a thread, then compare them."""
        self.reading = self.places is not None
        self.compare()

    def compare(self) -> None:
        """Compare the articles; read them first if that was stopped before."""
        if self.reading:
            self.stopped = False
            self.in_thread("read", self._read_pair)
            self.settle()
        else:
            super().compare()

    def _read_pair(self) -> None:
        from tui.messages import PairRead, Unreadable

        assert self.places is not None
        try:
            left, right = self.places.pair()
        except CorpusError as error:
            self.post_message(Unreadable(error))
        else:
            self.post_message(PairRead(left, right))

    def on_unreadable(self, message: Unreadable) -> None:
        """Leave: there is nothing to compare, and the command line says why."""
        app = cast("ReaderApp", self.app)
        app.failure = message.error
        app.exit(return_code=2)

    def on_pair_read(self, message: PairRead) -> None:
        """Show the sentences of the texts that are shown already, and compare them."""
        if self.stopped:
            return
        self.reading = False
        for pane, article in zip(self.panes, (message.left, message.right), strict=True):
            pane.show_read(article)
        self.pair = [message.left, message.right]
        self.articles = (message.left, message.right)
        self.at = [None, None]
        self.search_again()
        self.show_titles()
        self.compare()

    def on_compared(self, message: Compared) -> None:
        """Read the other articles once the first two are compared."""
        if self.places is not None and not self._all_read:
            self._all_read = True
            work = self.jobs.new("read", self._read_all)
            self.run_worker(work, thread=True, group="read")

    def _read_all(self) -> None:
        from tui.messages import ArticlesRead

        assert self.places is not None
        try:
            articles = self.places.articles(self.articles[0], self.articles[1])
        except CorpusError:
            return  # the folder is gone; the two articles stay
        self.post_message(ArticlesRead(articles))

    def on_articles_read(self, message: ArticlesRead) -> None:
        """Let all articles be chosen, and look from time to time whether the folder has changed."""
        self.articles = message.articles
        if message.told:
            self.tell(message.told)
        elif self.places is not None and self.places.folder is not None and self._folder is None:
            from tui.reader.folder import Folder

            self._folder = Folder(self.places.folder, message.articles)
            if unread := self._folder.unread():
                self.tell(unread)
            self.set_interval(LOOK_SECONDS, self.look_at_folder)

    def look_at_folder(self) -> None:
        """Notice articles that came, went or changed; done in a thread."""
        self.run_worker(self._look_at_folder, thread=True, exclusive=True, group="folder")

    def _look_at_folder(self) -> None:
        from tui.messages import ArticlesRead

        change = self._folder.change() if self._folder is not None else None
        if change is not None:
            self.post_message(ArticlesRead(change.articles, str(change)))
