"""Pairs of sentences ranked among the other pairs of their sentences, and beside their neighbours.

A pair is a cell of the table of all pairs, its key a * width + b; keys are sorted. A group is the
sentence, of one side, that a pair belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.links.overlap import CHUNK
from corpus.links.term_index import starts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

AROUND = ((1, 1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0))
"""Steps, in sentences of either side, to the pairs beside a pair: ahead and back in turn."""
STEPS, HIGHEST = 256, 1.6
"""Steps in which scores are counted, up to the highest."""
_APART = 4.0
"""Distance between groups: a score of one, -1 to 2, never falls among those of another."""


def groups_of(cells: tuple[Ints, Ints], sizes: tuple[int, int]) -> Ints:
    """Return the groups of each pair, a row a side; the right's numbers follow the left's.

    `cells` are the sentences of either side.
    """
    import numpy as np

    return np.stack([cells[0], cells[1] + sizes[0]])


def standing(scores: Floats, groups: Ints, size: int) -> tuple[Ints, Floats, Floats]:
    """Return how each pair stands in its two groups, of `size` in all; rows as in `groups`.

    Gives its place, from 0, the best first; the score of the best other pair, 0 where there is
    none; and the best score of each group, 0 where it has no pair.
    """
    import numpy as np

    group, score = groups.ravel(), np.concatenate([scores, scores])
    order = np.argsort(group * _APART - score, kind="stable")
    index = np.arange(len(group))
    first = np.where(starts(group[order]), index, 0)
    position = np.empty(len(group), np.int64)
    position[order] = index - np.maximum.accumulate(first)
    top = np.zeros((2, size))
    for nth in (0, 1):
        there = np.flatnonzero(position == nth)
        top[nth, group[there]] = score[there]
    rival = np.where(position == 0, top[1, group], top[0, group])
    return position.reshape(groups.shape), rival.reshape(groups.shape), top[0]


def nearest(scores: Floats, groups: tuple[Ints, Ints], sizes: tuple[int, int], most: int) -> Bools:
    """Return which pairs are among the best of a group of theirs: `most`, and those as good.

    `groups` are those of either side, so many as `sizes` say. Scores are counted by STEPS, so that
    nothing need be sorted.
    """
    import numpy as np

    step = np.empty(len(scores), np.uint8)
    for first in range(0, len(scores), CHUNK):
        part = slice(first, first + CHUNK)
        step[part] = np.minimum(scores[part] * (STEPS / HIGHEST), STEPS - 1)
    kept = np.zeros(len(scores), np.bool_)
    for group, size in zip(groups, sizes, strict=True):
        position = group * STEPS
        position += step
        counts = np.bincount(position, minlength=size * STEPS).reshape(size, STEPS)
        better = counts[:, ::-1].cumsum(axis=1, dtype=np.int32)
        least = np.maximum(STEPS - 1 - (better < most).sum(axis=1), 0).astype(np.uint8)
        kept |= step >= least[group]
    return kept
