"""Marks: the few characters of an article that differ or agree, ready to be drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from corpus.model import Discrepancy, DiscrepancyKind, Verdict
from tui.layout.lenses import Lens

GLYPHS: dict[Verdict, str] = {Verdict.DIFFER: "≠", Verdict.COMPATIBLE: "≈", Verdict.AGREE: "="}
"""The glyph beside a marked row and in every list: the verdict never speaks by colour alone."""

KIND_GLYPHS: dict[DiscrepancyKind, str] = {
    DiscrepancyKind.NUMBER: "#",
    DiscrepancyKind.DATE: "@",
    DiscrepancyKind.ATTRIBUTION: "“",
    DiscrepancyKind.NAME: "&",
    DiscrepancyKind.TERM: "~",
    DiscrepancyKind.CLAIM: "!",
    DiscrepancyKind.DETAIL: "·",
}
"""The glyph of each kind in lists."""

JUDGED = {"open": "○", "confirmed": "✓", "explained": "i", "dismissed": "×"}
"""The glyph of each judgement."""

LOST = "?"
"""Glyph before a passage that is no longer found in its article."""

RANK: dict[Verdict, int] = {Verdict.AGREE: 0, Verdict.COMPATIBLE: 1, Verdict.DIFFER: 2}
"""The graver verdict wins where marks share a place."""


class Mark(NamedTuple):
    """A marked range. `whole` tells that it is a sentence in the outlet's own voice: glyph only."""

    start: int
    end: int
    verdict: Verdict
    whole: bool


class Marks:
    """The marks of one article in text order, found by range."""

    def __init__(self, discrepancies: Iterable[Discrepancy], side: int, lens: Lens) -> None:
        best: dict[tuple[int, int], Mark] = {}
        for discrepancy in filter(lens.shows, discrepancies):
            end = discrepancy.b if side else discrepancy.a
            known = best.get((end.start, end.end))
            if known is None or RANK[known.verdict] < RANK[discrepancy.verdict]:
                mark = Mark(end.start, end.end, discrepancy.verdict, end.own_voice)
                best[end.start, end.end] = mark
        self.all = sorted(best.values())
        self._starts = [mark.start for mark in self.all]
        self._longest = max((mark.end - mark.start for mark in self.all), default=0)

    def between(self, start: int, end: int) -> list[Mark]:
        """Return the marks that share a character with `[start, end)`."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [mark for mark in self.all[low:high] if mark.end > start]


def gravest(marks: Iterable[Mark]) -> Verdict | None:
    """Return the gravest verdict among marks."""
    return max((mark.verdict for mark in marks), key=RANK.__getitem__, default=None)
