"""The text of an article as it is shown and read: cleaned, and repaired where damage is sure.

Everything later points into the repaired text. What was repaired is told in one line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus.errors import ReadingError
from corpus.text.decoding import cleaned, parted
from corpus.text.line_breaks import unbroken
from corpus.text.markup import without_markup

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij",
}  # fmt: skip
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_SOFT_HYPHEN = re.compile("\u00ad(?:[ ]*\r?\n[ ]*(?=[^\\W\\d_]))?")
_MAYBE_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]|[\u200c\u200d](?=[ -\u024f])")
# PDFs whose ligatures have a width of their own: "The fi re", "offi cials".
_SPLIT = re.compile(r"(?<![\w-])([a-z]*ff[il]|f[il])[ ](?=[^\W\d_A-Z])")
_LEAST_SPLIT = 2
"""Split ligatures from which they are sure: a lone "fi" may be a word."""


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of an article's file; `note` says in one line what was repaired, "" if nothing."""

    front: str | None
    date: str | None
    text: str
    note: str


def body(raw: str, encoding: str = "") -> Body:
    """Return the parts of a decoded file; ReadingError if nothing is left to read.

    `encoding` names an unusual one that its bytes were read in; it is told with the repairs.
    """
    counts: list[_Count] = []
    text = _characters(raw, counts)
    front, date, text = parted(text)
    for repair, names in _LAYOUT:
        text, count = repair(text)
        counts.append((count, names))
    text = text.strip()
    if not text:
        raise ReadingError("holds no text; name a file with an article in it.")
    repairs = [f"read as {encoding}"] if encoding else []
    repairs += [f"{count} {names[count > 1]}" for count, names in counts if count]
    return Body(front, date, text, f"Repaired: {', '.join(repairs)}." if repairs else "")


def mended_line(value: str) -> str:
    """Return a title or another value on one line, its characters repaired."""
    return " ".join(_characters(value, []).split())


def _characters(text: str, counts: list[_Count]) -> str:
    if text.isascii() and "&" not in text:
        return cleaned(text)
    for repair, names in _SIGNS:
        text, count = repair(text)
        counts.append((count, names))
    return cleaned(text)


def _mended(text: str) -> tuple[str, int]:
    if text.isascii():
        return text, 0
    from corpus.text.mojibake import mended  # late: few texts need its tables

    return mended(text)


def _without_entities(text: str) -> tuple[str, int]:
    if "&" not in text or not _ENTITY.search(text):
        return text, 0
    from html import unescape  # late: few texts need its table

    total = 0
    for _ in range(2):  # "&amp;aring;" was escaped twice
        text, count = _ENTITY.subn(lambda match: unescape(match.group()), text)
        total += count
    return text, total


def _composed(text: str) -> tuple[str, int]:
    if unicodedata.is_normalized("NFC", text):
        return text, 0
    composed = unicodedata.normalize("NFC", text)
    return composed, max(1, len(text) - len(composed))


def _without_soft_hyphens(text: str) -> tuple[str, int]:
    return _SOFT_HYPHEN.subn("", text) if "\u00ad" in text else (text, 0)


def _without_unseen(text: str) -> tuple[str, int]:
    return _UNSEEN.subn("", text) if _MAYBE_UNSEEN.search(text) else (text, 0)


def _without_ligatures(text: str) -> tuple[str, int]:
    return _LIGATURE.subn(lambda match: _LIGATURES[match.group()], text)


def _without_splits(text: str) -> tuple[str, int]:
    if "fi " not in text and "fl " not in text:
        return text, 0
    if sum(1 for _ in _SPLIT.finditer(text)) < _LEAST_SPLIT:
        return text, 0
    return _SPLIT.subn(r"\1", text)


_Repair = Callable[[str], tuple[str, int]]
_Names = tuple[str, str]  # of one damage, of several
_Count = tuple[int, _Names]

_SIGNS: tuple[tuple[_Repair, _Names], ...] = (
    (_mended, ("letter of a wrong encoding", "letters of a wrong encoding")),
    (_without_entities, ("HTML entity", "HTML entities")),
    (_without_soft_hyphens, ("soft hyphen", "soft hyphens")),
    (_without_unseen, ("zero-width sign", "zero-width signs")),
    (_without_ligatures, ("ligature", "ligatures")),
    (_composed, ("letter written apart", "letters written apart")),
)
"""Damage of single signs in the order of repair: composing comes last, when nothing parts them."""
_LAYOUT: tuple[tuple[_Repair, _Names], ...] = (
    (without_markup, ("Markdown sign", "Markdown signs")),
    (unbroken, ("line broken by hand", "lines broken by hand")),
    (_without_splits, ("split ligature", "split ligatures")),
)
"""Damage of the body's layout in the order of repair: quoted lines are joined without their >."""
