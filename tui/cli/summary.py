"""A readable, coloured summary of an article or a comparison for people at a terminal.

Article text is printed as rich `Text`, never parsed as markup; rich honours NO_COLOR.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.intake.editions import editions
from corpus.model import (
    Article,
    Comparison,
    Discrepancy,
    Facts,
    Number,
    SentenceKind,
    Side,
    Verdict,
)
from tui.cli import streams
from tui.cli.selection import Selection, chosen, confidence, folded

SIGNS = {Verdict.DIFFER: "≠", Verdict.COMPATIBLE: "≈", Verdict.AGREE: "="}
NARROW = 72
"""Columns of a terminal below which the discrepancies of a pair do not fit into a table."""
STYLES = {Verdict.DIFFER: "bold red", Verdict.COMPATIBLE: "yellow", Verdict.AGREE: "green"}


def print_article(article: Article, facts: Facts) -> None:
    """Print an article's facts as three tables."""
    console = Console(file=streams.colours(sys.stdout))
    console.print(_heading(article))
    kinds = [sentence.kind for sentence in article.sentences]
    counts = ", ".join(
        f"{kinds.count(kind)} {kind.value}" for kind in SentenceKind if kind in kinds
    )
    console.print(Text(f"{len(kinds)} sentences: {counts}", style="dim"))
    for note in article.notes:
        console.print(Text(_plain(note), style="dim"))
    numbers = _table("Numbers", "words", "value", "what is counted")
    for number in facts.numbers:
        counted = " ".join(filter(None, (number.counted, number.state)))
        _row(numbers, _plain(number.span.of(article.text)), _interval(number), counted)
    dates = _table("Dates", "words", "from", "to")
    for date in facts.dates:
        _row(dates, date.span.of(article.text), date.low or date.name, date.high or "")
    attributions = _table("Attributions", "sentence", "sources", "voice")
    for found in facts.attributions:
        names = " ← ".join(source.name for source in found.sources) or "(not named)"
        _row(attributions, _short(article, found.sentence), names, found.voice.value)
    for table in (numbers, dates, attributions):
        if table.row_count:
            console.print(table)


def print_comparison(comparison: Comparison, selection: Selection) -> None:
    """Print the discrepancies asked for, the gravest first, and what was left out."""
    console = Console(file=streams.colours(sys.stdout))
    console.print(_heading(comparison.a), Text("  beside", style="dim"), _heading(comparison.b))
    if versions := editions(comparison.a, comparison.b):
        console.print(Text(str(versions), style="bold"))
    shown = chosen(comparison, selection)
    if console.width < NARROW:
        for item in shown:
            console.print(*_below(comparison, item), sep="\n")
    elif shown:
        table = _table(None, "", "left", "right", "why", "link")
        table.columns[0].no_wrap = True
        for item in shown:
            sure = Text(confidence(comparison, item).value, style="dim")
            table.add_row(_sign(item), *_sides(comparison, item), Text(_plain(item.reason)), sure)
        console.print(table)
    verdicts = [item.verdict for item in shown]
    parts = [f"{verdicts.count(verdict)} {verdict.value}" for verdict in SIGNS]
    console.print(Text(f"{len(comparison.links)} linked pairs; {', '.join(parts)}.", style="bold"))
    if hidden := folded(comparison, selection):
        console.print(Text(f"{hidden} told without a source on one side (--one-sided shows them)."))


@contextmanager
def watched_lines(lines_read: Iterator[bytes], size: int | None) -> Iterator[Iterator[bytes]]:
    """Return the lines that are read while a progress bar on standard error follows them."""
    from rich.progress import Progress

    with Progress(console=Console(file=streams.colours(sys.stderr)), transient=True) as progress:
        task = progress.add_task("reading", total=size)

        def lines() -> Iterator[bytes]:
            for line in lines_read:
                yield line
                progress.advance(task, len(line))

        yield lines()


@contextmanager
def watched_steps() -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows the steps done of all in a progress bar on standard error."""
    from rich.progress import Progress

    with Progress(console=Console(file=streams.colours(sys.stderr)), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda done, steps: progress.update(task, completed=done, total=steps)


def _below(comparison: Comparison, item: Discrepancy) -> tuple[Text, ...]:
    """Return a discrepancy as lines below each other, for a terminal too narrow for a table."""
    left, right = _sides(comparison, item)
    dim = ("left:  ", "dim"), ("right: ", "dim")
    sides = (Text.assemble(dim[0], left), Text.assemble(dim[1], right))
    return _sign(item), *sides, Text(_plain(item.reason), style="dim"), Text()


def _sign(item: Discrepancy) -> Text:
    return Text(f"{SIGNS[item.verdict]} {item.kind.value}", style=STYLES[item.verdict])


def _sides(comparison: Comparison, item: Discrepancy) -> tuple[Text, Text]:
    return _numbered(comparison.a, item.a), _numbered(comparison.b, item.b)


def _numbered(article: Article, side: Side) -> Text:
    """Return the number of a sentence, as the reader counts it, and the words in question."""
    return Text.assemble((f"{side.sentence + 1}  ", "dim"), _mention(article, side))


def _heading(article: Article) -> Text:
    facts = [part for part in (article.outlet, article.date, article.language) if part]
    return Text.assemble((_plain(article.title), "bold"), ("  " + _plain(" · ".join(facts)), "dim"))


def _table(title: str | None, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, header_style="dim", overflow="fold", ratio=None)
    return table


def _row(table: Table, *cells: str) -> None:
    table.add_row(*(Text(_plain(cell)) for cell in cells))


def _mention(article: Article, side: Side) -> str:
    return "(the outlet itself)" if side.own_voice else _plain(side.span.of(article.text))


def _short(article: Article, sentence: int, width: int = 60) -> str:
    text = _plain(article.sentence_text(sentence))
    return text if len(text) <= width else text[: width - 1] + "…"


def _plain(text: str) -> str:
    r"""Return the text as one inert line: "a\x1b[2J\n b" is "a [2J b"."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _interval(number: Number) -> str:
    low, high = (
        None if v is None else f"{v:,.10g}".replace(",", " ") for v in (number.low, number.high)
    )
    value = (low or "?") if low == high else f"{low or '…'} – {high or '…'}"
    return f"{value} {number.unit}" if number.unit else value
