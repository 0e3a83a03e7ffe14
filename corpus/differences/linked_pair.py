"""Two linked sentences with what was read of them; their words are aligned when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.differences.word_alignment import Token, WordAlignment, align_words, tokens_of
from corpus.model import Article, Confidence, Date, Link, Number

Sides = tuple[Article, Article]


@dataclass(frozen=True)
class LinkedPair:
    """A link with the numbers and dates of both its sentences."""

    articles: Sides
    link: Link
    numbers: tuple[Sequence[Number], Sequence[Number]]
    dates: tuple[Sequence[Date], Sequence[Date]]

    @property
    def codes(self) -> tuple[str, str]:
        """The languages of both articles."""
        return self.articles[0].language, self.articles[1].language

    @property
    def sure(self) -> bool:
        """Whether the link is sure."""
        return self.link.confidence is Confidence.SURE

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words and figures of both sentences."""
        return (
            tokens_of(self.articles[0], self.link.a, self.numbers[0], self.dates[0]),
            tokens_of(self.articles[1], self.link.b, self.numbers[1], self.dates[1]),
        )

    @cached_property
    def words(self) -> WordAlignment:
        """The words of one sentence that stand for words of the other."""
        return align_words(*self.tokens, self.codes)
