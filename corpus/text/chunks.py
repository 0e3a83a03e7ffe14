"""The runs of text between the spaces of each sentence ("said", "607", "people.").

Most readers look up what they know of a run. Those of a short article are cut once for all readers,
which saves the cutting and, as Python keeps the hash of a string, most of the looking up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from corpus.article import Article

KEPT = 1_000_000
"""The runs of longer texts, in characters, are cut anew for each reader: they take ten times the
memory of the text."""


def runs_of(article: Article) -> Callable[[int], list[str]]:
    """Give what tells the runs of a sentence by its index; nobody may change them."""
    return kept(article).__getitem__ if len(article.text) <= KEPT else partial(_cut, article)


@lru_cache(maxsize=4)
def kept(article: Article) -> list[list[str]]:
    """Give the runs of every sentence of an article."""
    return [_cut(article, index) for index in range(len(article.sentences))]


def _cut(article: Article, index: int) -> list[str]:
    sentence = article.sentences[index]
    return article.text[sentence.start : sentence.end].split()
