"""Leaving while work still goes on in the background."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

BUSY = """
import sys, time
from pathlib import Path
from corpus.text.preview import preview
from tui.background import shutdown
from tui.app import ReaderApp

class Busy(ReaderApp):
    def on_mount(self):
        super().on_mount()
        self.run_worker(lambda: time.sleep(float(sys.argv[2])), thread=True)
        self.set_timer(0.5, lambda: self.exit(return_code=3))

text = preview(Path(sys.argv[1]))
app = Busy(text, text, notebook_path=Path(sys.argv[1] + ".sqlite3"))
app.run(headless=True)
raise SystemExit(shutdown.leave(app.return_code))
"""


def seconds_to_leave(tmp_path: Path, work: float) -> float:
    """How long a reader takes that is left while some work of so many seconds goes on."""
    path = tmp_path / "a.txt"
    path.write_text("Politiet melder at 26 personer er skadet.", encoding="utf-8")
    command = [sys.executable, "-c", BUSY, str(path), str(work)]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 3, done.stderr.decode()
    assert done.stderr == b""
    return time.monotonic() - began


def test_leaving_waits_for_no_work_in_the_background(tmp_path: Path) -> None:
    assert seconds_to_leave(tmp_path, 60) < 30
