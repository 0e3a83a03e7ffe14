"""What tests/benchmark.py measures of the ledger: opening, filtering, walking, key to frame."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from corpus.comparison import compare
from corpus.ledger.notebook import Notebook, bookmark_of, new_id
from corpus.ledger.records import JUDGEMENTS
from corpus.library import Library
from tests.support.benchmark_screen import compared, quiet, running, time_key
from tui.app import ReaderApp

ROUNDS = 7
KEYS = {"open": "L", "kind": "f2", "words": "/", "typed": "9", "last": "end"}
"""What is timed with the key that does it."""


def filled(path: Path, count: int) -> None:
    """Put so many bookmarks of the shipped pair into a notebook."""
    comparison = compare(*Library.shipped().first_pair())
    found = [bookmark_of(comparison, what) for what in comparison.discrepancies]
    with Notebook.open(path) as notebook:
        notebook.add_all(
            replace(
                found[n % len(found)],
                id=new_id(),
                note=f"note {n}",
                tags=(f"tag{n % 9}",),
                judgement=JUDGEMENTS[n % 4],
            )
            for n in range(count)
        )


async def ledger_times(count: int) -> dict[str, float]:
    """Return the median seconds of each of KEYS in a ledger of `count` bookmarks of the pair."""
    times: dict[str, list[float]] = {name: [] for name in KEYS}
    path = Path(tempfile.mkdtemp()) / "notebook.sqlite3"
    filled(path, count)
    app = ReaderApp(*Library.shipped().first_pair(), notebook_path=path)
    async with running(app) as driver:
        await compared(app)
        await quiet(driver)
        for _ in range(ROUNDS):
            for name, key in KEYS.items():
                if name == "last":
                    for before in ("escape", "f5"):
                        await time_key(app, driver, before)
                times[name].append(await time_key(app, driver, key))
            for after in ("home", "escape"):
                await time_key(app, driver, after)
    return {name: statistics.median(measured) for name, measured in times.items()}
