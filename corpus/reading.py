"""File or text -> Article: encoding, front matter, the `date YYYY-MM` header, language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError, ReadingError
from corpus.language import load
from corpus.model import Article, Sentence, SentenceKind
from corpus.sentences import split
from corpus.telling import guess
from corpus.textfile import cleaned, decode, parted, read_bytes

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FIELDS = {"title", "outlet", "date", "language"}


def read_article(path: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a file; ReadingError if it is missing, empty or not text."""
    return parse_bytes(read_bytes(path), language=language, name=str(path), path=str(path))


def parse_bytes(
    data: bytes, *, language: str | None = None, name: str = "the text", path: str | None = None
) -> Article:
    """Make an article of the bytes of a file; `name` is what errors call it."""
    try:
        return _article(decode(data), language, None, None, path)
    except (ReadingError, LanguageError) as error:
        raise type(error)(f"{name}: {error.message}") from error


def parse_article(
    text: str, *, language: str | None = None, title: str | None = None, date: str | None = None
) -> Article:
    """Make an article of a text; `language` is told from the text where it is not given.

    ReadingError for an empty text, a broken front matter or a date that is none.
    """
    return _article(text, language, title, date, None)


def _article(
    text: str, language: str | None, title: str | None, date: str | None, path: str | None
) -> Article:
    front, header, text = parted(cleaned(text))
    known = _front_matter(front)
    if header:
        known.setdefault("date", header)
    date = date or known.get("date")
    if date and not _DATE.fullmatch(date):
        raise ReadingError(f"'{date}' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.")
    code = language or known.get("language") or guess(text)
    sentences = split(text, load(code))
    first = _first(text, sentences)
    named = title or known.get("title") or (first if len(first) <= 90 else first[:89] + "…")
    return Article(text, named, code, sentences, date, known.get("outlet"), path)


def _first(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Give the words that stand for a title: the first unit that belongs to the story."""
    story = (s for s in sentences if s.kind in (SentenceKind.HEADING, SentenceKind.BODY))
    chosen = next(story, sentences[0] if sentences else None)
    found = text[chosen.start : chosen.end] if chosen else text[:80]
    return " ".join(found.lstrip("#–- ").split())


def _front_matter(front: str | None) -> dict[str, str]:
    if front is None:
        return {}
    try:
        table: Any = yaml.load(front, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise ReadingError(f"line {line}: the front matter is not valid YAML.") from error
    if table in (None, ""):
        table = {}
    if not isinstance(table, dict):
        raise ReadingError("line 2: the front matter is not 'name: value' lines.")
    return {k: v for k, v in table.items() if k in _FIELDS and isinstance(v, str) and v.strip()}
