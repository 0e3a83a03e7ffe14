"""Passages that accounts have word for word, outside quotations: accounts that are one origin.

Reporters of one event share what people said, but not their own sentences: of 300 pairs of BASIL
articles on one event, 49 share more than a tenth of their five-word runs, and outside quotations
one does. It is never said who copied whom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.model import Article, Span
from corpus.text.words import fold

RUN = 5
"""Words of a run that is looked up: shorter ones stand in independent texts, too."""
SHORTEST = 8
"""Words of a shared passage that is told; a run or two may be a phrase."""
COPIED = 0.10
"""Minimum share of the shorter account's words outside quotations that makes two one origin."""
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"\n]{1,2000}[»”“\"]|^[ \t]*[–—-] .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shared:
    """The passages that two accounts share, as spans on either side, and how much that is.

    `share` is the part of the shorter account's words outside quotations, from 0 to 1.
    """

    a: int
    b: int
    share: float
    passages: tuple[tuple[Span, Span], ...]


def shared_passages(articles: Sequence[Article]) -> tuple[Shared, ...]:
    """Return the pairs of accounts that share passages outside quotations, most shared first."""
    words = [_own_words(article.text) for article in articles]
    found = [_shared(a, b, words[a], words[b]) for a, b in combinations(range(len(words)), 2)]
    return tuple(
        sorted((pair for pair in found if pair.passages), key=lambda p: (-p.share, p.a, p.b))
    )


def origins(articles: Sequence[Article], shared: Sequence[Shared]) -> tuple[int, ...]:
    """Return the origin of each account, by the number of the first account of that origin."""
    found = list(range(len(articles)))
    for pair in shared:
        if pair.share >= COPIED:
            low, high = sorted((found[pair.a], found[pair.b]))
            found = [low if origin == high else origin for origin in found]
    return tuple(found)


_Word = tuple[str, int, int]  # folded word, start and end in the text


def _own_words(text: str) -> list[_Word]:
    """Return the words of a text that stand in no quotation."""
    quoted = bytearray(len(text))
    for match in _QUOTED.finditer(text):
        quoted[match.start() : match.end()] = b"\1" * len(match.group())
    return [
        (fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text) if not quoted[m.start()]
    ]


def _shared(a: int, b: int, left: list[_Word], right: list[_Word]) -> Shared:
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(right) - RUN + 1):
        places.setdefault(tuple(word for word, _, _ in right[at : at + RUN]), at)
    passages, words, at = [], 0, 0
    while at <= len(left) - RUN:
        other = places.get(tuple(word for word, _, _ in left[at : at + RUN]))
        length = _length(left, at, right, other) if other is not None else 0
        if other is not None and length >= SHORTEST:
            passages.append((_span(left, at, length), _span(right, other, length)))
            words += length
        at += max(1, length if length >= SHORTEST else 1)
    shorter = max(1, min(len(left), len(right)))
    return Shared(a, b, min(1.0, words / shorter), tuple(passages))


def _length(left: list[_Word], at: int, right: list[_Word], other: int) -> int:
    """Return how many words from both places on are the same."""
    length = 0
    while (
        at + length < len(left)
        and other + length < len(right)
        and left[at + length][0] == right[other + length][0]
    ):
        length += 1
    return length


def _span(words: list[_Word], at: int, length: int) -> Span:
    return Span(words[at][1], words[at + length - 1][2])
