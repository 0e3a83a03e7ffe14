"""The reader's screen: two articles, and everything that can be done with them."""

from __future__ import annotations

from inspect import isawaitable
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.screens.reader_keep import Keeping


class ReaderScreen(Keeping):
    """All of the reader's actions on one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_difference", "next difference"),
        Binding("p", "previous_difference", "previous"),
        Binding("l", "next_link", "next pair"),
        Binding("h", "previous_link", "previous pair"),
        Binding("j,down", "next_sentence", "sentence"),
        Binding("k,up", "previous_sentence", "sentence"),
        Binding("o", "next_only_here", "only here"),
        Binding("O", "previous_only_here", "only here"),
        Binding("c", "next_partner", "partner"),
        Binding("tab", "switch_pane", "pane"),
        Binding("a", "align_here", "align"),
        Binding("s", "toggle_linked", "linked scrolling"),
        Binding("space,pagedown", "page_down", "page"),
        Binding("pageup", "page_up", "page"),
        Binding("e", "explain", "explain"),
        Binding("1", "lens_all", "all"),
        Binding("2", "lens_numbers", "numbers"),
        Binding("3", "lens_dates", "dates"),
        Binding("4", "lens_attributions", "attributions"),
        Binding("v", "lens_depth", "depth"),
        Binding("slash", "search", "search"),
        Binding("f", "search_next", "next place"),
        Binding("escape", "clear", "clear"),
        Binding("x", "swap_sides", "swap"),
        Binding("g", "go_to_start", "start"),
        Binding("G", "go_to_end", "end"),
        Binding("b", "bookmark", "bookmark"),
        Binding("B", "next_bookmark", "next bookmark"),
        Binding("i", "go_to_sentence", "go to sentence"),
        Binding("r", "next_article", "another article"),
        Binding("t", "toggle_dark", "dark or light"),
        Binding("w", "lens_only_here", "mark only here"),
        Binding("q", "app.quit", "quit"),
    ]

    async def perform(self, name: str, count: int = 1) -> bool:
        """Do the action `name` of the reader ("next_difference"); False if there is none.

        `name` may carry its scope ("reader.next_difference"), as the table of actions has it.
        """
        action = getattr(self, f"action_{name.rpartition('.')[2]}", None)
        if action is None:
            return False
        result = action(count)
        if isawaitable(result):
            await result
        return True
