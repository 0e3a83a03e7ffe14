"""Sentence boundaries inside a line, by rules over a language's table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.reading.abbreviations import Stop, abbreviations
from corpus.reading.list_items import BULLETS, item_starts

_OPENERS = "\"'«“”„‘’([‹»›"
_SYMBOLS = "§$€£¥#@*_<°✔✓→►▶" + BULLETS
_QUOTES = "\"'»”’›“«‹"

# A full stop, question or exclamation mark or ellipsis, what closes quotes after it, a smiley; or a
# colon before dash speech; or a smiley alone.
_STOP = re.compile(
    r"(?P<mark>(?<![.!?…])[.!?…]++(?:\s\.(?![^\s.])){0,3}+|:(?=\s+[–—-]\s+\S)"
    r"|(?<=\s)[:;]-?[()DP](?=\s))"
    r"(?P<close>[\"'»”’)\]›“«‹]*+(?:\[\d{1,3}\])*+(?:\s(?:[:;=]-?[()DPp]|<3)(?=\s))?)"
    r"(?P<gap>\s*+)(?=\S)"
)
# An agency's signature at the end: "... i parlamentet. /ritzau/Reuters", "... sier han. (NTB)".
_SIGNED = re.compile(r"[.!?»”\"]\s+((?:/[\w -]+){1,4}/?|[(©]{1,2}\s?[A-ZÆØÅÄÖ]{2,6}\)?)$")
_SIGNATURE = re.compile(
    r"\(©?\s?[A-ZÆØÅÄÖ]{2,6}\)(?=\s+[^\W\d_a-zæøåäö])|/\w+/?(?=\s+[A-ZÆØÅÄÖ«“–])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|@|#)\S*$|\S+@\S+$")
_NEXT_WORD = re.compile(r"[^\w]{0,12}([^\W_]+)")
_DAY = re.compile(r"\d{1,2}\.")
_WORD_END = re.compile(rf"[^\"'«“”„‘’(\[‹»›–—/\s={BULLETS}-]*$")
_BEARING = re.compile(r"[°′″'\"’”] ?[NSEWVØÖ]$")
_ONLY_TIME = re.compile(r"(?:[^\W\d_]+ ){0,2}\d[\d.:]* ?[^\W\d_]\.[^\W\d_]")
_AFTER_NUMBER = re.compile(r"\d\.? ?$")
_PARTS = re.compile(r"(?:[^\W\d_]{1,5}\. ){1,3}[^\W\d_]{1,7}$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ -]$")
_ROMAN = re.compile(r"[IVX]{2,4}|[ivx]{2,4}")
_YEAR = re.compile(r"\d{4}\b")
_GLUED_LEFT = re.compile(r"(?:[^\W\d_]{3,}|(?<!\d)(?:19|20)\d\d)$")
_GLUED_RIGHT = re.compile(r"[\"«“”»]?([^\W\d_]{2,}|[^\W\d_](?=\s))")
# What follows a stop without a space and begins a sentence: "sier han.– Det", "våpen.17 menn".
_GLUED_DASH = re.compile(r"[–—] ?[^\W\d_a-zæøåäö]|- [^\W\d_a-zæøåäö]")
_GLUED_FIGURE = re.compile(r"\d{1,4} [^\W\d_A-ZÆØÅÄÖ]{2}")
_REACH = 60
"""Characters searched backwards for the word before a stop; longer words are ordinary."""


class Boundaries:
    """The boundary rules of one language; `cuts` yields the offsets between sentences."""

    def __init__(self, code: str) -> None:
        self._words = abbreviations(code)

    def cuts(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield the offsets in `text[start:end]` at which a new sentence begins, in order."""
        signature = _SIGNED.search(text, max(start, end - 60), end)
        stop = signature.start(1) if signature else end
        begun = start
        for item in item_starts(text, start, stop):
            yield from self._plain(text, begun, item)
            yield item
            begun = item
        yield from self._plain(text, begun, stop)
        if signature:
            yield stop

    def _plain(self, text: str, begun: int, end: int) -> Iterator[int]:
        for match in _STOP.finditer(text, begun, end):
            cut = self._end(text, match, begun)
            if not cut:
                continue
            yield cut
            begun = cut
            if text[cut] in "(/":
                signature = _SIGNATURE.match(text, cut, end)
                if signature:
                    begun = signature.end()
                    yield begun

    def _end(self, text: str, match: re.Match[str], begun: int) -> int:
        """Return the offset at which the next sentence begins, 0 if the sentence continues."""
        following = text[match.end() : match.end() + 40]
        if not match["gap"]:
            return self._glued(text, match, begun, following)
        mark, first = match["mark"], following[0]
        if mark[0] in ":;":
            return match.end() if self._next(following)[:1].isupper() else 0
        if first.islower():
            ends = self._before_small(text, match, begun, following)
        elif first.isalnum():
            ends = self._before_capital(text, match, begun, following)
        else:
            ends = self._before_sign(text, match, begun, following)
        if ends and mark.count(".") > 3 and match.start() and mark[1:2].isspace():
            return self._omission(text, match)
        return match.end() if ends else 0

    def _omission(self, text: str, match: re.Match[str]) -> int:
        """Return the cut in "words. . . . Next": after the stop, or after four spaced ones."""
        attached = not text[match.start() - 1].isspace()
        return match.start() + 2 if attached else match.end()

    def _before_capital(self, text: str, match: re.Match[str], begun: int, following: str) -> bool:
        mark, close = match["mark"], match["close"]
        if close and self._inside(text, match, following):
            return False
        if mark == ".":
            return self._full_stop(text, match, begun, following)
        if not mark.strip(".… "):
            return self._after_ellipsis(text, match, following)
        return not (mark == "!" and self._is_name(text, match, following))

    def _inside(self, text: str, match: re.Match[str], following: str) -> bool:
        """Return True if the sentence continues after a closing: "(!) Han", "…?” he said"."""
        close, before = match["close"], text[match.start() - 1 : match.start()]
        if close[0] in ")]" and before in ("(", "["):
            return True
        if close[-1] not in _QUOTES or match["mark"][-1] not in "!?":
            return False
        upcoming = self._next(following)  # "I" has its capital anywhere
        named = len(upcoming) == 1 or not self._words.starts(upcoming)
        return named and self._words.said.match(following) is not None

    def _after_ellipsis(self, text: str, match: re.Match[str], following: str) -> bool:
        loose = match.start() > 0 and text[match.start() - 1].isspace()
        if loose and match["mark"].count(".") <= 3 and " " in match["mark"]:
            return False
        return not loose or len(self._next(following)) > 1  # "well ... I mean" says nothing

    def _is_name(self, text: str, match: re.Match[str], following: str) -> bool:
        """Return True for a name that ends in an exclamation mark ("Yahoo! Japan")."""
        before = text[max(0, match.start() - 20) : match.start() + 1]
        if not before.endswith(self._words.marked):
            return False
        return following[0].islower() or not self._words.starts(self._next(following))

    def _before_small(self, text: str, match: re.Match[str], begun: int, following: str) -> bool:
        """Return True if a lower-case word begins a sentence: in informal texts, or "iPhone"."""
        mark, words = match["mark"], self._words
        if match["close"] or "…" in mark or ".." in mark or " " in mark:
            return False
        upcoming = self._next(following)
        small = text[begun].islower()
        casual = small or (words.small and upcoming not in words.said_words)
        if mark != ".":
            if self._is_name(text, match, following):
                return False
            quoted = text[begun] in "–—-«»“”\"'"
            return casual or len(mark) > 1 or (words.starts(upcoming) and not quoted)
        word = self._last(text, match, begun)
        if not word and match["gap"] and begun < match.start():  # "It was fine . we left"
            return words.small and words.starts(upcoming)
        if word[:1].isdigit():
            ended = words.small and not words.ordinals and words.starts(upcoming)
            return ended and not self._is_marker(text, word, begun, match.start())
        if len(word) < 2 or not word.isalpha() or words.kind(word) is not Stop.WORD:
            return False
        if _AFTER_NUMBER.search(text, max(begun, match.start() - 5), match.start() - len(word)):
            return small and len(word) > 2  # "5 ft. 4 in. tall"
        if small or upcoming[1:2].isupper() or len(word) > (2 if casual else 6):
            return True
        return self._starts_small(word, upcoming)

    def _starts_small(self, word: str, upcoming: str) -> bool:
        """Return True if a lower-case word begins a sentence in a text that uses capitals."""
        if upcoming in self._words.joining or not self._words.starts(upcoming):
            return False
        return len(word) > 3 or self._words.is_common(word)

    def _before_sign(self, text: str, match: re.Match[str], begun: int, following: str) -> bool:
        """Return True if a quote, bracket, dash or symbol begins a sentence: ". «Nei» sa han"."""
        first, upcoming = following[0], self._next(following)
        stop = match["mark"] == "."
        if first in "–—-":
            if not following[1:2].isspace():
                return following[1:2].isdigit() and self._before_capital(
                    text, match, begun, following
                )
            if upcoming[:1].isdigit() and self._last(text, match, begun).isdigit():
                return False
            large = upcoming[:1].isupper() or upcoming[:1].isdigit()
            return (stop or large) and self._before_capital(text, match, begun, following)
        if first in _OPENERS or first in ".…":
            large = upcoming[:1].isupper() or upcoming[:1].isdigit()
            small = stop and first not in ".…" and not match["close"]
            if not large and not (small and len(self._last(text, match, begun)) > 3):
                return False
            return self._before_capital(text, match, begun, following)
        if first in _SYMBOLS or ord(first) > 0x2190:
            return self._before_capital(text, match, begun, following)
        return False

    def _full_stop(self, text: str, match: re.Match[str], begun: int, following: str) -> bool:
        word = self._last(text, match, begun)
        if len(word) < 8 and text[match.start() - len(word) - 2 : match.start()] == f". {word}":
            word = self._spaced(text, match.start(), begun) or word
        kind = self._words.kind(word)
        if len(word) < 5 and self._is_marker(text, word, begun, match.start()):
            return False
        if kind is Stop.WORD:
            if len(word) > 4 or not word:
                return True
            if word.isdigit():
                return self._after_number(text, match, begun, following)
            return len(word) > 1 or self._after_letter(text, match.start(), begun, following)
        upcoming = self._next(following)
        if kind is Stop.FINAL and _ONLY_TIME.fullmatch(text, begun, match.start()):
            return self._words.starts(upcoming)  # "At 5 a.m. Mr. Smith": no sentence yet
        if match["close"] and match["close"][0] in ")]" and kind is not Stop.NUMBERED:
            return upcoming[:1].isupper()
        at = match.start() - len(word)
        if at == begun and kind is not Stop.NUMBERED:
            return False  # "P.S. I love you"
        counted = _AFTER_NUMBER.search(text, max(begun, at - 3), at) is not None
        return not self._words.goes_on(kind, word, upcoming, following, counted)

    def _after_number(self, text: str, match: re.Match[str], begun: int, following: str) -> bool:
        """Return True if a number ends the sentence: not "6. januar", nor one opening a line."""
        at = match.start()
        digits = at
        while digits > begun and text[digits - 1].isdigit():
            digits -= 1
        if at - digits < 3 and _DAY.match(following):
            return False
        if text[digits:at] == "1" and text[max(begun, digits - 2) : digits] == ": ":
            return False  # "three things: 1. Food."
        if _YEAR.match(following) and _DAY.search(text, max(begun, digits - 4), digits):
            return False  # "3. 12. 2020"
        upcoming = self._next(following).lower()
        if upcoming in self._words.months:
            return not self._words.ordinals
        return not (self._words.ordinals and upcoming in self._words.after_ordinals)

    def _is_marker(self, text: str, word: str, begun: int, at: int) -> bool:
        """Return True for a number or letter that opens the sentence: "1. Food", "J. Smith"."""
        if not word.isdigit() and len(word) != 1 and not _ROMAN.fullmatch(word):
            return False
        return at - begun < 12 and not text[begun : at - len(word)].strip(_OPENERS + BULLETS + " ")

    def _after_letter(self, text: str, at: int, begun: int, following: str) -> bool:
        """Return True if a letter ends the sentence: "vitamin D. Han", not "J. Smith"."""
        if not text[at - 1].isupper() or self._words.starts(self._next(following), name=True):
            return True
        before = _WORD_BEFORE.search(text, max(begun, at - 20), at - 1)
        if before is None:
            return _BEARING.search(text, max(begun, at - 3), at) is not None
        pronoun = text[at - 1] == "I" and before[1].islower()  # "you and I."
        return pronoun or before[1].lower() in self._words.lettered

    def _last(self, text: str, match: re.Match[str], begun: int) -> str:
        """Return the word before the stop, without opening quotation marks."""
        at = match.start()
        space = text.rfind(" ", max(begun, at - _REACH), at)
        word = text[max(begun, space + 1, at - _REACH) : at]
        if word.isalnum():
            return word
        return _WORD_END.search(word)[0]  # type: ignore[index]

    def _spaced(self, text: str, at: int, begun: int) -> str:
        """Return the spaced abbreviation that ends at `at` ("bl. a", "o. s. v"), or ""."""
        match = _PARTS.search(text, max(begun, at - 20), at)
        parts = match.group().split() if match else []
        tried = ("".join(parts[first:]) for first in range(len(parts) - 1))
        return next((word for word in tried if self._words.is_listed(word)), "")

    def _next(self, following: str) -> str:
        match = _NEXT_WORD.match(following)
        return match[1] if match else ""

    def _glued(self, text: str, match: re.Match[str], begun: int, following: str) -> int:
        """Return the cut in "kaotisk.Store" (word, stop, capitalised word, no space), else 0."""
        before = text[max(begun, match.start() - 40) : match.start()]
        left = _GLUED_LEFT.search(before)
        right = _GLUED_RIGHT.match(following)
        if not left or (match["mark"] != "." and match["mark"].strip("!?")):
            return 0
        if _ADDRESS.search(before) or "." in before.rsplit(None, 1)[-1]:
            return 0
        if _GLUED_DASH.match(following) or self._glued_figure(left[0], match, following):
            return match.end()
        if not right:
            return 0
        word, close = right[1], match["close"]
        if not word[0].isupper() or (word[1:] and not word[1:].islower()):
            return 0
        certain = left[0].islower() or left[0].isdigit() or match["mark"] != "."
        if not certain and not self._words.starts(word):
            return 0
        if not close:
            return match.end()
        return match.end() if close[-1] in "»”)" else 0

    def _glued_figure(self, word: str, match: re.Match[str], following: str) -> bool:
        """Return True for "våpen.17 menn": an ordinary word, a stop, a figure that counts."""
        ordinary = len(word) > 3 and word.islower() and self._words.kind(word) is Stop.WORD
        return ordinary and match[0] == "." and _GLUED_FIGURE.match(following) is not None


@lru_cache(maxsize=64)
def boundaries(code: str) -> Boundaries:
    """Return the compiled rules of a language."""
    return Boundaries(code)
