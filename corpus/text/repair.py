"""The text of an article as it is shown and read: cleaned, and repaired where damage is sure.

Everything later points into the repaired text. What was repaired is told in one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.errors import ReadingError
from corpus.text.decoding import cleaned, parted
from corpus.text.line_breaks import unbroken
from corpus.text.markup import without_markup

# Signs beyond those of sound Nordic and English news; all damaged signs are among them.
_SUSPECT = re.compile("[^\x00-\x7fæøåÆØÅäöÄÖéÉüÜ«»–—’‘“”…•°§½€£\xa0]")
# PDFs whose ligatures have a width of their own: "The fi re", "offi cials".
_SPLIT = r"(?<![\w-])([a-z]*ff[il]|f[il])[ ](?=[^\W\d_A-Z])"
_LEAST_SPLIT = 2
"""Split ligatures from which they are sure: a lone "fi" may be a word."""


class Body(NamedTuple):
    """The parts of an article's file; `note` says in one line what was repaired, "" if nothing."""

    front: str | None
    date: str | None
    text: str
    note: str


def body(raw: str, encoding: str = "") -> Body:
    """Return the parts of a decoded file; ReadingError if nothing is left to read.

    `encoding` names an unusual one that its bytes were read in; it is told with the repairs.
    """
    counts: list[Count] = []
    text = _characters(raw, counts)
    front, date, text = parted(text)
    for repair, names in _LAYOUT:
        text, count = repair(text)
        counts.append((count, names))
    text = text.strip()
    if not text:
        raise ReadingError("holds no text; name a file with an article in it.")
    repairs = [f"read as {encoding}"] if encoding else []
    repairs += [f"{count} {names[count > 1]}" for count, names in counts if count]
    return Body(front, date, text, f"Repaired: {', '.join(repairs)}." if repairs else "")


def mended_line(value: str) -> str:
    """Return a title or another value on one line, its characters repaired."""
    return " ".join(_characters(value, []).split())


def _characters(text: str, counts: list[Count]) -> str:
    if "&" in text or _SUSPECT.search(text):
        from corpus.text.signs import repaired  # late: few texts need it

        text, found = repaired(text)
        counts += found
    return cleaned(text)


def _without_splits(text: str) -> tuple[str, int]:
    if "fi " not in text and "fl " not in text:
        return text, 0
    if len(re.findall(_SPLIT, text)) < _LEAST_SPLIT:
        return text, 0
    return re.subn(_SPLIT, r"\1", text)


Repair = Callable[[str], tuple[str, int]]
Names = tuple[str, str]  # of one damage, of several
Count = tuple[int, Names]

_LAYOUT: tuple[tuple[Repair, Names], ...] = (
    (without_markup, ("Markdown sign", "Markdown signs")),
    (unbroken, ("line broken by hand", "lines broken by hand")),
    (_without_splits, ("split ligature", "split ligatures")),
)
"""Damage of the body's layout in the order of repair: quoted lines are joined without their >."""
