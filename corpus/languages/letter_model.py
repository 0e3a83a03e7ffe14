"""Letter bigrams and trigrams of a language, counted in the words of its table.

Short texts hold few common words; spelling still tells Danish "vejen" from Norwegian "veien".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from corpus.languages.tables import codes, folders, load, load_yaml

_WORD = re.compile(r"(?<![\w$%+!-])[^\W\d_A-Z]{3,}(?![\w$%+!-])")
_SMOOTH = 0.4
_KINDS = 9000
"""Assumed number of distinct n-grams; it sets the probability of one never seen."""


def likelihoods(word: str) -> dict[str, float]:
    """Return the mean log-likelihood of a lower-case word's n-grams, by language.

    Natural logarithms; only differences between languages are meaningful.
    """
    runs = list(_runs(word))
    return {
        code: sum(profile.get(run, least) for run in runs) / len(runs)
        for code, (profile, least) in _profiles().items()
    }


def _runs(word: str) -> Iterator[str]:
    padded = f"^{word}$"
    for at in range(len(padded) - 1):
        yield padded[at : at + 2]
        if at + 3 <= len(padded):
            yield padded[at : at + 3]


@lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[dict[str, float], float]]:
    profiles = {}
    for code in codes():
        counts = Counter(run for word in lexicon(code) for run in _runs(word))
        total = sum(counts.values()) + _SMOOTH * _KINDS
        profile = {run: math.log((count + _SMOOTH) / total) for run, count in counts.items()}
        profiles[code] = profile, math.log(_SMOOTH / total)
    return profiles


@lru_cache(maxsize=64)
def lexicon(code: str) -> frozenset[str]:
    """Return all lower-case words in the tables of a language, its news words included.

    Only texts too short to hold enough common words need them.
    """
    apart = (folder / "concepts" / f"{code}.yaml" for folder in folders())
    known = [load(code).sections, *(load_yaml(path) for path in apart if path.is_file())]
    return frozenset(_strings(known))


def _strings(node: Any) -> Iterator[str]:
    """Yield the words of all values of a table; its keys are field names, not words."""
    if isinstance(node, str):
        yield from _WORD.findall(node)
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif hasattr(node, "items"):
        for value in node.values():
            yield from _strings(value)
