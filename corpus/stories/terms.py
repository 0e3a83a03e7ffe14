"""The terms of an article by which it is matched with other articles, in whatever language."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.languages.tables import load
from corpus.model import Article
from corpus.text.words import fold

LEAD = 400
"""Words from the beginning of an article that are read: the event is told there, the rest is often
background that other events share."""
LETTERS = 7
"""Letters of a word that count, so that forms, and words of neighbouring languages, meet."""
OPENING = 40
"""Words at the beginning of the text that count a half more: the lead tells the event itself."""
TITLE_WEIGHT, OPENING_WEIGHT = 3.0, 1.5
NAME_WEIGHT = 2.0
"""What a name weighs more than another word: names are what tells two events of a kind apart."""
_WORD = re.compile(r"[^\W_]+")
# Spellings that differ between neighbouring languages: ø and ö, æ and ä, å and aa, hv and v.
_LETTERS = str.maketrans("æäøöåéüwzqcx", "eeooaeuvskkk")
_RUNS = (("aa", "a"), ("hv", "v"), ("kj", "k"), ("dt", "t"))
_DOUBLE = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of an article: its weighted count, its shortest form there, whether it is a name."""

    count: float
    form: str
    name: bool

    @property
    def weight(self) -> float:
        """How much the term tells, by its count and kind, without its rarity."""
        return (1 + math.log(max(self.count, 1.0))) * (NAME_WEIGHT if self.name else 1.0)


def terms_of(article: Article) -> dict[str, Term]:
    """Return the terms of an article by their key; words of the grammar have none."""
    title, body = _WORD.findall(article.title), _WORD.findall(article.text)[:LEAD]
    plain = {word for word in (*title, *body) if word[0].islower()}
    skipped = _function_words(article.language)
    found: dict[str, Term] = {}
    weighted = [(word, TITLE_WEIGHT) for word in title]
    weighted += [(word, OPENING_WEIGHT if i < OPENING else 1.0) for i, word in enumerate(body)]
    for word, weight in weighted:
        form = fold(word)
        if len(form) < 3 or form in skipped:
            continue
        key, named = key_of(form), word[0].isupper() and word.lower() not in plain
        old = found.get(key)
        if old is None:
            found[key] = Term(weight, form, named)
        else:
            shortest = min(old.form, form, key=len)
            found[key] = Term(old.count + weight, shortest, old.name or named)
    return found


@lru_cache(maxsize=65536)
def key_of(form: str) -> str:
    """Return the key under which forms and near spellings of a word meet.

    >>> key_of("demonstranterne") == key_of("demonstrantene")
    True
    """
    key = form.translate(_LETTERS)
    for run, letter in _RUNS:
        key = key.replace(run, letter)
    return _DOUBLE.sub(r"\1", key)[:LETTERS]


@lru_cache(maxsize=64)
def _function_words(code: str) -> frozenset[str]:
    return frozenset(map(fold, load(code).section("stopwords") or ()))
