"""Likeness in letters is held against the plain cosine of weighted n-grams."""

from __future__ import annotations

import zlib
from collections import Counter
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.lexicon.rarity import UNSEEN, gram_rarity
from corpus.links import char_ngrams as letters
from corpus.links.char_ngrams import letter_cosines
from corpus.text.words import BACKGROUND

Side = list[list[str]]
WORDS = st.lists(st.text("abcdeø", min_size=1, max_size=7), max_size=5)
SIDES = st.lists(WORDS, min_size=1, max_size=4)
ROUNDED = 5e-3
"""A hundred columns, each rounded to a whole number: the root of that, of LENGTH, at most."""


def grams(sentence: list[str]) -> Counter[int]:
    """Count the hashed n-grams of a sentence."""
    words = [f" {word} ".encode() for word in sentence]
    every = (w[k : k + n] for w in words for n in (3, 4, 5) for k in range(len(w) - n + 1))
    return Counter(zlib.crc32(gram) % (1 << 16) for gram in every)


def table(left: Side, right: Side) -> NDArray[np.float64]:
    """Return the likeness of every sentence with every other."""
    rows, columns = np.divmod(np.arange(len(left) * len(right)), len(right))
    return letter_cosines(left, right, (rows, columns), ("en", "en")).reshape(len(left), len(right))


@given(SIDES, SIDES)
def test_likeness_is_the_cosine_of_rare_n_grams(left: Side, right: Side) -> None:
    sides = [list(map(grams, side)) for side in (left, right)]
    met = set(sum(sides[0], Counter[int]())) & set(sum(sides[1], Counter[int]()))
    often = sum((count for side in sides for count in side), Counter[int]())
    every = len(left) + len(right)

    def weight(gram: int) -> float:
        rare = gram_rarity(np.array([gram]), "en").item() / UNSEEN
        return log((every + BACKGROUND + 1) / min(often[gram], every)) * rare

    def length(count: Counter[int]) -> float:
        times = {gram: n**2 if gram in met else n for gram, n in count.items()}
        return sqrt(sum(n * weight(gram) ** 2 for gram, n in times.items()))

    found = table(left, right)
    for i, a in enumerate(sides[0]):
        for j, b in enumerate(sides[1]):
            dot = sum(n * b[gram] * weight(gram) ** 2 for gram, n in a.items())
            wanted = dot / max(length(a) * length(b), 1e-9)
            assert found[i, j] == pytest.approx(wanted, abs=ROUNDED)


@given(SIDES, SIDES)
def test_a_few_cells_have_the_likeness_that_the_whole_table_has(left: Side, right: Side) -> None:
    whole = table(left, right)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters, "_MANY", 0)
        assert table(left, right).tolist() == whole.tolist()


@given(SIDES, SIDES)
def test_likeness_is_the_same_from_either_side(left: Side, right: Side) -> None:
    assert table(left, right).tolist() == table(right, left).T.tolist()


def test_more_n_grams_than_columns_are_folded_and_unlike_sentences_stay_unlike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = np.random.default_rng(0).choice(list("abcdefghijklmnop"), (60, 12, 6))
    side = [["".join(word) for word in words] for words in made]
    exact = table(side, side)
    monkeypatch.setattr(letters, "DIMENSIONS", 256)
    folded = table(side, side)
    assert np.diagonal(folded).min() > 0.95
    assert abs(folded - exact).mean() < 1 / np.sqrt(256)
    assert abs((folded - exact).mean()) < 0.01
