"""Letters that were read in a wrong encoding ("pÃ¥", "p√•", "pŒ") and what they were.

Only what is sure is mended: sequences that stand for one letter or sign of European texts and that
nobody writes.
"""

from __future__ import annotations

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
_ODD = re.compile(f"[^\x00-\x7f{re.escape(''.join(sorted(EXPECTED)))}]")
_LEAST_ODD = 3
"""Unexpected signs below which a text is not suspected of another encoding of one byte."""
_RUN = re.compile("[^\x00-\x7f]{4,}")
_SAMPLE = 200_000
"""Bytes from which the encoding of a file is judged."""
_SURE, _UNSURE = 0.9, 0.5
"""Shares of plausible signs from which a reading is right, and below which it is wrong."""
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
    letters = sum(byte < 128 for byte in sample) * 2 > len(sample)
    windows, mac = (
        _plausibility(sample.decode(name, "replace")) for name in ("cp1252", "mac_roman")
    )
    return "mac_roman" if letters and mac > _SURE and windows < _UNSURE else "cp1252"


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
            mended, rounds = _bytes_of(mended).decode("utf-8"), rounds + 1
        except UnicodeError:
            return run
    return mended if rounds > 1 else run


def _mended_bytes(text: str) -> str | None:
    """Return a text read in the encoding it was written in, None unless another one is sure.

    "pŒ" and "d¿d" are Mac Roman read as Windows-1252: nearly all odd signs become letters.
    """
    odd = sum(1 for _ in _ODD.finditer(text))
    if odd < _LEAST_ODD:
        return None
    for read, written in _SWAPPED:
        try:
            encoded = _bytes_of(text) if read == "cp1252" else text.encode(read)
            other = encoded.decode(written)
        except UnicodeError:
            continue
        if _plausibility(other) > _SURE and _plausibility(text) < _UNSURE:
            return other
    return None


def _plausibility(text: str) -> float:
    """Return the share of signs beyond ASCII that are expected where they stand, 0 to 1."""
    wide = [at for at, sign in enumerate(text) if not sign.isascii()]
    return sum(_fits(text, at) for at in wide) / len(wide) if wide else 1.0


def _fits(text: str, at: int) -> bool:
    """Return True for an expected sign: å in "på", “ before a word; not a capital in "dÆd"."""
    sign, before = text[at], text[at - 1 : at]
    if sign not in EXPECTED:
        return False
    if sign.isupper():
        return not before.islower()
    after = text[at + 1 : at + 2]
    return sign.isalpha() or not (before.isalpha() and after.isalpha() and sign != "’")


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


def _bytes_of(text: str) -> bytes:
    """Return the bytes that a lenient reader of Windows-1252 showed as this text."""
    return b"".join(sign.encode("latin-1" if sign in _HOLES else "cp1252") for sign in text)


def _may_be_meant(form: str) -> bool:
    """Return True for what people write too: "Å" before a space or a quotation mark."""
    return form[0] in "ÅÄ" and not (form[1].isalnum() or form[1] in "¡¾½ˆ\x8d")
