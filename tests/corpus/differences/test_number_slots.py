"""Figures in one place of two like sentences are one figure, whatever they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import parse_article
from corpus.differences.discrepancies import find_discrepancies
from corpus.differences.slots.word_alignment import align_words, tokens_of
from corpus.differences.verdicts import number_verdict
from corpus.facts.facts import read_facts
from corpus.model import Link, Number, Strength, Verdict


def numbers(left: str, right: str, languages: str) -> list[tuple[str, str, str]]:
    """Return verdict and words of the number discrepancies of two linked sentences."""
    code, other = languages.split()
    a, b = parse_article(left, language=code), parse_article(right, language=other)
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(a, b, read_facts(a), read_facts(b), links)
    return [
        (d.verdict.value, d.a.span.of(a.text), d.b.span.of(b.text))
        for d in found
        if d.kind.value == "number"
    ]


@pytest.mark.parametrize(
    ("left", "right", "languages", "figures"),
    [
        (
            "Kranen løftet 14 bjelker fra lekteren ved Mosseskjæret.",
            "Kranen løftet 17 bjelker fra lekteren ved Mosseskjæret.",
            "nb nb",
            ("14", "17"),
        ),
        (
            "Laget har no 31 målpoeng etter kampen på Voss.",
            "Laget har no 35 målpoeng etter kampen på Voss.",
            "nn nn",
            ("31", "35"),
        ),
        (
            "Museet har lånt 48 skitser ud til Skagen.",
            "Museet har udlånt 84 skitser til Skagen.",
            "da da",
            ("48", "84"),
        ),
        (
            "Klubben sålde 62 rutor vid lotteriet i Umeå.",
            "Klubben sålde 26 rutor vid lotteriet i Umeå.",
            "sv sv",
            ("62", "26"),
        ),
        (
            "The crane lifted 14 girders off the barge at Moss.",
            "At Moss the crane lifted 17 girders off the barge.",
            "en en",
            ("14", "17"),
        ),
        (
            "The flood put Gate 7 of the Holm dam out of use.",
            "The flood put Gate 9 of the Holm dam out of use.",
            "en en",
            ("7", "9"),
        ),
        (
            "Flommen i Voss tok 14 bruer langs elva.",
            "Översvämningen i Voss tog 19 broar längs älven.",
            "nb sv",
            ("14", "19"),
        ),
    ],
)
def test_figures_in_one_slot_differ(
    left: str, right: str, languages: str, figures: tuple[str, str]
) -> None:
    assert ("differ", *figures) in numbers(left, right, languages)


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        (
            "To demonstranter og to politimenn ble skadet i Moss.",
            "Fire personer ble skadet i Moss.",
            "nb nb",
        ),
        ("Three miners died in the shaft.", "Two more miners died in the shaft.", "en en"),
        ("Tre gruvarbetare dog i schaktet.", "Ytterligare två gruvarbetare dog.", "sv sv"),
        (
            "The army grows by 65,000 soldiers, to 547,000 soldiers.",
            "The army grows to 547,000 soldiers.",
            "en en",
        ),
        ("Det kom 102 mm regn i Bergen.", "Der faldt 10 cm regn i Bergen.", "nb da"),
        ("The team is number one in Europe.", "The team is No. 1 in Europe.", "en en"),
    ],
)
def test_parts_sums_and_other_units_are_no_conflict(left: str, right: str, languages: str) -> None:
    assert not [found for found in numbers(left, right, languages) if found[0] == "differ"]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ((405, 495), (364.5, 445.5), Verdict.DIFFER),
        ((117, 130), (128.7, 143), Verdict.DIFFER),
        ((9.9, 12.1), (12, 12), Verdict.DIFFER),
        ((360, 440), (405, 495), Verdict.COMPATIBLE),
        ((900, 1100), (1060, 1060), Verdict.COMPATIBLE),
        ((117, 130), (125, 125), Verdict.COMPATIBLE),
    ],
)
def test_a_hedge_does_not_make_one_figure_of_two(
    left: tuple[float, float], right: tuple[float, float], verdict: Verdict
) -> None:
    x = Number(0, 0, 1, *left, about=True)
    y = Number(0, 0, 1, *right, about=right[0] != right[1])
    assert number_verdict(x, y) is verdict
    assert number_verdict(y, x) is verdict


@given(st.lists(st.sampled_from(["red", "12", "tower", "Oslo", "7", "km"]), min_size=1, max_size=9))
def test_a_sentence_beside_itself_has_no_slots(words: list[str]) -> None:
    article = parse_article(" ".join(words) + ".", language="en")
    facts = read_facts(article)
    read = tokens_of(article, 0, facts.numbers, facts.dates)
    alignment = align_words(read, read, ("en", "en"))
    assert alignment.slots == ()
