"""Rich text (RTF): the plain text between its control words."""

from __future__ import annotations

import re

from corpus.intake.document import Document

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])"
    rb"|[\r\n]+|([^\\{}\r\n]+)"
)
_BREAKS = {b"par": "\n\n", b"line": " ", b"tab": " ", b"sect": "\n\n", b"page": "\n\n",
           b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
           b"rdblquote": "”", b"bullet": "•"}  # fmt: skip
_SIDE = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer",
    b"headerl", b"headerr", b"footerl", b"footerr", b"footnote", b"annotation", b"fldinst",
    b"themedata", b"listtable", b"listoverridetable", b"generator", b"xmlnstbl", b"datastore",
})  # fmt: skip
DEEPEST = 500
"""Groups in groups that are followed; a deeper one is no text document."""


def read_rtf(data: bytes) -> Document:
    """Return the text of an RTF file; what is no text in it is left out."""
    out: list[str] = []
    states = [(False, 1)]  # left out or not, and bytes that stand for a Unicode sign
    pending = 0  # bytes to pass over after a Unicode sign
    codec = _codec(data)
    for match in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = match.groups()
        left_out, width = states[-1]
        if brace == b"{" and len(states) < DEEPEST:
            states.append(states[-1])
        elif brace == b"}" and len(states) > 1:
            states.pop()
        elif word in _SIDE or sign == b"*":
            states[-1] = (True, width)
        elif left_out:
            continue
        elif word == b"uc":
            states[-1] = (left_out, int(number or 1))
        elif word == b"u" and number:
            out.append(chr(int(number) % 0x10000))
            pending = width
        elif word in _BREAKS:
            out.append(_BREAKS[word])
        elif code or plain or sign:
            raw = bytes([int(code, 16)]) if code else plain or _symbol(sign)
            out.append(raw[pending:].decode(codec, "replace") if pending < len(raw) else "")
            pending = max(0, pending - len(raw))
    text = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    return Document("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _symbol(sign: bytes) -> bytes:
    return {b"~": b" ", b"_": b"-", b"-": b""}.get(sign, sign)


def _codec(data: bytes) -> str:
    page = re.search(rb"\\ansicpg(\d{3,5})", data[:1000])
    name = f"cp{page.group(1).decode()}" if page else "mac_roman" if b"\\mac" in data[:200] else ""
    try:
        "".encode(name or "cp1252")
    except LookupError:
        name = ""
    return name or "cp1252"
