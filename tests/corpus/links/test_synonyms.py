"""Words that share a concept of the wordnets meet, more weakly than words spelt alike."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.links.synonyms import LIKENESS, with_synonyms

NONE = (np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


@pytest.mark.parametrize(
    ("left", "right", "codes"),
    [
        ("flyplass", "airport", ("nb", "en")),
        ("jente", "pige", ("nn", "da")),
        ("lufthavn", "flygplats", ("da", "sv")),
        ("lege", "doctor", ("nn", "en")),
    ],
)
def test_words_of_one_concept_meet(left: str, right: str, codes: tuple[str, str]) -> None:
    rows, columns, likeness = with_synonyms(NONE, [left, "xyzzy"], ["plugh", right], codes)
    assert (0, 1, LIKENESS) in zip(rows.tolist(), columns.tolist(), likeness.tolist(), strict=True)
    assert 1 not in rows.tolist()
    assert 0 not in columns.tolist()


def test_words_that_meet_by_spelling_keep_their_likeness() -> None:
    spelt = np.array([0]), np.array([0]), np.array([1.0])
    rows, _, likeness = with_synonyms(spelt, ["hospital"], ["hospital"], ("en", "en"))
    assert (rows.tolist(), likeness.tolist()) == ([0], [1.0])


def test_a_language_without_a_wordnet_has_no_synonyms() -> None:
    assert all(not len(part) for part in with_synonyms(NONE, ["talo"], ["house"], ("fi", "en")))
