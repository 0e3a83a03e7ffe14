"""Whether two articles tell of one occasion: the names, days and figures that both have.

Two floods are told in the same words; what tells them apart is where, when, who and how many. So
every pair of sentences is also judged by its articles: what their openings name, and how much of
it the other article knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain

from corpus.model import Facts
from corpus.terms import Sentences

Met = tuple[Set[str], Set[str]]
"""The names of either article that the other one has, in any spelling."""
SIGNS = ("same names", "opening names", "opening days", "same figures")
OPENING = 4
"""The heading and the first sentences name what an article is about."""
OFTEN = 3
"""A name counts so many times at most."""


def occasion(a: Sentences, b: Sentences, facts: tuple[Facts, Facts], met: Met) -> tuple[float, ...]:
    """Give four figures in SIGNS' order, each higher where the articles tell of one occasion.

    The shares, 0 to 1, of names that both have, and of names of the openings that the other
    article has; 1, 0 or -1 for days of the openings that are shared, untold or apart; and the
    share of exact figures that both give.
    """
    whole, opening = (
        [_known(_counts(side, first), known) for side, known in zip((a, b), met, strict=True)]
        for first in (None, OPENING)
    )
    figures = tuple(_figures(side) for side in facts)
    return (
        max(whole),
        sum(opening) / 2,
        _days(*facts),
        len(figures[0] & figures[1]) / max(1, min(map(len, figures))),
    )


def known_names(side: Sentences, known: Set[str]) -> list[float]:
    """Give for each sentence the share of its names that are `known`; 0.5 where it has none."""
    return [_share(names, known) for names in side.names]


def _share(forms: Sequence[str], known: Set[str]) -> float:
    return sum(form in known for form in forms) / len(forms) if forms else 0.5


def _counts(side: Sentences, first: int | None) -> dict[str, int]:
    counts = Counter(chain.from_iterable(side.names[:first]))
    return {name: min(count, OFTEN) for name, count in counts.items()}


def _known(names: dict[str, int], known: Set[str]) -> float:
    if not names:
        return 0.5
    return sum(count for name, count in names.items() if name in known) / sum(names.values())


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
