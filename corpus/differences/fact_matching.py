"""Facts of two linked sentences paired one to one, the cheapest pairs first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from corpus.model import Date, Number

Fact = TypeVar("Fact", Number, Date)
BODY_SIZE = 12
"""Facts of one kind compared per sentence; a sentence of news holds fewer, a table more."""


def match_facts(
    left: Sequence[Fact], right: Sequence[Fact], cost: Callable[[Fact, Fact], float | None]
) -> list[tuple[Fact, Fact]]:
    """Return one-to-one pairs of facts, chosen greedily by cost, ties by distance in order.

    "two dead, five injured" beside "five injured, two dead": the equal figures are paired.
    """
    candidates = [
        (price, abs(i - j), i, j)
        for i, x in enumerate(left[:BODY_SIZE])
        for j, y in enumerate(right[:BODY_SIZE])
        if (price := cost(x, y)) is not None
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for _, _, i, j in sorted(candidates):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            chosen.append((i, j))
    return [(left[i], right[j]) for i, j in sorted(chosen)]
