"""Help, palette, foot and pending hint: all from the table, all with the keys in force."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.content import Content

from tests.support.stated_reader import StatedApp, lines, reading, settled, stated_app
from tui.dialogs.help import HelpScreen, help_text
from tui.dialogs.palette_commands import ActionCommands
from tui.keys.actions import ACTIONS, BY_ID
from tui.keys.keymap import load
from tui.widgets.keybar import keybar


def app_with(folder: Path, text: str) -> StatedApp:
    app = stated_app(folder)
    app.keymap_path = folder / "keymaps.yaml"
    app.keymap_path.write_text(text, encoding="utf-8")
    return app


async def test_help_opens_scrolls_and_closes(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app, (60, 20)) as (screen, pilot):
        await pilot.press("question_mark")
        text = app.screen.query_one("#text")
        await pilot.press("space", "j")
        assert text.scroll_y > 1
        before = text.scroll_y
        await pilot.press("3", "k")
        assert text.scroll_y == before - 3
        await pilot.press("escape")
        assert app.screen is screen


async def test_the_key_for_help_closes_it_too(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("question_mark", "question_mark")
        assert app.screen is screen


async def test_quit_leaves_help_before_it_leaves_the_reader(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("question_mark", "q")
        assert app.screen is screen
        assert app.return_code is None
        await pilot.press("q")
        assert app.return_code == 0


async def test_the_keys_of_the_reader_are_silent_under_help(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        stop = screen.state.stop
        await pilot.press("question_mark", "n", "x")
        assert screen.state.stop == stop
        assert screen.state.pair[0].title == "Venstre"


async def test_ones_own_keys_and_words_are_shown_and_work(tmp_path: Path) -> None:
    app = app_with(
        tmp_path, "keys: {reader.next_difference: {keys: ø, description: 'Neste [b]avvik.'}}"
    )
    async with reading(app) as (screen, pilot):
        await pilot.press("ø")
        assert screen.state.stop == 1
        assert lines(app)[-1].startswith(" ø next difference")
        await pilot.press("n")
        assert screen.state.stop == 1
        await pilot.press("question_mark")
        assert any("ø" in line and "Neste [b]avvik." in line for line in lines(app))


@pytest.mark.parametrize("width", [30, 40, 60, 84])
def test_help_fits_its_width_and_names_every_action(width: int) -> None:
    keymap = load(None, own=False).keymap
    text = help_text(keymap, "reader", width).plain
    assert max(map(len, text.splitlines())) <= width
    folded = " ".join(text.split())
    for action in ACTIONS:
        if action.scope in ("reader", "app"):
            assert keymap.shown(action.id) in folded


@pytest.mark.parametrize("width", [20, 40, 60, 120, 200])
def test_the_foot_holds_whole_actions_and_the_way_out(width: int) -> None:
    bar: Content = keybar(load(None, own=False).keymap, "reader", width)
    assert "quit" in bar.plain
    assert bar.cell_length <= max(width, len("ctrl+p commands  ? help  q quit"))


async def test_keys_that_wait_show_what_can_follow(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app, (60, 20)) as (screen, pilot):
        await pilot.press("v")
        await pilot.pause()
        shown = "\n".join(lines(app))
        assert "v …" in shown
        assert "n numbers" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert "v …" not in "\n".join(lines(app))
        assert len(screen.state.stops) == 3


async def test_a_count_goes_that_many_steps(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("2", "n")
        assert screen.state.stop == 2
        await pilot.press("3", "g", "g")
        assert screen.state.at[0] == 2


async def test_the_palette_finds_an_action_and_does_it(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("ctrl+p", *"swap sid")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert screen.state.pair[0].title == "Høyre"


async def test_the_palette_lists_every_action_with_its_keys(tmp_path: Path) -> None:
    app = app_with(tmp_path, "keys: {reader.explain: {keys: y, description: '[bold'}}")
    async with reading(app) as (screen, _):
        hits: dict[str, Any] = {}
        async for hit in ActionCommands(screen).discover():
            hits[str(hit.text)] = hit
        assert "Explain  ·  y" in hits
        assert Content.from_markup(hits["Explain  ·  y"].help).plain == "[bold"
        wanted = [a for a in ACTIONS if a.scope in ("reader", "app") and a.id != "app.palette"]
        assert len(hits) == len(wanted)


async def test_the_palette_over_help_offers_what_help_can_do(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("question_mark", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press("escape")
        assert isinstance(app.screen, HelpScreen)


async def test_a_broken_keymap_is_told_and_the_reader_opens(tmp_path: Path) -> None:
    app = app_with(tmp_path, "keys:\n  reader.explain: [\n")
    async with reading(app) as (screen, pilot):
        notes = [note.message for note in app._notifications]
        assert any(f"{app.keymap_path}:" in note for note in notes)
        await pilot.press("n")
        assert screen.state.stop == 1


async def test_the_choosers_say_what_is_in_force_and_choose(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        for keys, said, wanted in (
            (("T",), "abreast-night  ·  in force", "paper"),
            (("g", "k"), "default  ·  in force", "vim"),
        ):
            await pilot.press(*keys)
            await pilot.pause(0.5)
            shown = "\n".join(lines(app))
            assert said in shown
            assert "🔎" not in shown
            await pilot.press(*wanted)
            await pilot.pause(0.5)
            await pilot.press("enter")
            await pilot.pause(0.3)
        assert (app.theme, app.keymap.preset) == ("abreast-paper", "vim")


async def test_escape_puts_a_warning_away(tmp_path: Path) -> None:
    app = app_with(tmp_path, "keys:\n  reader.explain: [\n")
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        assert app.screen.query("Toast")
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert not app.screen.query("Toast")


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 34)])
async def test_everything_that_can_follow_is_shown_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size) as (_, pilot):
        for key in ("v", "g", "m"):
            await pilot.press(key)
            await pilot.pause()
            shown = "\n".join(lines(app))
            ways = [keys for keys in app.keymap.bindings("reader") if keys[:1] == (key,)]
            for way in ways:
                name = BY_ID[app.keymap.bindings("reader")[way]].name
                assert f"{way[1]} {name}" in shown
            await pilot.press("escape")
