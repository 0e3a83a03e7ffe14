"""The years that sentences look back or forward to: what is told of them is another occasion."""

from __future__ import annotations

from corpus.model import Article, Facts, Span

LONGEST_PERIOD = 10
"""Most years that count of a longer period ("the 20th century")."""


def lookbacks(facts: Facts, article: Article) -> list[tuple[int, str, Span]]:
    """Return sentence, year and place of each year that is not the article's own.

    A month of the year before or after, and any day, tell of the news itself. "Two years ago" is
    its own name where the article has no date.
    """
    now = int(article.date[:4]) if article.date else None
    entries = []
    for date in facts.dates:
        if date.name.startswith("ago ") and date.name.endswith(" year"):
            entries.append((date.sentence, date.name, date.span))
        elif date.low and date.high and date.grain in ("year", "month", "period", "span"):
            years = range(int(date.low[:4]), int(date.high[:4]) + 1)[:LONGEST_PERIOD]
            near = 1 if date.grain == "month" else 0
            others = [year for year in years if now is None or abs(year - now) > near]
            entries += [(date.sentence, str(year), date.span) for year in others]
    return entries
