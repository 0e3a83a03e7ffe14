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

from corpus.links.term_index import starts
from corpus.text.words import BACKGROUND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.links.term_index import Held, Pairs

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

CHUNK = 1 << 16
"""Cells worked on at a time, of millions: they stay in the processor's cache."""
CELLS_PER_SENTENCE = 4
MOST_CELLS = 2500
"""Pairs of terms with more cells than 4 a sentence (plus 400), or 2,500, are too common."""
AT_ONCE = 1 << 17
"""Cells summed at once, about: they stay in the processor's cache."""


@dataclass(frozen=True)
class Met:
    """The terms of one kind in either article, and which of them meet."""

    left: Held
    right: Held
    pairs: Pairs
    background: tuple[Floats, Floats] | None = None
    """How rare the terms of either side are in any news, 0 to 1; None: only the texts tell."""
    power: float = 1.0
    """Power of the rarity in the two texts; above 1, what all sentences are about says less."""


def overlaps(met: Sequence[Met], sizes: tuple[int, int]) -> list[Overlap]:
    """Return for each kind of terms the shared mass of every cell that shares one of them.

    Kinds never meet; they are worked out as one, which costs as much as one: sentence s of kind k
    is row k * size + s.
    """
    import numpy as np

    left = _Terms.of([kind.left for kind in met], sizes[0])
    right = _Terms.of([kind.right for kind in met], sizes[1])
    rows, columns, likeness = _joined(met)
    soft_a = left.spread + np.bincount(rows, right.spread[columns], len(left.spread))
    soft_b = right.spread + np.bincount(columns, left.spread[rows], len(right.spread))
    rarity_a, rarity_b = (
        _rarity(soft, sum(sizes)) ** _powers(met, side) * _background(met, side)
        for side, soft in enumerate((soft_a, soft_b))
    )
    total_a, total_b = left.totals(rarity_a), right.totals(rarity_b)
    bound = min(CELLS_PER_SENTENCE * max(sizes) + 400, MOST_CELLS)
    kept = np.flatnonzero(left.spread[rows] * right.spread[columns] <= bound)
    kept = kept[np.argsort(rows[kept], kind="stable")]
    rows, columns = rows[kept], columns[kept]
    weights = likeness[kept] * np.sqrt(rarity_a[rows] * rarity_b[columns])
    keys, mass, most = _summed(left, right, (rows, columns, weights), sizes[1])
    every = sizes[0] * sizes[1]
    ends = np.searchsorted(keys, np.arange(len(met) + 1) * every).tolist()
    return [
        Overlap(keys[s:e] - k * every, mass[s:e], most[s:e], total_a[k], total_b[k], sizes[1])
        for k, (s, e) in enumerate(pairwise(ends))
    ]


def _summed(left: _Terms, right: _Terms, pairs: Pairs, width: int) -> list[NDArray[Any]]:
    """Return the distinct cells, sorted, and the sum and the highest of the weights of each.

    `pairs` are sorted by their left term. The rows of the left side are gone through in turn.
    """
    import numpy as np

    lefts, columns, weights = pairs
    partners = np.bincount(lefts, minlength=len(left.spread))
    first, begin = np.cumsum(partners) - partners, np.cumsum(right.spread) - right.spread
    rows, terms = left.in_rows(partners > 0)
    parts = [(np.empty(0, np.int64), np.empty(0), np.empty(0))]
    for part in _stretches(rows, np.bincount(lefts, right.spread[columns])[terms]):
        here, pair = _each(first[terms[part]], partners[terms[part]])
        column = columns[pair]
        met, index = _each(begin[column], right.spread[column])
        cells = (rows[part][here] * width)[met] + right.sentences[index]
        order = np.argsort(cells, kind="stable")
        cells, mass = cells[order], weights[pair][met][order]
        new = np.flatnonzero(starts(cells))
        parts.append((cells[new], np.add.reduceat(mass, new), np.maximum.reduceat(mass, new)))
    return [np.concatenate(values) for values in zip(*parts, strict=True)]


