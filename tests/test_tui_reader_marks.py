"""Marks by letter, the detail's own scrolling, and Enter in a search."""

from __future__ import annotations

from pathlib import Path

from tests.reading import lines, reading, settled, stated_app


async def test_a_mark_brings_back_to_its_sentence(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("i", "4", "enter", "m", "m", "a")
        await pilot.press("i", "1", "enter", "apostrophe", "a")
        assert (screen.side, screen.at[0]) == (0, 3)


async def test_a_mark_brings_back_an_article_that_has_changed_sides(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("i", "5", "enter", "m", "m", "x", "x")
        await settled(pilot)
        await pilot.press("m", "g", "x")
        assert (screen.side, screen.at[1]) == (1, 4)


async def test_a_letter_without_a_mark_says_so(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("apostrophe")
        assert "No sentence has a mark yet" in lines(app)[-2]
        await pilot.press("m", "m", "a", "apostrophe", "q")
        assert "No sentence has the mark q" in lines(app)[-2]


async def test_the_detail_scrolls_by_key(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path), (100, 24)) as (screen, pilot):
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("2", "m", "j")
        scrolled = screen.query_one("#detail").scroll_offset.y
        await pilot.press("m", "k")
        assert screen.query_one("#detail").scroll_offset.y == max(0, scrolled - 1)


async def test_enter_goes_to_the_first_place_of_a_search(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("g", "g", "slash", *"talte", "enter")
        assert (screen.side, screen.at[0]) == (0, 4)
