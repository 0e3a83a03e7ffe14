"""The time expressions of two linked sentences -> discrepancies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.differences.date_verdicts import date_verdict, weekday
from corpus.differences.fact_matching import match_facts
from corpus.differences.reasons import date_reason
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.model import Attribution, Date, Discrepancy, DiscrepancyKind, Side, Verdict

_COST = {Verdict.AGREE: 0.0, Verdict.COMPATIBLE: 0.3, Verdict.DIFFER: 0.6}
SHARED, MOSTLY_SHARED = 0.4, 0.7
"""Shares of matched words at which unequal dates in one place, and in any, are of one event."""
NEAR = 14
"""Days between a weekday and a day of the calendar that may be of one happening."""
AFTER_CUE = 10
"""Characters between a cue and the time of saying: "confirmed late on Monday"."""


def date_differences(pair: LinkedPair) -> Iterator[Discrepancy]:
    """Yield the discrepancies of the dates of a linked pair.

    The day on which something was said is set against another such day only, not against the day
    on which it happened.
    """
    said = [
        {day for day in dates if _is_of_saying(day, credits)}
        for dates, credits in zip(pair.dates, pair.credits, strict=True)
    ]

    def cost(x: Date, y: Date) -> float | None:
        verdict = date_verdict(x, y) if (x in said[0]) == (y in said[1]) else None
        return None if verdict is None else _COST[verdict]

    for x, y in match_facts(*pair.dates, cost):
        verdict = date_verdict(x, y)
        if verdict is not None and (verdict is not Verdict.DIFFER or _of_one_event(pair, x, y)):
            sides = Side(pair.link.a, x.start, x.end), Side(pair.link.b, y.start, y.end)
            reason = date_reason(*pair.articles, x, y, verdict)
            yield Discrepancy(DiscrepancyKind.DATE, verdict, *sides, reason)


def _of_one_event(pair: LinkedPair, x: Date, y: Date) -> bool:
    """Return whether two unequal dates are of one happening: in one place of like sentences.

    One weekday of two weeks is the same day, told before and after it.
    """
    if weekday(x) and x.name == y.name:
        return False
    words, alike = pair.words, (x.name.startswith("--") == y.name.startswith("--"))
    if not alike and not _are_near(x, y):
        return False
    if words.shared >= MOSTLY_SHARED and alike:
        return True
    alone = len(pair.dates[0]) == len(pair.dates[1]) == 1
    return words.shared >= SHARED and (alone or words.in_one_place(x.span, y.span))


def _are_near(x: Date, y: Date) -> bool:
    """Return whether a weekday and a day of the calendar are days of the same weeks."""
    if not (x.low and y.low):
        return False
    days = [date.fromisoformat(found.low[:10]) for found in (x, y) if found.low]
    return abs((days[0] - days[1]).days) <= NEAR


def _is_of_saying(day: Date, credits: Sequence[Attribution]) -> bool:
    """Return whether a date stands with a cue and outside what is said: "said on Monday"."""
    for credit in credits:
        cue, content = credit.cue_span, credit.content_span
        if cue is None or (content is not None and content.overlaps(day.span)):
            continue
        if credit.start <= day.start <= max(credit.end, cue.end) + AFTER_CUE:
            return True
    return False
