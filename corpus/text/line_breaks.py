"""Lines broken by hand inside a paragraph, as in a mail, a PDF or teletext, and how they join.

A break is one by hand if the line is full (the next word would not have fitted), or if the sentence
plainly goes on. Lines of other texts are paragraphs, headings and captions, and stay apart.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ENDED = ".!?…:;»”\"'"
_CLOSED = ".!?…»”\"'"
_SAMPLE = 20_000
"""Characters at the head of a text from which its use of line ends is judged."""
_WIDEST, _NARROWEST = 110, 24
"""Width in characters of lines broken by hand: from a column of teletext to a page of a PDF."""
_NEARLY_FULL = 0.7
"""Share of the width that a broken line and the next word fill, also where the edge is ragged."""
_FILLED = 0.85
"""Share of the breaks inside sentences that a program made, which fills every line."""
_LONGEST = 400
"""Longest line in characters that a lone break may follow; a longer one is a paragraph."""
# Patterns are text, compiled when a text with broken lines comes: the first screen waits for this.
_OPENS = (
    r"[•◦▪·]|(?:[*>|]|#{1,6}|\d{1,2}[.)]|[a-z]\))\s"
    r"|[-–—](?:\s|[^\W\d_a-zæøåäö]|[«»“”\"])"
)
_END = r"[.!?…][»”\"')\]]*$"
_SHORTENED = r"(?:^|[\s(.])(?:\d{1,2}|[^\W\d_]{1,2})\.$"
_HYPHENED = r"([^\W\d_]+)-$"
_FIRST_WORD = r"[^\W\d_]+"
_WORDS = r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-)"
_SHORT_WORD = 5
"""Longest word in letters that may follow a hanging hyphen: "inn- og utland", "för- eller"."""


class _Layout(NamedTuple):
    """How the lines were broken: at which width, filled to it or ragged, with blank lines."""

    width: int
    filled: bool
    spaced: bool


def unbroken(text: str) -> tuple[str, int]:
    """Return a text with a space for each line break by hand, and the number of breaks.

    A word that was parted at the end of a line is put together again: "luft-⏎ambulanse".
    """
    if "\n" not in text:
        return text, 0
    sample = [line.strip() for line in text[:_SAMPLE].split("\n")]
    layout = _layout(sample)
    if layout is None and not _has_lone_breaks(sample):
        return text, 0
    lines = text.split("\n")
    joins = list(_joins(lines, layout) if layout else _lone_joins(lines))
    return _joined(lines, joins), sum(joins)


def _layout(lines: Sequence[str]) -> _Layout | None:
    """Return how the lines of a text were broken by hand, None if they were not."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a and b and len(a) <= _WIDEST]
    lengths = sorted(len(line) for pair in pairs for line in pair if len(line) <= _WIDEST)
    if not lengths:
        return None
    width = lengths[-1 - len(lengths) // 50]
    broken = [_reach(a, b) for a, b in pairs if a[-1] not in _ENDED and b[0].islower()]
    full = sum(reach > width for reach in broken)
    nearly = sum(reach > _NEARLY_FULL * width for reach in broken)
    if len(broken) < 2 or len(broken) * 3 <= len(pairs) or nearly * 2 <= len(broken):
        return None
    if width < _NARROWEST:
        return None
    return _Layout(width, filled=full > _FILLED * len(broken), spaced="" in lines)


def _reach(line: str, after: str) -> int:
    """Return the length that a line would have with the first word of the next."""
    return len(line) + 1 + len(after.split(None, 1)[0])


def _joins(lines: Sequence[str], layout: _Layout) -> Iterator[bool]:
    """Yield for each line but the last whether the next one continues its paragraph."""
    inside = False  # the line is itself a continuation
    for line, after in itertools.pairwise(map(str.strip, lines)):
        heading = line[:1] == "#" and line.lstrip("#")[:1] == " "
        possible = line and after and len(line) <= _WIDEST and not heading
        inside = bool(possible) and _goes_on(line, after, layout, inside=inside)
        yield inside


def _goes_on(line: str, after: str, layout: _Layout, *, inside: bool) -> bool:
    """Return True if `after` continues the paragraph of `line`.

    A full line does; of paragraphs without blank lines between them only inside a sentence.
    """
    reach = _reach(line, after)
    ragged = layout.spaced and not layout.filled
    full = reach > layout.width * (_NEARLY_FULL if ragged else 1)
    ended = re.search(_END, line) is not None
    if re.match(_OPENS, after):
        dash = after[0] in "-–—" and after[1:2] == " "
        return dash and full and not ended and (inside or layout.spaced)
    if full:
        return layout.spaced or not ended or after[0].islower() or _is_shortened(line)
    if ended or line[-1] in ":;":
        return False
    if after[0].islower():
        parted = re.search(_HYPHENED, line) is not None
        return layout.spaced or parted or reach > _NEARLY_FULL * layout.width
    return (inside and not layout.filled) or (layout.spaced and line[-1] == ",")


def _is_shortened(line: str) -> bool:
    """Return True for a line that ends in an abbreviation or ordinal: "kl.", "St.", "6."."""
    return re.search(_SHORTENED, line) is not None


def _has_lone_breaks(lines: Sequence[str]) -> bool:
    """Return True if lines that begin in lower case continue the sentence of the line before.

    They do if they follow unfinished lines and are at least one line in twenty.
    """
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line and after]
    small = [line for line, after in pairs if after[0].islower()]
    rests = sum(line[-1] not in _ENDED and not line.lstrip()[0].islower() for line in small)
    return rests > 0 and rests * 20 >= len(pairs) and (len(small) - rests) * 4 <= rests


