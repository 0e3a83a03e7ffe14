"""Likeness of sentences by weighted character n-grams, beside that by whole words.

n-grams of 3 to 5 characters inside padded words, weighted by rarity (TF-IDF) and told apart by
CRC-32 in 2^16 or 2^18 cells: the same in every run. Only n-grams that both articles have can make
two sentences alike; of the others the length of a vector is enough. Where they are more than
DIMENSIONS they are folded into so many columns by signed hashing, so that a cosine costs the same
at any length (its error is about 1 / sqrt(DIMENSIONS)); in short articles it is exact.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.lexicon.rarity import UNSEEN, gram_rarity
from corpus.links.term_index import starts
from corpus.text.word_cache import Kept
from corpus.text.words import BACKGROUND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

DIMENSIONS = 2048
LENGTH = 4000
"""Length of a vector in whole numbers: no sum of products passes 2^24, up to which float32 holds
whole numbers exactly."""
_CELLS = 1 << 18
_FEW_CELLS, _FEW = 1 << 16, 500
"""Up to 500 sentences need only 2^16 hash cells."""
_CHUNK = 64
"""Sentences at a time: what is summed stays in the processor's cache."""
_ALONE = 1 << 18
"""Below this many products one core is faster than waking a second."""
_MANY = 8
"""Where at least one cell in eight is asked for, the whole table is computed at once."""


def _grams(word: str) -> bytes:
    """Return the hashes of a word's n-grams, four bytes each."""
    data = f" {word} ".encode("utf-8", "replace")
    ends = ((k, k + n) for n in (3, 4, 5) for k in range(len(data) - n + 1))
    return array("I", [zlib.crc32(data[start:end]) for start, end in ends]).tobytes()


_known = Kept(_grams)


def letter_cosines(
    left: Sequence[Sequence[str]],
    right: Sequence[Sequence[str]],
    cells: tuple[Ints, Ints],
    codes: tuple[str, str],
) -> NDArray[np.float64]:
    """Return for every k the likeness of sentences `cells[0][k]` of left, `cells[1][k]` of right.

    `cells[0]` is sorted. A sentence is its words. Vectors hold whole numbers, so that sums are
    exact in any order.
    """
    import numpy as np

    weighed = _Weighed.of(left, right, codes)
    theirs = np.empty((len(right), weighed.columns), np.int16)
    for first in range(0, len(right), _CHUNK):
        theirs[first : first + _CHUNK] = weighed.vectors(len(left) + first, len(left) + len(right))
    out = np.empty(len(cells[0]))
    for first in range(0, len(left), _CHUNK):
        part = slice(*np.searchsorted(cells[0], (first, first + _CHUNK)))
        block = weighed.vectors(first, len(left))
        out[part] = _products(block, theirs, cells[0][part] - first, cells[1][part])
    return out / LENGTH**2


@dataclass(frozen=True)
class _Weighed:
    """The n-grams of all sentences, left and right, that both articles have.

    `rows` are their sentences, sorted, `column` and `weights` stand beside; `outside` is the
    squared length that each sentence has in n-grams of its own article alone.
    """

    rows: Ints
    column: Ints
    weights: NDArray[np.float64]
    outside: NDArray[np.float64]
    columns: int

    @classmethod
    def of(
        cls,
        left: Sequence[Sequence[str]],
        right: Sequence[Sequence[str]],
        codes: tuple[str, str],
    ) -> _Weighed:
        """Return the n-grams weighted by rarity: how often each stands in both articles."""
        import numpy as np

        every = len(left) + len(right)
        rows, grams = _hashed((*left, *right))
        size = _CELLS if every > _FEW else _FEW_CELLS
        cells = grams & (size - 1)
        split = int(np.searchsorted(rows, len(left)))
        background = np.concatenate(
            [
                gram_rarity(part, code)
                for part, code in zip((grams[:split], grams[split:]), codes, strict=True)
            ]
        )
        background /= UNSEEN
        often = np.bincount(cells, minlength=size)[cells]
        rarity = np.log((every + BACKGROUND + 1) / np.arange(1, every + 1))
        weight = rarity[np.minimum(often, every) - 1] * background
        column, columns = _shared(cells, split, size)
        met, alone = np.flatnonzero(column >= 0), np.flatnonzero(column < 0)
        outside = np.bincount(rows[alone], weight[alone] ** 2, every).astype(np.float64)
        signed = weight[met] * (1 - 2 * (cells[met] & 1))
        return cls(rows[met], column[met], signed, outside, columns)

    def vectors(self, first: int, end: int) -> Floats:
        """Return the vectors of _CHUNK sentences from `first` on, none from `end` on.

        A vector is as much shorter than LENGTH as its sentence has n-grams outside the columns.
        """
        import numpy as np

        end = min(first + _CHUNK, end)
        part = slice(*np.searchsorted(self.rows, (first, end)))
        cells = (self.rows[part] - first) * self.columns + self.column[part]
        sums = np.bincount(cells, self.weights[part], (end - first) * self.columns)
        block = sums.reshape(end - first, self.columns).astype(np.float32)
        length = np.sqrt(np.einsum("ij,ij->i", block, block) + self.outside[first:end])
        block *= (LENGTH / np.maximum(length, 1e-9)).astype(np.float32)[:, None]
        return np.rint(block, out=block)


def _hashed(sentences: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
    """Return the n-grams of all sentences in a row, and before them the sentence of each."""
    import numpy as np

    grams = [b"".join(map(_known.__getitem__, sentence)) for sentence in sentences]
    counts = np.array(list(map(len, grams)), np.int64) // array("I").itemsize
    rows = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    return rows, np.frombuffer(b"".join(grams), np.uintc).astype(np.int64)


def _shared(cells: Ints, split: int, size: int) -> tuple[Ints, int]:
    """Return the column of each n-gram, -1 for those of one side, and the number of columns.

    `split` is where the right article begins.
    """
    import numpy as np

    met = [np.zeros(size, np.bool_) for _ in range(2)]
    met[0][cells[:split]] = met[1][cells[split:]] = True
    both = np.flatnonzero(met[0] & met[1])
    columns = max(1, min(len(both), DIMENSIONS))
    column = np.full(size, -1, np.int32)
    column[both] = np.arange(len(both)) % columns
    return column[cells].astype(np.int64), columns


def _products(block: Floats, theirs: NDArray[np.int16], rows: Ints, columns: Ints) -> Floats:
    """Return for every k the product of rows `rows[k]` of the block and `columns[k]` of theirs."""
    import numpy as np

    if len(rows) * _MANY >= len(block) * len(theirs):
        return _table(block, theirs.astype(np.float32))[rows, columns]
    out = np.empty(len(rows), np.float32)
    begins = np.flatnonzero(starts(rows)).tolist()
    for first, end in pairwise((*begins, len(rows))):
        out[first:end] = theirs[columns[first:end]].astype(np.float32) @ block[rows[first]]
    return out


def _table(left: Floats, right: Floats) -> Floats:
    """Return the product of every row of left with every row of right, on one core."""
    import numpy as np

    out = np.empty((len(left), len(right)), np.float32)
    step = max(1, _ALONE // max(1, right.size))
    for first in range(0, len(left), step):
        np.matmul(left[first : first + step], right.T, out=out[first : first + step])
    return out
