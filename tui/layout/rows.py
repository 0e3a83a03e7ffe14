"""Rows of a wrapped article: which sentence stands on which row, and how two articles scroll."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.article import Sentence
from tui.layout.wrap import Block, Cells, Rows, blocks, harmless, wrap


class Page:
    """An article laid out at one width; finds rows, offsets and sentences by bisection.

    `text` is the harmless form of the article's text, same offsets.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], cells: Cells) -> None:
        self.text = harmless(text)
        self.sentences = sentences
        self.width = 0
        self._cells = cells
        self._blocks: list[Block] = blocks(text, sentences)
        self._starts = [sentence.start for sentence in sentences]
        self.rows: Rows = wrap(self.text, (), 1, cells)

    def __len__(self) -> int:
        return len(self.rows.starts)

    def lay_out(self, width: int) -> bool:
        """Wrap to `width` cells; False when it was already so wide."""
        if width == self.width:
            return False
        self.width = width
        self.rows = wrap(self.text, self._blocks, width, self._cells)
        return True

    def row_of(self, offset: int) -> int:
        """Return the row that shows the character at `offset`."""
        return max(bisect_right(self.rows.starts, offset) - 1, 0)

    def rows_of(self, sentence: int) -> range:
        """Return the rows that show something of sentence number `sentence`."""
        unit = self.sentences[sentence]
        return self.rows_between(unit.start, unit.end)

    def rows_between(self, start: int, end: int) -> range:
        """Return the rows that show something of the characters from `start` to `end`."""
        return range(self.row_of(start), max(bisect_left(self.rows.starts, end), 1))

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at `offset`, or the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentences_on(self, row: int) -> range:
        """Return the sentences that show something on `row`; none for a blank row."""
        start, end = self.rows.starts[row], self.rows.ends[row]
        if start == end:
            return range(0)
        return range(self.sentence_at(start), bisect_left(self._starts, end))

    def sentences_between(self, first: int, last: int) -> range:
        """Return the numbers of the sentences on the rows from `first` to `last`, inclusive."""
        if not len(self) or not self.sentences:
            return range(0)
        last = min(last, len(self) - 1)
        first = max(0, min(first, last))
        low = self.sentence_at(self.rows.starts[first])
        return range(low, max(bisect_left(self._starts, self.rows.ends[last]), low))


@dataclass(frozen=True, slots=True)
class Track:
    """A monotone map of the rows of one article to those of the other, straight between anchors."""

    here: tuple[int, ...]
    there: tuple[int, ...]

    def follow(self, row: float) -> float:
        """Return the row of the other article that belongs beside `row`."""
        at = min(max(bisect_right(self.here, row), 1), len(self.here) - 1)
        x0, x1 = self.here[at - 1], self.here[at]
        y0, y1 = self.there[at - 1], self.there[at]
        return y0 + (row - x0) * (y1 - y0) / (x1 - x0) if x1 > x0 else float(y0)

    def back(self) -> Track:
        """Return the map in the other direction."""
        return Track(self.there, self.here)


def led(way: Track, third: int, moved: tuple[int, int, int], other: int) -> int:
    """Return the top row of a pane that is led by another one, and stands at row `other` now.

    `moved` is the top row of the leading pane before and now, and its last one; `third` the line
    of the view on which rows are to meet. Rows that a jump has put beside each other part slowly,
    by a row for each that is scrolled, but so that both panes reach their ends together.
    """
    before, now, last = moved

    def beside(row: int) -> int:
        line = min(row, third)
        return max(0, round(way.follow(row + line)) - line)

    apart, scrolled = other - beside(before), abs(now - before)
    to_go = now if now < before else max(0, last - now)
    most = min(max(0, abs(apart) - scrolled), to_go)
    return beside(now) + (most if apart > 0 else -most)


def track(pairs: Iterable[tuple[int, int]], rows_here: int, rows_there: int) -> Track:
    """Make a calm map of rows: the longest run of pairs that do not cross, and both ends."""
    kept = [(x, y) for x, y in _rising(sorted(set(pairs))) if x > 0 and y > 0]
    points = [(0, 0), *kept]
    end = (max(rows_here, points[-1][0] + 1), max(rows_there, points[-1][1] + 1))
    points.append(end)
    return Track(tuple(x for x, _ in points), tuple(y for _, y in points))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence that rises strictly in both places."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    for index, (_, y) in enumerate(ordered):
        at = bisect_left(tails, y)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [y]
        ends[at : at + 1] = [index]
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]
