"""Reasons of unequal figures name their case where a rule can tell."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.differences.discrepancies import find_discrepancies
from corpus.facts.facts import read_facts
from corpus.model import Link, Strength


@pytest.mark.parametrize(
    ("left", "right", "language", "case"),
    [
        (
            "The port handled 410 ships in 2019.",
            "The port handled 380 ships in 2018.",
            "en",
            "of other periods: “in 2019” and “in 2018”",
        ),
        (
            "Havna tok imot 410 skip i 2019.",
            "Havna tok imot 380 skip i 2018.",
            "nb",
            "of other periods: “i 2019” and “i 2018”",
        ),
        (
            "Tallet på døde etter raset er 14.",
            "Det oppjusterte tallet på døde etter raset er 19.",
            "nb",
            "the right account gives a revision",
        ),
        (
            "Talet på fuglar ved vatnet er 140.",
            "Talet på fuglar ved vatnet er etter eit anslag 190.",
            "nn",
            "the right account gives an estimate",
        ),
        (
            "Havnen mistede 410 kasser i stormen.",
            "Havnen mistede efter et skøn 380 kasser i stormen.",
            "da",
            "the right account gives an estimate",
        ),
        (
            "Hamnen förlorade 410 lådor i stormen.",
            "Hamnen förlorade uppskattningsvis 360 lådor i stormen.",
            "sv",
            "the right account gives an estimate",
        ),
    ],
)
def test_the_reason_names_the_case(left: str, right: str, language: str, case: str) -> None:
    a, b = parse_article(left, language=language), parse_article(right, language=language)
    links = (Link(0, 0, 0.9, Strength.SAME),)
    found = find_discrepancies(a, b, read_facts(a), read_facts(b), links)
    reasons = [d.reason for d in found if d.kind.value == "number" and d.verdict.value == "differ"]
    assert len(reasons) == 1
    assert case in reasons[0]
