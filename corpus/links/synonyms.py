"""Words of two vocabularies that may stand for one concept: a second, weaker class of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.lexicon.wordnet import synsets

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.links.term_index import Pairs

    Ints = NDArray[np.int64]

LIKENESS = 0.6
"""Likeness of two words that share a concept; those that meet by spelling have 0.75 or more."""
MOST = 64
"""Pairs of words of one concept above which it says nothing."""


def with_synonyms(
    pairs: Pairs, left: Sequence[str], right: Sequence[str], codes: tuple[str, str]
) -> Pairs:
    """Return the pairs of words that meet by spelling, and those that share a concept besides.

    "flyplass" and "airport" meet; a pair that is there already keeps its likeness.
    """
    import numpy as np

    rows, columns, likeness = pairs
    more = _sharing(_concepts(left, codes[0]), _concepts(right, codes[1]), len(right))
    known = np.sort(rows * max(len(right), 1) + columns)
    index = np.minimum(np.searchsorted(known, more), max(len(known) - 1, 0))
    new = more[known[index] != more] if len(known) else more
    i, j = np.divmod(new, max(len(right), 1))
    every = np.full(len(new), LIKENESS)
    return (
        np.concatenate([rows, i]),
        np.concatenate([columns, j]),
        np.concatenate([likeness, every]),
    )


def _concepts(forms: Sequence[str], code: str) -> tuple[Ints, Ints]:
    """Return the concepts of all forms, sorted, and the position of the form of each."""
    import numpy as np

    each = [synsets(form, code) for form in forms]
    form = np.repeat(np.arange(len(each)), list(map(len, each)))
    concept = np.concatenate([np.empty(0, np.int64), *each])
    order = np.argsort(concept, kind="stable")
    return concept[order], form[order]


def _sharing(left: tuple[Ints, Ints], right: tuple[Ints, Ints], width: int) -> Ints:
    """Return the pairs of forms that share a concept of few words, as row * width + column."""
    import numpy as np

    concepts, forms = left
    first = np.searchsorted(right[0], concepts, side="left")
    counts = np.searchsorted(right[0], concepts, side="right") - first
    _, index, many = np.unique(concepts, return_inverse=True, return_counts=True)
    counts = np.where(many[index] * counts > MOST, 0, counts)
    row = np.repeat(forms, counts)
    offset = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    column = right[1][np.repeat(first, counts) + offset]
    return np.unique(row * max(width, 1) + column)
