"""Starting: the two texts are on the screen before anything that reads or compares is imported."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.library import SHIPPED
from corpus.reading.articles import read_article
from tests.support.stated_reader import lines, settled
from tests.support.terminal import Terminal
from tui.__main__ import COMMANDS
from tui.app import ReaderApp
from tui.background import gc_pauses
from tui.cli.commands import cli
from tui.cli.opening import find, open_reader
from tui.reader.places import Places

PAIR = Places(SHIPPED / "001.txt", SHIPPED / "002.txt", SHIPPED)
HEAVY = (
    "numpy",
    "rapidfuzz",
    "yaml",
    "click",
    "sqlite3",
    "corpus.model",
    "corpus.languages.tables",
)
UNTIL_PAINTED = """
import sys
from tui.reader.screen import ReaderScreen
def painted(self):
    self.app.exit(message=str(sorted({modules!r} & {{*sys.modules}})))
ReaderScreen._furnish = painted
sys.argv = ["abreast"]
from tui.__main__ import main
main()
"""


def app_of(folder: Path, places: Places = PAIR) -> ReaderApp:
    app = ReaderApp(*places.preview(), places=places, notebook_path=folder / "n.sqlite3")
    app.animation_level = "none"
    return app


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    code = UNTIL_PAINTED.format(modules=set(HEAVY))
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with Terminal([sys.executable, "-c", code], home) as terminal:
        while terminal.read():
            pass
        assert terminal.process.wait(20) == 0
    assert terminal.shown.decode().splitlines()[-1].endswith("[]")


def test_the_commands_that_are_no_places_are_those_there_are() -> None:
    assert set(cli.commands) == COMMANDS


async def test_texts_are_read_and_compared_behind_their_paint(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        screen: Any = app.screen
        assert screen.state.pair[0] == read_article(PAIR.left)
        assert screen.state.links is not None
        assert len(screen.choice.articles) == 5
        assert screen.state.pair[0] is screen.choice.articles[1]


async def test_the_text_does_not_move_when_it_is_read(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen: Any = app.screen
        await pilot.pause()
        panes = [(list(p.page.rows.starts), p.content_region.offset) for p in screen.panes]
        await settled(pilot)
        now = [(list(p.page.rows.starts), p.content_region.offset) for p in screen.panes]
        assert now == panes


async def test_what_proves_unreadable_ends_the_reader_with_its_reason(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("---\ndate: yesterday\n---\nTekst.")
    app = app_of(tmp_path, Places(bad, PAIR.right))
    async with app.run_test() as pilot:
        await settled(pilot)
    assert app.return_code == 2
    assert "bad.txt: 'yesterday' is not a date" in str(app.failure)


async def test_keys_are_heard_before_the_articles_are_read(tmp_path: Path) -> None:
    app = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "j", "x", "A", "space", "e", "tab", "b", "o", "c", "v", "escape")
        await settled(pilot)
        assert any("Almaty" in line for line in lines(app))


def test_a_folder_without_a_pair_file_opens_the_two_most_alike(tmp_path: Path) -> None:
    for name, text in (("a", "Uro i Almaty."), ("b", "Ro i Malmö."), ("c", "Uro i Almaty igjen.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = find([tmp_path])
    assert {found.left.name, found.right.name} == {"a.txt", "c.txt"}
    left, right = found.preview()
    assert len(found.articles(left, right)) == 3


def test_a_browser_needs_no_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    monkeypatch.setenv("ABREAST_SETTINGS", str(tmp_path / "settings.yaml"))
    ran: list[ReaderApp] = []
    monkeypatch.setattr(ReaderApp, "run", lambda app: ran.append(app))
    try:
        assert open_reader([]) == 0
    finally:
        gc_pauses.resume()
    assert len(ran) == 1


@pytest.mark.parametrize("count", [3, 4])
def test_more_than_two_places_are_refused(count: int) -> None:
    from corpus.errors import LibraryError

    with pytest.raises(LibraryError, match="name two articles"):
        find([Path("a")] * count)
