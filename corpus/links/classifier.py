"""The decision: what the features of a pair of sentences tell together, as a probability.

Two small forests (trees.py), fitted on hand-made gold and on the pairs of tests/data/alignment by
`python -m tests.fit.fit_links`, which also says how well they do on pairs they were not fitted on.
The first looks at each pair alone, the second also at its context (context_features.py).
weights.json holds the trees; weights_meaning.json those that also use the meaning model.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.links import context_features, features
from corpus.links.trees import Forest
from corpus.model import Confidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILE = Path(__file__).parent / "weights.json"
MEANING_FILE = Path(__file__).parent / "weights_meaning.json"
FEATURES = (*features.NAMES, *context_features.NAMES)
"""Features of the first look, then those of the second, which sees only its own."""
MEANING_FEATURES = (*features.NAMES, *features.MEANING_NAMES, *context_features.NAMES)


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

        scores = self.first.scores(pairs.features)
        hopeful = np.flatnonzero(scores >= self.hopeless)
        if len(hopeful):
            rows = context_features.context(pairs.keys, scores, pairs.sizes, hopeful)
            scores[hopeful] = self.second.scores(rows)
        return scores


@lru_cache(maxsize=2)
def judges(*, meaning: bool = False) -> Judges:
    """Return the trees that ship with the product; with `meaning` those for the meaning model."""
    file, names = (MEANING_FILE, MEANING_FEATURES) if meaning else (FILE, FEATURES)
    table = json.loads(file.read_text(encoding="utf-8"))
    if tuple(table["features"]) != names:
        raise ValueError(f"{file}: fitted on other features; run python -m tests.fit.fit_links.")
    first, second = Forest.of(table["first"]), Forest.of(table["second"])
    return Judges(
        first,
        second,
        table["hopeless"],
        table["link"],
        table["same"],
        table["likely"],
        table["sure"],
    )
