"""Article -> Facts: the three readers of facts, called once an article."""

from __future__ import annotations

from functools import lru_cache

from corpus.facts.attributions.attributions import find_attributions
from corpus.facts.dates.dates import find_dates
from corpus.facts.numbers.counted import say_what
from corpus.facts.numbers.numbers import find_numbers
from corpus.model import Article, Facts, Number


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
