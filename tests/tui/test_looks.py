"""Looks: few, and only what no other test can say. Look at the pictures before updating them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.looks import comparison, look_app
from tests.support.stated_reader import settled

SIZES = {"wide": (200, 40), "normal": (120, 36), "stacked": (80, 36), "tiny": (60, 20)}
NORMAL = SIZES["normal"]
SURROUNDINGS = ("NO_COLOR", "COLORTERM", "TERM", "COLUMNS", "LINES", "TEXTUAL_THEME")


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)


def after(*keys: str) -> Callable[[Any], Awaitable[None]]:
    """Press keys once the comparison is shown, and wait until all is drawn."""

    async def ready(pilot: Any) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return ready


@pytest.mark.parametrize("look", SIZES)
def test_sizes(snap_compare: Any, tmp_path: Path, look: str) -> None:
    assert snap_compare(look_app(tmp_path), terminal_size=SIZES[look], run_before=after())


@pytest.mark.parametrize("theme", ["abreast-paper", "ansi-dark"])
def test_themes(snap_compare: Any, tmp_path: Path, theme: str) -> None:
    app = look_app(tmp_path)
    app.theme = theme
    assert snap_compare(app, terminal_size=NORMAL, run_before=after("n"))


def test_without_colour(snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=after("n"))


def test_explained(snap_compare: Any, tmp_path: Path) -> None:
    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=after("e"))


def test_help(snap_compare: Any, tmp_path: Path) -> None:
    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=after("?"))


def test_keys_that_wait(snap_compare: Any, tmp_path: Path) -> None:
    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=after("v"))


def test_picker(snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.comparison.compare", lambda a, b, **_: comparison(a, b))

    async def choosing(pilot: Any) -> None:
        await settled(pilot)
        pilot.app.screen.choice.action_choose_article()
        await settled(pilot)

    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=choosing)


def test_ledger(snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("records", "notebook", "selectors"):
        monkeypatch.setattr(f"corpus.ledger.{module}.now", lambda: "2022-01-13T02:00:00.000Z")

    async def listed(pilot: Any) -> None:
        await settled(pilot)
        screen = pilot.app.screen
        screen.bookmarks.keep("Onsdag er dagen for opprydningen.")
        await pilot.press("n")
        screen.bookmarks.keep("Ring politiet: tre eller fem?")
        screen.ledger_jump.action_ledger()
        await settled(pilot)

    assert snap_compare(look_app(tmp_path), terminal_size=NORMAL, run_before=listed)
