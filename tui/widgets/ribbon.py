"""The ribbon between the panes: a line from each visible sentence to what reports the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.connectors import BLANK, Cell, Connector, draw
from tui.messages import PairChosen


class Ribbon(Widget):
    """Shows connectors; a click on one says which pair it joins."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ribbon--link", "ribbon--bright"}
    DEFAULT_CSS = """
    Ribbon {
        width: 9; height: 1fr; background: $background;
        .ribbon--link { color: $reader-link; }
        .ribbon--bright { color: $reader-bright; text-style: bold; }
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._connectors: tuple[Connector, ...] = ()
        self._grid: list[list[Cell]] = []

    def show(self, connectors: Sequence[Connector]) -> None:
        """Show these connectors; nothing is drawn again when they are the same."""
        if tuple(connectors) != self._connectors or len(self._grid) != self.size.height:
            self._connectors = tuple(connectors)
            self._grid = draw(self._connectors, self.size.width, self.size.height)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Say which pair was pointed at."""
        if 0 <= event.y < len(self._grid) and 0 <= event.x < len(self._grid[event.y]):
            pair = self._grid[event.y][event.x].pair
            if pair is not None:
                self.post_message(PairChosen(*pair))

    def render_line(self, y: int) -> Strip:
        """Draw line `y`."""
        link = self.get_component_rich_style("ribbon--link")
        bright = self.get_component_rich_style("ribbon--bright")
        width = self.size.width
        cells = self._grid[y] if y < len(self._grid) else [BLANK] * width
        segments = [Segment(cell.char, bright if cell.bright else link) for cell in cells]
        return Strip(segments).crop_extend(0, width, link)
