"""The terminal is given back as it was: on SIGTERM, SIGHUP, a stop by Ctrl-Z, and after SIGCONT.

Textual's own handlers stop the process before the terminal is restored, and begin to read keys
twice after a SIGCONT that no Ctrl-Z went before. Handlers of the event loop replace them.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.driver import Driver

MOST_COLUMNS, MOST_ROWS = 640, 200
"""Cells of the widest and highest window that is drawn on; the rest of a larger one stays empty."""


def sized(driver: type[Driver]) -> type[Driver]:
    """Return the class of a driver that takes no window for larger than can be drawn on in time."""
    read: Callable[[Any], tuple[int, int]] | None = getattr(driver, "_get_terminal_size", None)
    if read is None:
        return driver

    def capped(self: object) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size()
        except (OSError, ValueError):
            width, height = read(self)
        # rich takes a terminal that does not know its size for one of 80 x 25, and so do we
        return min(width or 80, MOST_COLUMNS), min(height or 25, MOST_ROWS)

    return type(driver.__name__, (driver,), {"_get_terminal_size": capped})


def ignore_stated_size() -> None:
    """Forget COLUMNS and LINES: a terminal knows its size, and a wrong one takes all memory.

    Of a window that is larger than can be drawn on, rich is told no more than that.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    with suppress(OSError, ValueError):
        width, height = os.get_terminal_size()
        if width > MOST_COLUMNS or height > MOST_ROWS:
            os.environ["COLUMNS"] = str(min(width, MOST_COLUMNS))
            os.environ["LINES"] = str(min(height, MOST_ROWS))


def give_back_on_signals(app: App[Any], driver: Driver) -> None:
    """Let signals end, stop and continue a reader with the terminal as it should be."""
    loop = asyncio.get_running_loop()

    def leave(number: int) -> None:
        app.exit(return_code=128 + number)

    def stop() -> None:
        driver.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)  # goes on here after SIGCONT
        driver.resume_application_mode()
        app.refresh(layout=True)

    def go_on() -> None:
        # Harmless after `stop`; after another stop it takes the terminal back from the shell.
        driver.suspend_application_mode()
        driver.resume_application_mode()
        app.refresh(layout=True)

    handlers: dict[str, Callable[[], None]] = {"SIGTSTP": stop, "SIGCONT": go_on}
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None:
            handlers[name] = lambda number=number: leave(number)  # type: ignore[misc]
    for name, handler in handlers.items():
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), handler)
