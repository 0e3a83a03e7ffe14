"""Two linked sentences with what was read of them; their words are aligned when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.differences.slots.word_alignment import Token, WordAlignment, align_words, tokens_of
from corpus.model import Article, Attribution, Confidence, Date, Link, Number

Sides = tuple[Article, Article]


@dataclass(frozen=True)
class LinkedPair:
    """A link with the facts of both its sentences."""

    articles: Sides
    link: Link
    numbers: tuple[Sequence[Number], Sequence[Number]]
    dates: tuple[Sequence[Date], Sequence[Date]]
    credits: tuple[Sequence[Attribution], Sequence[Attribution]] = ((), ())

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
        a, b = self.articles
        return (
            tokens_of(a, self.link.a, self.numbers[0], self.dates[0], self.credits[0]),
            tokens_of(b, self.link.b, self.numbers[1], self.dates[1], self.credits[1]),
        )

    @cached_property
    def words(self) -> WordAlignment:
        """The words of one sentence that stand for words of the other."""
        return align_words(*self.tokens, self.codes)
