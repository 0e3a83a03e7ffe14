"""Why two sentences are linked: each shared word, name, number, day and concept, and its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import overload

from rapidfuzz import fuzz

from corpus.model import Evidence, Facts, Span
from corpus.softwords import LEAST, SHORT
from corpus.terms import Sentences, Term

MOST = 12
"""So many reasons at most are kept for a link, the heaviest first."""


@dataclass(frozen=True)
class Rarity:
    """How rare a form is over both articles: forms that stand in few sentences weigh more."""

    spread: dict[str, int]
    sentences: int

    def of(self, *forms: str) -> float:
        """Give a weight from about 0 (everywhere) to 1 (in one sentence of each article)."""
        seen = sum(self.spread.get(form, 1) for form in set(forms))
        return round(max(0.05, 1 - (seen - 1) / max(4, self.sentences / 4)), 3)


def rarity_of(*sides: Sentences) -> Rarity:
    """Count in how many sentences each form stands."""
    spread: dict[str, int] = {}
    for side in sides:
        for found in (side.terms, side.concepts):
            for terms in found:
                for form in {term.form for term in terms}:
                    spread[form] = spread.get(form, 0) + 1
    return Rarity(spread, sum(len(side) for side in sides))


class Reasons:
    """Gives the evidence of any cell of two articles; their facts are indexed by sentence once."""

    def __init__(self, a: Sentences, b: Sentences, facts_a: Facts, facts_b: Facts) -> None:
        self._a, self._b = a, b
        self._rarity = rarity_of(a, b)
        self._values = _by_value(facts_a), _by_value(facts_b)
        self._days = _by_day(facts_a), _by_day(facts_b)

    def told(self, i: int, j: int, heard: Evidence | None = None) -> Told:
        """Give the reasons for a link, worked out when they are first looked at.

        `heard` is what the second witness weighed, None where it was not asked.
        """
        return Told(self, i, j, heard)

    def of(self, i: int, j: int, heard: Evidence | None = None) -> tuple[Evidence, ...]:
        """Give the reasons for linking sentence `i` of a with `j` of b, the heaviest first."""
        found = [
            *_words(self._a.terms[i], self._b.terms[j], self._rarity),
            *_concepts(self._a.concepts[i], self._b.concepts[j], self._rarity),
            *_shared("number", 1.0, self._values[0].get(i), self._values[1].get(j)),
            *_shared("date", 0.4, self._days[0].get(i), self._days[1].get(j)),
        ]
        found.sort(key=_order)
        if heard is not None:
            found = sorted([*found[: MOST - 1], heard], key=_order)
        return tuple(found[:MOST])


def _order(reason: Evidence) -> tuple[float, Span, str]:
    return -reason.weight, reason.a or Span(0, 0), reason.kind


class Told(Sequence[Evidence]):
    """The evidence of one link; equal to a tuple of the same reasons.

    A reader looks at a few links of thousands, so nothing is worked out before it is asked for.
    """

    def __init__(self, reasons: Reasons, i: int, j: int, heard: Evidence | None = None) -> None:
        self._ask = partial(reasons.of, i, j, heard)

    @cached_property
    def _all(self) -> tuple[Evidence, ...]:
        return self._ask()

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Evidence, ...]: ...
    def __getitem__(self, index: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


def _words(left: Sequence[Term], right: Sequence[Term], rarity: Rarity) -> Iterator[Evidence]:
    used: set[str] = set()
    for x in left:
        likeness, y = max(
            ((_likeness(x.form, y.form), y) for y in right if y.form not in used),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )
        if y is None or likeness < LEAST or x.form in used:
            continue
        used |= {x.form, y.form}
        kind = "name" if x.name and y.name else "word"
        weight = rarity.of(x.form, y.form) * likeness / 100
        label = x.form if x.form == y.form else f"{x.form} ~ {y.form}"
        yield Evidence(kind, label, round(weight, 3), x.span, y.span)


def _likeness(x: str, y: str) -> float:
    if x == y:
        return 100.0
    if min(len(x), len(y)) < SHORT or x[0] != y[0]:
        return 0.0
    return fuzz.ratio(x, y, score_cutoff=LEAST)


def _concepts(left: Sequence[Term], right: Sequence[Term], rarity: Rarity) -> Iterator[Evidence]:
    there = {term.form: term.span for term in reversed(right)}
    for form, span in {term.form: term.span for term in reversed(left)}.items():
        if form in there:
            name = form.split(":", 1)[1].replace("_", " ")
            yield Evidence("concept", name, rarity.of(form), span, there[form])


def _shared(
    kind: str, weight: float, left: dict[str, Span] | None, right: dict[str, Span] | None
) -> Iterator[Evidence]:
    for label in sorted(set(left or ()) & set(right or ())):
        yield Evidence(
            kind, f"the same {kind}, {label}", weight, (left or {})[label], (right or {})[label]
        )


def _by_value(facts: Facts) -> dict[int, dict[str, Span]]:
    found: dict[int, dict[str, Span]] = {}
    for number in facts.numbers:
        if number.low is not None:
            bounds = [f"{v:g}" for v in dict.fromkeys((number.low, number.high)) if v is not None]
            label = " to ".join(bounds) + (" or more" if number.high is None else "")
            label = f"{label} {number.unit}" if number.unit else label
            found.setdefault(number.sentence, {}).setdefault(label, number.span)
    return found


def _by_day(facts: Facts) -> dict[int, dict[str, Span]]:
    found: dict[int, dict[str, Span]] = {}
    for date in facts.dates:
        name = date.name.split(" ")[0]
        if name not in ("now", "day", "hours"):
            found.setdefault(date.sentence, {}).setdefault(name, date.span)
    return found
