"""The reader's screen without its actions: panes, layout by size, and keeping all in step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from corpus.article import Article
from tui.background import gc_pauses as memory
from tui.background.jobs import Jobs
from tui.layout.rows import Track, led, track
from tui.widgets.article_pane import ArticlePane
from tui.widgets.panetitle import PaneTitle

if TYPE_CHECKING:
    from corpus.model import Comparison, Discrepancy, Link
    from tui.layout.connectors import Connector
    from tui.layout.lenses import Lens, Links
    from tui.messages import Compared
    from tui.reader.panels import Beside
    from tui.widgets.difference_list import DifferenceList

SIDE_BY_SIDE = 90
"""Columns from which the panes stand side by side."""
WIDE = 180
"""Columns from which the list of differences is a third column."""
LARGE = 500
"""So many links make a comparison that is worth leaving out of searches for garbage."""
SHALLOW = 18
"""Rows below which one pane alone has but a few lines beneath it."""
TOLD_SECONDS = 4.0
"""How long a word in passing stays in the status line."""
TALL = 24
"""Rows from which two panes fit one above the other."""


class ReaderView(Screen[None]):
    """Holds the pair of articles, what is selected, the lens, and draws all of it."""

    AUTO_FOCUS = ""

    def __init__(self, a: Article, b: Article) -> None:
        super().__init__()
        self.pair = [a, b]
        self.panes = (ArticlePane(a, 0, id="pane-0"), ArticlePane(b, 1, id="pane-1"))
        self.links: Links | None = None
        self.side = 0
        self.at: list[int | None] = [None, None]
        self.stops: list[Discrepancy] = []
        self.shown: frozenset[Discrepancy] = frozenset()
        self.stop_of: dict[tuple[int, int], int] = {}
        self.stop: int | None = None
        self.linked_scrolling = True
        self.explained = False
        self.showing_alone = False
        self.kept: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
        self._job, self.jobs = 0, Jobs()
        self._moving = False
        self._track: Track | None = None
        self.problem, self.stopped, self.began = "", False, 0.0
        self.reading = False
        self._clock: Timer | None = None
        self.told = self.asking = ""
        self._hush: Timer | None = None
        self.list: DifferenceList | None = None
        self.beside: Beside | None = None

    @cached_property
    def lens(self) -> Lens:
        """What the reader looks for."""
        from tui.layout.lenses import Lens

        return Lens()

    def compose(self) -> ComposeResult:
        """Lay out the two texts, and room for all else; nothing is computed here."""
        self._classify(*self.app.size, update=False)
        with Container(id="body"):
            for side, pane in enumerate(self.panes):
                with Container(id=f"side-{side}", classes="side"):
                    yield PaneTitle(self.pair[side], side == self.side, id=f"title-{side}")
                    yield pane

    def on_mount(self) -> None:
        """Show the articles; the comparison starts once they are on the screen."""
        if not self.panes[0].is_attached:
            return  # left before it was ever shown
        for side, pane in enumerate(self.panes):
            self.watch(pane, "scroll_y", partial(self._scrolled, side), init=False)
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Put all else beside the texts, now that they are on the screen, in the room left for it.

        Nothing is imported, drawn or computed for it before the first paint.
        """
        from tui.reader.panels import Beside

        beside = Beside()
        with self.app.batch_update():
            await beside.mount(self, self.foot())
            self.beside = beside
            self.remove_class("-bare")
            if self.has_class("-wide"):
                await self._mount_list()
        self.panes[self.side].focus(scroll_visible=False)
        self.settle()
        self.begin()

    def foot(self) -> Iterable[Widget]:
        """Give what stands below the status line."""
        return ()

    def begin(self) -> None:
        """Compare the articles; nothing has been computed before they were on the screen."""
        self.compare()

    def on_unmount(self) -> None:
        """Let no thread keep the process from ending."""
        self.jobs.stop()

    # The comparison

    def compare(self) -> None:
        """Compare the two articles in a thread; what an earlier job finds is dropped."""
        self._job += 1
        job, (a, b) = self._job, self.pair
        self.links, self.stops, self.stop = None, [], None
        self.problem, self.stopped = "", False
        self.in_thread("compare", partial(self._work, job, a, b))
        self.settle()

    def in_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped, in place of earlier work of this name."""
        self.began = monotonic()
        if self._clock is None:
            self._clock = self.set_interval(1.0, self._tick)
        self._clock.resume()
        self.run_worker(self.jobs.new(name, work), thread=True, exclusive=True, group=name)

    def _tick(self) -> None:
        """Show how long the comparison has taken."""
        if self.comparing and self.beside is not None:
            self.beside.show_status(self)
        elif self._clock is not None:
            self._clock.pause()

    @property
    def comparing(self) -> bool:
        """Tell whether a comparison is awaited."""
        return self.links is None and not self.problem and not self.stopped

    def stop_comparing(self) -> None:
        """Stop reading and comparing; what was found by then is dropped."""
        self.jobs.stop()
        self._job += 1
        self.stopped = True
        self.settle()

    def _work(self, job: int, a: Article, b: Article) -> None:
        worker = get_current_worker()
        result: Comparison | None = None
        problem = ""
        try:
            from tui.background.comparing import compare_in_thread

            result = compare_in_thread(a, b)
        except Exception as error:  # whatever a rule stumbles on, the articles stay readable
            problem = f"{type(error).__name__}: {error}"
        if not worker.is_cancelled:
            from tui.messages import Compared

            self.post_message(Compared(job, result, problem))

    def on_compared(self, message: Compared) -> None:
        """Show what the comparison found, unless the articles have changed since."""
        if message.job != self._job:
            return
        from tui.layout.lenses import Links

        self.problem = message.problem
        self.links = Links(message.comparison) if message.comparison else None
        if self.links is not None and len(self.links.links) > LARGE:
            memory.leave_alone()
        self.show_lens()
        if self.stops and self.at == [None, None] and not any(p.scroll_y for p in self.panes):
            self.preselect()

    def preselect(self) -> None:
        """Select the first difference; done by the walking part."""

    # Showing

    def show_pair(self, a: Article, b: Article) -> None:
        """Show two other articles, from their beginnings."""
        self.at, self.kept = [None, None], (frozenset(), frozenset())
        self.links, self.stops, self.stop = None, [], None
        self._track = None
        for side, article in enumerate((a, b)):
            self.pair[side] = article
            self.panes[side].show_article(article)
        self.show_list()
        self.show_titles()
        self.compare()

    def show_titles(self) -> None:
        """Name the articles above their panes; the pane with the cursor stands out."""
        for side in (0, 1):
            title = self.query_one(f"#title-{side}", PaneTitle)
            title.show(self.pair[side], side == self.side)

    def show_lens(self) -> None:
        """Mark what the lens shows, in the texts, the bars and the list."""
        if self.links is not None:
            from tui.layout.lenses import stops
            from tui.layout.marks import Marks

            found = self.findings()
            self.shown = frozenset(found)
            self.stops = stops(found, self.lens)
            pairs = [(stop.a.sentence, stop.b.sentence) for stop in self.stops]
            self.stop_of = {pair: i for i, pair in reversed([*enumerate(pairs)])}
            for side, pane in enumerate(self.panes):
                alone = frozenset(self.links.alone(side) if self.showing_alone else ())
                marks = Marks(found, side, self.lens)
                pane.show_marks(marks, self.links.by_sentence[side].keys(), alone, self.kept[side])
                if self.beside is not None:
                    self.beside.show_marks(self, side, marks)
            self.show_list()
        self.settle()

    def findings(self) -> tuple[Discrepancy, ...]:
        """Give the discrepancies to show; the judging part leaves out the dismissed."""
        return self.links.comparison.discrepancies if self.links else ()

    def noted(self) -> Content | None:
        """Say what the reader has noted about the selection; done by the judging part."""
        return None

    def show_list(self) -> None:
        """Show the differences as a list, where there is room for one."""
        if self.list is not None:
            self.list.show(self.links.comparison if self.links else None, self.stops)
            self.list.point_at(self.stop)

    def fitted(self) -> None:
        """Do what depends on the rows of the panes, after they were wrapped anew."""
        self._track = None
        self.settle()

    def settle(self) -> None:
        """Bring ribbon, bars, detail and status in step with panes and selection."""
        if self.beside is not None and self.is_attached:
            self._point()
            self.beside.settle(self)

    def _point(self) -> None:
        """Show in both texts which words the difference that is looked at is about."""
        stop = None if self.stop is None else self.stops[self.stop]
        ends = (None, None) if stop is None else (stop.a, stop.b)
        for pane, end in zip(self.panes, ends, strict=True):
            pane.point_at(None if end is None or end.own_voice else end.span)

    def tell(self, message: str) -> None:
        """Say something in the status line for a few seconds."""
        self.told = message
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(TOLD_SECONDS, self._forget_told)
        if self.beside is not None:
            self.beside.show_status(self)

    def _forget_told(self) -> None:
        self.told = ""
        self.settle()

    def hush(self) -> None:
        """Say no longer what was said about an earlier action."""
        if self.told:
            self.told = ""
            if self.beside is not None:
                self.beside.show_status(self)

    def counted(self) -> str:
        """Say where the reader is among the places of a search; done by the looking part."""
        return ""

    def connectors(self) -> list[Connector]:
        """Give the links of the sentences in view, with the lines on which they stand."""
        if self.links is None:
            return []
        from tui.layout.connectors import Connector

        left, right = self.panes
        wanted: dict[tuple[int, int], None] = {}
        for side, pane in enumerate(self.panes):
            for sentence in pane.visible_sentences:
                for link in self.links.by_sentence[side].get(sentence, ()):
                    wanted[link.a, link.b] = None
        found: list[Connector] = []
        for a, b in sorted(wanted):
            ends = (self._visible_line(left, a), self._visible_line(right, b))
            found.append(Connector(a, b, *ends, bright=self.at == [a, b]))
        return found

    def _visible_line(self, pane: ArticlePane, sentence: int) -> int:
        """Give the line of a sentence; 0 for one that begins above the view and ends in it."""
        rows, top = pane.page.rows_of(sentence), pane.scroll_offset.y
        return 0 if rows.start < top < rows.stop else rows.start - top

    @property
    def link(self) -> Link | None:
        """The link between the selected sentences, if they are a pair."""
        a, b = self.at
        return None if self.links is None or a is None or b is None else self.links.between(a, b)

    # Scrolling and size

    def _scrolled(self, side: int, before: float, now: float) -> None:
        if self._moving:
            return
        if self.linked_scrolling and self.links is not None:
            self._follow(side, round(before), round(now))
        self.settle()

    def _follow(self, side: int, before: int, now: int) -> None:
        """Scroll the other pane towards what belongs beside the middle of this one."""
        if self._track is None:
            left, right = self.panes
            pairs = [
                (left.page.rows_of(link.a).start, right.page.rows_of(link.b).start)
                for link in (self.links.links if self.links else ())
            ]
            self._track = track(pairs, len(left.page), len(right.page))
        way = self._track.back() if side else self._track
        pane, other = self.panes[side], self.panes[1 - side]
        third = min(pane.size.height, other.size.height) // 3
        moved = (before, now, round(pane.max_scroll_y))
        self.quietly(other, led(way, third, moved, other.scroll_offset.y))

    def quietly(self, pane: ArticlePane, row: int) -> None:
        """Scroll a pane without leading the other."""
        self._moving = True
        try:
            pane.scroll_to(y=max(0, row), animate=False, immediate=True)
        finally:
            self._moving = False

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout by the size of the terminal."""
        self.fit(event.size.width, event.size.height)

    def fit(self, width: int, height: int) -> None:
        """Lay out for a terminal of this size."""
        self._classify(width, height)
        if width >= WIDE and self.list is None and self.beside is not None:
            self.call_after_refresh(self._mount_list)
        self.call_after_refresh(self.fitted)

    def _classify(self, width: int, height: int, *, update: bool = True) -> None:
        side = width >= SIDE_BY_SIDE
        classes = {
            "-bare": self.beside is None,
            "-wide": width >= WIDE,
            "-side": side,
            "-stacked": not side and height >= TALL,
            "-tiny": not side and height < TALL,
            "-low": height < TALL,
            "-shallow": height < SHALLOW,
            "-right": self.side == 1,
        }
        self.update_classes(classes, update=update)

    async def _mount_list(self) -> None:
        """Add the list of differences; it is not made before the first paint."""
        if self.list is None:
            from tui.widgets.difference_list import DifferenceList

            self.list = DifferenceList(id="list")
            await self.query_one("#body").mount(self.list)
            self.show_list()
