"""Boosted decision trees that ask the same question at each depth, summed with numpy.

A tree of depth d asks d questions ("is feature f above step s?") of every row alike; the answers
are the bits of the leaf's number. That makes a row of sums out of a whole table at once, and keeps
small samples from growing trees for their oddities (Kohavi 1994; Prokhorenkova et al. 2018).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bytes = NDArray[np.uint8]

DIGITS = 6
"""Decimals to which features are rounded: sums in another order take the same branches."""
STEPS = 127
_ROWS, _LEAVES = 1024, 1 << 15
"""Rows, and leaves of them, at a time: they stay in the processor's cache."""


@dataclass(frozen=True)
class Grid:
    """The values of features as whole steps, 0 to STEPS: `low` is where each begins."""

    low: tuple[float, ...]
    step: tuple[float, ...]

    def steps(self, columns: Floats) -> Bytes:
        """Return the steps of a table with a row for each feature."""
        import numpy as np

        low, step = self._sides
        values = (np.round(columns, DIGITS) - low) / step
        return np.clip(values, 0, STEPS, out=values).astype(np.uint8)

    @cached_property
    def _sides(self) -> tuple[Floats, Floats]:
        import numpy as np

        return np.array(self.low)[:, None], np.array(self.step)[:, None]


@dataclass(frozen=True)
class Forest:
    """Trees of one depth in the order they were grown; `splits` are features and steps.

    After `early` trees, rows whose sum lies below `hopeless` are given up.
    """

    grid: Grid
    splits: tuple[tuple[tuple[int, int], ...], ...]
    leaves: tuple[tuple[float, ...], ...]
    base: float
    early: int
    hopeless: float

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Forest:
        """Return a forest as tests/fit/fit_links.py writes it; KeyError where a part is missing."""
        grid = Grid(*(tuple(map(float, table["grid"][side])) for side in ("low", "step")))
        splits = tuple(
            tuple((int(f), int(step)) for f, step in tree["splits"]) for tree in table["trees"]
        )
        leaves = tuple(tuple(map(float, tree["leaves"])) for tree in table["trees"])
        base, early, hopeless = table["base"], table["early"], table["hopeless"]
        return cls(grid, splits, leaves, float(base), int(early), float(hopeless))

    def scores(self, features: Floats) -> Floats:
        """Return the probability that each row is a link, rounded to six places."""
        import numpy as np

        out = np.empty(len(features))
        for first in range(0, len(features), _ROWS):
            answers = self._answers(features[first : first + _ROWS].T)
            total = self.base + self._sum(answers, range(self.early))
            if self.early < len(self.splits):
                hopeful = np.flatnonzero(total >= self.hopeless)
                rest = answers.take(hopeful, axis=1)
                total[hopeful] += self._sum(rest, range(self.early, len(self.splits)))
            out[first : first + _ROWS] = 1 / (1 + np.exp(-total))
        return np.round(out, DIGITS)

    def _answers(self, columns: Floats) -> Bytes:
        """Return for each question of the forest a row of ones and noughts, the answers."""
        import numpy as np

        features, steps = self._questions
        return np.greater(self.grid.steps(columns)[features], steps).view(np.uint8)

    def _sum(self, answers: Bytes, trees: range) -> Floats:
        """Return the summed leaves of some trees for each row."""
        import numpy as np

        questions, leaves, starts = self._trees
        total = np.zeros(answers.shape[1])
        at_once = max(1, _LEAVES // max(1, len(total)))
        for first in trees[::at_once]:
            part = slice(first, min(first + at_once, trees.stop))
            leaf = answers[questions[-1, part]]
            for asked in questions[-2::-1, part]:
                leaf += leaf
                leaf += answers[asked]
            total += leaves.take(leaf + starts[part]).sum(axis=0)
        return total

    @cached_property
    def _distinct(self) -> list[tuple[int, int]]:
        return sorted({split for tree in self.splits for split in tree})

    @cached_property
    def _questions(self) -> tuple[NDArray[np.intp], Bytes]:
        """The features of the distinct questions, and the step of each in a row of its own."""
        import numpy as np

        features, steps = zip(*self._distinct, strict=True)
        return np.array(features, np.intp), np.array(steps, np.uint8)[:, None]

    @cached_property
    def _trees(self) -> tuple[NDArray[np.intp], Floats, NDArray[np.intp]]:
        """By depth and tree the question asked; all leaves in a row; where each tree's begin."""
        import numpy as np

        position = {question: index for index, question in enumerate(self._distinct)}
        asked = np.array([[position[split] for split in tree] for tree in self.splits], np.intp)
        leaves = np.array(self.leaves)
        return asked.T.copy(), leaves.ravel(), np.arange(0, leaves.size, leaves.shape[1])[:, None]
