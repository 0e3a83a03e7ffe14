"""Judging from the reader: dismissing and confirming differences, and notes of several lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from textual.content import Content

from tui.layout.wrap import plain
from tui.reader.controllers.bookmarks import Bookmarks
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.model import Discrepancy
    from tui.keys.table import Keymap


class JudgingView(ReaderView, Protocol):
    """What judging asks of the screen."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        ...


class Judgements:
    """Keeps what the reader makes of a difference; the dismissed are neither marked nor walked."""

    def __init__(
        self,
        state: ReaderState,
        view: JudgingView,
        session: NotebookSession,
        bookmarks: Bookmarks,
    ) -> None:
        self._state, self._view, self._session = state, view, session
        self._bookmarks = bookmarks
        self._showing_dismissed = False
        self._dismissed: frozenset[int] = frozenset()

    def read(self) -> None:
        """Find which differences are dismissed."""
        self._dismissed = frozenset()
        if self._state.links is not None and self._state.judged:
            from corpus.ledger.judgements import dismissed  # 30 ms, not before the first paint

            self._dismissed = dismissed(self._state.links.comparison, self._state.judged)

    def findings(self) -> tuple[Discrepancy, ...]:
        """Return the discrepancies to be shown: not the dismissed, unless they are shown too."""
        links = self._state.links
        all_of_them = links.comparison.discrepancies if links else ()
        if self._showing_dismissed or not self._dismissed:
            return all_of_them
        return tuple(d for index, d in enumerate(all_of_them) if index not in self._dismissed)

    def action_toggle_dismissed(self, count: int = 1) -> None:
        """Show also the differences that were dismissed, or hide them."""
        self._showing_dismissed = not self._showing_dismissed
        self._view.show_lens()
        if not self._dismissed:
            self._view.tell("No difference of these articles is dismissed.")
        else:
            shown = self._showing_dismissed
            self._view.tell("Dismissed are shown." if shown else "Dismissed are hidden.")

    def action_dismiss_difference(self, count: int = 1) -> None:
        """Dismiss the difference at hand, or bring a dismissed one back."""
        if self._state.current is None:
            self._view.tell("Go to a difference first.")
            return
        known = self._bookmarks.selected
        if known is not None and known.judgement == "dismissed":
            self._change("Brought back.", judgement="open")
        else:
            key = self._view.key("undo") or "undo"
            self._change(f"Dismissed. {key} brings it back.", judgement="dismissed")

    def action_confirm(self, count: int = 1) -> None:
        """Confirm what is at hand."""
        if self._bookmarks.anything_selected():
            self._change("Confirmed.", judgement="confirmed")

    def _change(self, message: str, **fields: Any) -> None:
        """Change fields of the bookmark at hand; make one where there is none."""
        known, new = self._bookmarks.selected, self._bookmarks.made()

        def work() -> None:
            notebook = self._session.notebook
            bookmark = known and notebook.get(known.id)
            if bookmark is not None:
                notebook.update(replace(bookmark, **fields))
            elif new is not None:
                notebook.add(replace(new, **fields))

        self._session.write(work, message)

    def action_note(self, count: int = 1) -> None:
        """Write a note of several lines about what is at hand."""
        if not self._bookmarks.anything_selected():
            return
        from tui.dialogs.note import NoteScreen  # 10 ms, not before the first paint

        known = self._bookmarks.selected
        note, about = (known.note, "Note") if known else ("", "Note on a new bookmark")

        def written(answer: str | None) -> None:
            if answer is not None:
                self._change("The note is kept.", note=answer)

        self._view.open(NoteScreen(note, about, self._view.keymap), written)

    def note(self) -> Content | None:
        """Return how the reader judged what is at hand, and the note; None where nothing is."""
        bookmark = self._bookmarks.selected
        if bookmark is None:
            return None
        from tui.layout.marks import JUDGED  # 20 ms (corpus.model), not before the first paint

        note = plain(bookmark.note, 200)
        return Content.assemble(
            (f"◆ {JUDGED[bookmark.judgement]} {bookmark.judgement}", "bold $reader-bright"),
            (f"  {note}" if note else "", "$reader-text"),
        )
