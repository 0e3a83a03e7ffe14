"""The file of a notebook: where it lies, opening it safely, setting a damaged one aside."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import NotebookError
from corpus.ledger import migrations

BUSY = 5.0
"""Seconds to wait for another reader that is writing."""

_AGAIN = "close all readers and open it again, it will be set aside."
_BROKEN = (UnicodeDecodeError, json.JSONDecodeError)
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _UnusableError(Exception):
    """The file is there but holds no notebook that this version can use; the text says why."""


def default_path() -> Path:
    """Give the place of the notebook: ABREAST_NOTEBOOK, else the user's data folder."""
    named = os.environ.get("ABREAST_NOTEBOOK")
    if named:
        return Path(named).expanduser()
    import platformdirs  # late: the notebook stays light to import

    return Path(platformdirs.user_data_dir("abreast", appauthor=False)) / "notebook.sqlite3"


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Turn every fault of the database or the disk inside into one NotebookError."""
    try:
        yield
    except (sqlite3.Error, OSError, *_BROKEN) as error:
        where = f"{path}" if path else "the notebook in memory"
        raise NotebookError(f"{where}: {_reason(error)}") from error


def connect(path: Path) -> tuple[sqlite3.Connection, str | None]:
    """Open or make a notebook; give the connection and, where one was set aside, a notice."""
    with told(path):
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
    """Take over what can be read of a damaged notebook; 0 where that cannot be done."""
    from corpus.ledger.recovery import salvage  # late: it is hardly ever needed

    try:
        return salvage(kept, db)
    except (sqlite3.Error, OSError):
        if db.in_transaction:
            db.execute("ROLLBACK")
        return 0


def _open(path: Path) -> sqlite3.Connection:
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder")
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
    """Tell whether every record is JSON in ASCII; a check of pages does not look into them."""
    db.text_factory = bytes
    try:
        return all(
            valid and record.isascii() and b"\0" not in record
            for table in ("bookmarks", "links")
            for record, valid in db.execute(f"SELECT record, json_valid(record) FROM {table}")
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
    """Give a name beside `path` that is still free."""
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
