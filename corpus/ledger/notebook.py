"""The notebook: bookmarks with notes and judgements, and hand-made links, kept in one SQLite file.

What a method has returned from is on the disk (WAL, synchronous = FULL). Several readers may have
one notebook open; each sees what the others did as soon as it asks. Undo and redo reach every
change and last over a restart (`corpus/history.py`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from corpus.article import Article
from corpus.errors import NotebookError
from corpus.ledger import database as storage
from corpus.ledger import migrations
from corpus.ledger.history import Change, History, stored
from corpus.ledger.queries import SORTS, Filter, Which, as_text, keys_of
from corpus.ledger.records import (
    ACTIONS,
    JUDGEMENTS,
    ArticleRef,
    Bookmark,
    End,
    HandLink,
    bookmark_from,
    hand_link_from,
    new_id,
    now,
    stored_bookmark,
)
from corpus.ledger.seen import SeenKey, put_seen, read_seen
from corpus.ledger.selectors import bookmark_of, end_of, hand_link_of, ref_of, text_hash

__all__ = [
    "ACTIONS",
    "JUDGEMENTS",
    "SORTS",
    "ArticleRef",
    "Bookmark",
    "End",
    "Filter",
    "HandLink",
    "Merged",
    "Notebook",
    "Which",
    "bookmark_of",
    "end_of",
    "hand_link_of",
    "new_id",
    "now",
    "ref_of",
    "text_hash",
]


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import did: how many records were added, replaced by a later form, left alone."""

    added: int
    replaced: int
    kept: int


