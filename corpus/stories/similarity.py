"""How alike articles are: the cosine of their terms, by rarity here and in other news."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon.rarity import rarity
from corpus.model import Article
from corpus.stories.terms import Term, terms_of

DAYS = 7
"""Days within which articles tell of one event; an article without a date may be of any day."""
OUTSIDE = 200.0
"""Articles of other news that a collection is thought to lie among, for the rarity of its terms."""
RAREST = 10.8
"""Highest rarity of a term from outside: that of the last listed form, so that no misprint counts
for more than a rare name."""
COMMON = 0.3
"""Terms in more than this share of a large collection are not followed: they match everything."""
LARGE = 50
"""Articles from which a collection is large."""
FEWEST = 0.03
"""Cosine below which two articles have nothing to do with each other."""

Progress = Callable[[int, int], None]
"""Called with the steps done and their total; may raise to stop."""
Vector = dict[str, float]
Edges = dict[int, dict[int, float]]
"""Cosine of each pair of articles that have something in common, both ways."""


@dataclass(frozen=True)
class Collection:
    """Some articles as vectors of their terms, and the day of each (None if unknown)."""

    vectors: tuple[Vector, ...]
    days: tuple[int | None, ...]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Collection:
        """Return the vectors of articles; each has the length 1."""
        bags = [terms_of(article) for article in articles]
        having = Counter(key for bag in bags for key in bag)
        outside = _outside(articles, bags)
        vectors = []
        for article, bag in zip(articles, bags, strict=True):
            rare = outside[article.language]
            weights = {
                key: term.weight * _rarity(having[key], len(bags), rare[term.form])
                for key, term in bag.items()
            }
            vectors.append(normalised(weights))
        return cls(tuple(vectors), tuple(_day(article.date) for article in articles))


def normalised(weights: Vector) -> Vector:
    """Return a vector with the length 1; an empty one stays empty."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def edges(collection: Collection, progress: Progress | None = None) -> Edges:
    """Return the cosine of each pair of articles within DAYS that is at least FEWEST."""
    postings = _postings(collection.vectors)
    size = len(collection.vectors)
    found: Edges = {index: {} for index in range(size)}
    for index, vector in enumerate(collection.vectors):
        if progress is not None and index % 100 == 0:
            progress(index, size)
        met = [(postings[key], weight) for key, weight in vector.items() if key in postings]
        if not met:
            continue
        ids = np.concatenate([ids for (ids, _), _ in met])
        products = np.concatenate([weights * weight for (_, weights), weight in met])
        row = np.bincount(ids, products, size)
        for other in np.nonzero(row >= FEWEST)[0].tolist():
            if other != index and _near(collection.days[index], collection.days[other]):
                found[index][other] = float(row[other])
    return found


def _postings(
    vectors: Sequence[Vector],
) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Return the articles and weights of each term that two have and not nearly all."""
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for key, weight in vector.items():
            having[key].append((index, weight))
    most = COMMON * len(vectors) if len(vectors) > LARGE else len(vectors)
    return {
        key: (np.array([i for i, _ in pairs]), np.array([w for _, w in pairs]))
        for key, pairs in having.items()
        if 1 < len(pairs) <= most
    }


def _outside(
    articles: Sequence[Article], bags: Sequence[dict[str, Term]]
) -> dict[str, dict[str, float]]:
    """Return the rarity from outside of all forms, by language."""
    forms: dict[str, set[str]] = defaultdict(set)
    for article, bag in zip(articles, bags, strict=True):
        forms[article.language].update(term.form for term in bag.values())
    found = {}
    for code, named in forms.items():
        ordered = sorted(named)
        found[code] = dict(
            zip(ordered, np.minimum(rarity(ordered, code), RAREST).tolist(), strict=True)
        )
    return found


def _rarity(having: int, size: int, outside: float) -> float:
    """Return -ln of the share of articles with a term, OUTSIDE other ones counted in."""
    return -math.log(min(1.0, (having + OUTSIDE * math.exp(-outside)) / (size + OUTSIDE)))


def _near(a: int | None, b: int | None) -> bool:
    return a is None or b is None or abs(a - b) <= DAYS


def _day(date: str | None) -> int | None:
    """Return the number of a day; None for a date that is known to the month or year only."""
    if not date or len(date) < 10:
        return None
    return datetime.date.fromisoformat(date).toordinal()
