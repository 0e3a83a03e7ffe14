"""Where one sentence ends and the next begins, inside a line; rules over a language's table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.language import load

CLOSERS = "\"'»”’)]›“"
OPENERS = "\"'«“”„‘([‹»–—-•"

# A full stop, question or exclamation mark or ellipsis, with what closes quotes after it.
_STOP = re.compile(r"(?P<mark>[.!?…]+(?:\s\.){0,3})(?P<close>[\"'»”’)\]›“]*)(?P<gap>\s*)(?=\S)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}\.$")
_INITIAL = re.compile(r"(?<![\w.])(?:[^\W\d_]\.)+$")
_LAST_WORD = re.compile(r"[^\s\"'«»“”„‘(\[–—]+$")
_NEXT_WORD = re.compile(r"[\"'«»“”„‘(\[\s–—-]*([^\W_]+)")
# An agency's signature at the end: "... i parlamentet. /ritzau/Reuters", "... sier han. (NTB)".
_SIGNED = re.compile(r"[.!?»”\"]\s+((?:/[\w -]+){1,4}/?|[(©]\s?[A-ZÆØÅÄÖ]{2,6}\)?)$")
_ADDRESS = re.compile(r"(?:https?://|www\.|@|#)\S*$|\S+@\S+$")


class Boundaries:
    """The rules of one language; `cuts` gives the places between sentences."""

    def __init__(self, code: str) -> None:
        table = load(code).section("sentences")
        self._never = frozenset(table.get("abbreviations") or ())
        self._maybe = frozenset(table.get("ending_abbreviations") or ())
        self._lower_never = frozenset(word.lower() for word in self._never)
        dates = load(code).section("dates")
        months = (dates.get("months") or {}).values() if dates else ()
        self._months = frozenset(form.lower() for forms in months for form in forms)
        self._stop_words = frozenset(load(code).section("stopwords") or ())
        self._ordinal = (dates.get("order") == "day-month") if dates else False

    def cuts(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield the offsets in `text[start:end]` at which a new sentence begins."""
        signature = _SIGNED.search(text, max(start, end - 60), end)
        if signature:
            end = signature.start(1)
        for match in _STOP.finditer(text, start, end):
            if self._ends(text, match, start):
                yield match.end()
        if signature:
            yield end

    def _ends(self, text: str, match: re.Match[str], start: int) -> bool:
        mark, gap = match["mark"], match["gap"]
        following = text[match.end() : match.end() + 40]
        if not gap:
            return self._glued(text, match, start, following)
        if not self._opens(following):
            return False
        before = text[max(start, match.start() - 40) : match.start()]
        if match["close"] and following[0].islower():
            return False
        if mark == ".":
            return self._full_stop(before + ".", match["close"], following)
        return not (following[0].islower() or (mark[-1] in ".…" and self._trails(following)))

    def _opens(self, following: str) -> bool:
        first = following[0]
        if first.isupper() or first.isdigit():
            return True
        if first in OPENERS or not first.isalpha():
            word = _NEXT_WORD.match(following)
            if word is None:
                return False
            return word[1][0].isupper() or word[1][0].isdigit() or first in "•–—"
        return False

    def _trails(self, following: str) -> bool:
        word = _NEXT_WORD.match(following)
        return word is not None and word[1][0].islower()

    def _full_stop(self, before: str, close: str, following: str) -> bool:
        found = _LAST_WORD.search(before)
        word = found.group()[:-1] if found else ""
        following_word = _NEXT_WORD.match(following)
        upcoming = following_word[1] if following_word else ""
        if close and close[0] in ")]" and word.isalpha():
            return upcoming[:1].isupper()
        if _NUMBER.search(before) and not close:
            return self._after_number(before, upcoming)
        if word in self._maybe or (word.lower() in self._maybe and word.islower()):
            return self._begins(upcoming)
        if word in self._never or (word.lower() in self._lower_never and word.islower()):
            return False
        if _INITIAL.search(before) and found:
            return self._after_initial(word, upcoming)
        return True

    def _after_number(self, before: str, upcoming: str) -> bool:
        """A number ends a sentence unless it is an ordinal ("6. januar") or opens the line."""
        if upcoming.lower() in self._months or upcoming[:1].islower():
            return False
        if _NUMBER.fullmatch(before.strip()):
            return False
        digits = re.search(r"\d+\.$", before)
        ordinal = self._ordinal and digits is not None and len(digits.group()) <= 3
        return not ordinal or self._begins(upcoming)

    def _after_initial(self, word: str, upcoming: str) -> bool:
        """An initial goes with the name after it; a small letter ("enige i.") ends a sentence."""
        if len(word) == 1 and word.islower():
            return True
        if len(word) == 1:
            return word == "I" and self._begins(upcoming)
        return self._begins(upcoming)

    def _begins(self, upcoming: str) -> bool:
        """Tell whether a word with a capital is one that only the start of a sentence gives one."""
        return upcoming.lower() in self._stop_words and upcoming[:1].isupper()

    def _glued(self, text: str, match: re.Match[str], start: int, following: str) -> bool:
        """Repair "kaotisk.Store": a lower-case word, a stop, a capitalised word, no space."""
        before = text[max(start, match.start() - 40) : match.start()]
        if match["mark"] not in {".", "!", "?"} or _ADDRESS.search(before):
            return False
        left = re.search(r"[^\W\d_]{3,}$", before)
        right = re.match(r"[\"«“]?[^\W\d_]{2,}", following)
        if not left or not right or not left.group().islower():
            return False
        word = right.group().lstrip('"«“')
        if match["close"] and match["close"][-1] not in "»”)":
            return False
        return word[0].isupper() and word[1:].islower() and "." not in before.rsplit(None, 1)[-1]


@lru_cache(maxsize=64)
def boundaries(code: str) -> Boundaries:
    """Give the compiled rules of a language."""
    return Boundaries(code)
