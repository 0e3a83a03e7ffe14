"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.links.classifier import judges
from corpus.links.evidence import Reasons
from corpus.links.features import NAMES, Candidates, candidates
from corpus.links.meaning.semantic_similarity import Likeness
from corpus.links.ranking import groups_of, standing
from corpus.links.terms import sentences_of
from corpus.model import Alignment, Article, Candidate, Evidence, Facts, Link, Strength

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.3
"""Least cosine of character n-grams at which two sentences count as worded alike."""


def align(
    a: Article,
    b: Article,
    facts_a: Facts,
    facts_b: Facts,
    *,
    meaning: Likeness | None = None,
    nearest: int = 0,
) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure.

    Links are many-to-many, in the order of the sentences of `a`, then of `b`; most sentences have
    none. Every link keeps its evidence; `score` is a calibrated probability. `related` are the
    pairs that are worded alike but name other people, places or days: another occasion.
    With `meaning` the meaning model takes part, and what it weighed is among the evidence.
    With `nearest` the best partners of each sentence, so many, are told too, linked or not.
    """
    import numpy as np

    left, right = sentences_of(a), sentences_of(b)
    pairs = candidates(left, right, facts_a, facts_b, meaning=meaning)
    model = judges()
    reasons = Reasons(left, right, facts_a, facts_b)
    links: list[Link] = []
    related: list[Link] = []
    scores = model.scores(pairs)
    apart = _worded_alike_but_apart(pairs.features)
    letters = pairs.features[:, NAMES.index("letters")]
    kept = (scores >= model.link) | apart
    weighed = _meaning_evidence(pairs, scores, kept) if meaning is not None else {}
    for index in np.flatnonzero(kept).tolist():
        i, j = divmod(int(pairs.keys[index]), pairs.sizes[1])
        score, alike = float(scores[index]), float(letters[index])
        linked = score >= model.link
        strength = Strength.SAME if score >= model.same else Strength.PART
        reason = reasons.lazy(i, j, alike, score if linked else 0.0, weighed.get((i, j)))
        confidence = model.confidence(score)
        link = Link(i, j, score, strength, reason, confidence=confidence)
        (links if linked else related).append(link)
    best = _nearest(pairs, scores, nearest) if nearest > 0 else None
    return Alignment(tuple(links), tuple(related), best)


def _nearest(pairs: Candidates, scores: NDArray[np.float64], most: int) -> tuple[Candidate, ...]:
    """Return the `most` best partners of each sentence of either side, in the order of the text."""
    import numpy as np

    cells = np.divmod(pairs.keys, pairs.sizes[1])
    place, _, _ = standing(scores, groups_of(cells, pairs.sizes), sum(pairs.sizes))
    kept = np.flatnonzero((place < most).any(axis=0))
    rows = (side[kept].tolist() for side in (*cells, scores))
    return tuple(Candidate(i, j, score) for i, j, score in zip(*rows, strict=True))


def _worded_alike_but_apart(features: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which pairs are worded alike though their names or days contradict.

    "The ferry ran aground in Bodø" beside "... in Tromsø": related, not linked.
    """
    letters, names, days = (
        features[:, NAMES.index(name)] for name in ("letters", "no name shared", "no day shared")
    )
    apart: NDArray[np.bool_] = (letters >= ALIKE) & ((names < 0) | (days < 0))
    return apart


def _meaning_evidence(
    pairs: Candidates, scores: NDArray[np.float64], kept: NDArray[np.bool_]
) -> dict[tuple[int, int], Evidence]:
    """Return by kept pair how far the meaning model moved the score that words alone give."""
    words = judges().scores(replace(pairs, features=pairs.features[:, : len(NAMES)]))[kept]
    near = pairs.features[kept, len(NAMES)]
    moved = (scores[kept] - words).round(3)
    rows = zip(pairs.keys[kept].tolist(), near.tolist(), words.tolist(), moved, strict=True)
    return {
        divmod(key, pairs.sizes[1]): Evidence(
            "meaning", f"alike {alike:.2f}; by words alone {alone:.2f}", float(weight)
        )
        for key, alike, alone, weight in rows
    }
