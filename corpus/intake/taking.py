"""What was read is kept: a text with what is known of it above, and the page or file beside it."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CorpusError, ReadingError
from corpus.intake.document import Document
from corpus.intake.forms import is_address
from corpus.intake.places import documents, part_of
from corpus.text.decoding import read_bytes
from corpus.text.files import write_whole

SOURCE = ".source"
"""Stands before the ending of a kept page (`fire.source.html`), which is no article of its own."""
LONGEST_NAME = 60
"""Most characters of a file's name made from a title."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One article that was taken: its file, and whether it lay there already."""

    path: Path
    known: bool = False


def take(place: str, folder: Path, *, again: bool = False) -> Iterator[Taken]:
    """Keep what a place holds as files of a folder, and yield each of them.

    An article that lies there already is not taken again, and its address not fetched again, unless
    `again` is set: then what has changed is kept under a name of its own. ReadingError as of
    `read_article`, and where the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = _kept(folder)
        address = place if is_address(place) else None
        if address and not again and address in kept:
            yield Taken(kept[address], known=True)
            return
        for found in _read(place):
            yield _stored(found, folder, kept, again)
    except OSError as error:
        where = error.filename or folder
        raise ReadingError(f"{where}: {error.strerror or error}; name another folder.") from error


def take_all(
    places: Iterable[str], folder: Path, *, again: bool = False
) -> Iterator[Taken | CorpusError]:
    """Take several places; one that cannot be read yields its error, and the rest goes on."""
    for place in places:
        try:
            yield from take(place, folder, again=again)
        except CorpusError as error:
            yield error


def _read(place: str) -> Iterator[Document]:
    if is_address(place):
        from corpus.intake.fetching import fetch

        page = fetch(place)
        for found in documents(page.data, page.address):
            # The address that was asked for is the one that is known the next time.
            yield replace(found, address=found.address or place, source=page.data)
        return
    path, number = part_of(place)
    for index, found in enumerate(documents(read_bytes(path), path), 1):
        if number in (None, index):
            yield found


def _stored(found: Document, folder: Path, kept: dict[str, Path], again: bool) -> Taken:
    mark = _fingerprint(found.text)
    known = kept.get(mark) or (None if again else kept.get(found.address or ""))
    if known is not None:
        return Taken(known, known=True)
    path = _free(folder, _name(found))
    write_whole(path, _with_front(found, mark).encode())
    if found.source:
        write_whole(path.with_name(f"{path.stem}{SOURCE}.html"), found.source)
    kept[mark] = path
    if found.address:
        kept[found.address] = path
    return Taken(path)


def _with_front(found: Document, mark: str) -> str:
    """Return the text with what is known above it; values are quoted as JSON, which YAML reads."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    facts = {
        "title": found.title, "outlet": found.outlet, "author": found.author, "date": found.date,
        "language": found.language, "address": found.address, "taken": now, "text_sha256": mark,
        "source_sha256": found.source and hashlib.sha256(found.source).hexdigest(),
    }  # fmt: skip
    lines = [f"{name}: {_quoted(value)}" for name, value in facts.items() if value]
    return "\n".join(["---", *lines, "---", "", found.text.strip(), ""])


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _kept(folder: Path) -> dict[str, Path]:
    """Return the files of a folder by the fingerprint and the address above their texts."""
    kept: dict[str, Path] = {}
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(4096)
        for name, value in re.findall(r'^(text_sha256|address): "(.*)"$', head, re.MULTILINE):
            kept[value if name == "text_sha256" else json.loads(f'"{value}"')] = path
    return kept


def _name(found: Document) -> str:
    """Return a name for the file of a document: its day and the words of its title.

    >>> _name(Document("...", title="Brann på Åsen!", date="2024-03-02"))
    '2024-03-02-brann-på-åsen'
    """
    words = unicodedata.normalize("NFC", found.title or "article").casefold()
    slug = re.sub(r"[\W_]+", "-", words).strip("-")[:LONGEST_NAME].rstrip("-")
    return "-".join(filter(None, [found.date, slug or "article"]))


def _free(folder: Path, name: str) -> Path:
    """Return a path of this name that is not there yet: `name.txt`, `name-2.txt` and so on."""
    path, number = folder / f"{name}.txt", 2
    while path.exists():
        path, number = folder / f"{name}-{number}.txt", number + 1
    return path
