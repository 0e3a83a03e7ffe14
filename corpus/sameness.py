"""Whether two numbers count the same thing: what is counted, and what befell it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from corpus.concepts import concepts_of, kinds
from corpus.counted import FATES
from corpus.model import Number
from corpus.words import fold, words

# Groups of people on two sides of a conflict are never one group, however alike the figures are.
FORCES = frozenset({"police", "soldier", "security_forces", "peacekeeper"})
CROWD = frozenset({"protester", "rebel", "attacker", "terrorist", "criminal"})
_SAME_FATE = {"die": "kill", "hospitalise": "injure"}

SAME_THING, SAME_FATE, UNTOLD, OTHER_WORDS = 0.1, 0.3, 0.4, 0.6
"""Costs: the same thing counted; the same fate of things not told apart; nothing told on one side;
the same fate of things in other words."""
ALIKE = 75
"""From so much `token_set_ratio` on two words for the counted are one ("soldat", "soldaterne")."""


def cost(x: Number, y: Number, codes: tuple[str, str]) -> float | None:
    """Give how unlike two counted things are, 0 to 1; None where they are not the same thing."""
    if x.kind != y.kind and {x.kind, y.kind} - {"count", "duration"}:
        return None
    nouns = _concepts(x.counted, codes[0]), _concepts(y.counted, codes[1])
    states = _concepts(x.state, codes[0]) | nouns[0], _concepts(y.state, codes[1]) | nouns[1]
    fates = _fates(states[0]), _fates(states[1])
    if (fates[0] and fates[1] and not fates[0] & fates[1]) or _opposed(*nouns):
        return None
    befell = bool(fates[0] & fates[1])
    if nouns[0] & nouns[1] or _alike(x.counted, y.counted) >= ALIKE or _one_group(*nouns):
        return SAME_THING - (0.05 if befell else 0)
    if befell:
        return OTHER_WORDS if x.counted and y.counted and nouns[0] and nouns[1] else SAME_FATE
    if x.counted and y.counted:
        return None
    return UNTOLD


@lru_cache(maxsize=4096)
def _concepts(said: str | None, code: str) -> frozenset[str]:
    found = concepts_of(said, code) if said else ()
    return frozenset(_SAME_FATE.get(concept, concept) for concept in found)


def _fates(found: frozenset[str]) -> frozenset[str]:
    return found & FATES


def _one_group(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(left & group and right & group for group in (FORCES, CROWD))


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(
        (left & FORCES and right & CROWD and not right & FORCES)
        or (left & CROWD and right & FORCES and not left & FORCES)
    )


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


def unknown_concepts() -> frozenset[str]:
    """Give the concepts named here that the registry does not have (a test wants none)."""
    return (FORCES | CROWD | FATES) - frozenset(kinds())
