"""Passages that are no language: tables of figures, code, encoded pictures, random signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LEAST = 400
"""Characters below which a passage is not judged: a short line of figures may be news."""
_SAMPLE = 1000
"""Characters at the head, in the middle and at the end of a passage by which it is judged."""
_LEAST_WORDS = 0.3
"""Share of the visible characters that stand in words; in news it is above 0.7."""
_WORD = re.compile(r"\b[^\W\d_]{2,40}\b|[^\W\d_\x00-\u024f]{2,}")
"""Letters alone, from two to the longest word; scripts without spaces have longer runs."""


def noisy(text: str, lines: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for each line of a text whether it is noise; all are if what is left is noise too."""
    flags = [is_noise(text, start, end) for start, end in lines]
    rest = text
    if any(flags):
        rest = "\n".join(text[a:b] for (a, b), flag in zip(lines, flags, strict=True) if not flag)
    return [True] * len(flags) if not rest or is_noise(rest) else flags


def is_noise(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return True if `text[start:end]` is long and has few words: "1–1–1–…", "QmFzZTY0…"."""
    end = len(text) if end is None else end
    if end - start < LEAST:
        return False
    return not any(map(_has_words, _samples(text, start, end)))


def _samples(text: str, start: int, end: int) -> Iterator[str]:
    if end - start <= 3 * _SAMPLE:
        yield text[start:end]
        return
    for at in (start, (start + end) // 2, end - _SAMPLE):
        yield text[at : at + _SAMPLE]


def _has_words(sample: str) -> bool:
    visible = sum(map(len, sample.split()))
    letters = sum(map(len, _WORD.findall(sample)))
    return letters >= _LEAST_WORDS * visible
