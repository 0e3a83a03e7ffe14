"""A comparison made in a thread of the reader: it ends when its job is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.background.gc_pauses import paused
from tui.background.jobs import progress

if TYPE_CHECKING:
    from corpus.links.meaning.embeddings import MeaningModel
    from corpus.model import Article, Comparison


def compare_in_thread(a: Article, b: Article, meaning: MeaningModel | None = None) -> Comparison:
    """Return the comparison of two articles; StoppedError once the job of this thread is stopped.

    No search for garbage is made meanwhile: there is none, and with 5,000 sentences a side the
    searches are a fifth of the time.
    """
    from corpus.comparison import compare  # 0.2 s of numpy, after the first paint

    with paused():
        return compare(a, b, meaning=meaning, progress=progress)
