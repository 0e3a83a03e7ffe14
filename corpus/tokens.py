"""One sentence as tokens for reading sources: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

from corpus.kept import Kept
from corpus.model import Span

# Initials and short titles keep their period ("J.", "U.S.", "Gen. Smith"), and so does what stands
# before a comma, a bracket or a small letter ("Jr.,", "(R-Wis.)", "Acme Corp. said"): a sentence
# does not end there. Words keep inner marks.
_SPLIT = re.compile(
    r"([^\W\d_a-zæøåäö](?:\.(?:[^\W\d_]\.)+|\w{0,3}\.(?=\s+[^\W\d_a-zæøåäö])"
    r"|[\w’'.-]{0,8}\.(?=[,)]|\s+[^\W\d_A-ZÆØÅÄÖ]))"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+|\w+(?:[-'’&/.]\w+)*|\S)"
)
# Marks that may close a quotation; Danish closes with «.
CLOSING = frozenset("»«”“’\"'")
QUOTES = frozenset("«»“”„\"'‘’")
_MARKS = frozenset('«»“”„"')
DASHES = frozenset("–—-―")
STOPS = frozenset(".!?;:…()[]") | QUOTES


class Tokens:
    """The tokens of one sentence as they are written, the traits of each, and where they stand."""

    __slots__ = ("_end", "_ends", "_low", "_start", "_text", "size", "traits", "words")

    def __init__(
        self, words: list[str], traits: list[frozenset[str]], text: str, start: int, end: int
    ) -> None:
        self.words = words
        self.traits = traits
        self.size = len(words)
        self._text = text
        self._start = start
        self._end = end
        self._low: list[str] | None = None
        self._ends: list[int] = []

    @property
    def low(self) -> list[str]:
        """The tokens in lower case."""
        low = self._low
        if low is None:
            low = self._low = list(map(str.lower, self.words))
        return low

    def span(self, first: int, last: int) -> Span:
        """Give the range of the tokens `first` up to, not including, `last`."""
        words = self.words
        start = self._end_of(first) - len(words[first])
        if last < self.size:
            return Span(start, self._end_of(last - 1))
        word = words[-1]
        return Span(start, self._text.rfind(word, start, self._end) + len(word))

    def _end_of(self, index: int) -> int:
        """Give where a token ends. They are looked for one by one, no further than is asked."""
        ends = self._ends
        if index >= len(ends):
            find, end = self._text.find, ends[-1] if ends else self._start
            for word in self.words[len(ends) : index + 1]:
                end = find(word, end) + len(word)
                ends.append(end)
        return ends[index]

    def text(self, first: int, last: int) -> str:
        """Give the words of a range as they are written, one space for any white space."""
        return " ".join(self.span(first, last).of(self._text).split()) if first < last else ""

    def is_spaced(self, index: int) -> bool:
        """Tell whether white space stands between the token and the one before it."""
        return self._end_of(index) - len(self.words[index]) > self._end_of(index - 1)

    def is_name(self, index: int) -> bool:
        """Tell whether the token looks like (part of) a proper name."""
        return looks_like_name(self.words[index])


def looks_like_name(word: str) -> bool:
    """Tell whether a word looks like (part of) a proper name: a capital or a handle."""
    return word[0].isupper() or (len(word) > 3 and word[0].islower() and word[1:].isupper())


def cut(written: str) -> list[str]:
    """Cut what stands between white space into tokens.

    What ends with a period comes with the first character after the white space: "Corp. s".
    """
    found: list[str] = _SPLIT.findall(written)
    return found[:-1] if " " in written else found


class Pieces(Kept[tuple[Any, ...]]):
    """What stands between white space, cut into tokens, each with its traits behind it."""

    def __init__(self, traits: Mapping[str, frozenset[str]]) -> None:
        super().__init__(
            lambda written: tuple(chain.from_iterable((word, traits[word]) for word in cut(written)))
        )


def tokens(text: str, start: int, end: int, pieces: Pieces) -> Tokens:
    """Cut `text[start:end]` into tokens."""
    sentence = text[start:end]
    parts = sentence.split()
    if "." in sentence[:-1]:
        for place, written in enumerate(parts[:-1]):
            if written[-1] == ".":
                parts[place] = f"{written} {parts[place + 1][0]}"
    found: list[Any] = list(chain.from_iterable(map(pieces.__getitem__, parts)))
    return Tokens(found[::2], found[1::2], text, start, end)


def quoted_tokens(tokens: Tokens) -> frozenset[int]:
    """Give the tokens inside quotation marks; a mark that only closes opened a sentence before."""
    if _MARKS.isdisjoint(tokens.words):
        return frozenset()
    inside: set[int] = set()
    opened: int | None = None
    for index, word in enumerate(tokens.words):
        if word not in _MARKS:
            continue
        after = index == 0 or tokens.words[index - 1] in "([" or tokens.words[index - 1] in DASHES
        spaced = after or tokens.is_spaced(index)
        if spaced and opened is None:
            opened = index
        elif opened is not None or not inside:
            inside.update(range(opened or 0, index))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(tokens.words)))
    return frozenset(inside)
