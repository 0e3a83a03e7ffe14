"""What kind of unit a piece of text is: body, heading, caption, or furniture of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language import load
from corpus.model import SentenceKind

# A lead-in in capitals: "STORMET: Politiet ...", "FARGET RØDT: Folk ...".
_SHOUTED = re.compile(r"[^\W\d_a-zæøåäöé]{3,}(?: [^\W\d_a-zæøåäöé]{2,}){0,5}: ?\S")
_COUNTER = re.compile(r"\d{1,3} ?(?:av|of|/) ?\d{1,3}\b")
_SIGNATURE = re.compile(r"(?:/\w[\w -]*){1,4}/?|\([A-ZÆØÅÄÖ]{2,6}\)|©\s?\w+")
_NUMBER_LINE = re.compile(r"[\d\s.,:+/()-]{4,}")
HEADING_LENGTH = 100
"""Longest heading in characters; news style guides ask for less than 80."""


class Kinds:
    """The patterns of one language; `of` tells the kind of a unit."""

    def __init__(self, code: str) -> None:
        table = load(code).section("sentences")
        lines = [*(table.get("furniture") or ()), *(table.get("furniture_words") or ())]
        self._furniture = re.compile("|".join(lines) or r"(?!)", re.IGNORECASE)
        words = "|".join(map(re.escape, table.get("caption_words") or ())) or r"(?!)"
        self._credit = re.compile(rf"(?<!\w)(?:{words})(?: ?/ ?\w+)?: ?\S", re.IGNORECASE)
        lead = "|".join(map(re.escape, table.get("credit_phrases") or ())) or r"(?!)"
        self._from = re.compile(rf"(?:{lead})\s\S.{{0,60}}", re.IGNORECASE)
        self._words = tuple(word.lower() for word in table.get("furniture_words") or ())

    def is_furniture(self, piece: str) -> bool:
        """Tell whether a unit belongs to the page and not to the story."""
        bare = piece.strip(" .:»«\"'*_#-–—|")
        return (
            not bare
            or self._furniture.fullmatch(bare) is not None
            or _NUMBER_LINE.fullmatch(bare) is not None
            or _SIGNATURE.fullmatch(piece.strip()) is not None
        )

    def is_caption(self, line: str) -> bool:
        """Tell whether a line describes a picture: a credit, a counter or a lead-in in capitals."""
        return (
            bool(self._credit.search(line) or _SHOUTED.match(line) or _COUNTER.match(line))
            and len(line) < 500
        )

    def is_credit(self, piece: str) -> bool:
        """Tell whether a unit only names where a picture is from ("Bilder fra AFP")."""
        return self._from.fullmatch(piece) is not None

    def leading_word(self, piece: str) -> int:
        """Give the length of a furniture word glued before the text ("annonse Vipps ..."), or 0."""
        lowered = piece[:40].lower()
        for word in self._words:
            if lowered.startswith(word + " "):
                return len(word)
        return 0

    def of_line(self, line: str, alone: bool) -> SentenceKind:
        """Tell the kind of a whole line; `alone` says that it is one unit."""
        if self.is_furniture(line):
            return SentenceKind.FURNITURE
        if self.is_caption(line):
            return SentenceKind.CAPTION
        if line.startswith("#"):
            return SentenceKind.HEADING
        ended = re.search(r"[.!?…:;,][\"'»”’)\]]*$", line) is not None
        spoken = line[0] in "–—-" and ("," in line or len(line) > 60)
        if alone and not ended and not spoken and len(line) <= HEADING_LENGTH:
            return SentenceKind.HEADING
        return SentenceKind.BODY


@lru_cache(maxsize=64)
def kinds(code: str) -> Kinds:
    """Give the compiled patterns of a language."""
    return Kinds(code)
