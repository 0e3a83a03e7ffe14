"""Differences that are none because both accounts tell both.

If both say "26 dead" in one sentence and "3 dead" in another, 26 against 3 is no difference between
the accounts, however alike the sentences are.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from corpus.model import Discrepancy, DiscrepancyKind, Link, Side, Verdict

Rated = tuple[Link, Discrepancy]
Mention = tuple[DiscrepancyKind, int, int]


def without_shared(found: Sequence[Rated], own_voice: Set[tuple[int, int]]) -> list[Rated]:
    """Return the discrepancies without differences of which both sides agree elsewhere.

    `own_voice` are the linked sentences that neither account credits to anybody.
    """
    told: tuple[set[Mention], set[Mention]] = (set(), set())
    for _, item in found:
        if item.verdict is Verdict.AGREE:
            told[0].add(_mention(item.kind, item.a))
            told[1].add(_mention(item.kind, item.b))
    uncredited = {a for a, _ in own_voice}, {b for _, b in own_voice}
    return [
        (link, item)
        for link, item in found
        if item.verdict is not Verdict.DIFFER
        or not (
            _is_shared(item.kind, item.a, told[0], uncredited[0])
            and _is_shared(item.kind, item.b, told[1], uncredited[1])
        )
    ]


def _mention(kind: DiscrepancyKind, side: Side) -> Mention:
    """Return what is told where; one word of a family stands for all in its sentence."""
    return kind, side.sentence, 0 if kind is DiscrepancyKind.TERM else side.start


def _is_shared(kind: DiscrepancyKind, side: Side, told: Set[Mention], uncredited: Set[int]) -> bool:
    if side.own_voice:
        return side.sentence in uncredited
    return _mention(kind, side) in told
