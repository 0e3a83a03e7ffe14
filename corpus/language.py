"""Language tables: one YAML file a language in corpus/languages/, loaded once; telling a language.

Every room reads its own section of the table and compiles it for itself; this file only loads,
checks the shape (text, lists and mappings of text; no key twice) and tells a text's language.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError

FOLDER = Path(__file__).parent / "languages"

# The C loader reads a table about ten times faster; BaseLoader keeps "no" and "on" as text.
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """Everything is text, and a key that stands twice is an error."""


def _mapping(loader: Any, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
    pairs: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
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

    def section(self, name: str) -> Any:
        """Give a section of the table, an empty mapping where the table has none."""
        return self.sections.get(name) or {}


def load_yaml(path: Path) -> Any:
    """Read a YAML file as text, lists and mappings; LanguageError with file and line if broken."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{path}: cannot be read ({error}).") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise LanguageError(f"{where}: {problem}.") from error


def codes() -> tuple[str, ...]:
    """Give the codes of all languages that have a table."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@lru_cache(maxsize=64)
def load(code: str) -> Language:
    """Give the language with this code; one without a table has empty sections."""
    path = FOLDER / f"{code}.yaml"
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise LanguageError(f"'{code}' is not a language code; known are {', '.join(codes())}.")
    if not path.is_file():
        return Language(code, code, {})
    table = load_yaml(path)
    if not isinstance(table, dict):
        raise LanguageError(f"{path}: a language table is a mapping of sections.")
    return Language(code, str(table.get("name", code)), table)


def guess(text: str) -> str:
    """Tell the language of a text: the table whose stop words cover it best; "en" if none does."""
    sample = re.findall(r"[^\W\d_]+", text[:20000].lower())
    best, best_score = "en", 0.0
    for code in codes():
        stop = _stop_words(code)
        score = sum(stop.get(word, 0.0) for word in sample)
        if score > best_score:
            best, best_score = code, score
    return best


@lru_cache(maxsize=64)
def _stop_words(code: str) -> dict[str, float]:
    return dict.fromkeys(load(code).section("stopwords") or [], 1.0)
