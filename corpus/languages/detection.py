"""Language identification by common words, special letters and spelling.

Every language with a table scores with the words of its `stopwords` and `telling` sections; the
languages of `other_languages.yaml` score too, so that a German text is not taken for Danish. The
weight of a word is divided among the languages that share it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.languages.letter_model import lexicon, likelihoods
from corpus.languages.tables import codes, load, load_yaml

UNKNOWN = "und"
"""The ISO 639 code of an undetermined language."""
_OTHERS = Path(__file__).parent / "shared" / "other_languages.yaml"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\S+")
_SLICE = 8000
"""Characters of each of the three slices that a long text is judged by."""
_LETTER, _FOREIGN, _ALONE = 0.3, -0.5, 0.3
"""Weights of a special letter, of a word with letters foreign to a language, of a word of one
letter; a word of one language only weighs 1."""
_HELD, _ENDING = 0.6, 0.4
"""Weights of a word that stands in a table, and of an ending."""
_SPELT, _MOST = 0.4, 0.6
"""Weight and maximum of a word's spelling score; a word of one language only scores 1."""
_STRANGE = -7.5
"""Mean log-likelihood below which a word's spelling counts against every language."""
_COVERED, _FEW = 0.16, 8
"""Share of a text's words that its language must know; not asked of so few words."""
_CLEAR = 12.0
"""Lead in score over the second language from which spelling is not looked at."""


@dataclass(frozen=True, eq=False)
class _Forms:
    """Languages by word, ending and special letter; and all special letters of each language."""

    lexicon: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    own: dict[str, frozenset[str]]


def guess(text: str) -> str:
    """Return the ISO 639 code of a text's language, "und" if it cannot be determined."""
    sample = _ADDRESS.sub(" ", _sample(text))
    script = _script(sample)
    if script != "LATIN":
        return _of_script(script, sample)
    return _of_words(_WORD.findall(sample.replace("’", "'")))


def _sample(text: str) -> str:
    """Return a short text whole, three slices of a long one."""
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


def _script(sample: str) -> str:
    counted = Counter(
        unicodedata.name(c, "?").split(" ", 1)[0].split("-")[0] for c in sample if c.isalpha()
    )
    if "HIRAGANA" in counted and counted["HIRAGANA"] * 10 > counted["CJK"]:
        return "HIRAGANA"
    return counted.most_common(1)[0][0] if counted else ""


def _of_script(script: str, sample: str) -> str:
    table = _others()
    known = str(table["scripts"].get(script, UNKNOWN))
    present = Counter(sample.lower())
    best, most = known, sum(c.isalpha() for c in sample) / 200
    for code, letters in table["script_letters"].items():
        count = sum(present[c] for c in letters)
        if count > most and all(unicodedata.name(c).startswith(script) for c in letters):
            best, most = code, count
    return best


def _of_words(words: list[str]) -> str:
    common = _common()
    scores: dict[str, float] = defaultdict(float)
    covered: Counter[str] = Counter()
    unknown = []
    for word in words:
        known = common.get(word.lower(), ())
        weight = 1.0 if len(word) > 1 else _ALONE
        for code in known:
            scores[code] += weight / len(known)
            covered[code] += 1
        if not known:
            unknown.append(word)
    hits = Counter(covered)
    ranked = sorted(scores.values(), reverse=True)
    if len(ranked) < 2 or ranked[0] - ranked[1] < _CLEAR:
        _vote_by_forms(unknown, scores, covered)
    return _winner(scores, hits, covered, len(words))


def _vote_by_forms(words: list[str], scores: dict[str, float], covered: Counter[str]) -> None:
    """Add the scores of words outside the lists of common words, by letters, form and spelling."""
    forms = _forms()
    for word in words:
        if not word.isascii():
            _vote_by_letters(word, forms, scores)
        if word[0].islower() and len(word) > 2:
            covered.update(_vote_by_form(word.lower(), forms, scores))
            _vote_by_spelling(word.lower(), scores)


def _vote_by_form(word: str, forms: _Forms, scores: dict[str, float]) -> tuple[str, ...]:
    """Add the score of a word by the tables that hold it and by its ending ("-ning").

    Returns the languages whose tables hold the word.
    """
    holding = forms.lexicon.get(word, ())
    for code in holding:
        scores[code] += _HELD / len(holding)
    for size in range(min(6, len(word) - 1), 0, -1):
        if ending := forms.endings.get(word[-size:]):
            for code in ending:
                scores[code] += _ENDING / len(ending)
            break
    return holding


def _vote_by_letters(word: str, forms: _Forms, scores: dict[str, float]) -> None:
    special = {c for c in word.lower() if not c.isascii()}
    for letter in special:
        having = forms.letters.get(letter, ())
        for code in having:
            scores[code] += _LETTER / len(having)
    if word[0].isupper():
        return  # names keep the letters of their language
    for code, letters in forms.own.items():
        if not special <= letters:
            scores[code] += _FOREIGN


def _vote_by_spelling(word: str, scores: dict[str, float]) -> None:
    fits = likelihoods(word)
    mean = sum(fits.values()) / len(fits)
    strange = min(_MOST, max(0.0, _STRANGE - max(fits.values())))
    for code, fit in fits.items():
        scores[code] += max(-_MOST, min(_MOST, (fit - mean) * _SPELT)) - strange


def _winner(scores: dict[str, float], hits: Counter[str], covered: Counter[str], count: int) -> str:
    """Return the language with the best score; if any has two common words, one that has some."""
    tables = codes()
    if any(common >= 2 for common in hits.values()):
        scores = {code: score for code, score in scores.items() if hits[code]}
    ranked = sorted(scores, key=lambda code: (scores[code], code in tables), reverse=True)
    if not ranked or not covered[ranked[0]]:
        return UNKNOWN
    best = ranked[0]
    enough = covered[best] / count >= _COVERED or count <= _FEW
    return best if enough and scores[best] > 0 else UNKNOWN


@lru_cache(maxsize=1)
def _others() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml(_OTHERS)
    return table


@lru_cache(maxsize=1)
def _common() -> dict[str, tuple[str, ...]]:
    """Return the languages of each common word."""
    words: dict[str, list[str]] = {}
    for code in codes():
        language = load(code)
        typical = language.section("telling").get("words") or ()
        _add(words, (*(language.section("stopwords") or ()), *typical), code)
    for code, common in _others()["words"].items():
        if code not in codes():
            _add(words, common, code)
    return _fixed(words)


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    own = {code: frozenset(text) for code, text in _others()["letters"].items()}
    lexicons: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for code in codes():
        typical = load(code).section("telling")
        own[code] = frozenset(typical.get("letters") or "")
        _add(lexicons, lexicon(code), code)
        _add(endings, typical.get("endings") or (), code)
    for code, special in own.items():
        _add(letters, special, code)
    return _Forms(_fixed(lexicons), _fixed(endings), _fixed(letters), own)


def _add(table: dict[str, list[str]], words: Iterable[str], code: str) -> None:
    for word in dict.fromkeys(word.lower() for word in words):
        table.setdefault(word, []).append(code)


def _fixed(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(languages) for word, languages in table.items()}
