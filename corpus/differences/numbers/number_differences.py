"""The numbers of two linked sentences -> discrepancies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.differences.fact_matching import match_facts
from corpus.differences.numbers.number_cases import case_of
from corpus.differences.numbers.number_matching import MatchCosts
from corpus.differences.numbers.number_parts import (
    is_joined,
    is_remainder,
    is_sum,
    may_be_part,
)
from corpus.differences.numbers.number_slots import slot_pairs
from corpus.differences.reasons import digits_reason, number_reason
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.word_alignment import Token
from corpus.differences.verdicts import number_verdict
from corpus.model import Article, Discrepancy, DiscrepancyKind, Number, Side, Verdict
from corpus.text.words import WORD, fold

LABEL = 20
"""Characters before a figure in which the word for what it numbers stands."""
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
    (a, b), (left, right) = pair.articles, pair.numbers
    if is_remainder(a, x, left) != is_remainder(b, y, right):
        return True
    if may_be_part(x, y, pair.codes):
        return True
    if x.low is not None and y.low is not None:
        joined = is_joined(a, x, left), is_joined(b, y, right)
        if any(joined) and joined == (x.low < y.low, y.low < x.low):
            return True
    return is_sum(x, b, right) or is_sum(y, a, left)


def _compared(pair: LinkedPair, x: Number, y: Number) -> Iterator[Discrepancy]:
    verdict = _verdict(pair, x, y)
    if verdict is not None:
        reason = number_reason(*pair.articles, x, y, verdict)
        if verdict is Verdict.DIFFER and (case := case_of(pair)):
            reason = f"{reason.removesuffix('.')}{case}."
        yield Discrepancy(
            DiscrepancyKind.NUMBER, verdict, _side(pair.link.a, x), _side(pair.link.b, y), reason
        )


def _verdict(pair: LinkedPair, x: Number, y: Number) -> Verdict | None:
    """Return the verdict of two figures; of two ranges both ends count."""
    verdict = number_verdict(x, y)
    if verdict is not Verdict.COMPATIBLE:
        return verdict
    if x.unit != y.unit:
        return verdict
    ranges = [_is_range(article, n) for article, n in zip(pair.articles, (x, y), strict=True)]
    return Verdict.DIFFER if all(ranges) else verdict


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
        elif x.value != y.value and _have_one_label(pair, x, y):
            yield Discrepancy(
                DiscrepancyKind.NUMBER,
                Verdict.DIFFER,
                _side(pair.link.a, x),
                _side(pair.link.b, y),
                digits_reason(*pair.articles, x.span, y.span),
            )


def _have_one_label(pair: LinkedPair, x: Token, y: Token) -> bool:
    """Return whether the words before two figures are one: "Flight 800" and "Flight 560"."""
    labels = [
        WORD.findall(article.text[max(0, token.start - LABEL) : token.start])[-1:]
        for article, token in zip(pair.articles, (x, y), strict=True)
    ]
    return bool(labels[0]) and list(map(fold, labels[0])) == list(map(fold, labels[1]))


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
