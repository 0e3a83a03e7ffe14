"""The list of differences, which of them were seen, and which are shown at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import CorpusError
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from textual.timer import Timer

    from corpus.ledger.seen import SeenKey
    from corpus.model import Discrepancy
    from tui.keys.table import Keymap
    from tui.widgets.difference_list import Listing

WRITE_SECONDS = 0.4
"""Seconds after a jump at which it is written that the difference was seen: not at every key."""


class DifferencesView(ReaderView, Protocol):
    """What the differences ask of the screen."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        ...

    def go_to_stop(self, index: int) -> None:
        """Go to difference number `index` of the lens."""
        ...

    def forget_track(self) -> None:
        """Find anew which rows scroll together: links or rows are others."""
        ...

    def sign(self, discrepancy: Discrepancy, sign: str) -> None:
        """Give a difference another sign in the list, where there is one."""
        ...

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call something later."""
        ...


class Differences:
    """Lists the differences, remembers which were looked at, unfolds what is left out."""

    def __init__(self, state: ReaderState, view: DifferencesView, session: NotebookSession) -> None:
        self._state, self._view, self._session = state, view, session
        self._unwritten: set[SeenKey] = set()
        self._timer: Timer | None = None

    # Which were seen

    def read(self) -> None:
        """Read which differences of this pair were seen."""
        known = self._session.notebook.seen(*self._state.pair)
        self._state.take_seen(known | self._unwritten)

    def look(self) -> None:
        """Remember that the current difference is looked at."""
        current, key = self._state.current, self._state.see()
        if current is None or key is None:
            return
        self._unwritten.add(key)
        self._view.sign(current, self._sign(current, seen=True))
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._view.set_timer(WRITE_SECONDS, self.write)

    def write(self) -> None:
        """Write what was seen since the last time; before the articles change, and at the end."""
        keys, self._unwritten = self._unwritten, set()
        if keys:
            try:
                self._session.notebook.mark_seen(*self._state.pair, keys)
            except CorpusError as error:
                self._view.tell(str(error))

    def summary(self) -> str:
        """Return how many were seen: "9 of 23 seen"; "" where there is no difference."""
        total = len(self._state.stops)
        return f"{self._state.seen_count} of {total} seen" if total else ""

    def action_next_unseen(self, count: int = 1) -> None:
        """Go to the next difference that was not seen yet."""
        state, seen = self._state, self._state.seen_stops
        if not seen:
            self._view.tell("No differences with this lens.")
            return
        start = -1 if state.stop is None else state.stop
        order = [(start + step) % len(seen) for step in range(1, len(seen) + 1)]
        target = next((index for index in order if not seen[index]), None)
        if target is None:
            self._view.tell(f"All {len(seen)} are seen.")
        else:
            self._view.go_to_stop(target)

    # The list

    def listing(self) -> Listing:
        """Return the differences that the lens walks, the graver first."""
        from tui.layout.lenses import by_severity  # 20 ms (corpus.model)
        from tui.widgets.difference_list import Listing

        state = self._state
        seen = dict(zip(state.stops, state.seen_stops, strict=True))
        ordered = tuple(by_severity(state.stops))
        signs = tuple(self._sign(stop, seen=seen[stop]) for stop in ordered)
        comparison = state.links.comparison if state.links else None
        return Listing(comparison, ordered, signs, len(state.folded))

    def _sign(self, stop: Discrepancy, *, seen: bool) -> str:
        from tui.layout.marks import JUDGED
        from tui.widgets.difference_list import SEEN, UNSEEN

        bookmark = self._state.judged.get(stop)
        if bookmark is not None:
            return "◆" if bookmark.judgement == "open" else JUDGED[bookmark.judgement]
        return SEEN if seen else UNSEEN

    def action_differences(self, count: int = 1) -> None:
        """List the differences; one that is chosen is gone to."""
        if self._state.links is None:
            self._view.tell("The articles are still being compared.")
            return
        from tui.dialogs.differences import FOLDED, DifferencesScreen

        def chosen(result: Any) -> None:
            if result == FOLDED:
                self.action_toggle_one_sided()
            elif result in self._state.stops:
                self._view.go_to_stop(self._state.stops.index(result))

        state = self._state
        sheet = DifferencesScreen(self.listing(), state.current, state.lens.name, self._view.keymap)
        self._view.open(sheet, chosen)

    # What is left out

    def action_toggle_weak(self, count: int = 1) -> None:
        """Show also the weak links and their differences, or leave them out."""
        state = self._state
        if state.links is None:
            self._view.tell("The articles are still being compared.")
            return
        state.toggle_weak()
        self._view.forget_track()
        self._view.show_lens()
        weak = state.links.weak
        links = f"{weak} weak link{'' if weak == 1 else 's'}"
        shown = "shown, dotted" if state.showing_weak else "left out"
        self._view.tell(f"{links} {shown}." if weak else "No link of these articles is weak.")

    def action_toggle_one_sided(self, count: int = 1) -> None:
        """Show also what only one account credits to a source, or fold it into one line."""
        self._state.toggle_one_sided()
        self._view.show_lens()
        folded = len(self._state.folded)
        if self._state.showing_one_sided:
            self._view.tell("Shown also: told without a source on one side.")
        else:
            self._view.tell(f"{folded} told without a source on one side: one line in the list.")
