"""Language tables: one YAML file a language, shipped or in a folder of the user, loaded once.

Every room reads its own section of the table and compiles it for itself; this file only loads and
checks the shape (text, lists and mappings of text; no key twice).
"""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError

FOLDER = Path(__file__).parent
VARIABLE = "ABREAST_LANGUAGES"
"""The environment variable that names further folders of language tables."""
_CODE = re.compile(r"[a-z]{2,3}")
_SHAPES: dict[str, type] = {"name": str, "codes": list, "stopwords": list}
_NAMES: dict[type, str] = {str: "text", list: "list", dict: "mapping of names to values"}
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{2,8})*")

# The C loader reads a table about ten times faster; BaseLoader keeps "no" and "on" as text.
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """Everything is text, and a key that stands twice is an error."""


def _mapping(loader: Any, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
    pairs: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(
                None, None, "a key is not text", key_node.start_mark
            )
        key = loader.construct_object(key_node, deep=True)
        if key in pairs:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} stands twice", key_node.start_mark
            )
        pairs[key] = loader.construct_object(value_node, deep=True)
    return pairs


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


@dataclass(frozen=True, eq=False)
class Language:
    """One language: its code, its name and the sections of its table (text, lists, mappings)."""

    code: str
    name: str
    sections: Mapping[str, Any]

    @property
    def codes(self) -> tuple[str, ...]:
        """Other codes that mean this language."""
        return tuple(self.section("codes"))

    def section(self, name: str) -> Any:
        """Give a section of the table, an empty mapping where the table has none."""
        return self.sections.get(name) or {}


@lru_cache(maxsize=1)
def symbols() -> Mapping[str, Any]:
    """Give the signs and codes of units that every language shares."""
    found: Mapping[str, Any] = load_yaml(FOLDER / "shared" / "units.yaml")
    return found


def load_yaml(path: Path) -> Any:
    """Read a YAML file as text, lists and mappings; LanguageError with file and line if broken."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LanguageError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise LanguageError(f"{path}: this is not UTF-8 text.") from error
    except RecursionError as error:
        raise LanguageError(f"{path}: nested too deeply.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise LanguageError(f"{where}: {problem}.") from error


def parse_yaml(text: str) -> Any:
    """Read YAML as text, lists and mappings; YAMLError, also for a key that stands twice."""
    return yaml.load(text, Loader=_Loader)


def folders() -> tuple[Path, ...]:
    """Give the folders of language tables, those of the user first.

    They are named in the environment variable ABREAST_LANGUAGES (parted as PATH is), then
    `languages` in the user's configuration folder, then the shipped ones. LanguageError if one
    that is named is not there.
    """
    parts = os.environ.get(VARIABLE, "").split(os.pathsep)
    named = [Path(part).expanduser() for part in parts if part]
    for folder in named:
        if not folder.is_dir():
            raise LanguageError(f"{folder}: no such folder; mend {VARIABLE}.")
    return (*named, *_configured(), FOLDER)


@lru_cache(maxsize=1)
def _configured() -> tuple[Path, ...]:
    import platformdirs  # late: a reader of one language needs no more than its table

    folder = platformdirs.user_config_path("abreast", appauthor=False) / "languages"
    return (folder,) if folder.is_dir() else ()


def codes() -> tuple[str, ...]:
    """Give the codes of all languages that have a table."""
    return tuple(sorted(_tables(folders())))


@lru_cache(maxsize=8)
def _tables(places: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in (path for folder in places for path in sorted(folder.glob("*.yaml"))):
        if not _CODE.fullmatch(path.stem):
            raise LanguageError(f"{path}: name a table by its ISO 639 code, such as de.yaml.")
        found.setdefault(path.stem, path)
    return found


def load(code: str) -> Language:
    """Give the language with this code; one without a table has empty sections.

    Tags with a region ("en-GB") and other codes of a language (the `codes` of its table, "no") are
    met too. LanguageError for a code that is none and for a broken table.
    """
    return _load(code, folders())


@lru_cache(maxsize=64)
def _load(code: str, places: tuple[Path, ...]) -> Language:
    tables = _tables(places)
    found = _TAG.fullmatch(code)
    if not found:
        known = ", ".join(sorted(tables))
        raise LanguageError(f"'{code[:40]}' is not a language code; known are {known}.")
    code = found[1].lower()
    if code in tables:
        return _read(tables[code])
    named = (language for path in tables.values() if code in (language := _read(path)).codes)
    return next(named, Language(code, code, {}))


@lru_cache(maxsize=64)
def _read(path: Path) -> Language:
    table = load_yaml(path)
    if not isinstance(table, dict):
        raise LanguageError(f"{path}: a language table is a mapping of sections.")
    for name, section in table.items():
        wanted = _SHAPES.get(name, dict)
        if section and not isinstance(section, wanted):
            raise LanguageError(f"{path}: '{name}' is not a {_NAMES[wanted]}.")
    return Language(path.stem, str(table.get("name") or path.stem), table)
