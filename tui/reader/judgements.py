"""Judging from the reader: dismissing and confirming differences, notes, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from textual.content import Content

from corpus.errors import CorpusError
from tui.layout.wrap import plain
from tui.reader.bookmarks import Keeping

if TYPE_CHECKING:
    from corpus.ledger.records import Bookmark
    from corpus.model import Discrepancy
    from tui.key_dispatch import KeyedApp


class Judging(Keeping):
    """Keeps what the reader makes of a difference; the dismissed are neither marked nor walked."""

    showing_dismissed = False
    _aside: frozenset[int] = frozenset()

    def apply_notebook(self) -> None:
        """Find also which differences are dismissed."""
        super().apply_notebook()
        self._aside = frozenset()
        if self.links is not None and self.judged:
            from corpus.ledger.judgements import dismissed

            self._aside = dismissed(self.links.comparison, self.judged)

    def findings(self) -> tuple[Discrepancy, ...]:
        """Give the discrepancies to be shown: without the dismissed, unless they are shown too."""
        found = super().findings()
        if self.showing_dismissed or not self._aside:
            return found
        return tuple(d for index, d in enumerate(found) if index not in self._aside)

    def action_toggle_dismissed(self, count: int = 1) -> None:
        """Show also the differences that were dismissed, or hide them."""
        self.showing_dismissed = not self.showing_dismissed
        self.take_up()
        many = len(self._aside)
        if not many:
            self.tell("No difference of these articles is dismissed.")
        else:
            self.tell("Dismissed are shown." if self.showing_dismissed else "Dismissed are hidden.")

    def action_dismiss_difference(self, count: int = 1) -> None:
        """Dismiss the difference at hand, or bring a dismissed one back."""
        if self.stop is None:
            self.tell("Go to a difference first.")
            return
        known = self.at_hand
        if known is not None and known.judgement == "dismissed":
            self._judge("open", "Brought back.")
        else:
            self._judge("dismissed", f"Dismissed. {self._key('undo')} brings it back.")

    def action_confirm(self, count: int = 1) -> None:
        """Confirm what is at hand."""
        if self.links is None or self.at[self.side] is None:
            self.tell("Select a sentence first.")
        else:
            self._judge("confirmed", "Confirmed.")

    def _judge(self, judgement: str, told: str) -> None:
        self._write_on(told, judgement=judgement)

    def _write_on(self, told: str, **fields: Any) -> None:
        """Change fields of the bookmark at hand; make one where there is none."""
        known, new = self.at_hand, self.made()

        def work() -> None:
            bookmark = known and self.notebook.get(known.id)
            if bookmark is not None:
                self.notebook.update(replace(bookmark, **fields))
            elif new is not None:
                self.notebook.add(replace(new, **fields))

        self.write(work, told)

    def action_note(self, count: int = 1) -> None:
        """Write a note of several lines about what is at hand."""
        if self.links is None or self.at[self.side] is None:
            self.tell("Select a sentence first.")
            return
        from tui.dialogs.note import NoteScreen

        known = self.at_hand
        note, about = (known.note, "Note") if known else ("", "Note on a new bookmark")

        def written(answer: str | None) -> None:
            if answer is not None:
                self._write_on("The note is kept.", note=answer)

        keymap = cast("KeyedApp", self.app).keymap
        self.app.push_screen(NoteScreen(note, about, keymap), written)

    def action_undo(self, count: int = 1) -> None:
        """Take back the last change of the notebook."""
        self._move(self.notebook.undo, count, "Undone.", "There is nothing to undo.")

    def action_redo(self, count: int = 1) -> None:
        """Do again what was taken back."""
        self._move(self.notebook.redo, count, "Done again.", "There is nothing to do again.")

    def _move(self, move: Callable[[], bool], count: int, told: str, nothing: str) -> None:
        try:
            done = [move() for _ in range(max(1, min(count, 100)))]
        except CorpusError as error:
            told = str(error)
        else:
            told = told if any(done) else nothing
        self.take_up()
        self.tell(told)

    def _key(self, action: str) -> str:
        return cast("KeyedApp", self.app).keymap.shown(f"reader.{action}") or action

    def noted(self) -> Content | None:
        """Say how the reader judged what is at hand, and the note; None where nothing is kept."""
        bookmark = self.at_hand
        return None if bookmark is None else _in_a_line(bookmark)


def _in_a_line(bookmark: Bookmark) -> Content:
    from tui.layout.marks import JUDGED

    note = plain(bookmark.note, 200)
    return Content.assemble(
        (f"◆ {JUDGED[bookmark.judgement]} {bookmark.judgement}", "bold $reader-bright"),
        (f"  {note}" if note else "", "$reader-text"),
    )
