"""Which discrepancies of a comparison the reader has bookmarked, also after the texts changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.anchoring import anchored_in
from corpus.bookmarks import Bookmark
from corpus.model import Article, Comparison, Discrepancy, Span


def judged(bookmarks: Iterable[Bookmark], comparison: Comparison) -> dict[int, Bookmark]:
    """Give the bookmark of each bookmarked discrepancy, by its index in the comparison.

    They belong together if they are of one kind and both ends stand on the same characters; where
    several bookmarks fit, the one changed last counts. A jump that skips what was dismissed looks
    at `judgement` of these.
    """
    found: dict[int, Bookmark] = {}
    for bookmark in sorted(bookmarks, key=lambda b: (b.changed, b.id)):
        if bookmark.kind is None:
            continue
        a, b = _span(bookmark, comparison.a), _span(bookmark, comparison.b)
        if a is None or b is None:
            continue
        for index, discrepancy in enumerate(comparison.discrepancies):
            if discrepancy.kind.value != bookmark.kind:
                continue
            if _same(discrepancy.a.span, a) and _same(discrepancy.b.span, b):
                found[index] = bookmark
    return found


def dismissed(comparison: Comparison, known: Mapping[Discrepancy, Bookmark]) -> frozenset[int]:
    """Give the indexes of the discrepancies that were dismissed, by the bookmarks known of them.

    One difference met at several places (a group) is dismissed as a whole, unless the reader
    judged another of its places otherwise later.
    """
    found: set[int] = set()
    latest: dict[int, Bookmark] = {}
    for index, discrepancy in enumerate(comparison.discrepancies):
        bookmark = known.get(discrepancy)
        if bookmark is None:
            continue
        if bookmark.judgement == "dismissed":
            found.add(index)
        before = latest.get(discrepancy.group)
        if before is None or before.changed < bookmark.changed:
            latest[discrepancy.group] = bookmark
    groups = {group for group, b in latest.items() if group and b.judgement == "dismissed"}
    judged_apart = {i for i, d in enumerate(comparison.discrepancies) if d in known} - found
    alike = {i for i, d in enumerate(comparison.discrepancies) if d.group in groups}
    return frozenset(found | (alike - judged_apart))


def _span(bookmark: Bookmark, article: Article) -> Span | None:
    place = anchored_in(bookmark, article)
    return Span(place.start, place.end) if place else None


def _same(one: Span, other: Span) -> bool:
    """Tell whether two spans share more than half of what they cover together."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common > max(one.end, other.end) - min(one.start, other.start)
