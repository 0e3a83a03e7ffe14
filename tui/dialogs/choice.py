"""A short list to choose from: tags, parts of a sentence. The keys of the picker move in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.dialogs.dialog import Dialog
from tui.keys.table import Keymap
from tui.widgets.keybar import KeyBar


class ChoiceList(OptionList, can_focus=False, inherit_bindings=False):
    """What can be chosen."""


class ChoiceScreen(Dialog[int | None]):
    """Returns the index of the entry chosen, None if none was."""

    SCOPE: ClassVar[str] = "picker"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ChoiceScreen {
        align: center middle; background: $background 60%; layers: default pending;
        #box {
            width: 80; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
        }
        ChoiceList {
            height: auto; max-height: 20; border: none; padding: 0; background: $surface;
            color: $reader-text; scrollbar-size-vertical: 1;
            &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
        }
        KeyBar { background: $surface; padding: 0; margin-top: 1; }
    }
    """

    def __init__(self, title: str, entries: Sequence[str], keymap: Keymap, at: int = 0) -> None:
        super().__init__()
        self._heading, self._entries, self._keymap, self._at = title, entries, keymap, at

    def compose(self) -> ComposeResult:
        """Show the list in a box that is as high as it needs to be."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._heading)
            yield ChoiceList(*(Option(Content(entry)) for entry in self._entries), markup=False)
            yield KeyBar(self.SCOPE)

    def on_mount(self) -> None:
        """Begin at the entry in force."""
        self.query_one(KeyBar).show(self._keymap)
        self.query_one(ChoiceList).highlighted = self._at
        self.on_resize()

    def on_resize(self) -> None:
        """Leave room for the frame and the keys."""
        self.query_one(ChoiceList).styles.max_height = max(1, min(20, self.app.size.height - 4))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the entry that was pointed at."""
        event.stop()
        self.dismiss(event.option_index)

    def action_choose(self, count: int = 1) -> None:
        """Take the entry at the cursor."""
        self.dismiss(self.query_one(ChoiceList).highlighted)

    def action_close(self, count: int = 1) -> None:
        """Go back; nothing changes."""
        self.dismiss(None)

    def action_next(self, count: int = 1) -> None:
        """Go to the next entry; past the last one, to the first."""
        shown = self.query_one(ChoiceList)
        if self._entries:
            shown.highlighted = ((shown.highlighted or 0) + count) % len(self._entries)

    def action_previous(self, count: int = 1) -> None:
        """Go back an entry."""
        self.action_next(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go down a page."""
        shown = self.query_one(ChoiceList)
        if self._entries:
            at = (shown.highlighted or 0) + count * max(1, shown.size.height - 1)
            shown.highlighted = max(0, min(len(self._entries) - 1, at))

    def action_page_up(self, count: int = 1) -> None:
        """Go up a page."""
        self.action_page_down(-count)
