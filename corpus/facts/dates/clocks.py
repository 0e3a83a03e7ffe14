"""Clock times of one language, as minutes of the day: "kl. 14.05", "half past three"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from corpus.facts.dates.forms import alternatives, inverse, key
from corpus.facts.dates.pattern_index import DIGITS

DAY = 1440
"""Minutes of a day."""
_SHORTLY = 15
"""Minutes that "just before" and "around 14.30" allow."""
_ABOUT_HOUR = 30
"""Minutes that "around 14" allows on either side."""
_REACH = 48
"""Characters before and after a clock time that are searched for words that qualify it."""
_HOUR, _MINUTE = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
_UNTIL = r"(?P<hour2>[01]?\d|2[0-4])(?:[.:](?P<minute2>[0-5]\d))?"
_DASH = r"\s?[-–—]\s?"
_MODES = ("shortly_before", "shortly_after", "about", "before", "after")

Fields = dict[str, Any]
Reader = Callable[["re.Match[str]"], tuple[str, Fields] | None]


class ClockPatterns:
    """The patterns of one language for clock times; `all` yields each with what can open it."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        words: Mapping[str, Any] = table.get("clock_words") or {}
        self._words = words
        self._leads: list[str] = list(table.get("clock") or ())
        self._then: list[str] = list(table.get("clock_then") or ())
        self._hours = inverse(words.get("hours"))
        self._minutes = inverse(words.get("minutes"))
        self._names = inverse(words.get("names"))
        self._parts = inverse(table.get("parts"))
        self._meridiem: Mapping[str, list[str]] = table.get("meridiem") or {}
        days = [*inverse(table.get("weekdays")), *self._parts]
        relative: Mapping[str, list[str]] = table.get("relative") or {}
        days += [form for name, forms in relative.items() for form in forms if name[:4] == "day "]
        self._days = alternatives(days or ["\0"])
        self._lead = alternatives(self._leads or ["\0"])
        modes = "|".join(f"(?P<{m}>{self._any(m)})" for m in _MODES)
        self._mode = re.compile(rf"(?<![\w-])(?:{modes})\s+$", re.IGNORECASE)
        part = rf"(?P<part>{alternatives(list(self._parts) or [chr(0)])})"
        day = alternatives(list(inverse(table.get("weekdays"))) or ["\0"])
        links = self._any("part_links")
        self._after = re.compile(rf"\s+(?:{day}\s+)?(?:{links}\s+)?{part}(?!\w)", re.IGNORECASE)
        self._before = re.compile(rf"(?<!\w){part}\s+$", re.IGNORECASE)
        self._between = re.compile(rf"(?<!\w){self._any('between')}\s+$", re.IGNORECASE)

    def all(self) -> Iterator[tuple[str, Reader, list[str], list[str]]]:
        """Yield pattern, reader, the words that can open it and those that can follow these."""
        leads, digits = self._leads, [DIGITS]
        yield rf"(?:{self._lead}\s*)?{_HOUR}:{_MINUTE}", self._point, digits + leads, digits
        end = rf"(?=\s+{alternatives(self._then)}\b|[,;!?)]|\.?\s*$)" if self._then else ""
        minute = rf"(?:[.:,]{_MINUTE})?"
        lead = rf"{self._lead}(?:\s+{self._any('is')})?"
        follows = [*digits, *self._words.get("is", ())]
        yield rf"{lead}\s*{_HOUR}{minute}{end}", self._point, leads, follows
        together = r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        marks = self._words.get("hours_mark") or ()
        if marks:
            mark = self._any("hours_mark")
            yield rf"{self._lead}\s+{together}\s+{mark}", self._point, leads, digits
        if not self._then:
            yield rf"{self._lead}\s*{together}", self._point, leads, digits
        links = self._any("part_links")
        day = rf"(?=,?\s+(?:{links}\s+)?{self._days}\b)"
        yield rf"{_HOUR}\.{_MINUTE}{day}", self._point, digits, digits
        if self._words.get("dotted"):
            close = rf"(?=\s*[.,;!?)]?\s*$|[.,;]\s|\s+{self._any('dotted')}\b)"
            bare = r"(?P<hour>[01]\d|2[0-3])\.(?P<minute>1[3-9]|[2-5]\d)"
            yield bare + close, self._point, digits, digits
        yield from self._ranges()
        yield from self._tails()
        yield from self._meridiems()
        if self._hours:
            yield from self._in_words(end)

    def _ranges(self) -> Iterator[tuple[str, Reader, list[str], list[str]]]:
        until, leads = self._any("until"), self._leads
        link = rf"(?:{_DASH}|\s+(?P<link>{until})\s+)(?:{self._lead}\s*)?"
        if not self._then:
            first = rf"{self._lead}\s*{_HOUR}(?:[.:]{_MINUTE})?"
            yield rf"{first}{link}{_UNTIL}", self._range, leads, [DIGITS]
            until = r"(?P<hour2>[01]?\d|2[0-4])\.(?P<minute2>[0-5]\d)"
            dotted = rf"{_HOUR}\.{_MINUTE}{link}{until}"
            yield dotted, self._dotted_range, [DIGITS], [DIGITS]
        yield rf"{_HOUR}:{_MINUTE}{link}{_UNTIL}", self._range, [DIGITS], [DIGITS]
        for half, forms in self._meridiem.items():
            first = rf"{_HOUR}(?:[:.]{_MINUTE})?\s?(?P<first>{self._halves()})?"
            second = rf"{link}{_UNTIL}\s?(?P<{half}>{alternatives(forms)})"
            follows = [DIGITS, *self._words.get("until", ()), *self._meridiem_words()]
            yield first + second, self._range, [DIGITS], follows

    def _tails(self) -> Iterator[tuple[str, Reader, list[str], list[str]]]:
        """Yield "15.30-tiden", "tretiden"."""
        tails = list(self._words.get("tails") or ())
        if not tails:
            return
        tail = rf"(?P<tail>{alternatives(tails)})"
        yield rf"{_HOUR}(?:\.{_MINUTE})?\s?-?{tail}", self._point, [DIGITS], [DIGITS, *tails]
        joined = [hour + tail for hour in self._hours for tail in tails]
        word = rf"(?P<word>{alternatives(list(self._hours))})-?{tail}"
        yield word, self._point, [*joined, *self._hours], []

    def _meridiems(self) -> Iterator[tuple[str, Reader, list[str], list[str]]]:
        lead = rf"(?:{self._lead}\s+)?"
        hour = r"(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?"
        word = rf"(?P<word>{alternatives(list(self._hours) or [chr(0)])})"
        for half, forms in self._meridiem.items():
            name = rf"\s?(?P<{half}>{alternatives(forms)})"
            opened = [DIGITS, *self._leads]
            yield f"{lead}{hour}{name}", self._point, opened, [DIGITS, *forms]
            yield f"{lead}{word}{name}", self._point, [*self._leads, *self._hours], []

    def _in_words(self, end: str) -> Iterator[tuple[str, Reader, list[str], list[str]]]:
        leads, hours = self._leads, list(self._hours)
        lead, word = rf"(?:{self._lead}\s*)?", rf"(?P<word>{alternatives(hours)})"
        count = rf"(?P<count>\d{{1,2}}|{alternatives([*self._minutes] or [chr(0)])})"
        past = rf"(?:(?P<past>{self._any('past')})|(?P<to>{self._any('to')}))"
        minutes = rf"{count}\s+(?:(?P<unit>{self._any('minute')})\s+)?{past}\s+"
        opened = [*leads, *self._minutes, DIGITS]
        tail = rf"(?:\s?-?(?P<tail>{self._any('tails')}))?"
        half = rf"(?P<half>{self._any('half')})\s?{word}{tail}"
        guard = rf"(?!\s+{self._any('not_after')})"
        halves = list(self._words.get("half") or ())
        tails = self._words.get("tails") or ()
        halves += [h + hour + tail for h in halves for hour in hours for tail in tails]
        yield rf"{lead}(?:{minutes})?{half}{guard}", self._half, opened + halves, []
        numeral = rf"(?P<word>{alternatives(hours)}|\d{{1,2}})"
        yield rf"{lead}{minutes}{numeral}{guard}", self._minute, opened, []
        half_past = list(self._words.get("half_past") or ())
        if half_past:
            shape = rf"{lead}(?P<half_past>{alternatives(half_past)})\s+{numeral}"
            yield shape, self._point, leads + half_past, []
        yield rf"{self._lead}\s+{word}{end}{guard}", self._point, leads, []
        sure = rf"{lead}{numeral}\s?{self._any('oclock')}"
        yield sure, self._point, [*leads, *hours, DIGITS], []
        if self._names:
            name = rf"{lead}(?P<name>{alternatives(list(self._names))})"
            yield name, self._point, leads + list(self._names), []

    def _any(self, name: str) -> str:
        return alternatives(list(self._words.get(name) or ["\0"]))

    def _halves(self) -> str:
        return alternatives(self._meridiem_words())

    def _meridiem_words(self) -> list[str]:
        return [form for forms in self._meridiem.values() for form in forms]

    def _point(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        groups = match.groupdict()
        if groups.get("name"):
            return self._clock(match, int(self._names[key(groups["name"])]), coarse=False)
        hour = self._hour(groups.get("hour") or groups["word"])
        minute = 30 if groups.get("half_past") else int(groups.get("minute") or 0)
        coarse = not groups.get("minute") and not groups.get("half_past")
        return self._clock(match, 60 * hour + minute, coarse=coarse)

    def _half(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        """Return the time of "halv fire" and "fem på halv fire"."""
        groups = match.groupdict()
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        if before.lower().rstrip().rsplit(" ", 1)[-1] in (self._words.get("not_before") or ()):
            return None
        minute = 60 * self._hour(groups["word"]) - 30
        return self._clock(match, minute + self._shift(groups), coarse=False)

    def _minute(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        """Return the time of "kvart over ett"; None for "fem i tre grupper"."""
        groups = match.groupdict()
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        lead = re.match(self._lead, match.group(), re.IGNORECASE)
        quarter = key(groups["count"]) in (self._words.get("quarter") or ())
        mode = self._mode.search(before)
        hedged = mode is not None and mode.lastgroup not in ("before", "after")
        hedged &= not groups["to"] or key(groups["to"]) not in self._words.get("until", ())
        spelled = not groups["count"].isdigit()
        if not (groups["unit"] or quarter or (spelled and (lead or hedged))):
            return None
        minute = 60 * self._hour(groups["word"]) + self._shift(groups)
        return self._clock(match, minute, coarse=False)

    def _shift(self, groups: Mapping[str, str | None]) -> int:
        count = groups.get("count")
        if not count:
            return 0
        minutes = int(count) if count.isdigit() else int(self._minutes[key(count)])
        return -minutes if groups["to"] else minutes

    def _hour(self, written: str) -> int:
        return int(written) if written.isdigit() else int(self._hours[key(written)])

    def _range(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        """Return "kl. 14–16"; None for "kl. 14 og 16 ..." without "mellom"."""
        groups = match.groupdict()
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        between = self._between.search(before)
        if groups.get("link") and key(groups["link"]) in self._words.get("and", ()) and not between:
            return None
        low = 60 * int(groups["hour"]) + int(groups.get("minute") or 0)
        high = 60 * int(groups["hour2"]) + int(groups.get("minute2") or 0)
        half = next((half for half in ("am", "pm") if groups.get(half)), None)
        first = groups.get("first")
        low = _twelve(low, self._meridiem_of(first) if first else half)
        high = _twelve(high, half)
        if half and not first and low > high:
            low -= DAY // 2  # "11 to 2 p.m."
        start = match.start() - len(before) + between.start() if between else match.start()
        return "clock", {"low": low, "high": high, "span": True, "open": False, "start": start}

    def _dotted_range(self, match: re.Match[str]) -> tuple[str, Fields] | None:
        """Return "mellom 14.00 og 15.30", which is one of times only after such a word."""
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        return self._range(match) if self._between.search(before) else None

    def _meridiem_of(self, form: str) -> str | None:
        return next((half for half, forms in self._meridiem.items() if key(form) in forms), None)

    def _clock(
        self, match: re.Match[str], minute: int, *, coarse: bool
    ) -> tuple[str, Fields] | None:
        """Return the interval around a time, by the words beside it: "like før", "om natten"."""
        groups, text = match.groupdict(), match.string
        half = next((half for half in ("am", "pm") if groups.get(half)), None)
        before = text[max(0, match.start() - _REACH) : match.start()]
        mode = self._mode.search(before)
        part = self._after.match(text, match.end()) or self._before.search(before)
        sure = half is not None or bool(groups.get("name"))
        is_open = not sure and minute <= 780 and self._may_be_either(groups)
        if half:
            minute = _twelve(minute, half)
        elif is_open and part and minute >= 60:
            minute, is_open = _by_part(minute, self._parts[key(part["part"])]), False
        name = mode.lastgroup if mode else "about" if groups.get("tail") else None
        low, high = _widened(minute % DAY, name, coarse=coarse)
        start = match.start() - len(before) + mode.start() if mode else match.start()
        fields = {"low": low, "high": high, "open": is_open, "start": start, "span": False}
        return "clock", {**fields, "minute": minute % DAY}

    def _may_be_either(self, groups: Mapping[str, str | None]) -> bool:
        """Return whether a time may be of either half of the day: "three", "3:15" in English."""
        hour = groups.get("hour")
        return not hour or (bool(self._meridiem) and hour[0] != "0" and 1 <= int(hour) <= 12)


def _twelve(minute: int, half: str | None) -> int:
    if half is None:
        return minute
    return minute % (DAY // 2) + (DAY // 2 if half == "pm" else 0)


def _by_part(minute: int, part: str) -> int:
    """Return the minute of the day that "three in the afternoon" or "elleve om kvelden" means."""
    late = part in ("afternoon", "evening") or (part == "night" and minute >= 360)
    late = late or (part == "midday" and minute < 360)
    half = DAY // 2
    return minute % half + (half if late and not (part != "afternoon" and minute >= half) else 0)


def _widened(minute: int, mode: str | None, *, coarse: bool) -> tuple[int, int]:
    slack = _ABOUT_HOUR if coarse else _SHORTLY
    bounds = {
        "about": (minute - slack, minute + slack),
        "shortly_before": (minute - _SHORTLY, minute),
        "shortly_after": (minute, minute + _SHORTLY),
        "before": (0, minute),
        "after": (minute, DAY - 1),
    }
    return bounds.get(mode or "", (minute, minute))


def clock_name(low: int, high: int) -> str:
    """Return "14:05", or "14:00/16:00" for an interval."""
    ends = [f"{minute // 60 % 24:02}:{minute % 60:02}" for minute in dict.fromkeys((low, high))]
    return "/".join(ends)
