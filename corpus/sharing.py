"""Which sentences of two articles share rare terms, and how much: an inverted index, no all-pairs.

The mass of a pair is the summed rarity of the terms that both sentences hold, each as far as the
two spellings are alike. Terms so common that they say nothing of a pair are left out, so that the
cost grows with what the texts share and not with the product of their lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from corpus.overlap import Overlap
from corpus.sortedrows import starts
from corpus.words import BACKGROUND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.holding import Held, Pairs

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CELLS_PER_SENTENCE = 4
MOST_CELLS = 2500
"""A term pair with more cells than so many a sentence (and 400), or in all, says nothing."""
TOGETHER = 1000
"""Up to so many sentences in both texts the kinds of terms are worked out together."""


@dataclass(frozen=True)
class Met:
    """The terms of one kind in either article, and which of them meet."""

    left: Held
    right: Held
    pairs: Pairs


def overlaps(met: Sequence[Met], sizes: tuple[int, int]) -> list[Overlap]:
    """Give for each kind of terms the shared mass of every cell that shares one of them.

    Kinds never meet. In short texts all are worked out in one go, which costs as much as one;
    in long ones each alone, which takes less memory.
    """
    if sum(sizes) <= TOGETHER:
        return _overlaps(met, sizes)
    return [found for kind in met for found in _overlaps([kind], sizes)]


def _overlaps(met: Sequence[Met], sizes: tuple[int, int]) -> list[Overlap]:
    """Work out kinds of terms as one: sentence s of kind k is row k * size + s."""
    import numpy as np

    left = _Terms.of([kind.left for kind in met], sizes[0])
    right = _Terms.of([kind.right for kind in met], sizes[1])
    rows, columns, likeness = _joined(met)
    soft_a = left.spread + np.bincount(rows, right.spread[columns], len(left.spread))
    soft_b = right.spread + np.bincount(columns, left.spread[rows], len(right.spread))
    rarity_a, rarity_b = _rarity(soft_a, sum(sizes)), _rarity(soft_b, sum(sizes))
    total_a, total_b = left.totals(rarity_a), right.totals(rarity_b)
    bound = min(CELLS_PER_SENTENCE * max(sizes) + 400, MOST_CELLS)
    kept = np.flatnonzero(left.spread[rows] * right.spread[columns] <= bound)
    rows, columns = rows[kept], columns[kept]
    weights = likeness[kept] * np.sqrt(rarity_a[rows] * rarity_b[columns])
    keys, mass, most = _summed(left, right, (rows, columns), weights, sizes[1])
    every = sizes[0] * sizes[1]
    ends = np.searchsorted(keys, np.arange(len(met) + 1) * every).tolist()
    return [
        Overlap(keys[s:e] - k * every, mass[s:e], most[s:e], total_a[k], total_b[k], sizes[1])
        for k, (s, e) in enumerate(pairwise(ends))
    ]


def _summed(
    left: _Terms, right: _Terms, pairs: tuple[Ints, Ints], weights: Floats, width: int
) -> tuple[Ints, Floats, Floats]:
    """Give the distinct cells, sorted, and the sum and the highest of the weights of each."""
    import numpy as np

    cells, pair = _cells(left, right, pairs, width)
    order = np.argsort(cells, kind="stable")
    cells, mass = cells[order], weights[pair[order]]
    del order, pair
    first = np.flatnonzero(starts(cells))
    if not len(first):
        return np.empty(0, np.int64), mass, mass
    most = np.maximum.reduceat(mass, first)
    return cells[first].astype(np.int64), np.add.reduceat(mass, first), most


@dataclass(frozen=True)
class _Terms:
    """The terms of several kinds in a row: in how many sentences each is, and in which.

    `rows` are kind * size + sentence, for each sentence of each term.
    """

    spread: Ints
    sentences: Ints
    rows: Ints
    shape: tuple[int, int]

    @classmethod
    def of(cls, kinds: Sequence[Held], size: int) -> _Terms:
        import numpy as np

        spread = np.concatenate([kind.spread for kind in kinds])
        sentences = np.concatenate([kind.sentences for kind in kinds])
        kind = np.repeat(np.arange(len(kinds)), [len(kind.sentences) for kind in kinds])
        return cls(spread, sentences, kind * size + sentences, (len(kinds), size))

    def totals(self, rarity: Floats) -> Floats:
        """Give the summed rarity of each sentence's terms, a row a kind."""
        import numpy as np

        sums = np.bincount(self.rows, np.repeat(rarity, self.spread), int(np.prod(self.shape)))
        return sums.reshape(self.shape).astype(np.float64, copy=False)


def _joined(met: Sequence[Met]) -> Pairs:
    """Give the pairs of terms of all kinds, by their places in the row of all terms."""
    import numpy as np

    sides = []
    for place, side in enumerate(([kind.left for kind in met], [kind.right for kind in met])):
        starts = accumulate([len(kind.forms) for kind in side[:-1]], initial=0)
        pairs = zip(met, starts, strict=True)
        sides.append(np.concatenate([kind.pairs[place] + start for kind, start in pairs]))
    return sides[0], sides[1], np.concatenate([kind.pairs[2] for kind in met])


def _cells(
    left: _Terms, right: _Terms, pairs: tuple[Ints, Ints], width: int
) -> tuple[NDArray[np.integer[Any]], NDArray[np.integer[Any]]]:
    """Give the cells of all pairs of terms in a row, and beside each the pair it comes from."""
    import numpy as np

    spreads = [side.spread[terms] for side, terms in zip((left, right), pairs, strict=True)]
    made = spreads[0] * spreads[1]
    highest = max(int(made.sum()), int(np.prod(left.shape)) * width)
    # Millions of cells take half the memory so.
    whole: type[np.signedinteger[Any]] = np.int32 if highest < 1 << 31 else np.int64
    pair = np.repeat(np.arange(len(made), dtype=whole), made)
    within = np.arange(len(pair), dtype=whole)
    within -= np.repeat((np.cumsum(made) - made).astype(whole), made)
    first, second = np.divmod(within, spreads[1].astype(whole)[pair])
    for place, side, terms in zip((first, second), (left, right), pairs, strict=True):
        place += (np.cumsum(side.spread) - side.spread)[terms].astype(whole)[pair]
    cells = left.rows.astype(whole)[first]
    cells *= width
    cells += right.sentences.astype(whole)[second]
    return cells, pair


def _rarity(spread: NDArray[Any], sentences: int) -> Floats:
    """Give 1 for a term in one sentence a side, near 0 for one in all, at any length."""
    import numpy as np

    every = sentences + BACKGROUND + 1
    share: Floats = np.log(every / (spread + 0.5)) / np.log(every / 2.5)
    return share.clip(0.05, 1.0)
