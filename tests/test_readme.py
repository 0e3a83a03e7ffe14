"""README tells what the product does."""

from __future__ import annotations

import re

from tests.support.readme_tables import README, made
from tui.keys.actions import ACTIONS

TEXT = README.read_text(encoding="utf-8")


def test_the_table_of_keys_is_the_one_in_force() -> None:
    assert made(TEXT) == TEXT


def test_every_action_of_the_reader_is_in_the_table() -> None:
    assert all(f"`{name}`" in TEXT for name in (action.id for action in ACTIONS))


def test_nothing_is_left_to_fill_in() -> None:
    assert not re.search(r"TODO|TBD|<!-- (picture|quality|changing keys) -->", TEXT)


def test_pictures_and_files_it_names_are_there() -> None:
    for name in re.findall(r"\]\(((?!http)[^)#]+)\)", TEXT):
        assert (README.parent / name).exists(), name
