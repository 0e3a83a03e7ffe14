"""The reader's notebook: opened when it is first needed, read when it has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import CorpusError
from tui.layout.history_text import Change, steps_message
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from textual.timer import Timer

    from corpus.ledger.notebook import Notebook

POLL_SECONDS = 1.0
"""Seconds between two looks for what another reader has changed: soon enough for two windows."""


class NotebookView(ReaderView, Protocol):
    """What the notebook asks of the screen."""

    @property
    def on_top(self) -> bool:
        """Tell whether no other screen lies over the reader."""
        ...

    def set_interval(self, interval: float, callback: Callable[[], None]) -> Timer:
        """Call something again and again."""
        ...


class NotebookSession:
    """Holds the notebook while the reader is open.

    `path` is its file, None for that of the user's folder. `readers` take up, in order, what it
    says about the pair; they are called when the notebook, the articles or the links are others.
    """

    def __init__(self, state: ReaderState, view: NotebookView) -> None:
        self._state, self._view = state, view
        self.path: Path | None = None
        self.readers: tuple[Callable[[], None], ...] = ()
        self._open: Notebook | None = None
        self._read: tuple[object, ...] | None = None

    @property
    def notebook(self) -> Notebook:
        """The notebook; one in memory, and a word about it, where the disk cannot be used."""
        if self._open is None:
            from corpus.ledger.notebook import Notebook  # 30 ms (sqlite3), not before first paint

            try:
                self._open = Notebook.open(self.path)
            except CorpusError as error:
                self._open = Notebook.in_memory()
                self._view.tell(f"Bookmarks last until you quit: {error}")
            else:
                if self._open.notice:
                    self._view.tell(self._open.notice)
            self._view.set_interval(POLL_SECONDS, self.poll)
        return self._open

    def close(self) -> None:
        """Close the notebook."""
        if self._open is not None:
            self._open.close()

    def read(self) -> None:
        """Read what the notebook says about these articles, if anything has changed."""
        try:
            now = self._now()
            if now != self._read:
                for reader in self.readers:
                    reader()
                self._read = (now[0], *self._now()[1:])  # readers may replace the links
        except CorpusError as error:
            self._view.tell(str(error))

    def _now(self) -> tuple[object, ...]:
        compared = self._state.links and self._state.links.comparison
        return (self.notebook.token, *map(id, self._state.pair), id(compared))

    def poll(self) -> None:
        """Show what another reader has changed."""
        if not self._view.on_top or self._read is None:
            return
        try:
            changed = self.notebook.token != self._read[0]
        except CorpusError:
            return  # said when something is asked of the notebook
        if changed:
            self._view.show_lens()

    def write(self, work: Callable[[], object], message: str) -> None:
        """Do something with the notebook, show what it is like then, and say what was done."""
        try:
            work()
        except CorpusError as error:
            message = str(error)
        self._view.show_lens()
        self._view.tell(message)

    def action_undo(self, count: int = 1) -> None:
        """Take back the last change of the notebook, and say which it was."""
        self._step(self.notebook.undo, count, "Undone", "There is nothing to undo.")

    def action_redo(self, count: int = 1) -> None:
        """Do again what was taken back."""
        self._step(self.notebook.redo, count, "Done again", "There is nothing to do again.")

    def _step(
        self, step: Callable[[], tuple[Change, ...]], count: int, done: str, nothing: str
    ) -> None:
        from corpus.ledger.selectors import text_hash  # 30 ms, not before the first paint

        here = {text_hash(article.text) for article in self._state.pair}
        message = steps_message(step, count, done, nothing, here)
        self._view.show_lens()
        self._view.tell(message)
