"""The table of facts as JSON, for programs; offsets are code points into each account's text."""

from __future__ import annotations

from typing import Any

from corpus.stories.rows import Cell, Row
from corpus.stories.table import Table

VERSION = 1
"""Of the form below; fields may be added without a new one."""


def table_json(table: Table) -> dict[str, Any]:
    """Return the accounts, their facts and the passages they share as plain values."""
    return {
        "version": VERSION,
        "accounts": [
            {
                "path": article.path,
                "title": article.title,
                "outlet": article.outlet,
                "date": article.date,
                "language": article.language,
                "origin": origin,
            }
            for article, origin in zip(table.articles, table.origins, strict=True)
        ],
        "facts": [_row(row, table) for row in table.rows],
        "shared": [
            {
                "a": pair.a,
                "b": pair.b,
                "share": round(pair.share, 3),
                "passages": [
                    {"a": [a.start, a.end], "b": [b.start, b.end]} for a, b in pair.passages
                ],
            }
            for pair in table.shared
        ],
    }


def _row(row: Row, table: Table) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "about": row.label,
        "verdict": row.verdict.value,
        "severity": row.severity.value,
        "reason": row.reason,
        "newest": row.newest,
        "origins": len({table.origins[cell.account] for cell in row.cells}),
        "cells": [_cell(cell, table) for cell in row.cells],
    }


def _cell(cell: Cell, table: Table) -> dict[str, Any]:
    return {
        "account": cell.account,
        "sentence": cell.sentence,
        "start": cell.span.start,
        "end": cell.span.end,
        "text": cell.span.of(table.articles[cell.account].text),
        "sources": list(cell.sources),
    }
