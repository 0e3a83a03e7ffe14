"""Concepts that words of five languages share, as numbers: "fengsel" and "prison" meet.

From the Open Multilingual Wordnet and WordNet 3.0 (see NOTICE.md), made by
tests/fit/make_wordnet.py. A word stands for all of its senses, so that a shared number is weaker
evidence than a shared concept of the language tables.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.lexicon.hashed_words import hash_of, member
from corpus.lexicon.word_parts import bases, compound
from corpus.text.word_cache import Kept

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Synsets = NDArray[np.int64]

FILE = "wordnet.npz"


def synsets(form: str, code: str) -> Synsets:
    """Return the numbers of the concepts that a folded form may stand for, sorted; often none.

    An inflected form has those of its base, a compound that is not listed those of its head.
    """
    return _known(code)[form]


@lru_cache(maxsize=16)
def _known(code: str) -> Kept[Synsets]:
    import numpy as np

    table = _table(code)
    none = np.empty(0, np.int64)

    def listed(form: str) -> Synsets | None:
        found = table.get(hash_of(form))
        return found if found is not None or not table else _of_base(form, code, table)

    def read(form: str) -> Synsets:
        found = listed(form)
        if found is not None or not table:
            return none if found is None else found
        parts = compound(form, code, lambda part: listed(part) is not None)
        head = listed(parts[1]) if parts else None
        return none if head is None else head

    return Kept(read)


def _of_base(form: str, code: str, table: dict[int, Synsets]) -> Synsets | None:
    """Return the concepts of the longest listed word that a form is an inflection of."""
    return next((table[key] for base in bases(form, code) if (key := hash_of(base)) in table), None)


def _table(code: str) -> dict[int, Synsets]:
    """Return the concepts of each listed form by its hash, none for a language without a table."""
    import numpy as np

    try:
        gaps, counts, ids = (member(FILE, f"{code}.{name}") for name in ("gaps", "counts", "ids"))
    except KeyError:
        return {}
    keys = np.cumsum(gaps, dtype=np.int64)
    parts = np.split(ids.astype(np.int64), np.cumsum(counts, dtype=np.int64)[:-1])
    return dict(zip(keys.tolist(), parts, strict=True))
