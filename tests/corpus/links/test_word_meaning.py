"""Sentences are near by the vectors of their words, across languages and without a model."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import parse_article
from corpus.links.terms import Sentences, sentences_of
from corpus.links.word_meaning import word_cosines

TOLD = {
    "nb": "Brannen ødela skolen i natt.",
    "nn": "Brannen øydela skulen i natt.",
    "da": "Branden ødelagde skolen i nat.",
    "sv": "Branden förstörde skolan i natt.",
    "en": "The fire destroyed the school last night.",
}
OTHER = "The central bank raised its interest rate."


def sentences(*texts: str, language: str) -> Sentences:
    return sentences_of(parse_article("\n\n".join(texts), language=language))


@pytest.mark.parametrize("code", TOLD)
def test_a_translation_is_nearer_than_another_story(code: str) -> None:
    left, right = sentences(TOLD[code], language=code), sentences(TOLD["en"], OTHER, language="en")
    near, _ = word_cosines(left, right, (np.array([0, 0]), np.array([0, 1])))
    assert near[0] > near[1] + 0.15


def test_swapped_articles_are_as_near() -> None:
    left = sentences(TOLD["nb"], "Ingen kom til skade.", language="nb")
    right = sentences(OTHER, TOLD["en"], "Nobody was hurt.", language="en")
    rows, columns = np.divmod(np.arange(6), 3)
    for one, other in zip(
        word_cosines(left, right, (rows, columns)),
        word_cosines(right, left, (columns, rows)),
        strict=True,
    ):
        assert one.tolist() == other.tolist()


def test_a_passage_is_what_stands_around_a_sentence() -> None:
    left = sentences("He was found on Tuesday.", TOLD["en"], language="en")
    right = sentences("He was found on Tuesday.", OTHER, language="en")
    alone, around = word_cosines(left, right, (np.array([0]), np.array([0])))
    assert alone[0] > 0.99 > around[0]


def test_a_language_without_vectors_is_near_to_nothing() -> None:
    left, right = sentences("Koulu paloi.", language="fi"), sentences(TOLD["en"], language="en")
    for cosines in word_cosines(left, right, (np.array([0]), np.array([0]))):
        assert cosines.tolist() == [0]
