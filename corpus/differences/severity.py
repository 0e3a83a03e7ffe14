"""How grave a discrepancy is, and the order that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.model import Confidence, Discrepancy, DiscrepancyKind, Link, Severity, Verdict

_OF_KIND = {
    DiscrepancyKind.ATTRIBUTION: Severity.CREDIT,
    DiscrepancyKind.TERM: Severity.WORDING,
    DiscrepancyKind.DETAIL: Severity.WORDING,
}
"""Kinds that tell no fact of the event; the others exclude each other or are imprecise."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_CONFIDENCE = {confidence: rank for rank, confidence in enumerate(Confidence)}
_VERDICT = (Verdict.DIFFER, Verdict.COMPATIBLE, Verdict.AGREE)


def severity_of(discrepancy: Discrepancy) -> Severity:
    """Return the severity of a discrepancy: "8 killed" beside "9 killed" is a conflict."""
    of_kind = _OF_KIND.get(discrepancy.kind)
    if of_kind is not None:
        return of_kind
    return Severity.CONFLICT if discrepancy.verdict is Verdict.DIFFER else Severity.IMPRECISE


def by_severity(found: Iterable[tuple[Link, Discrepancy]]) -> list[Discrepancy]:
    """Return discrepancies with their severity, the gravest first, agreements last.

    Credits on one side only come after those on both; of equal ones those of surer links first.
    """
    rated = [(link, replace(item, severity=severity_of(item))) for link, item in found]
    return [item for _, item in sorted(rated, key=_order)]


def _order(rated: tuple[Link, Discrepancy]) -> tuple[object, ...]:
    link, item = rated
    return (
        item.verdict is Verdict.AGREE,
        item.one_sided,
        _RANK[item.severity],
        _VERDICT.index(item.verdict),
        _CONFIDENCE[link.confidence],
    )
