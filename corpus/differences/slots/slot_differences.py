"""Names and other words that stand in one place of two linked sentences -> discrepancies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from corpus.differences.slots.detail_slots import detail_slots
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.name_forms import given_names, misspelt_names, standing_slots
from corpus.differences.slots.name_slots import Names, name_slots
from corpus.model import Article, Discrepancy, DiscrepancyKind, Side, Verdict


def slot_differences(pair: LinkedPair) -> Iterator[Discrepancy]:
    """Yield the names and details in which two linked sentences differ, none twice."""
    readers = (name_slots, misspelt_names, given_names, standing_slots)
    names = list(dict.fromkeys(chain.from_iterable(read(pair) for read in readers)))
    for found in names:
        yield _discrepancy(pair, DiscrepancyKind.NAME, found)
    if not names:
        for found in detail_slots(pair):
            yield _discrepancy(pair, DiscrepancyKind.DETAIL, found)


def _discrepancy(pair: LinkedPair, kind: DiscrepancyKind, found: Names) -> Discrepancy:
    a, b = pair.articles
    left = Side(pair.link.a, found[0][0].start, found[0][-1].end)
    right = Side(pair.link.b, found[1][0].start, found[1][-1].end)
    said = f"{_said(a, left)} in the left account, {_said(b, right)} in the right"
    reason = f"{said}, in the same place."
    return Discrepancy(kind, Verdict.DIFFER, left, right, reason)


def _said(article: Article, side: Side) -> str:
    return f"“{' '.join(side.span.of(article.text).split())}”"
