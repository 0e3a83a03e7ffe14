"""Every change of a notebook can be taken back and done again, also after the reader was closed.

A step is one change a user made; it may touch many records (an import). The history is kept in the
notebook. A reader takes back its own steps and those made before it was opened, newest first, never
those that another reader makes meanwhile.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Sequence

from corpus.errors import NotebookError
from corpus.ledger.queries import put_bookmark, put_link
from corpus.ledger.records import bookmark_from, hand_link_from

KEPT = 1000
"""How many steps back the history goes."""

Change = tuple[str, str, str | None, str | None]
"""Subject ("bookmarks" or "links"), id, record before, record after (None where there is none)."""


class History:
    """The steps of one notebook as this reader may take them back."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._session = uuid.uuid4().hex
        self._seen = self._last_step()

    def record(self, changes: Sequence[Change]) -> None:
        """Carry out changes and remember them as one step; what was undone cannot be redone."""
        step = self._last_step() + 1
        for change in changes:
            put(self._db, change[0], change[1], change[3])
        self._db.execute(f"DELETE FROM changes WHERE undone = 1 AND {_MINE}", self._mine)
        self._db.executemany(
            "INSERT INTO changes (step, session, subject, id, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(step, self._session, *change) for change in changes],
        )
        self._db.execute("DELETE FROM changes WHERE step <= ?", (step - KEPT,))

    def undo(self) -> tuple[Change, ...]:
        """Take the newest step back; an empty tuple where there is none."""
        return self._move(f"SELECT max(step) FROM changes WHERE undone = 0 AND {_MINE}", back=True)

    def redo(self) -> tuple[Change, ...]:
        """Do the step again that was undone last; an empty tuple where there is none."""
        return self._move(f"SELECT min(step) FROM changes WHERE undone = 1 AND {_MINE}", back=False)

    @property
    def _mine(self) -> tuple[str, int]:
        return self._session, self._seen

    def _move(self, query: str, *, back: bool) -> tuple[Change, ...]:
        step = self._db.execute(query, self._mine).fetchone()[0]
        if step is None:
            return ()
        order = "DESC" if back else "ASC"
        rows = self._db.execute(
            f"SELECT subject, id, before, after FROM changes WHERE step = ? ORDER BY seq {order}",
            (step,),
        ).fetchall()
        for subject, key, before, after in rows:
            source, target = (after, before) if back else (before, after)
            if stored(self._db, subject, key) != source:
                raise NotebookError(
                    "this was changed by another reader meanwhile and cannot be taken back."
                )
            put(self._db, subject, key, target)
        self._db.execute("UPDATE changes SET undone = ? WHERE step = ?", (int(back), step))
        return tuple(rows)

    def _last_step(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(step), 0) FROM changes").fetchone()[0])


_MINE = "(session = ? OR step <= ?)"


def stored(db: sqlite3.Connection, subject: str, key: str) -> str | None:
    """Return the record under an id as it is stored, None where there is none."""
    table = "bookmarks" if subject == "bookmarks" else "links"
    row = db.execute(f"SELECT record FROM {table} WHERE id = ?", (key,)).fetchone()
    return row[0] if row else None


def put(db: sqlite3.Connection, subject: str, key: str, record: str | None) -> None:
    """Make the record under an id be this one; None takes it away."""
    if record is None:
        table = "bookmarks" if subject == "bookmarks" else "links"
        db.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
    elif subject == "bookmarks":
        put_bookmark(db, bookmark_from(json.loads(record)))
    else:
        put_link(db, hand_link_from(json.loads(record)))
