"""Time expressions of an article, resolved against its date as far as that goes."""

from __future__ import annotations

from bisect import bisect_right

from corpus.model import Article, Date, SentenceKind
from corpus.timeline import anchor_of, resolve
from corpus.timewords import time_words


def find_dates(article: Article) -> tuple[Date, ...]:
    """Give the time expressions of the article, in text order; furniture is left out.

    `low` and `high` are inclusive ISO days; both are None where the article's date and the text do
    not fix the day, and `name` then still compares ("wednesday", "--01-06", "day -1").
    """
    expressions = time_words(article.language).find(article.text)
    if not expressions:
        return ()
    anchor = anchor_of(article.date, expressions)
    starts = [sentence.start for sentence in article.sentences]
    found = []
    for expression in expressions:
        index = bisect_right(starts, expression.start) - 1
        if index < 0 or expression.end > article.sentences[index].end:
            continue
        moment = resolve(expression, anchor)
        furniture = article.sentences[index].kind is SentenceKind.FURNITURE
        if moment is None or (furniture and len(starts) > 1):
            continue
        found.append(
            Date(
                index,
                expression.start,
                expression.end,
                moment.low,
                moment.high,
                moment.name,
                moment.grain,
            )
        )
    return tuple(found)
