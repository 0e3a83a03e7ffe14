"""The meaning model: asked after the rules; its links take the place of theirs when they are there.

What is selected and in view stays as it is when the links are replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from corpus.errors import CorpusError
from tui.background import gc_pauses as memory
from tui.reader.controllers.comparison import LARGE, ComparisonJob
from tui.reader.state import ReaderState, Selection
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.links.meaning.embeddings import MeaningModel, Progress
    from corpus.model import Article, Comparison, Link
    from tui.messages import Compared, MeaningCompared, MeaningProgress

MakeMeaningModel = Callable[["Path | None", "Progress"], "MeaningModel"]
"""Makes a meaning model that keeps vectors in a notebook; CorpusError where there is none."""

GROUP = "meaning_model"
EARLY = 2.0
"""Seconds in which nobody has begun to read the pair that was selected for the beginning."""
MANY = 3000
"""Sentences from which it is asked only where the reader has chosen it: they take minutes."""


class _LeftError(Exception):
    """The articles were left, or the meaning model is not wanted any more."""


class MeaningView(ReaderView, Protocol):
    """What the meaning model asks of the screen."""

    def show_status(self) -> None:
        """Show the status line anew."""
        ...

    def forget_track(self) -> None:
        """Find anew which rows scroll together: links or rows are others."""
        ...

    def preselect(self) -> None:
        """Select the first difference."""
        ...

    def in_group(self, group: str, work: Callable[[], None]) -> None:
        """Do work in a thread, in place of earlier work of this group."""
        ...

    def cancel_group(self, group: str) -> None:
        """Cancel the threads of a group."""
        ...

    def group_runs(self, group: str) -> bool:
        """Tell whether a thread of this group is awaited."""
        ...

    def post_message(self, message: Message) -> bool:
        """Send a message, from any thread."""
        ...

    def after_refresh(self, work: Callable[[], None]) -> None:
        """Do something once the screen is drawn."""
        ...


class MeaningModelJob:
    """Asks the meaning model after each comparison, unless the reader has chosen not to.

    `wanted` is that choice, None where none was made; `make` is None where there is no model;
    `notebook` is the file for its vectors.
    """

    def __init__(self, state: ReaderState, view: MeaningView, job: ComparisonJob) -> None:
        self._state, self._view, self._job = state, view, job
        self.wanted: bool | None = None
        self.make: MakeMeaningModel | None = None
        self.notebook: Path | None = None
        self.progress = ""
        self._by_words: Comparison | None = None
        self._by_meaning: Comparison | None = None
        self._failed = False
        self._first: Selection | None = None

    def forget(self) -> None:
        """Ask about the old pair no longer."""
        self.silence()
        self._by_words = self._by_meaning = self._first = None

    def silence(self) -> None:
        """Wait no longer for what it reads."""
        self._view.cancel_group(GROUP)
        self.progress = ""

    def after(self, message: Compared) -> None:
        """Ask the meaning model once what the rules found is shown."""
        if message.comparison is None:
            return
        self._by_words = message.comparison
        many = sum(len(article.sentences) for article in self._state.pair) > MANY
        wanted = self.wanted if many else self.wanted is not False
        if wanted and self.make is not None and not self._failed:
            self._view.after_refresh(partial(self._ask, message.job))

    def action_meaning_model(self, count: int = 1) -> None:
        """Ask the meaning model, or leave it out."""
        if self.wanted is not False and (self.progress or self._by_meaning is not None):
            self._leave_out()
            return
        try:
            self._made()
        except CorpusError as error:
            self._view.tell(error.message)
            return
        self.wanted = True
        if self._by_meaning is not None:
            self._show_meaning(self._by_meaning)
        elif self._by_words is not None:
            self._ask(self._job.number)
        else:
            self._view.tell("The meaning model is asked after the comparison.")

    def _leave_out(self) -> None:
        self.wanted = False
        self.silence()
        if self._by_words is not None:
            self._show(self._by_words)
        self._view.tell("The meaning model is left out.")

    def _made(self, progress: Progress | None = None) -> MeaningModel:
        if self.make is None:
            from corpus.errors import MeaningModelError
            from corpus.links.meaning.embeddings import HOW_TO_INSTALL  # 60 ms (numpy)

            raise MeaningModelError(HOW_TO_INSTALL)
        return self.make(self.notebook, progress or _no_progress)

    # In a thread

    def _ask(self, job: int) -> None:
        if job == self._job.number and self._state.links is not None and self._by_meaning is None:
            self._view.in_group(GROUP, partial(self._work, job, *self._state.pair))

    def _work(self, job: int, a: Article, b: Article) -> None:
        from tui.messages import MeaningCompared, MeaningProgress  # corpus.model, as above

        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            percent = f"meaning model {100 * done // max(1, total)} %"
            self._view.post_message(MeaningProgress(job, percent))

        try:
            meaning_model = self._made(progress)
        except CorpusError:
            return  # not installed, and not asked for
        self._view.post_message(MeaningProgress(job, "meaning model …"))
        comparison: Comparison | None = None
        problem = ""
        try:
            from tui.background.comparing import compare_in_thread  # 0.2 s, after the first paint

            comparison = compare_in_thread(a, b, meaning_model)
        except _LeftError:
            return
        except Exception as error:  # whatever it stumbles on, what the rules found stays
            problem = error.message if isinstance(error, CorpusError) else f"it failed: {error!r}"
        if not worker.is_cancelled:
            self._view.post_message(MeaningCompared(job, comparison, problem))

    # What it said

    def show_progress(self, message: MeaningProgress) -> None:
        """Show how far the meaning model has read."""
        awaited = self._by_meaning is None and self._view.group_runs(GROUP)
        if message.job == self._job.number and awaited:
            self.progress = message.progress
            self._view.show_status()

    def receive(self, message: MeaningCompared) -> None:
        """Show the links on which the meaning model was asked."""
        if message.job != self._job.number or self.wanted is False:
            return
        self.progress = ""
        self._failed = message.comparison is None
        if message.comparison is None:
            self._view.tell(f"The meaning model was not heard: {message.problem}")
        elif self._state.links is not None:
            self._by_meaning = message.comparison
            self._show_meaning(message.comparison)

    def _show_meaning(self, comparison: Comparison) -> None:
        state, before = self._state, self._pairs()
        self._show(comparison)
        after = self._pairs()
        early = self._job.seconds < EARLY
        if early and state.at == self._first and state.link is None and state.stops:
            self._view.preselect()
        self._view.tell(_summary(len(after - before), len(before - after)))

    def preselected(self) -> None:
        """Know that it was not the reader who chose what is selected."""
        self._first = self._state.at

    def _pairs(self) -> set[tuple[int, int]]:
        links = self._state.links
        return {(link.a, link.b) for link in links.links} if links else set()

    def _show(self, comparison: Comparison) -> None:
        """Put other links under the same selection; nothing scrolls."""
        if len(comparison.links) > LARGE:
            memory.leave_alone()
        self._state.replace_links(comparison)
        self._view.forget_track()
        self._view.show_lens()

    def note(self) -> Content | None:
        """Return where the meaning model took the selected pair apart; None where it did not."""
        state = self._state
        if self.wanted is False or state.link is not None or self._by_meaning is None:
            return None
        link = _between(self._by_words, state.at)
        if link is None or _between(self._by_meaning, state.at):
            return None
        return Content.styled(
            f"Linked by words alone ({link.confidence.value}); the meaning model is against it.",
            "$reader-dim",
        )


def _between(comparison: Comparison | None, at: Selection) -> Link | None:
    links = comparison.links if comparison else ()
    return next((link for link in links if (link.a, link.b) == at), None)


def _no_progress(done: int, total: int) -> None:
    """Show nobody how far it is."""


def _summary(more: int, fewer: int) -> str:
    if not more and not fewer:
        return "The meaning model was heard: the same pairs."
    return f"The meaning model was heard: linked pairs, {more} more and {fewer} fewer."
