"""Shortcuts for words that are but a name, or govern no verb: the long way reads the same."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.attributions.cues import claims_of, cue_at
from corpus.facts.attributions.grammar import subjects
from corpus.facts.attributions.grammar.lexicon import Lexicon, lexicon
from corpus.facts.attributions.grammar.sentence_context import sentence_context
from corpus.facts.attributions.grammar.tokens import Tokens, tokens
from corpus.facts.attributions.noun_cues import Claim

NAMES = ["Lomero", "Kari", "NRK", "Ny", "Vera"]
MARKS = [",", ",", ".", ":", ";", "«", "»", "“", "”", "–", "(", ")"]


def vocabulary(words: Lexicon) -> st.SearchStrategy[str]:
    """Give names and marks, and words of every group of the table, small or with a capital."""
    told = st.sampled_from(sorted(set().union(*words.groups.values(), words.noun_forms)))
    verbs = st.sampled_from(sorted(words.verbs))
    names = st.sampled_from(NAMES)
    return st.one_of(names, names, verbs, told, told.map(str.title), st.sampled_from(MARKS))


def sentences(language: str) -> st.SearchStrategy[str]:
    return st.lists(vocabulary(lexicon(language)), min_size=2, max_size=12).map(" ".join)


def claims(cut: Tokens, words: Lexicon) -> list[Claim]:
    return claims_of(sentence_context(cut, words), range(cut.size))


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
@given(data=st.data())
def test_shortcuts_change_no_claim(language: str, data: st.DataObject) -> None:
    text, words = data.draw(sentences(language)), lexicon(language)
    cut = tokens(text, 0, len(text), text.split(), words.pieces)
    found = claims(cut, words)
    cut.traits = [(traits - {"past name"}) | {"governing"} for traits in cut.traits]
    with patch.object(subjects, "_bare_name_before", return_value=None):
        assert claims(cut, words) == found


@pytest.mark.parametrize("language", ["en", "nb", "sv"])
@given(data=st.data())
def test_only_where_a_cue_may_stand_does_one_stand(language: str, data: st.DataObject) -> None:
    text, words = data.draw(sentences(language)), lexicon(language)
    cut = tokens(text, 0, len(text), text.split(), words.pieces)
    sentence, cues = sentence_context(cut, words), words.cues(cut)
    assert not any(cue_at(sentence, place) for place in range(cut.size) if place not in cues)
