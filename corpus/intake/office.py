"""Word and OpenDocument files: their paragraphs, and the title and date they carry."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from corpus.intake.document import Document, day, field
from corpus.intake.limits import member, unzipped
from corpus.intake.xml import local, parse, walk

_BREAKS = frozenset({"tab", "br", "cr", "s", "line-break"})
_PARAGRAPHS = frozenset({"p", "h"})
_SIDE = frozenset({"annotation", "note", "tracked-changes", "sequence-decls", "forms"})


def read_docx(data: bytes) -> Document:
    """Return the article of a Word file; ReadingError where it is broken."""
    with unzipped(data) as archive:
        body = parse(member(archive, "word/document.xml"))
        names = set(archive.namelist())
        core = parse(member(archive, "docProps/core.xml")) if "docProps/core.xml" in names else None
    paragraphs = [_word_text(paragraph) for paragraph in walk(body, frozenset({"p"}))]
    return _document(paragraphs, core)


def read_odt(data: bytes) -> Document:
    """Return the article of an OpenDocument text; ReadingError where it is broken."""
    with unzipped(data) as archive:
        content = parse(member(archive, "content.xml"))
        meta = parse(member(archive, "meta.xml")) if "meta.xml" in archive.namelist() else None
    body = next(walk(content, frozenset({"body"})), content)
    paragraphs = [_open_text(paragraph) for paragraph in walk(body, _PARAGRAPHS)]
    return _document(paragraphs, meta)


def _document(paragraphs: list[str], meta: Element | None) -> Document:
    lines = [" ".join(paragraph.split()) for paragraph in paragraphs]
    facts = {local(e): e.text for e in meta.iter()} if meta is not None else {}
    date = day(facts.get("created")) or day(facts.get("creation-date")) or day(facts.get("date"))
    title = field(facts.get("title"))
    author = field(facts.get("creator")) or field(facts.get("initial-creator"))
    text = "\n\n".join(line for line in lines if line)
    return Document(text, title=title, author=author, date=date)


def _word_text(paragraph: Element) -> str:
    """Return the words of a Word paragraph; deleted text of a tracked change is left out."""
    parts = []
    for element in paragraph.iter():
        name = local(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in _BREAKS:
            parts.append(" ")
    return "".join(parts)


def _open_text(element: Element) -> str:
    """Return the words of an OpenDocument paragraph without its notes and comments."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name in _BREAKS:
            parts.append(" ")
        elif name not in _SIDE:
            parts.append(_open_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
