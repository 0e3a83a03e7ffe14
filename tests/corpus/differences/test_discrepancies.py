"""Discrepancies: the same thing is compared, by the rule that the reason states."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import (
    Article,
    Attribution,
    Comparison,
    Date,
    Discrepancy,
    DiscrepancyKind,
    Facts,
    Link,
    Number,
    Source,
    Strength,
    Verdict,
    Voice,
    compare,
    parse_article,
)
from corpus.concepts.casualties import unknown_concepts
from corpus.differences.credits.source_chains import same_source
from corpus.differences.discrepancies import find_discrepancies
from corpus.differences.verdicts import date_verdict, number_verdict
from corpus.facts.facts import read_facts
from corpus.library import Library

A, C, D = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.DIFFER
TEXT = parse_article("Eight policemen were killed on Wednesday, Reuters reports.", language="en")
LINK = (Link(0, 0, 0.9, Strength.SAME),)


def number(low: float | None, high: float | None, **more: object) -> Number:
    return replace(Number(0, 0, 5, low, high), **more)  # type: ignore[arg-type]


def credit(*names: str, voice: Voice = Voice.INDIRECT) -> Attribution:
    return Attribution(0, 0, 5, tuple(Source(name) for name in names), voice)


def compared(left: Facts, right: Facts) -> tuple[Discrepancy, ...]:
    facts = (DiscrepancyKind.NUMBER, DiscrepancyKind.DATE, DiscrepancyKind.ATTRIBUTION)
    found = find_discrepancies(TEXT, TEXT, left, right, LINK)
    return tuple(item for item in found if item.kind in facts)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ((8, 8), (8, 8), A),
        ((8, 8), (18, 18), D),
        ((200, None), (3000, 3000), C),
        ((24, None), (26, 26), C),
        ((None, 10), (11, 11), D),
        ((14, None), (30, None), D),
        ((14, None), (14, None), A),
        ((3000, 3000), (2950, 2950), C),
        ((150, 200), (100, 160), C),
    ],
)
def test_intervals_give_the_verdict(
    left: tuple[float | None, float | None],
    right: tuple[float | None, float | None],
    verdict: Verdict,
) -> None:
    assert number_verdict(number(*left), number(*right)) is verdict
    assert number_verdict(number(*right), number(*left)) is verdict


def test_units_of_one_quantity_are_brought_together_and_others_are_not() -> None:
    metres, kilometres = number(2000, 2000, unit="m"), number(2, 2, unit="km")
    assert number_verdict(metres, kilometres) is A
    assert number_verdict(number(5, 5, unit="NOK"), number(5, 5, unit="EUR")) is None


def test_per_cent_is_not_percentage_points() -> None:
    assert number_verdict(number(4, 4, unit="%"), number(4, 4, unit="pp")) is D
    assert number_verdict(number(4, 4, unit="%"), number(2, 2, unit="pp")) is None


@pytest.mark.parametrize(
    ("counted", "other", "found"),
    [
        (("policemen", "killed"), ("officers", "killed"), True),
        (("policemen", "killed"), ("policemen", "injured"), False),
        (("policemen", "killed"), ("protesters", "killed"), False),
        (("houses", None), ("boats", None), False),
    ],
)
def test_only_the_same_thing_counted_is_compared(
    counted: tuple[str, str | None], other: tuple[str, str | None], found: bool
) -> None:
    left = number(8, 8, counted=counted[0], state=counted[1])
    right = number(18, 18, counted=other[0], state=other[1])
    told = compared(Facts(numbers=(left,)), Facts(numbers=(right,)))
    assert bool(told) is found
    if found:
        assert told[0].verdict is D


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Date(0, 0, 5, None, None, "wednesday"), Date(0, 0, 5, None, None, "wednesday"), A),
        (Date(0, 0, 5, None, None, "wednesday evening"), Date(0, 0, 5, None, None, "wednesday"), C),
        (Date(0, 0, 5, None, None, "tuesday"), Date(0, 0, 5, None, None, "wednesday"), D),
        (
            Date(0, 0, 5, None, None, "wednesday"),
            Date(0, 0, 5, "2022-01-05", "2022-01-05", "--01-05"),
            A,
        ),
        (
            Date(0, 0, 5, "2019-01-01", "2019-12-31", "2019", "year"),
            Date(0, 0, 5, None, None, "wednesday"),
            None,
        ),
        (
            Date(0, 0, 5, "2012-01-01", "2012-12-31", "2012", "year"),
            Date(0, 0, 5, "2012-02-01", "2012-02-29", "2012-02", "month"),
            C,
        ),
    ],
)
def test_days_are_compared_by_date_or_by_name(
    left: Date, right: Date, verdict: Verdict | None
) -> None:
    assert date_verdict(left, right) is verdict
    assert date_verdict(right, left) is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ((credit("Reuters"),), (credit("Reuters"),), A),
        ((credit("the ministry", "Reuters"),), (credit("the ministry"),), C),
        ((credit("the ministry", "Reuters"),), (credit("the ministry", "AP"),), D),
        ((credit("Kassym-Jomart Tokajev"),), (credit("Tokayev"),), A),
        ((credit("Reuters"),), (), D),
        ((credit(voice=Voice.REPORTED),), (credit(voice=Voice.REPORTED),), A),
        ((credit(voice=Voice.REPORTED),), (credit("Reuters"),), D),
        ((), (), None),
    ],
)
def test_chains_of_sources_give_the_verdict(
    left: tuple[Attribution, ...], right: tuple[Attribution, ...], verdict: Verdict | None
) -> None:
    told = compared(Facts(attributions=left), Facts(attributions=right))
    assert [item.verdict for item in told] == ([verdict] if verdict else [])


def test_the_outlets_own_voice_is_the_whole_sentence() -> None:
    (told,) = compared(Facts(attributions=(credit("Reuters"),)), Facts())
    assert told.b.own_voice
    assert told.b.span == TEXT.sentences[0].span


def test_a_role_stands_for_the_name() -> None:
    assert same_source(Source("presidenten"), Source("Tokajev", role="presidenten"))
    assert not same_source(Source("Reuters"), Source("AFP"))


def test_the_same_difference_met_again_is_one_group() -> None:
    article = parse_article("Eight men died.\n\nEight men died.", language="en")
    links = (Link(0, 0, 0.9, Strength.SAME), Link(1, 0, 0.9, Strength.SAME))
    left = Facts(numbers=tuple(Number(s, 0, 5, 8, 8, counted="men", state="died") for s in (0, 1)))
    right = Facts(numbers=(Number(0, 0, 5, 9, 9, counted="men", state="died"),))
    told = find_discrepancies(article, TEXT, left, right, links)
    numbers = [item.group for item in told if item.kind is DiscrepancyKind.NUMBER]
    assert len(numbers) == 2
    assert len(set(numbers)) == 1


def test_one_difference_in_other_words_is_one_group() -> None:
    left = parse_article("Eight men died in Odda.\n\nAll 8 dead men were miners.", language="en")
    right = parse_article("Nine men died in Odda.", language="en")
    links = (Link(0, 0, 0.9, Strength.SAME), Link(1, 0, 0.9, Strength.SAME))
    found = find_discrepancies(left, right, read_facts(left), read_facts(right), links)
    numbers = [item.group for item in found if item.kind is DiscrepancyKind.NUMBER]
    assert len(numbers) == 2
    assert len(set(numbers)) == 1


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "Three people were killed on Sunday, police said.",
            "Three people were killed, police confirmed on Monday.",
            "en",
        ),
        (
            "Tre personer ble drept søndag, opplyser politiet.",
            "Tre personer ble drept, bekreftet politiet mandag.",
            "nb",
        ),
        (
            "Tre personar vart drepne søndag, opplyser politiet.",
            "Tre personar vart drepne, stadfesta politiet måndag.",
            "nn",
        ),
        (
            "Tre personer blev dræbt søndag, oplyser politiet.",
            "Tre personer blev dræbt, bekræftede politiet mandag.",
            "da",
        ),
        (
            "Tre personer dödades i söndags, uppger polisen.",
            "Tre personer dödades, bekräftade polisen i måndags.",
            "sv",
        ),
    ],
)
def test_the_day_of_saying_is_not_the_day_it_happened(left: str, right: str, language: str) -> None:
    a, b = parse_article(left, language=language), parse_article(right, language=language)
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(a, b, read_facts(a), read_facts(b), links)
    assert not [d for d in found if d.kind is DiscrepancyKind.DATE]


def test_every_concept_this_room_speaks_of_is_known() -> None:
    assert not unknown_concepts()


ARTICLES = Library.shipped().articles


@pytest.fixture(scope="module")
def pairs() -> list[Comparison]:
    return [compare(a, b) for a, b in combinations(ARTICLES, 2)]


def mirrored(items: tuple[Discrepancy, ...]) -> set[tuple[object, ...]]:
    return {(i.kind, i.verdict, i.b, i.a) for i in items}


def test_swapping_the_articles_mirrors_the_discrepancies(pairs: list[Comparison]) -> None:
    for pair in pairs:
        back = compare(pair.b, pair.a)
        there = {(i.kind, i.verdict, i.a, i.b) for i in pair.discrepancies}
        assert there == mirrored(back.discrepancies)


def test_every_reason_is_one_plain_line(pairs: list[Comparison]) -> None:
    for pair in pairs:
        for item in pair.discrepancies:
            assert item.reason.isprintable()
            assert item.reason.endswith(".")


def killed(pair: Comparison, kind: DiscrepancyKind, words: str) -> set[Verdict]:
    a: Article = pair.a
    return {
        i.verdict for i in pair.discrepancies if i.kind is kind and words in i.a.span.of(a.text)
    }


def test_killed_and_arrested_of_two_shipped_articles(pairs: list[Comparison]) -> None:
    (pair,) = (p for p in pairs if (p.a, p.b) == (ARTICLES[2], ARTICLES[4]))
    for figure in ("26", "3000"):
        verdicts = killed(pair, DiscrepancyKind.NUMBER, figure)
        assert A in verdicts
        assert D not in verdicts


values = st.one_of(st.none(), st.floats(-1e12, 1e12))


@given(st.lists(st.tuples(values, values, st.sampled_from([None, "m", "km", "NOK"])), max_size=6))
def test_no_facts_make_it_raise(found: list[tuple[float | None, float | None, str | None]]) -> None:
    facts = Facts(numbers=tuple(number(low, high, unit=unit) for low, high, unit in found))
    for item in compared(facts, facts):
        assert item.verdict in (A, C, D)


def test_a_chain_stands_for_its_own_parts() -> None:
    left = parse_article("Two people were killed, Reuters reported.", language="en")
    told = "Reuters reported that two people were killed, citing the interior ministry."
    right = parse_article(told, language="en")
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(left, right, read_facts(left), read_facts(right), links)
    (credit,) = (d for d in found if d.kind is DiscrepancyKind.ATTRIBUTION)
    assert credit.verdict is Verdict.COMPATIBLE
    assert "the right one interior ministry, by way of Reuters" in credit.reason
