"""Which discrepancies of a comparison the reader has bookmarked, also after the texts changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from corpus.ledger.anchoring import anchored_in
from corpus.ledger.records import Bookmark
from corpus.model import Article, Comparison, Discrepancy, Span


def judged(bookmarks: Iterable[Bookmark], comparison: Comparison) -> dict[int, Bookmark]:
    """Return the bookmark of each bookmarked discrepancy, by its index in the comparison.

    They belong together if they are of one kind and both ends stand on the same characters; where
    several bookmarks fit, the one changed last counts. A jump that skips what was dismissed looks
    at `judgement` of these.
    """
    found: dict[int, Bookmark] = {}
    places = _Places(comparison)
    for bookmark in sorted(bookmarks, key=lambda b: (b.changed, b.id)):
        if bookmark.kind is None:
            continue
        a, b = _span(bookmark, comparison.a), _span(bookmark, comparison.b)
        if a is not None and b is not None:
            found.update((index, bookmark) for index in places.at(bookmark.kind, a, b))
    return found


def dismissed(comparison: Comparison, known: Mapping[Discrepancy, Bookmark]) -> frozenset[int]:
    """Return the indexes of the discrepancies that were dismissed, by the bookmarks known of them.

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


class _Places:
    """The discrepancies of a comparison by where their left side begins."""

    def __init__(self, comparison: Comparison) -> None:
        self._found = comparison.discrepancies
        self._order = sorted(range(len(self._found)), key=lambda i: self._found[i].a.start)
        self._starts = [self._found[index].a.start for index in self._order]
        self._longest = max((found.a.end - found.a.start for found in self._found), default=0)

    def at(self, kind: str, a: Span, b: Span) -> Iterator[int]:
        """Return the indexes of the discrepancies of a kind that stand on these two spans."""
        first = bisect_left(self._starts, a.start - self._longest)
        last = bisect_left(self._starts, a.end)
        for index in self._order[first:last]:
            found = self._found[index]
            if found.kind.value == kind and _same(found.a.span, a) and _same(found.b.span, b):
                yield index


def _span(bookmark: Bookmark, article: Article) -> Span | None:
    place = anchored_in(bookmark, article)
    return Span(place.start, place.end) if place else None


def _same(one: Span, other: Span) -> bool:
    """Return whether two spans share more than half of what they cover together."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common > max(one.end, other.end) - min(one.start, other.start)
