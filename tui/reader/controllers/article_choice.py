"""Other articles: chosen from a list that tells what the pair would share, or the next in line."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Protocol

from corpus.article import Article
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from tui.keys.table import Keymap


class ArticleChoiceView(ReaderView, Protocol):
    """What the choice of articles asks of the screen."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        ...

    def swap_sides(self) -> None:
        """Let the two articles change sides; what is selected and in view stays."""
        ...


class ArticleChoice:
    """Shows other articles. `articles` are those that can be chosen."""

    def __init__(self, state: ReaderState, view: ArticleChoiceView) -> None:
        self._state, self._view = state, view
        self.articles: tuple[Article, ...] = ()

    def action_choose_article(self, count: int = 1) -> None:
        """Choose the article of the pane with the cursor."""
        self._choose(self._state.side)

    def action_choose_left(self, count: int = 1) -> None:
        """Choose the article on the left."""
        self._choose(0)

    def action_choose_right(self, count: int = 1) -> None:
        """Choose the article on the right."""
        self._choose(1)

    def _choose(self, side: int) -> None:
        from tui.dialogs.picker import PickerScreen  # 10 ms, not before the first paint

        articles = self.articles

        def chosen(index: int | None) -> None:
            if index is not None:
                self.put(side, articles[index])

        picker = PickerScreen(articles, self._state.pair, side, self._view.keymap)
        self._view.open(picker, chosen)

    def put(self, side: int, chosen: Article) -> None:
        """Show an article on a side; that of the other side changes places with this one."""
        pair = list(self._state.pair)
        if chosen is pair[side]:
            return
        if chosen is pair[1 - side]:
            pair.reverse()
        else:
            pair[side] = chosen
        self._view.show_pair(pair[0], pair[1])

    def action_next_article(self, count: int = 1) -> None:
        """Show the next of the open articles on this side."""
        side, pair = self._state.side, list(self._state.pair)
        others = [article for article in self.articles if article is not pair[1 - side]]
        if len(others) < 2:
            self._view.tell("No other article is open.")
            return
        now = next((i for i, other in enumerate(others) if other is pair[side]), -1)
        pair[side] = others[(now + count) % len(others)]
        self._view.show_pair(pair[0], pair[1])

    def action_swap_sides(self, count: int = 1) -> None:
        """Let the two articles change sides."""
        self._view.swap_sides()

    def action_next_pair(self, count: int = 1) -> None:
        """Show the next pair of the articles that are open."""
        self._cycle(1)

    def action_previous_pair(self, count: int = 1) -> None:
        """Show the previous pair."""
        self._cycle(-1)

    def _cycle(self, delta: int) -> None:
        index = self.articles.index
        pairs = [(a, b) for a, b in permutations(self.articles, 2) if index(a) < index(b)]
        if len(pairs) < 2:
            self._view.tell("Only these two articles are open.")
            return
        shown = {id(article) for article in self._state.pair}
        now = next((i for i, pair in enumerate(pairs) if {*map(id, pair)} == shown), -1)
        at = (now + delta) % len(pairs)
        self._view.show_pair(*pairs[at])
        self._view.tell(f"Pair {at + 1} of {len(pairs)}.")
