"""The reader's application: theme, keys, and the screen of the two articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from corpus.text.terminal_text import inert
from tui.background import gc_pauses, shutdown
from tui.key_dispatch import scope_of
from tui.keys.names import Sequence as Keys
from tui.reader.screen import ReaderScreen
from tui.remembering import RememberingApp
from tui.themes import OWN, inks, scrollbars
from tui.widgets.inert_update import inert_update

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver

    from corpus.errors import CorpusError
    from corpus.model import Article
    from tui.reader.controllers.meaning_model import MakeMeaningModel
    from tui.reader.places import Places


MOST_PASTED = 10_000
"""Characters of a pasted text that are taken: a long note, more than any search or name."""


class ReaderApp(RememberingApp):
    """Shows two articles abreast.

    `articles` can be chosen for either side. With `places` the two are only texts yet, and are
    read behind their first paint; `failure` then says why that could not be. `notebook_path` and
    `keymap_path` are the reader's files, None for those of the user's folders; `settings_path` is
    where choices are remembered, None for nowhere. `make_meaning_model` gives the meaning model,
    None where there is none to be asked.
    """

    TITLE = "Abreast"
    CSS_PATH = Path(__file__).parent / "reader" / "reader.tcss"
    ENABLE_COMMAND_PALETTE = False
    SCREEN: type[ReaderScreen] = ReaderScreen
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "tell_how_to_leave", show=False, system=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True),
    ]

    def __init__(
        self,
        a: Article,
        b: Article,
        *,
        articles: Sequence[Article] = (),
        places: Places | None = None,
        notebook_path: Path | None = None,
        keymap_path: Path | None = None,
        settings_path: Path | None = None,
        make_meaning_model: MakeMeaningModel | None = None,
    ) -> None:
        super().__init__()
        self.articles = tuple(articles) or (a, b)
        self.places = places
        self.failure: CorpusError | None = None
        self.notebook_path = notebook_path
        self.keymap_path = keymap_path
        self.make_meaning_model = make_meaning_model
        self._first = (a, b)
        for theme in OWN:
            self.register_theme(theme)
        self.start_with_theme(OWN[0].name)
        self.settings_path = settings_path
        self.load_settings()

    def on_mount(self) -> None:
        """Scroll as last time, and ask the meaning model or not."""
        shutdown.prepare()
        if self._driver is not None and not self.is_headless:
            from tui.background.terminal import give_back_on_signals

            give_back_on_signals(self, self._driver)
        if isinstance(self.screen, ReaderScreen):
            self.screen.state.linked_scrolling = self.settings.linked_scrolling is not False
            self.screen.meaning.wanted = self.settings.meaning_model
        self.theme_changed_signal.subscribe(self, lambda _: self.remember(self.settings.preset))

    def fail(self, error: CorpusError) -> None:
        """Leave for a reason that the command line says."""
        self.failure = error
        self.exit(return_code=2)

    def painted(self) -> None:
        """Read the keys, now that the texts are on the screen."""
        gc_pauses.resume()
        self.load_keys()

    def bindings_now(self) -> Mapping[Keys, str]:
        """Return the sequences that hold now; a key may come before the first paint."""
        if not self.keymap.keys:
            self.load_keys()
        return super().bindings_now()

    async def action_quit(self) -> None:
        """Leave the screen on top of the reader, or Abreast."""
        top = self.screen
        if isinstance(top, ModalScreen):
            top.dismiss(None)
        else:
            self.exit()

    def action_help(self) -> None:
        """Show the keys of the screen that is shown; from the help, go back."""
        from tui.dialogs.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss(None)
        else:
            self.push_screen(HelpScreen(self.keymap, scope_of(self.screen)))

    def action_palette(self) -> None:
        """Open the command palette."""
        from textual.command import CommandPalette

        from tui.dialogs.palette import Palette
        from tui.dialogs.palette_commands import ActionCommands

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette([ActionCommands], placeholder="Find an action …"))

    def action_change_keys(self) -> None:
        """Choose another preset of keys."""
        from tui.dialogs.palette import Palette
        from tui.dialogs.palette_commands import PresetCommands

        self.push_screen(Palette([PresetCommands], placeholder="Choose a preset of keys …"))

    def action_change_theme(self) -> None:
        """Choose another theme."""
        from tui.dialogs.palette import Palette
        from tui.dialogs.palette_commands import ThemeCommands

        self.push_screen(Palette([ThemeCommands], placeholder="Choose a theme …"))

    def action_tell_how_to_leave(self) -> None:
        """Say which key leaves; Ctrl+C copies what is selected, and does nothing else."""
        self.notify(f"{self.keymap.shown('app.quit')} leaves Abreast.", markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the reader's colours in every theme, legible on its ground."""
        return inks(self.current_theme)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme; the reader's colours are always the legible ones."""
        ours = inks(self.current_theme)
        return {**super().get_css_variables(), **ours, **scrollbars(ours)}

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this terminal, which draws on no more than can be drawn in time."""
        from tui.background.terminal import sized

        return sized(super().get_driver_class())

    async def on_event(self, event: events.Event) -> None:
        """Let a pasted text be of a length that can be shown, and without signs nobody sees."""
        if isinstance(event, events.Paste):
            text = inert(event.text[:MOST_PASTED].replace("\r\n", "\n").replace("\r", "\n"))
            if len(event.text) > MOST_PASTED:
                self.notify(f"Only the first {MOST_PASTED:,} characters are taken.", markup=False)
            event.text = text
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Let nothing that is drawn act on the terminal."""
        super()._display(screen, inert_update(renderable))

    def get_default_screen(self) -> ReaderScreen:
        """Return the screen of the two articles."""
        screen = self.SCREEN(*self._first)
        screen.choice.articles = self.articles
        screen.loader.places = self.places
        screen.session.path = screen.meaning.notebook = self.notebook_path
        screen.meaning.make = self.make_meaning_model
        return screen
