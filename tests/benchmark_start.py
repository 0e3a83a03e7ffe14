"""Start to first paint: a command runs in a terminal of its own until both texts are on it.

Nothing inside of the command is changed: the clock starts before its process does and stops when
the bytes that show the first words of both texts have come out of the terminal.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from corpus.library import Library
from corpus.model import Article

SIZE = (42, 140)
LATEST = 20.0
"""Seconds after which a command that has painted nothing is given up."""
HERE = Path(__file__).parent


class NoPaintError(Exception):
    """A command ended, or did nothing, before it had painted."""


def paint_time(command: list[str], words: list[bytes], folder: str) -> float:
    """Give the seconds from the start of a command to the paint of all words."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HOME": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_DATA_HOME": folder,
        "ABREAST_SETTINGS": f"{folder}/settings.yaml",
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=HERE.parent
    )
    os.close(slave)
    try:
        return _until(master, words, start)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _until(master: int, words: list[bytes], start: float) -> float:
    seen = b""
    while not all(word in seen for word in words):
        ready, _, _ = select.select([master], [], [], LATEST)
        try:
            seen += os.read(master, 1 << 16) if ready else b""
        except OSError:
            ready = []
        if not ready:
            raise NoPaintError(seen[-2000:].decode(errors="replace"))
    return time.perf_counter() - start


def first_word(article: Article) -> str:
    """Give a long word from the beginning of an article that its title does not hold."""
    found: list[str] = re.findall(r"[^\W\d_]{9,}", article.text)
    return next(word for word in found if word not in article.title)


def start_times(rounds: int) -> tuple[list[float], list[float]]:
    """Time `abreast` on its shipped articles and the bare app on the same two files, in turn."""
    pair = Library.shipped().first_pair()
    files = [article.path or "" for article in pair]
    words = [first_word(article).encode() for article in pair]
    reader = [sys.executable, "-m", "tui"]
    bare = [sys.executable, str(HERE / "bare.py"), *files]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            ours.append(paint_time(reader, words, folder))
            theirs.append(paint_time(bare, words, folder))
    return ours[1:], theirs[1:]
