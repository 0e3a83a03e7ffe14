"""Letters that were read in a wrong encoding ("pÃ¥", "p√•", "pŒ") and what they were.

Only what is sure is mended: sequences that stand for one letter or sign of European texts and that
nobody writes.
"""

from __future__ import annotations

import itertools
import re
from functools import cache

_LETTERS = "æøåÆØÅäöÄÖüÜßéÉèÈêÊëáÁàÀâãíìîïóòôõúùûñçÇðÐþÞýžčćđłšŠŽ"
_SIGNS = "«»–—‘’‚“”„…•·€£§°½¼¾´©®²³×−\xa0"
EXPECTED = frozenset(_LETTERS + _SIGNS)
"""Letters and signs beyond ASCII of news in European languages."""
_WRONG = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
"""Encodings that UTF-8 is wrongly read in, the commonest first."""
_SWAPPED = (("cp1252", "mac_roman"), ("mac_roman", "cp1252"), ("cp1252", "cp850"))
"""Pairs of encodings of one byte a letter: how a text was read, and how it was written."""
_LEADS = re.compile("[ÃÂÅÄâ√¬‚├┬ÔΓ]")
_COMMON = frozenset("æøåÆØÅäöÄÖéèëü«»–—‘’“”…°£\xa0")
"""Signs for which a whole text is read in another encoding: rarer ones prove nothing."""
_ODD = re.compile(f"[^\x00-\x7f{re.escape(''.join(sorted(_COMMON)))}]")
_LEAST_ODD = 3
"""Unexpected signs below which a text is not suspected of another encoding of one byte."""
_WIDE = re.compile("[^\x00-\x7f]")
_RUN = re.compile("[^\x00-\x7f]{4,}")
_SAMPLE = 200_000
"""Bytes of a file or characters of a text from which its encoding is judged."""
_SURE = 0.9
"""Share of common signs from which a reading is right."""
_LONGEST_RUN = 200
"""Longest run in characters that is looked at; a sentence of signs alone is another script."""
_HOLES = "\x81\x8d\x8f\x90\x9d"
"""Bytes that Windows-1252 leaves out; lenient readers show them as controls."""


def mended(text: str) -> tuple[str, int]:
    """Return a text with misread letters as they were written, and the number of them."""
    text, count = _mended_utf8(text)
    swapped = _mended_bytes(text)
    if swapped is not None:
        return swapped, count + sum(a != b for a, b in zip(text, swapped, strict=True))
    return text, count


def legacy_encoding(data: bytes) -> str:
    """Return the encoding of bytes that are no UTF-8: Windows-1252 unless Mac Roman is sure."""
    sample = data[:_SAMPLE]
    if sum(byte < 128 for byte in sample) * 2 <= len(sample):
        return "cp1252"
    windows, mac = (sample.decode(name, "replace") for name in ("cp1252", "mac_roman"))
    return "mac_roman" if _is_misread(windows, 1) and _is_common(mac) else "cp1252"


def _mended_utf8(text: str) -> tuple[str, int]:
    if not _LEADS.search(text):
        return text, 0
    table, pattern = _misread()
    misread = 0

    def letters(match: re.Match[str]) -> str:
        nonlocal misread
        run = _misread_twice(match.group())
        misread += run != match.group()
        return run

    text, once = pattern.subn(lambda match: table[match.group()], _RUN.sub(letters, text))
    text, twice = pattern.subn(lambda match: table[match.group()], text)
    return text, once + twice + misread


def _misread_twice(run: str) -> str:
    """Return the letters of a run that was misread more than once: "ÃƒÂ¥" is å."""
    mended, rounds = run, 0
    if len(run) > _LONGEST_RUN or not ("Ã" in run or "Â" in run):
        return run
    while not EXPECTED.issuperset(mended) or "Ã" in mended or "Â" in mended:
        try:
            mended, rounds = _bytes_of(mended, "cp1252").decode("utf-8"), rounds + 1
        except UnicodeError:
            return run
    return mended if rounds > 1 else run


def _mended_bytes(text: str) -> str | None:
    """Return a text read in the encoding it was written in, None unless another one is sure.

    "pŒ" and "d¿d" are Mac Roman read as Windows-1252: nearly all odd signs become letters.
    """
    sample = text[:_SAMPLE]
    if not _is_misread(sample, _LEAST_ODD):
        return None
    for read, written in _SWAPPED:
        try:
            if _is_common(_bytes_of(sample, read).decode(written)):
                return _bytes_of(text, read).decode(written)
        except UnicodeError:
            continue
    return None


def _is_misread(text: str, least: int) -> bool:
    """Return True if signs are out of place: between letters, or a capital after a small one."""
    odd = [match.start() for match in _ODD.finditer(text)]
    if len(odd) < least or len(odd) * 2 < sum(1 for _ in _WIDE.finditer(text)):
        return False
    return sum(_is_out_of_place(text, at) for at in odd) >= least


def _is_out_of_place(text: str, at: int) -> bool:
    """Return True for ¿ in "d¿d" and Œ in "pŒ"; not for those of "¿Qué?" and "Œuvre"."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign.isalpha():
        return sign.isupper() and before.islower()
    return before.isalpha() and after.isalpha()


def _is_common(text: str) -> bool:
    """Return True if nearly all signs beyond ASCII are the common ones of Nordic and English."""
    wide = [match.group() for match in _WIDE.finditer(text)]
    return sum(sign in _COMMON for sign in wide) >= _SURE * len(wide)


@cache
def _misread() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return every misread form of the expected letters with its letter, and their pattern."""
    table: dict[str, str] = {}
    for wrong in _WRONG:
        for letter in sorted(EXPECTED):
            form = _decoded(letter.encode("utf-8"), wrong)
            if form and not _may_be_meant(form):
                table.setdefault(form, letter)
    longest_first = sorted(table, key=lambda form: (-len(form), form))
    return table, re.compile("|".join(map(re.escape, longest_first)))


def _decoded(data: bytes, encoding: str) -> str:
    """Return bytes as a lenient reader shows them."""
    if encoding != "cp1252":
        return data.decode(encoding)
    return "".join(
        chr(byte) if chr(byte) in _HOLES else bytes([byte]).decode("cp1252") for byte in data
    )


def _bytes_of(text: str, encoding: str) -> bytes:
    """Return the bytes that a lenient reader of an encoding showed as this text."""
    if encoding != "cp1252":
        return text.encode(encoding)
    parts = re.split(f"([{_HOLES}])", text)  # every second one is a hole
    codecs = itertools.cycle(("cp1252", "latin-1"))
    return b"".join(part.encode(codec) for part, codec in zip(parts, codecs, strict=False))


def _may_be_meant(form: str) -> bool:
    """Return True for what people write too: "Å" before a space or a quotation mark."""
    return form[0] in "ÅÄ" and not (form[1].isalnum() or form[1] in "¡¾½ˆ\x8d")
