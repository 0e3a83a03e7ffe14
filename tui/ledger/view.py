"""The ledger's screen without its actions: the list, what is asked of it, a line for answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from corpus.errors import CorpusError
from corpus.ledger.records import Bookmark
from corpus.model import Article, Comparison
from tui.ledger.detail_panel import LedgerDetail, describe
from tui.ledger.list_widget import LedgerList, NoPages
from tui.ledger.pages import Finder, Look, NotebookPages
from tui.ledger.row import header
from tui.ledger.texts import asked, nothing
from tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from corpus.ledger.notebook import Notebook
    from tui.key_dispatch import KeyedApp
    from tui.widgets.prompt import Prompt

TOLD_SECONDS = 5.0
POLL_SECONDS = 1.0
"""How often it is looked whether another reader has changed the notebook."""
LOW = 24
"""Rows below which the bookmark at the cursor is not shown in full."""


class LedgerView(ModalScreen[Bookmark | None]):
    """Shows bookmarks by `look`; `pair` are the articles on the screen, `articles` the open ones.

    `look` and `row`, the place of the cursor, can still be asked for when the screen has been left.
    """

    AUTO_FOCUS = "LedgerList"
    DEFAULT_CSS = """
    LedgerView {
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

    def __init__(
        self,
        notebook: Notebook,
        pair: Sequence[Article],
        articles: Sequence[Article],
        *,
        folder: Path | None = None,
        comparison: Comparison | None = None,
        look: Look | None = None,
        row: int = 0,
    ) -> None:
        super().__init__()
        self.notebook, self.pair, self.folder = notebook, tuple(pair), folder
        self.comparison = comparison
        self.finder = Finder(articles)
        self.look = look or Look()
        self.row = row
        self._token = (0, 0)
        self._hush: Timer | None = None

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
        self.query_one(KeyBar).show(cast("KeyedApp", self.app).keymap)
        self.reload(self.row)
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
        """Give the bookmark at the cursor; where there is none, say so."""
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
            self._token = self.notebook.token
            pages = NotebookPages(self.notebook, self.look, self.finder, self.pair, self.folder)
            shown.show(pages, _near(pages, place, kept), self._nothing(pages))
        except CorpusError as error:
            shown.show(NoPages(), empty=(str(error),))
        self.show_head()

    def _nothing(self, pages: NotebookPages) -> tuple[str, ...]:
        if len(pages):
            return ()
        return nothing(self.look, pages.hidden(), cast("KeyedApp", self.app).keymap)

    def poll(self) -> None:
        """Show what another reader has changed."""
        try:
            changed = self.notebook.changed_since(self._token)
        except CorpusError:
            return  # told when something is asked of the notebook
        if changed:
            self.reload()

    def on_ledger_list_pointed(self, message: LedgerList.Pointed) -> None:
        """Show the bookmark at the cursor in full."""
        found, pages = message.bookmark, self.shown.pages
        self.row = self.shown.cursor or 0
        self.query_one(LedgerDetail).show(
            Content("") if found is None else describe(found, pages.lost(found))
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
                (f"  ·  {asked(self.look)}", "$reader-text"),
            )
        )

    def tell(self, message: str) -> None:
        """Say something for a few seconds."""
        self.query_one("#told", Static).update(Content(message))
        if self._hush is not None:
            self._hush.stop()
        self._hush = self.set_timer(
            TOLD_SECONDS, lambda: self.query_one("#told", Static).update(Content(""))
        )

    async def ask(self, prompt: Prompt) -> None:
        """Open a line for an answer, in place of an open one."""
        await self.put_away()
        await self.mount(prompt, before="#told")
        prompt.focus()

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


def _near(pages: NotebookPages, place: int, kept: Bookmark | None) -> int:
    """Give the place of a bookmark if it is still near to where it stood, else that place."""
    if kept is not None:
        for far in range(32):
            for index in (place - far, place + far):
                if 0 <= index < len(pages) and pages[index].id == kept.id:
                    return index
    return place
