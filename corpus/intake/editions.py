"""Two versions of one article: whether they are that, and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from corpus.article import SentenceKind
from corpus.model import Article

SHARED = 0.5
"""Minimum share of the shorter article's sentences that stand word for word in the other edition:
two reports of one event share quotations, but not half of their text."""
CHANGED = 70.0
"""Minimum rapidfuzz `ratio` (0 to 100) at which a sentence is a changed one and not a new one."""


@dataclass(frozen=True, slots=True)
class Editions:
    """How two editions of one article differ, in sentences of the second one and the first one."""

    same: int
    changed: tuple[tuple[int, int], ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]

    def __str__(self) -> str:
        """Say it in one line."""
        parts = ((len(self.changed), "changed"), (len(self.new), "new"), (len(self.gone), "gone"))
        told = ", ".join(f"{n} {what}" for n, what in parts if n) or "nothing changed"
        return f"Two editions of one article: {told}, {self.same} as they were."


def editions(a: Article, b: Article) -> Editions | None:
    """Return how two articles differ as editions of one; None where they are two articles."""
    left, right = _sentences(a), _sentences(b)
    if not left or not right:
        return None
    shared = set(left) & set(right)
    if len(shared) < SHARED * min(len(left), len(right)):
        return None
    gone = {text: index for text, index in left.items() if text not in shared}
    new = {text: index for text, index in right.items() if text not in shared}
    changed = []
    for text, index in list(new.items()):
        best = process.extractOne(text, list(gone), scorer=fuzz.ratio, score_cutoff=CHANGED)
        if best:
            changed.append((gone.pop(best[0]), index))
            del new[text]
    return Editions(len(shared), tuple(changed), tuple(new.values()), tuple(gone.values()))


def _sentences(article: Article) -> dict[str, int]:
    """Return the index of each sentence of the story by its words."""
    return {
        " ".join(article.sentence_text(index).split()): index
        for index, sentence in enumerate(article.sentences)
        if sentence.kind is not SentenceKind.FURNITURE
    }
