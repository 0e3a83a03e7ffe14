"""Keeping: bookmarks of the pair at hand, with a note, in the reader's notebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from tui.reader.lens_and_search import Looking

if TYPE_CHECKING:
    from corpus.ledger.notebook import Bookmark, Notebook
    from corpus.model import Discrepancy, Link
    from tui.widgets.prompt import Prompt

POLL_SECONDS = 1.0
"""How often it is looked whether another reader has changed the notebook."""
HINT = "a note, or none; Enter keeps the bookmark, Esc does not"
Place = tuple[int | None, int | None]
"""The sentences of the left and the right article in which a bookmark's ends stand now."""


class Keeping(Looking):
    """Keeps bookmarks and goes back to them. The notebook is opened when it is first needed.

    `bookmarks` are those of the two articles, `judged` tells which discrepancy has which.
    """

    notebook_path: Path | None = None
    bookmarks: tuple[Bookmark, ...] = ()
    judged: Mapping[Discrepancy, Bookmark] = MappingProxyType({})
    _notebook: Notebook | None = None
    _read: tuple[object, ...] | None = None
    _places: tuple[Place, ...] = ()
    _of = "finding"

    @property
    def notebook(self) -> Notebook:
        """The notebook; one in memory, and a word about it, where the disk cannot be used."""
        if self._notebook is None:
            from corpus.ledger.notebook import Notebook

            try:
                self._notebook = Notebook.open(self.notebook_path)
            except CorpusError as error:
                self._notebook = Notebook.in_memory()
                self.tell(f"Bookmarks last until you quit: {error}")
            else:
                if self._notebook.notice:
                    self.tell(self._notebook.notice)
            self.set_interval(POLL_SECONDS, self.poll)
        return self._notebook

    def on_unmount(self) -> None:
        """Close the notebook."""
        if self._notebook is not None:
            self._notebook.close()

    # What the notebook says about this pair

    def show_lens(self) -> None:
        """Show also what the notebook says."""
        self.read_notebook()
        super().show_lens()

    def read_notebook(self) -> None:
        """Read what the notebook says about these articles, if anything has changed."""
        compared = self.links and self.links.comparison
        try:
            state = (self.notebook.token, *map(id, self.pair), id(compared))
            if state != self._read:
                self.apply_notebook()
                compared = self.links and self.links.comparison
                self._read = (state[0], *map(id, self.pair), id(compared))
        except CorpusError as error:
            self.tell(str(error))

    def apply_notebook(self) -> None:
        """Find the bookmarks of this pair in the texts as they are now."""
        from corpus.ledger.judgements import judged

        self.bookmarks = self.notebook.bookmarks(pair=tuple(self.pair), sort="place")
        self._places = tuple(self.ends_of(bookmark) for bookmark in self.bookmarks)
        self.judged = MappingProxyType({})
        if self.links is not None:
            compared = self.links.comparison
            known = judged(self.bookmarks, compared)
            self.judged = {compared.discrepancies[i]: found for i, found in known.items()}
        shown = [place for b, place in zip(self.bookmarks, self._places, strict=True) if _open(b)]
        left = frozenset(a for a, _ in shown if a is not None)
        self.kept = (left, frozenset(b for _, b in shown if b is not None))

    def ends_of(self, bookmark: Bookmark) -> Place:
        """Give the sentences in which the ends of a bookmark stand now, None for one not found."""
        from corpus.ledger.anchoring import anchored_in

        left, right = (
            self.panes[side].page.sentence_at(found.start) if found else None
            for side, found in enumerate(anchored_in(bookmark, article) for article in self.pair)
        )
        return left, right

    def take_up(self) -> None:
        """Show what has changed in the notebook; the selection stays."""
        stop = None if self.stop is None else self.stops[self.stop]
        self.stop = None
        self.show_lens()
        known = stop is not None and stop in self.stops
        self.stop = self.stops.index(stop) if known and stop else self._stop_here()
        if self.list is not None:
            self.list.point_at(self.stop)
        self.settle()

    def poll(self) -> None:
        """Show what another reader has changed."""
        if self.app.screen is not self or self._read is None:
            return
        try:
            changed = self.notebook.token != self._read[0]
        except CorpusError:
            return  # told when something is asked of the notebook
        if changed:
            self.take_up()

    @property
    def at_hand(self) -> Bookmark | None:
        """The bookmark of the difference or of the sentences that are selected."""
        if self.stop is not None:
            return self.judged.get(self.stops[self.stop])
        here = (self.at[0], self.at[1])
        pairs = zip(self.bookmarks, self._places, strict=True)
        return next((b for b, place in pairs if place == here and b.kind is None), None)

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
        if self.links is None or self.at[self.side] is None:
            self.tell("Select a sentence first.")
            return
        from tui.widgets.prompt import Prompt

        self._of = of
        await self.ask(Prompt("note", HINT))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Keep the bookmark with its note."""
        if message.asked == "note":
            self.keep(message.answer.strip(), self._of)

    def keep(self, note: str, of: str = "finding") -> None:
        """Bookmark what is at hand: the finding, the passage, or the sentence "here" alone."""
        bookmark = self.made(note, of)
        if bookmark is not None:
            self.write(lambda: self.notebook.add(bookmark), "Bookmarked.")

    def made(self, note: str = "", of: str = "finding") -> Bookmark | None:
        """Make a bookmark of what is at hand; None where there is nothing."""
        if self.links is None or self.at[self.side] is None:
            return None
        from corpus.ledger.notebook import bookmark_of

        what: Discrepancy | Link | None = None
        if of == "finding":
            what = self.link if self.stop is None else self.stops[self.stop]
        spans = [
            None
            if at is None or what is not None or (of == "here" and side != self.side)
            else self.pair[side].sentences[at].span
            for side, at in enumerate(self.at)
        ]
        return bookmark_of(self.links.comparison, what, a=spans[0], b=spans[1], note=note)

    def write(self, work: Callable[[], object], told: str) -> None:
        """Do something with the notebook, show what it is like then, and say what was done."""
        try:
            work()
        except CorpusError as error:
            told = str(error)
        self.take_up()
        self.tell(told)

    # Going back to them

    def action_next_bookmark(self, count: int = 1) -> None:
        """Go to the next bookmark of this pair."""
        self._walk_bookmarks(count)

    def action_previous_bookmark(self, count: int = 1) -> None:
        """Go to the previous bookmark of this pair."""
        self._walk_bookmarks(-count)

    def _walk_bookmarks(self, delta: int) -> None:
        pairs = zip(self.bookmarks, self._places, strict=True)
        places = [place for b, place in pairs if _open(b) and place != (None, None)]
        places = list(dict.fromkeys(places))
        if not places:
            self.tell("No bookmark in these two articles yet.")
            return
        now = (self.at[0], self.at[1])
        at = places.index(now) if now in places else (-1 if delta > 0 else 0)
        a, b = places[(at + delta) % len(places)]
        side = self.side if (a, b)[self.side] is not None else 1 - self.side
        here = (a, b)[side]
        if here is not None:
            self.select(side, here, (b, a)[side])


def _open(bookmark: Bookmark) -> bool:
    return bookmark.judgement != "dismissed"
