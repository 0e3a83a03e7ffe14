"""Changing bookmarks: judgement, note, tags, taking away; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from corpus.errors import CorpusError
from corpus.ledger.records import JUDGEMENTS, Bookmark
from tui.ledger.files import Filing

if TYPE_CHECKING:
    from tui.key_dispatch import KeyedApp
    from tui.widgets.prompt import Prompt


class Changing(Filing):
    """Changes the bookmark at the cursor."""

    def change(self, bookmark: Bookmark, told: str, **fields: Any) -> None:
        """Change fields of a bookmark, whatever another reader made of the others meanwhile."""

        def work() -> None:
            known = self.notebook.get(bookmark.id) or bookmark
            self.notebook.update(replace(known, **fields))

        self.attempt(work, told)

    def attempt(self, work: Callable[[], object], told: str) -> None:
        """Do something with the notebook, show what it is like then, and say what was done."""
        try:
            work()
        except CorpusError as error:
            told = str(error)
        self.reload()
        self.tell(told)

    def action_judge(self, count: int = 1) -> None:
        """Give the next judgement: open, confirmed, explained, dismissed."""
        bookmark = self.at_cursor()
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
        bookmark = self.at_cursor()
        if bookmark is None or bookmark.judgement == judgement:
            return
        told = f"Judged: {judgement}."
        if judgement == "dismissed" and not self.look.dismissed:
            told += f" {self._key('toggle_dismissed')} shows what is dismissed."
        self.change(bookmark, told, judgement=judgement)

    def action_note(self, count: int = 1) -> None:
        """Write the note."""
        from tui.dialogs.note import NoteScreen

        bookmark = self.at_cursor()
        if bookmark is None:
            return

        def written(note: str | None) -> None:
            if note is not None:
                self.change(bookmark, "The note is kept.", note=note)

        keymap = cast("KeyedApp", self.app).keymap
        self.app.push_screen(NoteScreen(bookmark.note, "Note", keymap), written)

    def action_note_outside(self, count: int = 1) -> None:
        """Write the note in the reader's own editor."""
        from tui.dialogs.editor import EditorError
        from tui.dialogs.note import edit_outside

        bookmark = self.at_cursor()
        if bookmark is None:
            return
        try:
            note = edit_outside(self.app, bookmark.note)
        except EditorError as error:
            self.tell(str(error))
            return
        if note != bookmark.note:
            self.change(bookmark, "The note is kept.", note=note)

    async def action_tags(self, count: int = 1) -> None:
        """Ask for the tags."""
        from tui.widgets.prompt import Prompt

        bookmark = self.at_cursor()
        if bookmark is not None:
            self._tagged = bookmark
            await self.ask(Prompt("tags", "words with commas between", ", ".join(bookmark.tags)))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Keep the tags."""
        if message.asked == "tags":
            tags = tuple(dict.fromkeys(filter(None, map(str.strip, message.answer.split(",")))))
            self.change(self._tagged, "The tags are kept.", tags=tags)

    def action_delete(self, count: int = 1) -> None:
        """Take the bookmark away."""
        bookmark = self.at_cursor()
        if bookmark is not None:
            told = f"Taken away. {self._key('undo')} brings it back."
            self.attempt(lambda: self.notebook.delete(bookmark.id), told)

    def action_undo(self, count: int = 1) -> None:
        """Take back the last change."""
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
        self.reload()
        self.tell(told)

    def _key(self, action: str) -> str:
        return cast("KeyedApp", self.app).keymap.shown(f"ledger.{action}") or action
