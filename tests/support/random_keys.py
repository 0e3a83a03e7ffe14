"""A reader driven by random keys, clicks, pastes and sizes, as fast as it takes them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from textual import events
from textual.errors import NoWidget
from textual.pilot import Pilot

from tui.app import ReaderApp
from tui.keys.keymap import load
from tui.reader.places import Places

ACCOUNTS = {
    "nb": "Uro i Almaty\n\nMinst 26 opprørere er drept, ifølge Reuters. Været var kaldt. "
    "Over 3000 er pågrepet fredag, sier politiet. Presidenten talte på tv.",
    "da": "Uro i Almaty\n\nAP melder, at 28 oprørere er dræbt. Knap 3000 mennesker er anholdt "
    "torsdag. Præsidenten talte på tv. Demonstranterne gik hjem.",
    "sv": "Oro i Almaty\n\nEnligt AFP har 26 rebeller dödats. Presidenten talade till folket i tv "
    "på fredagen. Minst 3500 personer har gripits.",
    "en": "Unrest in Almaty\n\nAt least 40 rioters were killed, Reuters reported. The president "
    "spoke on television. About 3,000 people were detained on Friday.",
}
TYPED = ("\x1b[I", "ø", "æ", "漢", "[", "]", "'", '"', "\\", "0", "7", "99")
NAMED = """
escape enter tab shift+tab up down left right home end pageup pagedown backspace delete insert
space f1 f2 f3 f4 f5 f6 f9 f12 ctrl+a ctrl+d ctrl+k ctrl+p ctrl+q ctrl+s ctrl+u ctrl+w ctrl+z
shift+up ctrl+home alt+x question_mark slash colon
"""
SIZES = ((120, 36), (200, 60), (80, 24), (60, 20), (40, 10), (100, 30))
PASTED = ("words pasted", "one line\nand another", "\u200bhidden\u202e", "")


class DrivenApp(ReaderApp):
    """A reader that is left only when the test says so."""

    may_leave = False
    left = 0

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave, or count that it was asked for."""
        self.left += 1
        if self.may_leave:
            super().exit(*args, **kwargs)


def folder_of_accounts(folder: Path) -> Path:
    """Write four accounts of one event into a folder; any two of them are a pair."""
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def driven_app(folder: Path) -> DrivenApp:
    """Return a reader of four accounts in an open folder that writes only below `folder`."""
    accounts = folder_of_accounts(folder / "accounts")
    places = Places(accounts / "nb.txt", accounts / "da.txt", accounts)
    app = DrivenApp(*places.preview(), places=places, notebook_path=folder / "notebook.sqlite3")
    app.animation_level = "none"
    return app


@contextmanager
def safe_surroundings(folder: Path) -> Iterator[None]:
    """Let files that random words name lie in a folder of their own, and no editor open."""
    before, here = dict(os.environ), Path.cwd()
    os.environ["VISUAL"] = "true"
    (folder / "here").mkdir()
    os.chdir(folder / "here")
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


class Driver:
    """Presses one thing after another; `pressed` tells which, for a run that is to be repeated."""

    def __init__(self, pilot: Pilot[None], seed: int) -> None:
        self._pilot, self._chance = pilot, Random(seed)
        self.pressed: list[str] = []
        keymap = load(None).keymap
        scopes = ("app", "reader", "picker", "ledger", "note", "help")
        bindings = {keys for scope in scopes for keys in keymap.bindings(scope)}
        self._sequences = sorted(bindings)

    async def press(self, many: int) -> None:
        """Press, click, paste and resize so many times."""
        for _ in range(many):
            await self._one()
        await self._pilot.pause()

    async def _one(self) -> None:
        chance, app = self._chance, self._pilot.app
        kind = chance.random()
        if kind < 0.55:
            keys = chance.choice(self._sequences)
            self._send(*keys)
        elif kind < 0.8:
            self._send(chance.choice(NAMED.split()))
        elif kind < 0.88:
            self._send(*chance.choice((*TYPED, "almaty", "note", "3")))
        elif kind < 0.94:
            await self._click()
        elif kind < 0.97:
            self.pressed.append("paste")
            app.screen.post_message(events.Paste(chance.choice(PASTED)))
        elif kind < 0.985:
            self.pressed.append("focus")
            app.post_message(chance.choice((events.AppFocus, events.AppBlur))())
        else:
            size = chance.choice(SIZES)
            self.pressed.append(f"size {size}")
            await self._pilot.resize_terminal(*size)
        if chance.random() < 0.4:  # else the next one comes before this one is done
            await self._pilot.pause()
        else:
            await asyncio.sleep(0)

    def _send(self, *keys: str) -> None:
        for key in keys:
            self.pressed.append(key)
            character = key if len(key) == 1 else None
            self._pilot.app.post_message(events.Key(key, character))

    async def _click(self) -> None:
        width, height = self._pilot.app.size
        x, y = self._chance.randrange(max(1, width)), self._chance.randrange(max(1, height))
        self.pressed.append(f"click {x},{y}")
        with suppress(NoWidget):  # a screen that is not laid out yet
            await self._pilot.click(offset=(x, y), times=self._chance.choice((1, 1, 2)))


async def lead_out(pilot: Pilot[None]) -> int:
    """Press Esc and q until the reader is left; return how often it took."""
    app = pilot.app
    assert isinstance(app, DrivenApp)
    app.may_leave = True
    for presses in range(1, 21):
        for key in ("escape", "escape", "q"):  # a changed note is given up by the second one
            app.post_message(events.Key(key, key if key == "q" else None))
            await asyncio.sleep(0.05)
            if not app.is_running or app._exit:
                return presses
    raise AssertionError(f"no way out of {app.screen_stack}, {app.screen.focused}")
