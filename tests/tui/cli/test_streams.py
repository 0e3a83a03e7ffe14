"""The command on streams that are narrow, closed, full, or left early by who reads them."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.library import SHIPPED

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="streams are closed by bash")
LEFT, RIGHT = SHIPPED / "002.txt", SHIPPED / "004.txt"
COMMANDS = {
    "inspect": f"inspect {shlex.quote(str(LEFT))}",
    "compare": f"compare {shlex.quote(str(LEFT))} {shlex.quote(str(RIGHT))}",
    "json": f"inspect {shlex.quote(str(LEFT))} --format json",
    "keys": "keys",
}


def shell(line: str, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell in which `abreast` is the command; its exit code is the first one."""
    script = f'abreast() {{ {shlex.quote(sys.executable)} -m tui "$@"; }}; {line}'
    known = {**os.environ, "ABREAST_NOTEBOOK": str(tmp_path / "notebook.sqlite3"), **environment}
    return subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=known)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_signs_that_an_encoding_lacks_are_told_otherwise(
    name: str, encoding: str, tmp_path: Path
) -> None:
    result = shell(f"abreast {COMMANDS[name]}", tmp_path, PYTHONIOENCODING=encoding)
    assert result.returncode == 0, result.stderr.decode()
    assert result.stderr == b""
    if name == "compare":
        assert "!= attribution" in result.stdout.decode(encoding)


@pytest.mark.parametrize("name", COMMANDS)
def test_that_the_reader_of_the_output_has_gone_is_no_failure(name: str, tmp_path: Path) -> None:
    result = shell(f"abreast {COMMANDS[name]} | true; exit ${{PIPESTATUS[0]}}", tmp_path)
    assert result.returncode == 0
    assert result.stderr == b""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_under_the_output_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    result = shell(f"abreast {COMMANDS[name]} > /dev/full", tmp_path)
    assert result.returncode == 2
    assert result.stderr.decode() == "abreast: No space left on device.\n"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_failure(name: str, closed: str, tmp_path: Path) -> None:
    result = shell(f"abreast {COMMANDS[name]} {closed}", tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    assert result.stderr == b""


def test_a_comparison_fits_a_terminal_of_40_columns_without_cut_words(tmp_path: Path) -> None:
    for columns in ("40", "100"):
        result = shell(f"abreast {COMMANDS['compare']}", tmp_path, COLUMNS=columns)
        told = result.stdout.decode()
        assert max(map(len, told.splitlines())) <= int(columns)
        assert "≠ attribution" in told
        assert "innenriksdepartementet" in told


def test_closed_input_is_an_empty_text(tmp_path: Path) -> None:
    result = shell("abreast inspect - <&-", tmp_path)
    assert result.returncode == 2
    assert result.stderr.decode().count("\n") == 1
    result = shell(f"abreast {shlex.quote(str(LEFT))} {shlex.quote(str(RIGHT))} <&- >&-", tmp_path)
    assert result.returncode == 2
    assert "needs a terminal" in result.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="there are no process groups")
def test_a_batch_that_is_stopped_ends_at_once_and_in_one_line(tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of the terminal: those that read lines have nothing to say."""
    line = json.dumps({"id": 1, "text": "Police said ten men died, according to Reuters. " * 40})
    many = tmp_path / "many.jsonl"
    many.write_text(f"{line}\n" * 5000)
    command = [sys.executable, "-m", "tui", "inspect", "--batch", str(many)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, told = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert process.returncode == 130
    assert told.decode().strip() == "abreast: stopped."
