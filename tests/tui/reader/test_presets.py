"""Every key of every preset does its action on the reader's screen, whatever can be done there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.stated_reader import reading, settled, stated_app
from tui.keys.actions import BY_ID
from tui.keys.keymap import load, presets
from tui.keys.table import Keymap

SHIPPED = [name for name in presets(Path("none.yaml")) if name]


def keys_of(keymap: Keymap) -> list[tuple[tuple[str, ...], str]]:
    """Give all sequences of the reader's screen with their actions."""
    return sorted(keymap.bindings("reader").items())


def named(key: str) -> str:
    """Give a key by the name that a terminal's parser gives it."""
    from textual.keys import _character_to_key

    return key if len(key) > 1 else _character_to_key(key)


@pytest.mark.parametrize("preset", SHIPPED)
async def test_every_key_of_a_preset_does_its_action(tmp_path: Path, preset: str) -> None:
    app = stated_app(tmp_path)
    done: list[str] = []

    async def perform(action: str, count: int | None = None) -> bool:
        done.append(action)
        return True

    async with reading(app) as (_, pilot):
        keymap = load(None, preset, own=False).keymap
        app.use_keymap(keymap)
        app.perform = perform  # type: ignore[method-assign]
        for sequence, action in keys_of(keymap):
            done.clear()
            await pilot.press(*map(named, sequence))
            assert done == [action], sequence


@pytest.mark.parametrize("preset", SHIPPED)
async def test_every_action_of_a_preset_leaves_a_screen_that_can_be_used(
    tmp_path: Path, preset: str
) -> None:
    app = stated_app(tmp_path, repeat=2)
    async with reading(app) as (screen, pilot):
        keymap = load(None, preset, own=False).keymap
        app.use_keymap(keymap)
        for action in keymap.keys:
            if BY_ID[action].scope != "reader":
                continue
            await pilot.press(*map(named, keymap.of(action)[0]))
            await settled(pilot)
            while len(app.screen_stack) > 1:
                app.pop_screen()
                await pilot.pause()
            await screen.put_away()
            app.use_keymap(keymap)
        await pilot.press(*map(named, keymap.of("reader.next_difference")[0]))
        assert app.is_running


@pytest.mark.parametrize("preset", SHIPPED)
def test_every_action_has_a_key_in_every_preset(preset: str) -> None:
    keymap = load(None, preset, own=False).keymap
    assert [action for action in BY_ID if not keymap.of(action)] == []
