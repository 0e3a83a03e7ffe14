"""Linked facts -> discrepancies with verdict and reason; pure."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import (
    Article,
    Discrepancy,
    DiscrepancyKind,
    Facts,
    Link,
    Number,
    Side,
    Verdict,
)


def find_discrepancies(
    a: Article, b: Article, facts_a: Facts, facts_b: Facts, links: Sequence[Link]
) -> tuple[Discrepancy, ...]:
    """Compare the facts of linked sentences; agreements are kept too."""
    found = []
    for link in links:
        for x in (n for n in facts_a.numbers if n.sentence == link.a):
            for y in (n for n in facts_b.numbers if n.sentence == link.b):
                verdict = Verdict.AGREE if (x.low, x.high) == (y.low, y.high) else Verdict.DIFFER
                found.append(_number(x, y, verdict))
    return tuple(found)


def _number(x: Number, y: Number, verdict: Verdict) -> Discrepancy:
    return Discrepancy(
        DiscrepancyKind.NUMBER,
        verdict,
        Side(x.sentence, x.start, x.end),
        Side(y.sentence, y.start, y.end),
        f"{x.low} in the left account, {y.low} in the right.",
    )
