"""What sentences share is held against the plain definition, worked out cell by cell."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from corpus.links import overlap as sharing
from corpus.links.fuzzy_words import LEAST, SHORT, soft_pairs
from corpus.links.overlap import Met, overlaps
from corpus.links.term_index import Held, equal_pairs, held, narrowed, of_facts, of_sentences
from corpus.text.words import BACKGROUND

WORDS = st.sampled_from(
    ["politi", "politiet", "police", "protest", "protester", "byen", "by", "ni", "nei", "Ålesund"]
)
SIDES = st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=4)


@given(st.lists(WORDS, unique=True), st.lists(WORDS, unique=True))
def test_words_meet_as_the_plain_definition_says(left: list[str], right: list[str]) -> None:
    ((rows, columns, likeness),) = soft_pairs([(left, right)])
    found = sorted(zip(rows.tolist(), columns.tolist(), likeness.tolist(), strict=True))
    assert found == [
        (i, j, pytest.approx(round(fuzz.ratio(a, b)) / 100))
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a[0] == b[0] and fuzz.ratio(a, b) >= LEAST and (a == b or min(len(a), len(b)) >= SHORT)
    ]


def test_a_large_vocabulary_is_looked_through_letter_by_letter_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left, right = ["politi", "by", "protest"], ["politiet", "byen", "protester", "by"]
    kinds = [(left, right), ([], left), (right, left)]
    together = [[part.tolist() for part in pairs] for pairs in soft_pairs(kinds)]
    monkeypatch.setattr("corpus.links.fuzzy_words.TOGETHER", 0)
    assert [[part.tolist() for part in pairs] for pairs in soft_pairs(kinds)] == together


def indexed(sentences: list[list[str]]) -> Held:
    (found,) = held([of_sentences(sentences)], max(1, len(sentences)))
    return found


def plainly(sentences: list[list[str]]) -> dict[str, list[int]]:
    forms = dict.fromkeys(form for told in sentences for form in told)
    return {form: [i for i, told in enumerate(sentences) if form in told] for form in forms}


def as_lists(found: Held) -> dict[str, list[int]]:
    ends = found.spread.cumsum().tolist()
    parts = zip([0, *ends], ends, strict=False)
    cut = [found.sentences[first:end].tolist() for first, end in parts]
    return dict(zip(found.forms, cut, strict=True))


@given(st.lists(SIDES, min_size=1, max_size=3), st.sets(WORDS))
def test_terms_are_held_by_the_sentences_they_stand_in(
    kinds: list[list[list[str]]], part: set[str]
) -> None:
    pairs = [[(i, form) for i, told in enumerate(kind) for form in told] for kind in kinds]
    for told in (map(of_sentences, kinds), map(of_facts, pairs)):
        found = held(list(told), max(map(len, kinds)))
        assert [as_lists(kind) for kind in found] == [plainly(kind) for kind in kinds]
    for kind, index in zip(kinds, found, strict=True):
        wanted = {form: held for form, held in plainly(kind).items() if form in part}
        assert as_lists(index.only(part.__contains__)) == wanted


@given(SIDES, SIDES)
def test_shared_mass_is_the_rarity_of_the_terms_that_meet(
    left: list[list[str]], right: list[list[str]]
) -> None:
    held_a, held_b = indexed(left), indexed(right)
    terms = (held_a.forms, held_b.forms)
    (pairs,) = soft_pairs([terms])
    (found,) = overlaps([Met(held_a, held_b, pairs)], (len(left), len(right)))
    a, b = plainly(left), plainly(right)
    met = [
        (terms[0][row], terms[1][column], likeness)
        for row, column, likeness in zip(*(part.tolist() for part in pairs), strict=True)
    ]
    spread_a = {w: len(a[w]) + sum(len(b[v]) for u, v, _ in met if u == w) for w in a}
    spread_b = {w: len(b[w]) + sum(len(a[u]) for u, v, _ in met if v == w) for w in b}
    every = len(left) + len(right) + BACKGROUND + 1

    def rarity(spread: int) -> float:
        return min(1.0, max(0.05, log(every / (spread + 0.5)) / log(every / 2.5)))

    mass = np.zeros((len(left), len(right)))
    most = np.zeros_like(mass)
    for u, v, likeness in met:
        weight = likeness * sqrt(rarity(spread_a[u]) * rarity(spread_b[v]))
        for i in a[u]:
            for j in b[v]:
                mass[i, j] += weight
                most[i, j] = max(most[i, j], weight)
    every_cell = found.on(np.arange(mass.size))
    assert every_cell.mass == pytest.approx(mass.ravel())
    assert every_cell.most == pytest.approx(most.ravel())
    totals = [sum(rarity(spread_a[w]) for w in set(forms)) for forms in left]
    assert found.total_a == pytest.approx(np.array(totals))


@given(SIDES, SIDES, SIDES, SIDES)
def test_kinds_worked_out_together_share_what_each_shares_alone(
    a: list[list[str]], b: list[list[str]], c: list[list[str]], d: list[list[str]]
) -> None:
    sizes = (max(len(a), len(c)), max(len(b), len(d)))
    met = [
        Met(indexed(left), indexed(right), equal_pairs(indexed(left), indexed(right)))
        for left, right in ((a, b), (c, d), ([], []))
    ]
    together = overlaps(met, sizes)
    alone = [found for kind in met for found in overlaps([kind], sizes)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "AT_ONCE", 1)
        in_parts = overlaps(met, sizes)
    for one, other in zip(together * 2, alone + in_parts, strict=True):
        assert one.keys.tolist() == other.keys.tolist()
        for name in ("mass", "most", "total_a", "total_b"):
            assert getattr(one, name) == pytest.approx(getattr(other, name))


@given(st.lists(WORDS, unique=True), st.lists(WORDS, unique=True), st.sets(WORDS))
def test_parts_of_two_vocabularies_meet_where_the_whole_ones_do(
    left: list[str], right: list[str], part: set[str]
) -> None:
    wide = indexed([left]), indexed([right])
    narrow = wide[0].only(part.__contains__), wide[1].only(part.__contains__)
    found = narrowed(soft_pairs([(left, right)])[0], wide, narrow)
    (whole,) = soft_pairs([(narrow[0].forms, narrow[1].forms)])
    assert sorted(zip(*(x.tolist() for x in found), strict=True)) == sorted(
        zip(*(x.tolist() for x in whole), strict=True)
    )
