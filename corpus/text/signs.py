"""Damaged signs of a text: misread letters, entities, soft hyphens, ligatures, accents apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from corpus.text.mojibake import mended

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij",
}  # fmt: skip
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_SOFT_HYPHEN = re.compile("\u00ad(?:[ ]*\r?\n[ ]*(?=[^\\W\\d_]))?")
_MAYBE_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]|[\u200c\u200d](?=[ -\u024f])")


def repaired(text: str) -> tuple[str, list[tuple[int, tuple[str, str]]]]:
    """Return a text with its signs repaired, and the number and names of each damage."""
    counts = []
    for repair, names in _REPAIRS:
        text, count = repair(text)
        counts.append((count, names))
    return text, counts


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


_REPAIRS: tuple[tuple[Callable[[str], tuple[str, int]], tuple[str, str]], ...] = (
    (_without_ligatures, ("ligature", "ligatures")),
    (mended, ("letter of a wrong encoding", "letters of a wrong encoding")),
    (_without_entities, ("HTML entity", "HTML entities")),
    (_without_soft_hyphens, ("soft hyphen", "soft hyphens")),
    (_without_unseen, ("zero-width sign", "zero-width signs")),
    (_composed, ("letter written apart", "letters written apart")),
)
"""Damage of single signs in the order of repair: composing comes last, when nothing parts them."""
