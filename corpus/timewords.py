"""The time words of one language, compiled: where a text names a day, month, year or clock time.

Gives unresolved expressions; `corpus.timeline` turns them into days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from corpus.errors import LanguageError
from corpus.language import load

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in `text[start:end]`: its kind and what the words give, not yet resolved.

    Kinds: day, month, year, weekday, relative, span (n units ago, in or last), clock.
    """

    start: int
    end: int
    kind: str
    fields: Fields = field(default_factory=dict)


Reader = Callable[["re.Match[str]"], tuple[str, Fields] | None]

# Without word characters around it; a hyphen before it still lets "2019-valget" name its year.
_WHOLE = r"(?<![\w.,/:-]){}(?![\w]|[.,/:]\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DIGITS = "0"
"""Stands for all figures among the words that open an expression."""
_FIRST = re.compile(r"\w+")
_GROUP = re.compile(r"\(\?:([^()]*)\)(\?\s*)?")
_FIELD = re.compile(r"\{(\w+)\}")


def alternatives(entries: Sequence[str]) -> str:
    """Give a pattern for any of the entries, longest first; capitals in the data must be there."""
    parts = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    joined = "|".join(re.escape(part).replace(r"\ ", r"\s+") for part in parts)
    exact = any(part[:1].isupper() for part in parts)
    return f"(?-i:{joined})" if exact else f"(?:{joined})"


