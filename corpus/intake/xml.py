"""XML of documents, read without entities and without anything from outside."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from corpus.errors import ReadingError


def parse(data: bytes) -> Element:
    """Return the root of an XML document; ReadingError if broken or if it declares entities.

    No document of the forms read here needs a document type, and one is what bombs are made of.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refused
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise ReadingError("holds broken XML; save it again.") from error


def _refused(*_: object) -> None:
    raise ReadingError("declares a document type, which is not read; save it again.")


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def walk(element: Element, names: frozenset[str]) -> Iterator[Element]:
    """Yield the outermost elements of these names, in order."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        if local(current) in names:
            yield current
        else:
            waiting.extend(reversed(list(current)))
