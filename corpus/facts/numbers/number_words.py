"""Number words: morphemes of a language's table put together to a value, in and across words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from corpus.languages.tables import load
from corpus.text.phrases import Words

MOST_LETTERS = 80
"""Longer words are no number words: the longest up to 10^12 in one word are shorter."""


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A part of a number word. `role`: small, scale, join; an ordinal ends its number."""

    role: str
    value: float = 0
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words that ends before word `end`."""

    end: int
    value: float
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number as far as it is read: finished thousands, the open group below a thousand.

    `scale` is the last scale taken, `empty` an open group in which nothing has been said.
    """

    total: float = 0
    group: float = 0
    scale: float = field(default=float("inf"))
    empty: bool = True
    joined: bool = False
    closed: bool = False

    @property
    def value(self) -> float:
        return self.total + self.group

    def add(self, part: Morpheme) -> _Sum | None:
        """Return the sum with one more morpheme; None if that begins another number."""
        if self.closed:
            return None
        if part.role == "join":
            started = self.scale < float("inf") or self.group > 0
            return replace(self, joined=True) if started and not self.joined else None
        if part.role == "small":
            return self._add_small(part)
        return self._add_scale(part)

    def _add_small(self, part: Morpheme) -> _Sum | None:
        group, value = self.group, part.value
        tens, units = group % 100 >= 20 and group % 10 == 0, 1 <= value <= 9
        inverted = self.joined and 1 <= group % 100 <= 9 and 20 <= value <= 90 and value % 10 == 0
        fits = (
            self.empty
            or (group >= 100 and group % 100 == 0 and value < 100)
            or (tens and units and not self.joined and group % 100 <= 90)
            or inverted
        )
        if not fits or (value == 0 and (not self.empty or self.total)):
            return None
        closed = part.ordinal or value == 0
        return replace(self, group=group + value, empty=False, joined=False, closed=closed)

    def _add_scale(self, part: Morpheme) -> _Sum | None:
        if self.joined and self.group > 0:
            return None
        if part.value == 100:
            if self.group >= 100 or (self.group == 0 and not self.empty):
                return None
            group = (self.group or 1) * 100
            return replace(self, group=group, empty=False, joined=False, closed=part.ordinal)
        if self.empty and self.scale == 1000 and part.value > 1000:
            return _Sum(self.total * part.value, 0, 1000, closed=part.ordinal)
        if part.value >= self.scale:
            return None
        total = self.total + (self.group if not self.empty else 1) * part.value
        return _Sum(total, 0, part.value, empty=True, closed=part.ordinal)


