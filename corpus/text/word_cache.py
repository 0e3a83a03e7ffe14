"""Cache by word; emptied at 100,000 entries; words over 200 characters are not cached."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

KEPT = 100_000
"""Maximum words in a cache; a full one is emptied, which bounds the memory of long runs."""

LONGEST = 200
"""Longest cached word in characters; a hostile text may be one word of megabytes."""

_T = TypeVar("_T")


class Kept(dict[str, _T]):
    """Value by word, computed at the first look-up."""

    def __init__(self, read: Callable[[str], _T]) -> None:
        self._read = read

    def __missing__(self, word: str) -> _T:
        value = self._read(word)
        if len(word) <= LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = value
        return value
