"""The words of the news meet their concepts in five languages, and look-alikes meet none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import parse_article
from corpus.concepts.mentions import (
    Words,
    concepts_of,
    find_concepts,
    kinds,
    opposites,
    parent,
)
from corpus.languages.news_tables import news_words
from corpus.languages.tables import load_yaml
from corpus.text.words import words

CODES = ("nb", "nn", "da", "sv", "en")
DATA = Path(__file__).parent.parent.parent / "data" / "concepts"
SHIPPED = Path(__file__).parent.parent.parent.parent / "corpus" / "articles"
CASES = {code: load_yaml(DATA / f"{code}.yaml") for code in CODES}
MET = [(code, *case) for code in CODES for case in CASES[code]["met"].items()]
NONE = [(code, word) for code in CODES for word in CASES[code]["none"]]


@pytest.mark.parametrize(("code", "said", "wanted"), MET)
def test_a_word_meets_its_concepts_and_no_other(code: str, said: str, wanted: str) -> None:
    assert sorted(concepts_of(said, code)) == sorted(wanted.split())


@pytest.mark.parametrize(("code", "word"), NONE)
def test_a_look_alike_meets_nothing(code: str, word: str) -> None:
    assert concepts_of(word, code) == ()


@pytest.mark.parametrize("code", CODES)
def test_the_cases_are_many(code: str) -> None:
    assert len(CASES[code]["met"]) >= 80
    assert len(CASES[code]["none"]) >= 30


@pytest.mark.parametrize("code", CODES)
def test_every_concept_has_words_and_no_word_list_names_an_unknown_one(code: str) -> None:
    table: dict[str, Any] = news_words(code, "concepts")
    assert set(table) == set(kinds())
    assert all(table.values())


def test_there_are_concepts_enough_and_most_are_not_those_of_the_shipped_articles() -> None:
    general = {concept for concept, kind in kinds().items() if kind != "country"}
    used: set[str] = set()
    for path in sorted(SHIPPED.glob("*.txt")):
        article = parse_article(path.read_text(encoding="utf-8"))
        used.update(mention.concept for mention in find_concepts(article))
    assert len(general) >= 400
    assert used
    assert len(general - used) > len(general) / 2


def test_parents_and_opposites_are_concepts_and_lead_somewhere() -> None:
    known = kinds()
    for concept in known:
        seen = {concept}
        wider = parent(concept)
        while wider is not None:
            assert wider in known
            assert wider not in seen
            seen.add(wider)
            wider = parent(wider)
        others = opposites(concept)
        assert others <= set(known)
        assert all(concept in opposites(other) for other in others)
    assert parent("grenade") == "weapon"
    assert opposites("reopen") == {"shut_down"}


@pytest.mark.parametrize(
    ("code", "text", "concept", "met"),
    [
        ("nb", "I går slo Brann bunnlaget.", "fire_blaze", False),
        ("nb", "I går slo brann ned i byen.", "fire_blaze", True),
        ("nb", "Nå møtes Stortinget til debatt.", "parliament", True),
        ("nb", "Da sa han: «Fred er mulig.»", "peace", True),
        ("nb", "Da kom Fred Olsen hjem.", "peace", False),
        ("sv", "Sedan kom Krister Eld hem.", "fire_blaze", False),
        ("en", "Then the Foreign Ministry spoke.", "foreign_ministry", True),
    ],
)
def test_a_capital_within_a_sentence_may_be_a_name(
    code: str, text: str, concept: str, met: bool
) -> None:
    found = {mention.concept for mention in find_concepts(parse_article(text, language=code))}
    assert (concept in found) is met


def test_countries_meet_across_languages() -> None:
    said = {"nb": "hviterusserne", "da": "hviderussisk", "sv": "vitryska", "en": "Belarusian"}
    assert {concepts_of(word, code) for code, word in said.items()} == {("country_by",)}


def test_wide_readings_give_parts_and_wider_concepts() -> None:
    article = parse_article("Politistasjonen ble angrepet med granater.", language="nb")
    narrow = {mention.concept for mention in find_concepts(article)}
    wide = {mention.concept for mention in find_concepts(article, wide=True)}
    assert "weapon" not in narrow
    assert {"police_station", "police", "weapon"} | narrow <= wide


@given(st.text(max_size=80), st.sampled_from(CODES))
def test_every_mention_is_words_of_its_sentence(text: str, code: str) -> None:
    article = parse_article(f"Politiet, polisen: {text}", language=code)
    for mention in find_concepts(article):
        sentence = article.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        spans = list(words(article.text, sentence.start, sentence.end))
        assert mention.start in {span.start for span in spans}
        assert mention.end in {span.end for span in spans}


def test_word_forms_are_forgotten_before_they_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("corpus.text.word_cache.KEPT", 10)
    table = Words("nb")
    before = table.mentioned("demonstrantene stormet rådhuset")
    for number in range(50):
        table.mentioned("x" * (number % 40 + 1))
    assert table.kept() <= 10
    assert table.mentioned("demonstrantene stormet rådhuset") == before
