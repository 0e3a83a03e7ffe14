"""The verdict of two time expressions: of days, spans, months and clock times."""

from __future__ import annotations

from datetime import date as day

from corpus.model import Date, Verdict

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY = 1440
"""Minutes of a day."""
ROUNDED_HOUR = 5
"""Minutes by which a time may miss a full hour that another text gives."""


def date_verdict(x: Date, y: Date) -> Verdict | None:
    """Return the verdict of two time expressions; None where they cannot mean one event."""
    if x.clock or y.clock:
        return _clock_verdict(x, y)
    if "span" in (x.grain, y.grain):
        return _span_verdict(x, y)
    if x.low and x.high and y.low and y.high and x.grain == y.grain:
        if (x.low, x.high) == (y.low, y.high):
            return Verdict.AGREE if _part(x) == _part(y) else Verdict.COMPATIBLE
        return _overlap(x, y) or Verdict.DIFFER
    if x.low and y.low and x.grain != y.grain and (nested := _overlap(x, y)):
        return nested
    ends = _calendar_ends(x), _calendar_ends(y)
    if x.low and y.low:  # a day, its month and its year allow each other
        return _overlap(x, y) or (Verdict.DIFFER if ends[0] and ends[1] else None)
    if ends[0] and ends[1]:
        return _calendar_verdict(ends[0][0], ends[1][0])
    return _named_verdict(x, y)


def _named_verdict(x: Date, y: Date) -> Verdict | None:
    """Return the verdict of two weekdays or periods that no day is known of."""
    left, right = weekday(x), weekday(y)
    if left and right:
        if left != right:
            return Verdict.DIFFER
        return Verdict.AGREE if _part(x) == _part(y) else Verdict.COMPATIBLE
    if x.name == y.name:
        return Verdict.AGREE
    if "now" in (x.name, y.name):
        return None
    return Verdict.COMPATIBLE if {x.grain, y.grain} <= {"day", "period", "week"} else None


def _overlap(x: Date, y: Date) -> Verdict | None:
    if not (x.low and x.high and y.low and y.high):
        return None
    return Verdict.COMPATIBLE if x.low <= y.high and y.low <= x.high else None


def _calendar_verdict(left: str, right: str) -> Verdict:
    """Return the verdict of days ("12-24") and months ("12") without a year."""
    if left == right:
        return Verdict.AGREE
    inside = left.startswith(right) or right.startswith(left)
    return Verdict.COMPATIBLE if inside else Verdict.DIFFER


def _calendar_ends(date: Date) -> tuple[str, str] | None:
    """Return month and day of both ends ("05-03", "05-10"), or the month; None if unknown."""
    if date.name.startswith("--"):
        first, _, last = date.name.partition("/")
        return first[2:], (last or first)[2:]
    if date.grain == "month" and date.low:
        return date.low[5:7], date.low[5:7]
    if date.grain == "day" and date.low and date.high:
        return date.low[5:], date.high[5:]
    return None


def _span_verdict(x: Date, y: Date) -> Verdict | None:
    """Return the verdict of a span: both ends count against another span."""
    if x.grain == y.grain and x.low and y.low:
        return Verdict.AGREE if (x.low, x.high) == (y.low, y.high) else Verdict.DIFFER
    left, right = _calendar_ends(x), _calendar_ends(y)
    if x.grain == y.grain and left and right:
        return Verdict.AGREE if left == right else Verdict.DIFFER
    if left and right and not (x.low and y.low):
        inside = left[0] <= right[1] and right[0] <= left[1]
        return Verdict.COMPATIBLE if inside else None
    return _overlap(x, y)


def _clock_verdict(x: Date, y: Date) -> Verdict | None:
    """Return the verdict of two clock times, by their precision; None for a time and a day.

    "Around three" allows 3.15; a time of either half of the day allows the other half.
    """
    if x.clock is None or y.clock is None:
        return None
    shifts = (-DAY // 2, 0, DAY // 2) if x.half_open or y.half_open else (0,)
    others = [(y.clock[0] + shift, y.clock[1] + shift) for shift in shifts]
    exact = x.half_open == y.half_open
    if x.clock in others and x.grain == y.grain:
        return Verdict.AGREE if exact else Verdict.COMPATIBLE
    if x.grain == y.grain == "minutes":
        return Verdict.DIFFER
    return Verdict.COMPATIBLE if any(_near(x.clock, o) for o in others) else Verdict.DIFFER


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two intervals of minutes meet, or miss by little at a full hour."""
    for turn in (-DAY, 0, DAY):
        low, high = other[0] + turn, other[1] + turn
        full = any(first == last and first % 60 == 0 for first, last in (one, (low, high)))
        slack = ROUNDED_HOUR if full else 0
        if one[0] <= high + slack and low <= one[1] + slack:
            return True
    return False


def weekday(date: Date) -> str | None:
    """Return the weekday that a time expression names or falls on."""
    first = date.name.split(" ")[0]
    if first in WEEKDAYS:
        return first
    if date.grain == "day" and date.low and date.low == date.high:
        return WEEKDAYS[day.fromisoformat(date.low).weekday()]
    return None


def _part(date: Date) -> str:
    return date.name.partition(" ")[2] if weekday(date) else ""
