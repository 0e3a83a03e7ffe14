"""Choosing an article: found by a few letters, shown on the side it was chosen for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Article
from tests.support.stated_reader import LEFT, RIGHT, StatedApp, article, lines, reading, settled
from tui.dialogs.article_filter import MOST, matching
from tui.dialogs.picker import COMPARED, PickerScreen

TITLES = ["Venstre", "Høyre", "Kaos i Kasakhstan", "Ro [bold]i Malmö\x1b[31m"]


def app_of(folder: Path, titles: list[str] = TITLES) -> StatedApp:
    articles = [article(RIGHT if n % 2 else LEFT, title) for n, title in enumerate(titles)]
    app = StatedApp(
        articles[0], articles[1], articles=articles, notebook_path=folder / "notebook.sqlite3"
    )
    app.animation_level = "none"
    return app


def of_titles(*titles: str) -> list[Article]:
    return [article(LEFT, title) for title in titles]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Kaos i Almaty", "Ro i Malmö"]),
        ("kaos", ["Kaos i Almaty"]),
        ("KAOS alm", ["Kaos i Almaty"]),
        ("malmø", ["Ro i Malmö"]),
        ("almtay", ["Kaos i Almaty"]),
        ("zzz", []),
    ],
)
def test_articles_are_found_by_words_and_in_spite_of_slips(query: str, titles: list[str]) -> None:
    articles = of_titles("Kaos i Almaty", "Ro i Malmö")
    assert [articles[index].title for index in matching(articles, query)] == titles


@given(st.text(max_size=20))
def test_whatever_is_typed_gives_each_article_once(query: str) -> None:
    found = matching(of_titles("Kaos", "Ro", ""), query)
    assert len(found) == len(set(found))
    assert set(found) <= {0, 1, 2}


def test_very_many_articles_are_listed_in_part() -> None:
    assert len(matching(of_titles(*["Uro"] * (MOST + 50)), "uro")) == MOST


async def test_what_is_found_among_very_many_is_counted_too(tmp_path: Path) -> None:
    app = app_of(tmp_path, [f"Uro {number}" for number in range(COMPARED + 20)] + ["Ro i Malmö"])
    async with reading(app) as (_, pilot):
        await pilot.press("A", *"malmø")
        await settled(pilot)
        assert any("Ro i Malmö" in line for line in lines(app))
        found = next(i for i, line in enumerate(lines(app)) if "Ro i Malmö" in line)
        assert "link" in lines(app)[found + 1]


async def test_an_article_is_chosen_for_the_side_of_the_cursor(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("A", *"kaos", "enter")
        await settled(pilot)
        assert [shown.title for shown in screen.state.pair] == ["Kaos i Kasakhstan", "Høyre"]
        await pilot.press("tab", "A", "end", "down", "down", "down", "enter")
        await settled(pilot)
        assert screen.state.pair[1].title == "Venstre"


@pytest.mark.parametrize(("key", "side", "typed"), [("l", 0, "kaos"), ("r", 1, "malm")])
async def test_either_side_can_be_named(tmp_path: Path, key: str, side: int, typed: str) -> None:
    async with reading(app_of(tmp_path)) as (screen, pilot):
        await pilot.press("g", key, *typed, "enter")
        await settled(pilot)
        assert typed in screen.state.pair[side].title.lower()


async def test_choosing_the_article_of_the_other_side_swaps(tmp_path: Path) -> None:
    async with reading(app_of(tmp_path)) as (screen, pilot):
        await pilot.press("A", *"høyre", "enter")
        await settled(pilot)
        assert [shown.title for shown in screen.state.pair] == ["Høyre", "Venstre"]


async def test_going_back_changes_nothing(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("A", *"kaos", "escape")
        await settled(pilot)
        assert screen.state.pair[0].title == "Venstre"
        assert app.screen is screen


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 12)])
async def test_facts_and_what_would_be_shared_are_shown(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_of(tmp_path)
    async with reading(app, size) as (_, pilot):
        await pilot.press("A")
        await settled(pilot)
        shown = "\n".join(lines(app))
        assert "Article for the left side" in shown
        assert "Avisen · 2022-01 · nb" in shown
        assert "link" in shown
        assert "on the left now" in shown


async def test_titles_are_no_markup_and_carry_no_escapes(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("A", *"malm")
        await settled(pilot)
        shown = "\n".join(lines(app))
        assert "Ro [bold]i Malmö" in shown
        assert "\x1b" not in shown


async def test_nothing_found_says_so_and_enter_waits(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("A", *"qqqq", "enter", "down", "pageup")
        assert isinstance(app.screen, PickerScreen)
        assert "No article matches" in "\n".join(lines(app))
        await pilot.press(*["backspace"] * 4, "down", "enter")
        await settled(pilot)
        assert not isinstance(app.screen, PickerScreen)


async def test_a_click_chooses(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("A")
        await pilot.pause()
        await pilot.click("ArticleList", offset=(3, 4))
        await settled(pilot)
        assert screen.state.pair[0].title == "Kaos i Kasakhstan"
