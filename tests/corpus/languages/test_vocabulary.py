"""A vocabulary is met softly, by rules that can be named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages.vocabulary import LONGEST_FORM, Forms, Vocabulary

FORMS = Forms(
    endings=("en", "er", "ene", "s", "et", "te", "ende"),
    joints=("s", "e"),
    dropped=("e",),
    not_meant=frozenset({"kruttet", "sykk*"}),
)
WORDS = [
    ("politi", "police"),
    ("regjering", "government"),
    ("bygning", "building"),
    ("storme", "storm"),
    ("eksplo*", "explode"),
    ("=far", "father"),
    ("ulykke", "accident"),
    ("demonstrasjon", "protest"),
    ("krutt", "powder"),
    ("sykkel", "bicycle"),
    ("bil", "car"),
]


def vocabulary(forms: Forms = FORMS) -> Vocabulary:
    """Give a small vocabulary."""
    return Vocabulary(WORDS, forms)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("politi", "police"),
        ("politiet", "police"),
        ("bygninger", "building"),
        ("stormende", "storm"),
        ("eksplosjon", "explode"),
        ("regjeringsbygninger", "government building"),
        ("trafikkulykke", "accident"),
        ("demonstrasjonsrett", "protest"),
        ("demonstrassjon", "protest"),
        ("far", "father"),
        ("politi-bygning", "police building"),
    ],
)
def test_a_form_meets_its_words(form: str, wanted: str) -> None:
    assert " ".join(vocabulary().of(form)) == wanted


@pytest.mark.parametrize("form", ["farer", "kruttet", "sykkelen", "bilen", "bi", "", "bygg"])
def test_what_only_looks_alike_is_not_met(form: str) -> None:
    assert vocabulary().of(form) == ()


def test_a_language_without_joints_has_no_compounds() -> None:
    table = vocabulary(Forms(endings=("s",)))
    assert table.of("politibygning") == ()
    assert table.of("bygnings") == ("building",)


def test_every_gives_the_parts_of_a_compound_too() -> None:
    table = Vocabulary([*WORDS, ("politistasjon", "police_station")], FORMS)
    assert table.of("politistasjonen") == ("police_station",)
    assert set(table.every("politistasjonen")) == {"police_station", "police"}


def test_of_an_ending_and_a_stem_the_longer_part_decides() -> None:
    table = Vocabulary([("protest", "act"), ("protester*", "people"), ("reg*", "rain")], FORMS)
    assert table.of("protestene") == ("act",)
    assert table.of("protesters") == ("people",)


def test_whole_looks_into_no_compound() -> None:
    assert vocabulary().whole("regjeringsbygning") == ()
    assert vocabulary().whole("regjeringen") == ("government",)


def test_a_listed_form_is_also_the_word_that_it_is_an_inflection_of() -> None:
    table = Vocabulary([("vinne", "win"), ("vinner", "winner")], FORMS)
    assert set(table.whole("vinner")) == {"win", "winner"}
    assert table.whole("vinne") == ("win",)


def test_a_word_of_two_meanings_gives_both_once() -> None:
    table = Vocabulary([("prest", "priest"), ("prest", "man"), ("=prest", "man")], FORMS)
    assert table.of("prest") == ("priest", "man")


@given(st.text(max_size=70))
def test_any_text_may_be_asked_for(form: str) -> None:
    table = vocabulary()
    values = {value for _, value in WORDS}
    found = table.of(form)
    assert set(found) <= values
    assert len(set(found)) == len(found)
    assert set(found) <= set(table.every(form))
    if len(form) > LONGEST_FORM:
        assert found == ()


@given(st.sampled_from(["bygning", "regjering", "demonstrasjon"]), st.sampled_from(FORMS.endings))
def test_an_ending_changes_no_meaning(word: str, ending: str) -> None:
    assert vocabulary().of(word + ending) == vocabulary().of(word)
