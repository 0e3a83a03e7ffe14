"""A command in a terminal of its own, without a screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

SIZE = (42, 140)
LATEST = 20.0
"""Seconds without a byte after which a command is given up."""


class Terminal:
    """Runs a command until the block ends; `shown` is all that it has written."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = command, environment
        self.shown = b""

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            self._command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, **self._environment},
            cwd=Path(__file__).parent.parent.parent,
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def read(self) -> bool:
        """Wait for more; False when the command has ended or says nothing any more."""
        if not select.select([self._master], [], [], LATEST)[0]:
            return False
        try:
            self.shown += os.read(self._master, 1 << 16)
        except OSError:
            return False  # the other end is closed
        return True
