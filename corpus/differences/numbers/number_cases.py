"""Why two figures differ, where a rule can tell: another period, a revision, an estimate."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.differences.date_verdicts import date_verdict
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.slot_words import says
from corpus.model import Attribution, Date, Verdict

PERIODS = frozenset({"week", "month", "year", "period", "span"})
"""Grains of the times that a figure is of, not the day on which it was told."""


def case_of(pair: LinkedPair) -> str:
    """Return a clause that names the case of two unequal figures, "" where no rule tells it.

    "; of other periods: “in 2014” and “from 2007 to 2014”".
    """
    return _periods(pair) or _told_by(pair, "revisions", "a revision") or _estimate(pair)


def _periods(pair: LinkedPair) -> str:
    left, right = ([d for d in dates if d.grain in PERIODS] for dates in pair.dates)
    if len(left) != 1 or len(right) != 1 or date_verdict(left[0], right[0]) is Verdict.AGREE:
        return ""
    a, b = pair.articles
    return f"; of other periods: “{_said(a.text, left[0])}” and “{_said(b.text, right[0])}”"


def _estimate(pair: LinkedPair) -> str:
    case = _told_by(pair, "estimates", "an estimate")
    if not case:
        return ""
    sources = [_source(credits) for credits in pair.credits]
    side = 0 if case.startswith("; the left") else 1
    return f"{case} of {sources[side]}" if sources[side] else case


def _told_by(pair: LinkedPair, name: str, noun: str) -> str:
    told = [
        says(article.sentence_text(index), article.language, name)
        for article, index in zip(pair.articles, (pair.link.a, pair.link.b), strict=True)
    ]
    if told[0] == told[1]:
        return ""
    return f"; the {'left' if told[0] else 'right'} account gives {noun}"


def _source(credits: Sequence[Attribution]) -> str:
    return next((source.name for credit in credits for source in credit.sources), "")


def _said(text: str, date: Date) -> str:
    return " ".join(date.span.of(text).split())
