"""The ledger: what it lists, in what order, and where it leads; only what is in view is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.ledger.notebook import Bookmark, Notebook, new_id
from corpus.model import DiscrepancyKind
from tests.support.ledgers import bookmarks, keep, ledger, three_articles
from tests.support.stated_reader import lines, reading, settled, stated_app
from tui.ledger import list_widget as ledger_list
from tui.ledger import row as ledger_row
from tui.ledger.pages import PAGE
from tui.ledger.row import Line
from tui.ledger.screen import LedgerScreen


def listed(screen: LedgerScreen) -> list[str]:
    pages = screen.shown.pages
    return [_named(pages[n].a.quote, pages[n].note) for n in range(len(pages))]  # type: ignore[union-attr]


def _named(quote: str, note: str) -> str:
    return note or quote


async def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    async with ledger(tmp_path) as (screen, pilot):
        shown = "\n".join(lines(screen.app))
        assert "No bookmark in these two articles yet." in shown
        assert "press b" in shown
        await pilot.press("enter", "x", "n", "t", "D", "u", "U", "j", "G", "space")
        assert isinstance(screen.app.screen, LedgerScreen)


async def test_the_bookmarks_of_the_pair_stand_in_the_order_of_reading(tmp_path: Path) -> None:
    keep(tmp_path, list(reversed(bookmarks())))
    async with ledger(tmp_path) as (screen, _):
        assert listed(screen) == ["26", "ifølge Reuters", "været", "3000", "fredag"]
        row = next(line for line in lines(screen.app) if "≠ number" in line)
        assert "Minst 26 opprørere" in row
        assert "melder at 28" in row


@pytest.mark.parametrize("size", [(200, 60), (100, 30), (60, 20), (40, 10)])
async def test_both_quotes_and_the_note_are_seen_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    keep(tmp_path, [replace(bookmarks()[0], note="spør", tags=("tall",))])
    async with ledger(tmp_path, size=size) as (screen, _):
        shown = "\n".join(lines(screen.app))
        for words in ("26", "28", "spør", "tall", "1 of 1"):
            assert words in shown


async def test_a_key_cycles_pair_folder_and_everything(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path) as (screen, pilot):
        assert len(screen.shown.pages) == 5
        await pilot.press("tab")
        assert len(screen.shown.pages) == 6
        assert "the whole notebook" in lines(screen.app)[0]
        await pilot.press("tab")
        assert len(screen.shown.pages) == 5


async def test_the_folder_lists_what_lies_in_it(tmp_path: Path) -> None:
    first, second = bookmarks()[:2]
    assert first.a is not None
    ref = replace(first.a.article, path=str(tmp_path / "a.txt"))
    keep(tmp_path, [replace(first, a=replace(first.a, article=ref)), second])
    app = stated_app(tmp_path)
    async with reading(app) as (reader, pilot):
        path = str(tmp_path / "a.txt")
        reader.state._pair = tuple(replace(article, path=path) for article in reader.state.pair)
        await pilot.press("L", "tab")
        assert isinstance(app.screen, LedgerScreen)
        assert "this folder" in lines(app)[0]
        assert len(app.screen.shown.pages) == 1


async def test_orders_are_cycled(tmp_path: Path) -> None:
    kept = bookmarks()[:4]
    judgements = ("open", "confirmed", "explained", "open")
    kept = [replace(b, judgement=j) for b, j in zip(kept, judgements, strict=True)]
    keep(tmp_path, kept)
    async with ledger(tmp_path) as (screen, pilot):
        orders = []
        for _ in range(5):
            pages = screen.shown.pages
            orders.append([kept.index(pages[n]) for n in range(len(pages))])
            await pilot.press("s")
    assert orders == [[0, 1, 2, 3], [3, 2, 1, 0], [3, 2, 1, 0], [1, 3, 2, 0], [1, 2, 3, 0]]


async def test_words_filter_while_they_are_typed(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "/", *"reuters") as (screen, pilot):
        assert listed(screen) == ["ifølge Reuters"]
        await pilot.press("enter")
        assert screen.shown.has_focus
        assert "with “reuters”" in lines(screen.app)[0]
        await pilot.press("v", "a")
        assert len(screen.shown.pages) == 5


async def test_escape_leaves_the_question_and_then_the_ledger(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "/", *"qqq") as (screen, pilot):
        assert "No bookmark fits" in "\n".join(lines(screen.app))
        await pilot.press("escape")
        assert isinstance(screen.app.screen, LedgerScreen)
        await pilot.press("escape")
        assert not isinstance(screen.app.screen, LedgerScreen)


async def test_kinds_and_judgements_are_cycled(tmp_path: Path) -> None:
    kept = bookmarks()[:5]
    kept[1] = replace(kept[1], judgement="confirmed")
    keep(tmp_path, kept)
    async with ledger(tmp_path, "f2") as (screen, pilot):
        assert listed(screen) == ["26", "3000"]
        await pilot.press("f2")
        assert listed(screen) == ["fredag"]
        await pilot.press(*["f2"] * (len(DiscrepancyKind) - 1))
        assert listed(screen) == ["været"]
        await pilot.press("f2", "v", "j", "v", "j")
        assert listed(screen) == ["ifølge Reuters"]


async def test_a_tag_is_chosen_from_those_in_use(tmp_path: Path) -> None:
    kept = bookmarks()[:3]
    kept[2] = replace(kept[2], tags=("tall", "[bold]haster"))
    keep(tmp_path, kept)
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.press("v", "t")
        await settled(pilot)
        assert "[bold]haster" in "\n".join(lines(screen.app))
        await pilot.press("down", "enter")
        await settled(pilot)
        assert listed(screen) == ["3000"]


async def test_dismissed_are_listed_on_demand(tmp_path: Path) -> None:
    kept = bookmarks()[:2]
    kept[0] = replace(kept[0], judgement="dismissed")
    keep(tmp_path, kept)
    async with ledger(tmp_path) as (screen, pilot):
        assert listed(screen) == ["ifølge Reuters"]
        await pilot.press(".")
        assert listed(screen) == ["26", "ifølge Reuters"]
        await pilot.press("v", "x", "D", ".")
        assert listed(screen) == ["26"]


async def test_a_ledger_of_dismissed_alone_says_so(tmp_path: Path) -> None:
    keep(tmp_path, [replace(bookmarks()[0], judgement="dismissed")])
    async with ledger(tmp_path) as (screen, _):
        assert "One is dismissed; . shows what is dismissed." in "\n".join(lines(screen.app))


async def test_what_is_no_longer_found_is_listed_with_its_quote(tmp_path: Path) -> None:
    kept = bookmarks()[:3]
    assert kept[0].a is not None
    ref = replace(kept[0].a.article, hash="0" * 64)
    gone = replace(kept[0].a, article=ref, quote="Tolv personer", start=3, prefix="x ", suffix=" y")
    kept[0] = replace(kept[0], a=gone)
    keep(tmp_path, kept)
    async with ledger(tmp_path, "tab", "v", "l") as (screen, pilot):
        assert listed(screen) == ["Tolv personer"]
        shown = "\n".join(lines(screen.app))
        assert "? x Tolv personer" in shown
        assert "no longer found" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert screen.app.screen.state.at[1] == 2
        assert "One passage is no longer found" in lines(screen.app)[-2]


async def test_enter_goes_to_both_passages(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    app = stated_app(tmp_path)
    async with reading(app) as (reader, pilot):
        await pilot.press("L", "G", "enter")
        await settled(pilot)
        assert app.screen == reader
        assert reader.state.at == (3, 3)
        assert reader.state.current.reason == "Friday is not Thursday."


async def test_enter_opens_another_pair_of_the_folder(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    app = three_articles(tmp_path)
    async with reading(app) as (reader, pilot):
        await pilot.press("L", "tab", "/", *"gassen", "enter", "enter")
        await settled(pilot)
        assert [article.title for article in reader.state.pair] == ["Venstre", "Tredje"]
        assert reader.state.at == (0, 1)
        assert reader.state.links is not None


async def test_an_article_that_is_not_open_is_read_from_its_file(tmp_path: Path) -> None:
    from corpus.ledger.notebook import bookmark_of
    from corpus.model import Comparison, Facts
    from corpus.reading.articles import read_article

    path = tmp_path / "fjerde.txt"
    path.write_text("Overskrift her\n\nEn setning som står i filen.\n", encoding="utf-8")
    article = read_article(path)
    last = article.sentences[-1].span
    here = bookmark_of(Comparison(article, article, Facts(), Facts()), a=last)
    missing = tmp_path / "gone.txt"
    assert here.a is not None
    gone = replace(here.a, article=replace(here.a.article, path=str(missing), hash="1"))
    keep(tmp_path, [here, replace(here, id=new_id(), a=gone)])
    app = stated_app(tmp_path)
    async with reading(app) as (reader, pilot):
        await pilot.press("L", "tab", "enter")
        await settled(pilot)
        assert reader.state.pair[0].path == str(path)
        assert reader.state.at[0] == len(article.sentences) - 1
        await pilot.press("L", "j", "enter")
        await settled(pilot)
        assert "gone.txt" in lines(app)[-2]
        assert reader.state.pair[0].path == str(path)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_ledger_opens_where_it_was_left(tmp_path: Path, key: str) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path, "s", "home", "j", "j", key, "L") as (screen, _):
        assert screen.state.look.sort == "newest"
        assert screen.shown.cursor == 2


async def test_a_click_points_and_a_second_one_goes_there(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks())
    async with ledger(tmp_path) as (screen, pilot):
        await pilot.click("LedgerList", offset=(20, 3))
        assert screen.shown.cursor == 3
        await pilot.click("LedgerList", offset=(20, 3))
        await settled(pilot)
        assert screen.app.screen.state.at == (3, 3)


async def test_quotes_are_no_markup_and_carry_no_escapes(tmp_path: Path) -> None:
    kept = bookmarks()[0]
    assert kept.a is not None
    nasty = replace(kept.a, quote="[red]x[/]\x1b[31m\n2", prefix="\x9b", suffix="\u202e")
    keep(tmp_path, [replace(kept, a=nasty, note="\x1b]0;t\x07[b]", tags=("\x1b[1m[i]",))])
    async with ledger(tmp_path) as (screen, _):
        shown = "\n".join(lines(screen.app))
        assert "[red]x[/]" in shown
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown)


async def test_only_what_is_in_view_is_read_and_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = bookmarks()[0]
    keep(tmp_path, [replace(kept, id=new_id(), note=f"nr {n}") for n in range(10_000)])
    drawn: set[str] = set()
    read: list[int] = []
    real_read = Notebook.bookmarks

    def noted(bookmark: Bookmark, width: int, lost: tuple[bool, bool]) -> list[Line]:
        drawn.add(bookmark.id)
        return ledger_row.lines(bookmark, width, lost)

    monkeypatch.setattr(ledger_list, "lines", noted)

    def counted(self: Notebook, **asked: Any) -> tuple[Bookmark, ...]:
        found = real_read(self, **asked)
        if "limit" in asked:
            read.append(len(found))
        return found

    monkeypatch.setattr(Notebook, "bookmarks", counted)
    async with ledger(tmp_path) as (screen, pilot):
        rows = screen.size.height
        assert len(screen.shown.pages) == 10_000
        assert len(drawn) <= rows
        assert sum(read) <= PAGE
        await pilot.press("G")
        await pilot.pause()
        assert screen.shown.cursor == 9_999
        assert len(drawn) <= 2 * rows
        assert sum(read) <= 3 * PAGE


async def test_what_another_reader_changes_is_seen(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path) as (screen, _):
        keep(tmp_path, bookmarks()[1:3])
        screen.poll()
        assert len(screen.shown.pages) == 3


async def test_the_help_of_the_ledger_gives_its_keys_and_marks(tmp_path: Path) -> None:
    keep(tmp_path, bookmarks()[:1])
    async with ledger(tmp_path, size=(120, 80)) as (screen, pilot):
        await pilot.press("?")
        await pilot.pause()
        shown = "\n".join(lines(screen.app))
        for words in ("Judge: dismissed.", "× ", "no longer found", "List what bears a tag."):
            assert words in shown
        await pilot.press("escape")
        assert screen.app.screen is screen


@pytest.mark.parametrize("keys", ["", "n", "w", "/", "vt"])
async def test_a_very_small_terminal_is_survived(tmp_path: Path, keys: str) -> None:
    keep(tmp_path, [replace(bookmark, tags=("tall",)) for bookmark in bookmarks()])
    app = stated_app(tmp_path)
    async with reading(app, (40, 8)) as (_, pilot):
        await pilot.press("L", *keys)
        for width, height in ((1, 1), (8, 3), (140, 2), (3, 50)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        await pilot.press("down", "escape")


@pytest.mark.parametrize("path", ["/" + "x" * 5000, "/a\0b", "/dev/zero", "/a\udcffb", "."])
async def test_a_bookmark_whose_article_has_an_impossible_path_is_listed_and_told(
    tmp_path: Path, path: str
) -> None:
    *_, kept = bookmarks()
    assert kept.b is not None
    end = replace(kept.b, article=replace(kept.b.article, path=path, hash="0" * 64))
    keep(tmp_path, [replace(kept, b=end)])
    async with ledger(tmp_path, "f2") as (screen, pilot):
        assert screen.app.is_running
        await pilot.press("enter")
        await settled(pilot)
        assert screen.app.is_running
        assert screen.app.return_code is None
