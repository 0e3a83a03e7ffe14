"""The years that sentences look back or forward to: what is told of them is another occasion."""

from __future__ import annotations

from corpus.model import Article, Facts, Span

LONGEST_PERIOD = 10
"""Of a longer period ("the 20th century") only so many years count."""


def lookbacks(facts: Facts, article: Article) -> list[tuple[int, str, Span]]:
    """Give sentence, year and place of each year that is not the article's own.

    A month of the year before or after, and any day, tell of the news itself. "Two years ago" is
    its own name where the article has no date.
    """
    now = int(article.date[:4]) if article.date else None
    found = []
    for date in facts.dates:
        if date.name.startswith("ago ") and date.name.endswith(" year"):
            found.append((date.sentence, date.name, date.span))
        elif date.low and date.high and date.grain in ("year", "month", "period"):
            years = range(int(date.low[:4]), int(date.high[:4]) + 1)[:LONGEST_PERIOD]
            near = 1 if date.grain == "month" else 0
            told = [year for year in years if now is None or abs(year - now) > near]
            found += [(date.sentence, str(year), date.span) for year in told]
    return found
