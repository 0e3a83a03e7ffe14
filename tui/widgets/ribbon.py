"""The ribbon between the panes: a line from each visible sentence to what reports the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.connectors import BLANK, Cell, Connector, draw
from tui.messages import PairChosen
from tui.widgets.changed import lines_of


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
        self._looks: tuple[Style, ...] = ()

    def show(self, connectors: Sequence[Connector]) -> None:
        """Show these connectors; nothing is drawn again when they are the same."""
        if tuple(connectors) != self._connectors:
            self._connectors = tuple(connectors)
            self.on_resize()

    def on_resize(self) -> None:
        """Draw the connectors anew; only lines that are not as they were go to the terminal."""
        before, self._grid = self._grid, draw(self._connectors, *self.size)
        lines = zip(before, self._grid, strict=False)
        changed = [y for y, (old, new) in enumerate(lines) if old != new]
        if len(before) != len(self._grid):
            self.refresh()
        elif changed:
            self.refresh(*lines_of(changed, self.size.width))

    def on_click(self, event: events.Click) -> None:
        """Say which pair was pointed at."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self._grid) and at.x < len(self._grid[at.y]):
            pair = self._grid[at.y][at.x].pair
            if pair is not None:
                self.post_message(PairChosen(*pair))

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._looks = ()

    def render_line(self, y: int) -> Strip:
        """Draw line `y`; cells of one look are one segment."""
        if not self._looks:
            names = ("ribbon--link", "ribbon--bright")
            self._looks = tuple(self.get_component_rich_style(name) for name in names)
        width = self.size.width
        cells = self._grid[y] if y < len(self._grid) else [BLANK] * width
        segments = [
            Segment("".join(cell.char for cell in run), self._looks[bright])
            for bright, run in groupby(cells, key=_is_bright)
        ]
        return Strip(segments, len(cells)).crop_extend(0, width, self._looks[False])


_is_bright = attrgetter("bright")
