"""The reader's application: theme, keys, and the screen of the two articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import App

from corpus.model import Article
from tui.screens.reader import ReaderScreen
from tui.themes import OWN, inks


class ReaderApp(App[None]):
    """Shows two articles abreast.

    `articles` can be chosen for either side. `notebook_path` and `keymap_path` are the reader's
    files, None for those of the user's folders.
    """

    TITLE = "Abreast"
    CSS_PATH = Path(__file__).parent / "screens" / "reader.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        a: Article,
        b: Article,
        *,
        articles: Sequence[Article] = (),
        notebook_path: Path | None = None,
        keymap_path: Path | None = None,
    ) -> None:
        super().__init__()
        self.articles = tuple(articles) or (a, b)
        self.notebook_path = notebook_path
        self.keymap_path = keymap_path
        self._first = (a, b)
        for theme in OWN:
            self.register_theme(theme)
        self.theme = OWN[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the reader's colours in every theme, legible on its ground."""
        return inks(self.current_theme)

    def get_css_variables(self) -> dict[str, str]:
        """Give the variables of the theme; the reader's colours are always the legible ones."""
        return {**super().get_css_variables(), **inks(self.current_theme)}

    def get_default_screen(self) -> ReaderScreen:
        """Give the screen of the two articles."""
        screen = ReaderScreen(*self._first)
        screen.articles = self.articles
        screen.notebook_path = self.notebook_path
        return screen
