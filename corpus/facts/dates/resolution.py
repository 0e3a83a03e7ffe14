"""Time expressions -> intervals of days, against an article's date as far as that goes.

An article dated to the day resolves weekdays and "yesterday"; one dated only to the month or not
at all leaves them named, unless the text itself fixes a weekday by its day number ("Wednesday 5
January").
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from corpus.facts.dates.clocks import clock_name
from corpus.facts.dates.expressions import Expression, Fields

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS_OF_UNIT = {"day": 1, "week": 7, "month": 30, "year": 365}


class Moment(NamedTuple):
    """A resolved expression: ISO bounds (None where open), a name for comparison, and its grain.

    `clock` holds the first and the last minute of the day that a clock time may mean; `half_open`
    tells that it may be of either half of the day ("half past three").
    """

    low: str | None
    high: str | None
    name: str
    grain: str
    clock: tuple[int, int] | None = None
    half_open: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of the time of writing: the day, or month or year, or a day near it."""

    day: date | None = None
    month: int | None = None
    year: int | None = None
    near: date | None = None


_NOWHEN = Anchor()


def anchor_of(written: str | None, expressions: Iterable[Expression]) -> Anchor:
    """Return the anchor from an ISO date ("2022", "2022-01", "2022-01-07" or None) and the text."""
    parts = [int(part) for part in (written or "").split("-") if part.isdigit()]
    try:
        day = date(*parts) if len(parts) == 3 else None
    except ValueError:
        day = None
    year = parts[0] if parts else None
    month = parts[1] if len(parts) > 1 else None
    anchor = Anchor(day, month, year, day)
    if day is not None:
        return anchor
    days = (_fixed_day(e.fields, anchor) for e in expressions if e.kind == "day")
    near = max(filter(None, days), default=None)
    return Anchor(None, month, year, near) if near else anchor


def resolve(expression: Expression, anchor: Anchor) -> Moment | None:
    """Return the moment of one expression; None for a day that does not exist (31 February)."""
    resolver, fields = _RESOLVERS[expression.kind], expression.fields
    try:
        moment = resolver(fields, anchor)
    except OverflowError:  # "yesterday" on the first day of the calendar
        moment = None if anchor == _NOWHEN else resolver(fields, _NOWHEN)
    if moment is None or (_in_calendar(moment.low) and _in_calendar(moment.high)):
        return moment
    return moment._replace(low=None, high=None)


def _in_calendar(iso: str | None) -> bool:
    """Return True for a day of the years 1 to 9999, which is all that ISO dates can name."""
    return iso is None or (len(iso) == 10 and "0001" <= iso[:4] <= "9999")


def _fixed_day(fields: Fields, anchor: Anchor) -> date | None:
    """Return the day that a weekday and a day number together fix, if the year is certain."""
    if not fields.get("weekday"):
        return None
    year = fields.get("year") or _year_of(fields["month"], anchor)
    day = _date(year, fields["month"], fields["day"]) if year else None
    return day if day and WEEKDAYS[day.weekday()] == fields["weekday"] else None


def _day(fields: Fields, anchor: Anchor) -> Moment | None:
    month, day = fields["month"], fields["day"]
    if day > calendar.monthrange(2000, month)[1]:
        return None
    name = f"--{month:02}-{day:02}"
    grain = "day"
    if fields.get("last"):
        name, grain = f"{name}/--{month:02}-{fields['last']:02}", "span"
    year = fields.get("year") or _year_of(month, anchor)
    first = _date(year, month, day) if year else None
    if first is None:
        return None if year else Moment(None, None, name, grain)
    last = _date(year, month, fields["last"]) if fields.get("last") else None
    return Moment(first.isoformat(), (last or first).isoformat(), name, grain)


def _month(fields: Fields, anchor: Anchor) -> Moment:
    month = fields["month"]
    year = fields.get("year") or _year_of(month, anchor)
    if not year:
        return Moment(None, None, f"--{month:02}", "month")
    last = calendar.monthrange(year, month)[1]
    return Moment(
        f"{year:04}-{month:02}-01",
        f"{year:04}-{month:02}-{last}",
        f"{year:04}-{month:02}",
        "month",
    )


def _year(fields: Fields, anchor: Anchor) -> Moment:
    year = fields["year"]
    return Moment(f"{year:04}-01-01", f"{year:04}-12-31", str(year), "year")


def _years(fields: Fields, anchor: Anchor) -> Moment:
    year, until = fields["year"], fields["until"]
    return Moment(f"{year:04}-01-01", f"{until:04}-12-31", f"{year}-{until}", "span")


