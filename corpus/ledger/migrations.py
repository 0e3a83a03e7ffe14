"""The shape of a notebook's database: ordered steps, each in a transaction with its own record.

The number of steps done stands in `PRAGMA user_version`; `PRAGMA application_id` tells a notebook
from the database of another program. A step is never changed once released: a new one is added.
"""

from __future__ import annotations

import sqlite3

APPLICATION = 0x41627274
"""The application id of a notebook: "Abrt" in ASCII."""

_FIRST = (
    """CREATE TABLE bookmarks (
        id TEXT PRIMARY KEY, created TEXT NOT NULL, changed TEXT NOT NULL, kind TEXT,
        judgement TEXT NOT NULL, a_hash TEXT, a_path TEXT, a_start INTEGER,
        b_hash TEXT, b_path TEXT, b_start INTEGER, search TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE tags (
        bookmark TEXT NOT NULL REFERENCES bookmarks (id) ON DELETE CASCADE, tag TEXT NOT NULL,
        PRIMARY KEY (tag, bookmark))""",
    "CREATE INDEX tags_of ON tags (bookmark)",
    "CREATE INDEX by_created ON bookmarks (created DESC, id)",
    "CREATE INDEX by_changed ON bookmarks (changed DESC, id)",
    "CREATE INDEX by_place ON bookmarks (a_path, a_start, b_path, b_start, id)",
    "CREATE INDEX by_kind ON bookmarks (kind, created DESC, id)",
    "CREATE INDEX by_judgement ON bookmarks (judgement, created DESC, id)",
    "CREATE INDEX by_a_hash ON bookmarks (a_hash)",
    "CREATE INDEX by_b_hash ON bookmarks (b_hash)",
    "CREATE INDEX by_b_path ON bookmarks (b_path)",
    """CREATE TABLE links (
        id TEXT PRIMARY KEY, created TEXT NOT NULL, a_hash TEXT NOT NULL, a_path TEXT,
        b_hash TEXT NOT NULL, b_path TEXT, record TEXT NOT NULL)""",
    "CREATE INDEX links_by_hash ON links (a_hash, b_hash)",
    """CREATE TABLE changes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, step INTEGER NOT NULL, session TEXT NOT NULL,
        subject TEXT NOT NULL, id TEXT NOT NULL, before TEXT, after TEXT,
        undone INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX changes_by_undone ON changes (undone, step)",
    "CREATE INDEX changes_by_step ON changes (step)",
)

_VECTORS = (
    """CREATE TABLE vectors (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL)""",
)
"""What the meaning model has read (`corpus/vectors.py`): can be read again at any time."""

_SEEN = (
    """CREATE TABLE seen (
        a_hash TEXT NOT NULL, b_hash TEXT NOT NULL, kind TEXT NOT NULL, a_start INTEGER NOT NULL,
        b_start INTEGER NOT NULL, PRIMARY KEY (a_hash, b_hash, kind, a_start, b_start)
        ) WITHOUT ROWID""",
)
"""Which differences were looked at (`corpus/ledger/seen.py`)."""

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _VECTORS, _SEEN)


def version(db: sqlite3.Connection) -> int:
    """Return the number of steps that a database has been through."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Bring a database to the newest shape, one transaction a step; another reader may be first."""
    for number in range(version(db) + 1, len(steps) + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            if version(db) < number:
                for statement in steps[number - 1]:
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:  # a full disk ends it by itself
                db.execute("ROLLBACK")
            raise
