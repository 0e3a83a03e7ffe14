"""The time expressions of two linked sentences -> discrepancies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.differences.fact_matching import match_facts
from corpus.differences.reasons import date_reason
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.verdicts import date_verdict
from corpus.model import Attribution, Date, Discrepancy, DiscrepancyKind, Side, Verdict

_COST = {Verdict.AGREE: 0.0, Verdict.COMPATIBLE: 0.3, Verdict.DIFFER: 0.6}
AFTER_CUE = 10
"""Characters between a cue and the time of saying: "confirmed late on Monday"."""


def date_differences(pair: LinkedPair) -> Iterator[Discrepancy]:
    """Yield the discrepancies of the dates of a linked pair.

    The day on which something was said is set against another such day only, not against the day
    on which it happened.
    """
    said = [
        {date for date in dates if _is_of_saying(date, credits)}
        for dates, credits in zip(pair.dates, pair.credits, strict=True)
    ]

    def cost(x: Date, y: Date) -> float | None:
        verdict = date_verdict(x, y) if (x in said[0]) == (y in said[1]) else None
        return None if verdict is None else _COST[verdict]

    for x, y in match_facts(*pair.dates, cost):
        verdict = date_verdict(x, y)
        if verdict is not None:
            sides = Side(pair.link.a, x.start, x.end), Side(pair.link.b, y.start, y.end)
            reason = date_reason(*pair.articles, x, y, verdict)
            yield Discrepancy(DiscrepancyKind.DATE, verdict, *sides, reason)


def _is_of_saying(date: Date, credits: Sequence[Attribution]) -> bool:
    """Return whether a date stands with a cue and outside what is said: "said on Monday"."""
    for credit in credits:
        cue, content = credit.cue_span, credit.content_span
        if cue is None or (content is not None and content.overlaps(date.span)):
            continue
        if credit.start <= date.start <= max(credit.end, cue.end) + AFTER_CUE:
            return True
    return False
