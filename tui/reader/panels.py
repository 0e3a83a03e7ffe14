"""All that stands beside the two texts: bars, ribbon, detail, status line.

Imported after the first paint; the room for it has been left.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen
from textual.widget import Widget

from tui.layout.connectors import Connector
from tui.layout.lenses import is_weak
from tui.layout.marks import Marks
from tui.reader.panel_text import Described, detail_of, status_of
from tui.widgets.article_pane import ArticlePane
from tui.widgets.detail import Detail
from tui.widgets.overview import Overview
from tui.widgets.ribbon import Ribbon
from tui.widgets.status import Status

if TYPE_CHECKING:
    from corpus.model import Link, Verdict


TEXT_ROWS = 8
"""Rows of a text that the detail never takes: less is no reading."""
FOOT_ROWS = 2
"""Rows of the status line and the line of keys."""
LEAST_ROWS = 3
"""Rows of the detail on screens that are too low for all: its line, and two of text."""


class PanelView(Described, Protocol):
    """What the panels show."""

    @property
    def panes(self) -> tuple[ArticlePane, ArticlePane]:
        """The two texts."""
        ...

    @property
    def rows(self) -> int:
        """The rows of the terminal."""
        ...

    @property
    def side_by_side(self) -> bool:
        """Tell whether the texts stand beside one another."""
        ...

    @property
    def aside(self) -> str:
        """What stands at the right of the status line for now; "" for nothing."""
        ...


class Beside:
    """The widgets beside the texts, kept in step with what the reader's screen holds."""

    def __init__(self) -> None:
        self.bars = (Overview(0, id="overview-0"), Overview(1, id="overview-1"))
        self.ribbon = Ribbon(id="ribbon")
        self.detail = Detail(id="detail")
        self.status = Status(id="status")

    async def mount(self, view: Screen[None], foot: Iterable[Widget]) -> None:
        """Put the widgets in their places."""
        for side, bar in enumerate(self.bars):
            await view.query_one(f"#side-{side}").mount(bar, before=0)
        await view.query_one("#body").mount(self.ribbon, after=0)
        await view.mount(self.detail, self.status, *foot)

    def settle(self, view: PanelView) -> None:
        """Show what is in view and what is selected."""
        for bar, pane in zip(self.bars, view.panes, strict=True):
            bar.show_view(*pane.view)
        self.ribbon.show(_connectors(view) if view.side_by_side else ())
        self.detail.show(detail_of(view, self.detail.room), _most_rows(view))
        self.show_status(view)

    def show_status(self, view: PanelView) -> None:
        """Show where the reader is, or a word in passing."""
        linked = "linked" if view.state.linked_scrolling else "free"
        self.status.show(*status_of(view), right=view.aside or linked)

    def show_marks(self, view: PanelView, side: int, marks: Marks) -> None:
        """Show where links and marks lie, as shares of the text: no need to know its rows."""
        sentences, size = view.state.pair[side].sentences, max(1, len(view.state.pair[side].text))
        linked = view.state.links.linked(side) if view.state.links else ()
        points: list[tuple[float, Verdict | None]] = [
            (sentences[sentence].start / size, None) for sentence in linked
        ]
        points += [(mark.start / size, mark.verdict) for mark in marks.all]
        self.bars[side].show_points(points)


def _most_rows(view: PanelView) -> int:
    """Return the rows the detail may take: each text in view keeps TEXT_ROWS and its title.

    At 80x24 with both texts, one above the other: 24 - 2 - 2 * 9 = 4.
    """
    texts = 1 if view.side_by_side or view.one_pane else 2
    return max(LEAST_ROWS, view.rows - FOOT_ROWS - texts * (TEXT_ROWS + 1))


def _connectors(view: PanelView) -> list[Connector]:
    """Return the links of the sentences in view, with the lines on which they stand."""
    links = view.state.links
    if links is None:
        return []
    left, right = view.panes
    wanted: dict[tuple[int, int], Link] = {}
    for side, pane in enumerate(view.panes):
        for sentence in pane.visible_sentences:
            for link in links.by_sentence[side].get(sentence, ()):
                wanted[link.a, link.b] = link
    connectors: list[Connector] = []
    for (a, b), link in sorted(wanted.items(), key=itemgetter(0)):
        ends = (_visible_line(left, a), _visible_line(right, b))
        bright = view.state.at == (a, b)
        connectors.append(Connector(a, b, *ends, bright, is_weak(link)))
    return connectors


def _visible_line(pane: ArticlePane, sentence: int) -> int:
    """Return the line of a sentence; 0 for one that begins above the view and ends in it."""
    rows, top = pane.page.rows_of(sentence), pane.scroll_offset.y
    return 0 if rows.start < top < rows.stop else rows.start - top
