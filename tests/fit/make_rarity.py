"""Write corpus/lexicon/rarity.npz: how rare words and character n-grams are in each language.

`python -m tests.fit.make_rarity`; needs the extra "fit" and ../shared. Only hashes and a byte of
rarity are written, no text.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon.hashed_words import FOLDER, hash_of
from corpus.lexicon.rarity import FILE, GRAM_CELLS, STEP, UNSEEN, grams_of
from tests.fit.word_counts import LANGUAGES, counts

FORMS = 30_000
"""Forms of each language, the most frequent first."""
WORDS = 18.0
"""Words of a sentence of news, as NTREX has them."""
FLOOR = 2e-7
"""Share of n-grams that no listed form has."""


def rarity_of(share: float) -> int:
    """Return the byte for what stands with this share: -ln of the sentences that have it."""
    having = -math.expm1(-share * WORDS)
    return min(round(-math.log(having) / STEP), round(UNSEEN / STEP))


def arrays(code: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of one language, by their names in the file."""
    shares = counts(code)
    forms = sorted(shares, key=lambda form: (-shares[form], form))[:FORMS]
    known = {hash_of(form): rarity_of(shares[form]) for form in reversed(forms)}
    keys = np.array(sorted(known), np.uint32)
    grams = np.full(GRAM_CELLS, FLOOR)
    for form in forms:
        for cell in grams_of(form).tolist():
            grams[cell % GRAM_CELLS] += shares[form]
    return {
        f"{code}.gaps": np.diff(keys, prepend=np.uint32(0)),
        f"{code}.rarity": np.array([known[key] for key in keys.tolist()], np.uint8),
        f"{code}.grams": np.array([rarity_of(share) for share in grams.tolist()], np.uint8),
    }


def main() -> None:
    """Write the table of all languages."""
    tables = {name: array for code in LANGUAGES for name, array in arrays(code).items()}
    np.savez_compressed(FOLDER / FILE, allow_pickle=False, **tables)


if __name__ == "__main__":
    main()
