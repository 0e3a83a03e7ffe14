"""Years in a text, alone ("since 2019"), in ranges, seasons and decades, and told from amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.facts.dates.spelled import SpelledNumbers

Found = tuple[int, int, str, dict[str, Any]]
"""Start, end, kind (year, years or decade) and fields of an expression."""

_SHORTEST = 3
"""Letters of the shortest noun that makes an amount of round digits: "til 2000 boliger"."""
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_LONGEST_RANGE = 150
"""Longest range in years (a life, a dynasty); longer ones are amounts."""
_REACH = 60
"""Characters before a year that are searched for its lead ("since", "i løpet av")."""
_FIRST = 1500
"""First year read; smaller figures of four digits are amounts."""
_COMPOUND = re.compile(r"-[^\W\d]")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_SECOND = re.compile(rf"\s?(?:[-–]|[^\W\d_]{{1,4}}\s)\s?({_YEAR})\s+([^\W\d_]+)")
"""Rest of a range after its first end: "fra 1500 | til 2000 kroner"."""


class Years:
    """The words of one language that tell an amount from a year."""

    def __init__(self, numbers: Mapping[str, Any], stopwords: Iterable[str] = ()) -> None:
        self._closed = frozenset(stopwords)
        self._leads = frozenset(numbers.get("amount_before") or ())
        kinds = (numbers.get("units_after") or {}).values()
        self._sure = frozenset(numbers.get("sure_years") or ())
        units = (form.split()[0] for kind in kinds for forms in kind.values() for form in forms)
        long = (unit for unit in units if len(unit) > _SHORTEST)
        self._units = frozenset(long)
        self._nouns = frozenset(numbers.get("counted_nouns") or ())

    def is_closed(self, word: str) -> bool:
        """Return whether a word is a stop word, which no figure counts."""
        return word in self._closed

    def counts(self, digits: Iterable[str], before: str, after: str) -> bool:
        """Return whether `digits` (one end or two) count the word `after` them.

        They do before a unit and before a noun that is often counted ("in 1912 passengers" still
        names a year), and in round hundreds before any noun, where the word `before` them leads
        amounts as often as years ("til 2000 boliger").
        """
        if not after.islower():
            return False
        round_ = all(end.endswith("00") for end in digits)
        if after in self._units or (after in self._nouns and (round_ or before not in self._sure)):
            return True
        noun = len(after) >= _SHORTEST and after not in self._closed
        return round_ and noun and before in self._leads


class YearWords:
    """The words of one language around its years; `read` tells them from amounts."""

    def __init__(
        self, table: Mapping[str, Any], counting: Years, spelled: SpelledNumbers | None = None
    ) -> None:
        self._counting = counting
        self._spelled = spelled
        decade = _any(table.get("decade_after"))
        self._pattern = re.compile(
            rf"(?<![\w.,/:-])(?P<year>1\d\d\d|20\d\d)(?!-\d\d-)(?:(?P<decade>{decade})"
            rf"|(?P<sign>\s?[-–—/]\s?)(?P<until>{_YEAR}|\d\d)(?!\d))?(?!\w|[.,/:]\d)",
            re.IGNORECASE,
        )
        words = _any(table.get("year_after"))
        self._lead = re.compile(rf"(?<!\w){words}\s+$", re.IGNORECASE)
        also = _any(table.get("also"))
        self._also = re.compile(rf"(?<!\w){words}\s+{_YEAR}\s+{also}\s+$", re.IGNORECASE)
        self._ranges = [_range(shape) for shape in table.get("year_ranges") or ()]

    def find(self, text: str, start: int) -> tuple[int, Found | None] | None:
        """Return the end of what may be a year at `start`, and what it is; None for an amount."""
        if not text[start].isdecimal():
            return self._in_words(text, start)
        match = self._pattern.match(text, start)
        return (match.end(), self._read(text, match)) if match else None

    def _in_words(self, text: str, start: int) -> tuple[int, Found | None] | None:
        """Return the year of "in nineteen eighty-four"; without a lead it is no year."""
        found = self._spelled.year(text, start) if self._spelled else None
        lead = self._lead.search(text, max(0, start - _REACH), start)
        if found is None or lead is None:
            return None
        end, year = found
        return end, (lead.start(), end, "year", {"year": year})

    def _read(self, text: str, match: re.Match[str]) -> Found | None:
        """Return the year, range or decade of a match; None for an amount."""
        start, year = match.start(), int(match["year"])
        if match["decade"]:
            return (start, match.end(), "decade", {"year": year}) if year % 10 == 0 else None
        if year < _FIRST:
            return None
        before = text[max(0, start - _REACH) : start]
        lead = self._lead.search(before)
        from_lead = start - len(before) + lead.start() if lead else start
        if match["until"] and (lead or _apart(text, match)):
            end = _end(year, match["until"])
            if self._spans(text, before, match.end(), year, end):
                return from_lead, match.end(), "years", {"year": year, "until": end}
        return self._worded(text, match, before) or self._alone(text, match, from_lead, before)

    def _worded(self, text: str, match: re.Match[str], before: str) -> Found | None:
        """Return the range of "mellom 2001 og 2005"."""
        year = int(match["year"])
        for lead, link in self._ranges:
            opened, second = lead.search(before), link.match(text, match.end("year"))
            if opened and second and self._spans(text, before, second.end(), year, int(second[1])):
                start = match.start() - len(before) + opened.start()
                return start, second.end(), "years", {"year": year, "until": int(second[1])}
        return None

    def _alone(self, text: str, match: re.Match[str], start: int, before: str) -> Found | None:
        end = match.end("year")
        marked = start < match.start() or _COMPOUND.match(text, end) or self._also.search(before)
        if not marked or text[end : end + 2].strip()[:1] == "%":
            return None
        if self._is_amount(text, text[start : match.start()], end, match["year"]):
            return None
        return start, end, "year", {"year": int(match["year"])}

    def _spans(self, text: str, before: str, end: int, first: int, last: int) -> bool:
        lead = before.rsplit(None, 1)[-1] if before.strip() else ""
        ends = (str(first), str(last))
        ranged = 0 < last - first <= _LONGEST_RANGE
        return ranged and not self._is_amount(text, lead, end, *ends)

    def _is_amount(self, text: str, lead: str, end: int, *digits: str) -> bool:
        """Return whether digits count: "til 2000 kroner", "fra 1500 til 2000 kroner"."""
        lead = lead.strip().lower()
        after = _NEXT_WORD.match(text, end)
        if after and self._counting.counts(digits, lead, after[1]):
            return True
        second = _SECOND.match(text, end)
        return second is not None and self._counting.counts((*digits, second[1]), lead, second[2])


def _apart(text: str, match: re.Match[str]) -> bool:
    """Return whether a range of years needs no lead: "(1832–1910)", the season "2003/04"."""
    bracketed = text[match.start() - 1 : match.start()] == "("
    bracketed = bracketed and text[match.end() : match.end() + 1] == ")"
    season = len(match["until"]) == 2 and len(match["sign"]) == 1
    return bracketed or (
        season and _end(int(match["year"]), match["until"]) == int(match["year"]) + 1
    )


def _end(year: int, digits: str) -> int:
    """Return the second year of "2003-04" and "1999-00"."""
    if len(digits) == 4:
        return int(digits)
    end = year // 100 * 100 + int(digits)
    return end + 100 if end < year and year % 100 == 99 else end


def _range(shape: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns before and after the first year of "mellom {year} og {until}"."""
    lead, _, link = shape.replace("{until}", f"({_YEAR})(?!\\w|[.,/:]\\d)").partition("{year}")
    opening = rf"(?<!\w){lead.strip()}\s+$" if lead.strip() else "$"
    return re.compile(opening, re.IGNORECASE), re.compile(link.replace(" ", r"\s+"), re.IGNORECASE)


def _any(forms: Any) -> str:
    parts = sorted(set(forms or ()), key=lambda form: (-len(form), form))
    patterns = (r"\s+".join(map(re.escape, part.split())) for part in parts)
    return f"(?:{'|'.join(patterns) or '(?!)'})"
