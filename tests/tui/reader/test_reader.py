"""The reader: what is selected, shown and counted after real keys."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key

from corpus.model import Article, Comparison, Sentence
from corpus.reading.articles import parse_article
from tests.support.stated_reader import (
    LEFT,
    RIGHT,
    StatedScreen,
    comparison,
    lines,
    reading,
    settled,
    stated_app,
)
from tui.app import ReaderApp
from tui.keys.actions import READER
from tui.messages import Compared
from tui.widgets.detail import Detail


async def test_the_first_difference_is_selected_in_both_panes(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, _):
        assert screen.state.at == (1, 2)
        assert [set(pane.selected) for pane in screen.panes] == [{1}, {2}]


async def test_next_difference_walks_all_and_comes_round(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        seen = []
        for _ in range(4):
            seen.append(screen.state.stop)
            await pilot.press("n")
        assert seen == [0, 1, 2, 0]


async def test_the_status_line_counts_differences(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("n")
        assert "difference 2 of 3" in lines(app)[-2]


async def test_the_pair_stands_on_one_row(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=20)) as (screen, pilot):
        for _ in range(3):
            await pilot.press("l")
            (a, b), (left, right) = screen.state.at, screen.panes
            assert left.line_of(a) == right.line_of(b) or right.scroll_y == 0


async def test_lenses_show_one_kind_and_jumps_follow(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        for key, count in (("f2", 1), ("f3", 1), ("f4", 1), ("f5", 3)):
            await pilot.press(key)
            assert len(screen.state.stops) == count


async def test_the_depth_adds_what_is_compatible(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("v", "v")
        assert len(screen.state.stops) == 4


async def test_partners_of_one_sentence_are_cycled(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        while screen.state.at[0] != 4:
            await pilot.press("l")
        first = screen.state.at[1]
        await pilot.press("c")
        assert {first, screen.state.at[1]} == {1, 4}


async def test_only_here_walks_sentences_without_a_partner(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("o")
        assert screen.state.at == (2, None)
        assert any("Only here" in line for line in lines(app))


async def test_search_folds_case_and_spelling(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("slash", *"vaeret", "enter")
        assert (screen.state.side, screen.state.at[0]) == (0, 2)
        await pilot.press("escape")
        assert screen.search.matches == ([], [])


async def test_a_search_without_result_says_so(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        await pilot.press("slash", *"zebra", "enter")
        await pilot.pause()
        assert any("in neither article" in line for line in lines(app))


async def test_the_detail_panel_gives_values_sources_and_reason(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, _pilot):
        shown = "\n".join(lines(app))
        for words in ("≠ differ", "number", "26 is not 28.", "Reuters", "AP"):
            assert words in shown


async def test_explain_unfolds_the_evidence_and_what_speaks_against(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("e")
        await pilot.pause()
        shown = "\n".join(lines(app))
        assert "opprørere" in shown
        assert "against  -0.50" in shown
        assert screen.query_one(Detail).has_class("-explained")


async def test_switching_panes_walks_the_other_article(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("tab", "l")
        assert screen.state.side == 1
        assert screen.state.at == (3, 3)


async def test_linked_panes_scroll_together_until_unlinked(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=30)) as (screen, pilot):
        left, right = screen.panes
        await pilot.press("space")
        assert left.scroll_y > 0
        assert right.scroll_y > 0
        await pilot.press("s")
        before = right.scroll_y
        await pilot.press("space")
        assert right.scroll_y == before


async def test_a_click_selects_the_sentence(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        row = screen.panes[0].page.rows_of(3).start
        await pilot.click("#pane-0", offset=(12, row))
        await pilot.pause()
        assert screen.state.at == (3, 3)


async def test_a_click_on_the_overview_scrolls_there(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=30)) as (screen, pilot):
        await pilot.click("#overview-1", offset=(0, 15))
        await pilot.pause()
        assert screen.panes[1].scroll_y > 10


async def test_the_top_sentence_stays_on_resize(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=40)) as (screen, pilot):
        await pilot.press("s", "space", "space")
        top = screen.panes[0].top_sentence
        await pilot.resize_terminal(100, 40)
        await pilot.pause()
        assert screen.panes[0].top_sentence == top


async def test_a_selected_sentence_in_view_stays_in_view_on_resize(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=4), (200, 60)) as (screen, pilot):
        await pilot.press(*"jjjjjjjjjj")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        pane, sentence = screen.panes[0], screen.state.at[0]
        assert 0 <= pane.line_of(sentence) < pane.size.height


@pytest.mark.parametrize(
    ("size", "layout"),
    [((200, 50), "-wide"), ((100, 30), "-side"), ((80, 40), "-stacked"), ((60, 20), "-tiny")],
)
async def test_the_layout_follows_the_size(
    tmp_path: Path, size: tuple[int, int], layout: str
) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size) as (screen, pilot):
        assert screen.has_class(layout)
        await pilot.press("n", "n")
        await pilot.pause()
        assert any("torsdag" in line for line in lines(app))


async def test_a_very_small_terminal_is_survived(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app, (40, 8)) as (_, pilot):
        await pilot.press("n", "tab", "e", "space", "l")
        await pilot.resize_terminal(1, 1)
        await pilot.pause()


async def test_a_late_result_of_an_earlier_pair_is_dropped(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        old = screen.state.links
        screen.post_message(Compared(0, None, "late"))
        await pilot.pause()
        assert screen.state.links is old


async def test_swapping_sides_compares_anew(tmp_path: Path) -> None:
    a, b = (parse_article("\n\n".join(parts)) for parts in (LEFT, RIGHT))
    app = ReaderApp(a, b, notebook_path=tmp_path / "n.sqlite3")
    app.animation_level = "none"
    async with reading(app) as (screen, pilot):
        await pilot.press("x")
        await settled(pilot)
        assert screen.state.pair == (b, a)
        assert screen.state.links is not None


class TurnedScreen(StatedScreen):
    """Finds the same whichever article is on the left."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        if a.title == "Venstre":
            return comparison(a, b)
        found = comparison(b, a)
        links = tuple(replace(link, a=link.b, b=link.a) for link in found.links)
        turned = tuple(replace(d, a=d.b, b=d.a) for d in found.discrepancies)
        return Comparison(a, b, found.facts_b, found.facts_a, links, (), turned)


