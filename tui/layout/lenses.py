"""Lenses: which discrepancies are shown and walked; and the links of a comparison by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.model import (
    Article,
    Comparison,
    Confidence,
    Discrepancy,
    DiscrepancyKind,
    Link,
    SentenceKind,
    Severity,
    Verdict,
)

KINDS: tuple[DiscrepancyKind | None, ...] = (
    None,
    DiscrepancyKind.NUMBER,
    DiscrepancyKind.DATE,
    DiscrepancyKind.ATTRIBUTION,
    DiscrepancyKind.NAME,
    DiscrepancyKind.TERM,
    DiscrepancyKind.CLAIM,
    DiscrepancyKind.DETAIL,
)
"""The lenses in the order in which a key cycles them; None shows every kind."""

DEPTHS: tuple[frozenset[Verdict], ...] = (
    frozenset({Verdict.DIFFER}),
    frozenset({Verdict.DIFFER, Verdict.COMPATIBLE}),
    frozenset({Verdict.DIFFER, Verdict.COMPATIBLE, Verdict.AGREE}),
)
"""How much is shown: only what differs, also what is compatible, also what agrees."""

SEVERITIES = tuple(Severity)
"""The order of lists: conflicts first, other words for the same last."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What the reader looks for. `kind` None is all kinds; `depth` an index into DEPTHS."""

    kind: DiscrepancyKind | None = None
    depth: int = 2
    walk_depth: int = 0

    def shows(self, discrepancy: Discrepancy) -> bool:
        """Tell whether the discrepancy is marked in the texts."""
        return discrepancy.verdict in DEPTHS[self.depth] and self.kind in (None, discrepancy.kind)

    def stops_at(self, discrepancy: Discrepancy) -> bool:
        """Tell whether a jump to the next difference stops there."""
        return discrepancy.verdict in DEPTHS[self.walk_depth] and self.kind in (
            None,
            discrepancy.kind,
        )

    def deeper(self) -> Lens:
        """Return the lens that walks the next depth, from all back to only what differs."""
        return replace(self, walk_depth=(self.walk_depth + 1) % len(DEPTHS))

    @property
    def name(self) -> str:
        """Say the lens in words for the status line."""
        kind = "all kinds" if self.kind is None else f"{self.kind.value}s"
        return f"{kind} · {('differ', '+ compatible', '+ agree')[self.walk_depth]}"


class Links:
    """The links and discrepancies of a comparison, found by sentence and in walking order.

    Sides are 0 for the left article and 1 for the right one. Weak links are left out, unless asked
    for; `left_out` are their pairs of sentences.
    """

    def __init__(self, comparison: Comparison, *, weak: bool = False) -> None:
        self.comparison = comparison
        ordered = sorted(comparison.links, key=lambda link: (link.a, link.b))
        self.links = tuple(link for link in ordered if weak or not is_weak(link))
        self.weak = sum(map(is_weak, ordered))
        self.left_out = frozenset((link.a, link.b) for link in ordered if is_weak(link) > weak)
        self.by_sentence: tuple[dict[int, list[Link]], dict[int, list[Link]]] = ({}, {})
        self._pairs: dict[tuple[int, int], int] = {}
        for number, link in enumerate(self.links):
            self.by_sentence[0].setdefault(link.a, []).append(link)
            self.by_sentence[1].setdefault(link.b, []).append(link)
            self._pairs[link.a, link.b] = number
        articles = (comparison.a, comparison.b)
        self._walks = tuple(sorted(by) for by in self.by_sentence)
        self._alone = tuple(only_here(articles[side], self.by_sentence[side]) for side in (0, 1))
        self._discrepancies: defaultdict[tuple[int, int], list[Discrepancy]] = defaultdict(list)
        for discrepancy in comparison.discrepancies:
            self._discrepancies[discrepancy.a.sentence, discrepancy.b.sentence].append(discrepancy)

    def between(self, a: int, b: int) -> Link | None:
        """Return the link of two sentences."""
        number = self._pairs.get((a, b))
        return None if number is None else self.links[number]

    def number(self, link: Link) -> int:
        """Return the place of a link in reading order, from 0."""
        return self._pairs[link.a, link.b]

    def linked(self, side: int) -> list[int]:
        """Return the sentences of a side that have a partner, in order."""
        return self._walks[side]

    def weakly_linked(self, side: int) -> frozenset[int]:
        """Return the sentences of a side that have none but weak links."""
        linked = self.by_sentence[side].items()
        return frozenset(sentence for sentence, links in linked if all(map(is_weak, links)))

    def alone(self, side: int) -> list[int]:
        """Return the sentences of a side's body that no link reaches, in order."""
        return self._alone[side]

    def partners(self, side: int, sentence: int) -> list[int]:
        """Return the sentences of the other side that are linked with this one, in text order."""
        found = self.by_sentence[side].get(sentence, [])
        return [link.b if side == 0 else link.a for link in found]

    def discrepancies(self, a: int, b: int) -> list[Discrepancy]:
        """Return what differs or agrees between two sentences."""
        return self._discrepancies.get((a, b), [])


def is_weak(link: Link) -> bool:
    """Return whether a link is more often wrong than right; what the reader linked never is."""
    return link.confidence is Confidence.WEAK and link.origin != "reader"


def by_severity(discrepancies: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Return differences as lists show them: the graver first, then in the order of the text."""
    return sorted(
        discrepancies, key=lambda d: (SEVERITIES.index(d.severity), d.a.sentence, d.a.start)
    )


def stops(discrepancies: Iterable[Discrepancy], lens: Lens) -> list[Discrepancy]:
    """Return one discrepancy for each difference the lens walks, in the order of the left text.

    Those of one group are one stop; where nothing was grouped (all groups 0) each is its own.
    """
    chosen = sorted(
        filter(lens.stops_at, discrepancies), key=lambda d: (d.a.sentence, d.a.start, d.b.start)
    )
    if not any(discrepancy.group for discrepancy in chosen):
        return chosen
    first: dict[int, Discrepancy] = {}
    for discrepancy in chosen:
        first.setdefault(discrepancy.group, discrepancy)
    return list(first.values())


def only_here(article: Article, linked: Iterable[int]) -> list[int]:
    """Return the sentences of the article's body that no link reaches, in order."""
    reached = set(linked)
    return [
        index
        for index, sentence in enumerate(article.sentences)
        if sentence.kind is SentenceKind.BODY and index not in reached
    ]


def step(stops_at: Sequence[int], position: int, delta: int) -> int | None:
    """Return the value of the sorted sequence `delta` steps after (before) `position`, wrapping."""
    if not stops_at:
        return None
    if delta > 0:
        at = bisect_right(stops_at, position)
        return stops_at[0] if at == len(stops_at) else stops_at[min(at + delta, len(stops_at)) - 1]
    at = bisect_left(stops_at, position)
    return stops_at[max(at + delta, 0)] if at else stops_at[-1]
