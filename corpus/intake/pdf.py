"""PDF by pypdf: columns in order, running heads and page numbers left out, parted words joined."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import Any

from corpus.errors import ReadingError
from corpus.intake.document import Document, field
from corpus.intake.limits import bounded

EXTRA = "pipx install 'abreast[pdf]'"
MOST_PAGES = 300
"""Pages that are read; an article has a few, a book is no article."""
EDGE = 2
"""Lines at the top and at the foot of a page that may be a running head."""
REPEATED = 0.5
"""From this share of the pages on, a line at an edge (figures apart) is a running head."""
SHORT = 0.75
"""A line that ends a sentence below this share of the column's width ends a paragraph."""
_NUMBER = re.compile(
    r"(?:[Ss]ide|[Ss]ida|[Pp]age)?\s*[-–]?\s*\d{1,4}(?:\s*(?:/|av|of|af)\s*\d+)?\s*[-–]?"
)
_PARTED = re.compile(r"(\w)[-\u00ad]$")


def read_pdf(data: bytes) -> Document:
    """Return the article of a PDF; ReadingError where pypdf is missing or it holds no text."""
    try:
        from pypdf import PdfReader  # late: for PDFs alone
    except ImportError as error:
        raise ReadingError(f"is a PDF; to read them: {EXTRA}") from error
    try:
        reader = PdfReader(BytesIO(bounded(data)), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError("is a PDF locked with a password; save it without one.")
        pages = [_lines(page) for page in list(reader.pages)[:MOST_PAGES]]
        meta: Any = reader.metadata
    except ReadingError:
        raise
    except Exception as error:  # a broken PDF raises nearly anything in pypdf
        raise ReadingError("is a broken PDF; save it again.") from error
    text = "\n\n".join(_paragraphs(_without_heads(pages)))
    if not text:
        raise ReadingError("is a PDF that holds no text (a scan?); run text recognition on it.")
    return Document(text, title=_title(meta), author=_attribute(meta, "author"), date=_date(meta))


def _lines(page: Any) -> list[str]:
    return [line.rstrip() for line in str(page.extract_text() or "").split("\n")]


def _without_heads(pages: list[list[str]]) -> list[str]:
    """Return the lines of all pages without page numbers and lines repeated at the edges."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in _edge(lines)} if key)
    heads = {key for key, n in edges.items() if len(pages) > 1 and n >= REPEATED * len(pages) > 1}
    out: list[str] = []
    for lines in pages:
        edge = {id(line) for line in _edge(lines)}
        out += [
            line
            for line in lines
            if id(line) not in edge or not (_key(line) in heads or _NUMBER.fullmatch(line.strip()))
        ]
    return out


def _edge(lines: list[str]) -> list[str]:
    full = [line for line in lines if line.strip()]
    return full[:EDGE] + full[EDGE:][-EDGE:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _paragraphs(lines: list[str]) -> list[str]:
    """Return the paragraphs: lines joined up to an empty one or a short last one."""
    full = sorted(len(line) for line in lines if line.strip())
    width = full[len(full) * 3 // 4] if full else 0
    out, current = [], ""
    for line in [*lines, ""]:
        line = line.strip()
        ends = not line
        if line:
            joined = _PARTED.search(current)
            lower = line[:1].islower()
            current = current[:-1] + line if joined and lower else f"{current} {line}".strip()
            ends = len(line) < SHORT * width and line[-1:] in '.!?»”"'
        if ends and current:
            out.append(" ".join(current.split()))
            current = ""
    return out


def _attribute(meta: Any, name: str) -> str | None:
    try:
        return field(getattr(meta, name, None))
    except Exception:  # metadata of a broken PDF
        return None


def _title(meta: Any) -> str | None:
    title = _attribute(meta, "title")
    return (
        None if title and re.search(r"\.(?:docx?|indd|pdf|odt)$|^Microsoft Word", title) else title
    )


def _date(meta: Any) -> str | None:
    try:
        return str(meta.creation_date.date().isoformat())
    except Exception:  # none, or one that is no date
        return None
