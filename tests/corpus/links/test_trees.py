"""The sum of many trees at once is held against each tree asked alone."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.links import trees as forest
from corpus.links.trees import STEPS, Forest, Grid

FEATURES, DEPTH = 3, 2
SPLITS = st.lists(
    st.tuples(st.integers(0, FEATURES - 1), st.integers(0, STEPS - 1)),
    min_size=DEPTH,
    max_size=DEPTH,
)
LEAVES = st.lists(st.floats(-2, 2), min_size=2**DEPTH, max_size=2**DEPTH)
TREES = st.lists(st.tuples(SPLITS, LEAVES), min_size=1, max_size=6)
ROWS = st.lists(
    st.lists(st.floats(-1, 300), min_size=FEATURES, max_size=FEATURES), min_size=1, max_size=8
)


def made(
    trees: list[tuple[list[tuple[int, int]], list[float]]], early: int, least: float
) -> Forest:
    """Make a forest whose steps are whole numbers."""
    grid = Grid((0.0,) * FEATURES, (1.0,) * FEATURES)
    splits = tuple(tuple(splits) for splits, _ in trees)
    leaves = tuple(tuple(leaves) for _, leaves in trees)
    return Forest(grid, splits, leaves, -0.5, early, least)


def alone(model: Forest, row: list[float], trees: int) -> float:
    """Sum the leaves of the first trees for one row."""
    steps = [min(max(int(round(value, 6)), 0), STEPS) for value in row]
    total = model.base
    for splits, leaves in list(zip(model.splits, model.leaves, strict=True))[:trees]:
        bits = (2**depth * (steps[f] > step) for depth, (f, step) in enumerate(splits))
        total += leaves[sum(bits)]
    return total


@given(TREES, ROWS, st.integers(0, 6), st.floats(-2, 2))
def test_every_row_has_the_sum_of_its_leaves_unless_it_is_given_up(
    trees: list[tuple[list[tuple[int, int]], list[float]]],
    rows: list[list[float]],
    early: int,
    least: float,
) -> None:
    early = min(early, len(trees))
    model = made(trees, early, least)
    found = model.scores(np.array(rows))
    for row, score in zip(rows, found.tolist(), strict=True):
        first = alone(model, row, early)
        if abs(first - least) > 1e-9:
            total = alone(model, row, len(trees)) if first > least else first
            assert score == pytest.approx(1 / (1 + exp(-total)), abs=1e-6)


@given(TREES, ROWS)
def test_rows_have_the_same_scores_few_or_many_at_a_time(
    trees: list[tuple[list[tuple[int, int]], list[float]]], rows: list[list[float]]
) -> None:
    model = made(trees, 1, -99.0)
    whole = model.scores(np.array(rows))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forest, "_ROWS", 2)
        patch.setattr(forest, "_LEAVES", 1)
        assert model.scores(np.array(rows)).tolist() == whole.tolist()


def test_values_outside_the_grid_count_as_the_nearest_inside() -> None:
    grid = Grid((0.5, -1.0), (0.25, 0.5))
    steps = grid.steps(np.array([[0.0, 0.5, 0.74, 0.75, 99.0], [-9.0, -1.0, 0.0, 0.5, 99.0]]))
    assert steps.tolist() == [[0, 0, 0, 1, STEPS], [0, 0, 2, 3, STEPS]]
