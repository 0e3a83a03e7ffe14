"""Work in threads that can be stopped in the midst of it; knows nothing of what the work is.

A thread that nobody waits for would go on for minutes, and the process could not end before it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock, Timer, get_ident
from types import FrameType

IMPORT_SECONDS = 0.05
"""How long an import is waited for: one that is broken off cannot always be done again."""


class StoppedError(BaseException):
    """Raised inside the work that is stopped; no rule that catches Exception holds it up."""


class Job:
    """Runs one piece of work in the thread that calls it; another thread may stop it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread: int | None = None
        self.stopped = False

    def run(self, work: Callable[[], None]) -> None:
        """Do the work, or the part of it that comes before `stop`."""
        try:
            try:
                with self._lock:
                    if self.stopped:
                        return
                    self._thread = get_ident()
                work()
            finally:
                with self._lock:
                    self._thread = None
        except StoppedError:
            pass

    def stop(self) -> None:
        """End the work at its next step; nothing happens where it has ended or was stopped."""
        with self._lock:
            if self.stopped:
                return
            if self._thread is not None and _imports(self._thread):
                later = Timer(IMPORT_SECONDS, self.stop)
                later.daemon = True
                later.start()
                return
            self.stopped = True
            if self._thread is not None:
                import ctypes  # not before the first paint

                thread, error = ctypes.c_ulong(self._thread), ctypes.py_object(StoppedError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, error)


class Jobs:
    """The jobs of a screen by name: a new one takes the place of the one before."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def new(self, name: str, work: Callable[[], None]) -> Callable[[], None]:
        """Give the work as something that a thread can run and `stop` ends."""
        self.stop(name)
        job = self._jobs[name] = Job()
        return lambda: job.run(work)

    def stop(self, *names: str) -> None:
        """Stop the jobs of these names; all of them for no name."""
        for name in names or tuple(self._jobs):
            if (job := self._jobs.pop(name, None)) is not None:
                job.stop()


def _imports(thread: int) -> bool:
    """Tell whether a thread is in the midst of an import."""
    frame: FrameType | None = sys._current_frames().get(thread)
    while frame is not None:
        if "importlib._bootstrap" in frame.f_code.co_filename:
            return True
        frame = frame.f_back
    return False
