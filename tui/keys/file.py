"""A keymap file as it is written: presets, actions and keys, each with its line. YAML.

    preset: vim                      which preset to begin with
    keys:                            one's own keys, over those of the preset
      reader.next_difference: [n, "g n"]
      reader.explain: {keys: e, description: why?}
      reader.swap_sides: []          no key
    presets:
      mine: {extends: vim, keys: {...}}

Everything that is wrong is gathered, nothing raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from corpus.text.files import read_up_to
from tui.keys.names import KeyNameError, Sequence, sequence_of

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a keymap file and where: line and column from 1, 0 for the whole file."""

    file: str
    line: int
    column: int
    action: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return (
            f"{where}: {self.action}: {self.message}" if self.action else f"{where}: {self.message}"
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    def problem(self, message: str, action: str = "") -> Problem:
        """Say what is wrong here."""
        return Problem(self.file, self.line, self.column, action, message)


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys that a file gives an action; none means that no key does it."""

    action: str
    keys: tuple[Sequence, ...]
    description: str | None
    place: Place


@dataclass(slots=True)
class Preset:
    """A named set of keys as written; `extends` names the one it begins with."""

    name: str
    place: Place
    extends: str | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class KeyFile:
    """All that a file says. `own` is the part that holds over every preset."""

    file: str
    preset: str | None = None
    preset_place: Place = Place("")
    own: list[Entry] = field(default_factory=list)
    presets: dict[str, Preset] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_keyfile(path: Path) -> KeyFile:
    """Read a file; what cannot be read is a problem of the whole file."""
    try:
        data = read_up_to(path, MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            return _broken(path, "this is no keymap: it holds more than a million bytes")
    except OSError as error:
        return _broken(path, f"cannot be read: {error.strerror or error}")
    except ValueError as error:
        return _broken(path, f"cannot be read: {error}")
    return parse_keyfile(data, str(path))


def _broken(path: Path, message: str) -> KeyFile:
    return KeyFile(str(path), problems=[Place(str(path)).problem(message)])


def parse_keyfile(data: bytes, file: str) -> KeyFile:
    """Read the bytes of a file; never raises."""
    found = KeyFile(file)
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found.problems.append(Place(file, line, 1).problem("this is not UTF-8 text"))
    except yaml.MarkedYAMLError as error:
        found.problems.append(_yaml_problem(file, error))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        message = " ".join(str(error).split())
        found.problems.append(Place(file).problem(f"this is not YAML: {message}"))
    except RecursionError:
        found.problems.append(Place(file).problem("this is no keymap: it is nested too deeply"))
    else:
        if root is not None:
            _Reader(found).read(root)
    return found


def _yaml_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    message = " ".join((error.problem or error.context or "a mistake in the YAML").split())
    return place.problem(f"{message}; keys such as [ or @ need quotes")


class _Reader:
    """Walks the nodes of one file and notes what is wrong."""

    def __init__(self, found: KeyFile) -> None:
        self._found = found

    def read(self, root: yaml.Node) -> None:
        """Read the whole."""
        for name, place, node in self._pairs(root, "a keymap"):
            if name == "preset":
                self._found.preset, self._found.preset_place = self._text(node, name), place
            elif name == "keys":
                self._found.own += self._entries(node)
            elif name == "presets":
                self._presets(node)
            elif "." in name:
                self._found.own += self._entry(name, place, node)
            else:
                self._wrong(place, f"{name!r} is none of preset, keys, presets")

    def _presets(self, node: yaml.Node) -> None:
        for name, place, value in self._pairs(node, "presets"):
            preset = self._found.presets[name] = Preset(name, place)
            for key, where, inner in self._pairs(value, f"the preset {name}"):
                if key == "extends":
                    preset.extends = self._text(inner, key)
                elif key == "keys":
                    preset.entries += self._entries(inner)
                elif "." in key:
                    preset.entries += self._entry(key, where, inner)
                else:
                    self._wrong(where, f"{key!r} is neither extends nor keys")

    def _entries(self, node: yaml.Node) -> list[Entry]:
        return [
            entry
            for name, place, value in self._pairs(node, "keys")
            for entry in self._entry(name, place, value)
        ]

    def _entry(self, action: str, place: Place, node: yaml.Node) -> list[Entry]:
        description: str | None = None
        keys: yaml.Node | None = node
        if isinstance(node, yaml.MappingNode):
            keys = None
            for name, where, value in self._pairs(node, action):
                if name == "keys":
                    keys = value
                elif name == "description":
                    description = self._text(value, name, action)
                else:
                    self._wrong(where, f"{name!r} is neither keys nor description", action)
        if keys is None:
            self._wrong(place, "the field keys is missing", action)
            return []
        read = self._keys(keys, action)
        return [] if read is None else [Entry(action, read, description, place)]

    def _keys(self, node: yaml.Node, action: str) -> tuple[Sequence, ...] | None:
        """Read one or several keys; None where any of them is wrong."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if isinstance(node, yaml.ScalarNode) and not node.value and node.style is None:
            self._wrong(self._place(node), "a key is missing; write [] for none", action)
            return None
        found: list[Sequence] = []
        problems = len(self._found.problems)
        for item in nodes:
            try:
                text = self._text(item, "a key", action)
                sequence = sequence_of(text) if text is not None else None
            except KeyNameError as error:
                self._wrong(self._place(item), str(error), action)
                continue
            if sequence in found:
                self._wrong(self._place(item), f"the key {text!r} stands here twice", action)
            elif sequence:
                found.append(sequence)
        return tuple(found) if len(self._found.problems) == problems else None

    def _pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[str, Place, yaml.Node]]:
        """Return the names and values of a mapping; a name given twice counts once."""
        if isinstance(node, yaml.ScalarNode) and node.value in ("", "null", "~"):
            return
        if not isinstance(node, yaml.MappingNode):
            self._wrong(self._place(node), f"{what} is written as 'name: value' lines")
            return
        seen: dict[str, Place] = {}
        for key, value in node.value:
            place = self._place(key)
            name = self._text(key, "a name")
            if name is None:
                continue
            if name in seen:
                message = f"{name!r} stands in line {seen[name].line} already"
                self._wrong(place, message, name if "." in name else "")
                continue
            seen[name] = place
            yield name, place, value

    def _text(self, node: yaml.Node, what: str, action: str = "") -> str | None:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._wrong(self._place(node), f"{what} is one word or text, not a list or mapping", action)
        return None

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self._found.file, mark.line + 1, mark.column + 1)

    def _wrong(self, place: Place, message: str, action: str = "") -> None:
        self._found.problems.append(place.problem(message, action))
