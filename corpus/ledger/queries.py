"""Which bookmarks a ledger shows and in what order: filters and sorts as SQL over the indexes."""

from __future__ import annotations

import json
import os
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.ledger.records import ArticleRef, Bookmark, End, HandLink, to_record
from corpus.ledger.selectors import ref_of
from corpus.model import Article

SORTS = {
    "newest": "created DESC, id",
    "changed": "changed DESC, id",
    "place": "a_path, a_start, b_path, b_start, id",
    "kind": "kind, created DESC, id",
    "judgement": "judgement, created DESC, id",
}
"""The orders of a ledger by name; `place` is the order of reading."""

Which = Article | ArticleRef | str
"""How an article is named in a filter: itself, its identity, or its hash or path alone."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which bookmarks are wanted; what is None is not asked for.

    `pair` names one or more articles that all ends lie in; `folder` one that an end's file lies in;
    `kind` "" asks for passages without a discrepancy; `text` is looked for in quotes, reason, note,
    tags, titles and outlets without regard to case. `without` names a judgement to leave out;
    `outside` leaves out what lies wholly in texts with these hashes.
    """

    pair: tuple[Which, ...] | None = None
    folder: str | Path | None = None
    kind: str | None = None
    judgement: str | None = None
    tag: str | None = None
    text: str | None = None
    without: str | None = None
    outside: tuple[str, ...] | None = None

    def where(self) -> tuple[str, list[str]]:
        """Return the condition in SQL and its values."""
        parts: list[str] = []
        values: list[str] = []
        if self.pair is not None:
            _in_pair(self.pair, parts, values)
        if self.folder is not None:
            _in_folder(self.folder, parts, values)
        values = [_column(value) for value in values]
        if self.kind is not None:
            parts.append("kind = ?" if self.kind else "kind IS NULL")
            values += [_column(self.kind)] if self.kind else []
        if self.judgement is not None:
            parts.append("judgement = ?")
            values.append(_column(self.judgement))
        if self.without is not None:
            parts.append("judgement <> ?")
            values.append(_column(self.without))
        if self.outside is not None:
            marks = ", ".join("?" * len(self.outside))
            inside = (f"({side}_hash IS NULL OR {side}_hash IN ({marks}))" for side in "ab")
            parts.append(f"NOT ({' AND '.join(inside)})")
            values += self.outside * 2
        if self.tag is not None:
            parts.append("id IN (SELECT bookmark FROM tags WHERE tag = ?)")
            values.append(_column(self.tag))
        if self.text:
            parts.append("instr(search, ?) > 0")
            values.append(_column(folded(self.text)))
        return " AND ".join(parts) or "1", values


def keys_of(articles: Iterable[Which]) -> list[str]:
    """Return the hashes and absolute paths by which articles are known."""
    keys: list[str] = []
    for which in articles:
        if isinstance(which, str):
            keys += [which, os.path.abspath(which)]  # noqa: PTH100
        else:
            ref = ref_of(which) if isinstance(which, Article) else which
            keys += [ref.hash, *([ref.path] if ref.path else [])]
    return keys


def folded(text: str) -> str:
    """Return a text as it is compared in a search: case and composition do not count."""
    return unicodedata.normalize("NFKC", text).casefold()


def put_bookmark(db: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Write a bookmark and its tags over what stands under its id."""
    a, b = bookmark.a, bookmark.b
    row = (
        bookmark.id,
        _column(bookmark.created),
        _column(bookmark.changed),
        bookmark.kind and _column(bookmark.kind),
        bookmark.judgement,
        *_whereabouts(a),
        a.start if a else None,
        *_whereabouts(b),
        b.start if b else None,
        _searched(bookmark),
        as_text(bookmark),
    )
    db.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark.id,))
    db.execute(f"INSERT INTO bookmarks VALUES ({', '.join('?' * len(row))})", row)
    pairs = [(bookmark.id, tag) for tag in dict.fromkeys(map(_column, bookmark.tags))]
    db.executemany("INSERT INTO tags (bookmark, tag) VALUES (?, ?)", pairs)


def put_link(db: sqlite3.Connection, link: HandLink) -> None:
    """Write a hand-made link over what stands under its id."""
    places = (*_whereabouts(link.a), *_whereabouts(link.b))
    row = (link.id, _column(link.created), *places, as_text(link))
    db.execute(f"INSERT OR REPLACE INTO links VALUES ({', '.join('?' * len(row))})", row)


def as_text(value: Bookmark | HandLink) -> str:
    """Return a value in the form in which it is stored."""
    return json.dumps(to_record(value), ensure_ascii=True, separators=(",", ":"))


def _searched(bookmark: Bookmark) -> str:
    parts = [bookmark.note, bookmark.reason, *bookmark.tags]
    for end in bookmark.ends:
        parts += [end.quote, end.article.title, end.article.outlet or ""]
    return _column(folded("\n".join(parts)))


def _whereabouts(end: End | None) -> tuple[str | None, str | None]:
    if end is None:
        return None, None
    path = end.article.path
    return _column(end.article.hash), None if path is None else _column(path)


def _column(text: str) -> str:
    """Return a text as SQLite can hold it: a lone surrogate, as in odd file names, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _in_pair(pair: tuple[Which, ...], parts: list[str], values: list[str]) -> None:
    keys = keys_of(pair)
    marks = ", ".join("?" * len(keys))
    for side in "ab":
        # The plus keeps SQLite in the ledger's order, so that a page is full after a page's work.
        parts.append(
            f"(+{side}_hash IN ({marks}) OR +{side}_path IN ({marks}) OR +{side}_hash IS NULL)"
        )
        values += keys * 2


def _in_folder(folder: str | Path, parts: list[str], values: list[str]) -> None:
    # All paths that begin with "folder/" lie between it and "folder0": "0" follows "/".
    start = os.path.abspath(folder).rstrip(os.sep) + os.sep  # noqa: PTH100
    stop = start[:-1] + chr(ord(os.sep) + 1)
    parts.append("((a_path >= ? AND a_path < ?) OR (b_path >= ? AND b_path < ?))")
    values += [start, stop, start, stop]
