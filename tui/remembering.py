"""What the app keeps between runs: theme, linked scrolling, preset, meaning model."""

from __future__ import annotations

from pathlib import Path

from textual.app import App

from tui.key_dispatch import KeyedApp
from tui.settings import Settings, read_settings, write_settings


class RememberingApp(KeyedApp):
    """Reads the settings and the keymap, and writes each choice as soon as it is made.

    `settings_path` is None where nothing is to be remembered; `keymap_path` is None for the usual
    place.
    """

    settings_path: Path | None = None
    keymap_path: Path | None = None
    settings = Settings()
    _problems: tuple[str, ...] = ()

    def load_settings(self) -> None:
        """Take the choices of last time; what is wrong with their file is told with the keys."""
        if self.settings_path is None:
            return
        read = read_settings(self.settings_path)
        self.settings, self._problems = read.settings, read.problems
        theme = read.settings.theme
        if theme in self.available_themes:
            self.start_with_theme(theme)
        elif theme is not None:
            self._problems += (f"{self.settings_path}: there is no theme {theme!r}.",)

    def start_with_theme(self, name: str) -> None:
        """Take a theme before anything is drawn: no style has to be worked out anew for it."""
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def load_keys(self) -> None:
        """Let the keys of the keymap files hold, and tell what is wrong with them."""
        from tui.keys.keymap import load, problem_lines

        loaded = load(self.keymap_path, usual=self.settings.preset)
        self.use_keymap(loaded.keymap)
        if loaded.problems:
            self.warn("Keymap", problem_lines(loaded.problems))
        if self._problems:
            self.warn("Settings", "\n".join(self._problems))
            self._problems = ()

    def warn(self, title: str, message: str) -> None:
        """Tell of something that is wrong; the reader goes on."""
        self.notify(message, title=title, severity="warning", timeout=20, markup=False)

    async def perform(self, action: str, count: int | None = None) -> bool:
        """Do an action, and remember what it chose."""
        done = await super().perform(action, count)
        self.remember(self.settings.preset)
        return done

    def choose_preset(self, name: str) -> None:
        """Let the keys of another preset hold, now and the next time."""
        from tui.keys.keymap import load

        self.use_keymap(load(self.keymap_path, name).keymap)
        self.remember(name)

    def remember(self, preset: str | None) -> None:
        """Write what is chosen now, if it is not what was chosen before."""
        chosen = Settings(self.theme, self._linked(), preset, self._meaning_model())
        if self.settings_path is None or chosen == self.settings:
            return
        self.settings = chosen
        problem = write_settings(self.settings_path, chosen)
        if problem:
            self.warn("Settings", problem)

    def _meaning_model(self) -> bool | None:
        """Tell whether the reader wants the meaning model; None where he has not said."""
        screen = self.screen_stack[0] if self.screen_stack else None
        wanted = getattr(screen, "wants_meaning_model", self.settings.meaning_model)
        return None if wanted is None else bool(wanted)

    def _linked(self) -> bool | None:
        """Tell how the reader's panes scroll; None while there are none."""
        screen = self.screen_stack[0] if self.screen_stack else None
        linked = getattr(screen, "linked_scrolling", self.settings.linked_scrolling)
        return None if linked is None else bool(linked)
