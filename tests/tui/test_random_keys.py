"""Random keys over all screens end nothing, lose nothing, and Esc and q always lead out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.random_keys import Driver, driven_app, lead_out, safe_surroundings

KEYS = int(os.environ.get("RANDOM_KEYS", "600"))
"""How many are pressed; `make soak` presses 20,000."""
EACH = 100
"""Keys of one run, before it is left by Esc and q: every run begins on a clean screen."""


@pytest.mark.parametrize("seed", range(KEYS // EACH))
async def test_random_keys_leave_a_reader_that_can_be_used_and_left(
    tmp_path: Path, seed: int
) -> None:
    app = driven_app(tmp_path)
    with safe_surroundings(tmp_path):
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            driver = Driver(pilot, seed)
            try:
                await driver.press(EACH)
                assert app.is_running
                await lead_out(pilot)
            except BaseException:
                print("keys:", *driver.pressed)
                raise
    assert app.return_code == 0
