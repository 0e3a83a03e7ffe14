"""The frame of the reader's screen: panes, what stands beside them, the layout by size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from corpus.article import Article
from tui.key_dispatch import KeyedApp
from tui.reader.scrolling import LinkedScrolling
from tui.reader.state import ReaderState
from tui.reader.view import Answer
from tui.widgets.article_pane import ArticlePane
from tui.widgets.panetitle import PaneTitle

if TYPE_CHECKING:
    from tui.keys.table import Keymap
    from tui.reader.panels import Beside
    from tui.widgets.difference_list import DifferenceList
    from tui.widgets.prompt import Prompt

SIDE_BY_SIDE = 90
"""Columns from which the panes stand side by side: two lines of 40 characters."""
WIDE = 150
"""Columns from which the list of differences is a third column."""
SHALLOW = 18
"""Rows below which one pane alone has but a few lines beneath it."""
TALL = 24
"""Rows from which two panes fit one above the other."""
MESSAGE_SECONDS = 4.0
"""Seconds a temporary message stays in the status line: time to read a line."""


class ReaderFrame(Screen[None]):
    """Shows the state: two panes and what stands beside them. Knows nothing of any action."""

    SCOPE: ClassVar[str] = "reader"
    AUTO_FOCUS = ""

    def __init__(self, a: Article, b: Article) -> None:
        super().__init__()
        self.state = ReaderState(a, b)
        self._panes = (ArticlePane(a, 0, id="pane-0"), ArticlePane(b, 1, id="pane-1"))
        self.scrolling = LinkedScrolling(self.state, self._panes)
        self.message = ""
        self.list: DifferenceList | None = None
        self.beside: Beside | None = None
        self._hush: Timer | None = None
        self._titled_side = 0

    def begin(self) -> None:
        """Begin the work; called once all stands beside the texts."""

    def show_panels(self, beside: Beside) -> None:
        """Bring the panels in step with the state."""

    @property
    def panes(self) -> tuple[ArticlePane, ArticlePane]:
        """The two texts."""
        return self._panes

    def compose(self) -> ComposeResult:
        """Lay out the two texts, and room for all else; nothing is computed here."""
        self._classify(*self.app.size, update=False)
        with Container(id="body"):
            for side, pane in enumerate(self.panes):
                with Container(id=f"side-{side}", classes="side"):
                    active = side == self.state.side
                    yield PaneTitle(self.state.pair[side], active, id=f"title-{side}")
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
            await beside.mount(self, self._foot())
            self.beside = beside
            self.remove_class("-bare")
            if self.has_class("-wide"):
                await self._mount_list()
        self.panes[self.state.side].focus(scroll_visible=False)
        self.settle()
        self.begin()

    def _foot(self) -> Iterable[Widget]:
        from tui.widgets.keybar import KeyBar

        cast("Any", self.app).painted()
        bar = KeyBar(self.SCOPE)
        bar.show(self.keymap)
        return (bar,)

    def show_titles(self) -> None:
        """Name the articles above their panes; the pane with the cursor stands out."""
        self._titled_side = self.state.side
        for side, article in enumerate(self.state.pair):
            title = self.query_one(f"#title-{side}", PaneTitle)
            title.show(article, side == self.state.side)

    def show_list(self) -> None:
        """Show the differences as a list, where there is room for one."""

    def select(
        self, side: int, sentence: int, partner: int | None = None, *, bring: bool = True
    ) -> None:
        """Select a sentence and its partner; both come into view, on the same line."""
        if self.state.select(side, sentence, partner):
            self.show_selection(bring=bring)

    def show_selection(self, *, bring: bool = True) -> None:
        """Show what is selected; both sentences come into view, on the same line."""
        side, at = self.state.side, self.state.at
        self.show_side(side)
        for pane, sentence in zip(self.panes, at, strict=True):
            pane.select(*(() if sentence is None else (sentence,)))
        self.scrolling.bring(side, at, bring=bring)
        if self.list is not None:
            self.list.point_at(self.state.current)
        self.settle()

    def show_side(self, side: int) -> None:
        """Return a side the cursor."""
        if side != self._titled_side or not self.panes[side].has_focus:
            self.state.switch(side)
            self.set_class(side == 1, "-right")
            self.panes[side].focus(scroll_visible=False)
            self.show_titles()

    def settle(self) -> None:
        """Bring ribbon, bars, detail and status in step with panes and selection."""
        if self.beside is not None and self.is_attached:
            stop = self.state.current
            ends = (None, None) if stop is None else (stop.a, stop.b)
            for pane, end in zip(self.panes, ends, strict=True):
                pane.point_at(None if end is None or end.own_voice else end.span)
            self.show_panels(self.beside)

    @property
    def one_pane(self) -> bool:
        """Tell whether the terminal holds one of the texts only."""
        return self.has_class("-tiny")

    @property
    def side_by_side(self) -> bool:
        """Tell whether the texts stand beside one another."""
        return self.has_class("-side")

    @property
    def rows(self) -> int:
        """The rows of the terminal."""
        return self.app.size.height

    def show_explained(self) -> None:
        """Return the detail the room of what it explains."""
        self.query_one("#detail").set_class(self.state.explained, "-explained")

    def scroll_detail(self, lines: int) -> None:
        """Scroll the detail down by lines."""
        self.query_one("#detail").scroll_relative(y=lines, animate=False, immediate=True)

    def show_status(self) -> None:
        """Show the status line anew."""

    def tell(self, message: str) -> None:
        """Say something in the status line for a few seconds."""
        self.message = message
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(MESSAGE_SECONDS, self._forget_message)
        self.show_status()

    def _forget_message(self) -> None:
        self.message = ""
        self.settle()

    def hush(self) -> None:
        """Say no longer what was said about an earlier action."""
        if self.message:
            self.message = ""
            self.show_status()

    async def ask(
        self,
        asked: str,
        hint: str,
        answered: Answer,
        *,
        answer: str = "",
        typed: Answer | None = None,
    ) -> None:
        """Open a line for an answer above the status line, in place of an open one."""
        from tui.widgets.prompt import Prompt  # 10 ms (Input), not before the first paint

        await self.put_away()
        prompt = Prompt(asked, hint, answered, answer=answer, typed=typed)
        await self.mount(prompt, before="#status")
        prompt.focus()

    async def put_away(self) -> bool:
        """Take the line for an answer away; False when there was none."""
        open_ones = self.query("Prompt")
        if not open_ones:
            return False
        await open_ones.remove()
        self.panes[self.state.side].focus()
        return True

    async def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Let the question follow what is typed."""
        await message.prompt.follow(message.answer)

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Take the answer to the question."""
        await self.put_away()
        await message.prompt.take(message.answer)

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return cast("KeyedApp", self.app).keymap

    def key(self, action: str) -> str:
        """Return the keys that do an action of the reader now; "" where none do."""
        return self.keymap.shown(f"reader.{action}")

    def open(self, screen: Screen[Any], closed: Callable[[Any], Any]) -> None:
        """Open a screen over the reader; `closed` gets its result."""
        self.app.push_screen(screen, closed)

    @property
    def on_top(self) -> bool:
        """Tell whether no other screen lies over the reader."""
        return self.app.screen is self

    @property
    def as_screen(self) -> Screen[Any]:
        """The screen over which dialogs open."""
        return self

    def _scrolled(self, side: int, before: float, now: float) -> None:
        if self.scrolling.scrolled(side, round(before), round(now)):
            self.settle()

    def quietly(self, pane: ArticlePane, row: int) -> None:
        """Scroll a pane without leading the other."""
        self.scrolling.quietly(pane, row)

    def forget_track(self) -> None:
        """Find anew which rows scroll together: links or rows are others."""
        self.scrolling.forget()

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout by the size of the terminal."""
        self.fit(event.size.width, event.size.height)

    def fit(self, width: int, height: int) -> None:
        """Lay out for a terminal of this size."""
        self._classify(width, height)
        if width >= WIDE and self.list is None and self.beside is not None:
            self.call_after_refresh(self._mount_list)
        self.call_after_refresh(self._wrapped)

    def _wrapped(self) -> None:
        self.scrolling.forget()
        self.settle()

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
            "-right": self.state.side == 1,
        }
        self.update_classes(classes, update=update)

    async def _mount_list(self) -> None:
        """Add the list of differences; it is not made before the first paint."""
        if self.list is None:
            from tui.widgets.difference_list import DifferenceList

            self.list = DifferenceList(id="list")
            await self.query_one("#body").mount(self.list)
            self.show_list()
