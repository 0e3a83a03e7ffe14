"""JSON lines in, JSON lines out: many texts or pairs on all cores, in order, as they come.

One bad line yields `{"id", "error"}` in its place and the rest goes on.
"""

from __future__ import annotations

import gc
import json
import math
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import lru_cache, partial
from typing import Any

from corpus.comparison import compare
from corpus.errors import CorpusError, ReadingError
from corpus.facts.facts import find_facts
from corpus.json_contract import Json, compare_json, inspect_json
from corpus.links.embeddings import MeaningModel, MemoryCache, load_meaning_model
from corpus.model import Article
from corpus.reading.articles import parse_article

Line = tuple[str, bool]
"""One line of output without its line end, and whether it tells of an error."""

_MASKS = hasattr(signal, "pthread_sigmask")
Worker = Callable[[bytes], Line]


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
    with _Pool(worker, count) as pool:
        waiting: queue.Queue[Future[Line] | BaseException | None] = queue.Queue(4 * count)
        reader = threading.Thread(target=_feed, args=(lines, pool, waiting), daemon=True)
        reader.start()
        while (item := waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield _result(item)


class _Reading:
    """In a process of the pool: a line that is being read can be given up, its answer not cut."""

    busy = False

    @classmethod
    def begin(cls) -> None:
        """Let SIGTERM end the line and not the process, which may be halfway through an answer."""
        signal.signal(signal.SIGTERM, cls._give_up)
        _keep_freed_memory()

    @classmethod
    def of(cls, worker: Worker, line: bytes) -> Line:
        """Return the answer to a line; no search for garbage is made before it is there."""
        cls.busy = True
        gc.disable()
        try:
            return worker(line)
        finally:
            gc.enable()
            cls.busy = False

    @classmethod
    def _give_up(cls, *_: object) -> None:
        if cls.busy:
            raise KeyboardInterrupt


def _keep_freed_memory() -> None:
    """Free an unused block of 32 MB: from then on glibc keeps what is freed for the next line.

    Without it every comparison gives its tables back to the system and gets them anew, page by
    page; for short articles that is a tenth of the time. 32 MB is the most that glibc takes notice
    of (mallopt(3), M_MMAP_THRESHOLD); elsewhere this does nothing.
    """
    import numpy as np

    np.empty((32 << 20) - (1 << 14), np.uint8)


class _Pool:
    """A process pool that is made anew when one of its processes dies."""

    def __init__(self, worker: Worker, count: int) -> None:
        self._worker, self._count = worker, count
        self._others = set(multiprocessing.active_children())
        self._pool = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._count, mp_context=context, initializer=_Reading.begin)

    def submit(self, line: bytes) -> Future[Line]:
        try:
            return self._pool.submit(_Reading.of, self._worker, line)
        except BrokenExecutor:
            self._pool = self._fresh()
            return self._pool.submit(_Reading.of, self._worker, line)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        if kind is not None and _MASKS:  # nobody waits for the lines that are still being read
            for child in set(multiprocessing.active_children()) - self._others:
                child.terminate()


def _feed(lines: Iterable[bytes], pool: _Pool, waiting: queue.Queue[Any]) -> None:
    if _MASKS:
        # The processes that this thread starts inherit it: Ctrl-C is for the caller to answer.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for line in lines:
            if line.strip():
                waiting.put(pool.submit(line))
    except BaseException as error:  # handed to the caller's thread
        waiting.put(error)
    waiting.put(None)


def _result(future: Future[Line]) -> Line:
    try:
        return future.result()
    except BrokenExecutor:
        problem = "the process that read this line died (out of memory?)"
        return _dump({"id": None, "error": problem}), True


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
