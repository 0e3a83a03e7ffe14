"""Words of five languages meet in the concepts they share."""

from __future__ import annotations

import pytest

from corpus.lexicon.wordnet import synsets
from corpus.text.words import fold


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    met = (set(synsets(fold(word), code).tolist()) for code, word in (one, other))
    return bool(set.intersection(*met))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("nb", "flyplass"), ("da", "lufthavn")),
        (("nb", "fengsel"), ("sv", "fängelse")),
        (("nn", "kyrkje"), ("en", "church")),
        (("da", "flyvemaskine"), ("en", "airplane")),
        (("sv", "flygplats"), ("da", "lufthavn")),
    ],
)
def test_words_for_one_thing_share_a_concept(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert _meet(one, other)


@pytest.mark.parametrize(
    ("code", "base", "inflected"),
    [
        ("nb", "kirke", "kirkene"),
        ("nn", "kyrkje", "kyrkjene"),
        ("da", "kirke", "kirkerne"),
        ("sv", "kyrka", "kyrkorna"),
        ("en", "hospital", "hospitals"),
        ("en", "run", "ran"),
    ],
)
def test_an_inflected_form_has_the_concepts_of_its_base(
    code: str, base: str, inflected: str
) -> None:
    found = synsets(fold(inflected), code).tolist()
    assert found
    assert set(found) & set(synsets(fold(base), code).tolist())


def test_a_compound_has_the_concepts_of_its_head() -> None:
    assert _meet(("nb", "idrettsskolene"), ("en", "school"))


@pytest.mark.parametrize(("word", "code"), [("xqzyvw", "nb"), ("", "en"), ("hospital", "de")])
def test_a_strange_word_or_language_has_none(word: str, code: str) -> None:
    assert synsets(word, code).tolist() == []


def test_words_for_other_things_share_none() -> None:
    assert not _meet(("nb", "skole"), ("en", "prison"))
