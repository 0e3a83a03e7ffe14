"""How rare words and character n-grams are in the news of a language, whatever the two texts say.

Rarity is -ln of the share of sentences that have the word, the same scale in all languages: 0 in
every sentence, about 3 for "president", 10.8 for the last of 30,000 listed forms. The counts are
made by tests/fit/make_rarity.py from wordfreq and NTREX (CC BY-SA 4.0; see NOTICE.md).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.lexicon.hashed_words import hash_of, member
from corpus.lexicon.word_parts import bases, compound
from corpus.text.word_cache import Kept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

FILE = "rarity.npz"
STEP = 1 / 4
"""Natural logarithm; rarity is kept in whole steps, in a byte."""
UNSEEN = 12.5
"""Rarity of what no table has: about one word in five million."""
INFLECTED, COMPOUND = 1.0, 2.0
"""What an unlisted form is rarer than its base, and an unlisted compound than its rarer part."""
GRAM_CELLS = 1 << 16
GRAMS = (3, 4, 5)
"""Bytes of the n-grams of a word with a blank at either end."""


def rarity(forms: Sequence[str], code: str) -> Floats:
    """Return how rare folded forms are in a language; UNSEEN for all where it has no table."""
    import numpy as np

    return np.fromiter(map(_known(code).__getitem__, forms), np.float64, len(forms))


def gram_rarity(hashes: Ints, code: str) -> Floats:
    """Return how rare n-grams are in a language, by their CRC-32; UNSEEN where it has no table."""
    import numpy as np

    table = _grams(code)
    if table is None:
        return np.full(len(hashes), UNSEEN)
    found: Floats = table[hashes & (GRAM_CELLS - 1)]
    return found


def grams_of(form: str) -> Ints:
    """Return the CRC-32 of each n-gram of a word."""
    import numpy as np

    data = f" {form} ".encode("utf-8", "replace")
    ends = ((k, k + n) for n in GRAMS for k in range(len(data) - n + 1))
    return np.array([zlib.crc32(data[start:end]) for start, end in ends], np.int64)


@lru_cache(maxsize=16)
def _known(code: str) -> Kept[float]:
    table = _table(code)

    def read(form: str) -> float:
        found = table.get(hash_of(form))
        if found is not None or not table:
            return UNSEEN if found is None else found
        for base in bases(form, code):
            if (found := table.get(hash_of(base))) is not None:
                return min(found + INFLECTED, UNSEEN)
        parts = compound(form, code, lambda part: hash_of(part) in table)
        if parts is None:
            return UNSEEN
        return min(max(table[hash_of(part)] for part in parts) + COMPOUND, UNSEEN)

    return Kept(read)


def _table(code: str) -> dict[int, float]:
    """Return the rarity of each listed form by its hash, none for a language without a table."""
    import numpy as np

    try:
        gaps, steps = member(FILE, f"{code}.gaps"), member(FILE, f"{code}.rarity")
    except KeyError:
        return {}
    keys = np.cumsum(gaps, dtype=np.int64)
    return dict(zip(keys.tolist(), (steps * STEP).tolist(), strict=True))


@lru_cache(maxsize=16)
def _grams(code: str) -> Floats | None:
    import numpy as np

    try:
        found: Floats = member(FILE, f"{code}.grams").astype(np.float64) * STEP
    except KeyError:
        return None
    return found
