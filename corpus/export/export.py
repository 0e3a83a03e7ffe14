"""The front door of exports: bookmarks in a format, a file written whole or not at all, imports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.errors import ExportError
from corpus.export.html import page
from corpus.export.readable import comma_separated, markdown
from corpus.export.records import own_json, read_own, web_annotations
from corpus.export.tei import tei
from corpus.ledger.records import Bookmark, HandLink
from corpus.model import Comparison
from corpus.text.files import read_up_to, write_whole
from corpus.text.terminal_text import ACTING

FORMATS = ("md", "csv", "json", "jsonld", "html", "tei")
"""The formats by name; `json` is the one that is read back without loss."""

LARGEST = 256 << 20
"""Most bytes of a ledger that is taken in: some 200,000 bookmarks."""

SUFFIXES = {"md": ".md", "csv": ".csv", "json": ".json", "jsonld": ".jsonld", "html": ".html"}
"""The ending of a file in each format; TEI is `.xml`."""


def export(
    bookmarks: Sequence[Bookmark],
    comparison: Comparison | None = None,
    format: str = "md",
    *,
    links: Sequence[HandLink] = (),
) -> str:
    """Return bookmarks as text in one of FORMATS; ExportError for another one.

    `comparison` is the pair they belong to, where there is one: Markdown then tells the values and
    sources that were read, HTML and TEI hold both articles with their links. `links` go into JSON.
    """
    match format:
        case "md":
            return markdown(bookmarks, comparison)
        case "csv":
            return comma_separated(bookmarks)
        case "json":
            return own_json(bookmarks, links)
        case "jsonld":
            return web_annotations(bookmarks)
        case "html":
            return page(bookmarks, comparison)
        case "tei":
            return tei(bookmarks, comparison)
    raise ExportError(f"'{format}' is not a format; known are {', '.join(FORMATS)}.")


def suffix(format: str) -> str:
    """Return the ending that a file in this format bears."""
    return SUFFIXES.get(format, ".xml")


def write(
    path: str | Path, text: str, overwrite: bool = False, protected: Iterable[str | Path] = ()
) -> Path:
    """Write a file whole or not at all and return its path.

    ExportError if it exists and `overwrite` is not set, if it cannot be written, if its name holds
    control characters, or if it is one of the `protected` files, by whatever name.
    """
    path = Path(path)
    if ACTING.search(path.name) or {*"\t\n"} & {*path.name}:
        raise ExportError(f"{path} holds signs that nobody sees; name another file.")
    try:
        if any(_same(path, other) for other in protected):
            raise ExportError(f"{path} is what this ledger is made from; name another file.")
        if path.is_dir():
            raise ExportError(f"{path} is a folder; name a file in it.")
        write_whole(path, text.encode("utf-8", "backslashreplace"), overwrite=overwrite)
    except FileExistsError as error:
        raise ExportError(f"{path} is there already; it is kept as it was.") from error
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}; name another file.") from error
    return path.resolve() if overwrite and path.is_file() else path


def _same(path: Path, other: str | Path) -> bool:
    """Return whether two names lead to one file: by links, another folder, another case."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def read(path: str | Path) -> tuple[tuple[Bookmark, ...], tuple[HandLink, ...]]:
    """Read a ledger in our own JSON from a file; ExportError says what is wrong with it."""
    try:
        data = read_up_to(Path(path), LARGEST + 1)
        if len(data) > LARGEST:
            raise ExportError(f"{path} is over {LARGEST >> 20} MB; name another file.")
        text = data.decode("utf-8")
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}; name another file.") from error
    except UnicodeDecodeError as error:
        raise ExportError(f"{path}: this is not UTF-8 text.") from error
    except ValueError as error:
        raise ExportError(f"{path} is no name of a file.") from error
    try:
        return read_own(text)
    except ExportError as error:
        raise ExportError(f"{path}: {error.message}") from error
