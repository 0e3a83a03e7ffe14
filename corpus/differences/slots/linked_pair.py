"""Two linked sentences with what was read of them; their words are aligned when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus.differences.slots.word_alignment import Token, WordAlignment, align_words, tokens_of
from corpus.model import Article, Attribution, Confidence, Date, Link, Number

Sides = tuple[Article, Article]
Tokens = dict[int, tuple[Token, ...]]


@dataclass(frozen=True)
class LinkedPair:
    """A link with the facts of both its sentences."""

    articles: Sides
    link: Link
    numbers: tuple[Sequence[Number], Sequence[Number]]
    dates: tuple[Sequence[Date], Sequence[Date]]
    credits: tuple[Sequence[Attribution], Sequence[Attribution]] = ((), ())
    known: tuple[Tokens, Tokens] = field(default_factory=lambda: ({}, {}))
    """The tokens of sentences that were read for other links of the same articles."""

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
        return self._tokens(0, self.link.a), self._tokens(1, self.link.b)

    def _tokens(self, side: int, index: int) -> tuple[Token, ...]:
        known = self.known[side]
        if index not in known:
            facts = self.numbers[side], self.dates[side], self.credits[side]
            known[index] = tokens_of(self.articles[side], index, *facts)
        return known[index]

    @cached_property
    def words(self) -> WordAlignment:
        """The words of one sentence that stand for words of the other."""
        return align_words(*self.tokens, self.codes)
