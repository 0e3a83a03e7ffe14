"""Whether two spellings are of one name: "Tokajev" and "Tokayev", not "Rait" and "Raite"."""

from __future__ import annotations

import re
from functools import lru_cache

# How names are written in other alphabets' Latin spellings; applied in order to folded names.
_LEVELS = [
    (re.compile(pattern), level)
    for pattern, level in (
        (r"(?:'s|’s|s|')$", ""),
        (r"['’-]", ""),
        (r"dj", "j"),
        (r"tsch|tsj|tch|tj", "ch"),
        (r"zh|sch|sj|sh", "s"),
        (r"kh|ch|ck|q|c", "k"),
        (r"ph|ff", "f"),
        (r"w", "v"),
        (r"f$", "v"),
        (r"z|x", "s"),
        (r"ou|oo", "u"),
        (r"ae", "e"),
        (r"oe", "o"),
        (r"[jy]|ie", "i"),
        (r"(?<=[aeioudgt])h", ""),
        (r"(.)\1+", r"\1"),
    )
]


def one_name(x: str, y: str) -> bool:
    """Return whether two folded words are spellings of one name, genitives included."""
    return x == y or level(x) == level(y)


@lru_cache(maxsize=65536)
def level(name: str) -> str:
    """Return a folded name with what spellings exchange made equal: "sophie" is "sofi"."""
    for pattern, levelled in _LEVELS:
        name = pattern.sub(levelled, name)
    return name
