"""The list of differences, what was seen of them, and what is left out until it is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Article, Comparison, Confidence, Severity
from tests.support.stated_reader import (
    StatedApp,
    StatedScreen,
    comparison,
    lines,
    reading,
    settled,
    stated_app,
)
from tui.dialogs.differences import DifferencesScreen
from tui.reader.screen import ReaderScreen


def graded(a: Article, b: Article) -> Comparison:
    """Return the stated comparison with a weak link, a source on one side, and severities."""
    found = comparison(a, b)
    number, said, near, date = found.discrepancies
    weak = replace(found.links[1], confidence=Confidence.WEAK)
    return replace(
        found,
        links=(found.links[0], weak, *found.links[2:]),
        discrepancies=(
            replace(number, severity=Severity.CONFLICT),
            replace(said, severity=Severity.CREDIT, one_sided=True),
            replace(near, severity=Severity.IMPRECISE),
            replace(date, severity=Severity.CONFLICT),
        ),
    )


class GradedScreen(StatedScreen):
    def compare_articles(self, a: Article, b: Article) -> Comparison:
        return graded(a, b)


class GradedApp(StatedApp):
    SCREEN: type[ReaderScreen] = GradedScreen


def graded_app(folder: Path) -> GradedApp:
    """Return a reader of the graded comparison that writes only below `folder`."""
    plain = stated_app(folder)
    app = GradedApp(*plain._first, notebook_path=folder / "notebook.sqlite3")
    app.animation_level = "none"
    return app


def kinds(screen: Any) -> list[str]:
    return [stop.kind.value for stop in screen.state.stops]


@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24), (60, 20)])
async def test_the_list_opens_at_every_width_and_enter_goes_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size) as (screen, pilot):
        await pilot.press("D")
        await settled(pilot)
        assert type(app.screen) is DifferencesScreen
        assert any("“26” ≠ “28”" in line for line in lines(app))
        await pilot.press("down", "enter")
        await settled(pilot)
        assert screen.on_top
        assert screen.state.current == screen.differences.listing().differences[1]


async def test_the_graver_come_first_in_the_list(tmp_path: Path) -> None:
    app = graded_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("v", "k", "v", "i")
        listed = screen.differences.listing().differences
        assert [d.kind.value for d in listed] == ["number", "date", "attribution"]
        assert kinds(screen) == ["number", "attribution", "date"]


async def test_what_was_seen_is_counted_and_remembered(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        assert "1 of 3 seen" in lines(app)[-2]
        await pilot.press("n")
        await pilot.pause()
        assert "2 of 3 seen" in lines(app)[-2]
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert "2 of 3 seen" in lines(app)[-2]
        await pilot.press("S")
        assert screen.state.stop == 2
        await pilot.press("S")
        await pilot.pause()
        assert "All 3 are seen" in lines(app)[-2]


async def test_seen_is_no_change_that_undo_takes_back(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("n", "n")
        screen.differences.write()
        await pilot.press("u")
        await pilot.pause()
        assert "nothing to undo" in lines(app)[-2]


async def test_seen_follows_the_articles_to_the_other_side(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("n")
        screen.differences.write()
        a, b = screen.state.pair
        seen = screen.session.notebook.seen(a, b)
        turned = screen.session.notebook.seen(b, a)
        assert turned == {(kind, right, left) for kind, left, right in seen}
        assert len(seen) == 2


async def test_next_says_when_it_starts_over(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("n", "n", "n")
        await pilot.pause()
        assert "starting over at the first" in lines(app)[-2]
        await pilot.press("p")
        await pilot.pause()
        assert "starting over at the last" in lines(app)[-2]


async def test_weak_links_and_their_differences_wait_for_a_key(tmp_path: Path) -> None:
    app = graded_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert (3, 3) not in {(link.a, link.b) for link in screen.state.links.links}
        assert "date" not in kinds(screen)
        await pilot.press("v", "k")
        await pilot.pause()
        assert (3, 3) in {(link.a, link.b) for link in screen.state.links.links}
        assert "date" in kinds(screen)
        assert "1 weak link shown, dotted" in lines(app)[-2]
        await pilot.press("v", "k")
        assert "date" not in kinds(screen)


async def test_a_weak_link_that_is_looked_at_is_called_weak(tmp_path: Path) -> None:
    app = graded_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("v", "k", "n", "e")
        await pilot.pause()
        shown = "\n".join(lines(app))
        assert "weak" in shown
        assert "score" not in shown


async def test_sources_on_one_side_are_one_line_until_it_is_opened(tmp_path: Path) -> None:
    app = graded_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert kinds(screen) == ["number"]
        await pilot.press("D")
        await settled(pilot)
        assert any("+ 1 told without a source on one side" in line for line in lines(app))
        await pilot.press("up", "enter")
        await settled(pilot)
        assert kinds(screen) == ["number", "attribution"]
        await pilot.press("v", "i")
        assert kinds(screen) == ["number"]


async def test_the_lens_for_sources_shows_those_on_one_side(tmp_path: Path) -> None:
    app = graded_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("f4")
        assert kinds(screen) == ["attribution"]
        await pilot.press("f5")
        assert kinds(screen) == ["number"]
