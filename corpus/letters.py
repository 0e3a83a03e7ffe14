"""Sentences as weighted character n-grams: the second witness beside whole words.

n-grams of 3 to 5 characters inside padded words, weighted by rarity (TF-IDF). Rarity is counted in
2^18 hashed cells; the vectors are folded into DIMENSIONS by signed hashing, so that a cosine costs
the same at any length (its error is about 1 / sqrt(DIMENSIONS)). Hashing is CRC-32: the same in
every run.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSIONS = 2048
_CELLS = 1 << 18
_CHUNK = 2000


@lru_cache(maxsize=65536)
def _grams(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    return tuple(
        zlib.crc32(padded[k : k + n].encode("utf-8", "replace"))
        for n in (3, 4, 5)
        for k in range(len(padded) - n + 1)
    )


def letter_vectors(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give a unit vector of DIMENSIONS for each sentence; rarity is counted over both sides."""
    import numpy as np

    hashed = [
        [np.array([g for w in sentence for g in _grams(w)], np.int64) for sentence in side]
        for side in (left, right)
    ]
    spread = np.zeros(_CELLS)
    for side in hashed:
        for grams in side:
            spread[np.unique(grams % _CELLS)] += 1
    rarity = np.log((len(left) + len(right) + 1) / np.maximum(spread, 1))
    return _folded(hashed[0], rarity), _folded(hashed[1], rarity)


def cosines(
    left: NDArray[np.float32], right: NDArray[np.float32], cells: tuple[NDArray[np.int64], ...]
) -> NDArray[np.float64]:
    """Give the cosine of row `cells[0][k]` of left with row `cells[1][k]` of right, for every k."""
    import numpy as np

    out = np.empty(len(cells[0]))
    for first in range(0, len(out), _CHUNK):
        a, b = (side[first : first + _CHUNK] for side in cells)
        out[first : first + len(a)] = np.einsum("ij,ij->i", left[a], right[b])
    return out


def _folded(
    sentences: Sequence[NDArray[np.int64]], rarity: NDArray[np.float64]
) -> NDArray[np.float32]:
    import numpy as np

    out = np.zeros((len(sentences), DIMENSIONS), np.float32)
    for first in range(0, len(sentences), _CHUNK):
        chunk = sentences[first : first + _CHUNK]
        rows = np.repeat(np.arange(len(chunk)), [len(grams) for grams in chunk])
        grams = np.concatenate(chunk) if chunk else np.empty(0, np.int64)
        sign = np.where(grams >> 20 & 1, 1.0, -1.0)
        cells = rows * DIMENSIONS + grams % DIMENSIONS
        flat = np.bincount(cells, sign * rarity[grams % _CELLS], len(chunk) * DIMENSIONS)
        block = flat.reshape(len(chunk), DIMENSIONS)
        length = np.maximum(np.linalg.norm(block, axis=1, keepdims=True), 1e-9)
        out[first : first + len(chunk)] = block / length
    return out
