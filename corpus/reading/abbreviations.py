"""Abbreviations of a language, by what may follow their full stop."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Any

from corpus.languages.tables import load, symbols

_POINTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_VOWEL = re.compile("[aeiouyæøåäöáéíóúüàèêô]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+(?![^\W\d_])|[A-Z](?![\w’'-])")


class Stop(IntEnum):
    """What may follow a word and its full stop."""

    WORD = 0
    """An ordinary word: its full stop ends the sentence."""
    NEVER = 1
    """"bl.a.", "Dr.": the sentence goes on, whatever follows."""
    NUMBERED = 2
    """"nr.", "kap.": it goes on if a number follows; else this is an ordinary word."""
    ENDING = 3
    """"U.S.", "Inc.": it ends only before a word that begins sentences."""
    FINAL = 4
    """"osv.", "p.m.": it ends before a capital, not before a digit."""


class Abbreviations:
    """The abbreviations of one language and the words that begin its sentences."""

    def __init__(self, code: str) -> None:
        language = load(code)
        table = language.section("sentences")
        self._kinds: dict[str, Stop] = {}
        for name, kind in (
            ("final", Stop.FINAL), ("ending", Stop.ENDING), ("before_numbers", Stop.NUMBERED),
            ("inside", Stop.NEVER), ("titles", Stop.NEVER),
        ):  # fmt: skip
            for word in table.get(name) or ():
                self._kinds[word] = kind
                if len(word) > 1:
                    self._kinds.setdefault(word[0].upper() + word[1:], kind)
        starters = table.get("starters") or language.section("stopwords") or ()
        self._starters = frozenset(word.lower() for word in starters)
        self._common = self._starters | frozenset(language.section("stopwords") or ())
        self._names = frozenset(table.get("no_starters") or ())
        self._calendar = _calendar(language.section("dates")).union(table.get("after_times") or ())
        self._money = frozenset(symbols().get("codes") or ())
        self.months = _forms(language.section("dates").get("months"))
        self.after_ordinals = frozenset(w.lower() for w in table.get("after_ordinals") or ())
        self.ordinals = table.get("ordinals") == "dot"
        self.lettered = frozenset(w.lower() for w in table.get("before_letters") or ())
        self.marked = tuple(table.get("names_with_marks") or ())
        self.said_words = frozenset(table.get("said") or ())
        self.said = _after_quote(self.said_words)
        self.small = table.get("small_starts") == "yes"
        self.joining = frozenset(table.get("joining") or ())

    def kind(self, word: str) -> Stop:
        """Return what a full stop after `word` (passed without it) means."""
        known = self._kinds.get(word)
        if known is not None:
            return known
        if "." in word:
            return Stop.ENDING if _POINTED.fullmatch(word) else Stop.WORD
        if 1 < len(word) < 5 and word.isalpha() and word[1:].islower() and not _VOWEL.search(word):
            return Stop.ENDING  # "stk.", "Chr."
        return Stop.WORD

    def starts(self, word: str, *, name: bool = False) -> bool:
        """Return True if this word has a capital only at the start of a sentence ("The", "Det").

        With `name` (after an initial), particles of names do not count ("J. De Vries").
        """
        return word.lower() in self._starters and not (name and word in self._names)

    def is_listed(self, word: str) -> bool:
        """Return True if the table lists the word as an abbreviation."""
        return word in self._kinds

    def is_common(self, word: str) -> bool:
        """Return True for a very common word, which is surely no abbreviation."""
        return word.lower() in self._common

    def goes_on(self, kind: Stop, word: str, upcoming: str, following: str, counted: bool) -> bool:
        """Return True if the sentence continues after the abbreviation `word`, before `upcoming`.

        `counted` means that a number precedes it ("299 kr.", "6. jan.").
        """
        if kind is Stop.NEVER:
            return True
        digit = following[:1].isdigit()
        if kind is Stop.NUMBERED:
            return digit or (_ROMAN.match(following) is not None and not self.starts(upcoming))
        month = word.lower() in self.months
        if digit:
            return month or not (counted and kind is Stop.FINAL)
        if upcoming in self._calendar or (counted and upcoming in self._money):
            return True
        return kind is Stop.ENDING and not (month and counted) and not self.starts(upcoming)


def _forms(table: Any) -> frozenset[str]:
    return frozenset(form.lower() for forms in (table or {}).values() for form in forms)


def _calendar(dates: Any) -> frozenset[str]:
    named = [dates.get("months") or {}, dates.get("weekdays") or {}] if dates else []
    return frozenset(form for table in named for forms in table.values() for form in forms)


def _after_quote(said: Any) -> re.Pattern[str]:
    """Return a pattern of up to three words and a verb of saying: "…?” Anne Lie sa"."""
    verbs = "|".join(map(re.escape, said)) or "(?!)"
    return re.compile(rf"(?:[^\W\d_][\w.'’-]*\s+){{1,3}}(?:{verbs})\b")


@lru_cache(maxsize=64)
def abbreviations(code: str) -> Abbreviations:
    """Return the compiled abbreviations of a language."""
    return Abbreviations(code)
