"""The numbers of two linked sentences -> discrepancies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.differences.fact_matching import match_facts
from corpus.differences.numbers.number_matching import MatchCosts
from corpus.differences.numbers.number_parts import is_remainder, is_sum
from corpus.differences.numbers.number_slots import slot_pairs
from corpus.differences.reasons import digits_reason, number_reason
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.word_alignment import Token
from corpus.differences.verdicts import bounds, number_verdict
from corpus.model import Article, Discrepancy, DiscrepancyKind, Number, Side, Verdict

_FIGURES = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


def number_differences(pair: LinkedPair) -> Iterator[Discrepancy]:
    """Yield the discrepancies of the numbers of a linked pair, then those of other figures.

    Figures are paired by what they count, and where that does not tell by where they stand.
    """
    left, right = pair.numbers
    used: set[Number] = set()
    if left and right:
        costs = MatchCosts(pair.articles, pair.numbers, sure=pair.sure)

        def cost(x: Number, y: Number) -> float | None:
            return None if _is_part(pair, x, y) else costs.of(x, y)

        for x, y in match_facts(left, right, cost):
            used |= {x, y}
            yield from _compared(pair, x, y)
    yield from _in_slots(pair, used)


def _is_part(pair: LinkedPair, x: Number, y: Number) -> bool:
    """Return whether unequal figures are a whole and a part of it."""
    if (x.low, x.high) == (y.low, y.high):
        return False
    a, b = pair.articles
    if is_remainder(a, x) != is_remainder(b, y):
        return True
    return is_sum(x, pair.numbers[1]) or is_sum(y, pair.numbers[0])


def _compared(pair: LinkedPair, x: Number, y: Number) -> Iterator[Discrepancy]:
    verdict = _verdict(pair, x, y)
    if verdict is not None:
        reason = number_reason(*pair.articles, x, y, verdict)
        yield Discrepancy(
            DiscrepancyKind.NUMBER, verdict, _side(pair.link.a, x), _side(pair.link.b, y), reason
        )


def _verdict(pair: LinkedPair, x: Number, y: Number) -> Verdict | None:
    """Return the verdict of two figures; of two ranges both ends count."""
    verdict = number_verdict(x, y)
    if verdict is Verdict.DIFFER and _are_vague(pair, x, y):
        return Verdict.COMPATIBLE
    if verdict is not Verdict.COMPATIBLE:
        return verdict
    if x.unit != y.unit:
        return verdict
    ranges = [_is_range(article, n) for article, n in zip(pair.articles, (x, y), strict=True)]
    return Verdict.DIFFER if all(ranges) else verdict


def _are_vague(pair: LinkedPair, x: Number, y: Number) -> bool:
    """Return whether two quantities are words that allow each other: "many", "several months"."""
    if any(map(str.isdigit, x.span.of(pair.articles[0].text) + y.span.of(pair.articles[1].text))):
        return False
    (low, high), (other_low, other_high) = bounds(x), bounds(y)
    return low != high and other_low != other_high and low <= other_high and other_low <= high


def _is_range(article: Article, number: Number) -> bool:
    """Return whether a figure is written with both ends: "12 to 15", not "hundreds"."""
    if number.low is None or number.high is None or number.low == number.high or number.about:
        return False
    return len(_FIGURES.findall(article.text, number.start, number.end)) == 2


def _in_slots(pair: LinkedPair, used: set[Number]) -> Iterator[Discrepancy]:
    left, right = (
        ([t for t in side if _is_free(t, used)] for side in pair.tokens)
        if _may_have(pair)
        else ([], [])
    )
    if not left or not right:
        return
    equal = {t.key for t in left} & {t.key for t in right}
    left, right = ([t for t in side if t.key not in equal] for side in (left, right))
    for x, y in slot_pairs(left, right, pair.words, pair.codes):
        if x.number and y.number:
            if not _is_part(pair, x.number, y.number):
                yield from _compared(pair, x.number, y.number)
        elif x.value != y.value:
            yield Discrepancy(
                DiscrepancyKind.NUMBER,
                Verdict.DIFFER,
                _side(pair.link.a, x),
                _side(pair.link.b, y),
                digits_reason(*pair.articles, x.span, y.span),
            )


def _may_have(pair: LinkedPair) -> bool:
    """Return whether both sentences hold a digit or a number."""
    texts = (
        article.sentence_text(index)
        for article, index in zip(pair.articles, (pair.link.a, pair.link.b), strict=True)
    )
    return all(
        bool(numbers) or any(map(str.isdigit, text))
        for text, numbers in zip(texts, pair.numbers, strict=True)
    )


def _is_free(token: Token, used: set[Number]) -> bool:
    return token.is_figure and token.number not in used


def _side(sentence: int, place: Number | Token) -> Side:
    return Side(sentence, place.start, place.end)
