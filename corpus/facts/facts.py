"""Article -> Facts: the three readers of facts, called once an article."""

from __future__ import annotations

from functools import lru_cache

from corpus.facts.attributions.attributions import read_attributions
from corpus.facts.dates.dates import find_dates
from corpus.facts.numbers.counted import say_what
from corpus.facts.numbers.numbers import find_numbers
from corpus.model import Article, Facts, Number


@lru_cache(maxsize=32)
def read_facts(article: Article) -> Facts:
    """Return the facts of the article, cached by article."""
    return find_facts(article)


def find_facts(article: Article) -> Facts:
    """Return the numbers, dates and attributions of the article, not cached."""
    attributions, reporting = read_attributions(article)
    return Facts(read_numbers(article), find_dates(article), attributions, reporting)


def read_numbers(article: Article) -> tuple[Number, ...]:
    """Return the numbers of the article with what they count."""
    return say_what(article, find_numbers(article))
