"""Vectors of sentences kept in the notebook's file, so that the meaning model reads each once.

A convenience and no more: a notebook that is missing, locked, full, read-only or damaged gives no
vectors and keeps none, and nobody is stopped by it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from corpus.ledger import migrations

MOST = 10_000
"""Most vectors kept, about 9 MB; the oldest go first."""
_STEP = 2
"""The step of corpus/migrations.py that makes the table."""
_WAIT = 1.0
"""Seconds to wait for another reader that is writing."""
_AT_ONCE = 500

Found = TypeVar("Found")


class VectorStore:
    """The vectors in a notebook; never raises. May be used from any thread.

    The notebook must have been opened once by this version (`Notebook.open`): nothing is made here.
    """

    def __init__(self, path: Path, most: int = MOST) -> None:
        self._path, self._most = path, most

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the blobs that are known of these keys."""
        return self._with(lambda db: _known(db, keys), {})

    def put(self, blobs: Mapping[bytes, bytes]) -> None:
        """Keep blobs, all or none; the oldest go where there are too many."""
        self._with(lambda db: _keep(db, blobs, self._most), None)

    def _with(self, work: Callable[[sqlite3.Connection], Found], otherwise: Found) -> Found:
        try:
            if not self._path.is_file():
                return otherwise
            with closing(sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)) as db:
                owner = db.execute("PRAGMA application_id").fetchone()[0]
                done = migrations.version(db)
                if owner != migrations.APPLICATION or not _STEP <= done <= len(migrations.STEPS):
                    return otherwise
                return work(db)
        except (sqlite3.Error, OSError):
            return otherwise


def _known(db: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)
        found |= {key: vector for key, vector in rows if isinstance(vector, bytes)}
    return found


def _keep(db: sqlite3.Connection, blobs: Mapping[bytes, bytes], most: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", blobs.items())
    db.execute("DELETE FROM vectors WHERE seq <= (SELECT max(seq) FROM vectors) - ?", (most,))
    db.execute("COMMIT")
