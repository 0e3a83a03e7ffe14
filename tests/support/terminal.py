"""A command in a terminal of its own, without a screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

SIZE = (42, 140)
LATEST = 20.0
"""Seconds without a byte after which a command is given up."""


def _own_terminal() -> None:
    """Make the terminal the one that controls the command, so that closing it hangs up."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """Runs a command until the block ends; `shown` is all that it has written."""

    def __init__(
        self,
        command: Sequence[str | bytes],
        environment: Mapping[str, str],
        size: tuple[int, int] = SIZE,
    ) -> None:
        self._command, self._environment, self._size = command, environment, size
        self.shown = b""

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *self._size, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            self._command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, **self._environment},
            cwd=Path(__file__).parent.parent.parent,
            preexec_fn=_own_terminal,
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def press(self, keys: str) -> None:
        """Type keys; what the command writes meanwhile is read."""
        left = keys.encode("utf-8", "surrogateescape")
        while left:
            able, room, _ = select.select([self._master], [self._master], [], LATEST)
            if able and not self.read():
                return
            if room:
                left = left[os.write(self._master, left[:4096]) :]

    def flags(self) -> list[object]:
        """Return the flags of the terminal: echo, lines, signals."""
        return termios.tcgetattr(self._master)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window of another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDONLY)

    def show(self, words: str, seconds: float = LATEST) -> bool:
        """Read until the terminal was shown some words; tells whether it was."""
        return self._read_until(lambda: words.encode() in self.shown, seconds)

    def quiet(self, seconds: float = 0.5) -> None:
        """Read until nothing is written for so many seconds."""
        while self._ready(seconds) and self.read():
            pass

    def ended(self, seconds: float = LATEST) -> int | None:
        """Read until the command has ended; gives its exit code, None where it goes on."""
        self._read_until(lambda: self.process.poll() is not None, seconds)
        while self._ready(0.05) and self.read():
            pass
        return self.process.poll()

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], seconds)[0])

    def _read_until(self, done: Callable[[], bool], seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not done() and time.monotonic() < until:
            if self._ready(0.05) and not self.read():
                time.sleep(0.05)
        return done()

    def read(self) -> bool:
        """Wait for more; False when the command has ended or says nothing any more."""
        if not select.select([self._master], [], [], LATEST)[0]:
            return False
        try:
            self.shown += os.read(self._master, 1 << 16)
        except OSError:
            return False  # the other end is closed
        return True
