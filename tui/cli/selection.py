"""Which discrepancies of a comparison are printed, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Comparison, Confidence, Discrepancy, Verdict


@dataclass(frozen=True, slots=True)
class Selection:
    """What the options of `abreast compare` ask for.

    `kinds` are the kinds to print, all where it is empty. `sure` leaves out what rests on links
    that are no more than likely, `weak` takes in what rests on weak ones. `sort` is "severity" or
    "place" (the order of the left article).
    """

    kinds: frozenset[str] = frozenset()
    sure: bool = False
    weak: bool = False
    one_sided: bool = False
    sort: str = "severity"


def chosen(comparison: Comparison, selection: Selection) -> list[Discrepancy]:
    """Return the discrepancies asked for, each group once, at its first place."""
    first: dict[int, Discrepancy] = {}
    for item in comparison.discrepancies:
        if _asked(item, confidence(comparison, item), selection):
            first.setdefault(item.group, item)
    found = list(first.values())
    if selection.sort == "place":
        found.sort(key=lambda item: (item.a.start, item.b.start))
    return found


def folded(comparison: Comparison, selection: Selection) -> int:
    """Return how many differences of one-sided sources are left out."""
    groups = {
        item.group
        for item in comparison.discrepancies
        if item.one_sided and not selection.one_sided and item.verdict is Verdict.DIFFER
    }
    return len(groups)


def confidence(comparison: Comparison, item: Discrepancy) -> Confidence:
    """Return how sure the link is on which a discrepancy rests."""
    for link in comparison.links:
        if (link.a, link.b) == (item.a.sentence, item.b.sentence):
            return link.confidence
    return Confidence.SURE


def _asked(item: Discrepancy, sure: Confidence, selection: Selection) -> bool:
    if selection.kinds and item.kind.value not in selection.kinds:
        return False
    if item.one_sided and not selection.one_sided:
        return False
    if sure is Confidence.WEAK:
        return selection.weak
    return sure is Confidence.SURE or not selection.sure
