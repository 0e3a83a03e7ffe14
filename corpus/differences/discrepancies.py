"""Linked facts -> discrepancies with verdict and reason; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from corpus.differences.claim_status import claims_of
from corpus.differences.loaded_terms import wordings_of
from corpus.differences.number_matching import Prices
from corpus.differences.reasons import attribution_reason, date_reason, number_reason
from corpus.differences.source_chains import fullest, shared_origin, verdict
from corpus.differences.term_and_claim import claim_differences, term_differences
from corpus.differences.verdicts import date_verdict, number_verdict
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
    Verdict,
)

Fact = TypeVar("Fact", Number, Date, Attribution)
Index = dict[int, list[Fact]]
SURE = 0.5
"""From this score on, two sentences surely report the same."""
BODY_SIZE = 12
"""So many facts of a kind in a sentence are compared at most; more stand in tables, not in news."""


def find_discrepancies(
    a: Article, b: Article, facts_a: Facts, facts_b: Facts, links: Sequence[Link]
) -> tuple[Discrepancy, ...]:
    """Compare the facts of linked sentences; agreements are kept too.

    In the order of the links; discrepancies with the same `group` are one difference met again.
    """
    if not links:
        return ()
    linked = [frozenset(side) for side in zip(*((link.a, link.b) for link in links), strict=True)]
    rooms = _Rooms((a, b), (facts_a, facts_b), linked)
    return _grouped(a, b, [found for link in links for found in rooms.of(link)])


class _Rooms:
    """The facts of the linked sentences."""

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
        self._wordings = list(map(wordings_of, sides))
        self._claims = list(map(claims_of, sides))

    def of(self, link: Link) -> Iterator[Discrepancy]:
        """Yield what differs and agrees inside one link."""
        yield from self._number(link)
        days = self._dates[0].get(link.a, []), self._dates[1].get(link.b, [])
        for d, e in _matched(*days, _date_cost):
            result = date_verdict(d, e)
            if result is not None:
                reason = date_reason(self._a, self._b, d, e, result)
                yield _discrepancy(DiscrepancyKind.DATE, result, d, e, reason)
        yield from self._attribution(link)
        words = self._wordings[0](link.a), self._wordings[1](link.b)
        yield from term_differences(self._a, self._b, *words)
        if link.score >= SURE:
            told = self._claims[0](link.a), self._claims[1](link.b)
            yield from claim_differences(self._a, self._b, *told)

    def _number(self, link: Link) -> Iterator[Discrepancy]:
        left, right = self._numbers[0].get(link.a, []), self._numbers[1].get(link.b, [])
        if not left or not right:
            return
        prices = Prices((self._a, self._b), (left, right), sure=link.score >= SURE)
        for x, y in _matched(left, right, prices.of):
            result = number_verdict(x, y)
            if result is not None:
                reason = number_reason(self._a, self._b, x, y, result)
                yield _discrepancy(DiscrepancyKind.NUMBER, result, x, y, reason)

    def _attribution(self, link: Link) -> Iterator[Discrepancy]:
        left = fullest(self._credits[0].get(link.a, []))
        right = fullest(self._credits[1].get(link.b, []))
        result = verdict(left, right)
        if result is None:
            return
        reason = attribution_reason(left, right, result, shared_origin(left, right))
        yield Discrepancy(
            DiscrepancyKind.ATTRIBUTION,
            result,
            _credit_side(self._a, link.a, left),
            _credit_side(self._b, link.b, right),
            reason,
        )


def _date_cost(x: Date, y: Date) -> float | None:
    result = date_verdict(x, y)
    if result is None:
        return None
    return {Verdict.AGREE: 0.0, Verdict.COMPATIBLE: 0.3, Verdict.DIFFER: 0.6}[result]


def _matched(
    left: Sequence[Fact], right: Sequence[Fact], price: Callable[[Fact, Fact], float | None]
) -> list[tuple[Fact, Fact]]:
    """Match facts one to one, the cheapest pairs first; ties go to those that stand nearest."""
    priced = [
        (found, abs(i - j), i, j)
        for i, x in enumerate(left[:BODY_SIZE])
        for j, y in enumerate(right[:BODY_SIZE])
        if (found := price(x, y)) is not None
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for _, _, i, j in sorted(priced):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            chosen.append((i, j))
    return [(left[i], right[j]) for i, j in sorted(chosen)]


def _by_sentence(facts: Sequence[Fact], wanted: Set[int]) -> Index[Fact]:
    found: Index[Fact] = defaultdict(list)
    for fact in facts:
        if fact.sentence in wanted:
            found[fact.sentence].append(fact)
    return found


def _discrepancy(
    kind: DiscrepancyKind, result: Verdict, x: Number | Date, y: Number | Date, reason: str
) -> Discrepancy:
    left, right = Side(x.sentence, x.start, x.end), Side(y.sentence, y.start, y.end)
    return Discrepancy(kind, result, left, right, reason)


def _credit_side(article: Article, sentence: int, found: Sequence[Attribution]) -> Side:
    if found:
        return Side(sentence, found[0].start, found[0].end)
    place = article.sentences[sentence]
    return Side(sentence, place.start, place.end, own_voice=True)


def _grouped(a: Article, b: Article, found: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Give the same number to the same difference: kind, verdict and reason are alike."""
    groups: dict[tuple[str, str, str], int] = {}
    return tuple(
        replace(item, group=groups.setdefault((item.kind, item.verdict, item.reason), len(groups)))
        for item in found
    )
