"""Whether two numbers count the same thing: what is counted, and what befell it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from corpus.concepts.casualties import ANYBODY, FATES, concepts_said, group
from corpus.model import Number
from corpus.text.words import fold, words

SAME_THING, SAME_FATE, UNTOLD, OTHER_WORDS, UNKNOWN_WORDS = 0.1, 0.3, 0.4, 0.6, 0.8
"""Costs: the same thing counted; the same fate of things not told apart; nothing told on one side;
the same fate of things in other words; words that no concept tells apart."""
ALIKE = 75
"""From so much `token_set_ratio` on two words for the counted are one ("soldat", "soldaterne")."""


def cost(x: Number, y: Number, codes: tuple[str, str]) -> float | None:
    """Give how unlike two counted things are, 0 to 1; None where they are not the same thing."""
    if x.kind != y.kind and {x.kind, y.kind} - {"count", "duration"}:
        return None
    nouns = concepts_said(x.counted, codes[0]), concepts_said(y.counted, codes[1])
    states = (
        concepts_said(x.state, codes[0]) | nouns[0],
        concepts_said(y.state, codes[1]) | nouns[1],
    )
    fates = states[0] & FATES, states[1] & FATES
    if (fates[0] and fates[1] and not fates[0] & fates[1]) or _opposed(*nouns):
        return None
    befell = bool(fates[0] & fates[1] or states[0] & states[1])
    if (
        nouns[0] & nouns[1]
        or _alike(x.counted, y.counted) >= ALIKE
        or group(nouns[0]) == group(nouns[1]) != ""
    ):
        return SAME_THING - (0.05 if befell else 0)
    if befell:
        anybody = not (nouns[0] - ANYBODY and nouns[1] - ANYBODY)
        return SAME_FATE if anybody or not (x.counted and y.counted) else OTHER_WORDS
    if x.counted and y.counted:
        return None if nouns[0] and nouns[1] else UNKNOWN_WORDS
    return UNTOLD


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    groups = group(left), group(right)
    return bool(groups[0] and groups[1] and groups[0] != groups[1])


def _alike(x: str | None, y: str | None) -> float:
    if not x or not y:
        return 0.0
    left, right = (" ".join(fold(span.of(z)) for span in words(z)) for z in (x, y))
    return fuzz.token_set_ratio(left, right)


def shared_context(left: Iterable[str], right: Iterable[str]) -> float:
    """Give the share of the folded words around one number that stand in the other sentence."""
    mine, theirs = tuple(left), tuple(right)
    met = sum(any(fuzz.ratio(x, y) >= ALIKE for y in theirs) for x in mine)
    return met / len(mine) if mine else 0.0
