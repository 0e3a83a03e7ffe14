"""Sentences as weighted character n-grams: the second witness beside whole words.

n-grams of 3 to 5 characters inside padded words, weighted by rarity (TF-IDF). Rarity is counted in
2^16 to 2^18 hashed cells; the vectors are folded into DIMENSIONS by signed hashing, so that a
cosine costs the same at any length (its error is about 1 / sqrt(DIMENSIONS)). Hashing is CRC-32:
the same in every run.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.words import BACKGROUND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

DIMENSIONS = 2048
LENGTH = 4000
"""Vectors are so long, in whole numbers: no sum of two rows' products passes 2^24, the last whole
number that a float32 tells from the next."""
_CELLS = 1 << 18
_FEW_CELLS, _FEW = 1 << 16, 500
"""So many cells do for so many sentences."""
_CHUNK = 2000


@lru_cache(maxsize=65536)
def _grams(word: str) -> bytes:
    """Give the hashes of a word's n-grams, four bytes each."""
    data = f" {word} ".encode("utf-8", "replace")
    ends = ((k, k + n) for n in (3, 4, 5) for k in range(len(data) - n + 1))
    return array("I", [zlib.crc32(data[start:end]) for start, end in ends]).tobytes()


def letter_vectors(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give a vector of LENGTH and DIMENSIONS for each sentence; rarity is counted over both."""
    import numpy as np

    sides = [_hashed(side) for side in (left, right)]
    every = len(left) + len(right)
    size = _CELLS if every > _FEW else _FEW_CELLS
    spread = _spread(sides, size)
    rarity = np.log((every + BACKGROUND + 1) / np.maximum(np.arange(every + 1), 1))
    first, second = (
        _folded(*hashed, len(side), rarity[spread[hashed[1] % size]])
        for hashed, side in zip(sides, (left, right), strict=True)
    )
    return first, second


def _spread(sides: Sequence[tuple[Ints, Ints]], size: int) -> Ints:
    """Give for each of `size` cells in how many sentences its n-grams stand."""
    import numpy as np

    once = []
    for rows, grams in sides:
        cells = np.sort(rows * size + grams % size)
        once.append(cells[np.flatnonzero(np.diff(cells, prepend=-1))] % size)
    return np.bincount(np.concatenate(once), minlength=size)


def _hashed(sentences: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the n-grams of all sentences in a row, and beside each the sentence it stands in."""
    import numpy as np

    grams = [b"".join(map(_grams, sentence)) for sentence in sentences]
    counts = np.array(list(map(len, grams)), np.int64) // array("I").itemsize
    rows = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    return rows, np.frombuffer(b"".join(grams), np.uintc).astype(np.int64)


def cosines(left: Floats, right: Floats, cells: tuple[Ints, Ints]) -> NDArray[np.float64]:
    """Give the cosine of row `cells[0][k]` of left with row `cells[1][k]` of right, for every k.

    `cells[0]` is sorted. Vectors hold whole numbers, so that sums are exact in any order.
    """
    import numpy as np

    rows, columns = cells
    out = np.empty(len(rows))
    starts = np.flatnonzero(np.diff(rows, prepend=-1)).tolist()
    for first, end in pairwise((*starts, len(rows))):
        out[first:end] = right[columns[first:end]] @ left[rows[first]]
    return out / LENGTH**2


def _folded(
    rows: NDArray[np.int64], grams: NDArray[np.int64], size: int, rarity: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Give the vectors of `size` sentences; `rarity` stands beside each of their n-grams."""
    import numpy as np

    out = np.empty((size, DIMENSIONS), np.float32)
    weight = np.where(grams >> 20 & 1, 1.0, -1.0) * rarity
    for first in range(0, size, _CHUNK):
        ends = np.searchsorted(rows, (first, first + _CHUNK))
        part = slice(*ends)
        chunk = min(_CHUNK, size - first)
        cells = (rows[part] - first) * DIMENSIONS + grams[part] % DIMENSIONS
        block = out[first : first + chunk]
        block.ravel()[:] = np.bincount(cells, weight[part], chunk * DIMENSIONS)
        length = np.sqrt(np.einsum("ij,ij->i", block, block))[:, None]
        np.rint(np.multiply(block, LENGTH / np.maximum(length, 1e-9), out=block), out=block)
    return out
