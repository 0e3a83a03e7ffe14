"""The comparison of the pair, in a thread: how it stands, how to stop it, and its result."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.worker import get_current_worker

from corpus.article import Article
from tui.background import gc_pauses as memory
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.model import Comparison
    from tui.messages import Compared

LARGE = 500
"""Links from which a comparison is frozen out of the garbage collector: a search costs a frame."""


class ComparisonView(ReaderView, Protocol):
    """What the comparison asks of the screen."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        """Return what the two articles have in common; called in a thread."""
        ...

    def in_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped, in place of earlier work of this name."""
        ...

    def post_message(self, message: Message) -> bool:
        """Send a message, from any thread."""
        ...


class ComparisonJob:
    """Compares the two articles; the result of an earlier job is dropped.

    `began` is when the job, or reading before it, began, in seconds of the monotonic clock.
    """

    def __init__(self, state: ReaderState, view: ComparisonView) -> None:
        self._state, self._view = state, view
        self.number = 0
        self.problem = ""
        self.stopped = False
        self.began = 0.0

    @property
    def awaited(self) -> bool:
        """Tell whether a comparison is awaited."""
        return self._state.links is None and not self.problem and not self.stopped

    def start(self) -> None:
        """Compare the two articles anew."""
        self.number += 1
        self.problem, self.stopped = "", False
        self._state.forget_comparison()
        work = partial(self._work, self.number, *self._state.pair)
        self._view.in_thread("compare", work)
        self._view.settle()

    def stop(self) -> None:
        """Expect no result any more."""
        self.number += 1
        self.stopped = True

    def clock(self) -> None:
        """Begin to count the seconds."""
        self.began = monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the job began."""
        return monotonic() - self.began

    def _work(self, number: int, a: Article, b: Article) -> None:
        worker = get_current_worker()
        result: Comparison | None = None
        problem = ""
        try:
            result = self._view.compare_articles(a, b)
        except Exception as error:  # whatever a rule stumbles on, the articles stay readable
            problem = f"{type(error).__name__}: {error}"
        if not worker.is_cancelled:
            from tui.messages import Compared  # 20 ms (corpus.model), not before the first paint

            self._view.post_message(Compared(number, result, problem))

    def receive(self, message: Compared) -> bool:
        """Take a result; return False where it is of an earlier job."""
        if message.job != self.number:
            return False
        self.problem = message.problem
        self._state.replace_links(message.comparison)
        links = self._state.links
        if links is not None and len(links.links) > LARGE:
            memory.leave_alone()
        return True
