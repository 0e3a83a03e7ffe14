"""Worker processes that answer lines, each over a pipe of its own: one that dies harms no other.

A pool with shared queues hangs where a process is killed while it holds a lock of a queue. Here a
thread for each process hands it one line at a time; when the process is gone its line is answered
with an error and a new process takes the next. The processes end when their parent does, however
it ends.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

Line = tuple[str, bool]
"""One line of output without its line end, and whether it tells of an error."""

Worker = Callable[[bytes], Line]
"""Answers one line of input."""

_CONTEXT = multiprocessing.get_context("spawn")


class Workers:
    """At most `count` processes in which `worker` answers lines; a context manager."""

    def __init__(self, worker: Worker, count: int) -> None:
        self._worker = worker
        self._tasks: queue.Queue[tuple[bytes, Future[Line]]] = queue.Queue(count)
        self._processes: set[BaseProcess] = set()
        self._lock = threading.Lock()
        self._closed = False
        # Where it is started with the first process, it unblocks Ctrl-C for that one.
        if os.name == "posix":
            resource_tracker.ensure_running()
        for _ in range(count):
            threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes; lines that are still being read are given up."""
        with self._lock:
            self._closed = True
            processes = list(self._processes)
        for process in processes:
            process.kill()
        for process in processes:
            process.join()

    def submit(self, line: bytes) -> Future[Line]:
        """Return the answer to come; waits while every process has a line and one more waits."""
        future: Future[Line] = Future()
        self._tasks.put((line, future))
        return future

    def _serve(self) -> None:
        """Hand the lines of one process to it, one at a time; a thread does this."""
        if hasattr(signal, "pthread_sigmask"):
            # The processes that this thread starts inherit it: Ctrl-C is for the caller to answer.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        connection: Connection | None = None
        while not self._closed:
            line, future = self._tasks.get()
            try:
                connection = connection or self._start()
                connection.send_bytes(line)
                future.set_result(connection.recv())
            except Exception:  # whatever became of the process, its line is answered
                connection = None
                future.set_result(_died(line))

    def _start(self) -> Connection:
        """Return the connection to a new process."""
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_answer_lines, args=(theirs, self._worker), daemon=True)
        with self._lock:
            if self._closed:
                raise EOFError
            process.start()
            self._processes = {old for old in self._processes if old.is_alive()} | {process}
        theirs.close()
        return ours


def _died(line: bytes) -> Line:
    identity = None
    with suppress(ValueError, RecursionError, AttributeError):
        identity = json.loads(line).get("id")
    problem = "the process that read this line died (out of memory?)"
    return json.dumps({"id": identity, "error": problem}), True


def _answer_lines(connection: Connection, worker: Worker) -> None:
    """Answer lines until the other end of the connection is closed; a process does this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _keep_freed_memory()
    with suppress(EOFError, OSError):
        while True:
            line = connection.recv_bytes()
            gc.disable()  # no search for garbage before the answer is there: a tenth of its time
            answer = worker(line)
            gc.enable()
            connection.send(answer)


def _end_with_parent() -> None:
    """End this process at once when its parent is gone, by whatever signal."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _keep_freed_memory() -> None:
    """Free an unused block of 32 MB: from then on glibc keeps what is freed for the next line.

    Without it every comparison gives its tables back to the system and gets them anew, page by
    page; for short articles that is a tenth of the time. 32 MB is the most that glibc takes notice
    of (mallopt(3), M_MMAP_THRESHOLD); elsewhere this does nothing.
    """
    import numpy as np

    np.empty((32 << 20) - (1 << 14), np.uint8)
