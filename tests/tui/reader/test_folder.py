"""The open folder: articles that come, go or change while the reader is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.intake import places
from tests.support.stated_reader import lines, settled
from tui.app import ReaderApp
from tui.cli.opening import find
from tui.reader.folder import Folder

TEXTS = {"a": "Uro i Almaty. Minst 26 er drept.", "b": "Uro i Almaty. 28 er drept.", "c": "Ro."}


def folder_of(path: Path) -> Path:
    for name, text in TEXTS.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


def test_nothing_new_is_no_change(tmp_path: Path) -> None:
    places = find([folder_of(tmp_path)])
    folder = Folder(tmp_path, places.known)
    assert folder.change() is None


def test_files_that_come_go_and_change_are_named(tmp_path: Path) -> None:
    places = find([folder_of(tmp_path)])
    folder = Folder(tmp_path, places.known)
    (tmp_path / "c.txt").unlink()
    (tmp_path / "d.md").write_text("Nytt.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Helt ny tekst.", encoding="utf-8")
    (tmp_path / "e.txt").write_bytes(b"\x00\x01")
    change = folder.change()
    assert change is not None
    assert (change.come, change.gone, change.altered) == (("d.md",), ("c.txt",), ("a.txt",))
    assert change.unread == ("e.txt",)
    assert "e.txt cannot be read as an article" in str(change)
    assert [Path(a.path or "").name for a in change.articles] == ["a.txt", "b.txt", "d.md"]
    assert change.articles[1] is places.known[1]
    assert folder.change() is None


async def test_what_cannot_be_read_is_told_when_a_folder_is_opened(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "e.txt").write_bytes(b"\x00\x01")
    places = find([folder])
    app = ReaderApp(*places.preview(), places=places, notebook_path=tmp_path / "n.sqlite3")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert "e.txt cannot be read as an article" in lines(app)[-2]


def test_a_folder_that_is_gone_keeps_its_articles(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    places = find([folder_of(tmp_path / "x")])
    folder = Folder(tmp_path / "x", places.known)
    (tmp_path / "x").rename(tmp_path / "y")
    assert folder.change() is None


async def test_a_new_article_can_be_chosen(tmp_path: Path) -> None:
    places = find([folder_of(tmp_path)])
    app = ReaderApp(*places.preview(), places=places, notebook_path=tmp_path / "n.sqlite3")
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        screen: Any = app.screen
        (tmp_path / "d.txt").write_text("En ny artikkel om ro i Malmö.", encoding="utf-8")
        screen.loader.look_at_folder()
        await settled(pilot)
        assert len(screen.choice.articles) == 4
        assert "d.txt new" in lines(app)[-2]
        await pilot.press("A", *"malmö", "enter")
        await settled(pilot)
        assert screen.state.pair[0].text.startswith("En ny")


def test_a_file_on_which_a_rule_stumbles_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = places.read_article

    def stumble(path: str) -> object:
        if "bad" in str(path):
            raise OverflowError("date value out of range")
        return sound(path)

    monkeypatch.setattr(places, "read_article", stumble)
    folder = Folder(tmp_path, ())
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text("Politiet melder at 26 personer er skadet.", encoding="utf-8")
    change = folder.change()
    assert change is not None
    assert (change.come, change.unread) == (("good.txt",), ("bad.txt",))
