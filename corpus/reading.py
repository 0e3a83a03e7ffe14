"""File or text -> Article: encoding, front matter, the `date YYYY-MM` header, language."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import ReadingError
from corpus.language import guess, load
from corpus.model import Article
from corpus.sentences import split


def read_article(path: str | Path, *, language: str | None = None) -> Article:
    """Read an article from a file; ReadingError if it is missing, empty or not text."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"{path}: {error}.") from error
    return parse_article(text, language=language)


def parse_article(
    text: str, *, language: str | None = None, title: str | None = None, date: str | None = None
) -> Article:
    """Make an article of a text; `language` is told from the text where it is not given."""
    header = re.match(r"\s*date (\d{4}-\d{2})\s+", text)
    if header:
        date = date or header.group(1)
        text = text[header.end() :]
    code = language or guess(text)
    first = text.strip().split("\n", 1)[0]
    return Article(text, title or first[:80], code, split(text, load(code)), date=date)
