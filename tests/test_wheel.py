"""The wheel: installed into a fresh environment it finds its keymap, languages and articles."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_holds_every_file_that_is_read_at_run_time(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "tui/keymaps.yaml" in names
    for folder in ("corpus/languages", "corpus/articles", "corpus/lexicon"):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        assert {path.relative_to(ROOT).as_posix() for path in files} <= names
    assert {path.relative_to(ROOT).as_posix() for path in ROOT.glob("tui/**/*.tcss")} <= names


@pytest.mark.slow
def test_installed_wheel_compares_its_own_articles(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    subprocess.run(list(map(str, install)), check=True, capture_output=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home)}))
    left, right = sorted(site.glob("corpus/articles/*.txt"))[:2]
    command = [str(scripts / "abreast"), "compare", str(left), str(right), "--format", "json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=tmp_path).stdout)
    assert told["links"]
    keys = subprocess.run(
        [str(scripts / "abreast"), "keys"], check=True, capture_output=True, cwd=tmp_path
    )
    assert b"quit" in keys.stdout.lower()
