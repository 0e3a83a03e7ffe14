"""Names of keys: what may be written in a keymap, the one form we compare, and how it is shown.

A key that types a character is named by it ("n", "G", "/", "ø"); others have names ("escape",
"pagedown", "f1"); "ctrl+", "alt+" and "shift+" may stand before. A sequence is several keys with
spaces between them ("g g").
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import lru_cache

Sequence = tuple[str, ...]
"""Keys that are pressed one after another."""

_CURSOR = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
NAMED = frozenset(
    (*_CURSOR, "insert", "delete", "backspace", "tab", "enter", "escape", "space")
) | {f"f{number}" for number in range(1, 25)}
"""Keys that type no character that could name them."""

_ALIASES = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup",
    "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown", "control": "ctrl",
    "slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_",
    "hash": "#", "pipe": "|", "period": ".", "newline": "ctrl+j",
}  # fmt: skip
_SAME = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape", "ctrl+@": "ctrl+space",
    "ctrl+h": "backspace",
}  # fmt: skip
_SHOWN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "pageup": "pgup",
    "pagedown": "pgdn", "delete": "del",
}  # fmt: skip
_TYPED = 0x2100
"""Below it lie the characters of keyboards; the names above it are those of pictures."""
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")


class KeyNameError(ValueError):
    """A name that no key has; the message says which."""


@lru_cache(4096)
def key_of(name: str) -> str:
    """Return the one form of a key's name; KeyNameError where no key has it."""
    name = unicodedata.normalize("NFC", name)
    *modifiers, base = _parts(name)
    wrong = [part for part in modifiers if part not in _MODIFIERS]
    if wrong:
        raise KeyNameError(f"{wrong[0]!r} is no modifier; they are ctrl, alt and shift")
    base = _base(base, name)
    if len(base) == 1 and "shift" in modifiers and base.upper() != base:
        modifiers.remove("shift")
        base = base.upper()
    if len(base) == 1 and "ctrl" in modifiers:
        base = base.lower()
    ordered = [part for part in _MODIFIERS if part in modifiers]
    key = "+".join([*ordered, base])
    return _SAME.get(key, key)


def _parts(name: str) -> list[str]:
    """Split at the plus signs that join; a plus at the end is the key itself."""
    head, _, base = name.rpartition("+")
    if not base:
        head, base = head.removesuffix("+"), "+"
    return [*(_ALIASES.get(part.lower(), part.lower()) for part in head.split("+") if part), base]


def _base(base: str, name: str) -> str:
    if len(base) == 1 and base.isprintable() and base != " ":
        return base
    if base == " ":
        return "space"
    low = _ALIASES.get(base.lower(), base.lower())
    if low in NAMED or len(low) == 1:
        return low
    try:
        found = unicodedata.lookup(low.replace("_", " "))
    except KeyError:
        found = _dashed(low)
    if len(found) == 1 and ord(found) < _TYPED and found.isprintable() and found != " ":
        return found
    close = get_close_matches(low, [*NAMED, *_ALIASES], 1)
    meant = f"; did you mean {name[: len(name) - len(base)]}{close[0]}?" if close else ""
    raise KeyNameError(f"no key is called {name!r}{meant}")


def _dashed(name: str) -> str:
    """Find names such as "low_line" and "hyphen_minus", whose dash was written as a line."""
    return {"hyphen_minus": "-", "less_than_sign": "<", "greater_than_sign": ">"}.get(name, "")


def sequence_of(text: str) -> Sequence:
    """Read keys with spaces between them; KeyNameError where one is unknown or there is none."""
    keys = tuple(key_of(part) for part in text.split())
    if not keys:
        raise KeyNameError("an empty text names no key; write [] for none")
    return keys


def pressed(key: str, character: str | None) -> str:
    """Return the one form of a key as the terminal reports it: its name, and what it types."""
    if character and len(character) == 1 and character.isprintable() and character != " ":
        typed = unicodedata.normalize("NFC", character)
        if len(typed) == 1 and "+" not in key[:-1]:
            return typed
    try:
        return key_of(key)
    except KeyNameError:
        return key


def shown(sequence: Sequence) -> str:
    """Return a sequence as help and footer show it."""
    return " ".join("+".join([*parts[:-1], _SHOWN.get(parts[-1], parts[-1])])
                    for parts in map(_shown_parts, sequence))  # fmt: skip


def _shown_parts(key: str) -> list[str]:
    head, plus, base = key.rpartition("+")
    if not base:  # the key is "+" itself, or ends in it
        return [*[part for part in key[:-1].split("+") if part], "+"]
    return [*head.split("+"), base] if plus else [base]
