"""README and the documents beside it tell what the product does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.keys_document import KEYS, made
from tui.keys.actions import ACTIONS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]


def test_the_table_of_keys_is_the_one_in_force() -> None:
    text = KEYS.read_text(encoding="utf-8")
    assert made(text) == text


def test_every_action_of_the_reader_is_in_the_table() -> None:
    text = KEYS.read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in (action.id for action in ACTIONS))


def test_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 200


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_nothing_is_left_to_fill_in(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not re.search(r"TODO|TBD|<!-- (picture|quality|changing keys) -->", text)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_pictures_and_files_it_names_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"\]\(((?!http)[^)#]+)\)", text):
        assert (document.parent / name).exists(), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_paths_it_names_in_code_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:corpus|tui|tests|docs)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name
