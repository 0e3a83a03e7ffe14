"""Whether two articles tell of one occasion: the names, days and figures that both have.

Two floods are told in the same words; what tells them apart is where, when, who and how many. So
every pair of sentences is also judged by its articles: what their openings name, and how much of
it the other article knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.model import Facts
from corpus.softwords import soft_pairs
from corpus.terms import Sentences

SIGNS = ("same names", "opening names", "opening days", "same figures")
OPENING = 4
"""The heading and the first sentences name what an article is about."""
OFTEN = 3
"""A name counts so many times at most."""


@lru_cache(maxsize=64)
def occasion(a: Sentences, b: Sentences, facts: tuple[Facts, Facts]) -> tuple[float, ...]:
    """Give four figures in SIGNS' order, each higher where the articles tell of one occasion.

    The shares, 0 to 1, of names that both have, and of names of the openings that the other
    article has; 1, 0 or -1 for days of the openings that are shared, untold or apart; and the
    share of exact figures that both give.
    """
    names = _counts(a, len(a)), _counts(b, len(b))
    opening = _counts(a, OPENING), _counts(b, OPENING)
    figures = tuple(_figures(side) for side in facts)
    return (
        max(_known(names[0], names[1]), _known(names[1], names[0])),
        (_known(opening[0], names[1]) + _known(opening[1], names[0])) / 2,
        _days(*facts),
        len(figures[0] & figures[1]) / max(1, min(map(len, figures))),
    )


def known_names(a: Sentences, b: Sentences) -> tuple[list[float], list[float]]:
    """Give for each sentence the share of its names that the other article has; 0.5 for none."""
    met = _met(_counts(a, len(a)), _counts(b, len(b)))
    left, right = (
        [_share([term.form for term in terms if term.name], known) for terms in side.terms]
        for side, known in zip((a, b), met, strict=True)
    )
    return left, right


def _share(forms: Sequence[str], known: set[str]) -> float:
    return sum(form in known for form in forms) / len(forms) if forms else 0.5


def _counts(side: Sentences, first: int) -> dict[str, int]:
    counts = Counter(term.form for terms in side.terms[:first] for term in terms if term.name)
    return {name: min(count, OFTEN) for name, count in sorted(counts.items())}


def _met(left: Iterable[str], right: Iterable[str]) -> tuple[set[str], set[str]]:
    x, y = tuple(left), tuple(right)
    rows, columns, _ = soft_pairs(x, y, workers=1)
    return {x[i] for i in rows}, {y[j] for j in columns}


def _known(names: dict[str, int], others: dict[str, int]) -> float:
    if not names:
        return 0.5
    met, _ = _met(names, others)
    return sum(names[name] for name in met) / sum(names.values())


def _days(left: Facts, right: Facts) -> float:
    days = [
        {d.name.split(" ")[0] for d in side.dates if d.sentence < OPENING and _weekday(d.name)}
        for side in (left, right)
    ]
    if not all(days):
        return 0.0
    return 1.0 if days[0] & days[1] else -1.0


def _weekday(name: str) -> bool:
    first = name.split(" ")[0]
    return first.endswith("day") and first not in ("day", "today", "yesterday", "holiday")


def _figures(facts: Facts) -> set[tuple[float, str | None]]:
    return {
        (n.low, n.unit)
        for n in facts.numbers
        if n.low is not None and n.low == n.high and n.low > 2
    }