class Notebook:
    """An open notebook; a context manager. Use it from the thread that opened it.

    `path` is its file, None for one in memory. `notice` is one sentence for the user where a
    damaged or newer notebook was found and set aside, else None. Every method raises NotebookError,
    with one sentence, when the disk or the database does not let it do its work.
    """

    def __init__(
        self, db: sqlite3.Connection, path: Path | None = None, notice: str | None = None
    ) -> None:
        self.path = path
        self.notice = notice
        self._db = db
        self._own = 0
        self._history = History(db)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the notebook at `path`, made if missing; None is the user's own."""
        path = Path(path) if path is not None else storage.default_path()
        db, notice = storage.connect(path)
        return cls(db, path, notice)

    @classmethod
    def in_memory(cls) -> Self:
        """Return a notebook that lasts until it is closed, for where the disk cannot be used."""
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.execute("PRAGMA foreign_keys = ON")
        migrations.migrate(db)
        return cls(db)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, bookmark: Bookmark) -> Bookmark:
        """Keep a new bookmark; NotebookError if its id is there already."""
        return self.add_all((bookmark,))[0]

    def add_all(self, bookmarks: Iterable[Bookmark]) -> tuple[Bookmark, ...]:
        """Keep new bookmarks as one step of the history: all of them or, on an error, none."""
        new = tuple(bookmarks)
        with self._writing():
            for bookmark in new:
                if stored(self._db, "bookmarks", bookmark.id) is not None:
                    raise NotebookError(f"the bookmark {bookmark.id} is in the notebook already.")
            self._history.record([("bookmarks", b.id, None, _record(b)) for b in new])
        return new

    def update(self, bookmark: Bookmark) -> Bookmark:
        """Keep a bookmark in its new form, `changed` set to now; NotebookError if it is gone."""
        bookmark = replace(bookmark, changed=now())
        with self._writing():
            before = self._needed("bookmarks", bookmark.id)
            self._history.record([("bookmarks", bookmark.id, before, _record(bookmark))])
        return bookmark

    def merge(self, bookmarks: Iterable[Bookmark], links: Iterable[HandLink] = ()) -> Merged:
        """Take in the records of an import as one step of the history.

        A record that is here already is kept or, where the other was changed later, replaced.
        """
        records = [("bookmarks", b.id, _record(b), b.changed) for b in bookmarks]
        records += [("links", link.id, _record(link), link.created) for link in links]
        added = replaced = 0
        with self._writing():
            changes: list[Change] = []
            for subject, key, after, changed in records:
                before = stored(self._db, subject, key)
                if before is not None and (before == after or _changed(before) >= changed):
                    continue
                added, replaced = added + (before is None), replaced + (before is not None)
                changes.append((subject, key, before, after))
            if changes:
                self._history.record(changes)
        return Merged(added, replaced, len(records) - added - replaced)

    def delete(self, id: str) -> None:
        """Take a bookmark away; undo brings it back. NotebookError if there is none."""
        with self._writing():
            before = self._needed("bookmarks", id)
            self._history.record([("bookmarks", id, before, None)])

    def get(self, id: str) -> Bookmark | None:
        """Return the bookmark with this id, None where there is none."""
        with storage.as_notebook_error(self.path):
            record = stored(self._db, "bookmarks", id)
            return stored_bookmark(record) if record else None

    def bookmarks(
        self,
        *,
        pair: tuple[Which, ...] | None = None,
        folder: str | Path | None = None,
        kind: str | None = None,
        judgement: str | None = None,
        tag: str | None = None,
        text: str | None = None,
        without: str | None = None,
        outside: tuple[str, ...] | None = None,
        sort: str = "newest",
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Bookmark, ...]:
        """Return the bookmarks that meet all that is asked (see `Filter`), in one of SORTS.

        `limit` and `offset` give a page of them, so that a long ledger opens like a short one.
        """
        if sort not in SORTS:
            raise NotebookError(f"the order is one of {', '.join(SORTS)}.")
        where, values = Filter(pair, folder, kind, judgement, tag, text, without, outside).where()
        query = f"SELECT record FROM bookmarks WHERE {where} ORDER BY {SORTS[sort]}"
        with storage.as_notebook_error(self.path):
            rows = self._db.execute(
                f"{query} LIMIT ? OFFSET ?", (*values, -1 if limit is None else limit, offset)
            ).fetchall()
            return tuple(stored_bookmark(record) for (record,) in rows)

    def count(
        self,
        *,
        pair: tuple[Which, ...] | None = None,
        folder: str | Path | None = None,
        kind: str | None = None,
        judgement: str | None = None,
        tag: str | None = None,
        text: str | None = None,
        without: str | None = None,
        outside: tuple[str, ...] | None = None,
    ) -> int:
        """Return how many bookmarks meet all that is asked."""
        where, values = Filter(pair, folder, kind, judgement, tag, text, without, outside).where()
        query = f"SELECT count(*) FROM bookmarks WHERE {where}"
        with storage.as_notebook_error(self.path):
            return int(self._db.execute(query, values).fetchone()[0])

    def tags(self) -> dict[str, int]:
        """Return every tag in use with the number of its bookmarks, by name."""
        with storage.as_notebook_error(self.path):
            rows = self._db.execute("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag")
            return dict(rows.fetchall())

    def dismissed(self, a: Which, b: Which) -> tuple[Bookmark, ...]:
        """Return the bookmarks of a pair that the reader has dismissed."""
        return self.bookmarks(pair=(a, b), judgement="dismissed", sort="place")

    def add_link(self, link: HandLink) -> HandLink:
        """Keep a hand-made link, in place of an older one with the same id."""
        return self.add_links((link,))[0]

    def add_links(self, links: Iterable[HandLink]) -> tuple[HandLink, ...]:
        """Keep hand-made links as one step of the history."""
        new = tuple(links)
        with self._writing():
            changes: list[Change] = []
            for link in new:
                changes.append(
                    ("links", link.id, stored(self._db, "links", link.id), _record(link))
                )
            self._history.record(changes)
        return new

    def delete_link(self, id: str) -> None:
        """Take a hand-made link away; undo brings it back. NotebookError if there is none."""
        with self._writing():
            self._history.record([("links", id, self._needed("links", id), None)])

    def links(self, a: Which | None = None, b: Which | None = None) -> tuple[HandLink, ...]:
        """Return the hand-made links of a pair, or all without a pair, the oldest first."""
        where, values = "1", list[str]()
        if a is not None and b is not None:
            keys = keys_of((a, b))
            marks = ", ".join("?" * len(keys))
            where = " AND ".join(f"({s}_hash IN ({marks}) OR {s}_path IN ({marks}))" for s in "ab")
            values = keys * 4
        query = f"SELECT record FROM links WHERE {where} ORDER BY created, id"
        with storage.as_notebook_error(self.path):
            rows = self._db.execute(query, values).fetchall()
            return tuple(hand_link_from(json.loads(record)) for (record,) in rows)

    def undo(self) -> tuple[Change, ...]:
        """Take back the newest step and return its changes; none where there is nothing."""
        with self._writing():
            return self._history.undo()

    def redo(self) -> tuple[Change, ...]:
        """Do again the step that was taken back last and return its changes, or none."""
        with self._writing():
            return self._history.redo()

    def seen(self, a: Article, b: Article) -> frozenset[SeenKey]:
        """Return the keys of the differences of two articles that were looked at."""
        with storage.as_notebook_error(self.path):
            return read_seen(self._db, a, b)

    def mark_seen(self, a: Article, b: Article, keys: Iterable[SeenKey]) -> None:
        """Remember that differences were looked at; no change that undo would take back."""
        own = self._own
        with self._writing():
            put_seen(self._db, a, b, keys)
        self._own = own  # bookmarks and links are as they were: nothing is to be read anew

    @property
    def token(self) -> tuple[int, int]:
        """The present state of the notebook, to be given to `changed_since` later."""
        with storage.as_notebook_error(self.path):
            return int(self._db.execute("PRAGMA data_version").fetchone()[0]), self._own

    def changed_since(self, token: tuple[int, int]) -> bool:
        """Return whether this reader or another one has changed the notebook since `token`."""
        return self.token != token

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, on the disk when it ends; an error leaves everything as it was."""
        with storage.as_notebook_error(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        self._own += 1

    def _needed(self, subject: str, id: str) -> str:
        record = stored(self._db, subject, id)
        if record is None:
            raise NotebookError("this is no longer in the notebook; another reader took it away.")
        return record


def _changed(record: str) -> str:
    fields = json.loads(record)
    return str(fields.get("changed") or fields["created"])


def _record(value: Bookmark | HandLink) -> str:
    """Return the stored form, checked: what could not be read back is refused before it is kept."""
    text = as_text(value)
    (bookmark_from if isinstance(value, Bookmark) else hand_link_from)(json.loads(text))
    return text
