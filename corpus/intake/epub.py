"""EPUB: the text of its chapters in their order of reading."""

from __future__ import annotations

import posixpath
import zipfile
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from corpus.errors import ReadingError
from corpus.intake.document import Document, day, field
from corpus.intake.html import decoded
from corpus.intake.limits import member, unzipped
from corpus.intake.rough_html import read_page
from corpus.intake.xml import local, parse


def read_epub(data: bytes) -> Document:
    """Return the text of an EPUB as one document; ReadingError where it is broken."""
    with unzipped(data) as archive:
        container = parse(member(archive, "META-INF/container.xml"))
        paths = [e.get("full-path") for e in container.iter() if local(e) == "rootfile"]
        if not paths or not paths[0]:
            raise ReadingError("is an EPUB without its list of parts; save it again.")
        package = parse(member(archive, paths[0]))
        facts = {local(e): e.text for e in package.iter() if local(e) in _FACTS}
        pages = [_page(archive, name) for name in _spine(package, paths[0])]
    return Document(
        "\n\n".join(page for page in pages if page),
        title=field(facts.get("title")),
        outlet=field(facts.get("publisher")),
        author=field(facts.get("creator")),
        date=day(facts.get("date")),
        language=field(facts.get("language")),
    )


_FACTS = frozenset({"title", "publisher", "creator", "date", "language"})


def _spine(package: Element, path: str) -> list[str]:
    """Return the names of the pages inside the container, in the order of reading."""
    elements = list(package.iter())
    items = {e.get("id"): e.get("href", "") for e in elements if local(e) == "item"}
    order = [items.get(e.get("idref"), "") for e in elements if local(e) == "itemref"]
    folder = posixpath.dirname(path)
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in order if href]


def _page(archive: zipfile.ZipFile, name: str) -> str:
    page = read_page(decoded(member(archive, name)))
    heading = [page.heading] if page.heading else []
    return "\n\n".join([*heading, *page.paragraphs])
