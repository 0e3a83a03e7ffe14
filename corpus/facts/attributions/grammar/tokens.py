"""One sentence as tokens for reading sources: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

from corpus.model import Span
from corpus.text.word_cache import Kept

# Initials and short titles keep their period ("J.", "U.S.", "Gen. Smith"), and so does what stands
# before a comma, a bracket or a small letter ("Jr.,", "(R-Wis.)", "Acme Corp. said"): a sentence
# does not end there. Words keep inner marks.
_SPLIT = re.compile(
    r"([^\W\d_a-zæøåäö](?:\.(?:[^\W\d_]\.)+|\w{0,3}\.(?=\s+[^\W\d_a-zæøåäö])"
    r"|[\w’'.-]{0,8}\.(?=[,)]|\s+[^\W\d_A-ZÆØÅÄÖ]))"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+|\w+(?:[-'’&/.]\w+)*(?::[a-zåäö]{1,3}(?!\w))?|\S)"
)
# Marks that may close a quotation; Danish closes with «.
CLOSING = frozenset("»«”“’\"'")
QUOTES = frozenset("«»“”„\"'‘’")
_MARKS = frozenset('«»“”„"')
DASHES = frozenset("–—-―")
STOPS = frozenset(".!?;:…()[]") | QUOTES


class Tokens:
    """The tokens of one sentence: as written, in lower case, their traits, and where they stand."""

    __slots__ = ("_end", "_ends", "_fields", "_start", "_text", "low", "size", "traits", "words")

    def __init__(self, pieces: Iterable[tuple[Any, ...]], text: str, start: int, end: int) -> None:
        fields: list[Any] = []
        for piece in pieces:
            fields += piece
        self.words: list[str] = fields[::4]
        self.low: list[str] = fields[1::4]
        self.traits: list[frozenset[str]] = fields[2::4]
        self.size = len(self.words)
        self._fields, self._text, self._start, self._end = fields, text, start, end
        self._ends: list[int] | None = None

    def span(self, first: int, last: int) -> Span:
        """Return the range of the tokens `first` up to, not including, `last`."""
        ends = self._ends or self._placed()
        return Span(ends[first + 1] - len(self.words[first]), ends[last])

    def _placed(self) -> list[int]:
        """Return where each token ends, after what stands before the first: asked by few sentences.

        A sentence with more than one space somewhere is searched for its tokens.
        """
        ends = list(accumulate(self._fields[3::4], initial=self._start - 1))
        if ends[-1] != self._end:
            end, find = self._start, self._text.find
            ends = [end, *((end := find(word, end) + len(word)) for word in self.words)]
        self._ends = ends
        return ends

    def text(self, first: int, last: int) -> str:
        """Return the words of a range as they are written, one space for any white space."""
        return " ".join(self.span(first, last).of(self._text).split()) if first < last else ""

    def is_spaced(self, index: int) -> bool:
        """Return whether white space stands between the token and the one before it."""
        ends = self._ends or self._placed()
        return ends[index + 1] - len(self.words[index]) > ends[index]

    def is_name(self, index: int) -> bool:
        """Return whether the token looks like (part of) a proper name."""
        return looks_like_name(self.words[index])


def looks_like_name(word: str) -> bool:
    """Return whether a word looks like (part of) a proper name: a capital or a handle."""
    return word[0].isupper() or (len(word) > 3 and word[0].islower() and word[1:].isupper())


def cut(written: str) -> list[str]:
    """Cut what stands between white space into tokens.

    What ends with a period comes with the first character after the white space: "Corp. s".
    """
    fields: list[str] = _SPLIT.findall(written)
    return fields[:-1] if " " in written else fields


class Pieces(Kept[tuple[Any, ...]]):
    """What stands between white space, cut into tokens.

    Each is told as written, in lower case, by its traits and by its width, with a space before it
    if there is one.

    What is spelled alike is one string, so that the next look-up finds it in a place just read.
    """

    def __init__(self, traits: Mapping[str, frozenset[str]]) -> None:
        super().__init__(self._read_piece)
        self._traits = traits

    def _read_piece(self, written: str) -> tuple[Any, ...]:
        fields: list[Any] = []
        for position, word in enumerate(cut(written)):
            same = written if word == written else word
            low = word.lower()
            width = len(word) + (position == 0)
            fields += (same, same if low == word else low, self._traits[word], width)
        return tuple(fields)


def tokens(text: str, start: int, end: int, runs: list[str], pieces: Pieces) -> Tokens:
    """Cut `text[start:end]`, which has these runs between its spaces, into tokens."""
    parts = runs
    if text.find(".", start, end - 1) >= 0:
        parts = [*runs]
        for position, written in enumerate(runs[:-1]):
            if written[-1] == ".":
                parts[position] = f"{written} {runs[position + 1][0]}"
    return Tokens(map(pieces.__getitem__, parts), text, start, end)


def quoted_tokens(tokens: Tokens) -> frozenset[int]:
    """Return the tokens in quotation marks; a mark that only closes opened a sentence before."""
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
