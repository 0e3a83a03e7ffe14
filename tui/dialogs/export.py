"""Asking in which format and under which name the ledger is to be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.export.formats import FORMS
from tui.dialogs.choice import ChoiceList
from tui.dialogs.dialog import Dialog
from tui.keys.table import Keymap
from tui.widgets.keybar import KeyBar


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format, a file, and whether one of that name may be replaced."""

    form: str
    path: Path
    overwrite: bool = False


class ExportScreen(Dialog[Wanted | None]):
    """Returns what is wanted, None where nothing is. `named` gives a file name for a format."""

    SCOPE: ClassVar[str] = "picker"
    AUTO_FOCUS = "Input"
    DEFAULT_CSS = """
    ExportScreen {
        align: center middle; background: $background 60%; layers: default pending;
        #box {
            width: 76; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
        }
        ChoiceList {
            height: 7; border: none; padding: 0; background: $surface;
            color: $reader-text; scrollbar-size-vertical: 1;
            &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
        }
        Input { border: none; height: 1; padding: 0; background: $panel; margin-top: 1; }
        #told { height: auto; min-height: 1; color: $reader-differ; }
        KeyBar { background: $surface; padding: 0; }
    }
    """

    def __init__(self, named: Callable[[str], str], keymap: Keymap, what: str) -> None:
        super().__init__()
        self._named, self._keymap, self._what = named, keymap, what
        self._asked_about: Path | None = None

    def compose(self) -> ComposeResult:
        """Ask for a format above the name of the file."""
        with Vertical(id="box") as box:
            box.border_title = Content(f"Export {self._what}")
            yield ChoiceList(*(Option(Content(words)) for words in FORMS.values()), markup=False)
            yield Input(self._named(self.form), compact=True, select_on_focus=False)
            yield Static(id="told", markup=False)
            yield KeyBar(self.SCOPE)

    form = next(iter(FORMS))

    def on_mount(self) -> None:
        """Begin at the first format."""
        self.query_one(KeyBar).show(self._keymap)
        self.query_one(ChoiceList).highlighted = 0

    def on_resize(self) -> None:
        """Leave room for the name, what is told, the frame and the keys."""
        room = self.app.size.height - 7
        self.query_one(ChoiceList).styles.height = max(1, min(len(FORMS), room))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Return the file the ending of the format, unless the reader has written another name."""
        event.stop()
        field, before = self.query_one(Input), self._named(self.form)
        self.form = list(FORMS)[event.option_index]
        if field.value == before:
            field.value = self._named(self.form)

    def on_input_changed(self, event: Input.Changed) -> None:
        """A name that is not the one that was asked about has to be asked about itself."""
        event.stop()
        self._asked_about = None
        self.query_one("#told", Static).update("")

    def action_choose(self, count: int = 1) -> None:
        """Take format and name; where the file is there, ask whether to replace it."""
        name = self.query_one(Input).value.strip()
        try:
            path = Path(name).expanduser()
            there, folder = path.exists(), path.is_dir()
        except (OSError, RuntimeError, ValueError):
            path, there, folder = Path(name), False, False
        if not name:
            self._tell("Write a name for the file.")
        elif folder:
            self._tell("This is a folder; name a file in it.")
        elif there and self._asked_about != path:
            self._asked_about = path
            key = self._keymap.shown("picker.choose")
            self._tell(f"The file is there already. {key} again replaces it.")
        else:
            self.dismiss(Wanted(self.form, path, overwrite=there))

    def _tell(self, message: str) -> None:
        self.query_one("#told", Static).update(Content(message))

    def action_close(self, count: int = 1) -> None:
        """Go back; nothing is written."""
        self.dismiss(None)

    def action_next(self, count: int = 1) -> None:
        """Go to the next format."""
        shown = self.query_one(ChoiceList)
        shown.highlighted = ((shown.highlighted or 0) + count) % len(FORMS)

    def action_previous(self, count: int = 1) -> None:
        """Go to the format before."""
        self.action_next(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go to the last format."""
        self.query_one(ChoiceList).highlighted = len(FORMS) - 1

    def action_page_up(self, count: int = 1) -> None:
        """Go to the first format."""
        self.query_one(ChoiceList).highlighted = 0
