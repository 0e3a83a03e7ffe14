from __future__ import annotations

from dataclasses import replace

from corpus import Comparison
from corpus.ledger.judgements import dismissed, judged
from corpus.ledger.notebook import bookmark_of
from tests.support.findings import comparison, place


def test_a_discrepancy_knows_its_latest_bookmark() -> None:
    pair = comparison()
    early, late = (
        replace(bookmark_of(pair, pair.discrepancies[1]), changed=moment, judgement=judgement)
        for moment, judgement in (("2026-01-01", "open"), ("2026-01-02", "dismissed"))
    )
    passage = bookmark_of(pair, a=place(pair.a, "26").span, b=place(pair.b, "18").span)
    assert judged([late, passage, early], pair) == {1: late}


def test_it_is_known_when_the_articles_change_sides() -> None:
    pair = comparison()
    kept = bookmark_of(pair, pair.discrepancies[0])
    turned = tuple(replace(d, a=d.b, b=d.a) for d in pair.discrepancies)
    swapped = Comparison(pair.b, pair.a, pair.facts_b, pair.facts_a, (), (), turned)
    assert judged([kept], swapped) == {0: kept}


def test_one_end_elsewhere_is_another_discrepancy() -> None:
    pair = comparison()
    kept = bookmark_of(pair, pair.discrepancies[0], b=place(pair.b, "AP").span)
    assert judged([kept], pair) == {}


def test_a_difference_met_at_several_places_is_dismissed_as_a_whole() -> None:
    pair = comparison()
    number, source = (replace(found, group=1) for found in pair.discrepancies)
    pair = replace(pair, discrepancies=(number, source))
    kept = replace(bookmark_of(pair, number), judgement="dismissed", changed="2026-01-01")
    assert dismissed(pair, {number: kept}) == {0, 1}
    later = replace(bookmark_of(pair, source), judgement="confirmed", changed="2026-01-02")
    assert dismissed(pair, {number: kept, source: later}) == {0}


def test_differences_without_a_group_are_dismissed_one_by_one() -> None:
    pair = comparison()
    number = pair.discrepancies[0]
    assert dismissed(pair, {number: bookmark_of(pair, number)}) == frozenset()
    kept = replace(bookmark_of(pair, number), judgement="dismissed")
    assert dismissed(pair, {number: kept}) == {0}
