"""What is read of a word once, and kept for the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

KEPT = 100_000
"""So many words a table keeps with what it knows of them, before it begins anew."""

LONGEST = 200
"""Longer words than so many characters are read each time: a text may be one word of megabytes."""

_T = TypeVar("_T")


class Kept(dict[str, _T]):
    """Answers by word, read once for each."""

    def __init__(self, read: Callable[[str], _T]) -> None:
        self._read = read

    def __missing__(self, word: str) -> _T:
        found = self._read(word)
        if len(word) <= LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = found
        return found
