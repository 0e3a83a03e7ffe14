"""Glances at a sentence: most state no quantity, or plain ones only, and need no reading by word.

They fall on its runs of text between spaces ("said", "that", "607", "people."). A run is looked
into once: whether a quantity may begin in it, and whether its first or last word can make something
else of a figure or an article beside it ("at 7", "607 million", "a few").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from corpus.facts.numbers.amounts import Amount
from corpus.facts.numbers.lexicon import CHAIN, SIGNS, QuantityWords, quantity_words
from corpus.facts.numbers.non_quantities import is_lookalike
from corpus.facts.numbers.quantities import read_quantity
from corpus.text.phrases import Phrases, Words, words_of
from corpus.text.word_cache import Kept

# What a run is, in bits, so that the greatest of a sentence tells whether any opens a quantity.
_BEFORE, _BEFORE_SMALL = 1, 2  # matters to a figure after it, to one up to 31
_AFTER, _SECOND = 4, 8  # matters to a figure before it, to a lead before it
_LEAD, _ONE = 16, 32  # states nothing alone: "a", "den" (of "den halve"), "en" (also: one)
_FIGURE, _SMALL, _COMMA, _STOP = 64, 128, 256, 512  # digits, a day of a month, a sign after it
_WORD, _OPENS = 1024, 2048  # a number word; what else a quantity may begin with
_BESIDE = _BEFORE | _BEFORE_SMALL | _AFTER | _SECOND

_PLAIN = re.compile(r"([1-9][0-9]{0,3})([.,]?)", re.ASCII)
_YEARS = range(1400, 2101)
_DAYS = range(1, 32)
_POINTS = frozenset(".,")
_PHRASES_AFTER = ("range_words", "out_of", "in_every", "clock_after", "not_before")
_OPENED = frozenset("«“\"'‘(")
"""Signs that may open before a word that figures count: 26 «armed criminals»."""
_SILENT = "xq"
"""A word that no table knows."""

_Plain = tuple[int, int, float | None, float | None, str]  # start, end, low, high and kind


class Glances(Kept[int]):
    """The runs of one language, each with what a glance at it tells."""

    def __init__(self, lexicon: QuantityWords) -> None:
        super().__init__(self._role)
        self._lexicon = lexicon
        self._told = Kept(lambda word: read_quantity(words_of(word), 0, lexicon))
        self._stated = Kept(self._states)
        self._leads = frozenset(filter(self._only_leads, lexicon.first))
        marked = lexicon.marked
        self._before = marked("between", "only", "list_names", "ordinal_before")
        self._before |= lexicon.hedges.last_words
        self._before_word = marked(
            "not_vague_after", "not_share_after", "between", "every", "every_first"
        )
        self._before_small = marked("clock", "clock_is", "clock_over", "halves", "ordinal_after")
        self._before_small |= lexicon.months | self._before_word
        self._after, self._second = self._words_after()

    def _words_after(self) -> tuple[frozenset[str], frozenset[str]]:
        """Give the words that matter to a figure before them, and those to a word that leads."""
        lexicon = self._lexicon
        after = lexicon.marked("times", "of", "range", "halves", "articles", "ordinal_signs")
        after |= lexicon.marked("ordinal_nouns")
        points = _POINTS - after - lexicon.marked("joiner")
        tables: tuple[Phrases[Any], ...] = (
            lexicon.hedges_after, lexicon.scales, lexicon.dozens, lexicon.after,
            *(lexicon.phrases[name] for name in _PHRASES_AFTER),
        )  # fmt: skip
        for table in tables:
            after |= table.first_words | table.second_words(_POINTS)
        after |= lexicon.numerals.point | lexicon.months
        after |= lexicon.hedges.second_words(lexicon.vague.first_words)
        self._points = points.difference(*(table.whole_words for table in tables))
        openings = lexicon.openings
        return after, frozenset().union(*(t.second_words(t.first_words) for t in openings))

    def plain(self, sentence: str, runs: Sequence[str]) -> Sequence[_Plain] | None:
        """Give the plain quantities of a sentence of runs, where it states nothing else.

        None for a sentence that may state more.
        """
        roles = list(map(self.__getitem__, runs))
        places = [i for i, role in enumerate(roles) if role >= _LEAD]
        if not places:
            return ()
        found: list[_Plain] = []
        last = len(roles) - 1
        for i in places:
            role = roles[i]
            before = roles[i - 1] if i else 0
            after = roles[i + 1] if i < last else 0
            if not _stands_alone(role, before, after, first=not i, last=i == last):
                return None
            if role >= _FIGURE:
                run = runs[i]
                place = sentence.find(run)
                if sentence.find(run, place + 1) >= 0:
                    return None
                if role & _FIGURE:
                    digits = run.rstrip(".,")
                    value = float(digits)
                    found.append((place, place + len(digits), value, value, "count"))
                elif (told := self._stated[run]) is not None:
                    found.append((place, place + len(run), told.low, told.high, told.kind))
        return found

    def _states(self, run: str) -> Amount | None:
        """Give what a number word states among words that say nothing of it, None if nothing."""
        told = self._told[run]
        words = words_of(f"{_SILENT} {run} {_SILENT}")
        amount = told and told.moved(1)
        if amount and is_lookalike(words, amount, self._lexicon, amount, whole=False):
            return None
        return amount

    def openings(self, words: Words) -> list[tuple[int, Amount | None]]:
        """Give the places of the words where a quantity may begin.

        With the amount without its hedges where the words beside it make nothing else of it.
        """
        roles = list(map(self.__getitem__, words.written))
        found: list[tuple[int, Amount | None]] = []
        last = len(roles) - 1
        for i, role in enumerate(roles):
            after = roles[i + 1] if i < last else 0
            if role < _LEAD:
                if role == _BESIDE and words.words[i] in SIGNS and self._counts(words, i, after):
                    found.append((i, None))
                continue
            if role < _FIGURE:
                before = roles[i - 1] if i else 0
                if _stands_alone(role, before, after, first=not i, last=i == last):
                    continue
            elif i < last and words.words[i + 1] in self._points:
                after = roles[i + 2] if i + 1 < last else 0
            said = bool(after & (_AFTER | _SECOND)) or after >= _LEAD
            found.append((i, None if said else self._alone(words, i, role)))
        return found

    def _alone(self, words: Words, i: int, role: int) -> Amount | None:
        """Read a figure or a number word whose next word says nothing of it, None if unsure."""
        before = words.at(i - 1)
        if before in self._before_word:
            return None
        if role & (_WORD | _ONE):
            told = self._told[words.written[i]]
            return told and told.moved(i)
        if not role & _FIGURE or not before.isalpha() or words.joined(i):
            return None
        if words.joined(i + 1) and words.at(i + 1) not in _POINTS:
            return None
        value = float(words.words[i])
        return Amount(i, i + 1, value, value, figures=True)

    def _counts(self, words: Words, i: int, after: int) -> bool:
        """Tell a sign that may belong to a figure or a unit after it."""
        if after < _LEAD and words.at(i + 1).isalpha():
            return False
        point = words.words[i] in ".,"
        return not point or (words.joined(i + 1) and (after >= _LEAD or words.at(i + 1) in CHAIN))

    def _only_leads(self, word: str) -> bool:
        """Tell a word that states nothing but with a word after it: "a", "den" (of "den halve")."""
        lexicon = self._lexicon
        if not word.isalpha() or any(word in table.whole_words for table in lexicon.openings):
            return False
        if lexicon.numerals.known(word):
            article = lexicon.word("articles", word) and not lexicon.word("emphatic", word)
            return article and lexicon.numerals.value(word) == 1
        marked = any(lexicon.word(name, word) for name in ("minus", "halves"))
        return not marked and lexicon.aged(word) is None

    def _role(self, run: str) -> int:
        figure = _PLAIN.fullmatch(run)
        if figure:
            return self._figure(figure[1], figure[2])
        words = words_of(run)
        word = words.words[0]
        whole = len(words) == 1 and word.isalpha() and run not in self._lexicon.codes
        if whole and word in self._leads:
            one = _ONE if self._lexicon.numerals.known(word) else _LEAD
            return one | self._beside(words)
        if not any(map(self._opens, words.words, words.written)):
            return self._beside(words)
        if not whole:
            return _OPENS | _BESIDE
        told = self._told[run]
        if told is None:  # "some" (dozens), "minus" (5)
            return _ONE | _BESIDE
        plain = told.unit is None and not self._lexicon.word("emphatic", word)
        return _BESIDE | _WORD | (0 if plain else _OPENS)

    def _opens(self, word: str, raw: str) -> bool:
        if word[0].isdecimal():
            return True
        return self._lexicon.begins(raw) and (word not in SIGNS or word in self._lexicon.first)

    def _figure(self, digits: str, sign: str) -> int:
        value = int(digits)
        if digits in self._lexicon.first:
            return _OPENS | _BESIDE
        if value in _YEARS:
            return _OPENS | _BESIDE | (0 if sign else _FIGURE)
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
        return _BEFORE_SMALL if word in self._before_small else 0

    def _following(self, word: str) -> int:
        """Tell what the first word or sign is to a figure or a lead before it."""
        quiet = word.isalpha() or word in _OPENED
        known = word in self._after or bool(self._lexicon.numerals.morphemes(word))
        second = _SECOND if word in self._second else 0
        return second if quiet and not known else second | _AFTER


def _stands_alone(role: int, before: int, after: int, *, first: bool, last: bool) -> bool:
    """Tell whether the words beside a figure or a lead make nothing else of it."""
    if role & _LEAD:
        return not after & _SECOND
    if (first and last) or (first and role & _COMMA) or (not last and role & _STOP):
        return False
    if before & _BEFORE or (role & (_SMALL | _WORD) and before & _BEFORE_SMALL):
        return False
    return not after & (_AFTER | _SECOND) and not role & _OPENS


@lru_cache(maxsize=64)
def glances(code: str) -> Glances:
    """Give the runs of a language."""
    return Glances(quantity_words(code))
