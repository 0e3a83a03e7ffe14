"""Finding an article among many by a few typed letters. Pure; rapidfuzz is imported when needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.model import Article
from corpus.text.words import fold

LEAST = 75
"""How alike, of 100, an article's title or facts must be to what is typed."""
MOST = 200
"""How many articles are listed at once."""


def matching(articles: Sequence[Article], query: str) -> list[int]:
    """Return the indexes of the articles that match, the best first; all of them for no query.

    Those that hold every typed word come first, in the order of the folder; then those alike, so
    that a slip of the finger still finds its article.
    """
    wanted = fold(query).split()
    if not wanted:
        return list(range(len(articles)))[:MOST]
    texts = [_searched(article) for article in articles]
    sure = [i for i, text in enumerate(texts) if all(word in text for word in wanted)]
    if len(sure) >= MOST:
        return sure[:MOST]
    from rapidfuzz import fuzz, process

    alike = process.extract(
        " ".join(wanted), texts, scorer=fuzz.partial_ratio, score_cutoff=LEAST, limit=MOST
    )
    known = set(sure)
    return [*sure, *(index for _, _, index in alike if index not in known)][:MOST]


def _searched(article: Article) -> str:
    facts = (article.outlet, article.date, article.language)
    file = Path(article.path).stem if article.path else None
    return fold(" ".join(part for part in (article.title, *facts, file) if part))
