"""Texts with their numbers marked by hand: `{minst åtte = 8..}`, `{20 kr = 20 money NOK}`.

A mark holds the words, the value or the bounds (`8..` no upper end, `..8` no lower one), the kind
(a count where none is said) and the unit.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus import parse_article
from corpus.facts.numbers.numbers import Quantity, find_numbers
from corpus.languages.tables import load_yaml

DATA = Path(__file__).parent.parent / "data" / "numbers"
LANGUAGES = ("nb", "nn", "da", "sv", "en")

Told = tuple[str, float | None, float | None, str, str | None]
"""The words of a number, its bounds, its kind and its unit."""

_MARK = re.compile(r"\{([^{}]+) = ([^{}]+)\}")


def cases(language: str, section: str) -> list[str]:
    """Return the marked texts of a language: `running`, `money` or `alone`."""
    found: list[str] = load_yaml(DATA / f"{language}.yaml")[section]
    return found


def unmarked(marked: str) -> str:
    """Return a marked text as a reader would see it."""
    return _MARK.sub(lambda mark: mark[1], marked)


def told(marked: str) -> list[Told]:
    """Return the numbers that the marks of a text tell."""
    return [_told(mark[1], mark[2]) for mark in _MARK.finditer(marked)]


def read(text: str, language: str) -> list[Told]:
    """Return the numbers that are found in a text, in the shape of the marks."""
    article = parse_article(text, language=language)
    return [_found(article.text, number) for number in find_numbers(article)]


def misses(marked: str, language: str) -> tuple[list[Told], list[Told]]:
    """Return what is marked and not found, and what is found and not marked."""
    wanted, found = told(marked), read(unmarked(marked), language)
    missed = [number for number in wanted if number not in found]
    return missed, [number for number in found if number not in wanted]


def _told(words: str, mark: str) -> Told:
    value, kind, unit, *_ = [*mark.split(), "count", ""][:3] if " " not in mark else _parts(mark)
    low, ranged, high = value.partition("..")
    ends = (low, high) if ranged else (low, low)
    return words, _value(ends[0]), _value(ends[1]), kind, unit or None


def _parts(mark: str) -> list[str]:
    value, kind, unit = [*mark.split(), ""][:3]
    return [value, kind, unit]


def _value(text: str) -> float | None:
    top, _, bottom = text.partition("/")
    if not top:
        return None
    return round(float(top) / float(bottom or 1), 6)


def _found(text: str, number: Quantity) -> Told:
    ends = [None if end is None else round(end, 6) for end in (number.low, number.high)]
    return text[number.start : number.end], ends[0], ends[1], number.kind, number.unit
