"""Words that judge, claims that exclude each other, and what is left alone."""

from __future__ import annotations

import pytest

from corpus import DiscrepancyKind, Verdict, parse_article
from corpus.differences.claim_status import find_claims
from corpus.differences.discrepancies import find_discrepancies
from corpus.differences.loaded_terms import find_wordings
from corpus.facts.facts import read_facts
from corpus.languages.tables import codes, load
from corpus.model import Discrepancy, Link, Strength


def compared(left: str, right: str, language: str, other: str) -> list[Discrepancy]:
    """Return the discrepancies of two linked sentences."""
    a, b = parse_article(left, language=language), parse_article(right, language=other)
    links = (Link(0, 0, 0.9, Strength.SAME),)
    return list(find_discrepancies(a, b, read_facts(a), read_facts(b), links))


def of_kind(found: list[Discrepancy], kind: DiscrepancyKind) -> list[Verdict]:
    """Return the verdicts of one kind."""
    return [item.verdict for item in found if item.kind is kind]


@pytest.mark.parametrize(
    ("left", "right", "languages", "verdicts"),
    [
        ("Politiet jaget demonstrantene.", "Politiet jaget terroristene.", "nb nb", ["differ"]),
        ("Politiet jaget demonstrantene.", "Politiet jagede demonstranterne.", "nb da", ["agree"]),
        ("Police chased the protesters.", "Polisen jagade ligisterna.", "en sv", ["differ"]),
        ("The regime fell on Friday.", "The government fell on Friday.", "en en", ["differ"]),
        ("The bakery opened on Friday.", "The shop opened on Friday.", "en en", []),
        ("The attackers fled.", "The firefighters fled.", "en en", []),
        ("Den okkuperte byen falt.", "Den befriade staden föll.", "nb sv", ["differ"]),
        ("De tog gidslerne med.", "They took the prisoners along.", "da en", ["differ"]),
        ("Regjeringsopprørere flyktet.", "Myndighetene flyktet.", "nb nb", []),
        ("Anti-regjeringsgruppen flyktet.", "Myndighetene flyktet.", "nb nb", []),
        ("Regeringschefen flydde.", "Myndigheterna flydde.", "sv sv", []),
        (
            "Terrorists fired at the hall, and protesters in the street fled.",
            "Terrorists fired at the hall; people fled.",
            "en en",
            ["agree"],
        ),
        (
            "The rebels shelled Holm while the minister met the press in Moss.",
            "The minister met the press in Moss, where protesters had gathered.",
            "en en",
            [],
        ),
    ],
)
def test_words_that_judge(left: str, right: str, languages: str, verdicts: list[str]) -> None:
    found = compared(left, right, *languages.split())
    assert of_kind(found, DiscrepancyKind.TERM) == verdicts


def test_a_quoted_word_is_told_as_quoted() -> None:
    found = compared("De skjøt mot «terrorister».", "De skjøt mot demonstranter.", "nb", "nb")
    (term,) = (item for item in found if item.kind is DiscrepancyKind.TERM)
    assert "“terrorister”, which it quotes" in term.reason


@pytest.mark.parametrize(
    ("left", "right", "language", "differs"),
    [
        ("Mengden forsøkte å storme palasset.", "Mengden stormet palasset.", "nb", True),
        ("They attacked the palace.", "They tried to attack the palace.", "en", True),
        ("The mayor was not arrested.", "The mayor was arrested.", "en", True),
        ("The mayor was arrested.", "The mayor was arrested at home.", "en", False),
        ("Borgmesteren blev ikke anholdt.", "Borgmesteren blev anholdt.", "da", True),
        ("Borgmästaren greps inte.", "Borgmästaren greps inte.", "sv", False),
        ("Etter opptøyer nekter ministeren å svare.", "Opptøyer brøt ut.", "nb", False),
        ("Han innførte portforbud for å få kontroll.", "Hæren tok kontroll.", "nb", False),
        ("He was removed from office.", "He is still in office.", "en", True),
        ("She denied killing the guard.", "She killed the guard.", "en", True),
        ("He pleaded not guilty of fraud.", "He denies being guilty of fraud.", "en", False),
        ("No alarm was raised in Odda.", "They did not raise any alarm in Odda.", "en", False),
        ("Ingen ble arrestert i Moss.", "Politiet har ikke arrestert noen i Moss.", "nb", False),
        ("Ingen greps i Lund.", "Polisen har inte gripit någon i Lund.", "sv", False),
    ],
)
def test_claims_that_exclude_each_other(
    left: str, right: str, language: str, differs: bool
) -> None:
    found = compared(left, right, language, language)
    assert bool(of_kind(found, DiscrepancyKind.CLAIM)) is differs


def test_swapped_accounts_give_mirrored_differences() -> None:
    left, right = "Mengden forsøkte å storme palasset.", "Demonstranter stormet palasset."
    one, other = compared(left, right, "nb", "nb"), compared(right, left, "nb", "nb")
    assert {(d.kind, d.verdict, d.a, d.b) for d in one} == {
        (d.kind, d.verdict, d.b, d.a) for d in other
    }


def test_every_language_has_the_same_families_and_stances() -> None:
    tables = {code: load(code).section("terms") for code in codes()}
    families = {code: set(table) for code, table in tables.items()}
    assert len(families["nb"]) >= 12
    assert all(found == families["nb"] for found in families.values())


@pytest.mark.parametrize("text", ["", "   ", "«", "terrorist", "ikke", "12 \u202e terror"])
def test_odd_texts_are_read(text: str) -> None:
    article = parse_article(text.strip() or "x", language="nb")
    for found in (find_wordings(article), find_claims(article)):
        assert all(item.start < item.end for item in found)
