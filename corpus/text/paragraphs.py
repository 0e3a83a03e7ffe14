"""The paragraphs of a text: its lines, unless line ends were put inside sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

_LINE = re.compile(r"\S[^\n]*")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_ENDED = ".!?…:;»”\"'"
_SAMPLE = 20000
"""Characters at the head of a text from which its use of line ends is judged."""
_LONGEST = 400
"""Longest line in characters that may be part of a wrapped paragraph; no mail is that wide."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every paragraph, blank lines left out.

    A line is a paragraph, a heading or a caption. Texts with hard line ends (e-mail, plain-text
    archives) are split at their blank lines; a single line that was broken inside a sentence is
    joined with the next.
    """
    lines = [line.rstrip() for line in text[:_SAMPLE].split("\n")]
    pattern = _PARAGRAPH if _wrapped(lines) else _LINE
    spans = (
        (match.start(), match.start() + len(match.group().rstrip()))
        for match in pattern.finditer(text)
    )
    if pattern is _LINE and _breaks(lines):
        return _joined(text, spans)
    return spans


def _wrapped(lines: list[str]) -> bool:
    """Return True for lines wrapped at a fixed width, as in a mail: many end inside a sentence."""
    runs = [
        (line, after)
        for line, after in itertools.pairwise(lines)
        if line and after and 40 <= len(line) <= 100
    ]
    broken = sum(line[-1] not in _ENDED and after[:1].islower() for line, after in runs)
    return broken >= 2 and broken * 3 > len(runs)


def _breaks(lines: list[str]) -> bool:
    """Return True if lines that begin in lower case continue the sentence of the line before.

    They do if they follow unfinished lines and are at least one line in twenty.
    """
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line and after]
    small = [line for line, after in pairs if after[0].islower()]
    rests = sum(line[-1] not in _ENDED and not line.lstrip()[0].islower() for line in small)
    return rests > 0 and rests * 20 >= len(pairs) and (len(small) - rests) * 4 <= rests


def _joined(text: str, lines: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = next(lines, (0, 0))
    for after, stop in lines:
        if _goes_on(text, start, end, after, stop):
            end = stop
            continue
        yield start, end
        start, end = after, stop
    if end:
        yield start, end


def _goes_on(text: str, start: int, end: int, after: int, stop: int) -> bool:
    """Return True if the line at `after` continues the sentence: "Politiet fant ham / i går."."""
    if not text[after].islower() or stop - start > _LONGEST or text.count("\n", end, after) != 1:
        return False
    line, rest = text[start:end], text[after:stop]
    return (
        line[-1] not in _ENDED
        and line.count(" ") >= 3
        and not line[0].islower()
        and rest[-1] in ".!?…»”\"'"
    )
