"""The ledger: all bookmarks of these two articles, of this folder, or of the whole notebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from corpus.errors import CorpusError
from corpus.ledger.records import Bookmark
from tui.dialogs.dialog import Dialog
from tui.key_dispatch import KeyedApp, actions_of
from tui.ledger.changes import Changes
from tui.ledger.detail_panel import LedgerDetail, describe
from tui.ledger.files import Files
from tui.ledger.filters import Filters
from tui.ledger.list_widget import LedgerList, NoPages, bookmark_at
from tui.ledger.pages import NotebookPages
from tui.ledger.row import header
from tui.ledger.state import LedgerState
from tui.ledger.texts import asked as asked_of
from tui.ledger.texts import nothing
from tui.widgets.keybar import KeyBar
from tui.widgets.prompt import Answer, Prompt

if TYPE_CHECKING:
    from tui.keys.table import Keymap

MESSAGE_SECONDS = 5.0
"""Seconds a temporary message stays: time to read two lines."""
POLL_SECONDS = 1.0
"""Seconds between two looks for what another reader has changed: soon enough for two windows."""
LOW = 24
"""Rows below which the bookmark at the cursor is not shown in full."""


class LedgerScreen(Dialog[Bookmark | None]):
    """Returns the bookmark to go to, None where the reader only went back.

    Its `state` can still be asked for when the screen has been left.
    """

    SCOPE: ClassVar[str] = "ledger"

    AUTO_FOCUS = "LedgerList"
    DEFAULT_CSS = """
    LedgerScreen {
        layers: default pending; background: $background; color: $reader-text;
        #head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; }
        #columns { height: 1; display: none; text-wrap: nowrap; }
        #told { height: auto; min-height: 1; max-height: 3; padding: 0 1; background: $panel;
                color: $reader-text; }
        &.-table #columns { display: block; }
        &.-low LedgerDetail { display: none; }
        &.-tall LedgerDetail { height: 14; }
    }
    """

    def __init__(self, state: LedgerState) -> None:
        super().__init__()
        self.state = state
        self._hush: Timer | None = None

    @cached_property
    def actions(self) -> Mapping[str, Callable[..., Any]]:
        """The ledger's actions by the last part of their id in the table of actions."""
        state = self.state
        return actions_of(self, Filters(state, self), Changes(state, self), Files(state, self))

    def compose(self) -> ComposeResult:
        """Put the list between what is asked of it and the bookmark at the cursor."""
        yield Static(id="head", markup=False)
        yield Static(id="columns", markup=False)
        yield LedgerList(id="ledger")
        yield LedgerDetail()
        yield Static(id="told", markup=False)
        yield KeyBar("ledger")

    def on_mount(self) -> None:
        """Show the bookmarks, and look from time to time for those of other readers."""
        self.query_one(KeyBar).show(self.keymap)
        self.reload(self.state.row)
        self.set_interval(POLL_SECONDS, self.poll)

    def on_resize(self) -> None:
        """Choose the shape by the size of the terminal."""
        width, height = self.app.size
        self.set_class(height < LOW, "-low")
        self.set_class(height >= 40, "-tall")
        names = header(width - 1)
        self.set_class(bool(names), "-table")
        text = "".join(piece.text for piece in names)
        self.query_one("#columns", Static).update(Content.styled(text, "$reader-dim"))

    @property
    def shown(self) -> LedgerList:
        """The list."""
        return self.query_one(LedgerList)

    def at_cursor(self) -> Bookmark | None:
        """Return the bookmark at the cursor; where there is none, say so."""
        bookmark = self.shown.bookmark
        if bookmark is None:
            self.tell("There is no bookmark here.")
        return bookmark

    def step(self, count: int) -> None:
        """Move the cursor."""
        self.shown.point_at((self.shown.cursor or 0) + count)

    def reload(self, cursor: int | None = None) -> None:
        """Read the bookmarks anew; the cursor stays on its bookmark, or else at its place."""
        shown = self.shown
        place = shown.cursor or 0 if cursor is None else cursor
        kept = shown.bookmark if cursor is None else None
        try:
            self.state.token = self.state.notebook.token
            pages = self.state.pages()
            shown.show(pages, _near(pages, place, kept), self._nothing(pages))
        except CorpusError as error:
            shown.show(NoPages(), empty=(str(error),))
        self.show_head()

    def _nothing(self, pages: NotebookPages) -> tuple[str, ...]:
        if len(pages):
            return ()
        return nothing(self.state.look, pages.hidden(), self.keymap)

    def poll(self) -> None:
        """Show what another reader has changed."""
        try:
            changed = self.state.notebook.changed_since(self.state.token)
        except CorpusError:
            return  # told when something is asked of the notebook
        if changed:
            self.reload()

    def on_ledger_list_pointed(self, message: LedgerList.Pointed) -> None:
        """Show the bookmark at the cursor in full."""
        bookmark, pages = message.bookmark, self.shown.pages
        self.state.row = self.shown.cursor or 0
        self.query_one(LedgerDetail).show(
            Content("")
            if bookmark is None
            else describe(bookmark, pages.lost(bookmark), pages.moved(bookmark))
        )
        self.show_head()

    def on_ledger_list_chosen(self, message: LedgerList.Chosen) -> None:
        """Go to the bookmark that was clicked."""
        self.leave(message.bookmark)

    def show_head(self) -> None:
        """Say what is shown, and where in it the cursor is."""
        shown = self.shown
        here = 0 if shown.cursor is None else shown.cursor + 1
        self.query_one("#head", Static).update(
            Content.assemble(
                ("Bookmarks ", "bold $reader-heading"),
                (f"{here} of {len(shown.pages)}", "bold $reader-bright"),
                (f"  ·  {asked_of(self.state.look)}", "$reader-text"),
            )
        )

    def tell(self, message: str) -> None:
        """Say something for a few seconds."""
        self.query_one("#told", Static).update(Content(message))
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(
            MESSAGE_SECONDS, lambda: self.query_one("#told", Static).update(Content(""))
        )

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return cast("KeyedApp", self.app).keymap

    def key(self, action: str) -> str:
        """Return the keys that do an action of the ledger now; its name where none do."""
        return self.keymap.shown(f"ledger.{action}") or action

    @property
    def as_screen(self) -> Screen[Any]:
        """The screen over which dialogs open."""
        return self

    def open(self, screen: Screen[Any], closed: Callable[[Any], Any]) -> None:
        """Open a screen over the ledger; `closed` gets its result."""
        self.app.push_screen(screen, closed)

    async def ask(
        self,
        asked: str,
        hint: str,
        answered: Answer,
        *,
        answer: str = "",
        typed: Answer | None = None,
    ) -> None:
        """Open a line for an answer, in place of an open one."""
        await self.put_away()
        prompt = Prompt(asked, hint, answered, answer=answer, typed=typed)
        await self.mount(prompt, before="#told")
        prompt.focus()

    async def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Let the question follow what is typed."""
        await message.prompt.follow(message.answer)

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Take the answer to the question."""
        await self.put_away()
        await message.prompt.take(message.answer)

    async def put_away(self) -> bool:
        """Take the line for an answer away; False when there was none."""
        open_ones = self.query("Prompt")
        if not open_ones:
            return False
        await open_ones.remove()
        self.shown.focus()
        return True

    def leave(self, bookmark: Bookmark | None) -> None:
        """Go back to the articles, and to the ends of a bookmark if one is given."""
        self.dismiss(bookmark)

    def action_open(self, count: int = 1) -> None:
        """Go to both ends of the bookmark at the cursor."""
        bookmark = self.at_cursor()
        if bookmark is not None:
            self.leave(bookmark)

    async def action_close(self, count: int = 1) -> None:
        """Put the question away, or go back to the articles."""
        if not await self.put_away():
            self.leave(None)

    def action_next(self, count: int = 1) -> None:
        """Go down in the list."""
        self.step(count)

    def action_previous(self, count: int = 1) -> None:
        """Go up in the list."""
        self.step(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go down a page."""
        self.step(count * self.shown.page_size)

    def action_page_up(self, count: int = 1) -> None:
        """Go up a page."""
        self.step(-count * self.shown.page_size)

    def action_first(self, count: int = 1) -> None:
        """Go to the first bookmark, or with a count to that one."""
        self.shown.point_at(count - 1)

    def action_last(self, count: int = 1) -> None:
        """Go to the last bookmark."""
        self.shown.point_at(len(self.shown.pages) - 1)


def _near(pages: NotebookPages, place: int, kept: Bookmark | None) -> int:
    """Return the place of a bookmark if it is still near to where it stood, else that place."""
    if kept is not None:
        for far in range(32):
            for index in (place - far, place + far):
                near = bookmark_at(pages, index) if 0 <= index < len(pages) else None
                if near is not None and near.id == kept.id:
                    return index
    return place
