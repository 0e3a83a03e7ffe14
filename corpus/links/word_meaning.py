"""How near sentences are in meaning by the vectors of their words: a table, and no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.lexicon.word_vectors import sentence_vectors
from corpus.links.terms import Sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

BESIDE = 0.5
"""Weight of the sentences just before and after in the vector of a passage."""
DIGITS = 4
"""Decimals of a cosine; sums in another order give the same."""
_CHUNK = 4096


def word_cosines(a: Sentences, b: Sentences, cells: tuple[Ints, Ints]) -> list[Floats]:
    """Return the cosines of pairs of sentences, and of the passages around them.

    A passage is a sentence with those just before and after it: "He was found on Tuesday." says of
    whom by its neighbours.
    """
    left, right = (sentence_vectors(side.forms, side.article.language) for side in (a, b))
    return [_cosines(left, right, cells), _cosines(_passages(left), _passages(right), cells)]


def _passages(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    around = rows.copy()
    around[1:] += BESIDE * rows[:-1]
    around[:-1] += BESIDE * rows[1:]
    lengths = np.sqrt(np.einsum("ij,ij->i", around, around))
    around /= np.where(lengths > 0, lengths, 1)[:, None]
    return around


def _cosines(
    left: NDArray[np.float32], right: NDArray[np.float32], cells: tuple[Ints, Ints]
) -> Floats:
    import numpy as np

    cosines = np.empty(len(cells[0]))
    for first in range(0, len(cosines), _CHUNK):
        part = slice(first, first + _CHUNK)
        product = left[cells[0][part]] * right[cells[1][part]]
        cosines[part] = product.sum(axis=1)
    return np.round(cosines, DIGITS)
