"""JSON lines in, JSON lines out: many texts or pairs on all cores, in order, as they come.

One bad line yields `{"id", "error"}` in its place and the rest goes on.
"""

from __future__ import annotations

import json
import math
import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import lru_cache, partial
from typing import Any

from corpus.comparison import compare
from corpus.errors import CorpusError, ReadingError
from corpus.facts.facts import find_facts
from corpus.json_contract import Json, compare_json, inspect_json
from corpus.links.meaning.embeddings import MeaningModel, MemoryCache, load_meaning_model
from corpus.model import Article
from corpus.reading.articles import parse_article
from corpus.workers import Line, Worker, Workers


def inspect_line(line: bytes) -> Line:
    """Answer one line `{"id", "text", "language"?, "date"?, "title"?}`."""
    return _answer(line, _inspect)


def compare_line(line: bytes, candidates: int = 0) -> Line:
    """Answer one line `{"id", "a": {"text", ...}, "b": {"text", ...}}`.

    `candidates` asks for so many best partners of each sentence.
    """
    return _answer(line, partial(_compare, candidates=candidates))


def compare_line_by_meaning(line: bytes, candidates: int = 0) -> Line:
    """Answer as `compare_line` does, with the meaning model."""
    return _answer(line, partial(_compare, asked=_meaning_model, candidates=candidates))


@lru_cache(maxsize=1)
def _meaning_model() -> MeaningModel:
    """Return the meaning model of this process, which is one of many: it has one core."""
    return load_meaning_model(MemoryCache(), threads=1)


def run(lines: Iterable[bytes], worker: Worker, *, processes: int | None = None) -> Iterator[Line]:
    """Yield the answer to every line that is not blank, in order, each as soon as it is known.

    Lines are read ahead only as far as the workers can use them, so memory stays flat and a caller
    that waits for each answer before it sends the next line is served too.
    """
    count = processes or os.cpu_count() or 1
    if count == 1:
        yield from (worker(line) for line in lines if line.strip())
        return
    with Workers(worker, count) as pool:
        waiting: queue.Queue[Future[Line] | BaseException | None] = queue.Queue(4 * count)
        reader = threading.Thread(target=_feed, args=(lines, pool, waiting), daemon=True)
        reader.start()
        while (item := waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item.result()


def _feed(lines: Iterable[bytes], pool: Workers, waiting: queue.Queue[Any]) -> None:
    try:
        for line in lines:
            if line.strip():
                waiting.put(pool.submit(line))
    except BaseException as error:  # handed to the caller's thread
        waiting.put(error)
    waiting.put(None)


def _answer(line: bytes, make: Callable[[Json], Json]) -> Line:
    identity: Any = None
    try:
        try:
            record = json.loads(line, parse_float=_finite, parse_constant=_finite)
        except (ValueError, RecursionError) as error:
            raise ReadingError(f"the line is not JSON ({error}).") from error
        if not isinstance(record, dict):
            raise ReadingError('the line is not a JSON object; write {"id": ..., "text": ...}.')
        identity = record.get("id")
        return _dump({"id": identity, **make(record)}), False
    except CorpusError as error:
        return _dump({"id": identity, "error": str(error)}), True
    except Exception as error:  # whatever a rule stumbles on, the other lines are answered
        problem = f"this line could not be read ({type(error).__name__}: {error})."
        return _dump({"id": identity, "error": problem}), True


def _inspect(record: Json) -> Json:
    article = _article(record)
    return inspect_json(article, find_facts(article))


def _compare(
    record: Json, asked: Callable[[], MeaningModel] | None = None, candidates: int = 0
) -> Json:
    sides = []
    for side in ("a", "b"):
        if not isinstance(record.get(side), dict):
            raise ReadingError(f'"{side}" is missing; write {{"{side}": {{"text": ...}}}}.')
        sides.append(_article(record[side]))
    return compare_json(compare(*sides, meaning=asked() if asked else None, candidates=candidates))


def _article(record: Json) -> Article:
    options = {}
    for key in ("text", "language", "title", "date"):
        value = record.get(key)
        if value is None and key != "text":
            continue
        if not isinstance(value, str):
            raise ReadingError(f'"{key}" is missing or not text.')
        options[key] = value
    return parse_article(options.pop("text"), **options)


def _finite(digits: str) -> float:
    """Return a number; what is none could not be written as JSON again."""
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is no number")
    return number


def _dump(record: Json) -> str:
    text = json.dumps(record, ensure_ascii=False)
    # A lone surrogate cannot be written as UTF-8; escaped, it is still valid JSON.
    return text if text.isascii() or not _has_surrogate(text) else json.dumps(record)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)
