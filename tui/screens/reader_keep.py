"""Keeping: bookmarks of the pair at hand, with a note, in the reader's notebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.model import Discrepancy, Link
from tui.screens.reader_look import Looking

if TYPE_CHECKING:
    from corpus.notebook import Bookmark, Notebook
    from tui.widgets.prompt import Prompt


class Keeping(Looking):
    """Keeps bookmarks and goes back to them. The notebook is opened when it is first needed."""

    notebook_path: Path | None = None
    _notebook: Notebook | None = None
    _places: tuple[tuple[int | None, int | None], ...] = ()

    @property
    def notebook(self) -> Notebook:
        """The notebook; one in memory, and a word about it, where the disk cannot be used."""
        if self._notebook is None:
            from corpus.notebook import Notebook

            try:
                self._notebook = Notebook.open(self.notebook_path)
            except CorpusError as error:
                self._notebook = Notebook.in_memory()
                self.tell(f"Bookmarks last until you quit: {error}")
            else:
                if self._notebook.notice:
                    self.tell(self._notebook.notice)
        return self._notebook

    def on_unmount(self) -> None:
        """Close the notebook."""
        if self._notebook is not None:
            self._notebook.close()

    def show_lens(self) -> None:
        """Show also what is bookmarked."""
        self.find_kept()
        super().show_lens()

    def find_kept(self) -> None:
        """Find the bookmarks of this pair in the texts as they are now."""
        from corpus.anchoring import anchored_in

        places: list[tuple[int | None, int | None]] = []
        for bookmark in self._bookmarks():
            ends: list[int | None] = []
            for side, article in enumerate(self.pair):
                found = anchored_in(bookmark, article)
                page = self.panes[side].page
                ends.append(page.sentence_at(found.start) if found else None)
            places.append((ends[0], ends[1]))
        self._places = tuple(places)
        left = frozenset(a for a, _ in places if a is not None)
        self.kept = (left, frozenset(b for _, b in places if b is not None))

    def _bookmarks(self) -> tuple[Bookmark, ...]:
        try:
            return self.notebook.bookmarks(pair=tuple(self.pair), sort="place")
        except CorpusError as error:
            self.tell(str(error))
            return ()

    async def action_bookmark(self, count: int = 1) -> None:
        """Ask for a note and bookmark the difference, the pair or the sentence at hand."""
        if self.links is None or self.at[self.side] is None:
            self.tell("Select a sentence first.")
            return
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("note", "a note, or none; Enter keeps the bookmark, Esc does not"))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Keep the bookmark with its note."""
        await super().on_prompt_answered(message)
        if message.asked == "note":
            self.keep(message.answer.strip())

    def keep(self, note: str) -> None:
        """Bookmark what is at hand."""
        if self.links is None:
            return
        from corpus.notebook import bookmark_of

        what: Discrepancy | Link | None = self.link
        if self.stop is not None:
            what = self.stops[self.stop]
        spans = [
            None if at is None or what is not None else self.pair[side].sentences[at].span
            for side, at in enumerate(self.at)
        ]
        self._keep(bookmark_of(self.links.comparison, what, a=spans[0], b=spans[1], note=note))

    def _keep(self, bookmark: Bookmark) -> None:
        try:
            self.notebook.add(bookmark)
        except CorpusError as error:
            self.tell(str(error))
            return
        self.show_kept()
        self.tell("Bookmarked.")

    def show_kept(self) -> None:
        """Show the bookmarks as the notebook has them now."""
        self.find_kept()
        for side, pane in enumerate(self.panes):
            pane.show_kept(self.kept[side])

    def action_next_bookmark(self, count: int = 1) -> None:
        """Go to the next bookmark of this pair."""
        self._walk_bookmarks(count)

    def action_previous_bookmark(self, count: int = 1) -> None:
        """Go to the previous bookmark of this pair."""
        self._walk_bookmarks(-count)

    def _walk_bookmarks(self, delta: int) -> None:
        if not self._places:
            self.tell("No bookmark in these two articles yet.")
            return
        now = (self.at[0], self.at[1])
        places = list(self._places)
        at = places.index(now) if now in places else (-1 if delta > 0 else 0)
        a, b = places[(at + delta) % len(places)]
        side = self.side if (a, b)[self.side] is not None else 1 - self.side
        here = (a, b)[side]
        if here is not None:
            self.select(side, here, (b, a)[side])
