"""The decision: what the features of a pair of sentences tell together, as a probability.

A small forest of decision trees (gradient boosting, logistic loss) over `corpus.features.NAMES`,
fitted on hand-made gold and on the pairs of tests/data/alignment by `python -m tests.fit_links`,
which also says how well it does on pairs it was not fitted on. weights.json holds the trees;
weights_meaning.json those that also hear the second witness (`--meaning`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.features import MEANING_NAMES, NAMES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILE = Path(__file__).parent / "weights.json"
MEANING_FILE = Path(__file__).parent / "weights_meaning.json"
DIGITS = 6
"""Features are rounded to so many decimals: sums in another order take the same branches."""
_CHUNK = 8192


@dataclass(frozen=True)
class Forest:
    """Trees in the order they were grown, as parallel lists; a leaf has feature -1 and a value.

    After `early` trees, pairs whose sum lies below `hopeless` are given up.
    """

    trees: tuple[dict[str, Any], ...]
    base: float
    early: int
    hopeless: float
    link: float
    same: float

    def scores(self, features: Floats) -> Floats:
        """Give the probability that each row is a link, rounded to six places."""
        import numpy as np

        out = np.zeros(len(features))
        for first in range(0, len(features), _CHUNK):
            rows = np.round(features[first : first + _CHUNK], DIGITS)
            total = self.base + self._grown(rows, 0, self.early)
            hopeful = np.flatnonzero(total >= self.hopeless)
            total[hopeful] += self._grown(rows[hopeful], self.early, len(self.trees))
            out[first : first + len(rows)] = 1 / (1 + np.exp(-total))
        return np.round(out, 6)

    def _grown(self, rows: Floats, first: int, last: int) -> Floats:
        """Give the summed values of the leaves that each row falls into in some trees."""
        import numpy as np

        feature, threshold, left, right, value, roots = self._arrays
        node = np.tile(roots[first:last], (len(rows), 1))
        index = np.arange(len(rows))[:, None]
        while True:
            asked = feature[node]
            inner = asked >= 0
            if not inner.any():
                summed: Floats = value[node].sum(axis=1)
                return summed
            low = rows[index, asked] <= threshold[node]
            node = np.where(inner, np.where(low, left[node], right[node]), node)

    @cached_property
    def _arrays(self) -> tuple[Any, ...]:
        """Give the nodes of all trees in one row, and where each tree begins."""
        import numpy as np

        sizes = [len(tree["feature"]) for tree in self.trees]
        roots = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)

        def row(name: str) -> Any:
            return np.concatenate([np.asarray(tree[name]) for tree in self.trees])

        shift = np.repeat(roots, sizes)
        return (
            row("feature").astype(np.int64),
            row("threshold").astype(np.float64),
            row("left").astype(np.int64) + shift,
            row("right").astype(np.int64) + shift,
            row("value").astype(np.float64),
            roots,
        )


@lru_cache(maxsize=2)
def forest(*, meaning: bool = False) -> Forest:
    """Read the trees that ship with the product; with `meaning` those for the second witness."""
    file, names = (MEANING_FILE, NAMES + MEANING_NAMES) if meaning else (FILE, NAMES)
    table = json.loads(file.read_text(encoding="utf-8"))
    if tuple(table["features"]) != names:
        raise ValueError(f"{file}: fitted on other features; run python -m tests.fit_links.")
    return Forest(
        tuple(table["trees"]),
        float(table["base"]),
        int(table["early"]),
        float(table["hopeless"]),
        float(table["link"]),
        float(table["same"]),
    )
