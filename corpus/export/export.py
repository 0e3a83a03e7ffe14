"""The front door of exports: bookmarks in a format, a file written whole or not at all, imports."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from corpus.errors import ExportError
from corpus.export.html import page
from corpus.export.readable import comma_separated, markdown
from corpus.export.records import own_json, read_own, web_annotations
from corpus.export.tei import tei
from corpus.ledger.records import Bookmark, HandLink
from corpus.model import Comparison

FORMATS = ("md", "csv", "json", "jsonld", "html", "tei")
"""The formats by name; `json` is the one that is read back without loss."""

SUFFIXES = {"md": ".md", "csv": ".csv", "json": ".json", "jsonld": ".jsonld", "html": ".html"}
"""The ending of a file in each format; TEI is `.xml`."""


def export(
    bookmarks: Sequence[Bookmark],
    comparison: Comparison | None = None,
    format: str = "md",
    *,
    links: Sequence[HandLink] = (),
) -> str:
    """Give bookmarks as text in one of FORMATS; ExportError for another one.

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
    """Give the ending that a file in this format bears."""
    return SUFFIXES.get(format, ".xml")


def write(path: str | Path, text: str, overwrite: bool = False) -> Path:
    """Write a file so that it is there whole or not at all, also when the machine stops.

    ExportError if it exists and `overwrite` is not set, or if it cannot be written. A device or
    pipe (`/dev/stdout`) is written to as it is.
    """
    path = Path(path)
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.is_dir():
            raise ExportError(f"{path} is a folder; name a file in it.")
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe: nothing there can be put in its place
            return path
        if overwrite:
            path = path.resolve()  # of a link, what it leads to is replaced
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _grant(Path(name), path)
            _place(Path(name), path, overwrite)
        finally:
            with suppress(FileNotFoundError):
                Path(name).unlink()
        _settle(path.parent)
    except FileExistsError as error:
        raise ExportError(f"{path} is there already; it is kept as it was.") from error
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}; name another file.") from error
    return path


def read(path: str | Path) -> tuple[tuple[Bookmark, ...], tuple[HandLink, ...]]:
    """Read a ledger in our own JSON from a file; ExportError says what is wrong with it."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}; name another file.") from error
    except UnicodeDecodeError as error:
        raise ExportError(f"{path}: this is not UTF-8 text.") from error
    try:
        return read_own(text)
    except ExportError as error:
        raise ExportError(f"{path}: {error.message}") from error


def _place(new: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        new.replace(path)
        return
    try:
        path.hardlink_to(new)  # fails where the name is taken, with no moment in between
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(str(path)) from None
        new.rename(path)


def _grant(new: Path, path: Path) -> None:
    """Give the new file the rights of the old one, or those that a new file gets."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(OSError):
        new.chmod(mode)


def _settle(folder: Path) -> None:
    """Put the folder's entry on the disk too; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
