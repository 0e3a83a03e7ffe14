"""Bytes -> clean text.

Knows no language and imports little: the first text on the screen needs only this module.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import ReadingError
from corpus.text.files import read_up_to

LARGEST = 128 * 1024 * 1024
"""Maximum bytes of one article; more is an archive of articles, or a device that never ends."""
MOST_ODD = 8
"""Control characters tolerated in any text; above this, one in 50 characters means binary data."""
_SAMPLE = 65536
_HEADER = re.compile(r"\s*date (\d{4}(?:-\d{2}){1,2})\s+(?=\S)")
_FRONT = re.compile(r"\s*---[ \t]*\n(?:(.*?)\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_UNCLOSED = re.compile(r"\s*---[ \t]*\n(?:title|outlet|date|language):")
# File formats that are not plain text, by their first bytes.
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a packed file"),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls, bidirectional marks and overrides, and zero-width characters.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_ODD = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_bytes(path: str | Path) -> bytes:
    """Return the bytes of a file; ReadingError if it is missing, not a file or too large."""
    if not str(path).strip():
        raise ReadingError("a name of nothing was given; name a text file.")
    try:
        return within_bounds(read_up_to(Path(path), LARGEST + 1))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = "a folder, not a file" if isinstance(error, IsADirectoryError) else reason
        raise ReadingError(f"{path}: {what}; name a text file.") from error
    except ReadingError as error:
        raise ReadingError(f"{path}: {error.message}") from error


def within_bounds(data: bytes) -> bytes:
    """Return the bytes unchanged; ReadingError if they are more than LARGEST."""
    if len(data) > LARGEST:
        raise ReadingError(f"is larger than {LARGEST // 1024**2} MB; part it into its articles.")
    return data


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file's bytes, and the name of its encoding if that was not to be told.

    UTF-8, UTF-16 or -32 with a mark, else Windows-1252 or, told, Mac Roman. ReadingError if the
    bytes are no text.
    """
    for first, name in _FORMATS:
        if data.startswith(first):
            raise ReadingError(f"is {name}, not plain text; save it as a text file first.")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8-sig")
    if encoding == "utf-8-sig" and b"\x00" in data[:_SAMPLE]:
        raise ReadingError("is not text (it holds null bytes); name a text file.")
    unusual = ""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            whole = encoding.upper()
            raise ReadingError(f"is not whole {whole}; save it again as UTF-8.") from error
        from corpus.text.mojibake import legacy_encoding  # late: few files are not UTF-8

        encoding = legacy_encoding(data)
        unusual = "Mac Roman" if encoding == "mac_roman" else ""
        text = data.decode(encoding, errors="replace")
    odd = len(_ODD.findall(text[:_SAMPLE]))
    if odd > MOST_ODD and odd * 50 > min(len(text), _SAMPLE):
        raise ReadingError("is not text (too many control characters); name a text file.")
    return text, unusual


def cleaned(text: str) -> str:
    """Return the text with line feeds only, without control characters and lone surrogates."""
    flat = _BREAKS.sub("\n", text).replace("\t", " ")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", flat))


def parted(text: str) -> tuple[str | None, str | None, str]:
    """Return the front matter of a clean text (None without one), its `date` header and its body.

    ReadingError if nothing is left or the front matter has no end.
    """
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
    elif _UNCLOSED.match(text):
        raise ReadingError("line 1: the front matter has no end; close it with a line of ---.")
    header = _HEADER.match(text)
    if header:
        text = text[header.end() :]
    text = text.strip()
    if not text:
        raise ReadingError("holds no text; name a file with an article in it.")
    return front and (front.group(1) or ""), header and header.group(1), text
