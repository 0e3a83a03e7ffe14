"""The foot of a screen: the actions most used with the keys that do them now."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.keys.table import Keymap

GAP = "  "


def keybar(keymap: Keymap, scope: str, width: int) -> Content:
    """Return the line for a screen of `scope`: as many actions as `width` columns hold, whole ones.

    The way out and the help stand at the end of the reader's line however narrow it is; an action
    without keys is left out.
    """
    from tui.keys.actions import ACTIONS

    scopes = ("reader", "app") if scope == "reader" else (scope,)
    listed = [a for a in ACTIONS if a.footer and a.scope in scopes and keymap.of(a.id)]
    listed.sort(key=lambda action: (action.scope == "app", action.footer))
    last = [(keymap.shown(a.id), a.name) for a in listed if a.scope == "app"]
    room = width - sum(_columns(part) for part in last)
    parts: list[tuple[str, str]] = []
    for action in listed:
        part = (keymap.shown(action.id), action.name)
        if action.scope == "app" or room < _columns(part):
            break
        parts.append(part)
        room -= _columns(part)
    return Content(GAP).join(
        Content.assemble((key, "bold $reader-bright"), " ", (name, "$reader-dim"))
        for key, name in [*parts, *last]
    )


def _columns(part: tuple[str, str]) -> int:
    return len(part[0]) + len(part[1]) + 1 + len(GAP)


class KeyBar(Static):
    """One line at the foot of a screen."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $background; text-wrap: nowrap; }
    """

    def __init__(self, scope: str) -> None:
        super().__init__(markup=False)
        self._scope = scope
        self._keymap = Keymap()

    def show(self, keymap: Keymap) -> None:
        """Show the keys of another keymap."""
        self._keymap = keymap
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        if self.size.width and self._keymap.keys:
            self.update(keybar(self._keymap, self._scope, self.size.width - 2))
