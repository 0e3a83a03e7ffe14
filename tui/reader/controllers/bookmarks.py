"""Bookmarks of the pair at hand: kept with a note, and walked."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import ReaderState, Selection
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from corpus.ledger.notebook import Bookmark
    from corpus.model import Discrepancy, Link

HINT = "a note, or none; Enter keeps the bookmark, Esc does not"
NOTHING_SELECTED = "Select a sentence first."


class Bookmarks:
    """Keeps bookmarks and goes back to them; `all` are those of the two articles."""

    def __init__(self, state: ReaderState, view: ReaderView, session: NotebookSession) -> None:
        self._state, self._view, self._session = state, view, session
        self.all: tuple[Bookmark, ...] = ()
        self._ends: tuple[Selection, ...] = ()

    def read(self) -> None:
        """Find the bookmarks of this pair in the texts as they are now."""
        from corpus.ledger.judgements import judged  # 30 ms, not before the first paint

        state = self._state
        self.all = self._session.notebook.bookmarks(pair=state.pair, sort="place")
        self._ends = tuple(self.ends_of(bookmark) for bookmark in self.all)
        state.judged = MappingProxyType({})
        if state.links is not None:
            compared = state.links.comparison
            known = judged(self.all, compared)
            state.judged = {compared.discrepancies[i]: found for i, found in known.items()}
        shown = [ends for b, ends in zip(self.all, self._ends, strict=True) if _open(b)]
        left = frozenset(a for a, _ in shown if a is not None)
        state.kept = (left, frozenset(b for _, b in shown if b is not None))

    def ends_of(self, bookmark: Bookmark) -> Selection:
        """Return the sentences in which the ends of a bookmark stand now, None for a lost one."""
        from corpus.ledger.anchoring import anchored_in  # 30 ms, not before the first paint

        anchors = [anchored_in(bookmark, article) for article in self._state.pair]
        left, right = (
            pane.page.sentence_at(anchor.start) if anchor else None
            for pane, anchor in zip(self._view.panes, anchors, strict=True)
        )
        return left, right

    @property
    def selected(self) -> Bookmark | None:
        """The bookmark of the difference or of the sentences that are selected."""
        state = self._state
        if state.current is not None:
            return state.judged.get(state.current)
        pairs = zip(self.all, self._ends, strict=True)
        return next((b for b, ends in pairs if ends == state.at and b.kind is None), None)

    # Making bookmarks

    async def action_bookmark(self, count: int = 1) -> None:
        """Ask for a note and bookmark the difference, the pair or the sentence at hand."""
        await self._ask_note("finding")

    async def action_bookmark_passage(self, count: int = 1) -> None:
        """Bookmark the selected sentences as such, without what differs in them."""
        await self._ask_note("passage")

    async def action_bookmark_here(self, count: int = 1) -> None:
        """Bookmark the selected sentence of this article alone."""
        await self._ask_note("here")

    async def _ask_note(self, of: str) -> None:
        if not self.anything_selected():
            return
        await self._view.ask("note", HINT, lambda note: self.keep(note.strip(), of))

    def anything_selected(self) -> bool:
        """Tell whether there is something to keep; say what to do where there is not."""
        if self._state.links is None or self._state.here is None:
            self._view.tell(NOTHING_SELECTED)
            return False
        return True

    def keep(self, note: str, of: str = "finding") -> None:
        """Bookmark what is at hand: the finding, the passage, or the sentence "here" alone."""
        bookmark = self.made(note, of)
        if bookmark is not None:
            self._session.write(lambda: self._session.notebook.add(bookmark), "Bookmarked.")

    def made(self, note: str = "", of: str = "finding") -> Bookmark | None:
        """Make a bookmark of what is at hand; None where there is nothing."""
        state = self._state
        if state.links is None or state.here is None:
            return None
        from corpus.ledger.notebook import bookmark_of  # 30 ms, not before the first paint

        what: Discrepancy | Link | None = None
        if of == "finding":
            what = state.current or state.link
        spans = [
            None
            if at is None or what is not None or (of == "here" and side != state.side)
            else state.pair[side].sentences[at].span
            for side, at in enumerate(state.at)
        ]
        return bookmark_of(state.links.comparison, what, a=spans[0], b=spans[1], note=note)

    # Going back to them

    def action_next_bookmark(self, count: int = 1) -> None:
        """Go to the next bookmark of this pair."""
        self._walk(count)

    def action_previous_bookmark(self, count: int = 1) -> None:
        """Go to the previous bookmark of this pair."""
        self._walk(-count)

    def _walk(self, delta: int) -> None:
        pairs = zip(self.all, self._ends, strict=True)
        shown = [ends for b, ends in pairs if _open(b) and ends != (None, None)]
        stops = list(dict.fromkeys(shown))
        if not stops:
            self._view.tell("No bookmark in these two articles yet.")
            return
        state = self._state
        at = stops.index(state.at) if state.at in stops else (-1 if delta > 0 else 0)
        ends = stops[(at + delta) % len(stops)]
        side = state.side if ends[state.side] is not None else 1 - state.side
        here = ends[side]
        if here is not None:
            self._view.select(side, here, ends[1 - side])


def _open(bookmark: Bookmark) -> bool:
    return bookmark.judgement != "dismissed"
