"""Settings: remembered at once, and never in the way when their file is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.stated_reader import LEFT as LEFT_TEXT
from tests.support.stated_reader import RIGHT as RIGHT_TEXT
from tests.support.stated_reader import StatedApp, article, lines, reading
from tui.settings import Settings, read_settings, settings_path, write_settings


def remembering(folder: Path) -> StatedApp:
    app = StatedApp(
        article(LEFT_TEXT, "Venstre"),
        article(RIGHT_TEXT, "Høyre"),
        notebook_path=folder / "notebook.sqlite3",
        keymap_path=folder / "keymaps.yaml",
        settings_path=folder / "some" / "settings.yaml",
    )
    (folder / "keymaps.yaml").touch()
    app.animation_level = "none"
    return app


def test_a_missing_file_makes_no_choices(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "none.yaml")
    assert read.settings == Settings()
    assert read.problems == ()


@given(
    st.builds(
        Settings,
        theme=st.none() | st.text(st.characters(categories=["L", "N", "P"]), max_size=20),
        linked_scrolling=st.none() | st.booleans(),
        preset=st.none() | st.sampled_from(["vim", "no", "true", "~", "12", ""]),
    )
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.yaml"
    assert write_settings(path, chosen) is None
    read = read_settings(path)
    assert read.problems == ()
    assert read.settings == chosen


@given(data=st.binary(max_size=200))
def test_no_bytes_break_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.yaml"
    path.write_bytes(data)
    read_settings(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme: [", "ignored"),
        ("colour: red", "is no setting"),
        ("theme: [a]", "is no setting"),
        ("linked_scrolling: maybe", "true or false"),
        ("theme: \x00", "ignored"),
    ],
)
def test_what_is_broken_is_told_and_the_rest_holds(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"preset: vim\n{text}\n", encoding="utf-8")
    read = read_settings(path)
    assert len(read.problems) == 1
    assert words in read.problems[0]
    assert read.settings.preset in ("vim", None)


def test_a_list_holds_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("- vim", encoding="utf-8")
    assert "holds no settings" in read_settings(path).problems[0]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = write_settings(tmp_path / "file" / "settings.yaml", Settings("x"))
    assert told is not None
    assert "lasts until you quit" in told


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.yaml"
    write_settings(path, Settings("old"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "No space left" in str(write_settings(path, Settings("new")))
    assert read_settings(path).settings.theme == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.yaml"]


def test_the_place_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ABREAST_SETTINGS", str(tmp_path / "mine.yaml"))
    assert settings_path() == tmp_path / "mine.yaml"
    monkeypatch.delenv("ABREAST_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "abreast" / "settings.yaml"


async def test_theme_and_linked_scrolling_are_there_the_next_time(tmp_path: Path) -> None:
    async with reading(remembering(tmp_path)) as (_, pilot):
        await pilot.press("t", "s")
        await pilot.pause()
    app = remembering(tmp_path)
    assert app.theme == "abreast-paper"
    async with reading(app) as (screen, _):
        assert screen.linked_scrolling is False


async def test_a_preset_that_was_chosen_holds_the_next_time(tmp_path: Path) -> None:
    async with reading(remembering(tmp_path)) as (screen, pilot):
        await pilot.press("g", "k", *"vim")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.2)
        await pilot.press("d")
        assert screen.state.stop == 1
    app = remembering(tmp_path)
    async with reading(app) as (screen, pilot):
        assert app.keymap.preset == "vim"
        await pilot.press("d")
        assert screen.state.stop == 1


async def test_the_preset_of_the_keymap_file_wins_over_the_remembered_one(tmp_path: Path) -> None:
    app = remembering(tmp_path)
    (tmp_path / "keymaps.yaml").write_text("preset: arrows\n", encoding="utf-8")
    app.settings = replace(app.settings, preset="vim")
    async with reading(app):
        assert app.keymap.preset == "arrows"


async def test_broken_settings_are_told_in_the_reader(tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "settings.yaml").write_text("theme: none-such\n", encoding="utf-8")
    app = remembering(tmp_path)
    async with reading(app) as (screen, pilot):
        assert any("none-such" in note.message for note in app._notifications)
        await pilot.press("n")
        assert screen.state.stop == 1


async def test_nothing_is_written_where_nothing_was_chosen(tmp_path: Path) -> None:
    app = remembering(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.pause()
        assert lines(app)
    assert not (tmp_path / "some").exists()
