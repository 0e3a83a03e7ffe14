"""Bookmarks: kept with a note, shown in the gutter, found again; a bad disk is survived."""

from __future__ import annotations

from pathlib import Path

from corpus.notebook import Notebook
from tests.reading import lines, reading, settled, stated_app


async def test_a_bookmark_is_kept_with_its_note(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("b", *"sjekk", "enter")
        assert screen.kept == (frozenset({1}), frozenset({2}))
        assert any("≠◆" in line for line in lines(app))
    with Notebook.open(tmp_path / "notebook.sqlite3") as notebook:
        (kept,) = notebook.bookmarks()
    assert (kept.note, kept.kind, kept.verdict) == ("sjekk", "number", "differ")


async def test_escape_drops_the_note(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("b", "n", "escape")
        assert screen.kept == (frozenset(), frozenset())
        assert screen.stop == 0
        assert screen.panes[0].has_focus


async def test_bookmarks_are_walked_and_last(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (_, pilot):
        await pilot.press("b", "enter", "o", "b", "enter")
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await settled(pilot)
        seen = []
        for _ in range(2):
            await pilot.press("B")
            seen.append(tuple(screen.at))
        assert sorted(seen, key=str) == [(1, 2), (2, None)]


async def test_a_notebook_that_cannot_be_opened_is_told_and_survived(tmp_path: Path) -> None:
    (tmp_path / "notebook.sqlite3").mkdir()
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert "Bookmarks last until you quit" in lines(app)[-2]
        await pilot.press("b", "enter")
        assert screen.kept[0] == frozenset({1})
