"""Time expressions of an article, resolved against its date as far as that goes."""

from __future__ import annotations

from corpus.model import Article, Date


def find_dates(article: Article) -> tuple[Date, ...]:
    """Give the time expressions of the article, in text order."""
    return ()
