"""Fast ways in: patterns are tried where their first words stand, words are cut once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import LanguageError
from corpus.facts.attributions.grammar.lexicon import lexicon
from corpus.facts.attributions.grammar.tokens import _SPLIT, tokens
from corpus.facts.dates.pattern_index import DIGITS, Openings, shape_openings
from corpus.model import Span


def test_a_pattern_is_tried_before_its_second_word_alone() -> None:
    openings = Openings(always=str.isdecimal)
    openings.add(0, ["last week", "today"])
    openings.add(1, [DIGITS], follows=["days"])
    assert [*openings.find("Last Week, last man, today")] == [(0, False, [0]), (21, False, [0])]
    assert [*openings.find("12 days, 12 men")] == [(0, True, [1]), (9, True, [])]


def test_a_word_that_may_be_two_opens_all() -> None:
    openings = Openings(always=str.isdecimal)
    openings.add(0, [DIGITS], follows=["days"])
    assert [*openings.find("12days")] == [(0, False, [0])]
    assert next(iter(openings.find("12 til14"))) == (0, True, [0])


def test_a_text_is_cut_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "today\n" * 9
    openings = Openings(always=str.isdecimal)
    openings.add(0, ["today"])
    whole = [*openings.find(text)]
    monkeypatch.setattr("corpus.facts.dates.pattern_index._STRETCH", 7)
    assert [*openings.find(text)] == whole
    assert len(whole) == 9


def test_a_shape_opens_with_each_choice() -> None:
    fields = {"n": ["two"], "unit": ["days"]}
    shape = "(?:the|in the)? ?(?:last|past) {n} {unit}"
    assert [*shape_openings(shape, fields)] == [
        (["the", "in the"], ["last", "past"]),
        (["last", "past"], ["two"]),
    ]


def test_an_entry_begins_with_a_word() -> None:
    with pytest.raises(LanguageError, match="begins with no word"):
        Openings(always=str.isdecimal).add(0, ["-"])


@given(st.text(alphabet="Aab ..,\n\u00a0’'-1é)(«", max_size=20))
def test_tokens_are_those_of_the_pattern(text: str) -> None:
    cut = tokens(text, 0, len(text), text.split(), lexicon("nb").pieces)
    found = list(_SPLIT.finditer(text))
    assert cut.words == [match.group() for match in found]
    for index, match in enumerate(found):
        assert cut.span(index, index + 1) == Span(match.start(), match.end())


def test_traits_tell_a_word_by_how_it_is_written() -> None:
    traits = lexicon("en").traits
    assert {"proper", "capital"} <= traits["Lomero"]
    assert "common" in traits["lomero"]
    assert {"uncommon", "closed", "prepositions"} <= traits["in"]
    assert {"verb", "trigger", "acts"} <= traits["said"]


def test_a_cue_that_needs_others_waits_for_them() -> None:
    words = lexicon("en")

    def cues(text: str) -> list[int]:
        return words.cues(tokens(text, 0, len(text), text.split(), words.pieces))

    assert cues("in lomero") == []
    assert cues("in the eyes of")[0] == 0
    assert cues("he said") == [1]
