"""What is told by runs of text between spaces is what reading word by word tells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Sentence, SentenceKind
from corpus.concepts.mentions import concept_words
from corpus.concepts.sentence_concepts import spoken_alone, spoken_of, spoken_together
from corpus.facts.dates.pattern_index import DIGITS, Openings, _key
from corpus.facts.numbers.counted import _distance, _Sentence
from corpus.facts.numbers.counted_lexicon import BREAK, count_words, event_concepts
from corpus.facts.numbers.numbers import Quantity
from corpus.links.terms import sentences_of
from corpus.text.chunks import runs_of
from corpus.text.words import WORD, fold

CODES = ("nb", "da", "sv", "en", "nn")
PIECES = (
    "Politiet", "politiet", "drept", "drepte", "skutt", "ned", "sparken", "fikk", "krav", "om",
    "tatt", "til", "fange", "lost", "their", "lives", "put", "the", "number", "of", "killed",
    "prime", "minister", "Russland", "Minister", "satt", "i", "og", "hvorav", "among", "them",
    "last", "week", "i fjor", "17", "3.", "2019", "12th", "hit-and-run", "to-åring", "Å", "á",
    "Kabo", "kabo", "Kabo's", "USA", "død", "såret", "dag", "fredag", "-", "–", "«", ",", ".",
)  # fmt: skip
GAPS = (" ", " ", " ", "", "  ", "\n", ", ", "\u00a0", "-", "’", "\t")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=14).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def whole(text: str, code: str) -> Article:
    """Give an article that is one sentence."""
    return Article(text, "", code, (Sentence(0, len(text)),))


def seven(start: int, end: int) -> Quantity:
    """Give a plain number that stands at a place of the first sentence."""
    return Quantity(0, start, end, 7.0, 7.0, None, "count", False)


def test_the_runs_of_a_long_text_are_cut_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(
        "Police shot  26. \n Ten died.", "", "en", (Sentence(0, 16), Sentence(19, 28))
    )
    expected = [["Police", "shot", "26."], ["Ten", "died."]]
    assert list(map(runs_of(article), range(2))) == expected
    assert runs_of(article)(0) is runs_of(article)(0)
    monkeypatch.setattr("corpus.text.chunks.KEPT", 0)
    assert list(map(runs_of(article), range(2))) == expected
    assert runs_of(article)(0) is not runs_of(article)(0)


@given(TEXTS, TEXTS, st.sampled_from(CODES), st.sampled_from(SentenceKind))
def test_terms_are_those_of_the_words(text: str, other: str, code: str, kind: SentenceKind) -> None:
    second = Sentence(len(text) + 1, len(text) + 1 + len(other), kind)
    found = sentences_of(Article(f"{text}\n{other}", "", code, (Sentence(0, len(text)), second)))
    every = [*WORD.findall(text), *WORD.findall(other)]
    assert found.lower == {fold(word) for word in every if word[0].islower()}
    for index in range(2):
        terms = found.terms(index)
        assert found.forms[index] == tuple(term.form for term in terms)
        assert found.names[index] == tuple(term.form for term in terms if term.name)
        concepts = {term.form for term in found.concept_terms(index)}
        assert set(found.concepts[index]) == concepts
        assert len(found.concepts[index]) == len(concepts)


@given(TEXTS, st.sampled_from(CODES))
def test_what_runs_speak_of_alone_is_what_their_words_speak_of_together(
    text: str, code: str
) -> None:
    table = concept_words(code)
    runs = [spoken_of(table.wide(WORD.findall(run))) for run in text.split()]
    spoken = [run for run in runs if run]
    alone = spoken_alone(spoken)
    together = spoken_together(spoken, table.wide(WORD.findall(text)), text, 0, len(text))
    assert alone is None or list(alone) == list(together)


def test_words_before_a_run_too_long_to_be_kept_are_given_once() -> None:
    text = "7 i " + "politi-" * 40
    sentence = _Sentence(whole(text, "nb"), 0, text.split(), [seven(0, 1)], count_words("nb"))
    assert [word[0] for word in sentence.words_from(1, len(text))] == [2, 4]


@given(TEXTS, st.sampled_from(CODES), st.data())
def test_the_words_and_events_of_a_sentence_are_those_read_word_by_word(
    text: str, code: str, data: st.DataObject
) -> None:
    cut, limit = (data.draw(st.integers(0, len(text))) for _ in range(2))
    number = seven(cut, min(cut + 2, len(text)))
    sentence = _Sentence(whole(text, code), 0, text.split(), [number], count_words(code))
    words = [(word.start(), word.end(), fold(word[0])) for word in WORD.finditer(text)]
    assert sentence.words == words
    for longest in (200, 4, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("corpus.facts.numbers.counted.LONGEST_KEPT", longest)
            asked = [word for word in words if cut <= word[0] < limit]
            assert list(sentence.words_from(cut, limit)) == asked
    events = {
        (words[first][0], words[last][1], event_concepts()[concept])
        for first, last, concept in concept_words(code).meetings([form for *_, form in words])
        if concept in event_concepts() and not number.start <= words[first][0] < number.end
    }
    assert list(sentence.events) == sorted(events)


@given(TEXTS, st.sampled_from(CODES), st.data())
def test_the_distance_between_two_places_counts_words_and_signs(
    text: str, code: str, data: st.DataObject
) -> None:
    table = count_words(code)
    sentence = _Sentence(whole(text, code), 0, text.split(), [], table)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(0, len(text)))
    forms = [form for begin, _, form in sentence.words if start <= begin < end]
    far = sum(3 if form in table.joining else form not in table.stops for form in forms)
    assert _distance(sentence, start, end) == far + 3 * len(BREAK.findall(text, start, end))


def openings() -> Openings:
    """Give what some patterns open with."""
    made = Openings(always=str.isdecimal)
    made.add(0, ["last week", "i fjor"])
    made.add(1, [DIGITS], follows=["number", DIGITS])
    made.add(2, ["fredag", "of"])
    made.add(3, ["i"], follows=["dag", "2"])
    return made


@given(TEXTS)
def test_patterns_open_where_they_do_word_by_word(text: str) -> None:
    made = openings()
    words = [(word.start(), word[0]) for word in re.finditer(r"\w+", text)]
    seconds = [*(word for _, word in words[1:]), "_"]
    expected = []
    for (start, word), second in zip(words, seconds, strict=False):
        before, alone = made._opener_of(word) or ({}, [])
        patterns = before.get(_key(second), alone)
        if patterns or word.isdecimal():
            expected.append((start, word.isdecimal(), patterns))
    assert list(made.find(text)) == expected


@pytest.mark.parametrize("text", ["", " ", "\n", "7", "–"])
def test_texts_without_words_say_nothing(text: str) -> None:
    found = sentences_of(whole(text, "nb"))
    assert found.forms == found.names == found.concepts == ((),)
