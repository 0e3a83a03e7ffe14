"""The file of a notebook: where it lies, opening it safely, setting a damaged one aside."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from corpus.errors import NotebookError
from corpus.ledger import migrations
from corpus.ledger.queries import put_bookmark, put_link
from corpus.ledger.records import Bookmark, HandLink, bookmark_from, hand_link_from

BUSY = 5.0
"""Seconds to wait for another reader that is writing."""

_AGAIN = "close all readers and open it again, it will be set aside."
_BROKEN = (UnicodeDecodeError, json.JSONDecodeError)
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


_ABOUT = ("path", "outlet", "date")
_TYPES = {
    "text": ("id", "created", "changed", "reason", "judgement", "note", "action",
             *(f"{side}.{name}" for side in "ab" for name in ("quote", "prefix", "suffix")),
             *(f"{side}.article.{name}" for side in "ab" for name in ("hash", "title"))),
    "text|null": ("kind", "verdict",
                  *(f"{side}.article.{name}" for side in "ab" for name in _ABOUT)),
    "integer": ("a.start", "a.end", "b.start", "b.end"),
    "array": ("tags",),
    "object|null": ("a", "b"),
}  # fmt: skip
"""The types of the fields of a record; a field that is missing has its default."""

_SOUND = (
    "CASE WHEN json_valid(record) THEN "
    + " AND ".join(
        f"ifnull(json_type(record, '$.{name}'), '{types.split('|')[0]}') IN "
        f"({', '.join(repr(kind) for kind in types.split('|'))})"
        for types, names in _TYPES.items()
        for name in names
    )
    + " ELSE 0 END"
)
"""SQL that tells whether a record can be read."""

_Record = TypeVar("_Record", Bookmark, HandLink)


class _UnusableError(Exception):
    """The file is there but holds no notebook that this version can use; the text says why."""


def default_path() -> Path:
    """Return the place of the notebook: ABREAST_NOTEBOOK, else the user's data folder."""
    named = os.environ.get("ABREAST_NOTEBOOK")
    if named:
        return Path(named).expanduser()
    import platformdirs  # late: the notebook stays light to import

    return Path(platformdirs.user_data_dir("abreast", appauthor=False)) / "notebook.sqlite3"


@contextmanager
def as_notebook_error(path: Path | None) -> Iterator[None]:
    """Turn every fault of the database or the disk inside into one NotebookError."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        where = f"{path}" if path else "the notebook in memory"
        raise NotebookError(f"{where}: {_reason(error)}") from error


def connect(path: Path) -> tuple[sqlite3.Connection, str | None]:
    """Open or make a notebook; return the connection and, where one was set aside, a notice."""
    with as_notebook_error(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _open(path), None
        except _UnusableError as error:
            newer = "newer" in str(error)
            kept = _set_aside(path, "newer" if newer else "damaged")
            db = _open(path)
            saved = 0 if newer else _salvaged(kept, db)
            new = f"a new one with the {saved} records that could be read" if saved else "a new one"
            return db, f"{path} {error}. It is kept as {kept}; {new} is used."


def _salvaged(kept: Path, db: sqlite3.Connection) -> int:
    """Return how many records of a damaged notebook could be taken over; 0 where none could."""
    try:
        return _salvage(kept, db)
    except (sqlite3.Error, OSError):
        if db.in_transaction:
            db.execute("ROLLBACK")
        return 0


def _salvage(kept: Path, db: sqlite3.Connection) -> int:
    """Put the sound records of the file `kept` into an open notebook; return how many there are."""
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


def _open(path: Path) -> sqlite3.Connection:
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder")
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "a device or a pipe, not a file")
    log = Path(f"{path}-wal")
    if path.exists() and not path.stat().st_size and log.exists() and log.stat().st_size:
        raise _UnusableError("is damaged")  # SQLite would throw away what the log still holds
    db = sqlite3.connect(path, timeout=BUSY, isolation_level=None)
    try:
        _check(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        if 0 < migrations.version(db) < len(migrations.STEPS):
            back_up(db, path)
        migrations.migrate(db)
    except UnicodeDecodeError as error:  # SQLite tells what is broken in the broken words
        db.close()
        raise _UnusableError("is damaged") from error
    except sqlite3.DatabaseError as error:
        db.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
            raise _UnusableError("is damaged") from error
        raise
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Refuse the database of another program, a newer notebook and a damaged one."""
    done = migrations.version(db)
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner != migrations.APPLICATION and tables:
        raise NotebookError(f"{path} is the database of another program; name another file.")
    if done > len(migrations.STEPS):
        raise _UnusableError("was written by a newer version of Abreast")
    # SQLite 3.40 takes sound tables of some shapes for damaged in its quick check.
    checks = ("PRAGMA quick_check(1)", "PRAGMA integrity_check(1)")
    if all(db.execute(check).fetchone()[0] != "ok" for check in checks):
        raise _UnusableError("is damaged")
    if tables and not _whole(db):
        raise _UnusableError("is damaged")


def _whole(db: sqlite3.Connection) -> bool:
    """Return whether all tables are there and every record is JSON in ASCII of the right types.

    A check of pages does not look into records.
    """
    names = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not {"bookmarks", "tags", "links", "changes"} <= names:
        return False
    db.text_factory = bytes
    try:
        return all(
            valid and record.isascii() and b"\0" not in record
            for table in ("bookmarks", "links")
            for record, valid in db.execute(f"SELECT record, {_SOUND} FROM {table}")
        )
    finally:
        db.text_factory = str


def back_up(db: sqlite3.Connection, path: Path) -> Path:
    """Copy the whole notebook beside itself before its shape changes."""
    copy = _beside(path, f"before-{migrations.version(db) + 1}")
    target = sqlite3.connect(copy)
    try:
        db.backup(target)
    finally:
        target.close()
    return copy


def _set_aside(path: Path, why: str) -> Path:
    """Rename a notebook and what belongs to it; nothing is deleted."""
    kept = _beside(path, why)
    path.rename(kept)
    for tail in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{tail}").rename(f"{kept}{tail}")
    return kept


def _beside(path: Path, why: str) -> Path:
    """Return a name beside `path` that is still free."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    number = 0
    while True:
        tail = f"-{number}" if number else ""
        free = path.with_name(f"{path.stem}.{why}-{stamp}{tail}{path.suffix}")
        if not free.exists():
            return free
        number += 1


def _reason(error: sqlite3.Error | OSError | ValueError) -> str:
    """Say a fault in words that tell what to do."""
    if isinstance(error, _BROKEN) or "Could not decode" in str(error):
        return f"is damaged; {_AGAIN}"
    if isinstance(error, OSError):
        return f"{error.strerror or error}; name another file with --notebook."
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; make room, nothing kept before is lost."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "cannot be written; check the folder's rights or name another file with --notebook."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another reader is writing; try again."
    if code in _DAMAGED:
        return f"is damaged; {_AGAIN}"
    if code == sqlite3.SQLITE_IOERR:
        return "the disk could not be read or written; nothing kept before is lost."
    return f"{error}."
