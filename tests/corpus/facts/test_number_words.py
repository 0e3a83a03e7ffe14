"""Number words: what others spell is read back; twenties, old counting and "and" are known."""

from __future__ import annotations

import random
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words
from text_to_num import text2num

from corpus.facts.numbers.number_words import Numeral, number_words
from corpus.languages.tables import load_yaml
from corpus.text.phrases import words_of
from tests.support.marked_numbers import DATA, LANGUAGES

ORACLES = {"nb": "no", "da": "da", "sv": "sv", "en": "en"}
EVERY = range(10_001)
MOST = 10**12


def numeral(text: str, language: str) -> Numeral | None:
    """Read a text that must be one number in words; None if it is not."""
    words = words_of(text.lower())
    found = number_words(language).read(words, 0)
    return found if found is not None and found.end == len(words) else None


def samples() -> list[int]:
    """Give numbers of every length up to 10^12, the round ones too."""
    chance = random.Random(7)
    drawn = [chance.randrange(10**power, 10 ** (power + 1)) for power in range(4, 12)]
    more = [chance.randrange(MOST) for _ in range(200)]
    round_ = [digit * 10**power for power in range(4, 12) for digit in (1, 2, 5, 9)]
    near = [value + 1 for value in round_]
    return [*drawn, *more, *round_, *near, MOST]


def unread(values: chain[int] | range | list[int], language: str, *, ordinal: bool) -> list[str]:
    """Give what an oracle spells and is not read back."""
    to = "ordinal" if ordinal else "cardinal"
    wrong = []
    for value in values:
        text = num2words(value, lang=ORACLES[language], to=to)
        found = numeral(text, language)
        if found is None or (found.value, found.ordinal) != (value, ordinal):
            wrong.append(f"{value}: {text!r} read as {found}")
    return wrong


@pytest.mark.parametrize("language", ORACLES)
def test_every_cardinal_that_another_program_spells_is_read_back(language: str) -> None:
    assert unread(chain(EVERY, samples()), language, ordinal=False) == []


MISSPELT = {"nb": "trettførste", "da": "hundredete'"}
"""What the oracle gets wrong: the thirteenth is "trettende", a hundredth "hundrede"."""


@pytest.mark.parametrize("language", ORACLES)
def test_every_ordinal_that_another_program_spells_is_read_back(language: str) -> None:
    wrong = unread(range(1, 1001), language, ordinal=True)
    assert [line for line in wrong if MISSPELT.get(language, "\n") not in line] == []


@given(st.integers(min_value=1, max_value=MOST - 1))
def test_english_without_and_or_hyphens_is_read_as_another_reader_does(value: int) -> None:
    text = num2words(value).replace(" and ", " ").replace("-", " ").replace(",", "")
    found = numeral(text, "en")
    assert found is not None
    assert found.value == text2num(text, "en") == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_of_our_own_is_read(language: str) -> None:
    table = load_yaml(DATA / "numerals.yaml")[language]
    for value, forms in table.items():
        for form in forms:
            found = numeral(form, language)
            assert found is not None, form
            assert (found.value, found.ordinal) == (float(value.rstrip(".")), value[-1] == "."), (
                form
            )


NO_NUMBERS = {
    "nb": ["tog", "foto", "enogtre", "hundretre og", "firkant", "ti til", "sekser", "tretthet"],
    "da": ["tog", "otto", "seksuel", "tresse", "nittedansk", "enlig"],
    "sv": ["sexig", "tiden", "niohundratjog", "treva", "enad"],
    "en": ["tenth of", "sixpence", "often", "tent", "someone", "hundred and"],
}


@pytest.mark.parametrize("language", NO_NUMBERS)
def test_words_that_only_look_like_numbers_are_none(language: str) -> None:
    assert [text for text in NO_NUMBERS[language] if numeral(text, language)] == []
