"""The base of every screen that lies over another one: it closes once, and only itself."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A screen with a result.

    Textual's `dismiss` closes whatever screen is on top, whoever asks. Two keys that come at once,
    a click on a list that is leaving, or a late answer would so close the screen below. Here only
    the screen on top can close itself; what else asks is too late, and nothing is done.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close this screen with a result, if it is open and on top."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()


def on_top(screen: Screen[Any]) -> bool:
    """Return whether a screen is the one that takes the keys: open, with none above it."""
    return screen.is_running and screen.app.screen is screen
