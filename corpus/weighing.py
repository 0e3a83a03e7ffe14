"""The decision: what each feature of a pair weighs, in one place.

The weights are those of a logistic regression over `corpus.features.NAMES`, fitted on hand-made
gold and checked by leaving each pair of articles out in turn; weights.yaml says on which gold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.features import NAMES
from corpus.language import load_yaml

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).parent / "weights.yaml"


@dataclass(frozen=True)
class Weights:
    """A weight for each feature, in NAMES' order, the intercept, and the two thresholds."""

    weights: tuple[float, ...]
    intercept: float
    link: float
    same: float

    def scores(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the probability that each row is a link, rounded to six places."""
        import numpy as np

        # Summed feature by feature: a matrix product may differ in its last bits with its shape.
        total = np.full(len(features), self.intercept)
        for column, weight in enumerate(self.weights):
            total = total + weight * features[:, column]
        scores: NDArray[np.float64] = np.round(1 / (1 + np.exp(-total)), 6)
        return scores


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the weights that ship with the product."""
    table = load_yaml(FILE)
    return Weights(
        tuple(float(table["weights"][name]) for name in NAMES),
        float(table["intercept"]),
        float(table["thresholds"]["link"]),
        float(table["thresholds"]["same"]),
    )
