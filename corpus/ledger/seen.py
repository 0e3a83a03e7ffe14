"""Which differences of two articles the reader has looked at, kept in the notebook.

Kept by the texts themselves: a corrected article is another text, and its differences are new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from corpus.article import Article
from corpus.ledger.selectors import text_hash
from corpus.model import Discrepancy

SeenKey = tuple[str, int, int]
"""Kind of a difference and where it begins in the left and the right article."""


def seen_key(discrepancy: Discrepancy) -> SeenKey:
    """Return the key of a difference: the same for another reading of the same two texts."""
    return discrepancy.kind.value, discrepancy.a.start, discrepancy.b.start


def read_seen(db: sqlite3.Connection, a: Article, b: Article) -> frozenset[SeenKey]:
    """Return the keys of the differences that were seen; sides may have been changed since."""
    first, second, turned = _ordered(a, b)
    rows = db.execute(
        "SELECT kind, a_start, b_start FROM seen WHERE a_hash = ? AND b_hash = ?", (first, second)
    )
    return frozenset((kind, right, left) if turned else (kind, left, right)
                     for kind, left, right in rows)  # fmt: skip


def put_seen(db: sqlite3.Connection, a: Article, b: Article, keys: Iterable[SeenKey]) -> None:
    """Remember that differences were seen."""
    first, second, turned = _ordered(a, b)
    rows = [
        (first, second, kind, *((right, left) if turned else (left, right)))
        for kind, left, right in keys
    ]
    db.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?)", rows)


def _ordered(a: Article, b: Article) -> tuple[str, str, bool]:
    """Return both hashes in a fixed order, and whether the sides were turned for it."""
    first, second = text_hash(a.text), text_hash(b.text)
    return (second, first, True) if second < first else (first, second, False)