class NumberWords:
    """The number words of one language."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._parts = dict(_morphemes(table))
        self.point = frozenset(table.get("point") or ())
        self._longest = max(map(len, self._parts), default=0)
        self.morphemes = lru_cache(maxsize=65536)(self._morphemes_of)

    def known(self, word: str) -> bool:
        """Return whether a word can be part of a number; a joining word alone is not."""
        parts = self.morphemes(word)
        return bool(parts) and parts[0].role != "join"

    def digit(self, word: str) -> float | None:
        """Return the value of a word from nought to nine."""
        part = self._parts.get(word)
        plain = part is not None and part.role == "small" and not part.ordinal
        return part.value if part is not None and plain and 0 <= part.value <= 9 else None

    def value(self, word: str) -> float | None:
        """Return the value of a cardinal in one word, None for other words."""
        sum_ = self._grow(_Sum(), word) if self.known(word) else None
        return sum_.value if sum_ is not None and not sum_.joined else None

    def ordinal(self, word: str) -> float | None:
        """Return the value of an ordinal in one word ("tjueførste"), None for other words."""
        sum_ = self._grow(_Sum(), word) if self.known(word) else None
        return sum_.value if sum_ is not None and sum_.closed and sum_.value > 0 else None

    def is_ordinal(self, word: str) -> bool:
        """Return whether a word is an ordinal in one part."""
        part = self._parts.get(word)
        return part is not None and part.ordinal

    def scale(self, word: str) -> float | None:
        """Return the value of a word such as "hundred" or "million"."""
        part = self._parts.get(word)
        scale = part is not None and part.role == "scale" and not part.ordinal
        return part.value if part is not None and scale else None

    def read(self, words: Words, index: int) -> Numeral | None:
        """Return the longest number in words that begins at `index`."""
        result = self.readings(words, index)
        return self._with_decimals(words, result[-1]) if result else None

    def readings(self, words: Words, index: int) -> list[Numeral]:
        """Return every number in words that begins at `index`, the shortest first."""
        numerals: list[Numeral] = []
        if not self.known(words.at(index)):
            return numerals
        sum_, position = _Sum(), index
        while position < len(words):
            grown = self._grow(sum_, words.at(position))
            if grown is None:
                break
            sum_, position = grown, position + 1
            if not sum_.joined:
                numerals.append(Numeral(position, sum_.value, sum_.closed and sum_.value > 0))
            position += self._goes_on(words, position, sum_)
        return numerals

    def _goes_on(self, words: Words, position: int, sum_: _Sum) -> bool:
        """Return whether a sign stands inside a number: "one thousand, two hundred"."""
        if not words.joined(position):
            return False
        if words.at(position) in ("-", "‑", "–", "—"):
            return True
        if words.at(position) != "," or not sum_.empty or sum_.closed or not 0 < sum_.scale < 1e15:
            return False
        position += 1
        while self.known(words.at(position)) or (
            words.at(position) == "-" and words.joined(position)
        ):
            if self.scale(words.at(position)) is not None:
                return True
            position += 1
        return False

    def _grow(self, sum_: _Sum, word: str) -> _Sum | None:
        for part in self.morphemes(word):
            grown = sum_.add(part)
            if grown is None:
                return None
            sum_ = grown
        return sum_ if self.morphemes(word) else None

    def _with_decimals(self, words: Words, whole: Numeral) -> Numeral:
        """Return the number with its spoken decimals: "to komma fem", "one point two five"."""
        digits, position = "", whole.end + 1
        if whole.ordinal or words.at(whole.end) not in self.point:
            return whole
        while (digit := self.digit(words.at(position))) is not None:
            digits, position = digits + str(int(digit)), position + 1
        if not digits:
            position, digits = self._spoken_decimals(words, position)
        if not digits:
            return whole
        return Numeral(position, float(f"{int(whole.value)}.{digits}"))

    def _spoken_decimals(self, words: Words, position: int) -> tuple[int, str]:
        """Return the end and digits of two decimals said as one number: "to komma tjuefem"."""
        result = self.readings(words, position)
        last = result[-1] if result else None
        if last is None or last.ordinal or not 10 <= last.value <= 99:
            return position, ""
        return last.end, str(int(last.value))

    def _morphemes_of(self, word: str) -> tuple[Morpheme, ...]:
        """Return the number morphemes of a word: fem, og, tyve for "femogtyve"."""
        if word in self._parts:
            return (self._parts[word],)
        if not word[:1].isalpha() or not 4 <= len(word) <= MOST_LETTERS:
            return ()
        cuts = self._cuts(word)
        return cuts if cuts and self._makes_sense(cuts) else ()

    def _cuts(self, word: str) -> tuple[Morpheme, ...]:
        """Return the first sensible cut of a word, from its end, longest parts first."""
        ways: list[list[tuple[Morpheme, ...]]] = [[] for _ in word] + [[()]]
        for start in range(len(word) - 1, -1, -1):
            for end in range(min(len(word), start + self._longest), start, -1):
                part = self._parts.get(word[start:end])
                if part is not None:
                    ways[start] += [(part, *rest) for rest in ways[end]][:4]
            del ways[start][8:]
        sensible = (way for way in ways[0] if self._makes_sense(way))
        return next(sensible, ())

    def _makes_sense(self, parts: tuple[Morpheme, ...]) -> bool:
        sum_: _Sum | None = _Sum()
        if parts[0].role == "join":
            return False
        for part in parts:
            sum_ = sum_.add(part) if sum_ is not None else None
        return sum_ is not None


def _morphemes(table: Mapping[str, Any]) -> Iterator[tuple[str, Morpheme]]:
    for word in table.get("joiner") or ():
        yield word, Morpheme("join")
    for name, ordinal in (("cardinals", False), ("ordinals", True)):
        for value, forms in (table.get(name) or {}).items():
            for form in forms:
                yield form, _morpheme(float(value), ordinal)


def _morpheme(value: float, ordinal: bool) -> Morpheme:
    is_scale = value == 100 or (value >= 1000 and re.fullmatch(r"10+", str(int(value))) is not None)
    return Morpheme("scale" if is_scale else "small", value, ordinal)


@lru_cache(maxsize=64)
def number_words(code: str) -> NumberWords:
    """Return the number words of a language; one without a table has none."""
    return NumberWords(load(code).section("numbers"))
