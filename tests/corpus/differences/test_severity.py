"""Severity: what excludes each other comes first, wording and agreements last."""

from __future__ import annotations

import pytest

from corpus.differences.severity import by_severity, severity_of
from corpus.model import (
    Confidence,
    Discrepancy,
    DiscrepancyKind,
    Link,
    Severity,
    Side,
    Strength,
    Verdict,
)

HERE = Side(0, 0, 5)
SURE = Link(0, 0, 0.9, Strength.SAME, confidence=Confidence.SURE)
WEAK = Link(0, 0, 0.1, Strength.PART, confidence=Confidence.WEAK)


def found(kind: str, verdict: str = "differ", *, one_sided: bool = False) -> Discrepancy:
    return Discrepancy(
        DiscrepancyKind(kind), Verdict(verdict), HERE, HERE, "Why.", one_sided=one_sided
    )


@pytest.mark.parametrize(
    ("kind", "verdict", "severity"),
    [
        ("number", "differ", Severity.CONFLICT),
        ("date", "compatible", Severity.IMPRECISE),
        ("name", "differ", Severity.CONFLICT),
        ("claim", "differ", Severity.CONFLICT),
        ("attribution", "differ", Severity.CREDIT),
        ("term", "differ", Severity.WORDING),
        ("detail", "differ", Severity.WORDING),
    ],
)
def test_the_kind_and_verdict_give_the_severity(
    kind: str, verdict: str, severity: Severity
) -> None:
    assert severity_of(found(kind, verdict)) is severity


def test_conflicts_on_sure_links_come_first_and_agreements_last() -> None:
    agreed, word, one_sided = found("number", "agree"), found("term"), found("attribution")
    items = [
        (SURE, agreed),
        (SURE, found("attribution", one_sided=True)),
        (SURE, word),
        (SURE, one_sided),
        (WEAK, found("number")),
        (SURE, found("date", "compatible")),
        (SURE, found("claim")),
    ]
    order = [(item.kind.value, item.verdict.value) for item in by_severity(items)]
    assert order == [
        ("claim", "differ"),
        ("number", "differ"),
        ("date", "compatible"),
        ("attribution", "differ"),
        ("term", "differ"),
        ("attribution", "differ"),
        ("number", "agree"),
    ]
