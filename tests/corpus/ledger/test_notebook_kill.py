from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.ledger.notebook import Notebook

KILLS = 200
AT_ONCE = 4


def start(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.support.killed_writer", str(path)]
    root = Path(__file__).parent.parent.parent.parent
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)


def killed(child: subprocess.Popen[str], after: float) -> list[list[str]]:
    """What a child had been told to be kept when it was killed, some time after it began."""
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    time.sleep(after)
    child.kill()
    out = child.stdout.read()
    child.wait()
    child.stdout.close()
    # The last line may have been cut short by the kill.
    return [line.split() for line in out.split("\n")[:-1]]


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_200_kills(tmp_path: Path) -> None:
    """Children are killed at random moments; others go on writing to the same notebook."""
    rng = random.Random(7)
    path = tmp_path / "notebook.sqlite3"
    Notebook.open(path).close()
    told: dict[str, str] = {}
    running = [start(path) for _ in range(AT_ONCE)]
    for kill in range(KILLS):
        for word, key in killed(running.pop(0), rng.random() * 0.05):
            told[key] = word
        if kill < KILLS - AT_ONCE:
            running.append(start(path))
    assert not running
    with Notebook.open(path) as notebook:
        assert notebook.notice is None
        kept = {bookmark.id: bookmark.judgement for bookmark in notebook.bookmarks()}
    assert len(told) >= KILLS / 2
    assert not [key for key in told if key not in kept]
    assert not [key for key, word in told.items() if word == "confirmed" and kept[key] == "open"]
