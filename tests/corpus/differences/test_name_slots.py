"""Names, standings and other words in one place of two like sentences."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.differences.discrepancies import find_discrepancies
from corpus.differences.slots.spellings import one_name
from corpus.facts.facts import read_facts
from corpus.model import Link, Severity, Strength


def differing(left: str, right: str, languages: str, kind: str) -> list[tuple[str, str]]:
    """Return the words of both sides of each difference of one kind."""
    code, other = languages.split()
    a, b = parse_article(left, language=code), parse_article(right, language=other)
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(a, b, read_facts(a), read_facts(b), links)
    return [
        (d.a.span.of(a.text), d.b.span.of(b.text))
        for d in found
        if d.kind.value == kind and d.verdict.value == "differ"
    ]


@pytest.mark.parametrize(
    ("left", "right", "languages", "names"),
    [
        (
            "Den polske sjåføren mistet førerkortet i Moss.",
            "Den tyske sjåføren mistet førerkortet i Moss.",
            "nb nb",
            ("polske", "tyske"),
        ),
        (
            "Fjorden grensar til Norddal kommune i vest.",
            "Fjorden grensar til Stranda kommune i vest.",
            "nn nn",
            ("Norddal", "Stranda"),
        ),
        (
            "Toget kørte af sporet ved Skjern fredag aften.",
            "Toget kørte af sporet ved Varde fredag aften.",
            "da da",
            ("Skjern", "Varde"),
        ),
        (
            "Branden bröt ut i ett lager i Kalmar.",
            "Branden bröt ut i ett lager i Växjö.",
            "sv sv",
            ("Kalmar", "Växjö"),
        ),
        (
            "The ferry to Latvia lost power off the coast.",
            "The ferry to Estonia lost power off the coast.",
            "en en",
            ("Latvia", "Estonia"),
        ),
        (
            "Den svenske ministeren besøkte skolen i Lista fredag.",
            "The Finnish minister visited the school in Lista on Friday.",
            "nb en",
            ("svenske", "Finnish"),
        ),
        (
            "The goalkeeper Oskar Lindem saved two penalties.",
            "The goalkeeper Oskar Lindeme saved two penalties.",
            "en en",
            ("Lindem", "Lindeme"),
        ),
        (
            "Lederen av laget heter Unni Sandvær.",
            "Lederen av laget heter Torill Sandvær.",
            "nb nb",
            ("Unni Sandvær", "Torill Sandvær"),
        ),
        (
            "Hun er rektor ved skolen i Lom.",
            "Hun er tidligere rektor ved skolen i Lom.",
            "nb nb",
            ("rektor", "tidligere rektor"),
        ),
        (
            "The former mayor opened the bridge at Holm.",
            "The mayor opened the bridge at Holm.",
            "en en",
            ("former mayor", "mayor"),
        ),
    ],
)
def test_names_of_two_bearers_differ(
    left: str, right: str, languages: str, names: tuple[str, str]
) -> None:
    assert names in differing(left, right, languages, "name")


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("Polske Jan Kowal vant løpet i Moss.", "Polakken Kowal vant løpet i Moss.", "nb nb"),
        ("Flyet landet i København fredag.", "The plane landed in Copenhagen on Friday.", "nb en"),
        ("President Tokajev talte i Almaty.", "President Tokayev talte i Almaty.", "nb nb"),
        ("The talks in Gothenburg ended early.", "Samtalen i Göteborg slutade tidigt.", "en sv"),
        ("Jens Chr. Hauge åpnet museet i Bodø.", "Jens Christian Hauge åpnet museet.", "nb nb"),
        ("South Korea won the final in Rome.", "The South Korean team won the final.", "en en"),
    ],
)
def test_other_forms_of_one_name_are_no_difference(left: str, right: str, languages: str) -> None:
    assert not differing(left, right, languages, "name")


def test_names_that_both_articles_know_may_be_of_two_facts() -> None:
    left = "The ferry to Latvia lost power off the coast. Estonia sent a tug."
    right = "The ferry to Estonia lost power off the coast. Latvia sent a tug."
    assert not differing(left, right, "en en", "name")


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Barnet ble kjørt til legevakten i Moss.", "Barnet ble kjørt til båten i Moss.", "nb"),
        ("Brannen starta i fjøset på garden.", "Brannen starta i bilen på garden.", "nn"),
        ("Toget ramte en kran ved Skjern.", "Toget ramte en ko ved Skjern.", "da"),
        ("Tåget körde på en älg vid Lund.", "Tåget körde på en lastbil vid Lund.", "sv"),
        ("The fire started in the barn at Holm.", "The fire started in the lift at Holm.", "en"),
    ],
)
def test_other_words_in_one_place_are_a_detail(left: str, right: str, language: str) -> None:
    assert len(differing(left, right, f"{language} {language}", "detail")) == 1


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("Mannen ble drept i Moss.", "Mannen omkom i Moss.", "nb nb"),
        ("The car hit a wall at Holm.", "The vehicle hit a wall at Holm.", "en en"),
        ("Bilen traff en vegg i Moss.", "Bilen ramte en mur i Moss.", "nb da"),
    ],
)
def test_other_words_for_one_thing_are_no_detail(left: str, right: str, languages: str) -> None:
    assert not differing(left, right, languages, "detail")


def test_names_are_conflicts_and_details_wording() -> None:
    a = parse_article("The Polish driver fled from the barn at Holm.", language="en")
    b = parse_article("The German driver fled from the lift at Holm.", language="en")
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(a, b, read_facts(a), read_facts(b), links)
    assert [(d.kind.value, d.severity) for d in found if d.kind.value == "name"] == [
        ("name", Severity.CONFLICT)
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tokajev", "tokayev", True),
        ("kristian", "christian", True),
        ("romanov", "romanoff", True),
        ("oslos", "oslo", True),
        ("rait", "raite", False),
        ("anna", "anne", False),
    ],
)
def test_customs_of_spelling_are_known(one: str, other: str, same: bool) -> None:
    assert one_name(one, other) is same
