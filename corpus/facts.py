"""Article -> Facts: the three readers of facts, called once an article."""

from __future__ import annotations

from functools import lru_cache

from corpus.attributions import find_attributions
from corpus.counted import say_what
from corpus.dates import find_dates
from corpus.model import Article, Facts, Number
from corpus.numbers import find_numbers


@lru_cache(maxsize=32)
def read_facts(article: Article) -> Facts:
    """Give the facts of the article as `find_facts` does; the same article is read once."""
    return find_facts(article)


def find_facts(article: Article) -> Facts:
    """Give the numbers, dates and attributions of the article, and keep nothing of it."""
    return Facts(read_numbers(article), find_dates(article), find_attributions(article))


def read_numbers(article: Article) -> tuple[Number, ...]:
    """Give the numbers of the article with what they count."""
    return say_what(article, find_numbers(article))
