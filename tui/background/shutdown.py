"""Leaving at once: what is still read or compared in the background is given up, not waited for."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

_NAME = "abreast-background"
THREADS = 8
"""Most pieces of work in the background at a time."""

GRACE = 0.2
"""Seconds in which what is nearly done may end by itself."""


class _Hasty(ThreadPoolExecutor):
    """Threads that nobody waits for when the loop they serve ends."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work."""
        super().shutdown(wait=False, cancel_futures=True)


def prepare() -> None:
    """Let background work of the running loop not hold up its end."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(_Hasty(THREADS, thread_name_prefix=_NAME))


def leave(code: int) -> int:
    """Give the exit code back or, where work still goes on, end the process with it now.

    Everything acknowledged is on the disk by then: a notebook is safe whenever its process ends.
    """
    working = [thread for thread in threading.enumerate() if thread.name.startswith(_NAME)]
    for thread in working:
        thread.join(GRACE / len(working))  # one that only waited for work ends now
    if any(thread.is_alive() for thread in working):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    return code
