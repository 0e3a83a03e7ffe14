"""The meaning model: asked behind what the rules found, heard when it has read both articles.

What is selected and in view stays as it is when the links are replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.content import Content
from textual.worker import get_current_worker

from corpus.errors import CorpusError
from tui.background import gc_pauses as memory
from tui.reader.marks import Marking
from tui.reader.view import LARGE

if TYPE_CHECKING:
    from typing import Any

    from corpus.links.embeddings import MeaningModel, Progress
    from corpus.model import Article, Comparison, Discrepancy, Link
    from tui.messages import Asked, Compared, Heard

MakeMeaningModel = Callable[["Path | None", "Progress"], "MeaningModel"]
"""Gives a meaning model that keeps what it reads in a notebook; CorpusError where there is none."""

GROUP = "meaning_model"
EARLY = 2.0
"""Seconds in which nobody has begun to read the pair that was selected for the beginning."""
MANY = 3000
"""Sentences from which it is asked only where the reader has chosen it: they take minutes."""


class _LeftError(Exception):
    """The articles were left, or the meaning model is not wanted any more."""


class Asking(Marking):
    """Asks the meaning model after each comparison, unless the reader has chosen not to.

    `wants_meaning_model` is that choice, None where none was made; `make_meaning_model` None where
    there is nobody to ask.
    """

    wants_meaning_model: bool | None = None
    make_meaning_model: MakeMeaningModel | None = None
    _by_words: Comparison | None = None
    _by_meaning: Comparison | None = None
    _failed = False
    _first: list[int | None] | None = None

    def compare(self) -> None:
        """Ask about the old pair no longer."""
        self._silence()
        self._by_words = self._by_meaning = self._first = None
        super().compare()

    def _silence(self) -> None:
        self.workers.cancel_group(self, GROUP)
        self.asking = ""

    def on_compared(self, message: Compared) -> None:
        """Ask the meaning model once what the rules found is shown."""
        if message.job == self._job and message.comparison is not None:
            self._by_words = message.comparison
            many = sum(len(article.sentences) for article in self.pair) > MANY
            wanted = self.wants_meaning_model if many else self.wants_meaning_model is not False
            if wanted and self.make_meaning_model is not None and not self._failed:
                self.call_after_refresh(self._ask, message.job)

    def action_meaning_model(self, count: int = 1) -> None:
        """Ask the meaning model, or leave it out."""
        if self.wants_meaning_model is not False and (self.asking or self._by_meaning is not None):
            self._leave_out()
            return
        try:
            self._made()
        except CorpusError as error:
            self.tell(error.message)
            return
        self.wants_meaning_model = True
        if self._by_meaning is not None:
            self._show_heard(self._by_meaning)
        elif self._by_words is not None:
            self._ask(self._job)
        else:
            self.tell("The meaning model is asked after the comparison.")

    def _leave_out(self) -> None:
        self.wants_meaning_model = False
        self._silence()
        if self._by_words is not None:
            self._show(self._by_words)
        self.tell("The meaning model is left out.")

    def _made(self, progress: Progress | None = None) -> MeaningModel:
        if self.make_meaning_model is None:
            from corpus.errors import MeaningModelError
            from corpus.links.embeddings import HOW_TO_INSTALL

            raise MeaningModelError(HOW_TO_INSTALL)
        return self.make_meaning_model(self.notebook_path, progress or _nothing)

    # In a thread

    def _ask(self, job: int) -> None:
        if job == self._job and self.links is not None and self._by_meaning is None:
            work = partial(self._hear, job, *self.pair)
            self.run_worker(work, thread=True, exclusive=True, group=GROUP)

    def _hear(self, job: int, a: Article, b: Article) -> None:
        from tui.messages import Asked, Heard

        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            self.post_message(Asked(job, f"meaning model {100 * done // max(1, total)} %"))

        try:
            meaning_model = self._made(progress)
        except CorpusError:
            return  # not installed, and not asked for
        self.post_message(Asked(job, "meaning model …"))
        found: Comparison | None = None
        problem = ""
        try:
            from tui.background.comparing import compare_in_thread

            found = compare_in_thread(a, b, meaning_model)
        except _LeftError:
            return
        except Exception as error:  # whatever it stumbles on, what the rules found stays
            problem = error.message if isinstance(error, CorpusError) else f"it failed: {error!r}"
        if not worker.is_cancelled:
            self.post_message(Heard(job, found, problem))

    # What it said

    def on_asked(self, message: Asked) -> None:
        """Show how far the meaning model has read."""
        if message.job == self._job and self._by_meaning is None and self._awaited():
            self.asking = message.told
            if self.beside is not None:
                self.beside.show_status(self)

    def _awaited(self) -> bool:
        return any(w.group == GROUP and not w.is_cancelled for w in self.workers)

    def on_heard(self, message: Heard) -> None:
        """Show the links on which the meaning model was heard."""
        if message.job != self._job or self.wants_meaning_model is False:
            return
        self.asking = ""
        self._failed = message.comparison is None
        if message.comparison is None:
            self.tell(f"The meaning model was not heard: {message.problem}")
        elif self.links is not None:
            self._by_meaning = message.comparison
            self._show_heard(message.comparison)

    def _show_heard(self, comparison: Comparison) -> None:
        before = self._pairs()
        self._show(comparison)
        after = self._pairs()
        early = monotonic() - self.began < EARLY
        if early and self.at == self._first and self.link is None and self.stops:
            self.preselect()
        self.tell(_told(len(after - before), len(before - after)))

    def preselect(self) -> None:
        """Select the first difference, and know that it was not the reader who chose it."""
        super().preselect()
        self._first = [*self.at]

    def _pairs(self) -> set[tuple[int, int]]:
        return {(link.a, link.b) for link in self.links.links} if self.links else set()

    def _show(self, comparison: Comparison) -> None:
        """Put other links under the same selection; nothing scrolls."""
        from tui.layout.lenses import Links

        if len(comparison.links) > LARGE:
            memory.leave_alone()
        stop = None if self.stop is None else self.stops[self.stop]
        self.links, self._track, self.stop = Links(comparison), None, None
        self.show_lens()
        self.stop = self._again(stop)
        if self.list is not None:
            self.list.point_at(self.stop)
        self.settle()

    def _again(self, stop: Discrepancy | None) -> int | None:
        """Find a difference among the new ones; it may be counted with others than before."""
        if stop is not None:
            for index, other in enumerate(self.stops):
                if (other.kind, other.a, other.b) == (stop.kind, stop.a, stop.b):
                    return index
        return self._stop_here()

    def noted(self) -> Content | None:
        """Say also where the meaning model took the selected pair apart."""
        said = super().noted()
        if self.wants_meaning_model is False or self.link is not None:
            return said
        link = _between(self._by_words, *self.at)
        if self._by_meaning is None or link is None or _between(self._by_meaning, *self.at):
            return said
        line = Content.styled(
            f"Linked by words alone (score {link.score:.2f}); the meaning model is against it.",
            "$reader-dim",
        )
        return line if said is None else Content("\n").join([said, line])

    def show_pair(self, *articles: Any) -> None:
        """Show two other articles; the meaning model reads the old ones no longer."""
        self._silence()
        super().show_pair(*articles)


def _between(comparison: Comparison | None, a: int | None, b: int | None) -> Link | None:
    links = comparison.links if comparison else ()
    return next((link for link in links if (link.a, link.b) == (a, b)), None)


def _nothing(done: int, total: int) -> None:
    """Tell nobody."""


def _told(more: int, fewer: int) -> str:
    if not more and not fewer:
        return "The meaning model was heard: the same pairs."
    return f"The meaning model was heard: linked pairs, {more} more and {fewer} fewer."