async def test_swapping_sides_keeps_the_difference_the_pair_and_the_view(tmp_path: Path) -> None:
    app = stated_app(tmp_path, repeat=20)
    app.SCREEN = TurnedScreen
    async with reading(app) as (screen, pilot):
        await pilot.press("n", "s", *"JJJ")
        current, at = screen.state.current, screen.state.at
        tops = [pane.top_sentence for pane in screen.panes]
        await pilot.press("x")
        await settled(pilot)
        assert screen.state.at == (at[1], at[0])
        assert screen.state.current.reason == current.reason
        assert [pane.top_sentence for pane in screen.panes] == tops[::-1]
        assert [set(pane.selected) for pane in screen.panes] == [{at[1]}, {at[0]}]
        await pilot.press("x")
        await settled(pilot)
        assert (screen.state.at, screen.state.current) == (at, current)


async def test_a_comparison_that_fails_leaves_the_articles_readable(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        screen.job.number += 1
        screen.post_message(Compared(screen.job.number, None, "bad"))
        await pilot.pause()
        await pilot.press("space", "n", "l", "e")
        shown = "\n".join(lines(app))
        assert "could not be compared" in shown


async def test_an_article_without_text_says_what_to_do(tmp_path: Path) -> None:
    app = ReaderApp(
        Article("", "Tom", "nb", ()), Article("", "Tom", "nb", ()), notebook_path=tmp_path / "n"
    )
    async with reading(app) as (_, pilot):
        await pilot.press("n", "l", "o", "j", "k", "a", "c", "e", "space", "G")
        assert any("Choose another" in line for line in lines(app))


async def test_markup_and_escapes_of_an_article_are_only_text(tmp_path: Path) -> None:
    text = "[bold red]Hei[/] \x1b[31m[@click=app.quit]x[/]"
    nasty = Article(text, text, "nb", (Sentence(0, len(text)),))
    app = ReaderApp(nasty, nasty, notebook_path=tmp_path / "n")
    async with reading(app) as (_, pilot):
        await pilot.press("j", "l", "e")
        shown = "\n".join(lines(app))
        assert "[bold red]Hei[/]" in shown
        assert "\x1b" not in shown


async def test_every_action_can_be_done_with_a_count_at_any_time(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=3)) as (screen, pilot):
        names = sorted(screen.actions)
        assert names == sorted(action.method for action in READER)
        for name in [*names, *reversed(names)]:
            assert await screen.app.perform(f"reader.{name}", 3)
            await pilot.pause()
            await screen.put_away()
            while screen.app.screen is not screen:
                screen.app.screen.dismiss(None)
                await pilot.pause()
        assert not await screen.app.perform("reader.no_such_action")


async def test_many_differences_are_listed_a_page_at_a_time(tmp_path: Path) -> None:
    from tui.widgets.difference_list import PAGE, SEEN, Listing

    app = stated_app(tmp_path)
    async with reading(app, (200, 40)) as (screen, pilot):
        many = screen.state.stops * PAGE
        screen.list.show(Listing(screen.state.links.comparison, many, (SEEN,) * len(many)))
        screen.list.go_to(PAGE + 3)
        await pilot.pause()
        assert screen.list.highlighted == 3
        assert screen.list.option_count == PAGE


