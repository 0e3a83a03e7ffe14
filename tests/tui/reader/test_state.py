"""The reader's state without a screen: selection, lens, links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import DiscrepancyKind, Link, Strength
from tests.support.stated_reader import LEFT, RIGHT, article, comparison
from tui.layout.lenses import Lens
from tui.reader.state import Held, ReaderState


def compared() -> ReaderState:
    """Return the state of a reader of LEFT and RIGHT whose comparison is there."""
    state = ReaderState(article(LEFT, "Venstre"), article(RIGHT, "Høyre"))
    found = comparison(*state.pair)
    state.replace_links(found)
    state.show(found.discrepancies)
    return state


def test_nothing_is_selected_at_first() -> None:
    state = compared()
    assert (state.at, state.stop, state.current, state.link) == ((None, None), None, None, None)
    assert state.stops[0].reason == "26 is not 28."


def test_going_to_a_difference_selects_both_its_sentences() -> None:
    state = compared()
    state.go_to(2)
    assert (state.at, state.stop) == ((3, 3), 2)
    assert state.link is not None


def test_a_sentence_takes_its_partner_along() -> None:
    state = compared()
    assert state.select(0, 4)
    assert state.at == (4, 1)
    assert state.select(1, 4)
    assert (state.at, state.side) == ((4, 4), 1)


def test_a_partner_that_is_selected_stays_where_it_is_one_of_several() -> None:
    state = compared()
    state.select(0, 4, 4)
    state.select(0, 4)
    assert state.at == (4, 4)


@pytest.mark.parametrize("sentence", [-1, 5])
def test_a_sentence_that_is_not_there_changes_nothing(sentence: int) -> None:
    state = compared()
    state.go_to(0)
    assert not state.select(0, sentence)
    assert (state.at, state.stop) == ((1, 2), 0)


def test_a_held_sentence_is_the_partner_of_all() -> None:
    state = compared()
    state.held = Held(0, 2, state.pair[0].sentences[2].span, "pin")
    state.select(1, 3)
    assert state.at == (2, 3)


def test_the_second_difference_of_a_pair_stays_current_when_the_pair_is_selected() -> None:
    state = compared()
    state.go_to(1)
    state.select(0, 1)
    assert state.stop == 1


def test_a_lens_keeps_the_difference_it_still_shows() -> None:
    state = compared()
    state.go_to(1)
    state.after_lens(Lens(DiscrepancyKind.ATTRIBUTION))
    assert (state.stop, len(state.stops)) == (0, 1)
    state.after_lens(Lens(DiscrepancyKind.NUMBER))
    assert state.stop == 0
    assert state.current is not None
    assert state.current.kind is DiscrepancyKind.NUMBER
    state.after_lens(Lens(DiscrepancyKind.DATE))
    assert state.stop is None


def test_other_links_keep_the_difference_that_is_counted_anew() -> None:
    state = compared()
    state.go_to(2)
    found = comparison(*state.pair)
    groups = tuple(replace(d, group=d.group + 10) for d in found.discrepancies)
    more = replace(found, links=(*found.links, Link(2, 0, 0.5, Strength.PART)))
    state.replace_links(more)
    state.show(groups)
    assert state.stop == 2
    assert state.current is not None
    assert state.current.group == 14


def test_what_is_left_out_is_not_current_any_more() -> None:
    state = compared()
    state.go_to(0)
    state.show(comparison(*state.pair).discrepancies[2:])
    assert (state.at, state.stop) == ((1, 2), None)


def test_other_articles_begin_with_nothing() -> None:
    state = compared()
    state.go_to(0)
    state.held = Held(0, 2, state.pair[0].sentences[2].span, "pin")
    state.kept = (frozenset({1}), frozenset())
    state.show_pair(*reversed(state.pair))
    assert (state.at, state.stop, state.links) == ((None, None), None, None)
    assert state.kept == (frozenset(), frozenset())
    assert state.stops == ()


def test_a_new_comparison_keeps_what_is_selected() -> None:
    state = compared()
    state.go_to(0)
    state.forget_comparison()
    assert (state.at, state.stop, state.stops) == ((1, 2), None, ())
