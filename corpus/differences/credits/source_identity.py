"""Whether two sources are one: by proper name, by role in any language, by the words used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from corpus.model import Source
from corpus.text.words import WORD, fold

LIKE = 80
"""Minimum `fuzz.ratio` (0 to 100) of two words of one name: Tokajev, Tokayev; not Tass, TASR."""

VAGUE = frozenset({
    "spokesperson", "authority", "official", "leader", "source", "people", "statement", "report",
    "organization", "expert", "critic", "supporter", "parliament", "campaign", "media", "study",
})  # fmt: skip
"""Roles that many hold at once: only with a second one, or alone on both sides, they tell who."""
NEAR = (
    {"study", "researcher", "report", "university", "doctor", "hospital"},
    {"poll", "study", "report"},
    {"prison", "authority"},
    {"expert", "researcher", "economist", "doctor", "lawyer"},
    {"police", "prosecutor", "official"},
    {"government", "minister", "ministry", "official", "authority", "president", "prime_minister"},
    {"company", "chief_executive", "creator"},
    {"club", "player"},
    {"court", "lawyer", "law"},
    {"newspaper", "media", "journalist", "broadcaster", "news_agency"},
    {"army", "official"},
    {"source", "official", "people", "family", "friend"},
    {"council", "mayor"},
    {"spokesperson", "official", "leader", "authority"},
    {"meteorologist", "authority", "expert"},
    {"family", "woman", "man", "resident", "witness", "people", "victim"},
    {"critic", "people", "expert"},
)
"""Roles that one and the same source may be given in two accounts."""
_NAMED = frozenset({"agency", "outlet", "social"})


class Relation(StrEnum):
    """How two sources relate: one, a part of one body, others, or not to be told."""

    SAME = "same"
    PART = "part"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Name:
    """The words of a source: those of a proper name, and the common ones, folded."""

    proper: tuple[str, ...]
    common: tuple[str, ...]


@lru_cache(maxsize=16384)
def relation(x: Source, y: Source, one_language: bool) -> Relation:
    """Return how two sources relate; `one_language`: both articles are in the same one."""
    left, right = _name(x), _name(y)
    if left.proper and right.proper:
        return _of_names(x, y, left, right, one_language)
    shared = _of_roles(x, y)
    if shared is Relation.SAME:
        return Relation.PART if _speaks_for(x, y) else Relation.SAME
    if _one_within_other(left.common, right.common) or _named_in_role(x, y, left, right):
        return Relation.SAME
    if one_language:
        return Relation.UNKNOWN if _may_hold_role(x, y) else Relation.OTHER
    if left.proper or right.proper:
        return _name_beside_role(x, y, shared)
    return shared


def _of_names(x: Source, y: Source, left: _Name, right: _Name, one_language: bool) -> Relation:
    """Return how two sources with proper names relate: "Kai-Fu Lee" and "Lee" are one."""
    if _names_meet(left.proper, right.proper):
        return Relation.SAME
    if _acronym(left.proper, right.proper) or _acronym(right.proper, left.proper):
        return Relation.SAME
    if _named_in_role(x, y, left, right):
        return Relation.PART
    people = _is_person(x, left) and _is_person(y, right)
    if one_language and _may_hold_role(x, y) and not people:
        return Relation.UNKNOWN
    if one_language or people or (x.kind in _NAMED and y.kind in _NAMED):
        return Relation.PART if _of_roles(x, y) is Relation.SAME and not people else Relation.OTHER
    return Relation.UNKNOWN


def _may_hold_role(x: Source, y: Source) -> bool:
    """Return whether one names a person of unknown role, the other a person by role alone.

    "Goelman said", "Mr. Strzok's lawyer said": they may be one.
    """
    for named, other in ((x, y), (y, x)):
        unknown = named.kind == "person" and not named.roles and named.name[:1].isupper()
        if unknown and other.roles and other.kind in {"person", "unnamed"}:
            return True
    return False


def _is_person(source: Source, name: _Name) -> bool:
    """Return whether a name is a person's and no title: not "British PM", "Some AMs"."""
    shouted = any(len(word) > 1 and word.isupper() for word in source.name.split())
    return source.kind == "person" and not name.common and not shouted


def _name_beside_role(x: Source, y: Source, shared: Relation) -> Relation:
    """Return how a name relates to a role: others only where the name's own role is known."""
    if x.roles and y.roles:
        return shared
    return Relation.OTHER if x.kind in _NAMED or y.kind in _NAMED else Relation.UNKNOWN


def _of_roles(x: Source, y: Source) -> Relation:
    """Return how the roles of two sources relate; UNKNOWN where one has none that says who."""
    if not x.roles or not y.roles:
        return Relation.UNKNOWN
    left, right = x.roles - VAGUE, y.roles - VAGUE
    if left and right:
        if left & right:
            return Relation.SAME
        return Relation.UNKNOWN if _near(left, right) else Relation.OTHER
    if x.roles & y.roles:
        return Relation.SAME if left == right else Relation.UNKNOWN
    return Relation.UNKNOWN if left or right or _near(x.roles, y.roles) else Relation.OTHER


def _near(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(left & group and right & group for group in NEAR)


def _speaks_for(x: Source, y: Source) -> bool:
    """Return whether one is a person of the body that the other is: a spokesman of the police."""
    return {x.kind, y.kind} == {"person", "institution"}


def _named_in_role(x: Source, y: Source, left: _Name, right: _Name) -> bool:
    """Return whether the role of one names the other: "direktør i Equinor" beside "Equinor"."""
    for source, other in ((x, right), (y, left)):
        role = tuple(map(fold, WORD.findall(source.role or "")))
        words = other.proper or other.common
        if role and words and _within(words, role):
            return True
    return False


def _one_within_other(left: Sequence[str], right: Sequence[str]) -> bool:
    if not left or not right:
        return False
    return _within(left, right) or _within(right, left)


@lru_cache(maxsize=16384)
def _name(source: Source) -> _Name:
    """Return the words of a source: "AI-bruger Kai-Fu Lee" has Kai, Fu, Lee and bruger."""
    words = [word for run in WORD.findall(source.name) for word in run.split("-")]
    words = [word for word in words if len(word) > 1 or word.isupper()]
    small = [fold(word) for word in words if not word[0].isupper()]
    capitals = [fold(word) for word in words if word[0].isupper()]
    # "Police", "Eksperter" at the head of a sentence: a role, no name.
    lone = len(capitals) == 1 and not small and source.kind not in {*_NAMED, "person"}
    if source.roles and lone:
        return _Name((), tuple(capitals))
    return _Name(
        tuple(word.removesuffix("s") if len(word) > 4 else word for word in capitals), tuple(small)
    )


def _names_meet(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether two proper names share their last word, or all words of the shorter."""
    if _like(left[-1], right[-1]):
        return True
    few, many = sorted((left, right), key=len)
    if _within(few, many):
        return True
    shared = sum(any(_like(word, other) for other in many) for word in few)
    return 2 * shared >= len(few) and shared > 0


def _acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether one name is the first letters of the other: FN, Forente Nasjoner."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Return whether every word of one name stands in the other: Tokajev in Kassym Tokayev."""
    return all(any(_like(word, other) for other in many) for word in few)


def _like(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) > 3 and fuzz.ratio(word, other) >= LIKE
