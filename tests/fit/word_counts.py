"""How often words stand in each language, from lists whose licences allow counts to be shipped.

nb, da, sv and en are those of the package wordfreq (CC BY-SA 4.0). It has no Nynorsk: a form of
Nynorsk counts as often as the Bokmål form that it is spelled after by rule ("meiner",
"mener") or that shares a concept with it in the Norwegian wordnet, as
often as in the Nynorsk side of NTREX (CC BY-SA 4.0), or as the same form in Bokmål.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from corpus.text.words import WORD, fold

LANGUAGES = ("nb", "nn", "da", "sv", "en")
WORDNET = Path("../../shared/data/omw")
NTREX = Path("../../shared/train/ntrex.jsonl")
_SPELLINGS = (
    ("^kv", "hv"), ("ane$", "ene"), ("ar$", "er"), ("arane$", "erne"), ("leg$", "lig"),
    ("legare$", "ligere"), ("lege$", "lige"), ("leik$", "lighet"), ("heit$", "het"),
    ("heita$", "heten"), ("inga$", "ingen"), ("ingane$", "ingene"), ("a$", "en"), ("a$", "et"),
    ("ei", "e"), ("øy", "ø"), ("au", "ø"), ("jø", "e"), ("kj", "k"), ("gj", "g"), ("o", "u"),
    ("u", "y"), ("y", "i"), ("ande$", "ende"), ("skule", "skole"), ("ege", "ei"), ("øyr", "ør"),
    ("^frå", "fra"), ("aste$", "este"), ("ast$", "est"), ("are$", "ere"), ("å$", "a"),
    ("^noreg", "norge"), ("veg", "vei"), ("eig", "eg"), ("dd$", "dt"), ("a$", "e"), ("ø", "o"),
)  # fmt: skip
"""Nynorsk spellings as regular expressions, and the Bokmål ones that stand for them."""
_RESPELLED = 4
"""Characters of the shortest form that is looked for under another spelling."""
_SMOOTHED = 0.4
"""Of an occurrence in NTREX so much counts: what is met once there is rarer than once in so few."""


@cache
def counts(code: str) -> dict[str, float]:
    """Return the share of each folded form among all words of a language."""
    return _nynorsk() if code == "nn" else _folded(code)


@cache
def _folded(code: str) -> dict[str, float]:
    import wordfreq

    shares: dict[str, float] = defaultdict(float)
    for form, share in wordfreq.get_frequency_dict(code).items():
        if WORD.fullmatch(form):
            shares[fold(form)] += share
    return dict(shares)


def _nynorsk() -> dict[str, float]:
    bokmaal = _folded("nb")
    shares = {form: share for form, share in bokmaal.items() if share > 3e-7}
    for form in (form for form in bokmaal if len(form) >= _RESPELLED):
        for other in _as_bokmaal(form):
            _raise(shares, form, bokmaal.get(other, 0.0))
    for form, other in _same_concept():
        for ending in ("", "en", "et", "er", "ane", "ar", "e", "t", "te", "a"):
            alike = ending.replace("a", "e")
            _raise(shares, form + ending, bokmaal.get(other + alike, 0.0))
    for form, share in _ntrex("nn").items():
        _raise(shares, form, share)
    return shares


def _raise(shares: dict[str, float], form: str, share: float) -> None:
    if share > shares.get(form, 0.0):
        shares[form] = share


def _as_bokmaal(form: str) -> Iterator[str]:
    """Yield a form as Bokmål may spell it, by one or two rules: "kyrkjeleg" gives "kyrkjelig"."""
    rules = [(re.compile(fold(a) if "$" not in a else a), fold(b)) for a, b in _SPELLINGS]
    once = {rule.sub(new, form, count=1) for rule, new in rules if rule.search(form)}
    yield from once
    for first, (rule, new) in product(once, rules):
        if rule.search(first):
            yield rule.sub(new, first, count=1)


def _same_concept() -> Iterator[tuple[str, str]]:
    """Yield the lemmas of Nynorsk beside those of Bokmål that share a concept, most alike first."""
    from rapidfuzz import fuzz

    sides: list[dict[str, list[str]]] = []
    for code in ("nno", "nob"):
        lemmas: dict[str, list[str]] = defaultdict(list)
        for line in (WORDNET / "nor" / f"wn-data-{code}.tab").read_text("utf-8").splitlines()[1:]:
            synset, _, lemma = line.split("\t")
            lemmas[synset].append(fold(lemma))
        sides.append(lemmas)
    for synset, mine in sides[0].items():
        for form in mine:
            for other in sides[1].get(synset, ()):
                if fuzz.ratio(form, other) >= 60:
                    yield form, other


def _ntrex(code: str) -> dict[str, float]:
    """Return the shares of the forms of one side of NTREX that are met there, smoothed."""
    met: Counter[str] = Counter()
    for line in NTREX.read_text("utf-8").splitlines():
        for sentence in json.loads(line)[code]:
            met.update(map(fold, WORD.findall(sentence)))
    every = met.total()
    return {form: (count - 1 + _SMOOTHED) / every * 0.8 for form, count in met.items()}
