"""The keys in force: the shipped file, the reader's own over it, and all that is wrong with them.

What is broken in the reader's file keeps its shipped keys, and nothing here raises: a keymap is
always had, with the list of problems beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tui.keys.actions import ACTIONS, BY_ID
from tui.keys.conflicts import Layer, Origin, conflicts
from tui.keys.file import Entry, KeyFile, Place, Preset, Problem, read_keyfile
from tui.keys.names import Sequence
from tui.keys.table import DEFAULT, Keymap

VARIABLE = "ABREAST_KEYMAP"
LAST_RESORT: Mapping[str, tuple[Sequence, ...]] = {"app.quit": (("ctrl+q",),)}
"""Keys for a broken installation, whose keymap is missing: one can always leave."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A keymap and what was wrong with the files it came from."""

    keymap: Keymap
    problems: tuple[Problem, ...] = ()


def user_path() -> Path:
    """Return where the reader's own keymap lies: ABREAST_KEYMAP, or the folder for settings."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("abreast", appauthor=False) / "keymaps.yaml"


def shipped_path() -> Path:
    """Return the shipped file: in the package `tui` when installed, above it in the repository."""
    here = Path(__file__).parent.parent
    beside = here / "keymaps.yaml"
    return beside if beside.is_file() else here.parent / "keymaps.yaml"


@lru_cache(1)
def _shipped() -> KeyFile:
    return read_keyfile(shipped_path())


def presets(path: Path | None = None) -> tuple[str, ...]:
    """Return the names of the shipped presets and of those of the reader's own file."""
    return tuple(dict.fromkeys([*_shipped().presets, *_own(path).presets]))


def load(
    path: Path | None = None,
    preset: str | None = None,
    *,
    usual: str | None = None,
    own: bool = True,
) -> Loaded:
    """Return the keys in force and every problem found.

    `path` is the reader's own file; None is the usual one, which may be missing. `preset` wins
    over the one that the file names, and that over the `usual` one. Without `own` only the shipped
    file counts.
    """
    if not own:
        return _resolve(_shipped(), KeyFile(""), preset or usual)
    written = _own(path)
    return _resolve(_shipped(), written, preset or (None if written.preset else usual))


def _own(path: Path | None) -> KeyFile:
    """Read the reader's own file; that of the usual place may be missing."""
    where = path if path is not None else user_path()
    missing = path is None and VARIABLE not in os.environ and not _there(where)
    return KeyFile(str(where)) if missing else read_keyfile(where)


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # reading it will say why it cannot be looked at


def check(path: Path) -> list[Problem]:
    """Return every problem of a keymap file, in all presets that it holds, by line."""
    own = read_keyfile(path)
    found = set(_resolve(_shipped(), own, None).problems)
    for name in own.presets:
        found.update(_resolve(_shipped(), own, name).problems)
    return sorted(found)


def _resolve(shipped: KeyFile, own: KeyFile, preset: str | None) -> Loaded:
    problems = [*shipped.problems, *own.problems]
    name = _chosen(shipped, own, preset, problems)
    base: dict[str, Origin] = {
        action: Origin(keys, Place(str(shipped_path()))) for action, keys in LAST_RESORT.items()
    }
    descriptions: dict[str, str] = {}
    lines = _line(name, shipped.presets, own.presets, problems)
    for entry in _known((e for p in lines for e in entries_of(p, shipped)), problems):
        _put(entry, base, descriptions)
    layer: Layer = {}
    mine = [e for p in lines for e in entries_of(p, own)]
    for entry in _known([*mine, *own.own], problems):
        _put(entry, layer, descriptions)
    keys, found = conflicts(base, layer)
    problems += found
    resolved = {action.id: keys[action.id].keys for action in ACTIONS if action.id in keys}
    return Loaded(Keymap(name, resolved, descriptions), tuple(sorted(set(problems))))


def _chosen(shipped: KeyFile, own: KeyFile, preset: str | None, problems: list[Problem]) -> str:
    name = preset or own.preset or DEFAULT
    if name in shipped.presets or name in own.presets:
        return name
    place = Place("--preset") if preset else own.preset_place
    known = sorted({*shipped.presets, *own.presets})
    problems.append(place.problem(f"there is no preset {name!r}{_meant(name, known)}"))
    return DEFAULT


def _line(
    name: str,
    shipped: Mapping[str, Preset],
    own: Mapping[str, Preset],
    problems: list[Problem],
) -> list[str]:
    """Return the presets that make up one, the most general first."""
    line: list[str] = []
    while name not in line:
        line.append(name)
        preset = own.get(name)
        extends = preset.extends if preset and preset.extends else None
        if extends is None and name in shipped:
            extends = shipped[name].extends
        if extends is None or (extends not in shipped and extends not in own):
            if extends is not None and preset is not None:
                message = f"the preset {name} extends {extends!r}, which there is not"
                problems.append(preset.place.problem(message + _meant(extends, shipped)))
            extends = DEFAULT
        name, last = extends, name
        if name in line and name != last and name != DEFAULT:
            place = own[last].place if last in own else Place(str(shipped_path()))
            problems.append(place.problem(f"the presets {last} and {name} extend each other"))
    if DEFAULT not in line:
        line.append(DEFAULT)
    return line[::-1]


def entries_of(preset: str, file: KeyFile) -> list[Entry]:
    """Return what a file says of a preset."""
    return file.presets[preset].entries if preset in file.presets else []


def _known(entries: Iterable[Entry], problems: list[Problem]) -> list[Entry]:
    """Return the entries of actions that there are; the others are problems."""
    found = []
    for entry in entries:
        if entry.action in BY_ID:
            found.append(entry)
        else:
            message = f"there is no such action{_meant(entry.action, BY_ID)}"
            problems.append(entry.place.problem(message, entry.action))
    return found


def _put(entry: Entry, into: dict[str, Origin], descriptions: dict[str, str]) -> None:
    into[entry.action] = Origin(entry.keys, entry.place)
    if entry.description:
        descriptions[entry.action] = entry.description


def _meant(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1, 0.6)
    return f"; did you mean {close[0]}?" if close else ""


def problem_lines(problems: tuple[Problem, ...], most: int = 3) -> str:
    """Return the first of the problems, a line each, and how many more there are."""
    lines = [str(problem) for problem in problems[:most]]
    if len(problems) > most:
        file = problems[0].file
        lines.append(f"and {len(problems) - most} more: abreast keys --check {file}")
    return "\n".join(lines)