def _stretches(rows: Ints, cells: NDArray[Any]) -> list[slice]:
    """Return stretches of whole rows of about AT_ONCE cells, from sorted rows and their cells."""
    import numpy as np

    new = np.flatnonzero(starts(rows))
    before = (np.cumsum(cells) - cells)[new]
    cuts = new[starts((before // AT_ONCE).astype(np.int64))].tolist()
    return [slice(first, end) for first, end in pairwise([*cuts, len(rows)])]


def _each(first: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """Return the stretch and place of each place in stretches given by first place and length."""
    import numpy as np

    stretch = np.repeat(np.arange(len(counts)), counts)
    return stretch, np.arange(len(stretch)) - (np.cumsum(counts) - counts - first)[stretch]


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

    def in_rows(self, wanted: NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """Return the rows of the wanted terms, sorted, and the term of each."""
        import numpy as np

        terms = np.repeat(np.arange(len(self.spread)), self.spread)
        kept = np.flatnonzero(wanted[terms])
        kept = kept[np.argsort(self.rows[kept], kind="stable")]
        return self.rows[kept], terms[kept]

    def totals(self, rarity: Floats) -> Floats:
        """Return the summed rarity of each sentence's terms, a row a kind."""
        import numpy as np

        sums = np.bincount(self.rows, np.repeat(rarity, self.spread), int(np.prod(self.shape)))
        return sums.reshape(self.shape).astype(np.float64, copy=False)


def _joined(met: Sequence[Met]) -> Pairs:
    """Return the pairs of terms of all kinds, by their places in the row of all terms."""
    import numpy as np

    sides = []
    for index, side in enumerate(([kind.left for kind in met], [kind.right for kind in met])):
        starts = accumulate([len(kind.forms) for kind in side[:-1]], initial=0)
        pairs = zip(met, starts, strict=True)
        sides.append(np.concatenate([kind.pairs[index] + start for kind, start in pairs]))
    return sides[0], sides[1], np.concatenate([kind.pairs[2] for kind in met])


def _background(met: Sequence[Met], side: int) -> Floats:
    """Return the background rarity of the terms of all kinds, 1 where there is none."""
    import numpy as np

    return np.concatenate(
        [
            np.ones(len((kind.left, kind.right)[side].forms))
            if kind.background is None
            else kind.background[side]
            for kind in met
        ]
    )


def _powers(met: Sequence[Met], side: int) -> Floats:
    import numpy as np

    many = [len((kind.left, kind.right)[side].forms) for kind in met]
    return np.repeat([kind.power for kind in met], many)


def _rarity(spread: NDArray[Any], sentences: int) -> Floats:
    """Return 1 for a term in one sentence a side, near 0 for one in all, at any length."""
    import numpy as np

    every = sentences + BACKGROUND + 1
    share: Floats = np.log(every / (spread + 0.5)) / np.log(every / 2.5)
    return share.clip(0.05, 1.0)


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
        """Return the mass of the cells with these keys, 0 where nothing is shared."""
        return self._at(keys, self.mass)[0]

    def holds(self, keys: Ints) -> Bools:
        """Return which of the cells with these keys share a term."""
        import numpy as np

        return self._at(keys, np.ones(len(self.keys)))[0] > 0

    def own(self) -> Floats:
        """Return the cosine of all cells that share a term; there may be millions."""
        import numpy as np

        out = np.empty(len(self.keys))
        for first in range(0, len(out), CHUNK):
            part = slice(first, first + CHUNK)
            a, b = np.divmod(self.keys[part], self.width)
            out[part] = Masses(
                self.mass[part], self.most[part], self.total_a[a], self.total_b[b]
            ).cosine()
        return out

    def on(self, keys: Ints) -> Masses:
        """Return what the cells with these keys share, beside what their sentences hold."""
        import numpy as np

        a, b = np.divmod(keys, self.width)
        mass, most = self._at(keys, self.mass, self.most)
        return Masses(mass, most, self.total_a[a], self.total_b[b])

    def _at(self, keys: Ints, *values: Floats) -> list[Floats]:
        import numpy as np

        if not len(self.keys):
            return [np.zeros(len(keys)) for _ in values]
        index = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        met = self.keys[index] == keys
        return [np.where(met, value[index], 0.0) for value in values]


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
        """Return the mass as a share of what both sentences hold, 0 to about 1."""
        import numpy as np

        return self.mass / np.sqrt(np.maximum(self.left * self.right, 1e-9))

    def containment(self) -> Floats:
        """Return the mass as a share of what the poorer sentence holds."""
        import numpy as np

        return np.minimum(self.mass / np.maximum(self.poorer(), 1e-9), 1.0)

    def coverage(self) -> Floats:
        """Return the mass as a share of what the richer sentence holds."""
        import numpy as np

        return self.mass / np.maximum(np.maximum(self.left, self.right), 1e-9)

    def poorer(self) -> Floats:
        """Return the whole mass of the sentence that holds less."""
        import numpy as np

        return np.minimum(self.left, self.right)

    def apart(self) -> Floats:
        """Return -1 where both sentences hold such terms and share none, else 0."""
        import numpy as np

        both = (self.left > 0) & (self.right > 0)
        return np.where(both & (self.mass == 0), -1.0, 0.0)
