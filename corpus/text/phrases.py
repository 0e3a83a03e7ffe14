"""Words of a sentence with their offsets, and tables of phrases looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

_SPLIT = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+|\S)")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Words:
    """The words, figures and signs of `text`: lower-cased, each with its half-open range."""

    text: str
    words: tuple[str, ...]
    written: tuple[str, ...]
    """The words as they stand in the text."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def at(self, index: int) -> str:
        """Return the lower-cased word at `index`, "" beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Return the word at `index` as written, "" beyond either end."""
        return self.written[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """Return the text between the word before `index` and the word at `index`."""
        if not 0 < index < len(self.words):
            return " "
        return self.text[self.ends[index - 1] : self.starts[index]]

    def joined(self, index: int) -> bool:
        """Return True if no space separates the word at `index` from the one before it."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]


def words_of(text: str) -> Words:
    """Return the words, figures (with inner points and commas) and signs of a text."""
    pieces = _SPLIT.split(text)
    ends = tuple(accumulate(map(len, pieces), initial=0))
    written = tuple(pieces[1::2])
    return Words(text, tuple(map(str.lower, written)), written, ends[1:-1:2], ends[2::2])


def phrase(text: str) -> tuple[str, ...]:
    """Return the words of a table's phrase, split as texts are split."""
    return tuple(_SPLIT.findall(text.lower()))


class Phrases(Generic[Value]):
    """A table from phrases to values; the longest phrase that matches at an index wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for text, value in entries:
            parts = phrase(text)
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, value))
                self._by_last.setdefault(parts[-1], []).append((parts, value))
        for table in (self._by_first, self._by_last):
            for candidates in table.values():
                candidates.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """Every word that begins a phrase."""
        return frozenset(self._by_first)

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """Return the end index and the value of the longest phrase that begins at `index`."""
        for parts, value in self._by_first.get(words.at(index), ()):
            end = index + len(parts)
            if words.words[index:end] == parts:
                return end, value
        return None

    def before(self, words: Words, end: int) -> tuple[int, Value] | None:
        """Return the start index and the value of the longest phrase that ends before `end`."""
        for parts, value in self._by_last.get(words.at(end - 1), ()):
            start = end - len(parts)
            if start >= 0 and words.words[start:end] == parts:
                return start, value
        return None
