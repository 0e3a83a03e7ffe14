"""A document as it was taken in: its text, and what is known of where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.errors import ReadingError
from corpus.model import Article
from corpus.reading.articles import parse_article
from corpus.text.decoding import cleaned

LONGEST_FIELD = 500
"""Most characters of a title, outlet, author or address; the rest is cut off."""
WEB = "pipx install 'abreast[web]'"
"""How to get the reader of pages that leaves menus and other stories out."""
ROUGH = f"Read roughly: menus or other stories may stand in the text; to leave them out: {WEB}"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one article, its paragraphs apart by an empty line, and what is known of it.

    `date` is an ISO day, or None. `rough` says that menus or other stories may stand in the text.
    `source` is the page or file as it came, where it is worth keeping beside the text.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    address: str | None = None
    rough: bool = False
    source: bytes | None = None

    def article(self, *, language: str | None = None, path: str | None = None) -> Article:
        """Return the article of this document; ReadingError where it holds no text."""
        text = self.text.strip()
        if not text:
            raise ReadingError("holds no text; name a file with an article in it.")
        # An empty front matter, so that a text that begins with a line of dashes has none.
        article = parse_article(
            f"---\n---\n{text}", language=language or self._tag(), title=self.title, date=self.date
        )
        notes = (*article.notes, ROUGH) if self.rough else article.notes
        known = {"author": self.author, "address": self.address}
        details = tuple((name, value) for name, value in known.items() if value)
        return replace(article, outlet=self.outlet, path=path, notes=notes, details=details)

    def _tag(self) -> str | None:
        """Return the language as a tag, None where it is none ("en_US" is "en-US")."""
        tag = (self.language or "").replace("_", "-").strip()
        return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else None


def field(value: object) -> str | None:
    """Return a field on one line without control signs, None where nothing is left of it."""
    if not isinstance(value, str):
        return None
    line = " ".join(cleaned(value).split())
    return line[:LONGEST_FIELD] or None


def day(value: object) -> str | None:
    """Return the ISO day a value begins with ("2022-01-07T12:00Z"), None where it has none."""
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    return found.group() if found else None
