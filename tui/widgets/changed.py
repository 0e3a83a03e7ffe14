"""Which part of a widget has changed: runs of lines as the regions that Textual draws again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.geometry import Region


def lines_of(lines: Sequence[int], width: int) -> list[Region]:
    """Return the regions of rising line numbers, one for each run of lines."""
    runs = groupby(enumerate(lines), key=lambda item: item[1] - item[0])
    found = [[line for _, line in run] for _, run in runs]
    return [Region(0, run[0], width, len(run)) for run in found]
