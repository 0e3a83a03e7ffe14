"""A batch goes on whatever happens to a line, a worker or the parent, and leaves no process."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import batch
from corpus.batch import run
from corpus.workers import Line

TEXT = "Politiet melder at 26 personer er skadet i Oslo."
COMMAND = [sys.executable, "-m", "tui", "inspect", "--batch", "-"]


def slow_echo(line: bytes) -> Line:
    """Answer a line after as many seconds as it says; "kill" kills the process."""
    if line == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(float(line))
    return line.decode(), False


def children(pid: int) -> set[int]:
    """Return the processes that a process has started."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}").exists()}


def gone(pids: set[int], seconds: float = 10) -> bool:
    """Wait until none of the processes is there any more."""
    until = time.monotonic() + seconds
    while alive(pids) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(pids)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT", "SIGKILL"])
def test_no_worker_outlives_its_parent(name: str) -> None:
    line = json.dumps({"id": 1, "text": f"{TEXT} " * 4000}).encode() + b"\n"
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(json.dumps({"id": 0, "text": TEXT}).encode() + b"\n" + 4 * line)
        parent.stdin.flush()
        assert json.loads(parent.stdout.readline())["id"] == 0
        workers = children(parent.pid)
        assert workers
        parent.send_signal(getattr(signal, name))
        parent.wait(10)
        assert gone(workers)


@pytest.mark.parametrize("trial", range(5))
def test_a_killed_worker_costs_its_line_and_no_other(trial: int) -> None:
    lines = [b"0.01"] * 6
    lines[trial] = b"kill"
    answers = list(run(lines, slow_echo, processes=2))
    assert [bad for _, bad in answers] == [n == trial for n in range(6)]
    assert "died" in answers[trial][0]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_workers_killed_from_outside_again_and_again_leave_the_rest_in_order() -> None:
    def lines() -> Iterator[bytes]:
        for number in range(60):
            if number % 6 == 5:
                for pid in sorted(children(os.getpid()))[-2:]:
                    os.kill(pid, signal.SIGKILL)
            yield f"0.0{number:02}".encode()

    answers = list(run(lines(), slow_echo, processes=2))
    assert len(answers) == 60
    for number, (answer, bad) in enumerate(answers):
        assert bad or answer == f"0.0{number:02}"
    assert sum(bad for _, bad in answers) < 30


def test_a_line_that_a_rule_stumbles_on_is_told_and_the_rest_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise OverflowError("date value out of range")

    monkeypatch.setattr(batch, "find_facts", stumble)
    (answer, bad), *_ = run([json.dumps({"id": 7, "text": TEXT}).encode()], batch.inspect_line,
                            processes=1)  # fmt: skip
    assert bad
    assert json.loads(answer)["id"] == 7
    assert "date value out of range" in json.loads(answer)["error"]


def test_whoever_wants_no_more_answers_ends_the_workers() -> None:
    before = children(os.getpid())
    answers = run([b"0", b"30", b"30", b"30"], slow_echo, processes=2)
    assert next(answers) == ("0", False)
    began = children(os.getpid()) - before
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic()
    assert len(alive(began)) <= 1, "the resource tracker of multiprocessing stays"


def test_a_device_without_an_end_is_no_batch() -> None:
    command = [*COMMAND[:-1], "/dev/zero"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_of_a_line_without_an_end_no_more_than_its_beginning_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tui.cli import reports

    monkeypatch.setattr(reports, "LONGEST_LINE", 5000)
    lines = list(reports._lines(io.BytesIO(b"{}\n" + b"x" * 20_000 + b"\n{}\n" + b"y" * 5000)))
    assert [line[:2] for line in lines] == [b"{}", b"xx", b"{}", b"yy"]
    assert max(map(len, lines)) == 1000
