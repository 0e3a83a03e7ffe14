"""Comparing whom two sentences credit: chains of sources, in any spelling, by name or role."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from corpus.model import Attribution, Source, Verdict, Voice
from corpus.text.words import name_words

LIKE = 85
"""Minimum `fuzz.ratio` (0 to 100) of two words of one name: Tokajev, Tokayev; not Tass, TASR."""


def verdict(left: Sequence[Attribution], right: Sequence[Attribution]) -> Verdict | None:
    """Return how the credits of two sentences compare, None where both are told in own voice.

    The same sources agree; one chain that holds the other is compatible; anything else differs, a
    credited claim beside the outlet's own voice too.
    """
    if not left and not right:
        return None
    if not left or not right:
        return Verdict.DIFFER
    verdicts = [_chains(x, y) for x in left for y in right]
    for best in (Verdict.AGREE, Verdict.COMPATIBLE):
        if best in verdicts:
            return best
    return Verdict.DIFFER


def fullest(credits: Sequence[Attribution]) -> list[Attribution]:
    """Return the chains that are no part of another: not "Reuters" beside "police, by Reuters"."""
    return [
        x
        for x in credits
        if not any(
            len(x.sources) < len(y.sources)
            and all(any(same_source(s, t) for t in y.sources) for s in x.sources)
            for y in credits
            if x.sources
        )
    ]


def shared_origin(left: Sequence[Attribution], right: Sequence[Attribution]) -> str | None:
    """Return the agency or outlet that both sentences go back to: agreement that is one origin."""
    for x in (s for credit in left for s in credit.sources):
        for y in (s for credit in right for s in credit.sources):
            if x.kind in ("agency", "outlet") and same_source(x, y):
                return x.name
    return None


def _chains(x: Attribution, y: Attribution) -> Verdict:
    if not x.sources and not y.sources:
        return Verdict.AGREE if x.voice is y.voice is Voice.REPORTED else Verdict.DIFFER
    if not x.sources or not y.sources:
        return Verdict.DIFFER
    missing_left = [s for s in x.sources if not any(same_source(s, t) for t in y.sources)]
    missing_right = [t for t in y.sources if not any(same_source(s, t) for s in x.sources)]
    if not missing_left and not missing_right:
        return Verdict.AGREE
    return Verdict.DIFFER if missing_left and missing_right else Verdict.COMPATIBLE


@lru_cache(maxsize=16384)
def same_source(x: Source, y: Source) -> bool:
    """Return whether two sources are one: by name, a part of it, or the role they are given."""
    names = name_words(x.name), name_words(y.name)
    if not names[0] or not names[1]:
        return False
    if _within(names[0], names[1]) or _within(names[1], names[0]):
        return True
    roles = name_words(x.role or ""), name_words(y.role or "")
    return any(
        role and (_within(role, other) or _within(other, role))
        for role, other in ((roles[0], names[1]), (roles[1], names[0]))
    )


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Return whether every word of one name stands in the other ("Tokajev" in "Kassym Tokayev")."""
    return all(any(_like(word, other) for other in many) for word in few)


def _like(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) > 4 and fuzz.ratio(word, other) >= LIKE
