"""Everything a mouse can do: sentences, connectors, bars, the list, the wheel."""

from __future__ import annotations

from pathlib import Path

from textual.events import MouseScrollDown

from tests.support.stated_reader import reading, stated_app
from tui.widgets.ribbon import Ribbon


async def test_a_click_on_a_connector_selects_its_pair(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        ribbon = screen.query_one(Ribbon)
        y, x = next(
            (y, x)
            for y, line in enumerate(ribbon._grid)
            for x, cell in enumerate(line)
            if cell.pair == (3, 3)
        )
        await pilot.click("#ribbon", offset=(x, y + ribbon.gutter.top))
        await pilot.pause()
        assert screen.state.at == (3, 3)


async def test_a_click_in_the_list_goes_to_the_difference(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path), (200, 40)) as (screen, pilot):
        await pilot.click("#list", offset=(4, 4))
        await pilot.pause()
        assert screen.state.stop == 2


async def test_the_wheel_scrolls_both_panes(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=30)) as (screen, pilot):
        left, right = screen.panes
        for _ in range(8):
            left.post_message(MouseScrollDown(left, 5, 5, 0, 1, 0, False, False, False))
            await pilot.pause()
        assert left.scroll_y > 0
        assert right.scroll_y > 0


async def test_a_click_in_the_other_pane_takes_the_cursor_there(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        row = screen.panes[1].page.rows_of(4).start
        await pilot.click("#pane-1", offset=(12, row))
        await pilot.pause()
        assert (screen.state.side, screen.state.at[1]) == (1, 4)


async def test_the_wheel_parts_a_pair_slowly_and_brings_both_to_their_ends(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=30), (100, 30)) as (screen, pilot):
        left, right = screen.panes
        screen.quietly(right, 60)
        for _ in range(5):
            before = (left.scroll_offset.y, right.scroll_offset.y)
            await pilot.press("J")
            await pilot.pause()
            assert left.scroll_offset.y == before[0] + 1
            assert abs(right.scroll_offset.y - before[1]) <= 3
        for _ in range(6):
            await pilot.press("K")
        await pilot.pause()
        assert (left.scroll_offset.y, right.scroll_offset.y) == (0, 0)
        screen.quietly(right, 60)
        await pilot.press("9", "9", "J", "9", "9", "9", "J")
        await pilot.pause()
        assert left.scroll_offset.y == left.max_scroll_y
        assert right.scroll_offset.y >= len(right.page) - right.size.height
