"""In what a passage found again departs from the quotation: figures, names, negations.

A sentence next door is often like the one that was marked, but for these; so a place that departs
in one of them is the passage only where both its neighbours stand as they stood.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.ledger.text_folding import fold_text

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NEGATIONS = frozenset((
    "ikke", "ikkje", "inte", "icke", "ej", "ei", "aldri", "aldrig", "aldrigh", "aldrei",
    "ingen", "inga", "inget", "inkje", "intet", "ingenting", "hverken", "verken", "varken",
    "uten", "utan", "uden", "not", "no", "never", "none", "nobody", "nothing", "neither",
    "nor", "without", "cannot",
))  # fmt: skip
"""Words that deny, in Norwegian, Danish, Swedish and English."""
_KEPT = 90
"""Least similarity (rapidfuzz ratio) of a context that stands as it stood."""
_SPELLED = 75
"""Least similarity (rapidfuzz ratio) at which two names are one, spelled in two ways."""


def departs(quote: str, passage: str) -> bool:
    """Return whether a passage has another figure, name or negation than the quotation.

    "26 personer i Oslo" departs from "28 personer i Oslo", not from "26 mennesker i Oslo".
    """
    return (
        Counter(_FIGURE.findall(quote)) != Counter(_FIGURE.findall(passage))
        or _negations(quote) != _negations(passage)
        or _other_names(quote, passage)
        or _other_names(passage, quote)
    )


def stood_beside(passage: str, before: str, after: str) -> bool:
    """Return whether a passage is what a context began or ended with: the sentence next door."""
    here, left, right = (fold_text(part).text.strip() for part in (passage, before, after))
    ahead, behind = min(len(here), len(right)), min(len(here), len(left))
    return _one(here[:ahead], right[:ahead]) or _one(here[-behind:], left[-behind:])


def _one(passage: str, context: str) -> bool:
    """Return whether two passages are one, but for spelling."""
    from rapidfuzz import fuzz  # late: the notebook stays light to import

    alike = bool(context) and fuzz.ratio(passage, context) >= _KEPT
    return alike and not departs(passage, context)


def same_but_for_figures(context: str, here: str) -> bool:
    """Return whether a context stands as it stood, but for spelling and figures."""
    from rapidfuzz import fuzz  # late: the notebook stays light to import

    if not context.strip():
        return not here.strip()
    old, new = (_FIGURE.sub("0", part) for part in (context, here))
    folded = fold_text(old).text.strip(), fold_text(new).text.strip()
    return fuzz.ratio(*folded) >= _KEPT and not departs(old, new)


def _negations(text: str) -> int:
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in _NEGATIONS or word.endswith("n't") for word in words)


def _other_names(text: str, other: str) -> bool:
    """Return whether a text has a name that the other one has nothing like."""
    from rapidfuzz import fuzz, process  # late: the notebook stays light to import

    words = _WORD.findall(other)
    return any(
        process.extractOne(name, words, scorer=fuzz.ratio, score_cutoff=_SPELLED) is None
        for name in _names(text)
    )


def _names(text: str) -> list[str]:
    """Return words with a capital that do not begin a sentence: "Oslo" in "Uro i Oslo"."""
    return [
        match.group()
        for match in _WORD.finditer(text)
        if len(match.group()) > 1
        and match.group()[0].isupper()
        and not match.group().isupper()
        and re.search(r"[^\s.!?:»\"'(]\s*$", text[: match.start()])
    ]