class TimeWords:
    """The compiled patterns of one language; `find` gives every expression, none overlapping."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._weekdays = _inverse(table.get("weekdays"))
        self._months = _inverse(table.get("months"))
        self._parts = _inverse(table.get("parts"))
        self._units = _inverse(table.get("units"))
        self._counts = _inverse(table.get("counts"))
        self._ordinals = _inverse(table.get("ordinals"))
        self._readers: list[tuple[re.Pattern[str], Reader]] = []
        self._opened_by: dict[str, list[int]] = {}
        self._add_digits()
        if self._months:
            self._add_months()
        if self._weekdays:
            self._add_weekdays()
        self._add_lists()
        if self._units:
            self._add_spans()

    def find(self, text: str) -> list[Expression]:
        """Give the expressions of a text in order; of two that overlap the longer one is kept."""
        found: list[Expression] = []
        ends = [0] * len(self._readers)
        opened_by, readers = self._opened_by, self._readers
        for word in _FIRST.finditer(text):
            form = word.group()
            opened = opened_by.get(form.lower() if form[0] > "9" else _DIGITS)
            if opened is None:
                continue
            start = word.start()
            for place in opened:
                pattern, reader = readers[place]
                if start >= ends[place] and (match := pattern.match(text, start)):
                    ends[place] = match.end()
                    read = reader(match)
                    if read is not None:
                        found.append(Expression(start, _end(match, read[0]), *read))
        found.sort(key=lambda e: (e.start, -e.end))
        return list(_longest(found))

    def _add(self, pattern: str, reader: Reader, *openings: str) -> None:
        """Add a pattern and the words that can open what it matches: it is tried at these alone."""
        place = len(self._readers)
        self._readers.append((re.compile(_WHOLE.format(f"(?:{pattern})"), re.IGNORECASE), reader))
        for word in sorted({_opening(opening) for opening in openings}):
            self._opened_by.setdefault(word, []).append(place)

    def _add_digits(self) -> None:
        self._add(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", self._day, _DIGITS)
        digits = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"
        self._add(digits, self._day, _DIGITS)
        after = self._table.get("year_after")
        if after:
            self._add(rf"{alternatives(after)}\s+(?P<year>{_YEAR})(?!\s*[%\d])", self._year, *after)
        self._add(rf"(?P<year>{_YEAR})(?=-\w)", self._year, _DIGITS)
        words = self._table.get("clock") or []
        clock = alternatives(words or ["\0"])
        hour, minute = r"(?P<hour>[01]?\d|2[0-3])", r"(?P<minute>[0-5]\d)"
        self._add(rf"(?:{clock}\s*)?{hour}:{minute}", self._clock, _DIGITS, *words)
        self._add(rf"{clock}\s*{hour}(?:\.{minute})?", self._clock, *words)
        self._add_meridiem(clock, words)

    def _add_meridiem(self, clock: str, words: Sequence[str]) -> None:
        meridiem = self._table.get("meridiem") or {}
        for half, forms in meridiem.items():
            name = f"(?P<{half}>{alternatives(forms)})"
            self._add(
                rf"(?:{clock}\s+)?(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?\s?{name}",
                self._clock,
                _DIGITS,
                *words,
            )

    def _add_months(self) -> None:
        month = rf"(?P<month>{alternatives(list(self._months))})\b\.?"
        week = ""
        if self._weekdays:
            week = rf"(?:(?P<weekday>{alternatives(list(self._weekdays))})(?:,|\s+den)?\s+)?"
        year = rf"(?:,?\s+(?P<year>{_YEAR}))?"
        day = r"(?:den\s+)?(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?"
        range_end = (
            r"(?:\s?(?:[-–—]|til|till|to|and|og|och)\s?(?P<day2>\d{1,2})(?:\.|st|nd|rd|th)?)?"
        )
        opened = (_DIGITS, "den", *self._weekdays)
        self._add(rf"{week}{day}{range_end}\s?(?:of\s+)?{month}{year}", self._day, *opened)
        months = tuple(self._months)
        if self._table.get("order") == "month-day":
            turned = rf"{week}{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{range_end}{year}"
            self._add(turned, self._day, *self._weekdays, *months)
        self._add(rf"{month}\s+(?P<year>{_YEAR})", self._month, *months)
        after = self._lone_month(alternatives(self._table.get("year_after") or ["\0"]))
        self._add(rf"(?<=\s)(?P<month>{alternatives(months)})", after, *months)

    def _lone_month(self, after: str) -> Reader:
        lead = re.compile(rf"(?<!\w){after}\s+$", re.IGNORECASE)

        def read(match: re.Match[str]) -> tuple[str, Fields] | None:
            before = match.string[max(0, match.start() - 24) : match.start()]
            return self._month(match) if lead.search(before) else None

        return read

    def _add_weekdays(self) -> None:
        day = rf"(?P<weekday>{alternatives(list(self._weekdays))})"
        part = rf"(?:\s+(?P<part>{alternatives(list(self._parts))}))?" if self._parts else ""
        leads = [name for name in ("past", "future", "night_before") if self._table.get(name)]
        lead = "".join(rf"(?:(?P<{name}>{alternatives(self._table[name])})\s+)?" for name in leads)
        opened = (word for name in leads for word in self._table[name])
        self._add(f"{lead}{day}{part}", self._weekday, *self._weekdays, *opened)

    def _add_lists(self) -> None:
        for section, key in (("relative", "name"), ("named_days", "name")):
            names = _inverse(self._table.get(section))
            if names:
                named = rf"(?P<{key}>{alternatives(list(names))})"
                self._add(named, _named(section, names), *names)

    def _add_spans(self) -> None:
        number = rf"(?P<n>\d{{1,3}}|{alternatives(list(self._counts))})"
        ordinal = rf"(?P<nth>{alternatives(list(self._ordinals))}|\d{{1,2}}\.)"
        unit = rf"(?P<unit>{alternatives(list(self._units))})"
        fields = {"n": self._counts, "nth": self._ordinals, "unit": self._units}
        for way in ("ago", "last", "in"):
            for shape in self._table.get(way) or []:
                pattern = shape.replace("{nth}", ordinal).replace("{n}", number)
                pattern = (
                    pattern.replace("{unit}", unit).replace(" ", r"\s+").replace(r"?\s+", r"?\s*")
                )
                self._add(pattern, self._span(way), *_shape_openings(shape, fields))

    def _day(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        given = match.groupdict()
        month = given["month"]
        number = int(month) if month.isdigit() else int(self._months[_key(month)])
        day, last = int(given["day"]), given.get("day2")
        if not 1 <= number <= 12 or not 1 <= day <= 31:
            return None
        weekday = given.get("weekday")
        return "day", {
            "month": number,
            "day": day,
            "last": int(last) if last and day < int(last) <= 31 else None,
            "year": _int(given.get("year")),
            "weekday": self._weekdays[_key(weekday)] if weekday else None,
        }

    def _month(self, match: re.Match[str]) -> tuple[str, Fields]:
        given = match.groupdict()
        month = int(self._months[_key(given["month"])])
        return "month", {"month": month, "year": _int(given.get("year"))}

    def _year(self, match: re.Match[str]) -> tuple[str, Fields]:
        return "year", {"year": int(match["year"])}

    def _clock(self, match: re.Match[str]) -> tuple[str, Fields]:
        given = match.groupdict()
        hour = int(given["hour"])
        if given.get("pm"):
            hour = hour % 12 + 12
        elif given.get("am"):
            hour %= 12
        return "clock", {"hour": hour, "minute": int(given.get("minute") or 0)}

    def _weekday(self, match: re.Match[str]) -> tuple[str, Fields]:
        given = match.groupdict()
        part = given.get("part")
        night = "night" if given.get("night_before") else None
        return "weekday", {
            "weekday": self._weekdays[_key(given["weekday"])],
            "part": self._parts[_key(part)] if part else night,
            "way": "past" if given.get("past") else "future" if given.get("future") else None,
        }

    def _span(self, way: str) -> Reader:
        def read(match: re.Match[str]) -> tuple[str, Fields] | None:
            given = match.groupdict()
            word, nth = given.get("n"), given.get("nth")
            count = 1
            if word:
                count = int(word) if word.isdigit() else int(self._counts[_key(word)])
            elif nth:
                digits = nth.rstrip(".")
                count = int(digits) if digits.isdigit() else int(self._ordinals[_key(nth)])
            return "span", {"way": way, "count": count, "unit": self._units[_key(given["unit"])]}

        return read


def _opening(entry: str) -> str:
    """Give the word that stands first in an entry, as it is looked up in a text."""
    first = _FIRST.match(entry)
    if first is None:
        raise LanguageError(f"dates: '{entry}' begins with no word; begin it with a letter.")
    return first.group().lower() if entry[0] > "9" else _DIGITS


def _shape_openings(shape: str, fields: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Give the entries that can stand first in a shape: "(?:the|in the)? ?last {n} {unit}"."""
    while group := _GROUP.match(shape):
        yield from group[1].split("|")
        if group[2] is None:
            return
        shape = shape[group.end() :].lstrip(" ?")
    if name := _FIELD.match(shape):
        yield from (*fields[name[1]], _DIGITS)
    else:
        yield shape


def _end(match: re.Match[str], kind: str) -> int:
    """Leave the full stop of the sentence out ("6. januar."); "p.m." keeps its own."""
    dotted = kind in ("day", "month") and match.group().endswith(".")
    return match.end() - dotted


def _named(section: str, names: Mapping[str, str]) -> Reader:
    def read(match: re.Match[str]) -> tuple[str, Fields]:
        name = names[_key(match["name"])]
        if section == "named_days":
            return "day", {"month": int(name[2:4]), "day": int(name[5:7])}
        return "relative", {"name": name}

    return read


def _longest(found: list[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in found:
        if expression.start >= end:
            end = expression.end
            yield expression


def _inverse(table: Mapping[str, Sequence[str]] | None) -> dict[str, str]:
    return {_key(form): name for name, forms in (table or {}).items() for form in forms} | {
        form: name for name, forms in (table or {}).items() for form in forms
    }


def _key(form: str) -> str:
    return " ".join(form.lower().split())


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


@lru_cache(maxsize=64)
def time_words(code: str) -> TimeWords:
    """Give the compiled time words of a language; without a table only digit dates are known."""
    return TimeWords(load(code).section("dates"))
