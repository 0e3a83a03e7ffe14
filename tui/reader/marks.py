"""Marks: a letter for a sentence to come back to, as long as the reader is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.article_choice import Choosing

if TYPE_CHECKING:
    from corpus.article import Article
    from tui.widgets.prompt import Prompt

SET, GO = "set-mark", "go-to-mark"


class Marking(Choosing):
    """Sets marks and goes back to them, also in articles that are not shown any more."""

    def __init__(self, a: Article, b: Article) -> None:
        super().__init__(a, b)
        self.places_marked: dict[str, tuple[Article, int]] = {}

    async def action_set_mark(self, count: int = 1) -> None:
        """Ask for a letter and mark the selected sentence with it."""
        from tui.widgets.prompt import Prompt

        if self.at[self.side] is None:
            self.tell("Select a sentence first.")
        else:
            await self.ask(Prompt(SET, "a letter that brings you back to this sentence"))

    async def action_go_to_mark(self, count: int = 1) -> None:
        """Ask for the letter of a mark and go there."""
        from tui.widgets.prompt import Prompt

        if self.places_marked:
            letters = ", ".join(sorted(self.places_marked))
            await self.ask(Prompt(GO, f"the letter of a mark: {letters}"))
        else:
            self.tell("No sentence has a mark yet.")

    async def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Take the first letter; no Enter is needed."""
        letter = message.answer.strip()[:1]
        if message.asked in (SET, GO) and letter:
            await self.put_away()
            self._mark(letter) if message.asked == SET else self._go_to_mark(letter)

    def _mark(self, letter: str) -> None:
        sentence = self.at[self.side]
        if sentence is not None:
            self.places_marked[letter] = (self.pair[self.side], sentence)
            self.tell(f"Sentence {sentence + 1} has the mark {letter}.")

    def _go_to_mark(self, letter: str) -> None:
        if letter not in self.places_marked:
            self.tell(f"No sentence has the mark {letter}.")
            return
        article, sentence = self.places_marked[letter]
        side = next((s for s, shown in enumerate(self.pair) if shown is article), self.side)
        if self.pair[side] is not article:
            self.put(side, article)
        self.select(side, sentence)
