"""Start to first paint: a command runs in a terminal of its own until both texts are on it.

Nothing inside of the command is changed: the clock starts before its process does and stops when
the bytes that show the first words of both texts have come out of the terminal.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

from corpus.library import Library
from corpus.model import Article
from tests.support.terminal import Terminal

HERE = Path(__file__).parent


class NoPaintError(Exception):
    """A command ended, or did nothing, before it had painted."""


def paint_time(command: list[str], words: list[bytes], folder: str) -> float:
    """Return the seconds from the start of a command to the paint of all words."""
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), folder)
    start = time.perf_counter()
    with Terminal(command, {**home, "ABREAST_SETTINGS": f"{folder}/settings.yaml"}) as terminal:
        while not all(word in terminal.shown for word in words):
            if not terminal.read():
                raise NoPaintError(terminal.shown[-2000:].decode(errors="replace"))
        return time.perf_counter() - start


def first_word(article: Article) -> str:
    """Return a long word from the beginning of an article that its title does not hold."""
    found: list[str] = re.findall(r"[^\W\d_]{9,}", article.text)
    return next(word for word in found if word not in article.title)


def start_times(rounds: int) -> tuple[list[float], list[float]]:
    """Time `abreast` on its shipped articles and the bare app on the same two files, in turn."""
    pair = Library.shipped().first_pair()
    files = [article.path or "" for article in pair]
    words = [first_word(article).encode() for article in pair]
    reader = [sys.executable, "-m", "tui"]
    bare = [sys.executable, str(HERE / "bare_reader.py"), *files]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            ours.append(paint_time(reader, words, folder))
            theirs.append(paint_time(bare, words, folder))
    return ours[1:], theirs[1:]
