"""Bytes -> clean text; knows no language, and is quick to import.

What a reader sees first needs no more than this; sentences and their kinds come after it.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import ReadingError

_HEADER = re.compile(r"\s*date (\d{4}(?:-\d{2}){0,2})[ \t]+(?=\S)")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
# C0 and C1 controls, line separators, and the marks that turn the direction of a terminal's line.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_ODD = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")
MOST_ODD = 8
"""So many control characters are taken out of any text; more of them, and one in 50, is no text."""


def read_bytes(path: str | Path) -> bytes:
    """Give the bytes of a file; ReadingError if it is missing or no file."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        what = "a folder, not a file" if isinstance(error, IsADirectoryError) else error.strerror
        raise ReadingError(f"{path}: {what or error}; name a text file.") from error


def decode(data: bytes) -> str:
    """Give the characters of a text file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    ReadingError if the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in data[:65536]:
        raise ReadingError("is not text (it holds null bytes); name a text file.")
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise ReadingError("is not whole UTF-16; save it again as UTF-8.") from error
        text = data.decode("cp1252", errors="replace")
    sample = text[:65536]
    odd = len(_ODD.findall(sample))
    if odd > MOST_ODD and odd * 50 > len(sample):
        raise ReadingError("is not text (it holds too many control characters).")
    return text


def cleaned(text: str) -> str:
    """Give a text with line feeds only and without control characters and lone surrogates."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\x0b", "\n")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", flat))


def parted(text: str) -> tuple[str | None, str | None, str]:
    """Part a clean text into its front matter (None without one), its `date` header and the rest.

    ReadingError if nothing is left.
    """
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
    header = _HEADER.match(text)
    if header:
        text = text[header.end() :]
    text = text.strip()
    if not text:
        raise ReadingError("holds no text.")
    return front and front.group(1), header and header.group(1), text
