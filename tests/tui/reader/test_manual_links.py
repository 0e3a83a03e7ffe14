"""Links by hand: made, taken apart and split with keys; kept, shown as one's own, undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.ledger.notebook import HandLink, Notebook
from corpus.model import Span
from tests.support.ledgers import three_articles
from tests.support.stated_reader import lines, reading, settled, stated_app
from tui.reader.controllers.manual_links import parts_of


def in_notebook(folder: Path) -> tuple[HandLink, ...]:
    with Notebook.open(folder / "notebook.sqlite3") as notebook:
        return notebook.links()


def links(screen: Any) -> set[tuple[int, int, str]]:
    return {(link.a, link.b, link.origin) for link in screen.state.links.links}


RULED = {(1, 2, "rule"), (3, 3, "rule"), (4, 1, "rule"), (4, 4, "rule")}


async def test_two_sentences_are_linked_by_hand(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("g", "g", "j", "j", "m", "l")
        assert screen.state.side == 1
        await pilot.pause()
        assert any("Looking for the partner of “Været" in line for line in lines(app))
        await pilot.press("g", "g")
        assert screen.state.at == (2, 0)
        assert set(screen.panes[0].selected) == {2}
        await pilot.press("m", "l")
        assert screen.state.at == (2, 0)
        assert links(screen) == RULED | {(2, 0, "reader")}
        await pilot.pause()
        shown = lines(app)
        assert any("║ linked by hand" in line for line in shown)
        assert "Linked by hand." in shown[-2]
        await pilot.press("j")
        await pilot.pause()
        assert any("║" in line for line in lines(app))
    (kept,) = in_notebook(tmp_path)
    assert (kept.action, kept.a.quote) == ("pin", "Været var kaldt i fjellene.")


async def test_a_link_can_be_begun_on_the_right(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("tab", "g", "g", "m", "l", "g", "g", "m", "l")
        assert (0, 0, "reader") in links(screen)
    (kept,) = in_notebook(tmp_path)
    assert kept.a.quote == "Uro i Almaty"


async def test_hand_made_links_last_and_are_undone_and_done_again(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("g", "g", "m", "l", "g", "g", "m", "l")
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        assert links(screen) == RULED | {(0, 0, "reader")}
        await pilot.press("u")
        assert links(screen) == RULED
        await pilot.press("U")
        assert links(screen) == RULED | {(0, 0, "reader")}


async def test_a_ruled_link_is_taken_apart_and_linked_again(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("m", "u")
        assert links(screen) == RULED - {(1, 2, "rule")}
        assert [kept.action for kept in in_notebook(tmp_path)] == ["forbid"]
        assert screen.state.at == (1, None)
        await pilot.press("m", "l", "g", "g", "j", "j", "m", "l")
        assert links(screen) == RULED
        assert in_notebook(tmp_path) == ()


async def test_an_own_link_taken_apart_leaves_nothing(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("g", "g", "m", "l", "g", "g", "m", "l", "m", "u")
        assert links(screen) == RULED
        assert in_notebook(tmp_path) == ()
        await pilot.press("u")
        assert links(screen) == RULED | {(0, 0, "reader")}


async def test_escape_lets_the_held_sentence_be(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("g", "g", "m", "l", "escape")
        assert screen.state.held is None
        assert "Nothing was linked" in lines(app)[-2]
        await pilot.press("m", "u")
        assert in_notebook(tmp_path) == ()


async def test_other_articles_end_the_search_for_a_partner(tmp_path: Path) -> None:
    app = three_articles(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("m", "l", "x")
        await settled(pilot)
        assert screen.state.held is None


async def test_what_is_not_linked_cannot_be_taken_apart(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("g", "g", "m", "u")
        assert "These sentences are not linked" in lines(app)[-2]


async def test_a_part_of_a_sentence_gets_its_own_partner(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("m", "s")
        await settled(pilot)
        shown = "\n".join(lines(app))
        assert "Minst 26 opprørere er drept" in shown
        assert "ifølge Reuters" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert screen.state.held.span.of(screen.state.pair[0].text) == "Minst 26 opprørere er drept"
        await pilot.press("G", "m", "l")
        assert (1, 4, "reader") in links(screen)
        await pilot.pause()
        assert any("a part of the sentence" in line for line in lines(app))
    (kept,) = in_notebook(tmp_path)
    assert (kept.action, kept.a.quote) == ("split", "Minst 26 opprørere er drept")


async def test_a_part_can_be_written_in_words(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("o", "m", "s", "enter")
        await settled(pilot)
        await pilot.press(*["backspace"] * 40, *"kaldt her", "enter")
        assert "do not stand so" in lines(app)[-2]
        await pilot.press("m", "s", "enter")
        await settled(pilot)
        await pilot.press(*["backspace"] * 40, *"var  kaldt", "enter", "G", "m", "l")
        assert (2, 4, "reader") in links(screen)
    (kept,) = in_notebook(tmp_path)
    assert kept.a.quote == "var kaldt"


async def test_a_link_whose_passage_is_gone_is_told(tmp_path: Path) -> None:
    from dataclasses import replace

    async with reading(stated_app(tmp_path)) as (_, pilot):
        await pilot.press("g", "g", "m", "l", "g", "g", "m", "l")
    with Notebook.open(tmp_path / "notebook.sqlite3") as notebook:
        (link,) = notebook.links()
        gone = replace(link.a, quote="Aldri skrevet", start=2, prefix="", suffix="")
        notebook.add_link(replace(link, a=gone))
    app = stated_app(tmp_path)
    async with reading(app) as (screen, _):
        assert links(screen) == RULED
        assert "a passage is no longer found" in lines(app)[-2]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Én del her, en annen del der.", ["Én del her", "en annen del der."]),
        ("Ingen deler i denne.", []),
        ("Ja, nei, kanskje det er slik: to ting – og tre ting.",
         ["kanskje det er slik", "og tre ting."]),
        ("", []),
    ],
)  # fmt: skip
def test_parts_stand_between_commas_and_dashes(text: str, parts: list[str]) -> None:
    assert [part.of(text) for part in parts_of(text, Span(0, len(text)))] == parts
