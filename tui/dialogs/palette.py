"""The command palette in the looks of the other boxes: a list to search, in a frame."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, SearchIcon

from tui.dialogs.dialog import on_top


class Palette(CommandPalette):
    """Finds something by a few letters and does it."""

    DEFAULT_CSS = """
    Palette {
        background: $background 60%; align-horizontal: center;
        &> Vertical {
            width: 84; max-width: 100%; margin-top: 2; background: transparent;
            &:dark { background: transparent; }
        }
        &> .command-palette--help-text { color: $reader-dim; text-style: not bold; }
        &> .command-palette--highlight { color: $reader-bright; text-style: bold underline; }
        SearchIcon { color: $reader-bright; margin: 0; width: 2; }
        #--input {
            border: round $reader-link; background: $surface; padding: 0 1; height: 3;
            &.--list-visible { border-bottom: none; height: 2; }
        }
        CommandInput, CommandInput:focus {
            border: none; height: 1; padding: 0; color: $reader-text;
        }
        CommandList, CommandList:focus, CommandList:ansi {
            border: round $reader-link; border-top: none; background: $surface; padding: 1 0 0 0;
            max-height: 60vh; scrollbar-size-vertical: 1;
            &> .option-list--option { color: $reader-text; padding: 0 1; }
            &> .option-list--option-highlighted {
                color: $reader-text; background: $reader-selected; text-style: bold;
            }
        }
    }
    """

    def on_mount(self) -> None:
        """Begin the line with a sign that every font has, one cell wide."""
        self.query_one(SearchIcon).icon = "▸"

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette once, as every dialog does."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()
