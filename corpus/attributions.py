"""Who is credited with what an article reports: chains of sources, voice and scope."""

from __future__ import annotations

from corpus.model import Article, Attribution


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Give the attributions of the article, in text order; a sentence without one is the outlet's own."""
    return ()
