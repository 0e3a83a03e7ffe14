"""The ledger into files and out of them: nothing is replaced unasked, every fault is one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from corpus.errors import ExportError
from corpus.export.export import read
from corpus.export.formats import FORMS
from corpus.ledger.manual_links import read_links
from corpus.ledger.notebook import Notebook, hand_link_of
from tests.support.findings import comparison, place
from tests.support.ledgers import bookmarks, in_notebook, keep, ledger
from tests.support.stated_reader import LEFT, RIGHT, lines, reading, settled, stated_app
from tui.dialogs.export import ExportScreen
from tui.ledger.screen import LedgerScreen


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_what_is_listed_is_written(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "f2") as (screen, pilot):
        await pilot.press("w", "down", "down", "enter")
        await settled(pilot)
        assert "2 bookmarks written to abreast-ledger.json." in "\n".join(lines(screen.app))
    written, _ = read(tmp_path / "abreast-ledger.json")
    assert [bookmark.kind for bookmark in written] == ["number", "number"]


@pytest.mark.parametrize("form", FORMS)
async def test_every_format_is_written_from_the_reader(tmp_path: Path, form: str) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("b", *"spør", "enter", "E", *["down"] * list(FORMS).index(form))
        await settled(pilot)
        assert isinstance(app.screen, ExportScreen)
        name = app.screen.query_one(Input).value
        await pilot.press("enter")
        await settled(pilot)
        assert f"written to {name}" in lines(app)[-2]
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert ("spør" in text) == (form != "yaml")


async def test_a_file_is_replaced_only_when_asked_twice(tmp_path: Path) -> None:
    path = tmp_path / "abreast-ledger.md"
    path.write_text("mine")
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.press("w", "enter")
        await pilot.pause()
        assert "is there already" in "\n".join(lines(screen.app))
        await pilot.press("escape")
        assert path.read_text() == "mine"
        await pilot.press("w", "enter", "backspace", "d", "enter")
        assert path.read_text() == "mine"
        await pilot.press("enter")
        await settled(pilot)
        assert "Reuters" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write a name"),
        (".", "This is a folder"),
        ("no/such/folder/x.md", "No such file or directory"),
        ("~nobody-here/x.md", "No such file or directory"),
        ("x" * 300, "xxx"),
    ],
)
async def test_a_name_that_cannot_be_used_is_told(tmp_path: Path, name: str, said: str) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("E")
        await settled(pilot)
        app.screen.query_one(Input).value = name
        await pilot.press("enter")
        await settled(pilot)
        assert said in "\n".join(lines(app))


async def test_a_page_shows_one_pair_only(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "tab", "w", *["down"] * 4, "enter") as (screen, _):
        assert "shows one pair" in "\n".join(lines(screen.app))
        assert not list(tmp_path.glob("*.html"))


async def test_a_ledger_is_taken_in_and_undone_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    keep(tmp_path / "other", bookmarks())
    with Notebook.open(tmp_path / "other" / "notebook.sqlite3") as notebook:
        from corpus.export.export import export, write

        write(tmp_path / "in.json", export(notebook.bookmarks(), None, "json"))
    async with ledger(tmp_path, "i", *"in.json", "enter") as (screen, pilot):
        assert "Import: 6 added, 0 replaced, 0 kept" in "\n".join(lines(screen.app))
        assert len(screen.shown.pages) == 5
        await pilot.press("u")
        assert in_notebook(tmp_path) == ()


async def test_links_travel_as_yaml_beside_the_articles(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    async with reading(stated_app(tmp_path)) as (_, pilot):
        await pilot.press("g", "g", "m", "l", "g", "g", "m", "l", "E", "up", "enter")
        await settled(pilot)
    assert [link.action for link in read_links(tmp_path / "links.yaml")] == ["pin"]
    app = stated_app(tmp_path / "other")
    async with reading(app) as (screen, pilot):
        await pilot.press("m", "i", *"links.yaml", "enter")
        await settled(pilot)
        assert "Import: 1 added" in lines(app)[-2]
        assert screen.state.links.between(0, 0).origin == "reader"
        await pilot.press("u")
        assert screen.state.links.between(0, 0) is None


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (None, "gone.json", "No such file"),
        (b"{", "bad.json", "not JSON"),
        (b"\xff\xfe\x00", "binary.json", "UTF-8"),
        (json.dumps({"format": "x"}).encode(), "other.json", "no ledger"),
        (b"links: [", "bad.yaml", "bad.yaml:2"),
        (b"", "empty.yaml", "list under links"),
    ],
)
async def test_a_file_that_is_no_ledger_is_told(
    tmp_path: Path, content: bytes | None, name: str, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path, "i", *name, "enter") as (screen, _):
        assert said in "\n".join(lines(screen.app))
        assert isinstance(screen.app.screen, LedgerScreen)
    assert len(in_notebook(tmp_path)) == 1


def test_the_command_line_writes_and_reads_links_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli.commands import run

    pair = comparison()
    link = hand_link_of(pair, place(pair.a, "Gatene").span, place(pair.b, "Streets").span)
    with Notebook.open(tmp_path / "one.sqlite3") as notebook:
        notebook.add_link(link)
    run(["export", "--format", "yaml", "-o", "links.yaml", "--notebook", "one.sqlite3"])
    assert "1 link written to links.yaml" in capsys.readouterr().err
    run(["import", "links.yaml", "--notebook", "two.sqlite3"])
    assert "1 added" in capsys.readouterr().out
    with Notebook.open(tmp_path / "two.sqlite3") as notebook:
        assert notebook.links() == (link,)
    with pytest.raises(ExportError, match="known are md, csv"):
        run(["export", "--format", "docx", "--notebook", "two.sqlite3"])


def test_a_page_of_the_command_line_holds_the_links_made_by_hand(tmp_path: Path) -> None:
    from corpus.comparison import compare
    from corpus.reading.articles import read_article
    from tui.cli.commands import run

    for name, text in (("a.txt", LEFT), ("b.txt", RIGHT)):
        (tmp_path / name).write_text("\n\n".join(text), encoding="utf-8")
    pair = compare(read_article("a.txt"), read_article("b.txt"))
    spans = (pair.a.sentences[2].span, pair.b.sentences[0].span)
    assert not any((link.a, link.b) == (2, 0) for link in pair.links)
    run(["export", "--format", "html", "--pair", "a.txt", "b.txt", "-o", "before.html",
         "--notebook", "n.sqlite3"])  # fmt: skip
    with Notebook.open(tmp_path / "n.sqlite3") as notebook:
        notebook.add_link(hand_link_of(pair, *spans))
    run(["export", "--format", "html", "--pair", "a.txt", "b.txt", "-o", "after.html",
         "--notebook", "n.sqlite3"])  # fmt: skip
    assert (tmp_path / "before.html").read_text() != (tmp_path / "after.html").read_text()


async def test_neither_notebook_nor_article_is_written_over(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "f2") as (screen, pilot):
        await pilot.press("w")
        await pilot.pause()
        screen.app.screen.query_one(Input).value = str(tmp_path / "notebook.sqlite3")
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert "made from" in "\n".join(lines(screen.app))
    assert len(in_notebook(tmp_path)) == len(bookmarks())
