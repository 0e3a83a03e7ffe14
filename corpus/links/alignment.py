"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.links.classifier import judges
from corpus.links.evidence import Reasons
from corpus.links.features import NAMES, Candidates, candidates
from corpus.links.semantic_similarity import Likeness
from corpus.links.terms import sentences_of
from corpus.model import Alignment, Article, Evidence, Facts, Link, Strength

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.3
"""From this likeness of letters on, two sentences are worded alike."""


def align(
    a: Article,
    b: Article,
    facts_a: Facts,
    facts_b: Facts,
    *,
    meaning: Likeness | None = None,
) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure.

    Links are many-to-many, in the order of the sentences of `a`, then of `b`; most sentences have
    none. Every link keeps its evidence; `score` is a calibrated probability. `related` are the
    pairs that are worded alike but name other people, places or days: another occasion.
    With `meaning` the meaning model is heard too, and what it weighed is among the evidence.
    """
    import numpy as np

    left, right = sentences_of(a), sentences_of(b)
    found = candidates(left, right, facts_a, facts_b, meaning=meaning)
    model = judges(meaning=meaning is not None)
    reasons = Reasons(left, right, facts_a, facts_b)
    links: list[Link] = []
    related: list[Link] = []
    scores = model.scores(found)
    apart = _worded_alike_but_apart(found.features)
    letters = found.features[:, NAMES.index("letters")]
    kept = (scores >= model.link) | apart
    heard = _heard(found, scores, kept) if meaning is not None else {}
    for place in np.flatnonzero(kept).tolist():
        i, j = divmod(int(found.keys[place]), found.sizes[1])
        score, alike = float(scores[place]), float(letters[place])
        linked = score >= model.link
        strength = Strength.SAME if score >= model.same else Strength.PART
        reason = reasons.told(i, j, alike, score if linked else 0.0, heard.get((i, j)))
        (links if linked else related).append(Link(i, j, score, strength, reason))
    return Alignment(tuple(links), tuple(related))


def _worded_alike_but_apart(features: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell the pairs whose words are alike while their names or days are not."""
    letters, names, days = (
        features[:, NAMES.index(name)] for name in ("letters", "no name shared", "no day shared")
    )
    apart: NDArray[np.bool_] = (letters >= ALIKE) & ((names < 0) | (days < 0))
    return apart


def _heard(
    found: Candidates, scores: NDArray[np.float64], kept: NDArray[np.bool_]
) -> dict[tuple[int, int], Evidence]:
    """Say what the meaning model weighed: how far it moved the score that words alone give."""
    words = judges().scores(replace(found, features=found.features[:, : len(NAMES)]))[kept]
    near = found.features[kept, len(NAMES)]
    moved = (scores[kept] - words).round(3)
    rows = zip(found.keys[kept].tolist(), near.tolist(), words.tolist(), moved, strict=True)
    return {
        divmod(key, found.sizes[1]): Evidence(
            "meaning", f"alike {alike:.2f}; by words alone {alone:.2f}", float(weight)
        )
        for key, alike, alone, weight in rows
    }
