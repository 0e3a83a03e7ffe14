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
"""Rarity is told as if so many other sentences stood beside: two alone say nothing of it."""

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
    """Give the word in lower case without accents, Nordic letters written out (å = aa, ø = ö = oe).

    Names meet across languages this way: "Ålesund" and "Aalesund", "Malmö" and "Malmø".
    """
    lowered = unicodedata.normalize("NFC", word).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c != "\u00ad")


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """Give the folded words of a name."""
    return tuple(map(fold, WORD.findall(name)))
