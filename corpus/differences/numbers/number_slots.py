"""Figures in the same place of two linked sentences that say nearly the same.

"Ashkelon lies 12 miles north of Gaza" and "Ashkelon is about 14 miles north of Gaza": whatever the
figures count, their neighbours stand for each other, so they are one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.differences.numbers.number_matching import UNNAMED, counted_cost
from corpus.differences.slots.word_alignment import Token, WordAlignment
from corpus.differences.verdicts import common_unit

LEAST = 3
"""Points from which two figures are one: see `_points`."""
SHARED, MOSTLY_SHARED = 0.5, 0.75
"""Shares of matched words that earn one point and two."""

Pair = tuple[Token, Token]


def slot_pairs(
    left: Sequence[Token],
    right: Sequence[Token],
    alignment: WordAlignment,
    codes: tuple[str, str],
) -> list[Pair]:
    """Return the figures of two sentences, paired one to one, that stand in the same place.

    `left` and `right` are the figures that are not paired otherwise.
    """
    together = set(_same_slot(alignment, set(left), set(right)))
    alone = set(_one_of_a_kind(left, right))
    rated = sorted(
        (-_points(x, y, alignment, codes, ((x, y) in together) + ((x, y) in alone)), i, j)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for points, i, j in rated:
        if points <= -LEAST and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _same_slot(alignment: WordAlignment, left: set[Token], right: set[Token]) -> Iterator[Pair]:
    """Yield figures of one slot and one measure, in order, where both sides hold equally many."""
    for slot in alignment.slots:
        mine = [token for token in slot.left if token in left]
        theirs = [token for token in slot.right if token in right]
        yield from _by_measure(mine, theirs)


def _one_of_a_kind(left: Sequence[Token], right: Sequence[Token]) -> Iterator[Pair]:
    """Yield two figures that are the only ones of their measure in either sentence."""
    yield from (pair for pair in _by_measure(left, right, most=1))


def _by_measure(left: Sequence[Token], right: Sequence[Token], most: int = LEAST) -> Iterator[Pair]:
    """Yield figures of one measure, in order, where both sides hold equally many, `most` each.

    "3 percent ... 9 percent" and "8 percent": the counts differ and none is yielded.
    """
    for read in (_measure, _bounded_measure):
        for measure in dict.fromkeys(map(read, left)):
            mine = [token for token in left if read(token) == measure]
            theirs = [token for token in right if read(token) == measure]
            if len(mine) == len(theirs) <= most:
                yield from zip(mine, theirs, strict=True)


def _measure(token: Token) -> tuple[str, str | None]:
    number = token.number
    return ("count", None) if number is None else (number.kind, number.unit)


def _bounded_measure(token: Token) -> tuple[object, ...]:
    """Return the measure and which end is open: "as many as 120" beside "as many as 240"."""
    number = token.number
    bounds = () if number is None else (number.low is None, number.high is None)
    return *_measure(token), *bounds


def _points(
    x: Token, y: Token, alignment: WordAlignment, codes: tuple[str, str], place: int
) -> int:
    """Return how much speaks for one figure: place, shared words, unit and noun."""
    noun = _noun(x, y, codes)
    if noun is None or not place:
        return 0
    shared = alignment.shared
    words = (shared >= SHARED) + (shared >= MOSTLY_SHARED) if alignment.matched > 1 else 0
    return place + words + noun


def _noun(x: Token, y: Token, codes: tuple[str, str]) -> int | None:
    """Return the points of unit and noun; None where the figures measure other things."""
    if x.number is None or y.number is None:
        return 0 if _measure(x) == _measure(y) else None
    if common_unit(x.number, y.number) is None or x.number.kind != y.number.kind:
        return None
    cost = counted_cost(x.number, y.number, codes)
    if cost is None:
        return None
    return (x.number.unit is not None) + (cost < UNNAMED)
