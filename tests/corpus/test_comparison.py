"""The one front door: what it tells while it compares, and how it is stopped."""

from __future__ import annotations

import gc

import pytest

from corpus.comparison import STEPS, compare
from corpus.reading.articles import parse_article

A = parse_article("Politiet melder at 26 personer er skadet i Oslo.", language="nb")
B = parse_article("Politiet melder at 28 personer er skadet i Oslo.", language="nb")


def test_progress_is_told_every_step_and_changes_nothing() -> None:
    steps: list[tuple[int, int]] = []
    assert compare(A, B, progress=lambda *step: steps.append(step)) == compare(A, B)
    assert steps == [(done, STEPS) for done in range(STEPS)]


@pytest.mark.parametrize("last", range(STEPS))
def test_progress_may_stop_a_comparison_at_every_step(last: int) -> None:
    def stop(done: int, total: int) -> None:
        if done == last:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(A, B, progress=stop)


def test_a_comparison_leaves_the_collector_of_its_process_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def touched() -> None:
        raise AssertionError("the collector is the caller's")

    for name in ("disable", "enable", "freeze"):
        monkeypatch.setattr(gc, name, touched)
    assert compare(A, B).links
