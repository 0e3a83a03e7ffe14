"""Walking: the actions that select sentences, pairs and differences, and scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.messages import DifferenceChosen, PairChosen, RowChosen, SentenceChosen


AHEAD_SECONDS = 0.03
"""How long after a jump the rows of the next one are drawn."""


class Walking(ReaderView):
    """Moves through the pair. Actions take `count`, how often to do it."""

    _soon: Timer | None = None

    def preselect(self) -> None:
        """Select the first difference without a jump away from the beginning."""
        self.go_to_stop(0)

    def select(
        self, side: int, sentence: int, partner: int | None = None, *, bring: bool = True
    ) -> None:
        """Select a sentence and its partner; both come into view, on the same line."""
        if not 0 <= sentence < len(self.pair[side].sentences):
            return
        partners = self.links.partners(side, sentence) if self.links else []
        if partner is None and partners:
            known = self.at[1 - side]
            partner = known if known in partners else partners[0]
        self.at[side], self.at[1 - side] = sentence, partner
        self.stop = self._stop_here()
        self.show_side(side)
        here, there = self.panes[side], self.panes[1 - side]
        here.select(sentence)
        there.select(*([] if partner is None else [partner]))
        self._moving = True
        try:
            if bring:
                here.bring(sentence)
            if partner is not None:
                there.bring(partner, max(0, min(here.line_of(sentence), there.size.height - 2)))
        finally:
            self._moving = False
        if self.list is not None:
            self.list.point_at(self.stop)
        self.settle()

    def _stop_here(self) -> int | None:
        a, b = self.at
        if a is None or b is None:
            return None
        if self.stop is not None and self.stop < len(self.stops):
            stop = self.stops[self.stop]
            if (stop.a.sentence, stop.b.sentence) == (a, b):
                return self.stop
        return self.stop_of.get((a, b))

    def show_side(self, side: int) -> None:
        """Give a side the cursor."""
        if side != self.side or not self.panes[side].has_focus:
            self.side = side
            self.set_class(side == 1, "-right")
            self.panes[side].focus(scroll_visible=False)
            self.show_titles()

    def go_to_stop(self, index: int) -> None:
        """Go to difference number `index` of the lens."""
        stop = self.stops[index]
        self.stop = index
        side = self.side
        ends = (stop.a.sentence, stop.b.sentence)
        self.select(side, ends[side], ends[1 - side])
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(AHEAD_SECONDS, self._draw_ahead)

    def _draw_ahead(self) -> None:
        """Draw the rows of the next difference while this one is read."""
        if self.stop is not None and self.stops:
            ahead = self.stops[(self.stop + 1) % len(self.stops)]
            for pane, end in zip(self.panes, (ahead.a, ahead.b), strict=True):
                pane.draw_ahead(end.sentence)

    def _position(self) -> int:
        """The sentence walking starts from: the selected one, or the first in view."""
        pane, at = self.panes[self.side], self.at[self.side]
        seen = pane.visible_sentences
        return at if at is not None and at in seen else seen.start - (at is None)

    # Differences, links, sentences

    def action_next_difference(self, count: int = 1) -> None:
        """Go to the next difference of the lens."""
        self._walk_stops(count)

    def action_previous_difference(self, count: int = 1) -> None:
        """Go to the previous difference of the lens."""
        self._walk_stops(-count)

    def _walk_stops(self, delta: int) -> None:
        if not self.stops:
            waiting = "The articles are still being compared."
            self.tell(waiting if self.comparing else "No differences with this lens.")
            return
        if self.stop is not None:
            self.go_to_stop((self.stop + delta) % len(self.stops))
            return
        from tui.layout.lenses import step

        key = [s.b.sentence if self.side else s.a.sentence for s in self.stops]
        target = step(sorted(key), self._position(), delta)
        if target is not None:
            self.go_to_stop(key.index(target))

    def action_next_link(self, count: int = 1) -> None:
        """Go to the next sentence that has a partner."""
        self._walk_sentences(self.links.linked(self.side) if self.links else [], count)

    def action_previous_link(self, count: int = 1) -> None:
        """Go to the previous sentence that has a partner."""
        self._walk_sentences(self.links.linked(self.side) if self.links else [], -count)

    def action_next_only_here(self, count: int = 1) -> None:
        """Go to the next sentence that the other side does not report."""
        self._walk_sentences(self._only_here(), count)

    def action_previous_only_here(self, count: int = 1) -> None:
        """Go to the previous sentence that the other side does not report."""
        self._walk_sentences(self._only_here(), -count)

    def _only_here(self) -> list[int]:
        return self.links.alone(self.side) if self.links else []

    def _walk_sentences(self, chosen: list[int], delta: int) -> None:
        from tui.layout.lenses import step

        target = step(chosen, self._position(), delta)
        if target is None:
            self.tell("There is no such sentence on this side.")
        else:
            self.select(self.side, target)

    def action_next_sentence(self, count: int = 1) -> None:
        """Go to the next sentence."""
        last = len(self.pair[self.side].sentences) - 1
        self.select(self.side, max(0, min(last, self._position() + count)))

    def action_previous_sentence(self, count: int = 1) -> None:
        """Go to the previous sentence."""
        self.select(self.side, max(0, self._position() - count))

    def action_next_partner(self, count: int = 1) -> None:
        """Show the next partner of the selected sentence."""
        here, there = self.at[self.side], self.at[1 - self.side]
        partners = self.links.partners(self.side, here) if self.links and here is not None else []
        if here is None or len(partners) < 2:
            self.tell("This sentence has no other partner.")
            return
        at = partners.index(there) if there in partners else -1
        self.select(self.side, here, partners[(at + count) % len(partners)])

    def action_previous_partner(self, count: int = 1) -> None:
        """Show the previous partner of the selected sentence."""
        self.action_next_partner(-count)

    # Panes and scrolling

    def action_switch_pane(self, count: int = 1) -> None:
        """Go to the other pane."""
        self.show_side(1 - self.side)
        self.settle()

    def action_align_here(self, count: int = 1) -> None:
        """Bring the partner to the line of the selected sentence."""
        here, there = self.at[self.side], self.at[1 - self.side]
        if here is None or there is None:
            self.tell("Select a linked sentence first.")
            return
        pane, other = self.panes[self.side], self.panes[1 - self.side]
        pane.bring(here)
        self.quietly(other, other.page.rows_of(there).start - pane.line_of(here))
        self.settle()

    def action_toggle_linked(self, count: int = 1) -> None:
        """Let the panes scroll together, or each on its own."""
        self.linked_scrolling = not self.linked_scrolling
        self.settle()

    def scroll_lines(self, lines: int) -> None:
        """Scroll the pane with the cursor; the other follows when linked."""
        pane = self.panes[self.side]
        pane.scroll_to(y=pane.scroll_offset.y + lines, animate=False, immediate=True)

    def action_scroll_down(self, count: int = 1) -> None:
        """Scroll down one line."""
        self.scroll_lines(count)

    def action_scroll_up(self, count: int = 1) -> None:
        """Scroll up one line."""
        self.scroll_lines(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Scroll down one page, two lines kept."""
        self.scroll_lines(count * max(1, self.panes[self.side].size.height - 2))

    def action_page_up(self, count: int = 1) -> None:
        """Scroll up one page, two lines kept."""
        self.action_page_down(-count)

    def action_half_page_down(self, count: int = 1) -> None:
        """Scroll down half a page."""
        self.scroll_lines(count * max(1, self.panes[self.side].size.height // 2))

    def action_half_page_up(self, count: int = 1) -> None:
        """Scroll up half a page."""
        self.action_half_page_down(-count)

    def action_go_to_start(self, count: int = 1) -> None:
        """Go to the first sentence, or to sentence number `count`."""
        self.select(self.side, count - 1)

    def action_go_to_end(self, count: int = 0) -> None:
        """Go to the last sentence."""
        self.select(self.side, len(self.pair[self.side].sentences) - 1)

    # The mouse

    def on_sentence_chosen(self, message: SentenceChosen) -> None:
        """Select the sentence that was pointed at."""
        self.select(message.side, message.sentence, bring=False)

    def on_pair_chosen(self, message: PairChosen) -> None:
        """Select the pair that was pointed at."""
        self.select(self.side, (message.a, message.b)[self.side], (message.b, message.a)[self.side])

    def on_difference_chosen(self, message: DifferenceChosen) -> None:
        """Go to the difference that was chosen in the list."""
        if message.discrepancy in self.stops:
            self.go_to_stop(self.stops.index(message.discrepancy))

    def on_row_chosen(self, message: RowChosen) -> None:
        """Scroll to the part of the article that was pointed at."""
        self.show_side(message.side)
        pane = self.panes[message.side]
        row = round(message.share * len(pane.page)) - pane.size.height // 2
        pane.scroll_to(y=max(0, row), animate=False, immediate=True)
