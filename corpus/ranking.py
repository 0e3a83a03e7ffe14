"""Pairs of sentences ranked among the other pairs of their sentences, and beside their neighbours.

A pair is a cell of the table of all pairs, its key a * width + b; keys are sorted. A group is the
sentence, of one side, that a pair belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

AROUND = ((1, 1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0))
"""Steps, in sentences of either side, to the pairs beside a pair."""
IN_ORDER = AROUND[:2]
STEPS, HIGHEST = 256, 1.6


def places(scores: Floats, group: Ints) -> Ints:
    """Give each pair its place, from 0, among the pairs of its group, the best first."""
    import numpy as np

    if not len(group):
        return np.empty(0, np.int64)
    order = np.lexsort((-scores, group))
    sorted_group = group[order]
    starts = np.r_[0, np.flatnonzero(np.diff(sorted_group)) + 1]
    lengths = np.diff(np.r_[starts, len(group)])
    place = np.empty(len(group), np.int64)
    place[order] = np.arange(len(group)) - np.repeat(starts, lengths)
    return place


def nearest(scores: Floats, group: Ints, size: int, most: int) -> Bools:
    """Tell which pairs are among the best of their group: `most`, and those as good as the last.

    Scores are told apart in STEPS steps up to HIGHEST, so that nothing need be sorted.
    """
    import numpy as np

    step = np.minimum(scores * (STEPS / HIGHEST), STEPS - 1).astype(np.int64)
    counts = np.bincount(group * STEPS + step, minlength=size * STEPS).reshape(size, STEPS)
    better = counts[:, ::-1].cumsum(axis=1, dtype=np.int32)
    least = STEPS - 1 - (better < most).sum(axis=1)
    kept: Bools = step >= least[group]
    return kept


def rivals(scores: Floats, group: Ints, place: Ints, size: int) -> tuple[Floats, Floats]:
    """Give for each pair the score of the best other pair of its group, and of each group the best.

    `place` is what `places` gives; groups without a pair have 0, and so has the only pair of one.
    """
    import numpy as np

    best, second = np.zeros(size), np.zeros(size)
    best[group[place == 0]] = scores[place == 0]
    second[group[place == 1]] = scores[place == 1]
    return np.where(place == 0, second[group], best[group]), best


def best_beside(
    keys: Ints, scores: Floats, width: int, steps: tuple[tuple[int, int], ...] = AROUND
) -> Floats:
    """Give the best score among the pairs so many sentences away on either side, 0 for none."""
    import numpy as np

    best = np.zeros(len(keys))
    if not len(keys):
        return best
    column = keys % width
    for down, aside in steps:
        wanted = keys + down * width + aside
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        inside = (column + aside >= 0) & (column + aside < width)
        best = np.maximum(best, np.where((keys[place] == wanted) & inside, scores[place], 0.0))
    return best
