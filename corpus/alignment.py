"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.evidence import Reasons
from corpus.features import NAMES, candidates
from corpus.model import Alignment, Article, Facts, Link, Strength
from corpus.terms import sentences_of
from corpus.weighing import judges

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.3
"""From this likeness of letters on, two sentences are worded alike."""


def align(a: Article, b: Article, facts_a: Facts, facts_b: Facts) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure.

    Links are many-to-many, in the order of the sentences of `a`, then of `b`; most sentences have
    none. Every link keeps its evidence; `score` is a calibrated probability. `related` are the
    pairs that are worded alike but name other people, places or days: another occasion.
    """
    import numpy as np

    left, right = sentences_of(a), sentences_of(b)
    found = candidates(left, right, facts_a, facts_b)
    model = judges()
    reasons = Reasons(left, right, facts_a, facts_b)
    links: list[Link] = []
    related: list[Link] = []
    scores = model.scores(found)
    apart = _worded_alike_but_apart(found.features)
    letters = found.features[:, NAMES.index("letters")]
    for place in np.flatnonzero((scores >= model.link) | apart).tolist():
        i, j = divmod(int(found.keys[place]), found.sizes[1])
        score, alike = float(scores[place]), float(letters[place])
        linked = score >= model.link
        strength = Strength.SAME if score >= model.same else Strength.PART
        reason = reasons.told(i, j, alike, score if linked else 0.0)
        (links if linked else related).append(Link(i, j, score, strength, reason))
    return Alignment(tuple(links), tuple(related))


def _worded_alike_but_apart(features: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell the pairs whose words are alike while their names or days are not."""
    letters, names, days = (
        features[:, NAMES.index(name)] for name in ("letters", "no name shared", "no day shared")
    )
    apart: NDArray[np.bool_] = (letters >= ALIKE) & ((names < 0) | (days < 0))
    return apart
