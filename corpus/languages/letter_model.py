"""How the words of a language are spelt: runs of two and three letters of its table's words.

Short texts hold few common words; their spelling still tells Danish "vejen" from Norwegian "veien".
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
"""How many runs of letters there may be; it sets what one never seen costs."""


def likelihoods(word: str) -> dict[str, float]:
    """Give for every language with a table how well a word (in small letters) fits its spelling.

    The mean over its runs of letters, in natural logarithms; only the differences between
    languages mean anything.
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
    found = {}
    for code in codes():
        counts = Counter(run for word in lexicon(code) for run in _runs(word))
        total = sum(counts.values()) + _SMOOTH * _KINDS
        profile = {run: math.log((count + _SMOOTH) / total) for run, count in counts.items()}
        found[code] = profile, math.log(_SMOOTH / total)
    return found


@lru_cache(maxsize=64)
def lexicon(code: str) -> frozenset[str]:
    """Give the words in small letters that stand anywhere in what is known of a language.

    Its news words, which stand in a folder of their own, are read too; only texts too short for
    their common words need them.
    """
    apart = (folder / "concepts" / f"{code}.yaml" for folder in folders())
    known = [load(code).sections, *(load_yaml(path) for path in apart if path.is_file())]
    return frozenset(_strings(known))


def _strings(node: Any) -> Iterator[str]:
    """Yield the words of all texts and lists of a table; keys are names of ours."""
    if isinstance(node, str):
        yield from _WORD.findall(node)
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif hasattr(node, "items"):
        for value in node.values():
            yield from _strings(value)
