"""The door of the screen: what Textual is about to write, without signs that act on a terminal.

Every string of a frame passes here, whichever widget drew it: titles, names of files, notes,
notifications, prompts. What Textual itself writes (colours, the cursor) is added behind it.
"""

from __future__ import annotations

from typing import TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual._compositor import ChopsUpdate, InlineUpdate, LayoutUpdate
from textual.strip import Strip

from corpus.text.terminal_text import ACTING

_T = TypeVar("_T")


def inert_update(update: _T) -> _T:
    """Return an update of the screen in which no text acts on the terminal; others as they are."""
    if isinstance(update, LayoutUpdate):
        update.strips = [[_inert_strip(strip) for strip in line] for line in update.strips]
    elif isinstance(update, ChopsUpdate):
        update.chops = [
            {x: None if strip is None else _inert_strip(strip) for x, strip in line.items()}
            for line in update.chops
        ]
    elif isinstance(update, InlineUpdate):
        update.strips = [_inert_strip(strip) for strip in update.strips]
    return update


def _inert_strip(strip: Strip) -> Strip:
    if all(segment.control or segment.text.isprintable() for segment in strip):
        return strip
    segments = [
        segment if segment.control else Segment(_inert(segment.text), segment.style)
        for segment in strip
    ]
    return Strip(segments, strip.cell_length)


def _inert(text: str) -> str:
    r"""Return text that takes as many cells: what took none is left out, as "\x1b" in "a\x1bb"."""
    text = text.replace("\n", " ").replace("\t", " ")
    return ACTING.sub(lambda found: "\ufffd" * cell_len(found[0]), text)
