"""Linked scrolling: the other pane follows what belongs beside the middle of the one that leads."""

from __future__ import annotations

from tui.layout.rows import Track, led, track
from tui.reader.state import ReaderState, Selection
from tui.widgets.article_pane import ArticlePane


class LinkedScrolling:
    """Scrolls the panes; what it scrolls itself leads no other pane."""

    def __init__(self, state: ReaderState, panes: tuple[ArticlePane, ArticlePane]) -> None:
        self._state, self._panes = state, panes
        self._track: Track | None = None
        self._moving = False

    def forget(self) -> None:
        """Find anew which rows scroll together: links or rows are others."""
        self._track = None

    def scrolled(self, side: int, before: int, now: int) -> bool:
        """Let the other pane follow; return False where it was not the reader who scrolled."""
        if self._moving:
            return False
        if self._state.linked_scrolling and self._state.links is not None:
            self._follow(side, before, now)
        return True

    def _follow(self, side: int, before: int, now: int) -> None:
        if self._track is None:
            self._track = self._tracked()
        way = self._track.back() if side else self._track
        pane, other = self._panes[side], self._panes[1 - side]
        third = min(pane.size.height, other.size.height) // 3
        moved = (before, now, round(pane.max_scroll_y))
        self.quietly(other, led(way, third, moved, other.scroll_offset.y))

    def _tracked(self) -> Track:
        left, right = (pane.page for pane in self._panes)
        links = self._state.links.links if self._state.links else ()
        pairs = [(left.rows_of(link.a).start, right.rows_of(link.b).start) for link in links]
        return track(pairs, len(left), len(right))

    def quietly(self, pane: ArticlePane, row: int) -> None:
        """Scroll a pane without leading the other."""
        self._moving = True
        try:
            pane.scroll_to(y=max(0, row), animate=False, immediate=True)
        finally:
            self._moving = False

    def bring(self, side: int, at: Selection, *, bring: bool = True) -> None:
        """Bring the selected sentence of a side into view, unless not asked to, and its partner
        to the same line."""
        here, there = self._panes[side], self._panes[1 - side]
        sentence, partner = at[side], at[1 - side]
        if sentence is None:
            return
        self._moving = True
        try:
            if bring:
                here.bring(sentence)
            if partner is not None:
                there.bring(partner, max(0, min(here.line_of(sentence), there.size.height - 2)))
        finally:
            self._moving = False
