"""Concepts of outcomes for people (killed, arrested) and of the groups they belong to."""

from __future__ import annotations

from functools import lru_cache

from corpus.concepts.mentions import concepts_of, kinds
from corpus.model import Number

FATES = frozenset(
    {"kill", "die", "injure", "hospitalise", "arrest", "missing", "rescue", "evacuate", "infect",
     "kidnap", "convict", "charge", "release", "flee", "dismiss", "lay_off", "hire"}
)  # fmt: skip
"""Outcomes (killed, injured, arrested). One of these wins over a nearer event of another kind."""
ANYBODY = frozenset({"person_people"})
"""Concepts of people in general: "38 people" may be the same as "31 suspects"."""
FORCES = frozenset({"police", "soldier", "security_forces", "peacekeeper"})
CROWD = frozenset({"protester", "rebel", "attacker", "terrorist", "criminal"})
"""The other side of a conflict; its figures are never compared with those of FORCES."""
_SAME = {"die": "kill", "dead_person": "kill", "hospitalise": "injure", "injured_person": "injure"}


@lru_cache(maxsize=65536)
def concepts_said(said: str | None, code: str) -> frozenset[str]:
    """Return the concepts of a phrase, with "die" as "kill" and "hospitalise" as "injure"."""
    concepts = concepts_of(said, code) if said else ()
    return frozenset(_SAME.get(concept, concept) for concept in concepts)


def is_fate(concept: str) -> bool:
    """Return True for an outcome or for the people it concerns ("the dead")."""
    return _SAME.get(concept, concept) in FATES


def group(concepts: frozenset[str]) -> str:
    """Return the group that concepts of people belong to: "forces", "crowd" or "" if neither."""
    if concepts & FORCES:
        return "forces"
    return "crowd" if concepts & CROWD else ""


def frames(number: Number, code: str) -> tuple[str, ...]:
    """Return keys for what a number counts: "kill", "kill:crowd", "kill=26"."""
    if number.kind == "ordinal":
        return ()
    nouns, said = concepts_said(number.counted, code), concepts_said(number.state, code)
    if not nouns and not said:
        return ()
    keys = []
    for fate in sorted((said | nouns) & FATES):
        keys += [fate, f"{fate}:{group(nouns)}"]
        if number.low is not None and number.low == number.high:
            keys.append(f"{fate}={number.low:g}")
    keys += [f"of {noun}" for noun in sorted(nouns - FATES)]
    return tuple(keys)


def unknown_concepts() -> frozenset[str]:
    """Return the concepts named here that the registry lacks (a test expects none)."""
    return (FORCES | CROWD | FATES | ANYBODY) - frozenset(kinds())
