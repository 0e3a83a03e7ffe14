"""Bookmarks: kept with a note, shown in the gutter, found again; a bad disk is survived."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import NotebookError
from corpus.ledger.notebook import Notebook
from corpus.model import Article, Comparison, Side
from tests.support.ledgers import bookmarks, in_notebook, keep
from tests.support.stated_reader import (
    LEFT,
    RIGHT,
    StatedScreen,
    article,
    comparison,
    lines,
    reading,
    settled,
    stated_app,
)


def stating(found: Comparison) -> type[StatedScreen]:
    """Give a screen that finds this, whatever it compares."""

    class Screen(StatedScreen):
        def compare_articles(self, a: Article, b: Article) -> Comparison:
            return found

    return Screen


def filed(article: Article, path: str) -> Article:
    return replace(article, path=path)


async def test_a_bookmark_is_kept_with_its_note(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("b", *"sjekk", "enter")
        assert screen.state.kept == (frozenset({1}), frozenset({2}))
        assert any("≠◆" in line for line in lines(app))
    with Notebook.open(tmp_path / "notebook.sqlite3") as notebook:
        (kept,) = notebook.bookmarks()
    assert (kept.note, kept.kind, kept.verdict) == ("sjekk", "number", "differ")


async def test_escape_drops_the_note(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("b", "n", "escape")
        assert screen.state.kept == (frozenset(), frozenset())
        assert screen.state.stop == 0
        assert screen.panes[0].has_focus


async def test_bookmarks_are_walked_and_last(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (_, pilot):
        await pilot.press("b", "enter", "o", "b", "enter")
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await settled(pilot)
        seen = []
        for _ in range(2):
            await pilot.press("B")
            seen.append(tuple(screen.state.at))
        assert sorted(seen, key=str) == [(1, 2), (2, None)]


async def test_a_notebook_that_cannot_be_opened_is_told_and_survived(tmp_path: Path) -> None:
    (tmp_path / "notebook.sqlite3").mkdir()
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert "Bookmarks last until you quit" in lines(app)[-2]
        await pilot.press("b", "enter")
        assert screen.state.kept[0] == frozenset({1})


async def test_a_passage_is_kept_without_what_differs_in_it(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("m", "p", *"hele", "enter")
        (kept,) = in_notebook(tmp_path)
        assert (kept.kind, kept.note) == (None, "hele")
        assert [end.quote for end in kept.ends] == [LEFT[1], RIGHT[2]]
        assert screen.state.kept == (frozenset({1}), frozenset({2}))


async def test_a_passage_of_one_article_alone_is_kept(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("tab", "m", "o", "enter")
        (kept,) = in_notebook(tmp_path)
        assert kept.a is None
        assert kept.b is not None
        assert kept.b.quote == RIGHT[2]
        assert screen.state.kept == (frozenset(), frozenset({2}))


async def test_a_dismissed_difference_is_neither_marked_nor_walked(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert screen.state.stops[0].reason == "26 is not 28."
        await pilot.press("-")
        assert "Dismissed. u brings it back." in lines(app)[-2]
        assert len(screen.state.stops) == 2
        assert len(screen.panes[0].marks.all) == 3
        assert not any("26 is not 28" in line for line in lines(app))
        seen = set()
        for _ in range(4):
            await pilot.press("n")
            seen.add(screen.state.stops[screen.state.stop].reason)
        assert seen == {"Reuters on one side, AP on the other.", "Friday is not Thursday."}
    (kept,) = in_notebook(tmp_path)
    assert (kept.judgement, kept.kind) == ("dismissed", "number")


async def test_what_is_dismissed_stays_so_and_can_be_brought_back(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (_, pilot):
        await pilot.press("-")
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        assert len(screen.state.stops) == 2
        await pilot.press(".", "g", "g", "n")
        assert len(screen.state.stops) == 3
        assert screen.state.stops[screen.state.stop].reason == "26 is not 28."
        assert any("◆ × dismissed" in line for line in lines(app))
        await pilot.press("-", ".")
        assert len(screen.state.stops) == 3
    assert [b.judgement for b in in_notebook(tmp_path)] == ["open"]


async def test_undo_and_redo_reach_every_change(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("-", "u")
        assert len(screen.state.stops) == 3
        assert in_notebook(tmp_path) == ()
        await pilot.press("U")
        assert len(screen.state.stops) == 2
        await pilot.press("u", "+")
        assert [b.judgement for b in in_notebook(tmp_path)] == ["confirmed"]
        assert any("◆ ✓ confirmed" in line for line in lines(app))
        await pilot.press("2", "u")
        assert in_notebook(tmp_path) == ()
        await pilot.press("u")
        assert "There is nothing to undo" in lines(app)[-2]


async def test_undo_says_what_it_took_back(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("-", "u")
        await pilot.pause()
        assert "Undone: dismissed “26 ≠ 28”." in lines(app)[-2]
        await pilot.press("U")
        await pilot.pause()
        assert "Done again: dismissed “26 ≠ 28”." in lines(app)[-2]


async def test_undo_says_when_it_reaches_other_articles(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[-1:])
    app = stated_app(tmp_path)
    app._first = (app._first[1], app._first[1])
    async with reading(app) as (_, pilot):
        await pilot.press("u")
        await pilot.pause()
        assert "(in other articles)" in lines(app)[-2]


async def test_nothing_to_dismiss_or_show_says_so(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("o", "-")
        assert "Go to a difference first" in lines(app)[-2]
        await pilot.press(".")
        assert "No difference of these articles is dismissed" in lines(app)[-2]


async def test_two_readers_see_each_others_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.controllers.notebook.POLL_SECONDS", 1000)
    async with reading(stated_app(tmp_path)) as (screen, _):
        async with reading(stated_app(tmp_path)) as (other, pilot):
            await pilot.press("-", "n", "b", "enter")
            assert len(other.state.stops) == 2
        assert len(screen.state.stops) == 3
        screen.session.poll()
        assert len(screen.state.stops) == 2
        assert screen.state.kept[0] == {3}


async def test_looking_for_changes_reads_nothing_when_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("b", "enter")
        read: list[object] = []

        def noted(_: Notebook, **asked: object) -> tuple[()]:
            read.append(asked)
            return ()

        monkeypatch.setattr(Notebook, "bookmarks", noted)
        screen.session.poll()
        await pilot.press("f2", "f5")
        assert read == []
        monkeypatch.undo()
        with Notebook.open(tmp_path / "notebook.sqlite3") as notebook:
            notebook.undo()
        screen.session.poll()
        assert screen.state.kept == (frozenset(), frozenset())


async def test_a_disk_that_fails_leaves_the_reader_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotebookError("the disk is full; make room.")

    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        for name in ("add", "undo", "redo", "bookmarks"):
            monkeypatch.setattr(Notebook, name, full)
        for keys in ("-", "u", "U", "+"):
            await pilot.press(keys)
            assert "the disk is full" in lines(app)[-2]
        await pilot.press("b", "enter", "n")
        assert len(screen.state.stops) == 3


async def test_what_is_dismissed_stays_so_when_the_article_is_corrected(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("left.txt", "right.txt")]
    app = stated_app(tmp_path)
    app._first = (filed(app._first[0], paths[0]), filed(app._first[1], paths[1]))
    async with reading(app) as (_, pilot):
        await pilot.press("-", "n", "b", "enter", "o", "m", "o", "enter")
    corrected = [*LEFT[:2], "Det var uvanlig kaldt.", "OPPDATERT: Mer følger.", *LEFT[3:]]
    app = stated_app(tmp_path)
    left = filed(article(corrected, "Venstre"), paths[0])
    right = filed(article(RIGHT, "Høyre"), paths[1])
    app._first = (left, right)
    pair = comparison(article(LEFT, "Venstre"), right)
    shift = len(left.text) - len(article(LEFT, "Venstre").text)

    def moved(end: Side) -> Side:
        if end.sentence < 3:
            return end
        return replace(end, sentence=end.sentence + 1, start=end.start + shift, end=end.end + shift)

    found = tuple(replace(d, a=moved(d.a)) for d in pair.discrepancies)
    stated = replace(pair, a=left, discrepancies=found, links=pair.links[:1])
    app.SCREEN = stating(stated)
    async with reading(app) as (screen, _):
        assert "26 is not 28." not in [stop.reason for stop in screen.state.stops]
        assert len(screen.state.stops) == 2
        assert screen.state.kept[0] == {4}
        assert len(screen.bookmarks.all) == 3


async def test_the_reader_looks_for_changes_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.controllers.notebook.POLL_SECONDS", 0.02)
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        with Notebook.open(tmp_path / "notebook.sqlite3") as notebook:
            notebook.add(replace(screen.bookmarks.made(), judgement="dismissed"))
        await pilot.pause(0.2)
        assert len(screen.state.stops) == 2
