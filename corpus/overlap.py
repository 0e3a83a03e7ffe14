"""Which sentences of two articles share rare terms, and how much: an inverted index, no all-pairs.

The mass of a pair is the summed rarity of the terms that both sentences hold, each as far as the
two spellings are alike. Terms so common that they say nothing of a pair are left out, so that the
cost grows with what the texts share and not with the product of their lengths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from corpus.words import BACKGROUND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp], Floats]
    """Terms that meet: places in either vocabulary, and how alike they are."""

CELLS_PER_SENTENCE = 4
MOST_CELLS = 2500
"""A term pair with more cells than so many a sentence (and 400), or in all, says nothing."""


@dataclass(frozen=True)
class Overlap:
    """Shared mass by cell (`keys`, sorted: a * width + b) and the whole mass of each sentence.

    `most` is the part of the mass that the weightiest shared term gives.
    """

    keys: Ints
    mass: Floats
    most: Floats
    total_a: Floats
    total_b: Floats
    width: int

    def at(self, keys: Ints) -> Floats:
        """Give the mass of the cells with these keys, 0 where nothing is shared."""
        return self._at(keys, self.mass)[0]

    def holds(self, keys: Ints) -> Bools:
        """Tell which of the cells with these keys share a term."""
        import numpy as np

        return self._at(keys, np.ones(len(self.keys)))[0] > 0

    def own(self) -> Masses:
        """Give what all cells that share a term share, beside what their sentences hold."""
        import numpy as np

        a, b = np.divmod(self.keys, self.width)
        return Masses(self.mass, self.most, self.total_a[a], self.total_b[b])

    def on(self, keys: Ints) -> Masses:
        """Give what the cells with these keys share, beside what their sentences hold."""
        import numpy as np

        a, b = np.divmod(keys, self.width)
        mass, most = self._at(keys, self.mass, self.most)
        return Masses(mass, most, self.total_a[a], self.total_b[b])

    def _at(self, keys: Ints, *values: Floats) -> list[Floats]:
        import numpy as np

        if not len(self.keys):
            return [np.zeros(len(keys)) for _ in values]
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        met = self.keys[place] == keys
        return [np.where(met, value[place], 0.0) for value in values]


@dataclass(frozen=True)
class Masses:
    """The shared mass of some cells, in their order, and the whole mass of either sentence.

    `most` is what the weightiest shared term gives of it.
    """

    mass: Floats
    most: Floats
    left: Floats
    right: Floats

    def cosine(self) -> Floats:
        """Give the mass as a share of what both sentences hold, 0 to about 1."""
        import numpy as np

        return self.mass / np.sqrt(np.maximum(self.left * self.right, 1e-9))

    def containment(self) -> Floats:
        """Give the mass as a share of what the poorer sentence holds."""
        import numpy as np

        return np.minimum(self.mass / np.maximum(self.poorer(), 1e-9), 1.0)

    def poorer(self) -> Floats:
        """Give the whole mass of the sentence that holds less."""
        import numpy as np

        return np.minimum(self.left, self.right)

    def apart(self) -> Floats:
        """Give -1 where both sentences hold such terms and share none, else 0."""
        import numpy as np

        both = (self.left > 0) & (self.right > 0)
        return np.where(both & (self.mass == 0), -1.0, 0.0)


@dataclass(frozen=True)
class Vocabulary:
    """The distinct forms of one side, sorted, and the sentences that hold them.

    `holders` are the sentences of all forms in a row, `spread` says how many of them each form has.
    """

    forms: tuple[str, ...]
    holders: Ints
    spread: Ints

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> Vocabulary:
        """Index the forms of every sentence; a form counts once a sentence."""
        import numpy as np

        where: dict[str, list[int]] = defaultdict(list)
        for index, forms in enumerate(sentences):
            for form in set(forms):
                where[form].append(index)
        ordered = tuple(sorted(where))
        found = [where[form] for form in ordered]
        holders = np.array(list(chain.from_iterable(found)), np.int64)
        return cls(ordered, holders, np.array(list(map(len, found)), np.int64))


Sides = tuple[Vocabulary, Vocabulary]


def overlap(
    left: Vocabulary,
    right: Vocabulary,
    pairs: Pairs,
    sizes: tuple[int, int],
) -> Overlap:
    """Give the shared mass of every cell that shares a term; `pairs` are the terms that meet."""
    import numpy as np

    rows, columns, likeness = pairs
    spread_a, spread_b = left.spread.astype(np.float64), right.spread.astype(np.float64)
    soft_a = spread_a + np.bincount(rows, spread_b[columns], len(spread_a))
    soft_b = spread_b + np.bincount(columns, spread_a[rows], len(spread_b))
    rarity_a, rarity_b = _rarity(soft_a, sum(sizes)), _rarity(soft_b, sum(sizes))
    total_a = _totals(left, rarity_a, sizes[0])
    total_b = _totals(right, rarity_b, sizes[1])
    bound = min(CELLS_PER_SENTENCE * max(sizes) + 400, MOST_CELLS)
    kept = np.flatnonzero(spread_a[rows] * spread_b[columns] <= bound)
    if not len(kept):
        nothing = np.empty(0)
        return Overlap(np.empty(0, np.int64), nothing, nothing, total_a, total_b, sizes[1])
    weights = likeness[kept] * np.sqrt(rarity_a[rows[kept]] * rarity_b[columns[kept]])
    cells, pair = _cells(left, right, (rows[kept], columns[kept]), sizes[1])
    order = np.argsort(cells, kind="stable")
    cells, mass = cells[order], weights[pair[order]]
    first = np.flatnonzero(np.r_[True, cells[1:] != cells[:-1]])
    whole, most = np.add.reduceat(mass, first), np.maximum.reduceat(mass, first)
    return Overlap(cells[first], whole, most, total_a, total_b, sizes[1])


def _cells(
    left: Vocabulary, right: Vocabulary, pairs: tuple[Ints, Ints], width: int
) -> tuple[Ints, NDArray[np.integer[Any]]]:
    """Give the cells of all pairs of terms in a row, and beside each the pair it comes from."""
    import numpy as np

    starts, counts = [], []
    for side, terms in zip((left, right), pairs, strict=True):
        starts.append((np.cumsum(side.spread) - side.spread)[terms])
        counts.append(side.spread[terms])
    made = counts[0] * counts[1]
    # Millions of cells take half the memory so.
    kind: type[np.signedinteger[Any]] = np.int32 if made.sum() < 1 << 31 else np.int64
    pair = np.repeat(np.arange(len(made), dtype=kind), made)
    before = np.repeat((np.cumsum(made) - made).astype(kind), made)
    within = np.arange(len(pair), dtype=kind) - before
    first, second = np.divmod(within, counts[1].astype(kind)[pair])
    a, b = left.holders[starts[0][pair] + first], right.holders[starts[1][pair] + second]
    return a * width + b, pair


def _rarity(spread: Floats, sentences: int) -> Floats:
    """Give 1 for a term in one sentence a side, near 0 for one in all, at any length."""
    import numpy as np

    every = sentences + BACKGROUND + 1
    share: Floats = np.log(every / (spread + 0.5)) / np.log(every / 2.5)
    return share.clip(0.05, 1.0)


def union(parts: Sequence[Ints]) -> Ints:
    """Give the keys that are in any part, sorted, none twice."""
    import numpy as np

    keys = np.sort(np.concatenate(parts), kind="stable")
    return keys[np.r_[True, keys[1:] != keys[:-1]]] if len(keys) else keys


def _totals(vocabulary: Vocabulary, rarity: Floats, size: int) -> Floats:
    import numpy as np

    weights = np.repeat(rarity, vocabulary.spread)
    return np.bincount(vocabulary.holders, weights, size).astype(np.float64)


def narrowed(pairs: Pairs, wide: Sides, narrow: Sides) -> Pairs:
    """Give the pairs of two vocabularies that are parts of those that `pairs` are of."""
    import numpy as np

    rows, columns, likeness = pairs
    places = []
    for whole, part in zip(wide, narrow, strict=True):
        place = {form: index for index, form in enumerate(part.forms)}
        places.append(np.array([place.get(form, -1) for form in whole.forms], np.intp))
    row, column = places[0][rows], places[1][columns]
    keep = (row >= 0) & (column >= 0)
    return row[keep], column[keep], likeness[keep]


def equal_pairs(left: Vocabulary, right: Vocabulary) -> Pairs:
    """Give the pairs of forms that are equal."""
    import numpy as np

    place = {form: index for index, form in enumerate(right.forms)}
    rows = [i for i, form in enumerate(left.forms) if form in place]
    columns = [place[left.forms[i]] for i in rows]
    return np.array(rows, np.intp), np.array(columns, np.intp), np.ones(len(rows))
