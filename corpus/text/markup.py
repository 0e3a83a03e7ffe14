"""Markdown around words -> the words: emphasis, links, notes, quoted lines."""

from __future__ import annotations

import re

_IMAGE = r"!\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?: \"[^\"\n]{0,200}\")?\)"
_LINK = (
    r"\[([^\[\]\n]{1,300})\]"
    r"\((?:<[^<>\n]{1,2000}>|[^()\s]{1,2000})(?: \"[^\"\n]{0,200}\")?\)"
)
_NOTE = r"(?<=[^\s\[])(?:\[\^[\w-]{1,20}\])+"
_NUMBERED_NOTE = (
    r"(?<=[^\W\d_][^\W\d_]|[^\W\d_][.,!?:;»”\"]|[.!?][»”\"]|[»”\"][.,])(?:\[\d{1,3}\])+(?![\w(])"
)
_NOTE_TEXT = r"(?m)^\[\^[\w-]{1,20}\]:[ ]*(?=\S)"
_STARS = r"(?<![\w*\\/])(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\1(?![\w*/])"
_LINES = r"(?<![\w_\\/.@])(_{1,3})(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])\1(?![\w_/@])"
_QUOTED = r"(?m)^(?:>[ ]?)+(?=[^\s\d>])"

# What every match holds, the pattern (compiled when such a text comes), and what is kept of it.
_RULES = (
    ("](", _IMAGE, r"\1"),
    ("](", _LINK, r"\1"),
    ("[^", _NOTE_TEXT, ""),
    ("[^", _NOTE, ""),
    ("[1]", _NUMBERED_NOTE, ""),  # notes begin with the first: "Eleonora[67]" is a name
    ("*", _STARS, r"\2"),
    ("_", _LINES, r"\2"),
    (">", _QUOTED, ""),
)


def without_markup(text: str) -> tuple[str, int]:
    """Return a text without Markdown signs around words, and the number of those taken out.

    "opplyser **politiet**" and "[politiet](https://a.no)" become "opplyser politiet"; a star that
    stands alone, a name@like_this and 5*3*2 stay.
    """
    total = 0
    for sign, pattern, kept in _RULES:
        if sign in text:
            text, count = re.subn(pattern, kept, text)
            total += count
    return text, total