def _lone_joins(lines: Sequence[str]) -> Iterator[bool]:
    """Yield for each line but the last whether the next is the rest of its sentence."""
    start, length = lines[0].strip(), len(lines[0])
    for line, after in itertools.pairwise(map(str.strip, lines)):
        joins = length <= _LONGEST and _is_rest(start, line, after)
        yield joins
        start, length = (start, length + 1 + len(after)) if joins else (after, len(after))


def _is_rest(start: str, line: str, after: str) -> bool:
    """Return True for "Politiet fant ham til slutt" before "i går kveld." """
    return bool(
        line
        and after
        and after[0].islower()
        and line[-1] not in _ENDED
        and start.count(" ") >= 3
        and not start[0].islower()
        and after[-1] in _CLOSED
    )


def _joined(lines: Sequence[str], joins: Sequence[bool]) -> str:
    words: Counter[str] | None = None
    pieces = [lines[0]]
    for after, join in zip(lines[1:], joins, strict=True):
        if not join:
            pieces += ["\n", after]
            continue
        before, after = pieces.pop().rstrip(), after.lstrip()
        if before.endswith("-") and after[0].islower() and (part := re.search(_HYPHENED, before)):
            if words is None:
                words = Counter(word.lower() for line in lines for word in re.findall(_WORDS, line))
            pieces += [_without_hyphen(before, part[1], after, words), after]
        elif before.endswith("-") and before[-2:-1].isdigit():
            pieces += [before, after]  # "25-" before "årige"
        else:
            pieces += [before, " ", after]
    return "".join(pieces)


def _without_hyphen(before: str, left: str, after: str, words: Counter[str]) -> str:
    """Return the line before a parted word, ready for its rest to follow.

    The hyphen stays where the rest of the text writes it, or after capitals ("NATO-toppmøte"); a
    short word that the text holds elsewhere shows a hanging hyphen ("inn- og utland").
    """
    right = re.match(_FIRST_WORD, after)[0]  # type: ignore[index]
    whole, hyphened = (left + right).lower(), f"{left}-{right}".lower()
    if words[whole] or not (words[hyphened] or left.isupper() or words[right.lower()] > 1):
        return before[:-1]
    if words[hyphened] or left.isupper() or len(right) > _SHORT_WORD:
        return before if words[hyphened] or left.isupper() else before[:-1]
    return before + " "
