"""Rarity from outside: what it says of frequent, rare, unlisted and compounded words."""

from __future__ import annotations

import pytest

from corpus.lexicon.rarity import UNSEEN, gram_rarity, grams_of, rarity
from corpus.text.words import fold

FREQUENT_TO_RARE = {
    "nb": ("ikke", "politiet", "togulykke", "kvantekjemi"),
    "nn": ("ikkje", "politiet", "demonstrantane", "kvantekjemi"),
    "da": ("ikke", "politiet", "gummikugler", "kvantekemi"),
    "sv": ("inte", "polisen", "demonstranterna", "kvantkemi"),
    "en": ("not", "police", "demonstrators", "quantumlike"),
}


def _rarity(words: tuple[str, ...], code: str) -> list[float]:
    return [float(found) for found in rarity([fold(word) for word in words], code)]


@pytest.mark.parametrize("code", FREQUENT_TO_RARE)
def test_what_is_frequent_is_less_rare_on_one_scale(code: str) -> None:
    found = _rarity(FREQUENT_TO_RARE[code], code)
    assert found == sorted(found)
    assert found[0] < 3 < found[1] < 7.5 < found[2] < UNSEEN
    assert found[3] > 11


@pytest.mark.parametrize(
    ("code", "listed", "unlisted"),
    [
        ("nb", "demonstrantene", "demonstrantenes"),
        ("sv", "ambassaden", "ambassadens"),
        ("en", "bystander", "bystandering"),
    ],
)
def test_an_unlisted_inflection_is_little_rarer_than_its_base(
    code: str, listed: str, unlisted: str
) -> None:
    base, form = _rarity((listed, unlisted), code)
    assert base <= form < UNSEEN


def test_a_compound_of_known_parts_is_rarer_than_either_and_no_rarer_than_a_strange_word() -> None:
    stone, throwing, both, strange = _rarity(
        ("kylling", "forretning", "kyllingforretning", "xqzyvw"), "nb"
    )
    assert max(stone, throwing) < both <= strange == UNSEEN


def test_a_language_without_a_table_has_one_rarity() -> None:
    assert set(_rarity(("und", "Regierung"), "de")) == {UNSEEN}
    assert set(gram_rarity(grams_of("und"), "de").tolist()) == {UNSEEN}


def test_frequent_n_grams_are_less_rare() -> None:
    common, strange = (gram_rarity(grams_of(word), "en").mean() for word in ("the", "czyxq"))
    assert common < strange
