"""A part beside a whole is no conflict; a second state of one sentence is no remainder."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.differences.numbers.number_parts import is_remainder, may_be_part
from corpus.facts.facts import read_numbers

PARTS = [
    ("Tre personer omkom.", "To barn omkom.", "nb", True),
    ("Tre menneske omkom.", "To barn omkom.", "nn", True),
    ("Tre personer omkom.", "To børn omkom.", "da", True),
    ("Tre personer omkom.", "Två barn omkom.", "sv", True),
    ("Three people died.", "Two teenagers died.", "en", True),
    ("Three people died.", "Five teenagers died.", "en", False),
    ("Three teenagers died.", "Two teenagers died.", "en", False),
    ("Three people died.", "Two people died.", "en", False),
]


@pytest.mark.parametrize(("whole", "part", "language", "expected"), PARTS)
def test_fewer_of_a_narrower_group_may_be_part_of_the_people(
    whole: str, part: str, language: str, expected: bool
) -> None:
    codes = ("nb" if language in ("da", "sv") else language, language)
    (x,) = read_numbers(parse_article(whole, language=codes[0]))
    (y,) = read_numbers(parse_article(part, language=codes[1]))
    assert may_be_part(x, y, codes) is expected
    assert may_be_part(y, x, (codes[1], codes[0])) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "Ytterligere to gruvearbeidere døde.", True),
        ("nb", "To døde, og ytterligere fire er alvorlig skadet.", False),
        ("sv", "Två dog, och ytterligare fyra är allvarligt skadade.", False),
        ("en", "Two more miners died.", True),
    ],
)
def test_more_of_another_state_is_all_of_that_state(
    language: str, text: str, expected: bool
) -> None:
    article = parse_article(text, language=language)
    numbers = read_numbers(article)
    assert is_remainder(article, numbers[-1], numbers) is expected
