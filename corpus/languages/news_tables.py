"""The news words of a language: its sections word_forms, concepts and terms.

They are the largest part of a language's data and only a comparison needs them, so they have a file
of their own in languages/concepts/. A user's language table may hold the three sections itself.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.errors import LanguageError
from corpus.languages.tables import folders, load, load_yaml
from corpus.languages.vocabulary import Forms
from corpus.text.words import fold

FOLDER = "concepts"


def news_words(code: str, section: str) -> Any:
    """Return a section ("word_forms", "concepts", "terms"), an empty mapping if there is none.

    LanguageError for a code that is none and for a broken file.
    """
    own = load(code).section(section)
    return own or _file(code, folders()).get(section) or {}


@lru_cache(maxsize=64)
def _file(code: str, searched: tuple[Path, ...]) -> dict[str, Any]:
    for path in (folder / FOLDER / f"{code}.yaml" for folder in searched):
        if path.is_file():
            table = load_yaml(path)
            if not isinstance(table, dict):
                raise LanguageError(f"{path}: the news words are a mapping of sections.")
            return table
    return {}


def concept_entries(code: str) -> dict[str, list[str]]:
    """Return the words of each concept as listed; LanguageError if they are not lists."""
    table = news_words(code, "concepts")
    if not _holds_words(table):
        raise LanguageError(f"{code}: the section concepts gives each concept a list of words.")
    return dict(table)


def _holds_words(table: Any) -> bool:
    return isinstance(table, dict) and all(
        isinstance(row, list) and all(isinstance(word, str) and word.strip("=* ") for word in row)
        for row in table.values()
    )


def word_forms(code: str) -> Forms:
    """Return the inflection rules of a language, folded; empty ones without a table.

    LanguageError if the section does not hold lists.
    """
    return _forms(code, folders())


@lru_cache(maxsize=64)
def _forms(code: str, _searched: tuple[Path, ...]) -> Forms:  # other folders, other table
    table = news_words(code, "word_forms")
    if not _holds_words(table):
        raise LanguageError(f"{code}: the section word_forms holds lists (endings, joints, ...).")
    endings, joints, dropped, not_meant = (
        tuple(fold(form) for form in table.get(key, ()))
        for key in ("endings", "joints", "dropped", "not_meant")
    )
    return Forms(
        endings, joints, dropped, frozenset(not_meant), frozenset(table.get("capitals", ()))
    )
