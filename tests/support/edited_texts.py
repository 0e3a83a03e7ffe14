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


def refigured(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Every figure of the article corrected."""
    return Edited(tuple((rng.choice("123456789") if c.isdigit() else c, i) for c, i in text.chars))


def slips(text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]) -> Edited:
    """Letters left out and put in all over: about one in forty."""
    chars: list[Char] = []
    for c, i in text.chars:
        if c.isalpha() and rng.random() < 1 / 80:
            continue
        chars.append((c, i))
        if c.isalpha() and rng.random() < 1 / 80:
            chars += _new(rng.choice("eanr"))
    return Edited(tuple(chars))


def truncated(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """The first part of the article alone, or the last."""
    size = rng.randrange(len(text.chars) // 3, len(text.chars))
    return Edited(text.chars[:size] if rng.random() < 0.5 else text.chars[-size:])


def recased(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Everything in capitals."""
    return Edited(tuple((c.upper() if len(c.upper()) == 1 else c, i) for c, i in text.chars))


def parted(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """A paragraph for every sentence, in plain quotation marks."""
    chars: list[Char] = []
    for (c, i), (after, _) in zip(text.chars, [*text.chars[1:], ("", None)], strict=True):
        chars.append(({"«": '"', "»": '"', "–": "-"}.get(c, c), i))
        if c in ".!?" and after == " ":
            chars += _new("\n\n")
    return Edited(tuple(chars))


def replaced(
    text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]
) -> Edited:
    """Another sentence in the place of that of the passage; its neighbours stay."""
    ends = [0, *(m.end() for m in re.finditer(r"[.!?]\s+|\n+", text.text)), len(text.chars)]
    low = max(end for end in ends if end <= span[0])
    high = min(end for end in ends if end >= span[1])
    quote = text.text[span[0] : span[1]]
    other = rng.choice([other for other in others if quote not in other] or ["Saken er endret."])
    return Edited((*text.chars[:low], *_new(other + " "), *text.chars[high:]))


def twin(text: Edited, rng: random.Random, span: tuple[int, int], others: Sequence[str]) -> Edited:
    """The sentence of the passage once more elsewhere, with two words changed."""
    low = max(text.text.rfind(". ", 0, span[0]) + 2, text.text.rfind("\n", 0, span[0]) + 1, 0)
    stop = re.search(r"[.!?](?=\s|$)|\n", text.text[span[1] :])
    words = text.text[low : span[1] + (stop.end() if stop else 0)].split()
    for _ in range(2):
        words[rng.randrange(len(words))] = rng.choice(["natten", "17", "byen"])
    parts = _paragraphs(text)
    parts.insert(rng.randrange(len(parts) + 1), _new(" ".join(words) + "\n"))
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
    "refigured": (refigured,),
    "slips": (slips,),
    "truncated": (truncated,),
    "recased": (recased,),
    "parted": (parted,),
    "replaced": (replaced,),
    "twin": (twin,),
    "refigured, moved, re-wrapped": (refigured, moved, spacing),
    "slips and cut": (slips, cut),
    "corrected edition": (corrected, added, cut, typography),
}
