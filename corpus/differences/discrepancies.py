"""Linked facts -> discrepancies with verdict and reason; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

from corpus.differences.agreements import without_shared
from corpus.differences.claim_status import claims_of
from corpus.differences.credits.source_chains import Credited, compare_credits, shared_origin
from corpus.differences.date_differences import date_differences
from corpus.differences.grouping import grouped
from corpus.differences.loaded_terms import wordings_of
from corpus.differences.numbers.number_differences import number_differences
from corpus.differences.reasons import attribution_reason
from corpus.differences.severity import by_severity
from corpus.differences.slots.linked_pair import LinkedPair, Tokens
from corpus.differences.slots.slot_differences import slot_differences
from corpus.differences.term_and_claim import claim_differences, term_differences
from corpus.model import (
    Article,
    Attribution,
    Date,
    Discrepancy,
    DiscrepancyKind,
    Facts,
    Link,
    Number,
    Side,
)

Fact = TypeVar("Fact", Number, Date, Attribution)
Index = dict[int, list[Fact]]


def find_discrepancies(
    a: Article, b: Article, facts_a: Facts, facts_b: Facts, links: Sequence[Link]
) -> tuple[Discrepancy, ...]:
    """Return the discrepancies of all linked sentences, agreements included, by severity.

    Discrepancies with the same `group` are one difference found in several places.
    """
    if not links:
        return ()
    linked = [frozenset(side) for side in zip(*((link.a, link.b) for link in links), strict=True)]
    pairs = _LinkedFacts((a, b), (facts_a, facts_b), linked)
    found = [(link, item) for link in links for item in pairs.of(link)]
    kept = without_shared(found, {(k.a, k.b) for k in links if not pairs.has_credits(k)})
    return grouped((a, b), (facts_a, facts_b), by_severity(kept))


class _LinkedFacts:
    """Facts of the linked sentences of both articles, indexed by sentence."""

    def __init__(
        self,
        sides: tuple[Article, Article],
        facts: tuple[Facts, Facts],
        linked: Sequence[Set[int]],
    ) -> None:
        self._a, self._b = sides
        read = list(zip(facts, linked, strict=True))
        self._numbers = [_by_sentence(side.numbers, wanted) for side, wanted in read]
        self._dates = [_by_sentence(side.dates, wanted) for side, wanted in read]
        self._credits = [_by_sentence(side.attributions, wanted) for side, wanted in read]
        self._reporting = [side.reporting for side in facts]
        self._tokens: tuple[Tokens, Tokens] = ({}, {})
        self._wordings = list(map(wordings_of, sides))
        self._claims = list(map(claims_of, sides))

    def of(self, link: Link) -> Iterator[Discrepancy]:
        """Yield the discrepancies of one link, kind by kind."""
        pair = LinkedPair(
            (self._a, self._b),
            link,
            (self._numbers[0].get(link.a, []), self._numbers[1].get(link.b, [])),
            (self._dates[0].get(link.a, []), self._dates[1].get(link.b, [])),
            (self._credits[0].get(link.a, []), self._credits[1].get(link.b, [])),
            self._tokens,
        )
        yield from number_differences(pair)
        yield from date_differences(pair)
        yield from slot_differences(pair)
        yield from self._attribution(link)
        words = self._wordings[0](link.a), self._wordings[1](link.b)
        yield from term_differences(pair, *words)
        if pair.sure:
            claims = self._claims[0](link.a), self._claims[1](link.b)
            yield from claim_differences(pair, *claims)

    def has_credits(self, link: Link) -> bool:
        """Return whether one of two linked sentences is credited to somebody."""
        return bool(self._credits[0].get(link.a) or self._credits[1].get(link.b))

    def _attribution(self, link: Link) -> Iterator[Discrepancy]:
        a = Credited(self._a, self._credits[0].get(link.a, []), link.a in self._reporting[0])
        b = Credited(self._b, self._credits[1].get(link.b, []), link.b in self._reporting[1])
        comparison = compare_credits(a, b, link)
        if comparison is None:
            return
        origin = shared_origin(comparison.left, comparison.right)
        yield Discrepancy(
            DiscrepancyKind.ATTRIBUTION,
            comparison.verdict,
            _credit_side(self._a, link.a, comparison.left),
            _credit_side(self._b, link.b, comparison.right),
            attribution_reason(comparison.left, comparison.right, comparison.verdict, origin),
            one_sided=comparison.one_sided,
        )


def _by_sentence(facts: Sequence[Fact], wanted: Set[int]) -> Index[Fact]:
    index: Index[Fact] = defaultdict(list)
    for fact in facts:
        if fact.sentence in wanted:
            index[fact.sentence].append(fact)
    return index


def _credit_side(article: Article, sentence: int, credits: Sequence[Attribution]) -> Side:
    if credits:
        return Side(sentence, credits[0].start, credits[0].end)
    whole = article.sentences[sentence]
    return Side(sentence, whole.start, whole.end, own_voice=True)
