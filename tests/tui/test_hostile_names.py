"""No name, wherever it is, acts on the terminal: the raw bytes of a pseudo-terminal are read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

HOSTILE = (
    "N\x1b]0;PWNED\x07\x1b[31mred\x9b31mq\x9dX\x9c\u202eevil\u2066x\u200bz\u200f\ufeff\x7f\x08\rM"
)
OWN = re.compile(
    r"\x1b(\[[0-9;:?<>=$]*[ -/]*[@-~]|\][0-9]+;[a-z?]*(\x1b\\|\x07)|[78=>]|[_P][^\x1b]*\x1b\\)"
)
"""The sequences that Textual and rich write: colours, cursor, modes, questions to the terminal."""
ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
PASTE = f"\x1b[200~{HOSTILE.replace(chr(27), '')}\x1b[201~"
READER = (
    "A",
    "\x1b",
    "b",
    PASTE,
    "\r",
    "/",
    PASTE,
    "\r",
    "?",
    "\x1b",
    "N",
    PASTE,
    "\x1b",
    "",
    PASTE,
    "\x1b",
)
"""The list of articles, a bookmark, a search, help, a long note, the palette."""
NOTEBOOK = ("E", PASTE, "\r", "\x1b", "mi", PASTE, "\r", "mi")
"""An export to a hostile name, an import of one; the next import is of the ledger."""
LEDGER = (
    "L",
    "/",
    PASTE,
    "\r",
    "\x1b",
    "t",
    PASTE,
    "\r",
    "\x1b",
    "E",
    "\x1b",
    "\x1b",
    "q",
    "q",
    "q",
)
"""The ledger, its filter, tags, export, and out."""
ABREAST = (sys.executable, "-m", "tui")
TEXT = "Politiet melder at {} personer er skadet i Oslo, opplyser Reuters fredag."


def acting(shown: bytes) -> list[str]:
    """Return what acts on the terminal in what a command wrote, some signs around each."""
    text = OWN.sub("", shown.decode("utf-8", "replace"))
    found = [text[max(0, m.start() - 30) : m.end() + 30] for m in ACTING.finditer(text)]
    raw = shown.decode("utf-8", "replace")
    return found + [name for name in ("\x1b]0", "\x1b[31mred") if name in raw]


def environment(folder: Path) -> dict[str, str]:
    return {
        "ABREAST_NOTEBOOK": str(folder / "notebook.sqlite3"),
        "ABREAST_SETTINGS": str(folder / "settings.yaml"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


def hostile_folder(folder: Path) -> Path:
    """Return a folder with hostile names of files, titles and outlets below a hostile name."""
    place = folder / f"folder {HOSTILE}"
    place.mkdir()
    for number in range(4):
        title, outlet = json.dumps(f"T{number}{HOSTILE}"), json.dumps(HOSTILE)
        head = f"---\ntitle: {title}\noutlet: {outlet}\n---\n"
        words = f"{TEXT.format(26 + number)} {HOSTILE}"
        (place / f"{number}{HOSTILE}.md").write_text(head + words, encoding="utf-8")
    return place


def hostile_ledger(folder: Path) -> Path:
    """Return a ledger whose notes, tags, titles and paths are hostile."""
    end = {
        "article": {"hash": "0" * 64, "path": HOSTILE, "title": HOSTILE, "outlet": HOSTILE,
                    "date": HOSTILE},
        "start": 0, "end": 5, "quote": HOSTILE, "prefix": HOSTILE, "suffix": HOSTILE,
    }  # fmt: skip
    bookmark = {
        "id": "x", "created": "2026-01-01T00:00:00.000Z", "changed": "2026-01-01T00:00:00.000Z",
        "kind": "number", "verdict": "differ", "reason": HOSTILE, "judgement": "open",
        "tags": [HOSTILE], "note": HOSTILE, "a": end, "b": end,
    }  # fmt: skip
    ledger = {"format": "abreast-ledger", "version": 1, "bookmarks": [bookmark], "links": []}
    path = folder / f"ledger {HOSTILE}.json"
    path.write_text(json.dumps(ledger), encoding="utf-8")
    return path


def hostile_keymap(folder: Path) -> Path:
    path = folder / f"keys {HOSTILE}.yaml"
    lines = [f"{json.dumps(HOSTILE)}: {json.dumps(HOSTILE)}", "presets:"]
    lines += [f"  {json.dumps('p' + HOSTILE)}:", f"    reader.quit: {json.dumps(HOSTILE)}"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def commands(folder: Path) -> list[Sequence[str]]:
    place, ledger, keymap = hostile_folder(folder), hostile_ledger(folder), hostile_keymap(folder)
    left, right = sorted(map(str, place.iterdir()))[:2]
    batch = folder / "batch.jsonl"
    record = {"id": HOSTILE, "text": f"{TEXT.format(3)} {HOSTILE}", "language": HOSTILE}
    good = {"id": HOSTILE, "text": f"{TEXT.format(3)} {HOSTILE}"}
    lines = (json.dumps(line, ensure_ascii=False) for line in (record, good))
    batch.write_text("\n".join(lines), encoding="utf-8")
    return [
        ["inspect", left],
        ["inspect", left, "--format", "json"],
        ["inspect", left, "--language", HOSTILE],
        ["inspect", f"{folder}/missing {HOSTILE}"],
        ["inspect", "--batch", str(batch)],
        ["compare", left, right],
        ["compare", left, right, "--format", "json"],
        [f"{folder}/missing {HOSTILE}", left],
        [f"--{HOSTILE}"],
        [HOSTILE],
        ["keys", "--keymap", str(keymap)],
        ["keys", "--check", str(keymap)],
        ["keys", "--preset", HOSTILE],
        ["import", str(ledger)],
        ["import", left],
        ["export", "--format", "md"],
        ["export", "--format", "json"],
        ["export", "--format", "csv"],
        ["export", "--format", "tei"],
        ["export", "--format", HOSTILE],
        ["export", "-o", f"{folder}/out {HOSTILE}"],
        ["export", "--notebook", f"{folder}/no {HOSTILE}/x/\x01.txt/"],
    ]


def test_no_command_lets_a_name_act_on_the_terminal(tmp_path: Path) -> None:
    acts = {}
    for command in commands(tmp_path):
        with Terminal([*ABREAST, *command], environment(tmp_path)) as terminal:
            assert terminal.ended() is not None, command
        assert terminal.shown, command
        if found := acting(terminal.shown):
            acts[tuple(command)] = found[:3]
    assert acts == {}


@pytest.mark.parametrize("width", [140, 60])
def test_no_screen_lets_a_name_act_on_the_terminal(tmp_path: Path, width: int) -> None:
    """The articles, the picker, a note, search, the ledger, its filters, export, import, help."""
    place, ledger, keymap = map(
        str, (hostile_folder(tmp_path), hostile_ledger(tmp_path), hostile_keymap(tmp_path))
    )
    (tmp_path / "settings.yaml").write_text(f"theme: {json.dumps(HOSTILE)}\n")
    command = [*ABREAST, "read", place, "--keymap", keymap]
    with Terminal(command, environment(tmp_path), (42, width)) as terminal:
        assert terminal.show("Politiet")
        terminal.quiet(1.0)
        for keys in (*READER, *NOTEBOOK, f"{ledger}\r", *LEDGER):
            terminal.press(keys)
            terminal.quiet(0.4)
        terminal.ended(5)
    assert acting(terminal.shown) == []
