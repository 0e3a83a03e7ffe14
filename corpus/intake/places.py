"""The front door: what the user named (a file, an address, a part of a container) -> Article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import CorpusError, LanguageError, ReadingError
from corpus.intake.document import Document
from corpus.intake.forms import MANY, SAMPLE, Form, form_of, is_address
from corpus.model import Article
from corpus.reading.articles import parse_bytes
from corpus.text.decoding import read_bytes

_Read = TypeVar("_Read", Article, Document)

PART = "#"
"""Stands between a container and the number of an article in it: `mails.mbox#3`."""
# Module and function of each form; imported when a file of that form is met, since together they
# take as long to import as everything else that a plain text needs.
_ONE = {
    Form.HTML: ("html", "read_html"),
    Form.MHTML: ("mail", "read_mhtml"),
    Form.PDF: ("pdf", "read_pdf"),
    Form.DOCX: ("office", "read_docx"),
    Form.ODT: ("office", "read_odt"),
    Form.EPUB: ("epub", "read_epub"),
    Form.RTF: ("rtf", "read_rtf"),
    Form.MAIL: ("mail", "read_mail"),
}
_MANY = {
    Form.MAILBOX: ("mail", "read_mailbox"),
    Form.FEED: ("feeds", "read_feed"),
    Form.WARC: ("warc", "read_warc"),
}


def read_article(place: str | Path, *, language: str | None = None) -> Article:
    """Read an article in any form from a file or an address; ReadingError where it cannot be.

    A container must be named with the number of the article (`mails.mbox#3`), unless it holds one.
    """
    name = str(place)
    if is_address(name):
        return _named(lambda: _fetched(name, language), name)
    path, number = part_of(name)
    data = read_bytes(path)
    if number is None:
        return read_data(data, language=language, name=name, path=name)
    found = _named(lambda: _numbered(data, path, number), name)
    return _named(lambda: found.article(language=language, path=name), name)


def read_data(
    data: bytes, *, language: str | None = None, name: str = "the text", path: str | None = None
) -> Article:
    """Return the article in some bytes; `name` is what errors call them and tells their form."""
    form = form_of(data, name)
    if form is Form.TEXT:
        return parse_bytes(data, language=language, name=name, path=path)
    return _named(lambda: document(data, name).article(language=language, path=path), name)


def document(data: bytes, name: str = "") -> Document:
    """Return the one document in some bytes; ReadingError if there are several."""
    form = form_of(data, name)
    if form is Form.TEXT:
        return _text(data)
    if form in _ONE:
        found: Document = _reader(*_ONE[form])(data)
        return found
    several = list(documents(data, name))
    if len(several) != 1:
        raise ReadingError(_several(len(several), name))
    return several[0]


def _text(data: bytes) -> Document:
    """Return a plain text as a document, with what its front matter says."""
    article = parse_bytes(data)
    return Document(
        article.text,
        title=article.title,
        outlet=article.outlet,
        date=article.date,
        language=article.language,
    )


def documents(data: bytes, name: str = "") -> Iterator[Document]:
    """Yield the documents of a container, or the one document of another form."""
    form = form_of(data, name)
    if form is Form.LIST:
        beside = name if name and Path(name).is_file() else None
        yield from _reader("lists", "read_list")(data, beside)
    elif form in _MANY:
        yield from _reader(*_MANY[form])(data)
    else:
        yield document(data, name)


def is_container(path: Path) -> bool:
    """Tell whether a file holds many articles, from its first bytes and its name."""
    try:
        with path.open("rb") as file:
            return form_of(file.read(SAMPLE), path.name) in MANY
    except (OSError, ValueError):
        return False


def part_of(name: str) -> tuple[str, int | None]:
    """Return the file and the number in it that a name means (`mails.mbox#3`); None without one."""
    path, mark, number = name.rpartition(PART)
    if mark and number.isascii() and number.isdigit() and not Path(name).exists():
        return path, int(number)
    return name, None


def _reader(module: str, function: str) -> Callable[..., Any]:
    reader: Callable[..., Any] = getattr(import_module(f"corpus.intake.{module}"), function)
    return reader


def _fetched(address: str, language: str | None) -> Article:
    from corpus.intake.fetching import fetch

    page = fetch(address)
    found = document(page.data, page.address)
    return found.article(language=language, path=address)


def _numbered(data: bytes, path: str, number: int) -> Document:
    for index, found in enumerate(documents(data, path), 1):
        if index == number:
            return found
    raise ReadingError(f"holds no article number {number}.")


def _several(count: int, name: str) -> str:
    if not count:
        return "holds no article with a text."
    return f"holds {count} articles; open it like a folder, or name one: {name}{PART}1."


def _named(read: Callable[[], _Read], name: str) -> _Read:
    """Return what is read, an error in it naming its place."""
    try:
        return read()
    except (ReadingError, LanguageError) as error:
        told = error.message
        raise type(error)(told if told.startswith(name) else f"{name}: {told}") from error
    except CorpusError:
        raise
    except RecursionError as error:
        raise ReadingError(f"{name}: is nested too deeply to be an article.") from error
