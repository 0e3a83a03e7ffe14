"""What befalls people in the news, and the groups that they stand in, as concepts."""

from __future__ import annotations

from functools import lru_cache

from corpus.concepts.mentions import concepts_of, kinds
from corpus.model import Number

FATES = frozenset(
    {"kill", "die", "injure", "hospitalise", "arrest", "missing", "rescue", "evacuate", "infect",
     "kidnap", "convict", "charge", "release", "flee", "dismiss", "lay_off", "hire"}
)  # fmt: skip
"""Concepts of what befalls the people counted; they go before other events that stand nearer."""
ANYBODY = frozenset({"person_people"})
"""Concepts of people that say nothing of who they are: "38 people" may be "31 suspects"."""
FORCES = frozenset({"police", "soldier", "security_forces", "peacekeeper"})
CROWD = frozenset({"protester", "rebel", "attacker", "terrorist", "criminal"})
"""Groups on two sides of a conflict are never one group, however alike the figures are."""
_SAME = {"die": "kill", "dead_person": "kill", "hospitalise": "injure", "injured_person": "injure"}


@lru_cache(maxsize=65536)
def concepts_said(said: str | None, code: str) -> frozenset[str]:
    """Give the concepts of a phrase; dying is being killed, a hospital bed an injury."""
    found = concepts_of(said, code) if said else ()
    return frozenset(_SAME.get(concept, concept) for concept in found)


def is_fate(concept: str) -> bool:
    """Tell whether a concept is a fate or those whom it befell ("the dead")."""
    return _SAME.get(concept, concept) in FATES


def group(concepts: frozenset[str]) -> str:
    """Give the group that concepts of people name: "forces", "crowd" or "" where it is not told."""
    if concepts & FORCES:
        return "forces"
    return "crowd" if concepts & CROWD else ""


def frames(number: Number, code: str) -> tuple[str, ...]:
    """Give what a number is a figure of, as keys: "kill", "kill:crowd", "kill=26"."""
    if number.kind == "ordinal":
        return ()
    nouns, said = concepts_said(number.counted, code), concepts_said(number.state, code)
    if not nouns and not said:
        return ()
    found = []
    for fate in sorted((said | nouns) & FATES):
        found += [fate, f"{fate}:{group(nouns)}"]
        if number.low is not None and number.low == number.high:
            found.append(f"{fate}={number.low:g}")
    found += [f"of {noun}" for noun in sorted(nouns - FATES)]
    return tuple(found)


def unknown_concepts() -> frozenset[str]:
    """Give the concepts named here that the registry does not have (a test wants none)."""
    return (FORCES | CROWD | FATES | ANYBODY) - frozenset(kinds())
