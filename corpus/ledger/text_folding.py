"""A text as it is searched for a quote: white space, capitals, quotation marks, dashes made alike.

Every place in the folded text leads back to a place in the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
# Runs that take another width when folded: white space and invisible characters, and letters with
# their marks written after them. A single blank stays as it is and is the common case.
_CHANGED = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{2,}"
    r"|[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff]|\w[\u0300-\u036f]+"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text and, for each stretch of it, where it begins in the text as it stands."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def start(self, place: int) -> int:
        """Return where the character at `place` of the folded text begins in the original."""
        index = bisect_right(self.starts, place) - 1
        return min(
            self.origins[index] + place - self.starts[index],
            self.origins[index + 1],
        )

    def end(self, place: int) -> int:
        """Return where the character before `place` of the folded text ends in the original."""
        index = bisect_right(self.starts, place - 1) - 1
        if place == self.starts[index + 1]:
            return self.origins[index + 1]
        return self.origins[index] + place - self.starts[index]


@lru_cache(maxsize=16)
def fold_text(text: str) -> Folded:
    """Fold a text; takes time in proportion to its length and is remembered for the last few."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = done = 0
    for match in _CHANGED.finditer(text):
        run = match.group()
        kept = text[done : match.start()]
        new = unicodedata.normalize("NFC", run) if run[0].isalnum() else _blank(run)
        parts += [kept, new]
        starts += [length + len(kept), length + len(kept) + len(new)]
        origins += [match.start(), match.end()]
        length, done = starts[-1], match.end()
    parts.append(text[done:])
    starts.append(length + len(text) - done)
    origins.append(len(text))
    return Folded(_lowered("".join(parts).translate(_ALIKE)), tuple(starts), tuple(origins))


def _lowered(text: str) -> str:
    """Make capitals small; the few that would become two characters stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(map(_small, text))


def _small(character: str) -> str:
    low = character.lower()
    return low if len(low) == 1 else character


def _blank(run: str) -> str:
    return " " if any(c.isspace() for c in run) else ""
