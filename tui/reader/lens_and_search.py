"""Looking: lenses, search, explanation, other articles; and the reader's whole screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from tui.layout.wrap import plain
from tui.reader.navigation import Walking
from tui.themes import OWN

if TYPE_CHECKING:
    from corpus.article import Article, Span
    from tui.widgets.prompt import Prompt


HERE = "search-here"
SEARCHES: dict[str, tuple[int, ...]] = {"search": (0, 1), HERE: ()}
"""The questions that search, with the sides they search; () is that of the cursor."""


class Looking(Walking):
    """Changes what is shown: the lens, the explanation, the places of a search, the articles."""

    query_text = ""
    _searched: Sequence[int] = (0, 1)
    found: tuple[list[Span], list[Span]] = ([], [])
    _hits: Sequence[tuple[int, int]] = ()

    # Lenses

    def action_lens_all(self, count: int = 1) -> None:
        """Show every kind of difference."""
        self._look_for(None)

    def action_lens_numbers(self, count: int = 1) -> None:
        """Show numbers only."""
        self._look_for("number")

    def action_lens_dates(self, count: int = 1) -> None:
        """Show dates only."""
        self._look_for("date")

    def action_lens_attributions(self, count: int = 1) -> None:
        """Show attributions only."""
        self._look_for("attribution")

    def action_lens_terms(self, count: int = 1) -> None:
        """Show only the words for people and acts."""
        self._look_for("term")

    def action_lens_claims(self, count: int = 1) -> None:
        """Show only claims that exclude each other."""
        self._look_for("claim")

    def _look_for(self, kind: str | None) -> None:
        from corpus.model import DiscrepancyKind

        self.lens = replace(self.lens, kind=DiscrepancyKind(kind) if kind else None)
        self._after_lens()

    def action_lens_depth(self, count: int = 1) -> None:
        """Walk only what differs, also what is compatible, or also what agrees."""
        self.lens = self.lens.deeper()
        self._after_lens()

    def action_toggle_agreements(self, count: int = 1) -> None:
        """Mark only what differs in the texts, or also what is compatible and agrees."""
        self.lens = replace(self.lens, depth=0 if self.lens.depth else 2)
        self._after_lens()

    def action_lens_only_here(self, count: int = 1) -> None:
        """Mark the sentences that the other article does not report, or leave them plain."""
        self.showing_alone = not self.showing_alone
        self.show_lens()

    def _after_lens(self) -> None:
        here = None if self.stop is None else self.stops[self.stop]
        self.stop = None
        self.show_lens()
        self.stop = self.stops.index(here) if here in self.stops else self._stop_here()
        self.settle()

    def action_explain(self, count: int = 1) -> None:
        """Unfold what linked the pair and what speaks against it, or fold it again."""
        self.explained = not self.explained
        self.query_one("#detail").set_class(self.explained, "-explained")
        self.settle()

    def action_detail_down(self, count: int = 1) -> None:
        """Scroll the detail down by lines."""
        self.query_one("#detail").scroll_relative(y=count, animate=False, immediate=True)

    def action_detail_up(self, count: int = 1) -> None:
        """Scroll the detail up by lines."""
        self.action_detail_down(-count)

    # Search

    async def action_search(self, count: int = 1) -> None:
        """Ask for words to search in both articles; the places are marked while they are typed."""
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("search", "words in either article, Enter goes to the next place"))

    async def action_search_here(self, count: int = 1) -> None:
        """Ask for words to search in the article with the cursor."""
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt(HERE, "words in this article, Enter goes to the next place"))

    async def ask(self, prompt: Prompt) -> None:
        """Open a line for an answer above the status line, in place of an open one."""
        await self.put_away()
        await self.mount(prompt, before="#status")
        prompt.focus()

    async def put_away(self) -> bool:
        """Take the line for an answer away; False when there was none."""
        open_ones = self.query("Prompt")
        if not open_ones:
            return False
        await open_ones.remove()
        self.panes[self.side].focus()
        return True

    async def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Mark the places of what is typed so far."""
        if message.asked in SEARCHES:
            self._search(message.answer, SEARCHES[message.asked] or (self.side,))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Go to the first place of the search."""
        await self.put_away()
        if message.asked in SEARCHES:
            self._search(message.answer, SEARCHES[message.asked] or (self.side,))
            if message.answer.strip():
                self.action_search_next()
        elif message.asked == "sentence":
            self._go_to_number(message.answer.strip())

    async def action_go_to_sentence(self, count: int = 1) -> None:
        """Ask for the number of a sentence of this side and go there."""
        from tui.widgets.prompt import Prompt

        last = len(self.pair[self.side].sentences)
        await self.ask(Prompt("sentence", f"a number from 1 to {last}"))

    def _go_to_number(self, answer: str) -> None:
        last = len(self.pair[self.side].sentences)
        if answer.isdecimal() and 1 <= int(answer) <= last:
            self.select(self.side, int(answer) - 1)
        else:
            self.tell(f"There are sentences 1 to {last} on this side.")

    def action_toggle_dark(self, count: int = 1) -> None:
        """Change between the dark and the light theme."""
        night, paper = (theme.name for theme in OWN)
        self.app.theme = night if self.app.theme == paper else paper

    def action_next_article(self, count: int = 1) -> None:
        """Show the next of the open articles on this side."""
        others = [article for article in self.articles if article is not self.pair[1 - self.side]]
        if len(others) < 2:
            self.tell("No other article is open.")
            return
        now = next((i for i, other in enumerate(others) if other is self.pair[self.side]), -1)
        pair = list(self.pair)
        pair[self.side] = others[(now + count) % len(others)]
        self.show_pair(pair[0], pair[1])

    def _search(self, query: str, sides: Sequence[int] = (0, 1)) -> None:
        from tui.layout.search import find

        self.query_text, self._searched = query, sides
        a, b = (find(self.pair[side].text, query if side in sides else "") for side in (0, 1))
        self.found = (a, b)
        self._hits = sorted(
            {
                (side, self.panes[side].page.sentence_at(span.start))
                for side in (0, 1)
                for span in self.found[side]
            }
        )
        for side, pane in enumerate(self.panes):
            pane.show_found(self.found[side])
        self.settle()

    def show_pair(self, a: Article, b: Article) -> None:
        """Show two other articles; what is searched is searched in them too."""
        super().show_pair(a, b)
        self.search_again()

    def search_again(self) -> None:
        """Find the places anew, in texts or sentences that are others."""
        if self.query_text:
            self._search(self.query_text, self._searched)

    def counted(self) -> str:
        """Say which of the sentences with a place of the search is selected, or how many are."""
        if not self.query_text:
            return ""
        here, total = (self.side, self.at[self.side] or 0), len(self._hits)
        at = bisect_left(self._hits, here)
        if self.at[self.side] is not None and self._hits[at : at + 1] == [here]:
            return f"found {at + 1} of {total}"
        return f"found in {total} sentence{'s' * (total != 1)}" if total else "not found"

    def action_search_next(self, count: int = 1) -> None:
        """Go to the next place of the search; past the last one, to the other article."""
        self._walk_found(count)

    def action_search_previous(self, count: int = 1) -> None:
        """Go to the previous place of the search."""
        self._walk_found(-count)

    def _walk_found(self, delta: int) -> None:
        places = self._hits
        if not places:
            asked = plain(self.query_text, 40)
            where = "in neither article" if len(self._searched) == 2 else "not in this article"
            self.tell(f"“{asked}” is {where}." if asked else "Search for words first.")
            return
        here = (self.side, self._position())
        if delta > 0:
            target = bisect_right(places, here) + delta - 1
        else:
            target = bisect_left(places, here) + delta
        self.select(*places[target % len(places)])

    async def action_clear(self, count: int = 1) -> None:
        """Put away what is open: the line for an answer, a warning, the search, the explanation."""
        if await self.put_away():
            return
        if self.query("Toast"):
            self.app.clear_notifications()
        elif self.comparing:
            self.stop_comparing()
        elif self.query_text:
            self._search("")
        elif self.explained:
            self.action_explain()

    # Other articles

    articles: tuple[Article, ...] = ()

    def action_swap_sides(self, count: int = 1) -> None:
        """Let the two articles change sides."""
        self.show_pair(self.pair[1], self.pair[0])

    def action_next_pair(self, count: int = 1) -> None:
        """Show the next pair of the articles that are open."""
        self._cycle(1)

    def action_previous_pair(self, count: int = 1) -> None:
        """Show the previous pair."""
        self._cycle(-1)

    def _cycle(self, delta: int) -> None:
        pairs = [(a, b) for a, b in permutations(self.articles, 2) if self._before(a, b)]
        if len(pairs) < 2:
            self.tell("Only these two articles are open.")
            return
        now = next((i for i, pair in enumerate(pairs) if set(map(id, pair)) == self._ids()), -1)
        at = (now + delta) % len(pairs)
        self.show_pair(*pairs[at])
        self.tell(f"Pair {at + 1} of {len(pairs)}.")

    def _before(self, a: Article, b: Article) -> bool:
        return self.articles.index(a) < self.articles.index(b)

    def _ids(self) -> set[int]:
        return {id(article) for article in self.pair}
