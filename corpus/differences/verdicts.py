"""The verdict of two intervals: equal agree, overlapping are compatible, disjoint differ."""

from __future__ import annotations

import math
from collections.abc import Mapping

from corpus.differences.date_verdicts import date_verdict as date_verdict
from corpus.model import Number, Verdict

DECADE = 10
"""Years of the widest estimate of one person's age ("i 40-årsalderen")."""
ROUNDING = 0.02
"""Largest relative distance of two values of which one may be the other one rounded."""
HEDGED = 0.05
"""Largest relative distance at which two hedged figures, or two of other units, are one."""
MEASURED = 0.08
"""Largest relative distance of two measures of which one is given with fewer digits."""
POINTS = {"%", "pp"}
"""Units of one figure that are mistaken for each other: 4 per cent is not 4 percentage points."""

# Units of one quantity: the base unit, and the size of the unit in it.
_SCALES: Mapping[str, tuple[str, float]] = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001),
    "mile": ("m", 1609.344), "ft": ("m", 0.3048), "kg": ("kg", 1.0), "g": ("kg", 0.001),
    "t": ("kg", 1000.0), "lb": ("kg", 0.45359237), "minute": ("day", 1 / 1440),
    "hour": ("day", 1 / 24), "day": ("day", 1.0), "week": ("day", 7.0),
}  # fmt: skip


def common_unit(x: Number, y: Number) -> tuple[float, float] | None:
    """Return the factors that bring two numbers to one unit; None for different quantities."""
    if x.unit == y.unit:
        return 1.0, 1.0
    left, right = _SCALES.get(x.unit or ""), _SCALES.get(y.unit or "")
    if left and right and left[0] == right[0]:
        return left[1], right[1]
    return None


def bounds(number: Number, factor: float = 1.0) -> tuple[float, float]:
    """Return both bounds as floats, an open end as infinity."""
    low = -math.inf if number.low is None else number.low * factor
    high = math.inf if number.high is None else number.high * factor
    return low, high


def number_verdict(x: Number, y: Number) -> Verdict | None:
    """Return the verdict of two numbers of one thing; None where units cannot be compared."""
    factors = common_unit(x, y)
    if factors is None:
        mistaken = {x.unit, y.unit} == POINTS and (x.low, x.high) == (y.low, y.high)
        return Verdict.DIFFER if mistaken else None
    if "score" in (x.kind, y.kind):
        return _score_verdict(x, y)
    if _is_age_span(x) and _is_age_span(y):
        return Verdict.AGREE if (x.low, x.high) == (y.low, y.high) else Verdict.DIFFER
    (low, high), (other_low, other_high) = bounds(x, factors[0]), bounds(y, factors[1])
    if (low, high) == (other_low, other_high):
        return Verdict.AGREE if x.about == y.about else Verdict.COMPATIBLE
    if factors[0] != factors[1] and _is_converted((low, high), (other_low, other_high)):
        return Verdict.COMPATIBLE
    if x.vague or y.vague:
        overlap = low <= other_high and other_low <= high
        return Verdict.COMPATIBLE if overlap else Verdict.DIFFER
    if _bounds_apart((low, high), (other_low, other_high)):
        return Verdict.DIFFER
    if factors == (1.0, 1.0) and _hedges_apart(x, y):
        return Verdict.DIFFER
    if low <= other_high and other_low <= high:
        return Verdict.COMPATIBLE
    if low == high and other_low == other_high:
        measures = x.kind == y.kind == "measure"
        if is_rounded(low, other_low) or (measures and _is_coarser(low, other_low)):
            return Verdict.COMPATIBLE
    return Verdict.DIFFER


def _is_converted(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether two measures are one, brought to another unit: "10 cm" and "102 mm"."""
    return all(
        x == y or abs(x - y) <= HEDGED * max(abs(x), abs(y))
        for x, y in zip(one, other, strict=True)
    )


def _score_verdict(x: Number, y: Number) -> Verdict | None:
    """Return the verdict of two results; "3-1" told from the other side is "1-3"."""
    if x.kind != y.kind:
        return None
    return Verdict.AGREE if {x.low, x.high} == {y.low, y.high} else Verdict.DIFFER


def _is_age_span(number: Number) -> bool:
    """Return whether an age runs from one year to another: "aged 15–74", not "in his 40s"."""
    low, high = number.low, number.high
    return number.kind == "age" and None not in (low, high) and (high or 0) - (low or 0) > DECADE


def _bounds_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether two bounds of one direction are different figures.

    "At least 14" and "at least 30" overlap, but that is no difference in precision.
    """
    for end, open_end in ((0, 1), (1, 0)):
        if math.isinf(one[open_end]) and math.isinf(other[open_end]):
            ends = one[end], other[end]
            return all(map(math.isfinite, ends)) and not is_rounded(*ends)
    return False


def _hedges_apart(x: Number, y: Number) -> bool:
    """Return whether two figures of which one is hedged differ for all their hedges.

    "About 450" and "about 405" do: neither is the other one rounded; "about 400" and "about 450"
    do not. "Nearly 130" allows 125, and 12 is more than "about 11".
    """
    if not (x.about and y.about) and not (_is_around(x) and _is_exact(y)):
        return _is_around(y) and _is_exact(x) and _hedges_apart(y, x)
    value, other = stated_value(x), stated_value(y)
    if value is None or other is None:
        return False
    digits = min(_significant(value), _significant(other))
    alike = round_to(value, digits) == round_to(other, digits)
    return not alike and abs(value - other) > HEDGED * max(abs(value), abs(other))


def _is_exact(number: Number) -> bool:
    return number.low is not None and number.low == number.high


def _is_around(number: Number) -> bool:
    """Return whether a number is hedged to both sides: "about 11", not "nearly 11"."""
    value = stated_value(number)
    return number.about and value is not None and number.low != value != number.high


def stated_value(number: Number) -> float | None:
    """Return the figure that a hedge stands before: of bounds and middle the roundest.

    "About 450" is 405 to 495 and states 450; "nearly 130" is 117 to 130 and states 130.
    """
    if number.low is None or number.high is None:
        return number.high if number.low is None else number.low
    return min(((number.low + number.high) / 2, number.high, number.low), key=_significant)


def _significant(value: float) -> int:
    """Return how many digits of a figure are stated: 2 of 4500, 3 of 4.51."""
    digits = f"{value:.6g}".lstrip("-").partition("e")[0].replace(".", "").strip("0")
    return max(len(digits), 1)


def round_to(value: float, digits: int) -> float:
    """Return a value rounded to so many significant digits."""
    return float(f"{value:.{digits}g}")


def _is_coarser(x: float, y: float) -> bool:
    """Return whether one of two measures is the other with fewer digits: "20" and "19" km/h."""
    digits = _significant(x), _significant(y)
    alike = round_to(x, min(digits)) == round_to(y, min(digits))
    return digits[0] != digits[1] and alike and abs(x - y) <= MEASURED * max(abs(x), abs(y))


def is_rounded(x: float, y: float) -> bool:
    """Return whether one of two values is the other one rounded ("3000" beside "2 950")."""
    large, small = max(abs(x), abs(y)), min(abs(x), abs(y))
    if large < 100 or large - small > ROUNDING * large:
        return False
    return any(value % 10 ** (int(math.log10(large)) - 1) == 0 for value in (x, y))
