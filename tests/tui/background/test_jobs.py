"""Long work ends when it is told to, and the process with it."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from corpus.reading.articles import parse_article
from tests.support.stated_reader import (
    LEFT,
    RIGHT,
    StatedScreen,
    reading,
    settled,
    stated_app,
)
from tui.app import ReaderApp
from tui.background.jobs import Job, Jobs, progress
from tui.background.shutdown import at_work


def endless(began: Event) -> None:
    began.set()
    while True:
        progress(0, 1)
        time.sleep(0.001)


def started(jobs: Jobs) -> Thread:
    began = Event()
    thread = Thread(target=jobs.new("work", lambda: endless(began)), daemon=True)
    thread.start()
    began.wait(5)
    return thread


def test_work_ends_between_its_steps() -> None:
    jobs = Jobs()
    thread = started(jobs)
    jobs.stop()
    thread.join(5)
    assert not thread.is_alive()


def test_new_work_takes_the_place_of_the_one_before() -> None:
    jobs = Jobs()
    first, second = started(jobs), started(jobs)
    first.join(5)
    assert not first.is_alive()
    assert second.is_alive()
    jobs.stop("work")
    second.join(5)
    assert not second.is_alive()


def test_what_was_stopped_before_it_began_does_nothing() -> None:
    job, done = Job(), list[int]()
    job.stop()
    job.run(lambda: done.append(1))
    assert done == []


def test_a_thread_that_has_ended_its_work_is_left_alone() -> None:
    job = Job()
    job.run(lambda: None)
    job.stop()
    assert job.stopped


async def test_leaving_does_not_wait_for_a_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = Event()
    monkeypatch.setattr(StatedScreen, "compare_articles", lambda *_: endless(began))
    app = stated_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause(0.2)
        assert began.wait(5)
        await pilot.press("q")
    # The test itself would not end otherwise: the loop joins its threads.


async def test_what_was_stopped_can_be_begun_again(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        screen.state.forget_comparison()
        await pilot.press("escape")
        assert screen.job.stopped
        await pilot.press("x")
        await settled(pilot)
        assert screen.state.links is not None


async def test_after_300_changes_of_articles_no_thread_is_left_and_nothing_lost(
    tmp_path: Path,
) -> None:
    chance = Random(5)
    articles = [parse_article(f"{text} {'Det ble meldt. ' * 40}") for text in (*LEFT, *RIGHT)]
    app = ReaderApp(articles[0], articles[1], notebook_path=tmp_path / "notebook.sqlite3")
    async with reading(app) as (screen, pilot):
        screen.select(0, 0)
        await pilot.press("b", *"note", "enter")
        kept = screen.session.notebook.bookmarks()
        assert kept
        for _ in range(300):
            screen.show_pair(*chance.sample(articles, 2))
            if chance.random() < 0.1:
                await pilot.pause(chance.random() / 20)
        await settled(pilot)
        assert (
            screen.state.links.comparison.a,
            screen.state.links.comparison.b,
        ) == screen.state.pair
        assert screen.session.notebook.bookmarks() == kept
        assert at_work() == []
