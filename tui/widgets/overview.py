"""The overview bar: a whole article at a glance; links, differences, and what is in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from corpus.model import Verdict
from tui.layout.marks import RANK
from tui.messages import RowChosen
from tui.widgets.changed import lines_of

_CHARS = {None: "·", Verdict.AGREE: "=", Verdict.COMPATIBLE: "≈", Verdict.DIFFER: "≠"}


class Overview(Widget):
    """Shows shares of an article: `None` for a link, or the gravest verdict that lies there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "overview--link",
        "overview--differ",
        "overview--compatible",
        "overview--agree",
        "overview--view",
    }
    DEFAULT_CSS = """
    Overview {
        width: 2; height: 1fr; background: $background; color: $reader-dim;
        .overview--link { color: $reader-link; }
        .overview--differ { color: $reader-differ; }
        .overview--compatible { color: $reader-compatible; }
        .overview--agree { color: $reader-agree; }
        .overview--view { background: $reader-view; }
    }
    """

    def __init__(self, side: int, *, id: str) -> None:
        super().__init__(id=id)
        self._side = side
        self._points: Sequence[tuple[float, Verdict | None]] = ()
        self._lines: dict[int, Verdict | None] = {}
        self._view = (0.0, 1.0)
        self._thumb = range(0)
        self._strips: dict[tuple[bool, bool, Verdict | None], Strip] = {}

    def show_points(self, points: Sequence[tuple[float, Verdict | None]]) -> None:
        """Show what lies where; a point is how far down the article it is, 0 to 1."""
        self._points = points
        self.on_resize()

    def show_view(self, top: float, bottom: float) -> None:
        """Show which share of the article is in view."""
        before, self._view = self._thumb, (top, bottom)
        self._thumb = self._thumb_now()
        if before != self._thumb:
            changed = sorted({*before} ^ {*self._thumb})
            self.refresh(*lines_of(changed, self.size.width))

    def _thumb_now(self) -> range:
        """The lines between which the view lies."""
        return range(self._line(self._view[0]), self._line(self._view[1]) + 1)

    def on_resize(self) -> None:
        """Gather the points by line; the gravest verdict wins."""
        self._lines, self._thumb = {}, self._thumb_now()
        self._strips.clear()
        for share, verdict in self._points:
            line = self._line(share)
            known = self._lines.get(line)
            if line not in self._lines or _rank(verdict) > _rank(known):
                self._lines[line] = verdict
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Say how far down the article was pointed at."""
        self.post_message(RowChosen(self._side, event.y / max(1, self.size.height)))

    def notify_style_update(self) -> None:
        """Forget drawn lines when the theme changes."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw line `y`: the thumb and what lies there, the thumb at the outer edge."""
        key = (y in self._thumb, y in self._lines, self._lines.get(y))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(*key)
        return strip

    def _draw(self, in_view: bool, marked: bool, verdict: Verdict | None) -> Strip:
        style = self.rich_style
        if in_view:
            style += self.get_component_rich_style("overview--view", partial=True)
        outer = self._side == 1 and self.screen.has_class("-side")
        thumb = Segment(("▐" if outer else "▌") if in_view else " ", style)
        mark = Segment(" ", style)
        if marked:
            name = f"overview--{verdict.value if verdict else 'link'}"
            look = self.get_component_rich_style(name, partial=True)
            mark = Segment(_CHARS[verdict], style + look)
        return Strip([mark, thumb] if outer else [thumb, mark], 2)

    def _line(self, share: float) -> int:
        return min(int(share * self.size.height), max(0, self.size.height - 1))


def _rank(verdict: Verdict | None) -> int:
    return -1 if verdict is None else RANK[verdict]
