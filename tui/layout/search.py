"""Search in a text: smart case, diacritics folded, offsets of the text given back; pure."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from corpus.model import Span
from corpus.text.words import fold


def find(text: str, query: str) -> list[Span]:
    """Return the places of `query` in `text`, in order, none overlapping.

    Spellings that `corpus.text.words.fold` brings together are found alike ("malmo" finds "Malmö"
    no less than "malmö" does). Capitals of a query are asked for; one without any meets every case.
    """
    query = " ".join(query.split())
    if not query:
        return []
    cased = query != query.lower()
    folded, starts = _folded(text, cased)
    wanted = "".join(_fold(char, cased) for char in query)
    loose = _places(folded, wanted)
    found: list[Span] = []
    for place in loose:
        first = bisect_right(starts, place.start) - 1
        last = bisect_right(starts, place.end - 1) - 1
        found.append(Span(first, last + 1))
    return found


def _places(text: str, query: str) -> list[Span]:
    found: list[Span] = []
    at = text.find(query) if query else -1
    while at >= 0:
        found.append(Span(at, at + len(query)))
        at = text.find(query, at + len(query))
    return found


@lru_cache(maxsize=4)
def _folded(text: str, cased: bool) -> tuple[str, list[int]]:
    """Return the folded text, and where in it each character of the text starts."""
    table = {char: " " if char.isspace() else _fold(char, cased) for char in set(text)}
    pieces = [table[char] for char in text]
    starts = [0, *accumulate(map(len, pieces))][:-1]
    return "".join(pieces), starts


def _fold(char: str, cased: bool) -> str:
    return fold(char).upper() if cased and char.isupper() else fold(char)
