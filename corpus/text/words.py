"""Words of a text with their offsets, and the folding that lets spellings meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from corpus.model import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’\u00ad][^\W\d_]+)*")
"""A word is letters with inner hyphens or apostrophes; digits are read by corpus.facts.numbers."""

BACKGROUND = 20
"""Sentences added to every count of rarity, so that two short texts make no word look rare."""

# Letters that Unicode does not decompose but that Nordic and German spellings exchange.
_LETTERS = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ü": "u", "ß": "ss", "đ": "d", "ð": "d",
    "þ": "th", "ł": "l", "œ": "oe", "ı": "i",
})  # fmt: skip


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the span of every word of `text[start:end]`, offsets into `text`."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case without accents, Nordic letters spelt out (å = aa, ø = ö = oe).

    Names match across languages this way: "Ålesund" and "Aalesund", "Malmö" and "Malmø".
    """
    lowered = unicodedata.normalize("NFC", word).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c != "\u00ad")


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(map(fold, WORD.findall(name)))
