"""A note of several lines, edited in place or in the reader's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from corpus.export.sanitising import visible
from tui.dialogs.dialog import Dialog
from tui.dialogs.editor import EditorError, edited, editor
from tui.keys.table import Keymap
from tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from textual.app import App


class NoteScreen(Dialog[str | None]):
    """Returns the note as it was saved, None where it is to stay as it was."""

    SCOPE: ClassVar[str] = "note"
    AUTO_FOCUS = "TextArea"
    DEFAULT_CSS = """
    NoteScreen {
        align: center middle; background: $background 60%; layers: default pending;
        #box {
            width: 84; max-width: 100%; height: 60%; min-height: 8; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
        }
        TextArea, TextArea:focus { height: 1fr; border: none; padding: 0; background: $panel; }
        #told { height: 1; color: $reader-differ; display: none; text-wrap: nowrap;
                text-overflow: ellipsis; }
        #told.-said { display: block; }
        KeyBar { background: $surface; padding: 0; }
    }
    """

    def __init__(self, note: str, about: str, keymap: Keymap) -> None:
        super().__init__()
        self._note, self._about, self._keymap = note, about, keymap
        self._shown = visible(note)
        self._given_up: str | None = None

    def compose(self) -> ComposeResult:
        """Return a field of several lines."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._about)
            yield TextArea(
                self._shown, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False
            )
            yield Static(id="told", markup=False)
            yield KeyBar(self.SCOPE)

    def on_mount(self) -> None:
        """Begin at the end of the note."""
        self.query_one(KeyBar).show(self._keymap)
        field = self.query_one(TextArea)
        field.cursor_blink = False
        field.move_cursor(field.document.end)

    def action_save(self, count: int = 1) -> None:
        """Keep the note as it stands here."""
        text = self.query_one(TextArea).text
        self.dismiss(None if text == self._shown else text.rstrip())

    def action_cancel(self, count: int = 1) -> None:
        """Leave the note as it was; where it was changed, only when asked twice."""
        text = self.query_one(TextArea).text
        if text in (self._shown, self._given_up):
            self.dismiss(None)
            return
        self._given_up = text
        cancel, save = (self._keymap.shown(f"note.{name}") for name in ("cancel", "save"))
        self._tell(f"The note was changed: {save} keeps it, {cancel} again does not.")

    def action_open_editor(self, count: int = 1) -> None:
        """Go on in the reader's own editor; what was saved there comes back here."""
        field = self.query_one(TextArea)
        try:
            text = edit_outside(self.app, field.text)
        except EditorError as error:
            self._tell(str(error))
            return
        if text != field.text:
            field.load_text(visible(text))
            field.move_cursor(field.document.end)
        self._tell("")

    def _tell(self, message: str) -> None:
        told = self.query_one("#told", Static)
        told.update(Content(message))
        told.set_class(bool(message), "-said")


def edit_outside(app: App[object], text: str) -> str:
    """Hand the terminal to the reader's editor until it ends; EditorError where that fails."""
    command = editor()
    try:
        with app.suspend():
            return edited(text, command)
    except SuspendNotSupported:
        raise EditorError("This terminal cannot be handed to an editor; write here.") from None
