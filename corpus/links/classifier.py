"""The decision: what the features of a pair of sentences tell together, as a probability.

Two small forests (trees.py), fitted on annotated news and public sets by
`python -m tests.fit.fit_links --write`, which also says how well they do on pairs they were not
fitted on. The first looks at each pair alone, the second at its score and its context
(context_features.py). Where the meaning model was asked, its cosines move the score by a logistic
regression (`--meaning --write`). weights.json holds the trees, meaning.json that regression.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.links import context_features, features
from corpus.links.ranking import groups_of, standing
from corpus.links.trees import DIGITS, Forest
from corpus.model import Confidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILE = Path(__file__).parent / "weights.json"
MEANING_FILE = Path(__file__).parent / "meaning" / "meaning.json"
FEATURES = (*features.NAMES, *context_features.NAMES)
"""Features of the first look, then those of the second, which sees only its own."""
MEANING_FEATURES = ("bias", "score", "cosine", "better rank", "worse rank")
"""What the meaning model moves a score by; ranks are among the cosines of either sentence."""
_LEAST = 1e-4


@dataclass(frozen=True)
class Judges:
    """Both forests; a pair is linked from the score `link` on, with strength "same" from `same` on.

    Pairs whose first score is below `hopeless` are given up; it is the score they keep.
    """

    first: Forest
    second: Forest
    hopeless: float
    link: float
    same: float
    likely: float
    sure: float

    def confidence(self, score: float) -> Confidence:
        """Return how sure a link of a score is."""
        if score >= self.sure:
            return Confidence.SURE
        return Confidence.LIKELY if score >= self.likely else Confidence.WEAK

    def scores(self, pairs: features.Candidates) -> Floats:
        """Return the probability of each candidate, in their order."""
        import numpy as np

        words = len(features.NAMES)
        scores = self.first.scores(pairs.features[:, :words])
        hopeful = np.flatnonzero(scores >= self.hopeless)
        if len(hopeful):
            rows = context_features.context(pairs.keys, scores, pairs.sizes, hopeful)
            scores[hopeful] = self.second.scores(rows)
        if pairs.features.shape[1] > words:
            moved = meaning_rows(pairs, scores) @ np.array(meaning_weights())
            scores = np.round(1 / (1 + np.exp(-moved)), DIGITS)
        return scores


def meaning_rows(pairs: features.Candidates, scores: Floats) -> Floats:
    """Return a row in the order of MEANING_FEATURES for each candidate; `scores` are by words."""
    import numpy as np

    cosines = pairs.features[:, len(features.NAMES)]
    cells = np.divmod(pairs.keys, pairs.sizes[1])
    place, _, _ = standing(cosines, groups_of(cells, pairs.sizes), sum(pairs.sizes))
    ranks = 1 / (1 + place)
    logit = np.log((scores + _LEAST) / (1 - scores + _LEAST))
    columns = [np.ones(len(scores)), logit, cosines, np.maximum(*ranks), np.minimum(*ranks)]
    return np.stack(columns, axis=1)


@lru_cache(maxsize=1)
def meaning_weights() -> tuple[float, ...]:
    """Return the weights of MEANING_FEATURES."""
    table = json.loads(MEANING_FILE.read_text(encoding="utf-8"))
    if tuple(table) != MEANING_FEATURES:
        raise ValueError(f"{MEANING_FILE}: fitted on other features; run tests.fit.fit_links.")
    return tuple(map(float, table.values()))


@lru_cache(maxsize=1)
def judges() -> Judges:
    """Return the trees that ship with the product."""
    table = json.loads(FILE.read_text(encoding="utf-8"))
    if tuple(table["features"]) != FEATURES:
        raise ValueError(f"{FILE}: fitted on other features; run python -m tests.fit.fit_links.")
    first, second = Forest.of(table["first"]), Forest.of(table["second"])
    marks = (table[name] for name in ("hopeless", "link", "same", "likely", "sure"))
    return Judges(first, second, *marks)
