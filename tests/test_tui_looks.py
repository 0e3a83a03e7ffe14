"""Looks: few, and only what no other test can say. Look at the pictures before updating them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reading import stated_app

SIZES = {"wide": (200, 40), "normal": (120, 36), "stacked": (80, 36), "tiny": (60, 20)}


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


async def shown(pilot: Any) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("look", SIZES)
def test_sizes(snap_compare: Any, tmp_path: Path, look: str) -> None:
    assert snap_compare(stated_app(tmp_path), terminal_size=SIZES[look], run_before=shown)


def test_light(snap_compare: Any, tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    app.theme = "abreast-paper"
    assert snap_compare(app, terminal_size=SIZES["normal"], run_before=shown)


def test_without_colour(snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = stated_app(tmp_path)
    assert snap_compare(app, terminal_size=SIZES["normal"], run_before=shown)


def test_explained(snap_compare: Any, tmp_path: Path) -> None:
    async def explained(pilot: Any) -> None:
        await shown(pilot)
        await pilot.app.screen.run_action("explain")
        await pilot.pause()

    assert snap_compare(stated_app(tmp_path), terminal_size=SIZES["normal"], run_before=explained)
