"""When Python looks for garbage: not before the first paint, and never in what is on the screen.

A full search walks every object there is. The modules and a large comparison are never garbage
while they are used, and walking them would hold up a key for a tenth of a second now and then.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def hold() -> None:
    """Let nothing be searched until `resume`; for the time in which modules are imported."""
    gc.disable()


def resume() -> None:
    """Search again, but not in what is there now; nothing happens where nothing was held."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def leave_alone() -> None:
    """Leave all that is there now out of the searches, also what an earlier call has left out."""
    gc.unfreeze()
    gc.freeze()


@contextmanager
def paused() -> Iterator[None]:
    """Search nothing meanwhile; what was held before stays held."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
