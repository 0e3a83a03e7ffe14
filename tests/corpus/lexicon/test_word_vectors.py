"""Vectors of words bring a sentence near to what says the same, in its language or another."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.lexicon.word_vectors import sentence_vectors
from corpus.text.words import fold

FIRE = {
    "nb": "brannen skolen elever evakuert",
    "nn": "brannen skulen elevar evakuert",
    "da": "branden skolen elever evakueret",
    "sv": "branden skolan elever evakuerades",
    "en": "fire school pupils evacuated",
}
ELECTION = {
    "nb": "velgerne stemte regjeringen valget",
    "nn": "veljarane røysta regjeringa valet",
    "da": "vælgerne stemte regeringen valget",
    "sv": "väljarna röstade regeringen valet",
    "en": "voters government election voted",
}


def _rows(texts: list[str], code: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return sentence_vectors([[fold(word) for word in text.split()] for text in texts], code)


@pytest.mark.parametrize("code", FIRE)
@pytest.mark.parametrize("other", FIRE)
def test_a_sentence_is_nearer_to_its_translation_than_to_another(code: str, other: str) -> None:
    near = (
        _rows([FIRE[code], ELECTION[code]], code) @ _rows([FIRE[other], ELECTION[other]], other).T
    )
    assert near[0, 0] > near[0, 1] + 0.1
    assert near[1, 1] > near[1, 0] + 0.1


def test_rows_have_length_1_and_a_sentence_without_words_none() -> None:
    lengths = np.linalg.norm(_rows([FIRE["nb"], "", "xqzyvw"], "nb"), axis=1)
    assert lengths == pytest.approx([1, 0, 1], abs=1e-5)


def test_a_strange_name_meets_itself_across_languages() -> None:
    assert float((_rows(["Xqzyvwia"], "nb") @ _rows(["Xqzyvwia"], "en").T)[0, 0]) > 0.99


def test_many_sentences_have_the_vectors_they_have_alone() -> None:
    texts = [FIRE["da"], "", ELECTION["da"]] * 700
    assert _rows(texts, "da")[:3] == pytest.approx(_rows(texts[:3], "da"), abs=1e-5)


def test_a_language_without_a_table_and_no_sentences_have_no_vectors() -> None:
    assert not _rows(["Regierung"], "de").any()
    assert len(_rows([], "nb")) == 0
