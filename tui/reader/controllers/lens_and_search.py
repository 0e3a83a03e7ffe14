"""What is shown of the pair: the lens, the explanation, and the matches of a search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui.layout.wrap import plain
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.article import Span
    from tui.layout.lenses import Lens

NEXT = "Enter goes to the next place"


class LensView(ReaderView, Protocol):
    """What the lens asks of the screen."""

    def show_explained(self) -> None:
        """Return the detail the room of what it explains."""
        ...

    def scroll_detail(self, lines: int) -> None:
        """Scroll the detail down by lines."""
        ...


class LensControl:
    """Changes which differences are marked and walked, and how much is said about them."""

    def __init__(self, state: ReaderState, view: LensView) -> None:
        self._state, self._view = state, view

    def action_lens_all(self, count: int = 1) -> None:
        """Show every kind of difference."""
        self._show_kind(None)

    def action_lens_numbers(self, count: int = 1) -> None:
        """Show numbers only."""
        self._show_kind("number")

    def action_lens_dates(self, count: int = 1) -> None:
        """Show dates only."""
        self._show_kind("date")

    def action_lens_attributions(self, count: int = 1) -> None:
        """Show attributions only."""
        self._show_kind("attribution")

    def action_lens_terms(self, count: int = 1) -> None:
        """Show only the words for people and acts."""
        self._show_kind("term")

    def action_lens_claims(self, count: int = 1) -> None:
        """Show only claims that exclude each other."""
        self._show_kind("claim")

    def _show_kind(self, kind: str | None) -> None:
        from corpus.model import DiscrepancyKind  # 20 ms, not before the first paint

        wanted = DiscrepancyKind(kind) if kind else None
        self._take(replace(self._state.lens, kind=wanted))

    def action_lens_depth(self, count: int = 1) -> None:
        """Walk only what differs, also what is compatible, or also what agrees."""
        self._take(self._state.lens.deeper())

    def action_toggle_agreements(self, count: int = 1) -> None:
        """Mark only what differs in the texts, or also what is compatible and agrees."""
        lens = self._state.lens
        self._take(replace(lens, depth=0 if lens.depth else 2))

    def _take(self, lens: Lens) -> None:
        self._state.after_lens(lens)
        self._view.show_lens()

    def action_lens_only_here(self, count: int = 1) -> None:
        """Mark the sentences that the other article does not report, or leave them plain."""
        self._state.showing_alone = not self._state.showing_alone
        self._view.show_lens()

    def action_explain(self, count: int = 1) -> None:
        """Unfold what linked the pair and what speaks against it, or fold it again."""
        self._state.explained = not self._state.explained
        self._view.show_explained()
        self._view.settle()

    def action_detail_down(self, count: int = 1) -> None:
        """Scroll the detail down by lines."""
        self._view.scroll_detail(count)

    def action_detail_up(self, count: int = 1) -> None:
        """Scroll the detail up by lines."""
        self._view.scroll_detail(-count)


class Search:
    """Finds words in one article or both and walks the sentences that hold them."""

    def __init__(self, state: ReaderState, view: ReaderView, position: Callable[[], int]) -> None:
        self._state, self._view, self._position = state, view, position
        self.query = ""
        self._sides: Sequence[int] = (0, 1)
        self.matches: tuple[list[Span], list[Span]] = ([], [])
        self._hits: Sequence[tuple[int, int]] = ()

    async def action_search(self, count: int = 1) -> None:
        """Ask for words to search in both articles; matches are marked while they are typed."""
        await self._ask("search", f"words in either article, {NEXT}", (0, 1))

    async def action_search_here(self, count: int = 1) -> None:
        """Ask for words to search in the article with the cursor."""
        await self._ask("search-here", f"words in this article, {NEXT}", (self._state.side,))

    async def _ask(self, asked: str, hint: str, sides: Sequence[int]) -> None:
        def answered(answer: str) -> None:
            self.find(answer, sides)
            if answer.strip():
                self.action_search_next()

        await self._view.ask(asked, hint, answered, typed=lambda answer: self.find(answer, sides))

    def find(self, query: str, sides: Sequence[int] = (0, 1)) -> None:
        """Find and mark words in the articles of these sides; nothing for no words."""
        from tui.layout.search import find  # 10 ms, not before the first paint

        self.query, self._sides = query, sides
        panes = self._view.panes
        a, b = (
            find(self._state.pair[side].text, query if side in sides else "") for side in (0, 1)
        )
        self.matches = (a, b)
        self._hits = sorted(
            {
                (side, panes[side].page.sentence_at(span.start))
                for side in (0, 1)
                for span in self.matches[side]
            }
        )
        for pane, matches in zip(panes, self.matches, strict=True):
            pane.show_found(matches)
        self._view.settle()

    def repeat(self) -> None:
        """Find the matches anew, in texts or sentences that are others."""
        if self.query:
            self.find(self.query, self._sides)

    def summary(self) -> str:
        """Return which matching sentence is selected, or how many there are: "found 2 of 5"."""
        if not self.query:
            return ""
        at, total = self._state.here, len(self._hits)
        here = (self._state.side, at or 0)
        index = bisect_left(self._hits, here)
        if at is not None and self._hits[index : index + 1] == [here]:
            return f"found {index + 1} of {total}"
        return f"found in {total} sentence{'s' * (total != 1)}" if total else "not found"

    def action_search_next(self, count: int = 1) -> None:
        """Go to the next match of the search; past the last one, to the other article."""
        self._walk(count)

    def action_search_previous(self, count: int = 1) -> None:
        """Go to the previous match of the search."""
        self._walk(-count)

    def _walk(self, delta: int) -> None:
        hits = self._hits
        if not hits:
            asked = plain(self.query, 40)
            where = "in neither article" if len(self._sides) == 2 else "not in this article"
            self._view.tell(f"“{asked}” is {where}." if asked else "Search for words first.")
            return
        here = (self._state.side, self._position())
        if delta > 0:
            target = bisect_right(hits, here) + delta - 1
        else:
            target = bisect_left(hits, here) + delta
        self._view.select(*hits[target % len(hits)])
