"""Choosing: another article for a side, from a list that tells what the pair would share."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from corpus.article import Article
from tui.reader.ledger_jump import Ledgering

if TYPE_CHECKING:
    from tui.key_dispatch import KeyedApp


class Choosing(Ledgering):
    """Opens the list of articles for a side."""

    def action_choose_article(self, count: int = 1) -> None:
        """Choose the article of the pane with the cursor."""
        self._choose(self.side)

    def action_choose_left(self, count: int = 1) -> None:
        """Choose the article on the left."""
        self._choose(0)

    def action_choose_right(self, count: int = 1) -> None:
        """Choose the article on the right."""
        self._choose(1)

    def _choose(self, side: int) -> None:
        from tui.dialogs.picker import PickerScreen

        articles = self.articles
        keymap = cast("KeyedApp", self.app).keymap

        def chosen(index: int | None) -> None:
            if index is not None:
                self.put(side, articles[index])

        self.app.push_screen(PickerScreen(articles, self.pair, side, keymap), chosen)

    def put(self, side: int, chosen: Article) -> None:
        """Show an article on a side; that of the other side changes places with this one."""
        pair = list(self.pair)
        if chosen is pair[side]:
            return
        if chosen is pair[1 - side]:
            pair.reverse()
        else:
            pair[side] = chosen
        self.show_pair(pair[0], pair[1])
