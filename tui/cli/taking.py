"""`abreast take`: articles in any form, kept as text files of a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.intake.taking import take_all


def take_places(places: Sequence[str], folder: Path, *, again: bool) -> int:
    """Keep what the places hold and print a line for each; return how many could not be read."""
    failed = 0
    for taken in take_all(places, folder, again=again):
        if isinstance(taken, CorpusError):
            failed += 1
            print(f"abreast: {taken}", file=sys.stderr)
        else:
            print(f"{taken.path}{' (known)' if taken.known else ''}")
    return failed
