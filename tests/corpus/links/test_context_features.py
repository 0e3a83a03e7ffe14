"""The context of a pair: mirrored with the articles, and tied by the partners of its sentences."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.links.context_features import NAMES, context

SIZES = (4, 5)
CELLS = st.dictionaries(st.integers(0, 19), st.floats(0, 1), min_size=1, max_size=20).map(
    lambda cells: dict(sorted(cells.items()))
)
Cells = dict[int, float]


def rows(cells: Cells, sizes: tuple[int, int]) -> dict[int, list[float]]:
    """Return the context of every pair by its key."""
    keys, scores = np.array(list(cells), np.int64), np.array(list(cells.values()), np.float64)
    found = context(keys, scores, sizes, np.arange(len(keys)))
    return dict(zip(keys.tolist(), found.round(9).tolist(), strict=True))


@given(CELLS)
def test_swapped_articles_have_the_same_context(cells: Cells) -> None:
    # Of two partners that are equally good, either may be the best.
    cells = {key: round(score, 3) + key / 1e5 for key, score in cells.items()}
    mirror = {key % 5 * 4 + key // 5: score for key, score in cells.items()}
    swapped = rows(dict(sorted(mirror.items())), (5, 4))
    for key, row in rows(cells, SIZES).items():
        assert np.allclose(row, swapped[key % 5 * 4 + key // 5])


def test_a_sentence_that_repeats_the_title_is_tied_to_what_the_title_is_linked_to() -> None:
    title_to_title, repeated, told_by_title = 0, 2 * 5, 3
    cells = {title_to_title: 0.9, told_by_title: 0.9, repeated: 0.9, 2 * 5 + 3: 0.1, 3 * 5 + 4: 0.1}
    tie = NAMES.index("partners of partners")
    found = rows(dict(sorted(cells.items())), SIZES)
    assert found[2 * 5 + 3][tie] > 0.8
    assert found[3 * 5 + 4][tie] == 0


def test_a_lone_pair_has_no_rivals_and_nothing_around_it() -> None:
    found = dict(zip(NAMES, rows({0: 0.5}, (1, 1))[0], strict=True))
    assert found["better rival"] == found["mass of rivals, more"] == found["around"] == 0
