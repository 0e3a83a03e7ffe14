"""File or text -> Article: encoding, front matter, the `date YYYY-MM` header, language."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from corpus.errors import LanguageError, ReadingError
from corpus.languages.detection import guess
from corpus.languages.tables import load
from corpus.model import Article, Sentence, SentenceKind
from corpus.reading.sentences import split
from corpus.reading.unit_kinds import LONGEST
from corpus.text.decoding import decode, read_bytes, within_bounds
from corpus.text.front_matter import read_front_matter
from corpus.text.noise import noisy
from corpus.text.paragraphs import paragraphs
from corpus.text.repair import Body, body, mended_line

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
# The hour, as other programs write it into a front matter: "2022-01-07T12:00:00Z".
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?!\d)")
_FIELDS = {"title", "outlet", "date", "language"}


def read_article(path: str | Path, *, language: str | None = None) -> Article:
    """Return the article in a file; ReadingError if it is missing, empty or not text."""
    return parse_bytes(read_bytes(path), language=language, name=str(path), path=str(path))


def parse_bytes(
    data: bytes, *, language: str | None = None, name: str = "the text", path: str | None = None
) -> Article:
    """Return the article in the bytes of a file; errors call it `name`."""
    try:
        return _article(body(*decode(within_bounds(data))), language, None, None, path)
    except (ReadingError, LanguageError) as error:
        raise type(error)(f"{name}: {error.message}") from error


def parse_article(
    text: str, *, language: str | None = None, title: str | None = None, date: str | None = None
) -> Article:
    """Return the article of a text; without `language` it is determined from the text.

    ReadingError for an empty text, a broken front matter or an invalid date.
    """
    return _article(body(text), language, title, date, None)


def _article(
    source: Body, language: str | None, title: str | None, date: str | None, path: str | None
) -> Article:
    text, known = source.text, _front_matter(source.front)
    if source.date:
        known.setdefault("date", source.date)
    date = _date(date or known.get("date"))
    table = load(language or known.get("language") or guess(text))
    sentences = split(text, table)
    named = mended_line(title or "") or known.get("title") or _shortened(_first(text, sentences))
    notes = tuple(note for note in (source.note, _noise_note(text, sentences)) if note)
    details = tuple((name, value) for name, value in known.items() if name not in _FIELDS)
    outlet = known.get("outlet")
    return Article(text, named, table.code, sentences, date, outlet, path, notes, details)


def _noise_note(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Return the sentence about passages that are shown but not read, "" if there are none."""
    furniture = [s for s in sentences if s.kind is SentenceKind.FURNITURE]
    if len(furniture) < len(sentences) and all(s.end - s.start <= LONGEST for s in furniture):
        return ""
    flags = noisy(text, list(paragraphs(text)))
    if all(flags):
        return "This text is no language; it is shown and not read."
    count = sum(flags)
    if not count:
        return ""
    what = "passage is no language; it is" if count == 1 else "passages are no language; they are"
    return f"{count} {what} shown and not read."


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


def _shortened(name: str) -> str:
    return name if len(name) <= 90 else name[:89] + "…"


def _first(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Return the text used as a title if there is none: the first heading or body sentence."""
    story = (s for s in sentences if s.kind in (SentenceKind.HEADING, SentenceKind.BODY))
    chosen = next(story, sentences[0] if sentences else None)
    first = text[chosen.start : chosen.end] if chosen else text[:80]
    return " ".join(first.lstrip("#–- ").split())


def _front_matter(front: str | None) -> dict[str, str]:
    """Return the values of a front matter, each on one clean line: YAML can escape any sign."""
    values = read_front_matter(front) if front else {}
    clean = ((mended_line(name), mended_line(value)) for name, value in values.items())
    return {name: value for name, value in clean if name and value}
