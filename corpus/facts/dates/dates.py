"""Time expressions of an article, resolved against its date as far as that goes."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from corpus.facts.dates.expressions import Expression, time_words
from corpus.facts.dates.resolution import anchor_of, resolve
from corpus.model import Article, Date, SentenceKind, Span

_WRITTEN = frozenset({"clock", "day", "month", "year", "years", "decade"})
"""Kinds of expressions whose figures and number words count nothing."""


@lru_cache(maxsize=2)
def expressions_of(article: Article) -> tuple[Expression, ...]:
    """Return the unresolved time expressions of the article, cached by article."""
    return tuple(time_words(article.language).find(article.text))


def written_dates(article: Article) -> list[Span]:
    """Return the ranges of dates, years and clock times, whose figures are no quantities."""
    return [Span(e.start, e.end) for e in expressions_of(article) if e.kind in _WRITTEN]


def find_dates(article: Article) -> tuple[Date, ...]:
    """Return the time expressions of the article, in text order; furniture is left out.

    `low` and `high` are inclusive ISO days; both are None where the article's date and the text do
    not fix the day, and `name` then still compares ("wednesday", "--01-06", "day -1").
    """
    expressions = expressions_of(article)
    if not expressions:
        return ()
    anchor = anchor_of(article.date, expressions)
    sentences = article.sentences
    starts = [sentence.start for sentence in sentences]
    dates = []
    for expression in expressions:
        start, end, _, _ = expression
        index = bisect_right(starts, start) - 1
        if index < 0 or end > sentences[index].end:
            continue
        if sentences[index].kind is SentenceKind.FURNITURE and len(starts) > 1:
            continue
        moment = resolve(expression, anchor)
        if moment is not None:
            dates.append(Date(index, start, end, *moment))
    return tuple(dates)
