"""File or text -> Article: encoding, front matter, the `date YYYY-MM` header, language."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError, ReadingError
from corpus.languages.detection import guess
from corpus.languages.tables import load
from corpus.model import Article, Sentence, SentenceKind
from corpus.reading.sentences import split
from corpus.text.decoding import cleaned, decode, parted, read_bytes, within_bounds
from corpus.text.plain_yaml import parse_yaml

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
# The hour, as other programs write it into a front matter: "2022-01-07T12:00:00Z".
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?!\d)")
_FIELDS = {"title", "outlet", "date", "language"}
LONGEST_FRONT = 20_000
"""Maximum characters of a front matter; the longest known has 2,000."""


def read_article(path: str | Path, *, language: str | None = None) -> Article:
    """Return the article in a file; ReadingError if it is missing, empty or not text."""
    return parse_bytes(read_bytes(path), language=language, name=str(path), path=str(path))


def parse_bytes(
    data: bytes, *, language: str | None = None, name: str = "the text", path: str | None = None
) -> Article:
    """Return the article in the bytes of a file; errors call it `name`."""
    try:
        return _article(decode(within_bounds(data)), language, None, None, path)
    except (ReadingError, LanguageError) as error:
        raise type(error)(f"{name}: {error.message}") from error


def parse_article(
    text: str, *, language: str | None = None, title: str | None = None, date: str | None = None
) -> Article:
    """Return the article of a text; without `language` it is determined from the text.

    ReadingError for an empty text, a broken front matter or an invalid date.
    """
    return _article(text, language, title, date, None)


def _article(
    text: str, language: str | None, title: str | None, date: str | None, path: str | None
) -> Article:
    front, header, text = parted(cleaned(text))
    known = _front_matter(front)
    if header:
        known.setdefault("date", header)
    date = _date(date or known.get("date"))
    table = load(language or known.get("language") or guess(text))
    sentences = split(text, table)
    named = _plain(title or "") or known.get("title") or _shortened(_first(text, sentences))
    return Article(text, named, table.code, sentences, date, known.get("outlet"), path)


def _date(date: str | None) -> str | None:
    """Return an ISO date, or the day of an ISO time; ReadingError if it is neither."""
    if not date:
        return None
    if moment := _MOMENT.match(date):
        date = moment.group(1)
    whole = date + "-01-01"[len(date) - 4 :] if _DATE.fullmatch(date) else ""
    try:
        datetime.date.fromisoformat(whole)
    except ValueError as error:
        message = f"'{date[:40]}' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD."
        raise ReadingError(message) from error
    return date


def _plain(value: str) -> str:
    """Return a value of the front matter as one clean line; YAML escapes can hold any character."""
    return " ".join(cleaned(value).split())


def _shortened(name: str) -> str:
    return name if len(name) <= 90 else name[:89] + "…"


def _first(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Return the text used as a title if there is none: the first heading or body sentence."""
    story = (s for s in sentences if s.kind in (SentenceKind.HEADING, SentenceKind.BODY))
    chosen = next(story, sentences[0] if sentences else None)
    first = text[chosen.start : chosen.end] if chosen else text[:80]
    return " ".join(first.lstrip("#–- ").split())


def _front_matter(front: str | None) -> dict[str, str]:
    if front is None:
        return {}
    if len(front) > LONGEST_FRONT:
        raise ReadingError(f"line 1: the front matter is longer than {LONGEST_FRONT} characters.")
    try:
        table: Any = parse_yaml(front)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, front.count("\n")) + 2 if mark else 1
        wrong = "the front matter is not valid YAML"
        if isinstance(error, yaml.constructor.ConstructorError):
            wrong = f"{error.problem} in the front matter"
        message = f"line {line}: {wrong}; write 'name: value' lines."
        raise ReadingError(message) from error
    if table in (None, ""):
        table = {}
    if not isinstance(table, dict):
        raise ReadingError("line 2: the front matter is not 'name: value' lines.")
    plain = {k: _plain(v) for k, v in table.items() if k in _FIELDS and isinstance(v, str)}
    return {name: value for name, value in plain.items() if value}
