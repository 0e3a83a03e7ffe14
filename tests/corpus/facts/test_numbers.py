"""Numbers: what a text states as a quantity is read as an interval with its kind and unit."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import parse_article
from corpus.facts.numbers.numbers import find_numbers
from tests.support.marked_numbers import LANGUAGES, Told, cases, misses, read, told, unmarked

RUNNING_F1 = 0.95
EXACT = 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_in_running_text_are_found_and_nothing_else(language: str) -> None:
    texts = cases(language, "running")
    assert len(texts) >= 60
    missed = {text: misses(text, language) for text in texts}
    wanted = sum(len(told(text)) for text in texts)
    wrong = [sum(len(found[side]) for found in missed.values()) for side in (0, 1)]
    hits = wanted - wrong[0]
    assert 2 * hits / (2 * hits + sum(wrong)) >= RUNNING_F1, _failures(missed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["money", "alone"])
def test_an_expression_alone_is_read_as_one_number(language: str, section: str) -> None:
    texts = cases(language, section)
    assert section == "alone" or len(texts) >= 40
    missed = {text: misses(text, language) for text in texts}
    exact = sum(not any(found) for found in missed.values())
    assert exact / len(texts) >= EXACT, _failures(missed)


def _failures(missed: dict[str, tuple[list[Told], list[Told]]]) -> str:
    return "\n".join(f"{unmarked(text)}: {found}" for text, found in missed.items() if any(found))


def test_the_same_digits_mean_what_their_language_means() -> None:
    assert read("They counted 20,000 votes.", "en")[0][1] == 20_000
    assert read("De talte 20.000 stemmer.", "nb")[0][1] == 20_000
    assert read("De betalte 0,72 kroner.", "nb")[0][1] == 0.72
    assert read("Det er 1,234 meter langt.", "nb")[0][1] == 1.234


@pytest.mark.parametrize("language", ["und", "de", "fi", "xx"])
def test_a_language_without_a_table_gives_digits_and_signs(language: str) -> None:
    found = read("Lorem 25 ipsum, $40 dolor und 7 % amet.", language)
    assert [(number[1], number[3], number[4]) for number in found] == [
        (25, "count", None),
        (40, "money", "USD"),
        (7, "percent", "%"),
    ]


PIECES = [
    "1", "23", "1.234", "1,5", "20 000", "-", "–", ".", ",", "½", "%", "$", "kr", "to", "til",
    "hundre", "mellom", "og", "half", "a", "million", "5m", "minus", "1/2", "of", "et par", "rundt",
    "9" * 400, "٣", "²", "+", ",-", "flere", "°C", "\u00a0", "3.", "hundred", "und",
]  # fmt: skip
NUMBERED = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXTS = (st.text(max_size=80) | NUMBERED | GLUED).map("Nei, {}".format)


@given(TEXTS, st.sampled_from([*LANGUAGES, "und"]))
def test_any_text_gives_numbers_in_order_inside_their_sentences(text: str, language: str) -> None:
    article = parse_article(text, language=language)
    end = 0
    for number in find_numbers(article):
        sentence = article.sentences[number.sentence]
        assert sentence.start <= number.start < number.end <= sentence.end
        assert end <= number.start
        end = number.end
        bounds = [bound for bound in (number.low, number.high) if bound is not None]
        assert bounds == sorted(bounds)
        assert all(math.isfinite(bound) for bound in bounds)
        assert number.start == number.end or article.text[number.start : number.end].strip()
