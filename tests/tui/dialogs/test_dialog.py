"""Who may close a screen: only itself, once, and only while it is on top."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.support.ledgers import three_articles
from tests.support.stated_reader import reading, settled
from tui.dialogs.choice import ChoiceScreen
from tui.keys.table import Keymap

OPENERS = {
    "picker": "choose_article",
    "ledger": "ledger",
    "split": "split",
    "note": "note",
    "export": "export",
    "help": "help",
    "palette": "palette",
    "keys": "change_keys",
}


def choice() -> ChoiceScreen:
    return ChoiceScreen("Which?", ["one", "two"], Keymap())


@pytest.mark.parametrize("name", OPENERS)
async def test_two_keys_that_close_at_once_close_one_screen(tmp_path: Path, name: str) -> None:
    app = three_articles(tmp_path)
    async with reading(app) as (screen, pilot):
        scope = "app" if OPENERS[name] in ("help", "palette", "change_keys") else "reader"
        await app.perform(f"{scope}.{OPENERS[name]}")
        await settled(pilot)
        assert app.screen is not screen
        for _ in range(4):
            app.post_message(Key("escape", None))
        await settled(pilot)
        assert app.screen is screen
        assert app.is_running


async def test_a_dialog_gives_one_result_however_often_it_is_closed(tmp_path: Path) -> None:
    app = three_articles(tmp_path)
    async with reading(app) as (screen, pilot):
        results: list[int | None] = []
        dialog = choice()
        app.push_screen(dialog, results.append)
        await settled(pilot)
        for result in (1, 0, None):
            dialog.dismiss(result)
        await settled(pilot)
        assert results == [1]
        assert app.screen is screen


async def test_what_lies_below_another_screen_does_not_close_that_one(tmp_path: Path) -> None:
    app = three_articles(tmp_path)
    async with reading(app) as (_, pilot):
        below, above = choice(), choice()
        app.push_screen(below)
        await settled(pilot)
        app.push_screen(above)
        await settled(pilot)
        below.dismiss(0)
        await settled(pilot)
        assert app.screen is above
