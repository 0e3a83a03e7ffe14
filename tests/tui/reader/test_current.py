"""The words of the difference that is looked at stand out from the other marks, in both texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.stated_reader import reading, stated_app
from tui.reader.panel_text import detail_of


def turned(screen: Any, side: int) -> str:
    """Give the words of a pane that are drawn in reverse."""
    pane = screen.panes[side]
    return "".join(
        segment.text
        for y in range(pane.size.height)
        for segment in pane.render_line(y)
        if segment.style is not None and segment.style.reverse
    )


async def test_they_are_those_of_the_jump(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        assert [turned(screen, side) for side in (0, 1)] == ["26", "28"]
        await pilot.press("n")
        assert [turned(screen, side) for side in (0, 1)] == ["ifølge Reuters", "AP melder"]
        await pilot.press("n")
        assert [turned(screen, side) for side in (0, 1)] == ["fredag", "torsdag"]


async def test_away_from_every_difference_there_are_none(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("o")
        assert [turned(screen, side) for side in (0, 1)] == ["", ""]
        await pilot.press("p", "x")
        await pilot.pause()
        assert [turned(screen, side) for side in (0, 1)] == ["", ""]


async def test_a_lens_that_leaves_the_difference_out_turns_it_back(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("f3")
        assert [turned(screen, side) for side in (0, 1)] == ["", ""]
        await pilot.press("n", "f5")
        assert [turned(screen, side) for side in (0, 1)] == ["fredag", "torsdag"]


async def test_on_a_small_screen_they_stand_out_in_the_partner_below(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path), (60, 20)) as (screen, _):
        shown = detail_of(screen, 56)
        words = next(
            shown.plain[span.start : span.end]
            for span in shown.spans
            if "reader-differ" in str(span.style)
        )
        assert words == "28"
