"""Work in threads that can be stopped between its steps; knows nothing of what the work is.

A thread that nobody stops would go on for minutes, for a result that nobody waits for. The work
calls `progress` between its steps, and there it ends once it was stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar

TURN = 0.002
"""Seconds between two files of a folder in which the screen draws and answers keys."""


class StoppedError(BaseException):
    """Raised between the steps of work that was stopped; `except Exception` does not catch it."""


class Job:
    """Runs one piece of work in the thread that calls it; another thread may stop it."""

    def __init__(self) -> None:
        self.stopped = False

    def run(self, work: Callable[[], None]) -> None:
        """Do the work, or the part of it that comes before `stop`."""
        if self.stopped:
            return
        token = _job.set(self)
        try:
            work()
        except StoppedError:
            pass
        finally:
            _job.reset(token)

    def stop(self) -> None:
        """End the work at its next step; nothing happens where it has ended or was stopped."""
        self.stopped = True


_job: ContextVar[Job | None] = ContextVar("job", default=None)
"""The job whose work the running thread does."""


def progress(done: int, total: int) -> None:
    """Raise StoppedError if the job of this thread was stopped; called between steps of work."""
    job = _job.get()
    if job is not None and job.stopped:
        raise StoppedError


def progress_by_turns(done: int, total: int) -> None:
    """Do as `progress` does, and let the screen have its turn first."""
    time.sleep(TURN)
    progress(done, total)


class Jobs:
    """The jobs of a screen by name: a new one takes the place of the one before."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def new(self, name: str, work: Callable[[], None]) -> Callable[[], None]:
        """Return the work as something that a thread can run and `stop` ends."""
        self.stop(name)
        job = self._jobs[name] = Job()
        return lambda: job.run(work)

    def stop(self, *names: str) -> None:
        """Stop the jobs of these names; all of them for no name."""
        for name in names or tuple(self._jobs):
            if (job := self._jobs.pop(name, None)) is not None:
                job.stop()
