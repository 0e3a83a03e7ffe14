"""The command palette: every action of the screen below, with the keys that do it now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tui.key_dispatch import KeyedApp, scope_of
from tui.keys.actions import ACTIONS, Action
from tui.keys.keymap import presets
from tui.themes import OWN

if TYPE_CHECKING:
    from textual.types import IgnoreReturnCallbackType

    from tui.remembering import RememberingApp

HERE = "  ·  in force"
LEFT_OUT = ("app.palette",)


class ActionCommands(Provider):
    """Finds actions by name or description."""

    async def discover(self) -> Hits:
        """Return every action before anything is typed."""
        for action in self._actions():
            title = self._titled(action)
            yield DiscoveryHit(
                Content(title), self._doing(action), title, escape(self._described(action))
            )

    async def search(self, query: str) -> Hits:
        """Return the actions that match what is typed."""
        matcher = self.matcher(query)
        for action in self._actions():
            title = self._titled(action)
            score = matcher.match(title)
            if score <= 0:
                score = matcher.match(self._described(action)) / 2
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(title),
                    self._doing(action),
                    text=title,
                    help=escape(self._described(action)),
                )

    def _actions(self) -> Iterable[Action]:
        scope = scope_of(self.screen)
        return (a for a in ACTIONS if a.scope in (scope, "app") and a.id not in LEFT_OUT)

    @property
    def _reader(self) -> KeyedApp:
        return cast("KeyedApp", self.app)

    def _titled(self, action: Action) -> str:
        keys = self._reader.keymap.shown(action.id)
        name = action.name[:1].upper() + action.name[1:]
        return f"{name}  ·  {keys}" if keys else name

    def _described(self, action: Action) -> str:
        return self._reader.keymap.description(action.id)

    def _doing(self, action: Action) -> IgnoreReturnCallbackType:
        return partial(self._reader.perform, action.id)


class NamedCommands(Provider):
    """Finds what has nothing but a name, the one in force marked."""

    async def discover(self) -> Hits:
        """Return every name."""
        for name, title in self._titled():
            yield DiscoveryHit(Content(title), partial(self.choose, name), title)

    async def search(self, query: str) -> Hits:
        """Return the names that match what is typed."""
        matcher = self.matcher(query)
        for name, title in self._titled():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self.choose, name), text=title)

    def _titled(self) -> Iterable[tuple[str, str]]:
        return ((name, name + HERE * (name == self.in_force())) for name in self.names())

    def names(self) -> Iterable[str]:
        """Return what can be chosen, in order."""
        raise NotImplementedError

    def in_force(self) -> str:
        """Return what is chosen now."""
        raise NotImplementedError

    def choose(self, name: str) -> None:
        """Let this hold from now on."""
        raise NotImplementedError


class PresetCommands(NamedCommands):
    """Finds presets of keys by name."""

    def names(self) -> Iterable[str]:
        """Return the shipped presets and the reader's own."""
        return presets(cast("RememberingApp", self.app).keymap_path)

    def in_force(self) -> str:
        """Return the preset whose keys hold."""
        return cast("KeyedApp", self.app).keymap.preset

    def choose(self, name: str) -> None:
        """Let the keys of a preset hold."""
        cast("RememberingApp", self.app).choose_preset(name)


class ThemeCommands(NamedCommands):
    """Finds themes by name."""

    def names(self) -> Iterable[str]:
        """Return all themes, the reader's own first."""
        ours = [theme.name for theme in OWN]
        return [*ours, *(name for name in sorted(self.app.available_themes) if name not in ours)]

    def in_force(self) -> str:
        """Return the theme that is shown."""
        return self.app.theme

    def choose(self, name: str) -> None:
        """Show everything in a theme."""
        self.app.theme = name
