"""Leaving at once: what is still read or compared in the background is given up, not waited for.

The threads are daemons, so the interpreter ends without them. Everything acknowledged is on the
disk by then: a notebook is safe whenever its process ends.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

NAME = "abreast-background"
"""How the names of the threads begin."""
THREADS = 8
"""Most pieces of work in the background at a time."""
GRACE = 0.2
"""Seconds in which what is nearly done may end by itself."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Hasty(ThreadPoolExecutor):
    """Daemon threads, one a piece of work; nobody waits for them when their loop ends."""

    def __init__(self) -> None:
        super().__init__(THREADS)
        self._free = threading.Semaphore(THREADS)
        self._closed = False

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Run the call in a thread of its own, at most THREADS at a time."""
        if self._closed:
            raise RuntimeError("the reader is leaving")
        future: Future[_T] = Future()

        def work() -> None:
            with self._free:
                if self._closed or not future.set_running_or_notify_cancel():
                    return
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:  # handed to whoever waits for the future
                    future.set_exception(error)
                else:
                    future.set_result(result)

        threading.Thread(target=work, name=NAME, daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work, and wait for none."""
        self._closed = True


def prepare() -> None:
    """Let background work of the running loop not hold up its end."""
    asyncio.get_running_loop().set_default_executor(_Hasty())


def at_work() -> list[threading.Thread]:
    """Return the threads that still do work in the background."""
    return [thread for thread in threading.enumerate() if thread.name == NAME]


def leave(code: int) -> int:
    """Return the exit code, once what is nearly done has had its time to end."""
    working = at_work()
    for thread in working:
        thread.join(GRACE / len(working))
    return code
