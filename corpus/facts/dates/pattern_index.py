"""Index of the first two words of date patterns: a regex is tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress

from corpus.errors import LanguageError
from corpus.text.word_cache import Kept

DIGITS = "0"
"""Key of all figures in the index."""
_STRETCH = 100_000
"""Characters that are cut into words at once, so that memory stays flat on long texts."""
_ANY = ""
_UNSURE = "_"
"""Key of a word that may be two ("12th", "til14"): anything may follow."""
_MIXED = "0_"
"""Key of figures and letters in one word ("12th", "5pm"): anything may follow."""
_WORD = re.compile(r"\w+")
_PART = re.compile(r"\(\?:([^()]*)\)(\??)|\{(\w+)\}|(\w+)")


_Opener = tuple[dict[str, list[int]], list[int]]
"""Patterns that begin with a word, by the word after it, and those tried whatever follows."""

_NONE: _Opener = ({}, [])

_Worth = tuple[int, bool, _Opener, str]
"""A word in a run of text that may open patterns: its place, whether it is always given, what it
opens, and what the next word of the run is looked up by, nothing for the last."""


class Openings:
    """Index that finds the places of a text at which each numbered pattern is worth trying.

    Of the words that open some, those that `always` tells are given whatever follows them.
    """

    def __init__(self, always: Callable[[str], bool]) -> None:
        self._always = always
        self._pairs: dict[str, dict[str, set[int]]] = {}
        self._openers: Kept[_Opener | None] = Kept(self._opener)
        self._runs = Kept(self._worth)
        self._heads = Kept(_head)

    def add(self, pattern: int, entries: Iterable[str], follows: Iterable[str] = ()) -> None:
        """Try a pattern at the entries, each before one of `follows`, or before any word.

        An entry of several words tells itself what follows its first.
        """
        seconds = {_first_words(entry)[0] for entry in follows} or {_ANY}
        for entry in entries:
            first, second = _first_words(entry)
            pairs = self._pairs.setdefault(first, {})
            for follower in (second,) if second else seconds:
                pairs.setdefault(follower, set()).add(pattern)

    def find(self, text: str) -> Iterator[tuple[int, bool, list[int]]]:
        """Yield where words begin, whether they are always given, and the patterns they open."""
        start, heads = 0, self._heads
        while start < len(text):
            end = text.find("\n", start + _STRETCH) + 1 or len(text)
            runs = text[start:end].replace("\n", " ").split(" ")
            ends = list(accumulate(map(len, runs), initial=start))
            worth = list(map(self._runs.__getitem__, runs))
            runs.append(_UNSURE)
            for index in compress(range(len(worth)), worth):
                for position, always, (before, alone), second in worth[index]:
                    after = index
                    while not second:
                        second = heads[runs[after := after + 1]]
                    patterns = before.get(second, alone)
                    if patterns or always:
                        yield ends[index] + index + position, always, patterns
            start = end

    def _worth(self, run: str) -> tuple[_Worth, ...]:
        openers = list(map(self._opener_of, _WORD.findall(run)))
        if not any(openers):
            return ()
        words = list(_WORD.finditer(run))
        seconds = [*(_key(word[0]) for word in words[1:]), ""]
        return tuple(
            (word.start(), self._always(word[0]), opener, second)
            for word, opener, second in zip(words, openers, seconds, strict=True)
            if opener is not None
        )

    def _opener_of(self, word: str) -> _Opener | None:
        if word[0] <= "9":
            return self._openers[DIGITS if word.isdecimal() else _MIXED]
        lower = word.lower()
        if lower in self._pairs:
            return self._openers[lower]
        return _NONE if self._always(word) else None

    def _opener(self, first: str) -> _Opener | None:
        pairs = self._pairs.get(DIGITS if first == _MIXED else first)
        if pairs is None:
            return None
        alone = pairs.get(_ANY, set())
        before = {second: sorted(alone | patterns) for second, patterns in pairs.items()}
        before[_UNSURE] = sorted(alone.union(*pairs.values()))
        return ({}, before[_UNSURE]) if first == _MIXED else (before, sorted(alone))


def _head(run: str) -> str:
    """Return what the first word of a run is looked up by, nothing where it has none."""
    word = _WORD.search(run)
    return _key(word[0]) if word else ""


def _key(word: str) -> str:
    """Return what a word is looked up by where it follows another."""
    if word[0] <= "9":
        return DIGITS if word.isdecimal() else _UNSURE
    return word.lower() if word.isalpha() else _UNSURE


def shape_openings(
    shape: str, fields: Mapping[str, Iterable[str]]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Return what can stand first in "(?:the|in the)? ?last {n} {unit}", and second after it."""
    parts = [
        ([*fields[name]] if name else group.split("|") if group else [word], bool(optional))
        for group, optional, name, word in _PART.findall(shape)
    ]
    for position, (options, optional) in enumerate(parts):
        follows: list[str] = []
        for later, skipped in parts[position + 1 :]:
            follows += later
            if not skipped:
                break
        yield options, follows
        if not optional:
            return


@lru_cache(maxsize=1000)
def _first_words(entry: str) -> tuple[str, str]:
    """Return the first and second word of an entry as they are looked up in a text."""
    words = _WORD.findall(entry)
    if not words or not entry.startswith(words[0]):
        raise LanguageError(f"dates: '{entry}' begins with no word; begin it with a letter.")
    first, second = (word.lower() if word[0] > "9" else DIGITS for word in [*words, "\0"][:2])
    return first, second if len(words) > 1 else ""
