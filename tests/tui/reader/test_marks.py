"""Marks by letter, the detail's own scrolling, and Enter in a search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.stated_reader import lines, reading, settled, stated_app
from tui.layout.search import find


async def test_a_mark_brings_back_to_its_sentence(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("i", "4", "enter", "m", "m", "a")
        await pilot.press("i", "1", "enter", "apostrophe", "a")
        assert (screen.state.side, screen.state.at[0]) == (0, 3)


async def test_a_mark_brings_back_an_article_that_has_changed_sides(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("i", "5", "enter", "m", "m", "x", "x")
        await settled(pilot)
        await pilot.press("m", "g", "x")
        assert (screen.state.side, screen.state.at[1]) == (1, 4)


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
        assert (screen.state.side, screen.state.at[0]) == (0, 4)


async def test_places_are_counted_and_walked_round(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("slash", *"talte")
        await pilot.pause()
        assert "found in 3 sentences" in lines(app)[-2]
        await pilot.press("enter")
        assert "found 1 of 3" in lines(app)[-2]
        await pilot.press("f", "f", "f")
        assert "found 1 of 3" in lines(app)[-2]
        await pilot.press("F")
        assert (screen.state.side, screen.state.at[1]) == (1, 4)


async def test_a_search_goes_on_in_the_articles_that_come(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("slash", *"fjellene", "enter")
        assert (screen.state.side, screen.state.at[0]) == (0, 2)
        await pilot.press("x")
        await settled(pilot)
        assert [len(found) for found in screen.search.matches] == [0, 1]
        await pilot.press("f")
        assert (screen.state.side, screen.state.at[1]) == (1, 2)


@pytest.mark.parametrize(
    ("query", "count"), [("malmo", 2), ("Malmo", 1), ("MALMO", 0), ("Øst", 1), ("øst", 2)]
)
def test_capitals_are_asked_for_and_spellings_never(query: str, count: int) -> None:
    assert len(find("I Malmö og malmö, i Øst og øst.", query)) == count


async def test_what_was_said_is_not_repeated_after_the_next_key(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("B")
        assert "No bookmark" in lines(app)[-2]
        await pilot.press("s")
        await pilot.pause()
        assert lines(app)[-2].rstrip().endswith("free")
