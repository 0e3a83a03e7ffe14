"""What sentences mean, as the sum of vectors of their words: near where a translation is.

A table of one byte a figure, made once from a sentence model by tests/fit/make_vectors.py (see
NOTICE.md); nothing but numpy is needed to use it. Words of all languages share one space. A vector
is as long as its word is rare, so that a plain sum is the mean weighted by rarity.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from corpus.lexicon.hashed_words import FOLDER, hash_of, member
from corpus.lexicon.word_parts import bases, compound
from corpus.text.word_cache import Kept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

FILE, WORDS = "vectors.npy", "vectors.npz"
STRANGE = 4096
"""The first rows, pointing anywhere: a word that is not listed has one by how it begins, so
that a strange name meets itself in the other text, inflected or not, and nothing else."""
BEGINNING = 6
"""Letters of a strange word that count."""
_CHUNK = 2048
"""Words whose vectors are summed at a time: they stay in the processor's cache."""

Rows = tuple[int, ...]


def sentence_vectors(sentences: Sequence[Sequence[str]], code: str) -> Vectors:
    """Return a row of length 1 for each sentence, given as its folded content words.

    A row of zeros where there is no word, all of them for a language without a table. The cosine of
    two rows is their product, of one language or two.
    """
    import numpy as np

    table, known = _table(), _known(code)
    words = [list(chain.from_iterable(map(known.__getitem__, forms))) for forms in sentences]
    counts = np.fromiter(map(len, words), np.int64, len(words))
    rows = np.fromiter(chain.from_iterable(words), np.int64, int(counts.sum()))
    found = np.zeros((len(words), table.shape[1]), np.float32)
    told = np.flatnonzero(counts)
    ends = np.cumsum(counts[told])
    for first, end in _parts(ends.tolist()):
        begins = ends[first:end] - counts[told[first:end]]
        block = table[rows[begins[0] : ends[end - 1]]].astype(np.float32)
        found[told[first:end]] = np.add.reduceat(block, begins - begins[0], axis=0)
    lengths = np.sqrt(np.einsum("ij,ij->i", found, found))
    found /= np.where(lengths > 0, lengths, 1)[:, None]
    return found


def _parts(ends: Sequence[int]) -> list[tuple[int, int]]:
    """Return runs of sentences, each of about _CHUNK words; `ends` counts the words up to each."""
    parts, first, least = [], 0, _CHUNK
    for index, end in enumerate(ends):
        if end >= least or index == len(ends) - 1:
            parts.append((first, index + 1))
            first, least = index + 1, end + _CHUNK
    return parts


@lru_cache(maxsize=1)
def _table() -> NDArray[np.int8]:
    """Return the vectors, mapped and not read: a comparison looks at few of them."""
    import numpy as np

    found: NDArray[np.int8] = np.load(FOLDER / FILE, mmap_mode="r", allow_pickle=False)
    return found


@lru_cache(maxsize=16)
def _known(code: str) -> Kept[Rows]:
    table = _rows(code)

    def listed(form: str) -> int | None:
        found = table.get(hash_of(form))
        if found is not None:
            return found
        return next((table[k] for b in bases(form, code) if (k := hash_of(b)) in table), None)

    def read(form: str) -> Rows:
        found = listed(form) if table else None
        if found is not None or not table:
            return () if found is None else (found,)
        parts = compound(form, code, lambda part: listed(part) is not None)
        if parts is None:
            return (hash_of(form[:BEGINNING]) % STRANGE,)
        return tuple(row for part in parts if (row := listed(part)) is not None)

    return Kept(read)


def _rows(code: str) -> dict[int, int]:
    """Return the row of each listed form by its hash, none for a language without a table."""
    import numpy as np

    try:
        gaps, rows = member(WORDS, f"{code}.gaps"), member(WORDS, f"{code}.rows")
    except KeyError:
        return {}
    keys = np.cumsum(gaps, dtype=np.int64)
    return dict(zip(keys.tolist(), rows.tolist(), strict=True))
