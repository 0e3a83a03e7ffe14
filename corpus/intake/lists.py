"""Lists of articles: JSON, JSON lines and CSV, with a mapping of their names of fields."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.errors import LanguageError, ReadingError
from corpus.intake.document import Document, day, field
from corpus.intake.limits import LARGEST_CONTAINER, bounded
from corpus.languages.tables import load_yaml
from corpus.text.decoding import decode

SHIPPED = Path(__file__).parent / "mappings.yaml"
ENDING = ".map.yaml"
"""Ending of the file that maps the names of fields of the list beside it."""
LONGEST_CELL = 2_000_000
"""Most characters of one cell of a CSV: an article has a few thousand."""

Mapped = Mapping[str, tuple[str, ...]]


def read_list(data: bytes, path: str | None = None) -> Iterator[Document]:
    """Yield the articles of a list; ReadingError where it is none, with the line.

    Names of fields are those of the mapping beside the file, then those of `mappings.yaml`.
    """
    text, _ = decode(bounded(data, LARGEST_CONTAINER))
    mapped = mapping(path)
    for record in _records(text):
        document = _document(record, mapped)
        if document.text.strip():
            yield document


def mapping(path: str | None) -> Mapped:
    """Return the names to look for, for each field of a document; ReadingError if broken."""
    own = Path(path).with_suffix("").with_suffix(ENDING) if path else None
    if own is None or not own.is_file():
        return _shipped()
    try:
        table = load_yaml(own)
    except LanguageError as error:
        raise ReadingError(error.message) from error
    if not isinstance(table, dict):
        raise ReadingError(f"{own}: write lines such as 'text: body'.")
    names = {key: _names(value) for key, value in table.items()}
    return {key: (*names.get(key, ()), *known) for key, known in _shipped().items()}


@lru_cache(maxsize=1)
def _shipped() -> Mapped:
    return {name: tuple(names) for name, names in load_yaml(SHIPPED).items()}


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _records(text: str) -> Iterator[Mapping[str, Any]]:
    begins = text.lstrip()[:1]
    if begins == "[" or (begins == "{" and _one_object(text)):
        yield from _whole(text)
    elif begins == "{":
        yield from _lines(text)
    else:
        yield from _cells(text)


def _one_object(text: str) -> bool:
    """Tell whether the text is one JSON object and no lines of them."""
    first = text.lstrip().partition("\n")[0]
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return True
    return "\n{" not in text


def _whole(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"is broken JSON ({error}); save it again.") from error
    if isinstance(value, dict):
        lists = [item for item in value.values() if isinstance(item, list)]
        value = next((item for item in lists if item and isinstance(item[0], dict)), [value])
    yield from (record for record in value if isinstance(record, dict))


def _lines(text: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ReadingError(f"line {number} is broken JSON; mend or drop it.") from error
            if isinstance(record, dict):
                yield record


def _cells(text: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:4096], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        for row in csv.DictReader(io.StringIO(text), dialect=dialect):
            yield {name: value for name, value in row.items() if isinstance(name, str)}
    except csv.Error as error:
        raise ReadingError(f"is a broken table ({error}); save it again as CSV.") from error


def _document(record: Mapping[str, Any], mapped: Mapped) -> Document:
    plain = {name.casefold(): value for name, value in record.items()}

    def value(key: str) -> object:
        found = (_flat(plain.get(name.casefold())) for name in mapped[key])
        return next((item for item in found if item), None)

    text = value("text")
    return Document(
        text if isinstance(text, str) else "",
        title=field(value("title")),
        outlet=field(value("outlet")),
        author=field(value("author")),
        date=day(value("date")),
        language=field(value("language")),
        address=field(value("address")),
    )


def _flat(value: object) -> object:
    """Return a value as text: paragraphs of a list, or the name of an object."""
    if isinstance(value, list):
        return "\n\n".join(str(item) for item in map(_flat, value) if isinstance(item, str))
    if isinstance(value, dict):
        return value.get("name") or value.get("title") or value.get("text")
    return value
