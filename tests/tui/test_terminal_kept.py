"""The terminal is given back as it was, whatever ends, stops or starves the reader."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

READER = (sys.executable, "-m", "tui", "read")
ALTERNATE = (b"\x1b[?1049h", b"\x1b[?1049l")
MODES = (*ALTERNATE, *(b"\x1b[?%d%c" % (m, c) for m in (1000, 1003, 2004, 1004) for c in b"hl"))


def reader(tmp_path: Path, size: tuple[int, int] = (30, 100), **extra: str) -> Terminal:
    environment = {
        "ABREAST_NOTEBOOK": str(tmp_path / "notebook.sqlite3"),
        "ABREAST_SETTINGS": str(tmp_path / "settings.yaml"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        **extra,
    }
    return Terminal(READER, environment, size)


def given_back(terminal: Terminal, flags: list[object]) -> bool:
    """Whether screen, mouse, paste and flags are as before the command began."""
    shown = terminal.shown
    last = {m[:-1]: m[-1:] for m in sorted(MODES, key=shown.rfind) if m in shown}
    return all(end == b"l" for end in last.values()) and terminal.flags() == flags


def stopped(terminal: Terminal, seconds: float = 10) -> bool:
    """Read until the process is stopped by a signal; whether it is."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal.quiet(0.1)
        status = Path(f"/proc/{terminal.process.pid}/stat").read_text()
        if status.rpartition(")")[2].split()[0] == "T":
            return True
    return False


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_that_ends_the_reader_leaves_the_terminal_as_it_was(
    tmp_path: Path, name: str
) -> None:
    number = getattr(signal, name)
    with reader(tmp_path) as terminal:
        flags = terminal.flags()
        assert terminal.show("?2004h")
        terminal.quiet()
        terminal.process.send_signal(number)
        assert terminal.ended() == 128 + number
        assert given_back(terminal, flags)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", ["key", "SIGTSTP", "SIGSTOP"])
def test_a_reader_that_is_stopped_gives_the_terminal_back_and_takes_it_again(
    tmp_path: Path, how: str
) -> None:
    with reader(tmp_path) as terminal:
        flags = terminal.flags()
        assert terminal.show("?2004h")
        terminal.quiet()
        if how == "key":
            terminal.press("\x1a")
        else:
            terminal.process.send_signal(getattr(signal, how))
        assert stopped(terminal)
        assert how == "SIGSTOP" or given_back(terminal, flags)
        before = len(terminal.shown)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.quiet(1.0)
        assert ALTERNATE[0] in terminal.shown[before:]
        terminal.press("q")
        assert terminal.ended() == 0
        assert given_back(terminal, flags)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 60), (0, 0), (60000, 60000)])
def test_a_window_of_any_size_is_no_end(tmp_path: Path, size: tuple[int, int]) -> None:
    with reader(tmp_path, size) as terminal:
        flags = terminal.flags()
        assert terminal.show("?2004h")
        terminal.quiet(1.0)
        for keys in ("n", "?", "\x1b", "L", "\x1b", "A", "\x1b", "/x\r", "b\r"):
            terminal.press(keys)
            terminal.quiet(0.3)
        terminal.resize((30, 100))
        terminal.quiet()
        for _ in range(3):
            if terminal.process.poll() is None:
                terminal.press("q")
                terminal.quiet(0.5)
        assert terminal.ended() == 0, terminal.shown[-2000:]
        assert given_back(terminal, flags)


@pytest.mark.parametrize(
    "extra",
    [
        {"COLUMNS": "1000000", "LINES": "1000000"},
        {"ABREAST_SETTINGS": "/dev/zero"},
        {"ABREAST_SETTINGS": "/dev/full"},
        {"ABREAST_KEYMAP": "/dev/zero"},
        {"LC_ALL": "C", "LANG": "", "PYTHONUTF8": "0"},
    ],
)
def test_no_setting_of_the_environment_holds_the_reader_up(
    tmp_path: Path, extra: dict[str, str]
) -> None:
    with reader(tmp_path, (30, 100), **extra) as terminal:
        flags = terminal.flags()
        assert terminal.show("?2004h")
        terminal.quiet()
        terminal.press("q")
        assert terminal.ended() == 0
        assert given_back(terminal, flags)


def test_a_dumb_terminal_is_told_in_one_line(tmp_path: Path) -> None:
    with reader(tmp_path, TERM="dumb") as terminal:
        assert terminal.ended() == 2
        assert terminal.shown.count(b"\n") == 1
        assert b"TERM" in terminal.shown
        assert b"\x1b" not in terminal.shown


def test_a_closed_window_ends_the_reader(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        assert terminal.show("?2004h")
        terminal.quiet()
        terminal.hang_up()
        terminal.process.wait(15)


@pytest.mark.parametrize("prompt", ["/", "b", "mi"])
def test_a_megabyte_that_is_pasted_is_cut_and_told(tmp_path: Path, prompt: str) -> None:
    with reader(tmp_path) as terminal:
        assert terminal.show("?2004h")
        terminal.quiet()
        terminal.press(prompt)
        terminal.quiet()
        began = time.monotonic()
        terminal.press("\x1b[200~" + "x" * 1_000_000 + "\x1b[201~")
        assert terminal.show("characters are taken", 15)
        terminal.press("\x1b")
        terminal.quiet()
        terminal.press("q")
        assert terminal.ended() == 0
        assert time.monotonic() - began < 20
