"""Boosted decision trees that ask the same question at each depth, summed with numpy.

A tree of depth d asks d questions ("is feature f above border b?") of every row alike; the answers
are the bits of the leaf's number. That makes a row of sums out of a whole table at once, and keeps
small samples from growing trees for their oddities (Kohavi 1994; Prokhorenkova et al. 2018).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Steps = NDArray[np.uint16]

DIGITS = 6
"""Features are rounded to so many decimals: sums in another order take the same branches."""
_ROWS = 1024
"""So many rows at a time: what is asked of them stays in the processor's cache."""


@dataclass(frozen=True)
class Forest:
    """Trees of one depth in the order they were grown.

    After `early` trees, rows whose sum lies below `hopeless` are given up.
    """

    splits: tuple[tuple[tuple[int, float], ...], ...]
    leaves: tuple[tuple[float, ...], ...]
    base: float
    early: int
    hopeless: float

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Forest:
        """Read a forest as tests/fit_links.py writes it; KeyError where a part is missing."""
        splits = tuple(
            tuple((int(f), float(b)) for f, b in tree["splits"]) for tree in table["trees"]
        )
        leaves = tuple(tuple(map(float, tree["leaves"])) for tree in table["trees"])
        base, early, hopeless = table["base"], table["early"], table["hopeless"]
        return cls(splits, leaves, float(base), int(early), float(hopeless))

    def scores(self, features: Floats) -> Floats:
        """Give the probability that each row is a link, rounded to six places."""
        import numpy as np

        out = np.empty(len(features))
        for first in range(0, len(features), _ROWS):
            steps = self._stepped(np.round(features[first : first + _ROWS], DIGITS).T)
            total = self.base + self._sum(steps, slice(0, self.early))
            hopeful = np.flatnonzero(total >= self.hopeless)
            rest = steps[:, hopeful] if len(hopeful) < len(total) else steps
            total[hopeful] += self._sum(rest, slice(self.early, None))
            out[first : first + _ROWS] = 1 / (1 + np.exp(-total))
        return np.round(out, DIGITS)

    def _stepped(self, columns: Floats) -> Steps:
        """Give for each feature how many of its borders each row is above."""
        import numpy as np

        steps = np.zeros(columns.shape, np.uint16)
        for feature, borders in self._borders:
            steps[feature] = np.searchsorted(borders, columns[feature])
        return steps

    def _sum(self, steps: Steps, trees: slice) -> Floats:
        """Give the summed leaves of some trees for each row; `steps` holds a row a feature."""
        import numpy as np

        features, places, leaves = (part[trees] for part in self._arrays)
        if not len(features) or not steps.shape[1]:
            return np.zeros(steps.shape[1])
        above = steps[features.ravel()] > places.reshape(-1, 1)
        answers = above.view(np.uint8).reshape(*features.shape, -1)
        bits = 1 << np.arange(features.shape[1], dtype=np.uint8)
        leaf = np.einsum("tdr,d->tr", answers, bits).astype(np.intp)
        leaf += np.arange(len(leaf))[:, None] * leaves.shape[1]
        summed: Floats = np.take(leaves.ravel(), leaf).sum(axis=0)
        return summed

    @cached_property
    def _borders(self) -> list[tuple[int, Floats]]:
        """The borders that are asked about, sorted, by feature."""
        import numpy as np

        asked: dict[int, set[float]] = defaultdict(set)
        for tree in self.splits:
            for feature, border in tree:
                asked[feature].add(border)
        return [(feature, np.array(sorted(asked[feature]))) for feature in sorted(asked)]

    @cached_property
    def _arrays(self) -> tuple[NDArray[np.intp], Steps, Floats]:
        """The trees: features, the places of their borders among all of the feature, leaves."""
        import numpy as np

        place = {
            (feature, border): index
            for feature, borders in self._borders
            for index, border in enumerate(borders.tolist())
        }
        features = np.array([[feature for feature, _ in tree] for tree in self.splits], np.intp)
        places = np.array([[place[split] for split in tree] for tree in self.splits], np.uint16)
        return features, places, np.array(self.leaves)
