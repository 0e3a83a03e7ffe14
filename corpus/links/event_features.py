"""Whether two articles tell of one occasion: the names, days and figures that both have.

Two floods are told in the same words; what tells them apart is where, when, who and how many. So
every pair of sentences is also judged by its articles: what their openings name, and how much of
it the other article knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import chain

from corpus.lexicon.rarity import rarity
from corpus.links.terms import Sentences
from corpus.model import Facts

Met = tuple[Set[str], Set[str]]
"""The names of either article that the other one has, in any spelling."""
SIGNS = ("same names", "opening names", "opening days", "same figures")
OPENING = 4
"""First sentences, heading included, whose names say what an article is about."""
OFTEN = 3
"""Most times that one name counts."""


def occasion(a: Sentences, b: Sentences, facts: tuple[Facts, Facts], met: Met) -> tuple[float, ...]:
    """Return four figures in SIGNS' order, each higher where the articles tell of one occasion.

    The shares, 0 to 1, of names that both have, and of names of the openings that the other
    article has; 1, 0 or -1 for days of the openings that are shared, untold or apart; and the
    share of exact figures that both give.
    """
    whole, opening = (
        [_known(side, first, known) for side, known in zip((a, b), met, strict=True)]
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
    """Return for each sentence the share of its names that are `known`; 0.5 where it has none."""
    is_known = known.__contains__
    return [sum(map(is_known, names)) / len(names) if names else 0.5 for names in side.names]


def _known(side: Sentences, first: int | None, known: Set[str]) -> float:
    """Return the known share of the names in the first sentences; 0.5 where none is named."""
    met = every = 0.0
    names = Counter(chain.from_iterable(side.names[:first]))
    rare = rarity(tuple(names), side.article.language)
    for (name, count), weight in zip(names.items(), rare.tolist(), strict=True):
        often = min(count, OFTEN) * weight * weight
        every += often
        if name in known:
            met += often
    return met / every if every else 0.5


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
