"""Edited versions of an article that know where every character of the original went."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Char = tuple[str, int | None]
"""A character and the offset in the original it stands for, None for what is new."""


@dataclass(frozen=True)
class Edited:
    chars: tuple[Char, ...]

    @classmethod
    def of(cls, text: str) -> Edited:
        return cls(tuple((c, i) for i, c in enumerate(text)))

    @property
    def text(self) -> str:
        return "".join(c for c, _ in self.chars)

    def now(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the characters start..end stand now, None if nothing of them is left."""
        at = [n for n, (c, i) in enumerate(self.chars) if i is not None and start <= i < end]
        return (at[0], at[-1] + 1) if at else None


Edit = Callable[[Edited, random.Random, tuple[int, int], Sequence[str]], Edited]


def _new(text: str) -> tuple[Char, ...]:
    return tuple((c, None) for c in text)


def _paragraphs(text: Edited) -> list[tuple[Char, ...]]:
    joined = text.text
    bounds = [0, *(m.end() for m in re.finditer(r"\n+", joined)), len(joined)]
    return [text.chars[a:b] for a, b in pairwise(bounds) if a < b]


def _holds(part: Sequence[Char], span: tuple[int, int]) -> bool:
    return any(i is not None and span[0] <= i < span[1] for _, i in part)


def spacing(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Other white space everywhere: re-wrapped, doubled, non-breaking."""
    chars: list[Char] = []
    for c, i in text.chars:
        if c == " " and rng.random() < 0.3:
            chars += [(rng.choice("\n\t \u00a0 "), i), *_new(rng.choice(["", " ", "  "]))]
        elif c == "\n":
            chars += [(c, i), *_new("\n" * rng.randrange(3))]
        else:
            chars.append((c, i))
    return Edited(tuple(chars))


def typography(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Other quotation marks and dashes."""
    table = {"«": "“", "»": "”", '"': "»", "-": "–", "–": "—", "'": "’"}
    return Edited(tuple((table.get(c, c), i) for c, i in text.chars))


def moved(text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]) -> Edited:
    """Paragraphs in another order."""
    parts = [(*p, *_new("\n")) if p[-1][0] != "\n" else p for p in _paragraphs(text)]
    for _ in range(3):
        part = parts.pop(rng.randrange(len(parts)))
        parts.insert(rng.randrange(len(parts) + 1), part)
    return Edited(tuple(c for part in parts for c in part))


def added(text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]) -> Edited:
    """Sentences of other articles put in, an update on top, an advertisement."""
    parts = _paragraphs(text)
    for _ in range(4):
        parts.insert(rng.randrange(len(parts) + 1), _new(rng.choice(others) + "\n"))
    return Edited((*_new("OPPDATERT: Saken er endret.\n"), *(c for part in parts for c in part)))


def cut(text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]) -> Edited:
    """A third of the other paragraphs left out."""
    parts = [p for p in _paragraphs(text) if _holds(p, span) or rng.random() > 0.33]
    return Edited(tuple(c for part in parts for c in part))


def corrected(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Spelling slips mended all over: about one letter in sixty."""
    chars: list[Char] = []
    for c, i in text.chars:
        if c.isalpha() and rng.random() < 1 / 60:
            chars.append((rng.choice("aeinrstk"), i))
        else:
            chars.append((c, i))
    return Edited(tuple(chars))


def reworded(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """One word of the passage replaced, and a digit if it has one."""
    words = [m.span() for m in re.finditer(r"\w+", text.text[span[0] : span[1]])]
    low, high = rng.choice(words)
    low, high = low + span[0], high + span[0]
    old = text.text[low:high]
    word = str(rng.randrange(10, 99)) if old[0].isdigit() else "omskrevet"[: max(3, len(old))]
    new = tuple((c, min(low + n, high - 1)) for n, c in enumerate(word))
    return Edited((*text.chars[:low], *new, *text.chars[high:]))


def repeated(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """The words of the passage used once more, elsewhere, in another sentence."""
    parts = _paragraphs(text)
    again = f"{rng.choice(others)[:60]} {text.text[span[0] : span[1]]} {rng.choice(others)[-60:]}\n"
    parts.insert(rng.randrange(len(parts) + 1), _new(again))
    return Edited(tuple(c for part in parts for c in part))


def removed(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """The paragraph of the passage is gone, and another one stands in its place.

    One that says the same words would be no removal: all articles report the same event.
    """
    quote = text.text[span[0] : span[1]]
    others = [other for other in others if quote not in other]
    parts = [_new(rng.choice(others) + "\n") if _holds(p, span) else p for p in _paragraphs(text)]
    return Edited(tuple(c for part in parts for c in part))


EDITS: dict[str, tuple[Edit, ...]] = {
    "spacing": (spacing,),
    "typography": (typography,),
    "moved": (moved,),
    "added": (added,),
    "cut": (cut,),
    "corrected": (corrected,),
    "reworded": (reworded,),
    "repeated": (repeated,),
    "removed": (removed,),
    "moved and corrected": (corrected, moved),
    "added and re-wrapped": (added, spacing),
    "corrected edition": (corrected, added, cut, typography),
}
