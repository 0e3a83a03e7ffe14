"""Changing bookmarks: judgement, note, tags, taking away; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from corpus.errors import CorpusError
from corpus.ledger.records import JUDGEMENTS, Bookmark
from tui.dialogs.editor import EditorError
from tui.dialogs.note import NoteScreen, edit_outside
from tui.layout.history_text import Change, steps_message
from tui.ledger.state import LedgerState
from tui.ledger.view import LedgerView


class Changes:
    """Changes the bookmark at the cursor."""

    def __init__(self, state: LedgerState, view: LedgerView) -> None:
        self._state, self._view = state, view

    def _change(self, bookmark: Bookmark, message: str, **fields: Any) -> None:
        """Change fields of a bookmark, whatever another reader made of the others meanwhile."""

        def work() -> None:
            known = self._state.notebook.get(bookmark.id) or bookmark
            self._state.notebook.update(replace(known, **fields))

        self._write(work, message)

    def _write(self, work: Callable[[], object], message: str) -> None:
        """Do something with the notebook, show what it is like then, and say what was done."""
        try:
            work()
        except CorpusError as error:
            message = str(error)
        self._view.reload()
        self._view.tell(message)

    def action_judge(self, count: int = 1) -> None:
        """Return the next judgement: open, confirmed, explained, dismissed."""
        bookmark = self._view.at_cursor()
        if bookmark is not None:
            at = (JUDGEMENTS.index(bookmark.judgement) + count) % len(JUDGEMENTS)
            self._judge(JUDGEMENTS[at])

    def action_judge_open(self, count: int = 1) -> None:
        """Leave it open."""
        self._judge("open")

    def action_judge_confirmed(self, count: int = 1) -> None:
        """Confirm the finding."""
        self._judge("confirmed")

    def action_judge_explained(self, count: int = 1) -> None:
        """Note that the difference has an explanation."""
        self._judge("explained")

    def action_judge_dismissed(self, count: int = 1) -> None:
        """Dismiss the finding."""
        self._judge("dismissed")

    def _judge(self, judgement: str) -> None:
        bookmark = self._view.at_cursor()
        if bookmark is None or bookmark.judgement == judgement:
            return
        message = f"Judged: {judgement}."
        if judgement == "dismissed" and not self._state.look.dismissed:
            message += f" {self._view.key('toggle_dismissed')} shows what is dismissed."
        self._change(bookmark, message, judgement=judgement)

    def action_note(self, count: int = 1) -> None:
        """Write the note."""
        bookmark = self._view.at_cursor()
        if bookmark is None:
            return

        def written(note: str | None) -> None:
            if note is not None:
                self._change(bookmark, "The note is kept.", note=note)

        self._view.open(NoteScreen(bookmark.note, "Note", self._view.keymap), written)

    def action_note_outside(self, count: int = 1) -> None:
        """Write the note in the reader's own editor."""
        bookmark = self._view.at_cursor()
        if bookmark is None:
            return
        try:
            note = edit_outside(self._view.as_screen.app, bookmark.note)
        except EditorError as error:
            self._view.tell(str(error))
            return
        if note != bookmark.note:
            self._change(bookmark, "The note is kept.", note=note)

    async def action_tags(self, count: int = 1) -> None:
        """Ask for the tags."""
        bookmark = self._view.at_cursor()
        if bookmark is None:
            return

        def answered(answer: str) -> None:
            tags = tuple(dict.fromkeys(filter(None, map(str.strip, answer.split(",")))))
            self._change(bookmark, "The tags are kept.", tags=tags)

        known = ", ".join(bookmark.tags)
        await self._view.ask("tags", "words with commas between", answered, answer=known)

    def action_delete(self, count: int = 1) -> None:
        """Take the bookmark away."""
        bookmark = self._view.at_cursor()
        if bookmark is not None:
            message = f"Taken away. {self._view.key('undo')} brings it back."
            self._write(lambda: self._state.notebook.delete(bookmark.id), message)

    def action_undo(self, count: int = 1) -> None:
        """Take back the last change, and say which it was."""
        self._step(self._state.notebook.undo, count, "Undone", "There is nothing to undo.")

    def action_redo(self, count: int = 1) -> None:
        """Do again what was taken back."""
        self._step(self._state.notebook.redo, count, "Done again", "There is nothing to do again.")

    def _step(
        self, step: Callable[[], tuple[Change, ...]], count: int, done: str, nothing: str
    ) -> None:
        message = steps_message(step, count, done, nothing)
        self._view.reload()
        self._view.tell(message)
