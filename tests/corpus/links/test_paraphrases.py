"""Two sentences alone: figures of true paraphrases are not flagged, changed ones are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import DiscrepancyKind, Verdict, compare, parse_article

FILE = Path(__file__).parent.parent.parent / "data" / "paraphrases" / "figures.yaml"


def pairs(kind: str) -> list[tuple[str, str]]:
    table: Any = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [(pair["left"], pair["right"]) for pair in table[kind]]


def flagged(left: str, right: str) -> list[str]:
    found = compare(parse_article(left), parse_article(right))
    told = (d for d in found.discrepancies if d.verdict is Verdict.DIFFER)
    return [d.reason for d in told if d.kind in (DiscrepancyKind.NUMBER, DiscrepancyKind.DATE)]


@pytest.mark.parametrize(("left", "right"), pairs("same"))
def test_a_true_paraphrase_is_not_flagged(left: str, right: str) -> None:
    assert flagged(left, right) == []


def test_most_changed_figures_are_flagged() -> None:
    other = pairs("other")
    assert sum(bool(flagged(*pair)) for pair in other) >= 0.55 * len(other)
