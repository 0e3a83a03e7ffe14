"""The command palette: every action of the screen below, with the keys that do it now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tui.actions import ACTIONS, Action
from tui.keyed import KeyedApp, scope_of
from tui.keymap import presets

if TYPE_CHECKING:
    from textual.types import IgnoreReturnCallbackType

    from tui.remembering import RememberingApp

HERE = "  ·  in force"
LEFT_OUT = ("app.palette",)


class ActionCommands(Provider):
    """Finds actions by name or description."""

    async def discover(self) -> Hits:
        """Give every action before anything is typed."""
        for action in self._actions():
            title = self._titled(action)
            yield DiscoveryHit(
                Content(title), self._doing(action), title, escape(self._described(action))
            )

    async def search(self, query: str) -> Hits:
        """Give the actions that match what is typed."""
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


class PresetCommands(Provider):
    """Finds presets of keys by name."""

    async def discover(self) -> Hits:
        """Give every preset."""
        for name, title in self._presets():
            yield DiscoveryHit(Content(title), self._choosing(name), title)

    async def search(self, query: str) -> Hits:
        """Give the presets that match what is typed."""
        matcher = self.matcher(query)
        for name, title in self._presets():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), self._choosing(name), text=title)

    def _presets(self) -> Iterable[tuple[str, str]]:
        app = cast("RememberingApp", self.app)
        for name in presets(app.keymap_path):
            yield name, name + HERE * (name == app.keymap.preset)

    def _choosing(self, name: str) -> IgnoreReturnCallbackType:
        return partial(cast("RememberingApp", self.app).choose_preset, name)
