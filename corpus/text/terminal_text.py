"""What a text may hold when it goes to a terminal: nothing that steers it or hides in it."""

from __future__ import annotations

import re

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1
    "\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Signs that act on a terminal, turn the order of letters or take no room."""

_SPACES = frozenset("\x0b\x0c\x85\u2028\u2029")


def inert(text: str) -> str:
    r"""Return the text without signs that act on a terminal; tabs and line feeds stay.

    Control characters become their pictures, C1 and lone surrogates the replacement character;
    what turns the order of letters or takes no room is left out: "a\x1b[2J" is "a␛[2J".
    """
    return text if text.isprintable() else ACTING.sub(_shown, text)


def inert_line(text: str) -> str:
    r"""Return the text as `inert` does, on one line: "a\nb" is "a␊b"."""
    return inert(text).replace("\n", "\u240a").replace("\t", " ")


def inert_json(text: str) -> str:
    r"""Return JSON that says the same and acts on no terminal: each such sign as its escape.

    Only strings of JSON hold them: "a\x9b" in a string is "a\u009b".
    """
    return text if text.isprintable() else ACTING.sub(_escaped, text)


def _shown(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _SPACES:
        return " "
    if sign < " ":
        return chr(0x2400 + ord(sign))
    if sign == "\x7f":
        return "\u2421"
    return "\ufffd" if "\x80" <= sign <= "\x9f" or "\ud800" <= sign <= "\udfff" else ""


def _escaped(found: re.Match[str]) -> str:
    data = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))
