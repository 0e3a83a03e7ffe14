"""The meaning model in the reader: asked behind the rules, heard without a jump, left out."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from textual.pilot import Pilot

from corpus.errors import MeaningModelError
from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.notebook import Notebook
from corpus.links.meaning.embeddings import (
    HOW_TO_INSTALL,
    CachedMeaningModel,
    MeaningModel,
    Progress,
    available,
)
from corpus.model import Article, Comparison, Link, Strength
from tests.support.stated_model import BrokenModel, StatedModel
from tests.support.stated_reader import StatedApp, comparison, lines, settled, stated_app
from tui.cli.opening import load_meaning_model
from tui.reader.screen import ReaderScreen

MORE = Link(2, 0, 0.5, Strength.PART)


class GatedModel(StatedModel):
    """A model that reads as soon as the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.gate, self.begun = threading.Event(), threading.Event()

    def read(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.begun.set()
        assert self.gate.wait(10)
        return super().read(texts)


@pytest.fixture(autouse=True)
def _stated(monkeypatch: pytest.MonkeyPatch) -> None:
    """State what is found when the meaning model is heard: a pair more, other groups."""

    def heard(a: Article, b: Article, *, meaning: MeaningModel, **_: object) -> Comparison:
        meaning.vectors([side.sentence_text(i) for side in (a, b) for i in range(5)])
        found = comparison(a, b) if a.title == "Venstre" else comparison(b, a)
        groups = tuple(replace(d, group=d.group + 10) for d in found.discrepancies)
        return replace(found, links=(*found.links, MORE), discrepancies=groups)

    monkeypatch.setattr("corpus.comparison.compare", heard)


class FailingModel(BrokenModel):
    """A model that counts how often it is asked in vain."""

    asked = 0

    def read(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += 1
        return super().read(texts)


def asking_app(folder: Path, model: StatedModel | None = None, *, repeat: int = 1) -> StatedApp:
    """Give a reader that has somebody to ask; nobody where there is no model."""
    app = stated_app(folder, repeat)

    def make(notebook: Path | None, progress: Progress) -> MeaningModel:
        if model is None:
            raise MeaningModelError(HOW_TO_INSTALL)
        assert notebook is not None
        return CachedMeaningModel(model, VectorStore(notebook), progress)

    app.make_meaning_model = make
    app.settings_path = folder / "settings.yaml"
    app.load_settings()
    return app


@asynccontextmanager
async def asking(app: StatedApp) -> AsyncIterator[tuple[ReaderScreen, Pilot[None]]]:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        yield screen, pilot


def pairs(screen: ReaderScreen) -> set[tuple[int, int]]:
    assert screen.state.links is not None
    return {(link.a, link.b) for link in screen.state.links.links}


async def waited(pilot: Pilot[None], model: GatedModel) -> None:
    """Wait until the model is asked."""
    for _ in range(200):
        if model.begun.is_set():
            break
        await pilot.pause(0.02)
    assert model.begun.is_set()
    await pilot.pause()


async def test_what_was_heard_replaces_the_links(tmp_path: Path) -> None:
    app = asking_app(tmp_path, StatedModel())
    async with asking(app) as (screen, _):
        assert (2, 0) in pairs(screen)
        assert "1 more and 0 fewer" in lines(app)[-2]


async def test_selection_and_scroll_stay_when_the_links_are_replaced(tmp_path: Path) -> None:
    model = GatedModel()
    app = asking_app(tmp_path, model, repeat=20)
    async with app.run_test(size=(120, 40)) as pilot:
        await waited(pilot, model)
        screen: Any = app.screen
        assert (2, 0) not in pairs(screen)
        await pilot.press("n", "n", "J", "J")
        state = screen.state
        place = (state.at, state.stop, state.side, [pane.scroll_offset for pane in screen.panes])
        stop = state.current
        model.gate.set()
        await settled(pilot)
        assert (2, 0) in pairs(screen)
        now_in = (state.at, state.stop, state.side, [pane.scroll_offset for pane in screen.panes])
        assert now_in == place
        now = state.current
        assert (now.kind, now.a, now.b) == (stop.kind, stop.a, stop.b)
        assert now.group != stop.group


def against(a: Article, b: Article, *, meaning: MeaningModel, **_: object) -> Comparison:
    """Find all but the first pair."""
    found = comparison(a, b)
    return replace(found, links=found.links[1:], discrepancies=found.discrepancies[2:])


async def test_heard_before_anybody_reads_the_first_difference_is_selected_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.comparison.compare", against)
    monkeypatch.setattr("tui.reader.controllers.meaning_model.EARLY", 1000.0)
    async with asking(asking_app(tmp_path, StatedModel())) as (screen, _):
        assert screen.state.at == (3, 3)
        assert screen.state.stop == 0


async def test_a_selected_pair_that_it_takes_apart_stays_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.comparison.compare", against)
    monkeypatch.setattr("tui.reader.controllers.meaning_model.EARLY", 0.0)
    app = asking_app(tmp_path, StatedModel())
    async with asking(app) as (screen, pilot):
        assert screen.state.at == (1, 2)
        assert (1, 2) not in pairs(screen)
        assert any("by words alone (sure)" in line for line in lines(app))
        assert any("not linked" in line for line in lines(app))
        await pilot.press("v", "m")
        assert not any("by words alone" in line for line in lines(app))
        assert (1, 2) in pairs(screen)


async def test_links_by_hand_hold_with_it_and_without(tmp_path: Path) -> None:
    async with asking(asking_app(tmp_path, StatedModel())) as (screen, pilot):
        await pilot.press("m", "u")
        assert (1, 2) not in pairs(screen)
        await pilot.press("v", "m")
        assert (1, 2) not in pairs(screen)
        await pilot.press("v", "m")
        assert pairs(screen) == {(3, 3), (4, 1), (4, 4), (2, 0)}


async def test_the_status_line_tells_how_far_it_has_read(tmp_path: Path) -> None:
    model = GatedModel()
    app = asking_app(tmp_path, model)
    async with app.run_test(size=(120, 40)) as pilot:
        await waited(pilot, model)
        assert "meaning model 0 %" in lines(app)[-2]
        model.gate.set()
        await settled(pilot)
        assert "meaning model 0 %" not in lines(app)[-2]


async def test_it_is_left_out_and_asked_again_without_reading_anew(tmp_path: Path) -> None:
    model = StatedModel()
    async with asking(asking_app(tmp_path, model)) as (screen, pilot):
        many = len(model.read_texts)
        await pilot.press("v", "m")
        await settled(pilot)
        assert (2, 0) not in pairs(screen)
        await pilot.press("v", "m")
        await settled(pilot)
        assert (2, 0) in pairs(screen)
        assert len(model.read_texts) == many


async def test_the_choice_is_there_the_next_time(tmp_path: Path) -> None:
    async with asking(asking_app(tmp_path, StatedModel())) as (_, pilot):
        await pilot.press("v", "m")
        await pilot.pause()
    model = StatedModel()
    async with asking(asking_app(tmp_path, model)) as (screen, pilot):
        assert not model.read_texts
        assert (2, 0) not in pairs(screen)
        await pilot.press("v", "m")
        await settled(pilot)
        assert (2, 0) in pairs(screen)
    assert "meaning_model: true" in (tmp_path / "settings.yaml").read_text(encoding="utf-8")


async def test_a_sentence_is_read_once_in_all_sessions(tmp_path: Path) -> None:
    for read in (10, 0):
        model = StatedModel()
        async with asking(asking_app(tmp_path, model)) as (screen, _):
            assert (2, 0) in pairs(screen)
        assert len(model.read_texts) == read


async def test_other_articles_stop_it(tmp_path: Path) -> None:
    model = GatedModel()
    app = asking_app(tmp_path, model)
    async with app.run_test(size=(120, 40)) as pilot:
        await waited(pilot, model)
        screen: Any = app.screen
        screen.meaning.wanted = False
        await pilot.press("x")
        model.gate.set()
        await settled(pilot)
        assert screen.state.pair[0].title == "Høyre"
        assert pairs(screen) == set()
        assert screen.meaning.progress == ""


async def test_left_out_while_it_reads_it_is_not_heard(tmp_path: Path) -> None:
    model = GatedModel()
    app = asking_app(tmp_path, model)
    async with app.run_test(size=(120, 40)) as pilot:
        await waited(pilot, model)
        screen: Any = app.screen
        await pilot.press("v", "m")
        model.gate.set()
        await settled(pilot)
        assert (2, 0) not in pairs(screen)
        assert "left out" in lines(app)[-2]


async def test_long_articles_are_read_only_for_a_reader_who_chose_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.controllers.meaning_model.MANY", 9)
    model = StatedModel()
    async with asking(asking_app(tmp_path, model)) as (screen, pilot):
        assert not model.read_texts
        await pilot.press("v", "m")
        await settled(pilot)
        assert (2, 0) in pairs(screen)
    async with asking(asking_app(tmp_path, model)) as (screen, _):
        assert (2, 0) in pairs(screen)


async def test_where_it_is_not_installed_nothing_is_said_until_it_is_asked_for(
    tmp_path: Path,
) -> None:
    app = asking_app(tmp_path)
    async with asking(app) as (screen, pilot):
        assert "meaning model" not in lines(app)[-2]
        await pilot.press("v", "m")
        await pilot.pause()
        assert HOW_TO_INSTALL in lines(app)[-2]
        assert screen.wants_meaning_model is None


async def test_a_reader_with_nobody_to_ask_says_how_to_install_one(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with asking(app) as (_, pilot):
        await pilot.press("v", "m")
        await pilot.pause()
        assert HOW_TO_INSTALL in lines(app)[-2]


async def test_a_meaning_model_that_fails_leaves_what_the_rules_found(tmp_path: Path) -> None:
    app = asking_app(tmp_path, BrokenModel())
    async with asking(app) as (screen, _):
        assert pairs(screen) == {(1, 2), (3, 3), (4, 1), (4, 4)}
        assert "not heard" in lines(app)[-2]
        assert screen.meaning.progress == ""


async def test_a_meaning_model_that_failed_is_asked_again_only_when_the_reader_wants_it(
    tmp_path: Path,
) -> None:
    model = FailingModel()
    async with asking(asking_app(tmp_path, model)) as (_, pilot):
        assert model.asked == 1
        for _ in range(2):
            await pilot.press("x")
            await settled(pilot)
        assert model.asked == 1
        await pilot.press("v", "m")
        await settled(pilot)
        assert model.asked == 2


@pytest.mark.skipif(not available(), reason="the extra 'semantic' is not installed")
def test_the_real_meaning_model_keeps_what_it_reads_in_the_readers_notebook(tmp_path: Path) -> None:
    path, seen = tmp_path / "notebook.sqlite3", list[tuple[int, int]]()
    Notebook.open(path).close()
    texts = [f"Regjeringen la fram forslag {n} mandag." for n in range(11)]
    for _ in range(2):
        load_meaning_model(path, lambda *far: seen.append(far)).vectors(texts)
    assert seen == [(0, 11), (8, 11), (11, 11)]
