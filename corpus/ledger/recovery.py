"""What can still be read of a damaged notebook goes into the new one; the old file is kept."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from corpus.errors import NotebookError
from corpus.ledger.queries import put_bookmark, put_link
from corpus.ledger.records import Bookmark, HandLink, bookmark_from, hand_link_from

_Record = TypeVar("_Record", Bookmark, HandLink)


def salvage(kept: Path, db: sqlite3.Connection) -> int:
    """Put the sound records of the file `kept` into an open notebook; give how many there are."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "notebook"
        for tail in ("", "-wal"):  # read as a copy: SQLite mends what it opens
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{kept}{tail}", f"{copy}{tail}")
        with closing(sqlite3.connect(copy)) as old:
            old.text_factory = bytes
            bookmarks = list(_sound(old, "bookmarks", bookmark_from))
            links = list(_sound(old, "links", hand_link_from))
    db.execute("BEGIN IMMEDIATE")
    for bookmark in bookmarks:
        put_bookmark(db, bookmark)
    for link in links:
        put_link(db, link)
    db.execute("COMMIT")
    return len(bookmarks) + len(links)


def _sound(
    db: sqlite3.Connection, table: str, read: Callable[[object], _Record]
) -> Iterator[_Record]:
    """Yield the records of a table, as far as it can be walked, that are whole."""
    with suppress(sqlite3.Error, ValueError):
        for (record,) in db.execute(f"SELECT record FROM {table}"):
            with suppress(NotebookError, ValueError, TypeError, RecursionError):
                yield read(json.loads(record))
