"""How a pair of sentences stands among the other pairs of the two articles: a second look.

A pair is the likelier the less its two sentences have others to go with, the more the sentences
around them go together too, and the more their best partners go together: a title is linked to the
three sentences that tell its event, and so are the sentences that repeat it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.links.ranking import groups_of, standing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

NAMES = (
    "first score", "better rival", "worse rival", "mass of rivals, more", "mass of rivals, less",
    "in order", "out of order", "beside, better", "beside, worse", "around", "partners of partners",
    "with a title", "both with titles", "distance", "partners of the poorer side",
    "partners of the richer side", "shared mass", "opening", "better rank", "worse rank", "margin",
)  # fmt: skip
WINDOW = 2
"""Sentences before and after on either side whose pairs count as around a pair."""
PARTNERS = 3
"""Best partners of a sentence through which it may be tied to another."""
OPENING = 3
"""First units, title and lead; their best pair tells whether two articles tell one event."""
_LEAST = 1e-3


@dataclass(frozen=True)
class _Table:
    """The scores of the candidates of two articles; `keys` are sorted: a * sizes[1] + b."""

    keys: Ints
    scores: Floats
    sizes: tuple[int, int]

    def at(self, left: Ints, right: Ints) -> Floats:
        """Return the scores of pairs, 0 for those that are no candidates or outside."""
        import numpy as np

        height, width = self.sizes
        inside = (left >= 0) & (left < height) & (right >= 0) & (right < width)
        wanted = left * width + right
        index = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where((self.keys[index] == wanted) & inside, self.scores[index], 0.0)

    def best_partners(self, place: Ints, cells: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
        """Return the PARTNERS best partners of each sentence of either side, -1 for none."""
        import numpy as np

        tops = []
        for side in (0, 1):
            top = np.full((self.sizes[side], PARTNERS), -1)
            for rank in range(PARTNERS):
                index = np.flatnonzero(place[side] == rank)
                top[cells[side][index], rank] = cells[1 - side][index]
            tops.append(top)
        return tops[0], tops[1]


def context(keys: Ints, scores: Floats, sizes: tuple[int, int], wanted: Ints) -> Floats:
    """Return a row in NAMES' order for each wanted pair; `scores` are the first ones, 0 to 1.

    `keys` are sorted: a * sizes[1] + b; `wanted` are positions in them. Swapping the articles
    changes nothing.
    """
    import numpy as np

    table = _Table(keys, scores, sizes)
    cells = np.divmod(keys, sizes[1])
    groups = groups_of(cells, sizes)
    place, rival, best = standing(scores, groups, sum(sizes))
    masses = np.bincount(groups.ravel(), np.concatenate([scores, scores]), sum(sizes))[groups]
    partners = best[: sizes[0]].mean(), best[sizes[0] :].mean()
    left, right, own = cells[0][wanted], cells[1][wanted], scores[wanted]
    rival, rank = rival[:, wanted], 1 / (1 + place[:, wanted])
    mass = masses[:, wanted] - own
    tops = table.best_partners(place, cells)
    ones = np.ones(len(wanted))
    columns = [
        np.log((own + _LEAST) / (1 - own + _LEAST)),
        np.maximum(*rival),
        np.minimum(*rival),
        np.maximum(*mass),
        np.minimum(*mass),
        *_around(table, left, right),
        _by_partners(table, left, right, tops),
        *_titles(table, left, right),
        np.abs((left + 0.5) / sizes[0] - (right + 0.5) / sizes[1]),
        ones * min(partners),
        ones * max(partners),
        ones * scores.sum() / np.sqrt(sizes[0] * sizes[1]),
        ones * scores[(cells[0] < OPENING) & (cells[1] < OPENING)].max(initial=0.0),
        np.maximum(*rank),
        np.minimum(*rank),
        own - np.maximum(*rival),
    ]
    return np.stack(columns, axis=1)


def _around(table: _Table, left: Ints, right: Ints) -> list[Floats]:
    """Return the best pair one step on in both orders, against it, and beside; and all around."""
    import numpy as np

    steps = range(-WINDOW, WINDOW + 1)
    at = {
        (down, aside): table.at(left + down, right + aside)
        for down in steps
        for aside in steps
        if down or aside
    }
    rows, columns = np.maximum(at[1, 0], at[-1, 0]), np.maximum(at[0, 1], at[0, -1])
    return [
        np.maximum(at[1, 1], at[-1, -1]),
        np.maximum(at[1, -1], at[-1, 1]),
        np.maximum(rows, columns),
        np.minimum(rows, columns),
        np.sort(np.stack(list(at.values())), axis=0).sum(axis=0),
    ]


def _by_partners(table: _Table, left: Ints, right: Ints, tops: tuple[Ints, Ints]) -> Floats:
    """Return how well a pair is tied by others: left to a partner, that one's partner to right.

    Of a title and a sentence that repeats it, each linked to the other article's title, the
    weakest of three links counts, as their geometric mean.
    """
    import numpy as np

    best = np.zeros(len(left))
    for partner in tops[0][left].T:
        mine = np.where(partner == right, 0.0, table.at(left, partner))
        for other in tops[1][right].T:
            theirs = np.where(other == left, 0.0, table.at(other, right))
            best = np.maximum(best, mine * theirs * table.at(other, partner))
    return np.cbrt(best)


def _titles(table: _Table, left: Ints, right: Ints) -> list[Floats]:
    """Return how well either sentence goes with the other article's title, and how well both do."""
    import numpy as np

    ours = np.where(left > 0, table.at(np.zeros_like(right), right), 0.0)
    theirs = np.where(right > 0, table.at(left, np.zeros_like(left)), 0.0)
    return [np.maximum(ours, theirs), np.minimum(ours, theirs)]
