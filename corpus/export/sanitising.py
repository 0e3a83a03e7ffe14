"""What every export does to the text of an article: nothing in it may act on a machine."""

from __future__ import annotations

import json
import re
from typing import Any

from corpus.ledger.records import ArticleRef, End

# Control characters act on terminals; direction overrides make a text look like another one.
_ACTING = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SEPARATORS = {0x2028: " ", 0x2029: " "}
"""Signs that end a line in some programs (JavaScript, some readers of CSV) and in others do not."""
_UNSAFE = re.compile(
    "[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Return a text with every acting character replaced; line breaks and tabs stay."""
    return _ACTING.sub("\ufffd", text.replace("\r\n", "\n").translate(_SEPARATORS))


def line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(visible(text).split())


def around(end: End) -> tuple[str, str, str]:
    """Return the words before an end, its quote, and the words after it; cut words are left out."""
    before = re.sub(r"^\S*\s", "… ", end.prefix, count=1) if end.prefix else ""
    after = re.sub(r"\s\S*$", " …", end.suffix, count=1) if end.suffix else ""
    lead, trail = (end.prefix[-1:] + end.quote[:1]), (end.quote[-1:] + end.suffix[:1])
    return _edge(before, lead), line(end.quote), _edge(after, trail, first=True)


def _edge(text: str, seam: str, *, first: bool = False) -> str:
    """Return a context as one line that keeps the blank at the side of the quote."""
    blank = " " if any(character.isspace() for character in seam) else ""
    return blank + line(text) if first else line(text) + blank


def source_line(ref: ArticleRef) -> str:
    """Return title, outlet and date of an article, as far as they are known."""
    known = [part for part in (ref.title, ref.outlet, ref.date) if part]
    return line(", ".join(known)) or "untitled"


def as_json(value: Any) -> str:
    """Return a value as readable JSON that can be written as UTF-8 and read back without loss."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
