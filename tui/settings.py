"""What the reader's screen remembers from one time to the next.

A small YAML file in the user's folder for settings. A broken one is told and ignored; what cannot
be written is told once and lasts until the reader quits.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path

from corpus.text.files import read_up_to

VARIABLE = "ABREAST_SETTINGS"
_MOST_BYTES = 100_000
_YES_NO = {"true": True, "false": False}
_PLAIN = re.compile(r"([a-z_]+): ([a-z][a-z-]*)")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a reader; None where he has made none."""

    theme: str | None = None
    linked_scrolling: bool | None = None
    preset: str | None = None
    meaning_model: bool | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """Settings, and one sentence for each thing that was wrong with their file."""

    settings: Settings
    problems: tuple[str, ...] = ()


def settings_path() -> Path:
    """Return where settings lie: ABREAST_SETTINGS, or the user's folder for settings."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("abreast", appauthor=False) / "settings.yaml"


def read_settings(path: Path) -> Read:
    """Read settings; never raises. A missing file is no problem and gives no choices."""
    try:
        data = read_up_to(path, _MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            return Read(Settings(), (f"{path} is too large for settings; it is ignored.",))
        found = _parsed(data.decode("utf-8-sig"))
    except FileNotFoundError:
        return Read(Settings())
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "problem", None) or "not readable"
        return Read(Settings(), (f"{path}: {why}; these settings are ignored.",))
    if found in (None, ""):
        return Read(Settings())
    if not isinstance(found, dict):
        return Read(Settings(), (f"{path} holds no settings ('name: value' lines).",))
    return _read(found, path)


def _parsed(text: str) -> object:
    """Parse settings; ValueError where they are broken. Those we wrote need no YAML to be read."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    plain = [_PLAIN.fullmatch(line) for line in lines]
    if all(plain):
        return {match[1]: match[2] for match in plain if match}
    import yaml

    try:
        return yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise BrokenError(getattr(error, "problem", None) or "not readable") from error


class BrokenError(ValueError):
    """Settings that are no YAML; `problem` says why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def _read(found: dict[object, object], path: Path) -> Read:
    settings, problems = Settings(), []
    known = {field.name for field in fields(Settings)}
    for name, value in found.items():
        if name not in known or not isinstance(value, str):
            problems.append(f"{path}: {str(name)[:40]!r} is no setting; it is ignored.")
        elif name == "linked_scrolling" and value in _YES_NO:
            settings = replace(settings, linked_scrolling=_YES_NO[value])
        elif name == "meaning_model" and value in _YES_NO:
            settings = replace(settings, meaning_model=_YES_NO[value])
        elif name in ("linked_scrolling", "meaning_model"):
            problems.append(f"{path}: {name} is true or false.")
        elif name == "theme":
            settings = replace(settings, theme=value)
        else:
            settings = replace(settings, preset=value)
    return Read(settings, tuple(problems))


def write_settings(path: Path, settings: Settings) -> str | None:
    """Write settings, whole or not at all; returns a sentence where they cannot be written."""
    chosen = {
        field.name: getattr(settings, field.name)
        for field in fields(Settings)
        if getattr(settings, field.name) is not None
    }
    import yaml

    from corpus.text.files import write_whole

    text = "# What Abreast remembers.\n" + yaml.dump(chosen, Dumper=yaml.SafeDumper, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8"), overwrite=True)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return f"Your choice lasts until you quit: {path}: {why}."
    return None