def _decade(fields: Fields, anchor: Anchor) -> Moment:
    """Return ten years, or a hundred for "the 1800s"."""
    year = fields["year"]
    last = year + (9 if year % 100 or year == 2000 else 99)
    return Moment(f"{year:04}-01-01", f"{last:04}-12-31", f"{year}s", "period")


def _clock(fields: Fields, anchor: Anchor) -> Moment:
    """Return a clock time of no day; it is named by its minute, a span by both ends."""
    low, high, is_span = fields["low"], fields["high"], fields["span"]
    name = clock_name(low, high) if is_span else clock_name(fields["minute"], fields["minute"])
    grain = "minutes" if is_span else "minute"
    return Moment(None, None, name, grain, (low, high), fields["open"])


def _weekday(fields: Fields, anchor: Anchor) -> Moment:
    weekday, part, week = fields["weekday"], fields["part"], fields.get("week")
    name = f"{weekday} {part}" if part else weekday
    number = WEEKDAYS.index(weekday)
    day = _nearest(number, fields["way"], anchor)
    if week is not None and anchor.day is not None:
        day = anchor.day + timedelta(days=number - anchor.day.weekday() + 7 * week)
    elif week:
        day = None
    iso = day.isoformat() if day else None
    return Moment(iso, iso, name, "day")


def _relative(fields: Fields, anchor: Anchor) -> Moment:
    unit, *rest = fields["name"].split()
    if not rest:
        return Moment(None, None, unit, "period")
    shift, name = int(rest[0]), " ".join([unit, *rest])
    if unit == "year":
        if not anchor.year:
            return Moment(None, None, name, "year")
        return _year({"year": anchor.year + shift}, anchor)
    if unit == "month" and anchor.year and anchor.month:
        years, month = divmod(anchor.month - 1 + shift, 12)
        return _month({"month": month + 1, "year": anchor.year + years}, anchor)
    if unit == "weekend":  # the last one or the next: the words do not say
        return Moment(None, None, name, "period")
    if anchor.day is None or unit == "month":
        return Moment(None, None, name, unit)
    if unit == "week":
        monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=shift)
        return Moment(monday.isoformat(), (monday + timedelta(days=6)).isoformat(), name, "week")
    day = anchor.day + timedelta(days=shift)
    name = " ".join([WEEKDAYS[day.weekday()], *rest[1:]])
    return Moment(day.isoformat(), day.isoformat(), name, "day")


def _span(fields: Fields, anchor: Anchor) -> Moment:
    """Return the moment of "n units ago" (a year ago may be nearly two) or "the last n units"."""
    way, count, unit = fields["way"], fields["count"], fields["unit"]
    name, days = f"{way} {count} {unit}", DAYS_OF_UNIT.get(unit)
    grain = "period" if way == "last" else unit if unit in DAYS_OF_UNIT else "minute"
    if days is None or count * days > 150_000 or way == "before":
        return Moment(None, None, name, grain)
    if way == "ago" and unit == "year" and anchor.year:
        return Moment(
            f"{anchor.year - count - 1:04}-01-01", f"{anchor.year - count:04}-12-31", name, grain
        )
    if anchor.day is None:
        return Moment(None, None, name, grain)
    slack = 0 if unit == "day" else days - 1
    if way == "last":
        low, high = anchor.day - timedelta(days=count * days - 1), anchor.day
    elif way == "ago":
        high = anchor.day - timedelta(days=count * days)
        low = high - timedelta(days=slack)
    else:
        low = anchor.day + timedelta(days=count * days)
        high = low + timedelta(days=slack)
    return Moment(low.isoformat(), high.isoformat(), name, grain)


_RESOLVERS: dict[str, Callable[[Fields, Anchor], Moment | None]] = {
    "day": _day,
    "month": _month,
    "year": _year,
    "years": _years,
    "decade": _decade,
    "clock": _clock,
    "weekday": _weekday,
    "relative": _relative,
    "span": _span,
}


def _year_of(month: int, anchor: Anchor) -> int | None:
    """Return the year in which a month named without one lies nearest to the time of writing."""
    if anchor.year is None or anchor.month is None:
        return anchor.year
    gap = month - anchor.month
    return anchor.year + (1 if gap < -6 else -1 if gap > 6 else 0)


def _nearest(weekday: int, way: str | None, anchor: Anchor) -> date | None:
    """Return the day a weekday means: the last one up to the day of writing, or as `way` says."""
    if anchor.day is None:
        if anchor.near is None or way:
            return None
        gap = (weekday - anchor.near.weekday() + 3) % 7 - 3
        return anchor.near + timedelta(days=gap)
    back = (anchor.day.weekday() - weekday) % 7
    if way == "future":
        return anchor.day + timedelta(days=7 - back)
    if way == "past" and back == 0:
        back = 7
    return anchor.day - timedelta(days=back)


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None
