"""What a glance at the runs of text between spaces tells: most sentences state no quantity, or
plain figures only ("said that 607 people"), and need not be read word by word.

A run is looked into once: whether a quantity may begin in it, and whether its first or last word
can make something else of a figure or an article beside it ("at 7", "607 million", "a few").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.phrasebook import Words, words_of
from corpus.quantitywords import SIGNS, QuantityWords, quantity_words
from corpus.words import ByWord

# What a run is, in bits, so that the greatest of a sentence tells whether any opens a quantity.
_BEFORE, _BEFORE_SMALL, _AFTER = 1, 2, 4  # matters to a figure after it, to one up to 31; before it
_ARTICLE, _FIGURE, _SMALL, _COMMA, _STOP, _OPENS = 8, 16, 32, 64, 128, 256
_BESIDE = _BEFORE | _BEFORE_SMALL | _AFTER

_PLAIN = re.compile(r"([1-9][0-9]{0,3})([.,]?)", re.ASCII)
_YEARS = range(1400, 2101)
_DAYS = range(1, 32)
_OPENED = frozenset("«“\"'‘(")
"""Signs that may open before a word that figures count: 26 «armed criminals»."""


class Glances(ByWord[int]):
    """The runs of one language, each with what a glance at it tells."""

    def __init__(self, lexicon: QuantityWords) -> None:
        super().__init__(self._role)
        self._lexicon = lexicon
        self._articles = frozenset(filter(self._is_article, lexicon.marks["articles"]))
        self._before = _named(lexicon, ("between", "only", "list_names", "ordinal_before"))
        self._before |= lexicon.hedges.last_words
        self._before_small = _named(lexicon, ("clock", "clock_is", "clock_over", "halves"))
        self._after = _named(lexicon, ("times", "of", "range", "halves")) | lexicon.units
        after = ("range_words", "out_of", "in_every", "clock_after", "not_before")
        tables = (lexicon.hedges_after, lexicon.scales, lexicon.dozens)
        for table in (*tables, *(lexicon.phrases[name] for name in after)):
            self._after |= table.first_words
            self._after |= table.second_words({","})
        for table in lexicon.openings:
            self._after |= table.second_words(lexicon.marks["articles"])

    def figures(self, sentence: str) -> Sequence[tuple[int, str]] | None:
        """Give the plain figures of a sentence with their places, where it states nothing else.

        None for a sentence that may state more.
        """
        runs = sentence.split()
        roles = list(map(self.__getitem__, runs))
        if max(roles, default=0) < _ARTICLE:
            return ()
        found = []
        last = len(roles) - 1
        for i in [i for i, role in enumerate(roles) if role >= _ARTICLE]:
            role = roles[i]
            before = roles[i - 1] if i else 0
            after = roles[i + 1] if i < last else 0
            if not _stands_alone(role, before, after, first=not i, last=i == last):
                return None
            if role & _FIGURE:
                place = sentence.find(runs[i])
                if sentence.find(runs[i], place + 1) >= 0:
                    return None
                found.append((place, runs[i].rstrip(".,")))
        return found

    def _is_article(self, word: str) -> bool:
        """Tell an article that counts nothing where no word beside it says otherwise."""
        lexicon = self._lexicon
        alone = words_of(word)
        if any(table.at(alone, 0) for table in lexicon.openings) or lexicon.aged(word) is not None:
            return False
        one = lexicon.numerals.value(word) == 1 or not lexicon.numerals.known(word)
        return one and not any(lexicon.word(name, word) for name in ("emphatic", "minus", "halves"))

    def _role(self, run: str) -> int:
        figure = _PLAIN.fullmatch(run)
        if figure:
            return self._figure(figure[1], figure[2])
        words = words_of(run)
        if run.lower() in self._articles and not self._lexicon.unit_before(words, 0):
            return _ARTICLE | self._beside(words)
        return _OPENS if any(map(self._opens, words.words)) else self._beside(words)

    def _opens(self, word: str) -> bool:
        if word[0].isdecimal():
            return True
        return self._lexicon.begins(word) and (word not in SIGNS or word in self._lexicon.first)

    def _figure(self, digits: str, sign: str) -> int:
        value = int(digits)
        if value in _YEARS or digits in self._lexicon.first:
            return _OPENS
        small = _SMALL if value in _DAYS else 0
        return _FIGURE | small | {"": 0, ",": _COMMA, ".": _STOP}[sign] | _BESIDE

    def _beside(self, words: Words) -> int:
        if not any(map(str.isalpha, words.words)):
            return _BESIDE
        return self._leading(words) | self._following(words.words[0])

    def _leading(self, words: Words) -> int:
        """Tell what the last word or sign is to a figure after it."""
        word, raw = words.words[-1], words.raw(len(words) - 1)
        lexicon = self._lexicon
        named = lexicon.word("names_before", word) and raw != word
        if word in self._before or named or lexicon.is_street(raw):
            return _BEFORE
        if not word.isalpha() and word != ",":
            return _BEFORE
        return _BEFORE_SMALL if word in self._before_small or word in lexicon.months else 0

    def _following(self, word: str) -> int:
        """Tell what the first word or sign is to a figure or an article before it."""
        quiet = word.isalpha() or word in _OPENED
        known = word in self._after or word in self._lexicon.months
        return 0 if quiet and not known and not self._lexicon.numerals.morphemes(word) else _AFTER


def _stands_alone(role: int, before: int, after: int, *, first: bool, last: bool) -> bool:
    """Tell whether the words beside a figure or an article make nothing else of it."""
    if (first and last) or (first and role & _COMMA) or (not last and role & _STOP):
        return False
    if before & _BEFORE or (role & _SMALL and before & _BEFORE_SMALL):
        return False
    return not after & _AFTER and not role & _OPENS


def _named(lexicon: QuantityWords, names: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(lexicon.marks[name] for name in names))


@lru_cache(maxsize=64)
def glances(code: str) -> Glances:
    """Give the runs of a language."""
    return Glances(quantity_words(code))
