"""Words of a text with their offsets, and the folding that lets spellings meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeVar

from corpus.model import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’\u00ad][^\W\d_]+)*")
"""A word is letters with inner hyphens or apostrophes; digits are read by corpus.numbers."""

BACKGROUND = 20
"""Rarity is told as if so many other sentences stood beside: two alone say nothing of it."""

KEPT = 200_000
"""So many words are kept with what is known of them, before a table begins anew."""

Known = TypeVar("Known")

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


class ByWord(dict[str, Known]):
    """What is known of each word, worked out when it is first asked for: most words come again."""

    def __init__(self, read: Callable[[str], Known]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Known:
        if len(self) >= KEPT:
            self.clear()
        found = self[word] = self._read(word)
        return found
