"""Language tables: one YAML file a language, shipped or in a folder of the user, loaded once.

Each module compiles the section of the table that it needs; this one only loads the table and
checks its shape.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError
from corpus.text.files import read_up_to
from corpus.text.plain_yaml import parse_yaml

FOLDER = Path(__file__).parent
VARIABLE = "ABREAST_LANGUAGES"
"""Environment variable that names additional folders of language tables."""
LARGEST_TABLE = 20 * 1024 * 1024
"""Maximum bytes of a YAML file; the largest shipped one has 60 thousand."""
_CODE = re.compile(r"[a-z]{2,3}")
_SHAPES: dict[str, type] = {"name": str, "codes": list, "stopwords": list}
_NAMES: dict[type, str] = {str: "text", list: "list", dict: "mapping of names to values"}
_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{2,8})*")


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
        """Return a section of the table, an empty mapping if it has none."""
        return self.sections.get(name) or {}


@lru_cache(maxsize=1)
def symbols() -> Mapping[str, Any]:
    """Return the symbols and codes of units that every language shares."""
    units: Mapping[str, Any] = load_yaml(FOLDER / "shared" / "units.yaml")
    return units


def load_yaml(path: Path) -> Any:
    """Return a YAML file as text, lists and mappings; LanguageError says file and line."""
    try:
        return parse_yaml(read_up_to(path, LARGEST_TABLE).decode("utf-8"))
    except OSError as error:
        raise LanguageError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise LanguageError(f"{path}: this is not UTF-8 text.") from error
    except ValueError as error:
        raise LanguageError(f"{path}: this is no name of a file.") from error
    except RecursionError as error:
        raise LanguageError(f"{path}: nested too deeply.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise LanguageError(f"{where}: {problem}.") from error


def folders() -> tuple[Path, ...]:
    """Return the folders of language tables in the order of search.

    First those named in the environment variable ABREAST_LANGUAGES (separated as in PATH), then
    `languages` in the user's configuration folder, then the shipped ones. LanguageError if a named
    folder does not exist.
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
    """Return the codes of all languages that have a table."""
    return tuple(sorted(_tables(folders())))


@lru_cache(maxsize=8)
def _tables(searched: tuple[Path, ...]) -> dict[str, Path]:
    tables: dict[str, Path] = {}
    for path in (path for folder in searched for path in sorted(folder.glob("*.yaml"))):
        if not _CODE.fullmatch(path.stem):
            raise LanguageError(f"{path}: name a table by its ISO 639 code, such as de.yaml.")
        tables.setdefault(path.stem, path)
    return tables


def load(code: str) -> Language:
    """Return the language with this code; one without a table has empty sections.

    Tags with a region ("en-GB") and alternative codes (the `codes` of a table, such as "no") are
    accepted. LanguageError for an invalid code and for a broken table.
    """
    return _load(code, folders())


@lru_cache(maxsize=64)
def _load(code: str, searched: tuple[Path, ...]) -> Language:
    tables = _tables(searched)
    tag = _TAG.fullmatch(code)
    if not tag:
        known = ", ".join(sorted(tables))
        raise LanguageError(f"'{code[:40]}' is not a language code; known are {known}.")
    code = tag[1].lower()
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
