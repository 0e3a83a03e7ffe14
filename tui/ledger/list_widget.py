"""The list of bookmarks: only the rows in view are ever read or drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.errors import CorpusError
from corpus.ledger.records import Bookmark
from tui.layout.fitting import fitted
from tui.ledger.row import Line, fill, height, lines


class Pages(Protocol):
    """A long list of bookmarks that is read a page at a time."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, index: int) -> Bookmark:
        """Return the one at this place."""
        ...

    def moved(self, bookmark: Bookmark) -> tuple[str, str]:
        """Return for each end the passage that it may be now."""
        ...

    def lost(self, bookmark: Bookmark) -> tuple[bool, bool]:
        """Tell for each end that it is no longer found."""
        ...


class NoPages:
    """A list without any bookmark."""

    def __len__(self) -> int:
        return 0

    def __getitem__(self, index: int) -> Bookmark:
        raise IndexError(index)

    def moved(self, bookmark: Bookmark) -> tuple[str, str]:
        """Return that nothing has moved."""
        return ("", "")

    def lost(self, bookmark: Bookmark) -> tuple[bool, bool]:
        """Tell that nothing is lost."""
        return (False, False)


def bookmark_at(pages: Pages, index: int) -> Bookmark | None:
    """Return the bookmark at a place; None where the list has become shorter or is unreadable."""
    try:
        return pages[index]
    except (IndexError, CorpusError):
        return None


class LedgerList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows bookmarks and a cursor on one of them; `cursor` is None where there is none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"ledger-list--{look}"
        for look in ("text", "dim", "bright", "lost", "differ", "compatible", "agree", "cursor")
    }
    DEFAULT_CSS = """
    LedgerList {
        height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        background: $background; color: $reader-text;
        .ledger-list--text { color: $reader-text; }
        .ledger-list--dim { color: $reader-dim; }
        .ledger-list--bright { color: $reader-heading; text-style: bold; }
        .ledger-list--lost { color: $reader-own; text-style: bold; }
        .ledger-list--differ { color: $reader-differ; }
        .ledger-list--compatible { color: $reader-compatible; }
        .ledger-list--agree { color: $reader-agree; }
        .ledger-list--cursor { background: $reader-selected; }
    }
    """

    @dataclass
    class Pointed(Message):
        """The cursor stands on another bookmark, or on none."""

        bookmark: Bookmark | None

    @dataclass
    class Chosen(Message):
        """The reader clicked on the bookmark at the cursor."""

        bookmark: Bookmark

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pages: Pages = NoPages()
        self.cursor: int | None = None
        self.empty: tuple[str, ...] = ()
        self._styles: dict[tuple[str, bool], Style] = {}

    def show(self, pages: Pages, cursor: int = 0, empty: tuple[str, ...] = ()) -> None:
        """Show other bookmarks with the cursor at a place; `empty` is said where there are none."""
        self.pages, self.empty = pages, empty
        self.cursor = max(0, min(cursor, len(pages) - 1)) if len(pages) else None
        self._lay_out()
        self.post_message(self.Pointed(self.bookmark))

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark at the cursor; None also where another reader has just taken it away."""
        return None if self.cursor is None else bookmark_at(self.pages, self.cursor)

    @property
    def page_size(self) -> int:
        """How many bookmarks the view holds."""
        return max(1, self.size.height // self.row_height)

    @property
    def row_height(self) -> int:
        """The lines of one bookmark."""
        return height(self.text_width)

    @property
    def text_width(self) -> int:
        """The columns of a line, without the scrollbar."""
        return max(1, self.size.width - 1)

    def point_at(self, index: int) -> None:
        """Move the cursor, as far as there are bookmarks, and bring it into view."""
        if self.cursor is None:
            return
        index = max(0, min(index, len(self.pages) - 1))
        if index != self.cursor:
            before, self.cursor = self.cursor, index
            for row in (before, index):
                self.refresh_lines(row * self.row_height, self.row_height)
            self.post_message(self.Pointed(self.bookmark))
        self._bring()

    def _bring(self) -> None:
        if self.cursor is None or not self.size.height:
            return
        top, rows = self.scroll_offset.y, self.row_height
        first = self.cursor * rows
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif first + rows > top + self.size.height:
            bottom = first + rows - self.size.height
            self.scroll_to(y=bottom, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lay out anew; the cursor stays in view."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.size.width:
            self.virtual_size = Size(self.text_width, len(self.pages) * self.row_height)
            self.refresh()
            self._bring()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to what was pointed at; a click on the cursor chooses."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if not 0 <= index < len(self.pages):
            return
        if index == self.cursor and self.bookmark is not None:
            self.post_message(self.Chosen(self.bookmark))
        self.point_at(index)

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the view."""
        width = self.text_width
        if self.cursor is None:
            said = self.empty[y - 1] if 0 < y <= len(self.empty) else ""
            return Strip([Segment(fitted(f"  {said}", width), self._style("dim", False))], width)
        index, part = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= len(self.pages):
            return Strip([Segment(" " * width, self._style("text", False))], width)
        return self._drawn(self._line(index, part), index == self.cursor)

    def _line(self, index: int, part: int) -> Line:
        bookmark = bookmark_at(self.pages, index)
        if bookmark is None:
            return fill([], self.text_width)
        return lines(bookmark, self.text_width, self.pages.lost(bookmark))[part]

    def _drawn(self, line: Line, here: bool) -> Strip:
        segments = [Segment(piece.text, self._style(piece.look, here)) for piece in line]
        return Strip(segments, self.text_width)

    def _style(self, look: str, here: bool) -> Style:
        style = self._styles.get((look, here))
        if style is None:
            style = self.get_component_rich_style("ledger-list--text")
            style += self.get_component_rich_style(f"ledger-list--{look}", partial=True)
            if here:
                style += self.get_component_rich_style("ledger-list--cursor", partial=True)
            self._styles[look, here] = style
        return style
