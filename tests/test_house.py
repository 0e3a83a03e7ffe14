"""The house: rooms of a size that can be overseen, each with one sentence and under a rule."""

from __future__ import annotations

import ast
import statistics
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "corpus").rglob("*.py"), *(ROOT / "tui").rglob("*.py")])
MODULES = [path for path in FILES if path.name != "__init__.py"]
MOST_MODULES = 18
"""Modules in a folder: what a listing shows at one glance."""
MOST_LINES = 400
DEEPEST = 3
"""Classes of ours in one line of inheritance."""


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_no_folder_holds_more_modules_than_a_glance_takes_in() -> None:
    sizes = Counter(str(path.parent.relative_to(ROOT)) for path in MODULES)
    assert {folder: n for folder, n in sizes.items() if n > MOST_MODULES} == {}


def test_no_file_is_long_and_the_median_is_about_a_hundred_lines() -> None:
    lines = {dotted(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: n for name, n in lines.items() if n > MOST_LINES} == {}
    assert statistics.median(lines.values()) <= 130


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert lengths[len(lengths) * 9 // 10] < 20


@pytest.mark.parametrize(
    "package", [path for path in FILES if path.name == "__init__.py"], ids=dotted
)
def test_every_room_says_what_it_holds(package: Path) -> None:
    sentence = ast.get_docstring(ast.parse(package.read_text("utf-8"))) or ""
    assert sentence.strip().endswith("."), "a room says in its __init__ what it holds"


def test_every_room_stands_under_a_layer_rule() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    named = {
        part.strip()
        for contract in rules["contracts"]
        for line in contract.get("layers", [])
        for part in line.split("|")
    }
    parts = {".".join(dotted(path).split(".")[:2]) for path in MODULES}
    free = {"tui.__main__"}  # the door: python -m tui
    assert parts - named - free == set()


def test_no_line_of_inheritance_is_deep() -> None:
    bases: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                plain = [b.value if isinstance(b, ast.Subscript) else b for b in node.bases]
                bases[node.name] = [b.id for b in plain if isinstance(b, ast.Name)]

    def depth(name: str, seen: tuple[str, ...] = ()) -> int:
        if name in seen:
            return 0
        return 1 + max((depth(b, (*seen, name)) for b in bases[name] if b in bases), default=0)

    assert {name: depth(name) for name in bases if depth(name) > DEEPEST} == {}
