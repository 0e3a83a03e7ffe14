"""`abreast inspect` and `abreast compare` without a screen: JSON of the contract, or a summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from corpus.comparison import compare as compare_articles
from corpus.errors import ReadingError
from corpus.facts.facts import read_facts
from corpus.intake.places import read_article, read_data
from corpus.json_contract import compare_json, inspect_pieces
from corpus.ledger.database import default_path
from corpus.ledger.embedding_cache import VectorStore
from corpus.links.meaning.embeddings import load_meaning_model
from corpus.model import Article, Verdict
from tui.background.gc_pauses import paused
from tui.cli import streams
from tui.cli.selection import Selection, chosen

LONGEST_LINE = 64 << 20
"""Bytes from which a line of a batch is not read: more than two articles of the largest size."""
_WITH_AN_END = ("/dev/stdin", "/dev/fd/", "/dev/null", "/proc/self/fd/")
"""Devices whose lines have an end."""


def inspect(file: str, language: str | None, form: str) -> None:
    """Print one article's sentences and facts."""
    article = _read(file, language)
    if form == "json":
        _print_pieces(inspect_pieces(article))
    else:
        from tui.cli.summary import print_article

        print_article(article, read_facts(article))


def compare(
    left: str,
    right: str,
    form: str,
    selection: Selection,
    *,
    semantic: bool = False,
    candidates: int = 0,
) -> bool:
    """Print the links and discrepancies of two articles, and return whether some differ.

    `selection` is for people; JSON holds everything. `semantic` asks the meaning model too,
    `candidates` adds so many best partners of each sentence to the JSON.
    """
    if left == right == "-":
        raise ReadingError("standard input can be one side only; name a file for the other.")
    meaning_model = load_meaning_model(VectorStore(default_path())) if semantic else None
    a, b = _read(left, None), _read(right, None)
    with paused():  # a fifth of the time of a comparison of long articles
        comparison = compare_articles(a, b, meaning=meaning_model, candidates=candidates)
    if form == "json":
        _print_json(compare_json(comparison))
    else:
        from tui.cli.summary import print_comparison

        print_comparison(comparison, selection)
    return any(item.verdict is Verdict.DIFFER for item in chosen(comparison, selection))


def compare_many(files: Sequence[str], form: str) -> None:
    """Print the table of facts of more than two accounts."""
    if files.count("-") > 1:
        raise ReadingError("standard input can be one account only; name files for the others.")
    from corpus.stories.contract_table import table_json
    from corpus.stories.table import fact_table

    with paused():
        table = fact_table([_read(file, None) for file in files])
    if form == "json":
        _print_json(table_json(table))
    else:
        from tui.cli.fact_table import print_table

        print_table(table)


def run_batch(command: str, file: str, *, semantic: bool = False, candidates: int = 0) -> None:
    """Answer every line of a file of JSON lines; the process ends with 1 if a line was bad."""
    from corpus import batch
    from corpus.workers import Worker

    worker: Worker = batch.inspect_line if command == "inspect" else batch.compare_line
    if semantic:
        load_meaning_model().vectors(["Here?"])  # missing or broken, that is one line and not many
        worker = batch.compare_line_by_meaning
    if candidates:
        compare_line = batch.compare_line_by_meaning if semantic else batch.compare_line
        worker = partial(compare_line, candidates=candidates)
    failed = False
    with _open(file) as stream, _progress(stream, file) as lines:
        for answer, bad in batch.run(lines, worker):
            failed |= bad
            streams.send(answer + "\n", json=True)
    if failed:
        sys.exit(1)


def _read(file: str, language: str | None) -> Article:
    if file == "-":
        return read_data(sys.stdin.buffer.read(), language=language, name="standard input")
    return read_article(file, language=language)


def _print_json(record: dict[str, Any]) -> None:
    _print_pieces([json.dumps(record, ensure_ascii=False)])


def _print_pieces(pieces: Iterable[str]) -> None:
    for piece in pieces:
        streams.send(piece, json=True)
    streams.send("\n")


def _open(file: str) -> AbstractContextManager[BinaryIO]:
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        if Path(file).is_char_device() and not file.startswith(_WITH_AN_END):
            raise ReadingError(f"{file}: a device, not a file of lines; name a file.")
        return Path(file).open("rb")
    except OSError as error:
        raise ReadingError(f"{file}: {error.strerror}.") from error
    except ValueError as error:
        raise ReadingError(f"{file}: this is no name of a file.") from error


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream; of one over LONGEST_LINE the beginning, which is no JSON."""
    while line := stream.readline(LONGEST_LINE):
        yield line if len(line) < LONGEST_LINE else line[:1000]
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)


def _progress(stream: BinaryIO, file: str) -> AbstractContextManager[Iterator[bytes]]:
    if not sys.stderr.isatty():
        return nullcontext(_lines(stream))
    from tui.cli.summary import watched_lines

    return watched_lines(_lines(stream), None if file == "-" else Path(file).stat().st_size)