async def test_a_sentence_is_reached_by_its_number(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("i", "5", "enter")
        assert screen.state.at[0] == 4
        await pilot.press("i", "9", "9", "enter")
        assert screen.state.at[0] == 4
        assert "sentences 1 to 5" in lines(app)[-2]


async def test_another_article_is_shown_on_this_side(tmp_path: Path) -> None:
    a, b, c = (parse_article(f"Artikkel nummer {n}. Mer tekst her.") for n in "123")
    app = ReaderApp(a, b, articles=(a, b, c), notebook_path=tmp_path / "n.sqlite3")
    app.animation_level = "none"
    async with reading(app) as (screen, pilot):
        await pilot.press("r")
        await settled(pilot)
        assert screen.state.pair == (c, b)
        assert screen.state.links is not None


async def test_a_long_comparison_tells_its_time_and_can_be_stopped(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        screen.state.forget_comparison()
        screen.job.began -= 7
        screen.beside.show_status(screen)
        await pilot.pause()
        assert re.search(r"comparing … \d+ s  ·  esc stops", lines(app)[-2])
        late = Compared(screen.job.number, None, "late")
        await pilot.press("escape")
        screen.post_message(late)
        await pilot.pause()
        assert "not compared" in lines(app)[-2]
        assert any("you stopped it" in line for line in lines(app))
        await pilot.press("x")
        await settled(pilot)
        assert screen.state.links is not None


async def test_another_lens_keeps_the_difference_it_still_shows(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("f4")
        said = screen.state.stops[screen.state.stop]
        await pilot.press("f5")
        assert screen.state.stops[screen.state.stop] == said


@pytest.mark.parametrize("size", [(60, 20), (100, 20), (100, 30), (80, 40), (200, 60)])
async def test_explain_gives_the_detail_more_room_and_all_of_it_can_be_scrolled_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size) as (screen, pilot):
        detail = screen.query_one(Detail)
        before = detail.size.height
        await pilot.press("e")
        await pilot.pause()
        assert detail.size.height >= before
        assert all(pane.size.height >= 8 for pane in screen.panes if pane.size)
        await pilot.press("9", "9", "m", "j")
        await pilot.pause()
        assert any("26 is not 28" in line for line in lines(app))
        assert any("against" in line for line in lines(app))


@pytest.mark.parametrize("size", [(60, 20), (100, 30)])
async def test_values_sources_and_reason_are_in_view_on_small_screens(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = stated_app(tmp_path)
    async with reading(app, size):
        shown = [" ".join(line.split()) for line in lines(app)]
        for words in ("“26” │ “28”", "26 is not 28.", "said by Reuters │ AP"):
            assert any(words in line for line in shown)


@pytest.mark.parametrize("size", [(200, 60), (120, 36), (100, 30), (80, 24), (60, 20)])
async def test_the_detail_is_as_high_as_what_it_holds_and_leaves_eight_lines_of_each_text(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = stated_app(tmp_path, repeat=3)
    async with reading(app, size) as (screen, pilot):
        for key in ("n", "o", "l", "e", "n"):
            await pilot.press(key)
            await pilot.pause()
            detail = screen.query_one(Detail)
            held = detail.query_one("Static").size.height
            assert detail.size.height <= held
            shown = [pane for pane in screen.panes if pane.size]
            assert all(pane.size.height >= 8 for pane in shown)
            assert detail.size.height == held or min(p.size.height for p in shown) <= 9


async def test_one_article_alone_can_be_searched(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        await pilot.press("tab", "g", "slash", *"talte", "enter")
        assert screen.search.matches[0] == []
        assert len(screen.search.matches[1]) == 2
        assert (screen.state.side, screen.state.at[1]) == (1, 4)


async def test_other_articles_are_shown_while_the_panes_are_scrolled(tmp_path: Path) -> None:
    long, short = (parse_article(" ".join(RIGHT * n), language="da") for n in (30, 1))
    app = ReaderApp(long, short, notebook_path=tmp_path / "n.sqlite3")
    app.animation_level = "none"
    async with reading(app, (100, 24)) as (screen, pilot):
        await pilot.press("G", "x")
        await settled(pilot)
        assert screen.state.pair == (short, long)
        await pilot.press("tab", "G", "x", "l", "n")
        await settled(pilot)
        assert screen.state.pair == (long, short)


async def test_what_is_typed_at_once_after_a_question_is_its_answer(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path)) as (screen, pilot):
        for key in ("slash", *"talte", "enter"):
            character = "/" if key == "slash" else key
            screen.app.post_message(Key(key, None if key == "enter" else character))
        await settled(pilot)
        assert screen.search.query == "talte"
        assert screen.state.at[0] == 4


async def test_the_texts_reach_down_to_the_detail(tmp_path: Path) -> None:
    async with reading(stated_app(tmp_path, repeat=30), (100, 30)) as (screen, _):
        detail = screen.query_one(Detail)
        assert [pane.region.bottom for pane in screen.panes] == [detail.region.y] * 2


async def test_values_stand_in_columns(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app, (100, 30)):
        number, said = (
            next(line for line in lines(app) if line.strip().startswith(words))
            for words in ("≠ differ", "said by")
        )
        assert number.index("“26”") == said.index("Reuters")
        assert number.index("│") == said.index("│")
        assert number.index("“28”") == said.index("AP")


async def test_titles_stand_above_the_texts_whatever_the_width(tmp_path: Path) -> None:
    for size in ((260, 30), (100, 30), (60, 20)):
        app = stated_app(tmp_path)
        async with reading(app, size):
            shown = lines(app)
            assert shown[0].index("Venstre") == shown[1].index("Uro i Almaty")
