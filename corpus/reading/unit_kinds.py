"""The kind of a unit of text: body, heading, caption, or furniture of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.errors import LanguageError
from corpus.languages.tables import load
from corpus.model import SentenceKind

# A lead-in in capitals: "STORMET: Politiet ...", "FARGET RØDT: Folk ...".
_SHOUTED = re.compile(r"[^\W\d_a-zæøåäöé]{3,}(?: [^\W\d_a-zæøåäöé]{2,}){0,5}: ?\S")
_COUNTER = re.compile(r"\d{1,3} ?(?:av|of|/) ?\d{1,3}\b")
_SIGNATURE = re.compile(r"(?:/\w[\w -]*){1,4}/?|\([A-ZÆØÅÄÖ]{2,6}\)|©\s?\w+")
_NUMBER_LINE = re.compile(r"[\d\s.,:+/()-]{4,}")
_ENDED = re.compile(r"[.!?…:;,][\"'»”’)\]]*$")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = "(/©"
_FRAME = " .:»«\"'*_#-–—|"
HEADING_LENGTH = 100
"""Longest heading in characters; news style guides ask for less than 80."""


LONGEST = 240
"""Longest piece of furniture in characters; a longer one holds part of the story too."""


class Kinds:
    """The patterns of one language; `of_line` returns the kind of a line."""

    def __init__(self, code: str) -> None:
        table = load(code).section("sentences")
        words = tuple(table.get("furniture_words") or ())
        patterns = [*(table.get("furniture") or ()), *map(re.escape, words)]
        firsts = {pattern: _first_word(pattern) for pattern in patterns}
        self._firsts = frozenset(first for first in firsts.values() if first)
        self._furniture = _any_of([p for p, first in firsts.items() if first])
        self._anywhere = _any_of([p for p, first in firsts.items() if not first])
        captions = _any_of([re.escape(word) for word in table.get("caption_words") or ()])
        self._credit = re.compile(
            rf"(?<!\w)(?:{captions.pattern})(?: ?/ ?\w+)?: ?\S", re.IGNORECASE
        )
        credits_ = _any_of([re.escape(phrase) for phrase in table.get("credit_phrases") or ()])
        self._from = re.compile(rf"(?:{credits_.pattern})\s\S.{{0,60}}", re.IGNORECASE)
        shown = "|".join(re.escape(form) for word in words for form in (word, word.upper()))
        self._lead = re.compile(rf"(?:{shown or '(?!)'})(?= +[^\W_a-zæøåäö])")

    def is_furniture(self, piece: str) -> bool:
        """Return True if a unit belongs to the page and not to the story ("Annonse", "Del")."""
        if len(piece) > LONGEST:
            return False
        bare = piece.strip(_FRAME)
        if not bare:
            return True
        first = _LETTERS.match(bare)
        if first and first.group().lower() in self._firsts and self._furniture.fullmatch(bare):
            return True
        if (not first or piece[0] in _SIGNS) and (
            _NUMBER_LINE.fullmatch(bare) or _SIGNATURE.fullmatch(piece.strip())
        ):
            return True
        return self._anywhere.fullmatch(bare) is not None

    def is_caption(self, line: str) -> bool:
        """Return True for a picture text: "Foto: NTB", "2 av 7", "STORMET: Politiet …"."""
        if len(line) >= 2 * LONGEST:
            return False
        if line[0].isdigit() and _COUNTER.match(line):
            return True
        return ":" in line and bool(self._credit.search(line) or _SHOUTED.match(line))

    def is_credit(self, piece: str) -> bool:
        """Return True if a unit only names the origin of a picture ("Bilder fra AFP")."""
        return self._from.fullmatch(piece) is not None

    def leading_word(self, text: str, start: int, end: int) -> int:
        """Return the length of a furniture word before the text ("annonse Vipps ..."), or 0."""
        lead = self._lead.match(text, start, end)
        return len(lead.group()) if lead else 0

    def of_line(self, line: str, alone: bool) -> SentenceKind:
        """Return the kind of a whole line; `alone` means that it is one unit."""
        if self.is_furniture(line):
            return SentenceKind.FURNITURE
        if self.is_caption(line):
            return SentenceKind.CAPTION
        if line[0] == "#":
            return SentenceKind.HEADING
        if not alone or len(line) > HEADING_LENGTH or _ENDED.search(line):
            return SentenceKind.BODY
        spoken = line[0] in "–—-" and ("," in line or len(line) > 60)
        return SentenceKind.BODY if spoken else SentenceKind.HEADING


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or "(?!)", re.IGNORECASE)


def _first_word(pattern: str) -> str:
    """Return the lower-case word that every match of a pattern begins with, "" if none is sure."""
    first = re.match(r"([^\W\d_]+)(?![\w?*{])", pattern)
    bare = re.sub(r"\([^()]*\)", "", pattern)
    return first[1].lower() if first and "|" not in bare else ""


@lru_cache(maxsize=64)
def kinds(code: str) -> Kinds:
    """Return the compiled patterns of a language."""
    try:
        return Kinds(code)
    except re.error as error:
        message = f"{code}: 'sentences: furniture' holds no regular expression ({error})."
        raise LanguageError(message) from error
