"""What tests/benchmark.py measures on a screen: a driver that notes when each frame is written.

Frames go the whole way to the bytes a terminal would get; only the terminal is missing.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.geometry import Size
from textual.widgets import OptionList

JUMPS = 60
QUIET = 0.06
"""Seconds without a frame after which a key is taken as fully painted."""


class FrameDriver(Driver):
    """A driver without a terminal that keeps the time of the last frame written."""

    last_frame = 0.0

    def write(self, data: str) -> None:
        """Note that a frame has been written."""
        self.last_frame = time.perf_counter()

    def start_application_mode(self) -> None:
        """Tell the application its size, as a terminal would."""
        self.resize(*(self._size or (120, 40)))

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal that is not there."""
        size = Size(width, height)
        self.process_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Do nothing: there is no input."""

    def stop_application_mode(self) -> None:
        """Do nothing: there is no terminal to restore."""


class BareList(App[None]):
    """The least that moves a highlight by key."""

    def compose(self) -> ComposeResult:
        """A list of as many rows as a reader shows."""
        yield OptionList(*(f"sentence {n}" for n in range(200)))


@asynccontextmanager
async def running(app: App[Any]) -> AsyncIterator[FrameDriver]:
    """Run an application with a FrameDriver until the block ends."""
    app.driver_class = FrameDriver
    app.animation_level = "none"
    task = asyncio.create_task(app.run_async(size=(120, 40), mouse=False))
    while not isinstance(app._driver, FrameDriver) or not app._driver.last_frame:
        await asyncio.sleep(0.01)
    await quiet(app._driver)
    yield app._driver
    app.exit()
    await task


async def quiet(driver: FrameDriver) -> None:
    """Wait until no frame has come for a while."""
    while time.perf_counter() - driver.last_frame < QUIET:
        await asyncio.sleep(QUIET / 4)


async def compared(app: Any) -> None:
    """Wait until a reader shows what its comparison found."""
    while app.screen.state.links is None:
        await asyncio.sleep(0.05)


async def time_key(app: App[Any], driver: FrameDriver, key: str) -> float:
    """Return the seconds from a key to the last frame it caused."""
    character = key if len(key) == 1 else None
    before = driver.last_frame
    start = time.perf_counter()
    app.post_message(events.Key(key, character))
    while driver.last_frame == before and time.perf_counter() - start < 2:
        await asyncio.sleep(0.001)
    await quiet(driver)
    return driver.last_frame - start


def reader(count: int) -> App[Any]:
    """Return a reader on two articles of `count` sentences with a notebook of its own."""
    from tests.support.large_articles import large_app

    return large_app(Path(tempfile.mkdtemp()), count)


async def jump_times(count: int) -> tuple[list[float], list[float]]:
    """Return the times of jumps to the next difference and of moves in a list, in turn.

    Both applications run at once, so that whatever else the machine does slows both.
    """
    app, bare = reader(count), BareList()
    ours, theirs = [], []
    async with running(app) as driver, running(bare) as bare_driver:
        await compared(app)
        await quiet(driver)
        for _ in range(JUMPS):
            ours.append(await time_key(app, driver, "n"))
            theirs.append(await time_key(bare, bare_driver, "down"))
    return ours, theirs


async def resize_time(count: int) -> float:
    """Return the median seconds from a change of the terminal's width to the last frame."""
    app = reader(count)
    times = []
    async with running(app) as driver:
        await compared(app)
        for width in (110, 130, 118, 140, 124, 104, 120):
            await quiet(driver)
            start = time.perf_counter()
            driver.resize(width, 40)
            await asyncio.sleep(QUIET)
            await quiet(driver)
            times.append(driver.last_frame - start)
    return sorted(times)[len(times) // 2]


def hold(app: App[Any]) -> None:
    """Run an application until it shows everything."""

    async def run() -> None:
        async with running(app) as driver:
            if hasattr(app.screen, "links"):
                await compared(app)
                await quiet(driver)

    asyncio.run(run())
