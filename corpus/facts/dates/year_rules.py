"""Four digits that are a year or an amount: "in 2019", "by 2000 votes"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_SHORTEST = 3
"""Letters of the shortest noun that makes a round year an amount."""


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

    def counts(self, digits: Iterable[str], before: str, after: str) -> bool:
        """Tell whether `digits` (one end or two) count the word `after` them.

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
