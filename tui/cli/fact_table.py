"""`abreast compare A B C ...`: the table of facts of several accounts, for a terminal."""

from __future__ import annotations

import string
from collections.abc import Iterator

from rich.console import Console, Group
from rich.table import Table as Grid
from rich.text import Text

from corpus.model import Verdict
from corpus.stories.origins import COPIED
from corpus.stories.rows import Row
from corpus.stories.table import Table
from tui.cli.summary import SIGNS, STYLES
from tui.layout.wrap import plain

WIDE = 20
"""Columns that each account needs beside the others; with less room its lines stand below."""
LABEL = 28
"""Most characters of what a fact is about."""


def print_table(table: Table) -> None:
    """Print the accounts, their facts, and which of them share their words."""
    console = Console()
    for letter, article in zip(string.ascii_uppercase, table.articles, strict=False):
        told = " · ".join(filter(None, (article.outlet, article.date, article.language)))
        console.print(
            Text.assemble((f"{letter}  ", "bold"), plain(article.title), f"  {plain(told)}")
        )
    console.print()
    beside = console.width >= LABEL + WIDE * len(table.articles)
    console.print(_grid(table) if beside else Group(*_below(table)))
    console.print(Text(_summary(table), style="bold"))
    for line in _copied(table):
        console.print(Text(line))


def _grid(table: Table) -> Grid:
    grid = Grid(box=None, pad_edge=False)
    for name in ("", "", *string.ascii_uppercase[: len(table.articles)]):
        grid.add_column(name, header_style="dim", overflow="fold")
    for row in table.rows:
        if row.verdict is not Verdict.AGREE:
            cells = (_words(row, account, table) for account in range(len(table.articles)))
            grid.add_row(_sign(row), Text(_about(row)), *(Text(cell) for cell in cells))
    return grid


def _below(table: Table) -> Iterator[Text]:
    for row in table.rows:
        if row.verdict is not Verdict.AGREE:
            yield Text.assemble(_sign(row), "  ", (_about(row), "dim"))
            for cell in row.cells:
                letter = string.ascii_uppercase[cell.account]
                yield Text(f"   {letter}  {_words(row, cell.account, table)}")


def _sign(row: Row) -> Text:
    return Text(f"{SIGNS[row.verdict]} {row.kind.value}", style=STYLES[row.verdict])


def _about(row: Row) -> str:
    about = plain(row.label)
    return about if len(about) <= LABEL else about[: LABEL - 1] + "…"


def _words(row: Row, account: int, table: Table) -> str:
    """Return what an account tells of a fact and who says so; a dash where it does not tell it."""
    cell = next((cell for cell in row.cells if cell.account == account), None)
    if cell is None:
        return "–"
    newest = " (newest)" if row.newest == account else ""
    credited = f" ({', '.join(map(plain, cell.sources))})" if cell.sources else ""
    return plain(cell.span.of(table.articles[account].text)) + newest + credited


def _summary(table: Table) -> str:
    verdicts = [row.verdict for row in table.rows]
    told = ", ".join(f"{verdicts.count(verdict)} {verdict.value}" for verdict in SIGNS)
    accounts, origins = len(table.articles), table.independent
    own = f"{accounts} accounts, {origins} {'origin' if origins == 1 else 'origins'}"
    return f"{own}; {len(table.rows)} facts told by several: {told}. – means not told here."


def _copied(table: Table) -> Iterator[str]:
    for pair in table.shared:
        if pair.share >= COPIED:
            a, b = string.ascii_uppercase[pair.a], string.ascii_uppercase[pair.b]
            share = f"{pair.share:.0%}".replace("%", " %")
            yield f"{a} and {b} share {share} of their text outside quotations: one origin."
