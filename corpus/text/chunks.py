"""The whitespace-separated chunks of each sentence ("said", "607", "people.").

The fact readers look chunks up in tables. Chunks of a short article are split once and shared by
all of them: that saves the splitting and, since Python caches string hashes, most of each look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from corpus.article import Article

KEPT = 1_000_000
"""Longest text in characters whose chunks are cached; chunks take ten times the text's memory."""


def runs_of(article: Article) -> Callable[[int], list[str]]:
    """Return a function from a sentence index to its chunks; callers must not change the list."""
    return kept(article).__getitem__ if len(article.text) <= KEPT else partial(_cut, article)


@lru_cache(maxsize=4)
def kept(article: Article) -> list[list[str]]:
    """Return the chunks of every sentence of an article, cached for the last four articles."""
    return [_cut(article, index) for index in range(len(article.sentences))]


def _cut(article: Article, index: int) -> list[str]:
    sentence = article.sentences[index]
    return article.text[sentence.start : sentence.end].split()
