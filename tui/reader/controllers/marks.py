"""Marks: a letter for a sentence to come back to, as long as the reader is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reader.controllers.bookmarks import NOTHING_SELECTED
from tui.reader.state import ReaderState
from tui.reader.view import Answer, ReaderView

if TYPE_CHECKING:
    from corpus.article import Article


class SentenceMarks:
    """Sets marks and goes back to them, also in articles that are not shown any more.

    `put` shows an article on a side.
    """

    def __init__(
        self, state: ReaderState, view: ReaderView, put: Callable[[int, Article], None]
    ) -> None:
        self._state, self._view, self._put = state, view, put
        self._marked: dict[str, tuple[Article, int]] = {}

    async def action_set_mark(self, count: int = 1) -> None:
        """Ask for a letter and mark the selected sentence with it."""
        if self._state.here is None:
            self._view.tell(NOTHING_SELECTED)
        else:
            hint = "a letter that brings you back to this sentence"
            await self._ask_letter("set-mark", hint, self._mark)

    async def action_go_to_mark(self, count: int = 1) -> None:
        """Ask for the letter of a mark and go there."""
        if self._marked:
            letters = ", ".join(sorted(self._marked))
            hint = f"the letter of a mark: {letters}"
            await self._ask_letter("go-to-mark", hint, self._go_to_mark)
        else:
            self._view.tell("No sentence has a mark yet.")

    async def _ask_letter(self, asked: str, hint: str, work: Callable[[str], None]) -> None:
        """Ask for a letter; the first one typed is taken, no Enter is needed."""

        async def typed(answer: str) -> None:
            letter = answer.strip()[:1]
            if letter:
                await self._view.put_away()
                work(letter)

        nothing: Answer = lambda answer: None  # noqa: E731
        await self._view.ask(asked, hint, nothing, typed=typed)

    def _mark(self, letter: str) -> None:
        sentence = self._state.here
        if sentence is not None:
            self._marked[letter] = (self._state.pair[self._state.side], sentence)
            self._view.tell(f"Sentence {sentence + 1} has the mark {letter}.")

    def _go_to_mark(self, letter: str) -> None:
        if letter not in self._marked:
            self._view.tell(f"No sentence has the mark {letter}.")
            return
        article, sentence = self._marked[letter]
        pair = self._state.pair
        side = next((s for s, shown in enumerate(pair) if shown is article), self._state.side)
        if pair[side] is not article:
            self._put(side, article)
        self._view.select(side, sentence)
