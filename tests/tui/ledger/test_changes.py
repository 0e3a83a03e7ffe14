"""Changes made in the ledger: kept at once, taken back and done again, told when they fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import NotebookError
from corpus.ledger.notebook import Notebook
from tests.support.ledgers import bookmarks, in_notebook, keep, ledger
from tests.support.stated_reader import lines, settled


@pytest.mark.parametrize(
    ("keys", "judgement"),
    [
        ("c", "confirmed"),
        ("+", "confirmed"),
        ("e", "explained"),
        ("x", "dismissed"),
        ("-", "dismissed"),
        ("b", "confirmed"),
        ("bb", "explained"),
        ("3b", "dismissed"),
        ("co", "open"),
    ],
)
async def test_a_key_judges(tmp_path: Path, keys: str, judgement: str) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path, *keys):
        assert [b.judgement for b in in_notebook(tmp_path)] == [judgement]


async def test_what_is_dismissed_leaves_the_list_and_undo_brings_it_back(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:2])
    async with ledger(tmp_path, "x") as (screen, pilot):
        assert len(screen.shown.pages) == 1
        assert ". shows what is dismissed" in "\n".join(lines(screen.app))
        await pilot.press("u")
        assert len(screen.shown.pages) == 2
        await pilot.press("U")
        assert len(screen.shown.pages) == 1


async def test_a_note_of_several_lines_is_written_in_place(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.press("n", *"ring", "enter", *"NTB", "ctrl+s")
        await settled(pilot)
        assert in_notebook(tmp_path)[0].note == "ring\nNTB"
        assert "ring NTB" in "\n".join(lines(screen.app))
        await pilot.press("n", "x", "escape")
        await settled(pilot)
        assert "The note was changed: ctrl+s keeps it" in "\n".join(lines(screen.app))
        await pilot.press("escape")
        await settled(pilot)
        assert screen.app.screen is screen
        assert in_notebook(tmp_path)[0].note == "ring\nNTB"


async def test_tags_are_written_with_commas_between(tmp_path: Path) -> None:
    keep(tmp_path, [replace(bookmarks()[0], tags=("tall",))])
    async with ledger(tmp_path, "t", *", haster,,tall", "enter") as (screen, pilot):
        assert in_notebook(tmp_path)[0].tags == ("tall", "haster")
        assert screen.shown.has_focus
        await pilot.press("t", *["backspace"] * 20, "enter", "u")
        assert in_notebook(tmp_path)[0].tags == ("tall", "haster")


async def test_a_bookmark_is_taken_away_and_brought_back(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:3])
    async with ledger(tmp_path, "j", "D") as (screen, pilot):
        assert [b.kind for b in in_notebook(tmp_path, sort="place")] == ["number", "number"]
        assert screen.shown.cursor == 1
        await pilot.press("u")
        assert in_notebook(tmp_path, sort="place") == tuple(bookmarks_in_order(tmp_path))
        assert "Undone: took away the bookmark “" in "\n".join(lines(screen.app))
        await pilot.press("9", "u")
        assert "There is nothing to undo" not in "\n".join(lines(screen.app))
        await pilot.press("u")
        assert "There is nothing to undo" in "\n".join(lines(screen.app))


def bookmarks_in_order(folder: Path) -> list[object]:
    with Notebook.open(folder / "notebook.sqlite3") as notebook:
        return list(notebook.bookmarks(sort="place"))


async def test_a_change_keeps_what_another_reader_wrote_meanwhile(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path) as (_, pilot):
        with Notebook.open(tmp_path / "notebook.sqlite3") as other:
            (known,) = other.bookmarks()
            other.update(replace(known, note="fra den andre"))
        await pilot.press("c")
        (now,) = in_notebook(tmp_path)
        assert (now.note, now.judgement) == ("fra den andre", "confirmed")


async def test_a_bookmark_that_another_reader_took_away_is_told(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path) as (screen, pilot):
        with Notebook.open(tmp_path / "notebook.sqlite3") as other:
            other.delete(other.bookmarks()[0].id)
        await pilot.press("c")
        assert "another reader took it away" in "\n".join(lines(screen.app))
        assert len(screen.shown.pages) == 0


async def test_a_disk_that_fails_is_told_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, bookmarks()[:1])

    def full(*_: object) -> None:
        raise NotebookError("the disk is full; make room.")

    async with ledger(tmp_path) as (screen, pilot):
        for name, key in (("update", "c"), ("delete", "D"), ("undo", "u"), ("redo", "U")):
            monkeypatch.setattr(Notebook, name, full)
            await pilot.press(key)
            assert "the disk is full" in "\n".join(lines(screen.app))
            assert len(screen.shown.pages) == 1


async def test_a_notebook_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object, **__: object) -> None:
        raise NotebookError("the disk could not be read.")

    async with ledger(tmp_path) as (screen, pilot):
        monkeypatch.setattr(Notebook, "count", unreadable)
        await pilot.press("s")
        assert "the disk could not be read" in "\n".join(lines(screen.app))
        await pilot.press("escape")
        assert screen.app.screen is not screen
