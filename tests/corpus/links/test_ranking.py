"""Ranks of pairs are held against the plain definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.links.ranking import groups_of, nearest, standing
from corpus.links.term_index import starts, union

WIDTH = 5
CELLS = st.dictionaries(st.integers(0, 4 * WIDTH - 1), st.floats(0, 1.5), max_size=20).map(
    lambda cells: dict(sorted(cells.items()))
)
Cells = dict[int, float]


@given(CELLS)
def test_pairs_stand_among_those_of_either_sentence(cells: Cells) -> None:
    keys, scores = np.array(list(cells), np.int64), np.array(list(cells.values()), np.float64)
    groups = groups_of(np.divmod(keys, WIDTH), (4, WIDTH))
    places, rivals, best = standing(scores, groups, 4 + WIDTH)
    for group, place, rival in zip(groups.tolist(), places, rivals, strict=True):
        for index, (mine, score) in enumerate(zip(group, scores.tolist(), strict=True)):
            same = [j for j in range(len(keys)) if group[j] == mine and j != index]
            before = [j for j in same if scores[j] > score + 1e-12]
            ties = [j for j in same if abs(scores[j] - score) <= 1e-12]
            assert len(before) <= place[index] <= len(before) + len(ties)
            assert best[mine] == pytest.approx(max([score, *(scores[j] for j in same)]))
            assert rival[index] == pytest.approx(max((scores[j] for j in same), default=0.0))


@given(CELLS, st.integers(1, 3))
def test_the_nearest_of_either_side_are_kept_and_no_better_one_is_dropped(
    cells: Cells, most: int
) -> None:
    keys, scores = np.array(list(cells), np.int64), np.array(list(cells.values()), np.float64)
    groups = np.divmod(keys, WIDTH)
    kept = nearest(scores, groups, (WIDTH, WIDTH), most)
    for group in groups:
        for mine in set(group.tolist()):
            inside = scores[kept & (group == mine)]
            outside = scores[~kept & (group == mine)]
            assert len(inside) >= min(most, int((group == mine).sum()))
            better = [score for score in inside.tolist() if score >= outside.max(initial=0.0)]
            assert not len(outside) or len(better) >= most


@given(st.lists(st.lists(st.integers(0, 9)), min_size=1))
def test_a_union_holds_every_value_once_and_sorted(parts: list[list[int]]) -> None:
    found = union([np.array(part, np.int64) for part in parts])
    assert found.tolist() == sorted(set().union(*parts))
    assert starts(found).all()
