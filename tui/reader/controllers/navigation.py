"""Navigation: the actions that select sentences, pairs and differences, and scroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.reader.state import ReaderState, sentences_of
from tui.reader.view import ReaderView
from tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from textual.timer import Timer

    from corpus.model import Discrepancy

AHEAD_SECONDS = 0.03
"""Seconds after a jump at which the rows of the next one are drawn: the frame is out by then."""


class NavigationView(ReaderView, Protocol):
    """What navigation asks of the screen."""

    @property
    def comparing(self) -> bool:
        """Tell whether a comparison is awaited."""
        ...

    def show_selection(self, *, bring: bool = True) -> None:
        """Show what is selected; both sentences come into view, on the same line."""
        ...

    def quietly(self, pane: ArticlePane, row: int) -> None:
        """Scroll a pane without leading the other."""
        ...

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call something later."""
        ...


class Navigation:
    """Moves through the pair. Actions take `count`, how often to do it."""

    def __init__(self, state: ReaderState, view: NavigationView) -> None:
        self._state, self._view = state, view
        self._ahead: Timer | None = None

    def go_to_stop(self, index: int) -> None:
        """Go to difference number `index` of the lens."""
        self._state.go_to(index)
        self._view.show_selection()
        if self._ahead is not None:
            self._ahead.stop()
        self._ahead = self._view.set_timer(AHEAD_SECONDS, self._draw_ahead)

    def _draw_ahead(self) -> None:
        """Draw the rows of the next difference while this one is read."""
        stops = self._state.stops
        if self._state.stop is not None and stops:
            ahead = stops[(self._state.stop + 1) % len(stops)]
            for pane, end in zip(self._view.panes, (ahead.a, ahead.b), strict=True):
                pane.draw_ahead(end.sentence)

    @property
    def _pane(self) -> ArticlePane:
        return self._view.panes[self._state.side]

    @property
    def position(self) -> int:
        """The sentence walking starts from: the selected one, or the first in view."""
        at, seen = self._state.here, self._pane.visible_sentences
        return at if at is not None and at in seen else seen.start - (at is None)

    # Differences, links, sentences

    def action_next_difference(self, count: int = 1) -> None:
        """Go to the next difference of the lens."""
        self._walk_stops(count)

    def action_previous_difference(self, count: int = 1) -> None:
        """Go to the previous difference of the lens."""
        self._walk_stops(-count)

    def _walk_stops(self, delta: int) -> None:
        state = self._state
        if not state.stops:
            waiting = "The articles are still being compared."
            self._view.tell(waiting if self._view.comparing else "No differences with this lens.")
            return
        if state.stop is not None:
            index = state.stop + delta
            self.go_to_stop(index % len(state.stops))
            if index >= len(state.stops):
                self._view.tell("Past the last difference: starting over at the first.")
            elif index < 0:
                self._view.tell("Before the first difference: starting over at the last.")
            return
        from tui.layout.lenses import step  # 20 ms (corpus.model), not before the first paint

        sentences = sentences_of(state.stops, state.side)
        target = step(sorted(sentences), self.position, delta)
        if target is not None:
            self.go_to_stop(sentences.index(target))

    def choose(self, discrepancy: Discrepancy) -> None:
        """Go to the difference that was chosen in the list."""
        if discrepancy in self._state.stops:
            self.go_to_stop(self._state.stops.index(discrepancy))

    def action_next_link(self, count: int = 1) -> None:
        """Go to the next sentence that has a partner."""
        self._walk_sentences(self._linked(), count)

    def action_previous_link(self, count: int = 1) -> None:
        """Go to the previous sentence that has a partner."""
        self._walk_sentences(self._linked(), -count)

    def action_next_only_here(self, count: int = 1) -> None:
        """Go to the next sentence that the other side does not report."""
        self._walk_sentences(self._alone(), count)

    def action_previous_only_here(self, count: int = 1) -> None:
        """Go to the previous sentence that the other side does not report."""
        self._walk_sentences(self._alone(), -count)

    def _linked(self) -> Sequence[int]:
        return self._state.links.linked(self._state.side) if self._state.links else ()

    def _alone(self) -> Sequence[int]:
        return self._state.links.alone(self._state.side) if self._state.links else ()

    def _walk_sentences(self, sentences: Sequence[int], delta: int) -> None:
        from tui.layout.lenses import step  # 20 ms (corpus.model), not before the first paint

        target = step(sentences, self.position, delta)
        if target is None:
            self._view.tell("There is no such sentence on this side.")
        else:
            self._view.select(self._state.side, target)

    @property
    def _last(self) -> int:
        return len(self._state.pair[self._state.side].sentences) - 1

    def action_next_sentence(self, count: int = 1) -> None:
        """Go to the next sentence."""
        self._view.select(self._state.side, max(0, min(self._last, self.position + count)))

    def action_previous_sentence(self, count: int = 1) -> None:
        """Go to the previous sentence."""
        self._view.select(self._state.side, max(0, self.position - count))

    def action_next_partner(self, count: int = 1) -> None:
        """Show the next partner of the selected sentence."""
        state, side = self._state, self._state.side
        here, there = state.here, state.at[1 - side]
        partners = state.links.partners(side, here) if state.links and here is not None else []
        if here is None or len(partners) < 2:
            self._view.tell("This sentence has no other partner.")
            return
        at = partners.index(there) if there in partners else -1
        self._view.select(side, here, partners[(at + count) % len(partners)])

    def action_previous_partner(self, count: int = 1) -> None:
        """Show the previous partner of the selected sentence."""
        self.action_next_partner(-count)

    async def action_go_to_sentence(self, count: int = 1) -> None:
        """Ask for the number of a sentence of this side and go there."""
        hint = f"a number from 1 to {self._last + 1}"
        await self._view.ask("sentence", hint, self._go_to_number)

    def _go_to_number(self, answer: str) -> None:
        number, last = answer.strip(), self._last + 1
        if number.isdecimal() and 1 <= int(number) <= last:
            self._view.select(self._state.side, int(number) - 1)
        else:
            self._view.tell(f"There are sentences 1 to {last} on this side.")

    # Panes and scrolling

    def action_switch_pane(self, count: int = 1) -> None:
        """Go to the other pane."""
        self._view.show_side(1 - self._state.side)
        self._view.settle()

    def action_align_here(self, count: int = 1) -> None:
        """Bring the partner to the line of the selected sentence."""
        side = self._state.side
        here, there = self._state.here, self._state.at[1 - side]
        if here is None or there is None:
            self._view.tell("Select a linked sentence first.")
            return
        pane, other = self._view.panes[side], self._view.panes[1 - side]
        pane.bring(here)
        self._view.quietly(other, other.page.rows_of(there).start - pane.line_of(here))
        self._view.settle()

    def action_toggle_linked(self, count: int = 1) -> None:
        """Let the panes scroll together, or each on its own."""
        self._state.linked_scrolling = not self._state.linked_scrolling
        self._view.settle()

    def _scroll(self, lines: int) -> None:
        """Scroll the pane with the cursor; the other follows when linked."""
        top = self._pane.scroll_offset.y
        self._pane.scroll_to(y=top + lines, animate=False, immediate=True)

    def action_scroll_down(self, count: int = 1) -> None:
        """Scroll down one line."""
        self._scroll(count)

    def action_scroll_up(self, count: int = 1) -> None:
        """Scroll up one line."""
        self._scroll(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Scroll down one page, two lines kept."""
        self._scroll(count * max(1, self._pane.size.height - 2))

    def action_page_up(self, count: int = 1) -> None:
        """Scroll up one page, two lines kept."""
        self.action_page_down(-count)

    def action_half_page_down(self, count: int = 1) -> None:
        """Scroll down half a page."""
        self._scroll(count * max(1, self._pane.size.height // 2))

    def action_half_page_up(self, count: int = 1) -> None:
        """Scroll up half a page."""
        self.action_half_page_down(-count)

    def action_go_to_start(self, count: int = 1) -> None:
        """Go to the first sentence, or to sentence number `count`."""
        self._view.select(self._state.side, count - 1)

    def action_go_to_end(self, count: int = 0) -> None:
        """Go to the last sentence."""
        self._view.select(self._state.side, self._last)

    def scroll_to_share(self, side: int, share: float) -> None:
        """Scroll a side to the part of its article that was pointed at; `share` is 0 to 1."""
        self._view.show_side(side)
        row = round(share * len(self._pane.page)) - self._pane.size.height // 2
        self._pane.scroll_to(y=max(0, row), animate=False, immediate=True)
