"""Markdown around words -> the words: emphasis, links, notes, quoted lines."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?: \"[^\"\n]{0,200}\")?\)")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,300})\]"
    r"\((?:<[^<>\n]{1,2000}>|[^()\s]{1,2000})(?: \"[^\"\n]{0,200}\")?\)"
)
_NOTE = re.compile(
    r"(?<=[^\s\[])(?:\[\^[\w-]{1,20}\])+"
    r"|(?<=[^\W\d_][^\W\d_]|[^\W\d_][.,!?:;»”\"]|[.!?][»”\"]|[»”\"][.,])(?:\[\d{1,3}\])+(?![\w(])"
)
_NOTE_TEXT = re.compile(r"^\[\^[\w-]{1,20}\]:[ ]*(?=\S)", re.MULTILINE)
_STARS = re.compile(r"(?<![\w*\\/])(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\1(?![\w*/])")
_LINES = re.compile(r"(?<![\w_\\/.@])(_{1,3})(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])\1(?![\w_/@])")
_QUOTED = re.compile(r"^(?:>[ ]?)+(?=[^\s\d>])", re.MULTILINE)
_SIGNS = re.compile(r"[*_\[>]")

_RULES = (
    (_IMAGE, r"\1"),
    (_LINK, r"\1"),
    (_NOTE_TEXT, ""),
    (_NOTE, ""),
    (_STARS, r"\2"),
    (_LINES, r"\2"),
    (_QUOTED, ""),
)


def without_markup(text: str) -> tuple[str, int]:
    """Return a text without Markdown signs around words, and the number of those taken out.

    "opplyser **politiet**" and "[politiet](https://a.no)" become "opplyser politiet"; a star that
    stands alone, a name@like_this and 5*3*2 stay.
    """
    total = 0
    if _SIGNS.search(text):
        for pattern, words in _RULES:
            text, count = pattern.subn(words, text)
            total += count
    return text, total
