"""Whether two sources are one, in one language and across languages."""

from __future__ import annotations

from itertools import combinations

import pytest

from corpus import compare, parse_article
from corpus.model import Discrepancy, DiscrepancyKind, Verdict

SAYS = {
    "nb": "Tre båter sank i Molde natt til mandag, sier {}.",
    "nn": "Tre båtar sokk i Molde natt til måndag, seier {}.",
    "da": "Tre både sank i Molde natten til mandag, siger {}.",
    "sv": "Tre båtar sjönk i Molde natten mot måndag, säger {}.",
    "en": "Three boats sank in Molde on the night before Monday, says {}.",
}
OWN = {
    "nb": "Tre båter sank i Molde natt til mandag.",
    "nn": "Tre båtar sokk i Molde natt til måndag.",
    "da": "Tre både sank i Molde natten til mandag.",
    "sv": "Tre båtar sjönk i Molde natten mot måndag.",
    "en": "Three boats sank in Molde on the night before Monday.",
}
ONE = [
    {"nb": "en kvinne", "nn": "ei kvinne", "da": "en kvinde", "sv": "en kvinna", "en": "a woman"},
    {"nb": "eksperter", "nn": "ekspertar", "da": "eksperter", "sv": "experter", "en": "experts"},
    {"nb": "en kilde", "nn": "ei kjelde", "da": "en kilde", "sv": "en källa", "en": "a source"},
    {"nb": "politiet", "nn": "politiet", "da": "politiet", "sv": "polisen", "en": "police"},
    {"nb": "Kari Lund", "nn": "Kari Lund", "da": "fru Lund", "sv": "Lund", "en": "Ms. Lund"},
]  # fmt: skip
OTHER = {
    "nb": ("politiet", "Reuters"), "nn": ("Kari Lund", "Per Moe"), "da": ("AFP", "Reuters"),
    "sv": ("polisen", "Kari Lund"), "en": ("police", "the hospital"),
}  # fmt: skip


def credits(a: str, b: str, codes: tuple[str, str]) -> list[Discrepancy]:
    left, right = (
        parse_article(text, language=code) for text, code in zip((a, b), codes, strict=True)
    )
    found = compare(left, right).discrepancies
    return [item for item in found if item.kind is DiscrepancyKind.ATTRIBUTION]


@pytest.mark.parametrize("names", ONE, ids=lambda names: names["en"])
@pytest.mark.parametrize("codes", combinations(SAYS, 2), ids="-".join)
def test_one_source_named_in_two_languages_is_no_difference(
    names: dict[str, str], codes: tuple[str, str]
) -> None:
    texts = [SAYS[code].format(names[code]) for code in codes]
    found = credits(texts[0], texts[1], codes)
    assert Verdict.DIFFER not in [item.verdict for item in found]


@pytest.mark.parametrize("code", sorted(OTHER))
def test_other_sources_in_one_language_differ(code: str) -> None:
    one, other = OTHER[code]
    (found,) = credits(SAYS[code].format(one), SAYS[code].format(other), (code, code))
    assert found.verdict is Verdict.DIFFER
    assert not found.one_sided


@pytest.mark.parametrize("code", sorted(SAYS))
def test_a_source_beside_own_voice_is_a_difference_of_one_side(code: str) -> None:
    (found,) = credits(SAYS[code].format("Kari Lund"), OWN[code], (code, code))
    assert found.verdict is Verdict.DIFFER
    assert found.one_sided


@pytest.mark.parametrize(
    ("code", "one", "other", "verdict"),
    [
        ("en", "Chief Insp Lund", "Chief Police Inspector Kari Lund", Verdict.AGREE),
        ("nb", "ordfører Kari Lund", "Kari Lund (Sp)", Verdict.AGREE),
        ("nb", "politiet", "operasjonsleder Kari Lund i Vest politidistrikt", Verdict.COMPATIBLE),
        ("sv", "polisen", "polisens presstalesperson Kari Lund", Verdict.COMPATIBLE),
        ("da", "politiet", "politiinspektør Kari Lund", Verdict.COMPATIBLE),
        ("nb", "samboeren til Kari Lund", "samboeren hennes", Verdict.AGREE),
    ],
)
def test_titles_kin_and_spokespersons_are_no_other_source(
    code: str, one: str, other: str, verdict: Verdict
) -> None:
    found = credits(SAYS[code].format(one), SAYS[code].format(other), (code, code))
    assert [item.verdict for item in found] == [verdict]


def test_a_spokesperson_beside_the_institution_is_told_so() -> None:
    texts = [SAYS["da"].format(name) for name in ("politiet", "politiinspektør Kari Lund")]
    (found,) = credits(texts[0], texts[1], ("da", "da"))
    assert "may speak for" in found.reason


def test_only_a_credit_of_what_is_linked_is_compared() -> None:
    a = "Police said three boats sank in Molde on Monday, and Lund called the mayor a coward."
    b = "Three boats sank in Molde on Monday, police said."
    assert [item.verdict for item in credits(a, b, ("en", "en"))] == [Verdict.AGREE]


def test_where_a_word_of_reporting_stands_unread_nobody_is_said_to_be_missing() -> None:
    a, b = OWN["en"], "Three boats sank in Molde on the night before Monday, says Lund."
    ours = "We saw how three boats of ours went down and sank off Molde on Sunday night."
    assert credits(ours, b, ("en", "en")) == []
    assert credits(a, b, ("en", "en")) != []


def test_in_two_sentences_alike_any_other_source_differs() -> None:
    one, other = (
        "Nyhetsbyråer melder om tre forlis ved {}.",
        "Tromsø Tidende melder om tre forlis ved {}.",
    )
    (found,) = credits(one.format("Molde"), other.format("Molde"), ("nb", "nb"))
    assert found.verdict is Verdict.DIFFER
