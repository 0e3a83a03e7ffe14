"""Years and days of the month in words: "nineteen eighty-four", "tjuefjerde desember"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.facts.dates.forms import alternatives

_NOUGHT = "(?:oh|o|null|nul|noll)"
_CENTURIES = (18, 19, 20)
"""Centuries of years said in two pairs: "nitten åttifire"."""


class SpelledNumbers:
    """The number words of one language that years and days of the month are told in."""

    def __init__(self, numbers: Mapping[str, Any]) -> None:
        self._cardinals = _by_value(numbers.get("cardinals"))
        joiners = list(numbers.get("joiner") or ())
        ordinals = _by_value(numbers.get("ordinals"))
        self.days = {form: n for n in range(1, 32) for form in ordinals.get(n, ())}
        self.days |= {f: n for f, n in _compounds(self._cardinals, ordinals, joiners) if n <= 31}
        self._values = {form: n for n, forms in self._cardinals.items() for form in forms}
        thousands = self._forms(1000)
        millennium = [two + thousand for two in self._forms(2) for thousand in thousands]
        self._values |= dict.fromkeys(millennium, 20)
        self.centuries = tuple({*millennium, *self._forms(*_CENTURIES)} - {""})
        join = alternatives(joiners or ["\0"])
        hundred = rf"[\s-]?{alternatives(self._forms(100) or [chr(0)])}(?:[\s-]?{join})?"
        units, tens = self._any(*range(1, 10)), self._any(*range(20, 100, 10))
        self._year = re.compile(
            rf"(?P<century>{alternatives(list(self.centuries) or [chr(0)])})"
            rf"(?:(?:{hundred}|{join})?[\s-]?(?:(?P<inverted>{units}){join}(?P<last>{tens})"
            rf"|(?P<tens>{tens})(?:[\s-]?(?P<unit>{units}))?|(?P<teen>{self._any(*range(10, 20))}))"
            rf"|(?:{hundred})?(?:{join}|[\s-]{_NOUGHT}[\s-])(?P<low>{units}))"
            r"(?![\w-])",
            re.IGNORECASE,
        )

    def year(self, text: str, start: int) -> tuple[int, int] | None:
        """Return the end and value of a year in words that begins at `start`."""
        match = self._year.match(text, start)
        if match is None:
            return None
        parts = {
            name: self._values[form.lower()] for name, form in match.groupdict().items() if form
        }
        return match.end(), 100 * parts.pop("century") + sum(parts.values())

    def _forms(self, *values: int) -> list[str]:
        return [form for value in values for form in self._cardinals.get(value, ())]

    def _any(self, *values: int) -> str:
        return alternatives(self._forms(*values) or ["\0"])


def _by_value(table: Mapping[str, Any] | None) -> dict[int, list[str]]:
    whole = ((value, forms) for value, forms in (table or {}).items() if str(value).isdigit())
    return {int(value): list(forms) for value, forms in whole}


def _compounds(
    first: Mapping[int, list[str]], last: Mapping[int, list[str]], joiners: Iterable[str]
) -> Iterator[tuple[str, int]]:
    """Yield ordinals of 21 to 39 in two parts: "tjuefjerde", "twenty-fourth", "fireogtyvende"."""
    for ten in (20, 30):
        for unit in range(1, 10):
            tens = first.get(ten, ())
            for gap in ("", "-", " "):
                yield from ((f"{t}{gap}{u}", ten + unit) for t in tens for u in last.get(unit, ()))
            for joiner in joiners:
                units = first.get(unit, ())
                yield from (
                    (f"{u}{joiner}{t}", ten + unit) for u in units for t in last.get(ten, ())
                )
