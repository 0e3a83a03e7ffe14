"""How a pair of sentences stands among the other pairs of the two articles: a second look.

A pair is the likelier the less its two sentences have others to go with, the more the sentences
around them go together too, and the more of the two articles goes together at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.ranking import IN_ORDER, best_of, groups_of, standing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

NAMES = (
    "first score", "better rival", "worse rival", "mass of rivals", "neighbouring pair",
    "pair in order", "partners of the poorer side", "partners of the richer side", "shared mass",
    "distance",
)  # fmt: skip
_LEAST = 1e-4


def company(keys: Ints, scores: Floats, sizes: tuple[int, int], around: Ints) -> Floats:
    """Return a row in NAMES' order for each pair; `scores` are the first ones, 0 to 1.

    `keys` are sorted: a * sizes[1] + b; `around` is what ranking.beside says of them. Swapping
    the articles changes nothing.
    """
    import numpy as np

    cells = np.divmod(keys, sizes[1])
    groups = groups_of(cells, sizes)
    _, rival, best = standing(scores, groups, sum(sizes))
    masses = np.bincount(groups.ravel(), np.concatenate([scores, scores]), sum(sizes))[groups]
    partners = best[: sizes[0]].mean(), best[sizes[0] :].mean()
    every = np.ones(len(keys))
    return np.stack(
        [
            np.log((scores + _LEAST) / (1 - scores + _LEAST)),
            np.maximum(*rival),
            np.minimum(*rival),
            masses[0] + masses[1] - 2 * scores,
            best_of(scores, around),
            best_of(scores, around[IN_ORDER]),
            every * min(partners),
            every * max(partners),
            every * scores.sum() / np.sqrt(sizes[0] * sizes[1]),
            np.abs((cells[0] + 0.5) / sizes[0] - (cells[1] + 0.5) / sizes[1]),
        ],
        axis=1,
    )
