"""All that stands beside the two texts: bars, ribbon, detail, status line.

Imported after the first paint; the room for it has been left.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui.layout.marks import Marks
from tui.reader.panel_text import detail_of, status_of
from tui.widgets.detail import Detail
from tui.widgets.overview import Overview
from tui.widgets.ribbon import Ribbon
from tui.widgets.status import Status

if TYPE_CHECKING:
    from corpus.model import Verdict
    from tui.reader.view import ReaderView


class Beside:
    """The widgets beside the texts, kept in step with what the reader's screen holds."""

    def __init__(self) -> None:
        self.bars = (Overview(0, id="overview-0"), Overview(1, id="overview-1"))
        self.ribbon = Ribbon(id="ribbon")
        self.detail = Detail(id="detail")
        self.status = Status(id="status")

    async def mount(self, view: ReaderView, foot: Iterable[Widget]) -> None:
        """Put the widgets in their places."""
        for side, bar in enumerate(self.bars):
            await view.query_one(f"#side-{side}").mount(bar, before=0)
        await view.query_one("#body").mount(self.ribbon, after=0)
        await view.mount(self.detail, self.status, *foot)

    def settle(self, view: ReaderView) -> None:
        """Show what is in view and what is selected."""
        for bar, pane in zip(self.bars, view.panes, strict=True):
            bar.show_view(*pane.view)
        self.ribbon.show(view.connectors() if view.has_class("-side") else ())
        self.detail.show(detail_of(view, self.detail.room))
        self.show_status(view)

    def show_status(self, view: ReaderView) -> None:
        """Show where the reader is, or a word in passing."""
        linked = "linked" if view.linked_scrolling else "free"
        self.status.show(*status_of(view), right=view.told or view.asking or linked)

    def show_marks(self, view: ReaderView, side: int, marks: Marks) -> None:
        """Show where links and marks lie, as shares of the text: no need to know its rows."""
        sentences, size = view.pair[side].sentences, max(1, len(view.pair[side].text))
        linked = view.links.linked(side) if view.links else ()
        points: list[tuple[float, Verdict | None]] = [
            (sentences[sentence].start / size, None) for sentence in linked
        ]
        points += [(mark.start / size, mark.verdict) for mark in marks.all]
        self.bars[side].show_points(points)
