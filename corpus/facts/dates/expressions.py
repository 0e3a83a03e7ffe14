"""The time words of one language, compiled: where a text names a day, month, year or clock time.

Gives unresolved expressions; `corpus.facts.dates.resolution` turns them into days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from corpus.facts.dates.clocks import ClockPatterns
from corpus.facts.dates.forms import alternatives, inverse, key
from corpus.facts.dates.pattern_index import DIGITS, Openings, shape_openings
from corpus.facts.dates.spelled import SpelledNumbers
from corpus.facts.dates.years import Years, YearWords
from corpus.languages.tables import load

Fields = dict[str, Any]


class Expression(NamedTuple):
    """A time expression in `text[start:end]`: its kind and what the words give, not yet resolved.

    Kinds: day, month, year, years (a range), decade, weekday, relative, span (n units ago, in or
    last, or before something else), clock.
    """

    start: int
    end: int
    kind: str
    fields: Fields


Reader = Callable[["re.Match[str]"], tuple[str, Fields] | None]

# Without word characters around it; a hyphen before it still lets "2019-valget" name its year.
_WHOLE = r"(?<![\w.,/:-]){}(?![\w]|[.,/:]\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DOTTED = ("day", "month")  # their words may end with a full stop
_OF_WEEKDAY = ("weekday", "part", "past", "future", "future_bare", "night_before")
_RANGE_LINKS = ("til", "till", "to", "and", "og", "och")


class TimeWords:
    """The compiled patterns of one language; `find` gives every expression, none overlapping."""

    def __init__(
        self,
        table: Mapping[str, Any],
        years: Years | None = None,
        spelled: SpelledNumbers | None = None,
    ) -> None:
        self._table = table
        self._spelled = spelled or SpelledNumbers({})
        self._years = YearWords(table, years or Years({}), self._spelled)
        self._weekdays = inverse(table.get("weekdays"))
        self._bare = {key(forms[0]) for forms in (table.get("weekdays") or {}).values()}
        self._months = inverse(table.get("months"))
        named = set(table.get("capital") or ())  # "May", but "january" too
        self._month_forms = [form for form in self._months if form not in named]
        self._parts = inverse(table.get("parts"))
        self._units = inverse(table.get("units"))
        self._counts = inverse(table.get("counts"))
        self._ordinals = inverse(table.get("ordinals"))
        links = alternatives(table.get("weekday_links") or ["\0"])
        self._between = re.compile(rf",?\s+(?:{links}\s+)?", re.IGNORECASE)
        self._readers: list[tuple[str, Reader]] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._openings = Openings(always=self._may_be_year)
        self._add_digits()
        self._add_slashes()
        self._add_compact()
        self._add_names()
        if self._months:
            self._add_months()
        if self._weekdays:
            self._add_weekdays()
        self._add_lists()
        if self._units:
            self._add_spans()

    def find(self, text: str) -> list[Expression]:
        """Return the expressions of a text in order; of two that overlap the longer one is kept."""
        years, expressions = [], []
        year_end, ends = 0, [0] * len(self._readers)
        for start, dated, opened in self._openings.find(text):
            if dated and start >= year_end and (year := self._years.find(text, start)):
                year_end, named = year
                if named:
                    years.append(Expression(*named))
            for position in opened:
                if start < ends[position]:
                    continue
                if match := self._pattern(position).match(text, start):
                    ends[position] = end = match.end()
                    read = self._readers[position][1](match)
                    if read is not None:
                        kind, fields = read
                        begin = fields.pop("start", start)
                        # The full stop of a sentence is left out ("6. januar."); "p.m." keeps its.
                        end -= kind in _DOTTED and text[end - 1] == "."
                        expressions.append(Expression(begin, end, kind, fields))
        expressions = years + expressions
        expressions.sort(key=lambda e: (e.start, -e.end))
        timed = (e for e in _longest(expressions) if e.kind != "name")
        return list(self._joined(text, timed))

    def _pattern(self, position: int) -> re.Pattern[str]:
        """Return a pattern, compiled when it is first tried: most texts try few of them."""
        compiled = self._compiled.get(position)
        if compiled is None:
            compiled = re.compile(self._readers[position][0], re.IGNORECASE)
            self._compiled[position] = compiled
        return compiled

    def _joined(self, text: str, expressions: Iterator[Expression]) -> Iterator[Expression]:
        """Yield expressions, weekdays joined with their week or day: "Friday of last week"."""
        held: Expression | None = None
        for expression in expressions:
            if held and self._between.fullmatch(text, held.end, expression.start):
                both = _together(held, expression)
                if both:
                    held = both
                    continue
            if held:
                yield held
            held = expression if expression.kind == "weekday" else None
            if not held:
                yield expression
        if held:
            yield held

    def _add(
        self,
        pattern: str,
        reader: Reader,
        *openings: str,
        follows: Iterable[str] = (),
        whole: str = _WHOLE,
    ) -> int:
        """Return the index of a new pattern, tried at `openings` before one of `follows`."""
        position = len(self._readers)
        self._readers.append((whole.format(f"(?:{pattern})"), reader))
        self._openings.add(position, openings, follows)
        return position

    def _may_be_year(self, word: str) -> bool:
        if word[0] <= "9":
            return word[0] in "12" and len(word) > 3
        return bool(self._spelled.centuries) and word.lower().startswith(self._spelled.centuries)

    def _add_digits(self) -> None:
        self._add(
            r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", self._day, DIGITS, follows=[DIGITS]
        )
        dotted = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"
        self._add(dotted, self._day, DIGITS, follows=[DIGITS])
        for pattern, reader, openings, follows in ClockPatterns(self._table).all():
            self._add(pattern, reader, *openings, follows=follows)

    def _add_compact(self) -> None:
        """Add "201226" before the words that may follow a date, where a language writes so."""
        follows = self._table.get("compact_before")
        if follows:
            pattern = r"(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
            end = rf"(?=\s+{alternatives(follows)}\b|\s*[.,;)]|\s*$)"
            self._add(pattern + end, self._day, DIGITS)

    def _add_names(self) -> None:
        """Add names that hold a weekday and are no time: "the Sunday Times"."""
        names = self._table.get("names")
        if names:
            self._add(alternatives(names), lambda _: ("name", {}), *names)

    def _add_slashes(self) -> None:
        """Add "12/3-2021" in the language's order, and "den 12/3", "fredag 12/3" without a year."""
        first, second = ("day", "month")
        if self._table.get("order") == "month-day":
            first, second = second, first
        leads = alternatives([*self._weekdays, "den"]) if first == "day" else "(?!)"
        lead = re.compile(rf"(?<!\w){leads}(?:,|\s+den)?\s+$", re.IGNORECASE)

        def read(match: re.Match[str]) -> tuple[str, Fields] | None:
            before = match.string[max(0, match.start() - 24) : match.start()]
            top, bottom = int(match[first]), int(match[second])
            no_share = first == "day" and _no_share(top, bottom)
            return self._day(match) if match["year"] or lead.search(before) or no_share else None

        date = rf"(?P<{first}>\d{{1,2}})/(?P<{second}>\d{{1,2}})"
        self._add(rf"{date}(?:[/ -](?P<year>\d{{4}}))?", read, DIGITS, follows=[DIGITS])

    def _add_months(self) -> None:
        month = rf"(?P<month>{alternatives(self._month_forms)})\b\.?"
        week = ""
        if self._weekdays:
            week = rf"(?:(?P<weekday>{alternatives(list(self._weekdays))})(?:,|\s+den)?\s+)?"
        year = rf"(?:,?\s+(?P<year>{_YEAR}))?"
        mark = r"(?:\.|st|nd|rd|th|:[ea])?"
        spelled = alternatives([*self._spelled.days] or ["\0"])
        day = rf"(?:den\s+)?(?P<day>\d{{1,2}}{mark}|{spelled})"
        range_end = rf"(?:\s?(?:[-–—]|til|till|to|and|og|och)\s?(?P<day2>\d{{1,2}}){mark})?"
        months = self._month_forms
        opened = (DIGITS, "den", *self._weekdays, *self._spelled.days)
        follows = (DIGITS, "den", *_RANGE_LINKS, "of", "a", "e", *months, *self._spelled.days)
        full = rf"{week}{day}{range_end}\s?(?:of\s+)?{month}{year}"
        self._add(full, self._day, *opened, follows=follows)
        if self._table.get("order") == "month-day":
            turned = (
                rf"{week}{month}\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{spelled}){range_end}{year}"
            )
            self._add(turned, self._day, *self._weekdays, *months, follows=follows)
        self._add(rf"{month}\s+(?P<year>{_YEAR})", self._month, *months, follows=[DIGITS])
        after = alternatives(self._table.get("year_after") or ["\0"])
        lone, whole = rf"(?P<month>{alternatives(months)})", r"(?<=[\s-]){}(?!\w|[.,/:]\d)"
        self._add(lone, self._after_lead(after), *months, whole=whole)

    def _after_lead(self, lead: str) -> Reader:
        """Return a reader of a month that is one only after the words of `lead`."""
        leads = re.compile(rf"(?<!\w){lead}[\s-]+$", re.IGNORECASE)

        def read(match: re.Match[str]) -> tuple[str, Fields] | None:
            before = match.string[max(0, match.start() - 40) : match.start()]
            return self._month(match) if leads.search(before) else None

        return read

    def _add_weekdays(self) -> None:
        day = rf"(?P<weekday>{alternatives(list(self._weekdays))})"
        part = rf"(?:\s+(?P<part>{alternatives(list(self._parts) or [chr(0)])}))?"
        bare = rf"(?={alternatives(list(self._bare))}\b)" if self._bare else ""
        leads = {"past": "", "future": "", "future_bare": bare, "night_before": ""}
        lead = "".join(
            rf"(?:(?P<{name}>{alternatives(self._table.get(name) or [chr(0)])})\s+{follows})?"
            for name, follows in leads.items()
        )
        position = self._add(f"{lead}{day}{part}", self._weekday, *self._weekdays)
        opened = [word for name in leads for word in self._table.get(name) or ()]
        self._openings.add(position, opened, [*self._weekdays, *opened])

    def _add_lists(self) -> None:
        for section, group in (("relative", "name"), ("named_days", "name")):
            names = inverse(self._table.get(section))
            if names:
                named = rf"(?P<{group}>{alternatives(list(names))})"
                self._add(named, _named(section, names), *names)

    def _add_spans(self) -> None:
        number = rf"(?P<n>\d{{1,3}}|{alternatives(list(self._counts))})"
        ordinal = rf"(?P<nth>{alternatives(list(self._ordinals))}|\d{{1,2}}\.)"
        unit = rf"(?P<unit>{alternatives(list(self._units))})"
        fields = {
            "n": [*self._counts, DIGITS],
            "nth": [*self._ordinals, DIGITS],
            "unit": self._units,
        }
        tails: dict[str, str] = {}
        for way in ("ago", "last", "in", "before"):
            for shape in self._table.get(way) or []:
                tail = shape.removeprefix("{n} {unit} ")
                if tail != shape and "(" not in tail:
                    tails[key(tail)] = way
                    continue
                pattern = shape.replace("{nth}", ordinal).replace("{n}", number)
                pattern = (
                    pattern.replace("{unit}", unit).replace(" ", r"\s+").replace(r"?\s+", r"?\s*")
                )
                position = self._add(pattern, self._span(way))
                for first, second in shape_openings(shape, fields):
                    self._openings.add(position, first, second)
        tail = rf"(?P<tail>{alternatives(list(tails) or [chr(0)])})"
        opened, pattern = (DIGITS, *self._counts), rf"{number}\s+{unit}\s+{tail}"
        self._add(pattern, self._tailed(tails), *opened, follows=self._units)

    def _tailed(self, tails: Mapping[str, str]) -> Reader:
        """Return one reader for "two days ago", "two days earlier" and their like."""
        return lambda match: self._span(tails[key(match["tail"])])(match)

    def _day(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        groups = match.groupdict()
        month = groups["month"]
        number = int(month) if month.isdigit() else int(self._months[key(month)])
        day, last = self._day_number(groups["day"]), groups.get("day2")
        if number > 12 and month.isdigit() and "/" in match.group():
            number, day = day, number  # 31/12 where the month goes first
        if not 1 <= number <= 12 or not 1 <= day <= 31:
            return None
        weekday = groups.get("weekday")
        return "day", {
            "month": number,
            "day": day,
            "last": int(last) if last and day < int(last) <= 31 else None,
            "year": _year(groups.get("year")),
            "weekday": self._weekdays[key(weekday)] if weekday else None,
        }

    def _day_number(self, written: str) -> int:
        """Return the day of "24", "24th" and "twenty-fourth"."""
        digits = re.match(r"\d+", written)
        return int(digits[0]) if digits else self._spelled.days[key(written)]

    def _month(self, match: re.Match[str]) -> tuple[str, Fields]:
        groups = match.groupdict()
        month = int(self._months[key(groups["month"])])
        return "month", {"month": month, "year": _int(groups.get("year"))}

    def _weekday(self, match: re.Match[str]) -> tuple[str, Fields]:
        weekday, part, past, future, future_bare, night_before = match.group(*_OF_WEEKDAY)
        night = "night" if night_before else None
        return "weekday", {
            "weekday": self._weekdays[key(weekday)],
            "part": self._parts[key(part)] if part else night,
            "way": "past" if past else "future" if future or future_bare else None,
        }

    def _span(self, way: str) -> Reader:
        def read(match: re.Match[str]) -> tuple[str, Fields] | None:
            groups = match.groupdict()
            word, nth = groups.get("n"), groups.get("nth")
            count = 1
            if word:
                count = int(word) if word.isdigit() else int(self._counts[key(word)])
            elif nth:
                digits = nth.rstrip(".")
                count = int(digits) if digits.isdigit() else int(self._ordinals[key(nth)])
            return "span", {"way": way, "count": count, "unit": self._units[key(groups["unit"])]}

        return read


def _no_share(top: int, bottom: int) -> bool:
    """Return whether "15/2" is a day, and not a share or "24/7"."""
    return top > bottom and bottom <= 12 and (top, bottom) != (24, 7)


def _named(section: str, names: Mapping[str, str]) -> Reader:
    def read(match: re.Match[str]) -> tuple[str, Fields]:
        name = names[key(match["name"])]
        if section == "named_days":
            return "day", {"month": int(name[2:4]), "day": int(name[5:7])}
        return "relative", {"name": name}

    return read


def _longest(expressions: list[Expression]) -> Iterator[Expression]:
    end = -1
    for expression in expressions:
        if expression.start >= end:
            end = expression.end
            yield expression


def _together(weekday: Expression, other: Expression) -> Expression | None:
    fields = other.fields
    if other.kind == "day" and "weekday" in fields and fields["weekday"] is None:
        named = {**fields, "weekday": weekday.fields["weekday"]}
        return Expression(weekday.start, other.end, "day", named)
    if other.kind != "relative" or not fields["name"].startswith("week "):
        return None
    week = {**weekday.fields, "week": int(fields["name"].split()[1])}
    return Expression(weekday.start, other.end, "weekday", week)


def _year(digits: str | None) -> int | None:
    """Return the year of "2020" and "20"; two digits beyond 50 are of the last century."""
    if digits is None or len(digits) > 2:
        return _int(digits)
    return int(digits) + (1900 if int(digits) > 50 else 2000)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


@lru_cache(maxsize=64)
def time_words(code: str) -> TimeWords:
    """Return the compiled time words of a language; without a table only digit dates are known."""
    language = load(code)
    numbers = language.section("numbers")
    years = Years(numbers, language.section("stopwords") or ())
    return TimeWords(language.section("dates"), years, SpelledNumbers(numbers))
