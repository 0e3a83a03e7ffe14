"""Manual links over a comparison made by rules: the reader's decision wins over every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.differences.discrepancies import find_discrepancies
from corpus.ledger.manual_links import Applied, apply
from corpus.ledger.records import HandLink
from corpus.model import Comparison, Confidence, Discrepancy, Evidence, Link, Side, Span, Strength

Pair = tuple[int, int]
LABELS = {"pin": "linked by hand", "split": "a part of the sentence, linked by hand"}


@dataclass(frozen=True, slots=True)
class Rejoined:
    """A comparison with manual links; `said` holds the manual link in force for each pair.

    `lost` are the manual links of which a passage is no longer found in its article.
    """

    comparison: Comparison
    said: dict[Pair, Applied]
    lost: tuple[HandLink, ...] = ()


def rejoin(comparison: Comparison, links: Sequence[HandLink]) -> Rejoined:
    """Return the comparison with manual links applied; of two for one pair the later one holds.

    Pinned and split pairs are linked and compared, forbidden ones are not; of a split pair only
    the facts inside the two parts are compared. Without manual links the comparison is unchanged.
    """
    applied, lost = apply(links, comparison.a, comparison.b)
    said: dict[Pair, Applied] = {}
    for word in sorted(applied, key=lambda word: (word.link.created, word.link.id)):
        said.update({(i, j): word for i in word.a for j in word.b})
    if not said:
        return Rejoined(comparison, {}, lost)
    ruled = {(link.a, link.b): link for link in comparison.links}
    joined = {pair: link for pair, link in ruled.items() if pair not in said}
    for pair, word in said.items():
        if word.link.action != "forbid":
            joined[pair] = _link(pair, word, ruled.get(pair))
    found = tuple(joined[pair] for pair in sorted(joined))
    rejoined = replace(
        comparison,
        links=found,
        related=tuple(link for link in comparison.related if (link.a, link.b) not in said),
        discrepancies=_compared(comparison, found, said),
    )
    return Rejoined(rejoined, said, lost)


def _link(pair: Pair, word: Applied, ruled: Link | None) -> Link:
    note = f": {word.link.note}" if word.link.note else ""
    label = LABELS.get(word.link.action, LABELS["pin"]) + note
    own = Evidence("reader", label, 1.0, word.span_a, word.span_b)
    strength = Strength.PART if word.link.action == "split" else Strength.SAME
    evidence = (own, *(ruled.evidence if ruled else ()))
    return Link(*pair, 1.0, strength, evidence, "reader", Confidence.SURE)


def _compared(
    comparison: Comparison, links: Sequence[Link], said: dict[Pair, Applied]
) -> tuple[Discrepancy, ...]:
    found: Iterable[Discrepancy] = find_discrepancies(
        comparison.a, comparison.b, comparison.facts_a, comparison.facts_b, links
    )
    parts = {pair: word for pair, word in said.items() if word.link.action == "split"}
    return tuple(d for d in found if _within(d, parts.get((d.a.sentence, d.b.sentence))))


def _within(discrepancy: Discrepancy, part: Applied | None) -> bool:
    return part is None or (
        _meets(discrepancy.a, part.span_a) and _meets(discrepancy.b, part.span_b)
    )


def _meets(side: Side, part: Span) -> bool:
    return side.own_voice or side.span.overlaps(part)
