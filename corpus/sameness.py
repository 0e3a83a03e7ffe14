"""Whether two numbers count the same thing: what is counted, and what happened to it."""

from __future__ import annotations

from rapidfuzz import fuzz

from corpus.concepts import concepts_of, kinds
from corpus.model import Number
from corpus.words import fold, words

# Actors on two sides of a conflict are never one group, however alike the figures are.
_FORCES = frozenset({"police", "soldier", "security_forces", "peacekeeper"})
_CROWD = frozenset({"protester", "rebel", "attacker", "terrorist", "criminal"})
_ANYBODY = frozenset({"civilian", "victim"})
_FATES = frozenset(
    {"kill", "die", "injure", "hospitalise", "arrest", "missing", "rescue", "evacuate", "infect"}
)
_SAME_FATE = {"die": "kill", "hospitalise": "injure"}


def cost(x: Number, y: Number, codes: tuple[str, str]) -> float | None:
    """Give how unlike two counted things are, 0 to 1; None where they are not the same thing."""
    if x.kind != y.kind and {x.kind, y.kind} - {"count", "duration", "ordinal"}:
        return None
    left, right = _concepts(x, codes[0]), _concepts(y, codes[1])
    fates = _fates(left), _fates(right)
    if fates[0] and fates[1] and not fates[0] & fates[1]:
        return None
    if _opposed(left, right):
        return None
    if left & right:
        return 0.2 * (1 - len(left & right) / max(len(left), len(right)))
    alike = _alike(x.counted, y.counted)
    if alike >= 75:
        return 0.2
    if x.counted and y.counted and not (left & _ANYBODY or right & _ANYBODY):
        return None if alike < 50 else 0.6
    return 0.5


def _concepts(number: Number, code: str) -> frozenset[str]:
    said = " ".join(filter(None, (number.counted, number.state)))
    return frozenset(concepts_of(said, code))


def _fates(found: frozenset[str]) -> frozenset[str]:
    return frozenset(_SAME_FATE.get(concept, concept) for concept in found & _FATES)


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(
        (left & _FORCES and right & _CROWD and not right & _FORCES)
        or (left & _CROWD and right & _FORCES and not left & _FORCES)
    )


def _alike(x: str | None, y: str | None) -> float:
    if not x or not y:
        return 0.0
    left, right = (" ".join(fold(span.of(z)) for span in words(z)) for z in (x, y))
    return fuzz.token_set_ratio(left, right)


def unknown_concepts() -> frozenset[str]:
    """Give the concepts named here that the registry does not have (a test wants none)."""
    return (_FORCES | _CROWD | _ANYBODY | _FATES) - frozenset(kinds())
