"""Notes of several lines: written in place or in the reader's own editor, kept or left alone."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.support.ledgers import bookmarks, in_notebook, keep, ledger
from tests.support.stated_reader import lines, reading, settled, stated_app
from tui.app import ReaderApp
from tui.dialogs.editor import EditorError, edited, editor
from tui.dialogs.note import NoteScreen


@contextmanager
def handed_over(_: object) -> Iterator[None]:
    """Stands for a terminal that can be handed to another program."""
    yield


def script(folder: Path, body: str) -> str:
    path = folder / "my editor.sh"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return f"'{path}'"


@pytest.fixture
def own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", script(tmp_path, 'printf "og mer\\n" >> "$1"'))
    monkeypatch.setattr(ReaderApp, "suspend", handed_over)


def test_visual_wins_over_editor_and_may_have_arguments() -> None:
    assert editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor({"VISUAL": " ", "EDITOR": "vi"}) == ["vi"]


def test_without_one_a_usual_editor_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "vi" else None)
    assert editor({}) == ["vi"]
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(EditorError, match="set EDITOR"):
        editor({})


def test_a_command_that_cannot_be_understood_is_told() -> None:
    with pytest.raises(EditorError, match="quotation mark"):
        editor({"EDITOR": "vi 'x"})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("exit 3", "code 3"),
        ('printf "\\377" > "$1"', "UTF-8"),
        ('rm "$1"', "no editor|No such"),
    ],
)
def test_an_editor_that_fails_is_told_in_one_line(tmp_path: Path, body: str, said: str) -> None:
    path = script(tmp_path, body).strip("'")
    with pytest.raises(EditorError, match=said) as told:
        edited("note", [path])
    assert "\n" not in str(told.value)


def test_a_missing_editor_is_told() -> None:
    with pytest.raises(EditorError, match="There is no editor 'no-such-editor'"):
        edited("note", ["no-such-editor"])


@pytest.mark.parametrize("text", ["", "én\nto", "slutt\n\n", "\x1b[1m"])
def test_a_text_comes_back_as_it_was_saved(text: str) -> None:
    assert edited(text, ["true"]) == text.rstrip("\n")


async def test_the_reader_writes_a_note_about_the_difference(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("N", *"første", "enter", "q", "?", "ctrl+s")
        await settled(pilot)
        (kept,) = in_notebook(tmp_path)
        assert (kept.note, kept.kind) == ("første\nq?", "number")
        assert screen.state.kept == (frozenset({1}), frozenset({2}))
        assert any("◆ ○ open  første q?" in line for line in lines(app))
        await pilot.press("N", "!", "ctrl+s")
        await settled(pilot)
        assert [b.note for b in in_notebook(tmp_path)] == ["første\nq?!"]


async def test_an_empty_note_that_is_kept_makes_no_bookmark(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("N", "ctrl+s")
        await settled(pilot)
        assert app.screen == screen
        assert in_notebook(tmp_path) == ()


@pytest.mark.usefixtures("own_editor")
async def test_the_editor_goes_on_with_what_was_written(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.press("n", *"først", "ctrl+o")
        await settled(pilot)
        assert isinstance(screen.app.screen, NoteScreen)
        assert screen.app.screen.query_one(TextArea).text == "først\nog mer"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert in_notebook(tmp_path)[0].note == "først\nog mer"


@pytest.mark.usefixtures("own_editor")
async def test_the_ledger_opens_the_editor_at_once(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path, "N"):
        assert in_notebook(tmp_path)[0].note == "og mer"


@pytest.mark.usefixtures("own_editor")
@pytest.mark.parametrize("key", ["n", "N"])
async def test_a_missing_editor_leaves_the_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    keep(tmp_path, bookmarks()[4:5])
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.press(key, *(["ctrl+o"] if key == "n" else []))
        await settled(pilot)
        assert "There is no editor 'no-such-editor'" in "\n".join(lines(screen.app))
        assert in_notebook(tmp_path)[0].note == "været"


async def test_a_terminal_that_cannot_be_handed_over_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path, "N") as (screen, _):
        assert "cannot be handed to an editor" in "\n".join(lines(screen.app))


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 10)])
async def test_the_note_is_seen_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size) as (_, pilot):
        await pilot.press("N", *"hele notatet")
        await pilot.pause()
        shown = "\n".join(lines(app))
        assert "hele notatet" in shown
        assert "^s keep" in shown or "ctrl+s keep" in shown
