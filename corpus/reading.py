"""File or text -> Article: encoding, front matter, the `date YYYY-MM` header, language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import LanguageError, ReadingError
from corpus.language import guess, load
from corpus.model import Article, Sentence, SentenceKind
from corpus.sentences import split

_HEADER = re.compile(r"\s*date (\d{4}(?:-\d{2}){0,2})[ \t]+(?=\S)")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
# C0 and C1 controls, line separators, and the marks that turn the direction of a terminal's line.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_ODD = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufffd]")
MOST_ODD = 8
"""So many control characters are taken out of any text; more of them, and one in 50, is no text."""
_FIELDS = {"title", "outlet", "date", "language"}


def read_article(path: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a file; ReadingError if it is missing, empty or not text."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        what = "a folder, not a file" if isinstance(error, IsADirectoryError) else error.strerror
        raise ReadingError(f"{path}: {what or error}; name a text file.") from error
    return parse_bytes(data, language=language, name=str(path), path=str(path))


def parse_bytes(
    data: bytes, *, language: str | None = None, name: str = "the text", path: str | None = None
) -> Article:
    """Make an article of the bytes of a file; `name` is what errors call it."""
    try:
        return _article(_decode(data), language, None, None, path)
    except (ReadingError, LanguageError) as error:
        raise type(error)(f"{name}: {error.message}") from error


def parse_article(
    text: str, *, language: str | None = None, title: str | None = None, date: str | None = None
) -> Article:
    """Make an article of a text; `language` is told from the text where it is not given.

    ReadingError for an empty text, a broken front matter or a date that is none.
    """
    return _article(text, language, title, date, None)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in data[:65536]:
        raise ReadingError("is not text (it holds null bytes); name a text file.")
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise ReadingError("is not whole UTF-16; save it again as UTF-8.") from error
        text = data.decode("cp1252", errors="replace")
    sample = text[:65536]
    odd = len(_ODD.findall(sample))
    if odd > MOST_ODD and odd * 50 > len(sample):
        raise ReadingError("is not text (it holds too many control characters).")
    return text


def _article(
    text: str, language: str | None, title: str | None, date: str | None, path: str | None
) -> Article:
    text = _CONTROL.sub("", re.sub(r"\r\n?", "\n", text).replace("\t", " ").replace("\x0b", "\n"))
    text = (
        "".join(c if not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text)
        if _lone(text)
        else text
    )
    known, text = _front_matter(text)
    header = _HEADER.match(text)
    if header:
        known.setdefault("date", header.group(1))
        text = text[header.end() :]
    text = text.strip()
    if not text:
        raise ReadingError("holds no text.")
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


def _lone(text: str) -> bool:
    return re.search("[\ud800-\udfff]", text) is not None


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if not found:
        return {}, text
    try:
        table: Any = yaml.load(found.group(1), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise ReadingError(f"line {line}: the front matter is not valid YAML.") from error
    if table in (None, ""):
        table = {}
    if not isinstance(table, dict):
        raise ReadingError("line 2: the front matter is not 'name: value' lines.")
    known = {k: v for k, v in table.items() if k in _FIELDS and isinstance(v, str) and v.strip()}
    return known, text[found.end() :]
