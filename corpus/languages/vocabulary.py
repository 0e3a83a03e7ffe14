"""A vocabulary met softly: whole words, inflected forms, stems, spellings, the parts of compounds.

A vocabulary gives the values (concepts, parts of phrases, stances) that a folded word form stands
for. What it needs of a language is data: its endings, the joints of its compounds. A word is listed
as `word` (takes endings, stands in compounds), `stem*` (whatever begins so) or `=word` (as it
stands, and nothing else). The first of these that finds something decides: the word as listed,
listed word + ending, stem, all parts of a compound known, a spelling close by, one long part known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

Values = tuple[str, ...]

LONGEST_FORM = 48
"""Longer forms are no words, and are met by nothing."""
INFLECTED = 4
"""Shorter words take no endings: their forms are listed ("ran" is no stem of "rand")."""
STEM_TAIL = 4
"""So many letters at most follow a stem that stands for them all; longer tails are parts."""
MODIFIER = 3
HEAD = 4
LONE_HEAD = 6
"""The head of a compound counts alone from so many letters: "tinghus+dommeren"."""
LONE_MODIFIER = 7
SOFT_LENGTH = 8
"""Shorter words differ from others by too few letters to be met by likeness."""
SOFT_RATIO = 92.0
SOFT_START = 4


@dataclass(frozen=True, slots=True)
class Forms:
    """What a language does to its words, all folded but `capitals`."""

    endings: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    """Last letters that a word may lose before an ending: "accuse", "accusing"."""
    not_meant: frozenset[str] = frozenset()
    """Words and phrases (with blanks) that look like others and mean nothing of them."""
    capitals: frozenset[str] = frozenset()
    """The kinds that a capital within a sentence may stand for; none given: a capital says nothing.
    """


class Vocabulary:
    """Values by the words that stand for them."""

    def __init__(self, entries: Iterable[tuple[str, str]], forms: Forms, inflect: int = INFLECTED):
        """Compile (folded word, value) pairs; words shorter than `inflect` take no endings."""
        self._plain: dict[str, Values] = {}
        self._stems: dict[str, Values] = {}
        self._exact: dict[str, Values] = {}
        for word, value in entries:
            self._add(word, (value,))
        self._unmeant = frozenset(word.lstrip("=") for word in forms.not_meant if word[-1:] != "*")
        self._unmeant_stems = frozenset(word[:-1] for word in forms.not_meant if word[-1:] == "*")
        self._unmeant_lengths = sorted({len(stem) for stem in self._unmeant_stems})
        self._unmeant_least = min(self._unmeant_lengths, default=0)
        self._unmeant_starts = {stem[: self._unmeant_least] for stem in self._unmeant_stems}
        self._endings = frozenset(forms.endings)
        self._lengths = sorted({len(ending) for ending in forms.endings})
        self._joints = forms.joints
        self._inflect = inflect
        self._dropped = {
            word[:-1]: values
            for word, values in self._plain.items()
            if word.endswith(forms.dropped) and len(word) > inflect
        }
        self._starts = {word[: LONE_HEAD - 1] for word in self._plain if len(word) >= LONE_HEAD}
        self._least_stem = min(map(len, self._stems), default=LONGEST_FORM)
        self._near: dict[str, list[str]] = {}
        for word in self._plain:
            if len(word) >= SOFT_LENGTH - 1:
                self._near.setdefault(word[:SOFT_START], []).append(word)

    def _add(self, word: str, values: Values) -> None:
        table = self._plain
        if word.startswith("="):
            table, word = self._exact, word[1:]
        elif word.endswith("*"):
            table, word = self._stems, word[:-1]
        known = table.get(word, ())
        table[word] = (*known, *(value for value in values if value not in known))

    def of(self, form: str) -> Values:
        """Give the values of one folded form, none twice."""
        if len(form) > LONGEST_FORM:
            return ()
        whole = self._whole(form)
        if whole is not None:
            return whole
        stem = self._stem(form)
        if stem is not None and len(form) - stem[0] <= STEM_TAIL:
            return stem[1]
        if "-" in form:
            return _joined(self.of(part) for part in form.split("-") if len(part) > 1)
        known = self._compound(form)
        if known or stem is not None:
            return known or (stem[1] if stem else ())
        return self._alike(form) or self._lone_part(form)

    def every(self, form: str) -> Values:
        """Give the values of a form and of all the parts of it that are known, none twice.

        Wider than `of`: "politistasjonen" is a police station, and of the police, and a station.
        """
        return _joined((self.of(form), *self._parts(form))) if len(form) <= LONGEST_FORM else ()

    def whole(self, form: str) -> Values:
        """Give the values of a form without looking into compounds or for likeness.

        And of every listed word that it is an inflection of: a phrase with "åbner" leaves "åbner"
        to a phrase with "åbne" too.
        """
        if len(form) > LONGEST_FORM:
            return ()
        found = self._whole(form)
        if found is not None:
            return found and _joined((found, *(values for _, values in self._bases(form))))
        stem = self._stem(form)
        return stem[1] if stem and len(form) - stem[0] <= STEM_TAIL else ()

    def _parts(self, form: str) -> Iterator[Values]:
        if not self._joints or self._whole(form) == ():
            return
        for cut in range(MODIFIER + 1, len(form) - HEAD + 1):
            yield self._modifier(form[:cut])
            yield self._head(form[cut:]) if len(form) - cut > HEAD else ()

    def _whole(self, form: str) -> Values | None:
        """Give the values of a listed word or an inflected one; () where it is not meant."""
        if form in self._unmeant:
            return ()
        found = self._plain.get(form)
        if found is None:
            found = () if self._is_unmeant(form) else self._inflected_or_stem(form)
        exact = self._exact.get(form)
        return found if exact is None else _joined((found or (), exact))

    def _is_unmeant(self, form: str) -> bool:
        if form[: self._unmeant_least] not in self._unmeant_starts:
            return False
        return any(form[:length] in self._unmeant_stems for length in self._unmeant_lengths)

    def _inflected_or_stem(self, form: str) -> Values | None:
        """Give the values of an inflected form, or of a stem that covers more of it."""
        found = self._base(form)
        if found is None:
            return None
        stem = self._stem(form)
        return stem[1] if stem is not None and stem[0] > found[0] else found[1]

    def _inflected(self, form: str, least: int = 0) -> Values | None:
        found = self._base(form, least)
        return found and found[1]

    def _base(self, form: str, least: int = 0) -> tuple[int, Values] | None:
        """Give the length and the values of the listed word that the form is an inflection of."""
        return next(self._bases(form, least), None)

    def _bases(self, form: str, least: int = 0) -> Iterator[tuple[int, Values]]:
        least = max(least, self._inflect) - 1
        for length in self._lengths:
            if form[-length:] not in self._endings or len(form) - length < least:
                continue
            base = form[:-length]
            found = self._plain.get(base) if len(base) >= self._inflect else None
            if found is None:
                found = self._dropped.get(base)
            if found is not None:
                yield len(base), found

    def _stem(self, form: str) -> tuple[int, Values] | None:
        for length in range(len(form), self._least_stem - 1, -1):
            found = self._stems.get(form[:length])
            if found is not None:
                return length, found
        return None

    def _compound(self, form: str) -> Values:
        """Give the values of a compound all of whose parts are known, the longest head first."""
        if not self._joints:
            return ()
        for cut in range(MODIFIER, len(form) - HEAD + 1):
            if (first := self._modifier(form[:cut])) and (head := self._head(form[cut:])):
                return _joined((first, head))
        return ()

    def _modifier(self, form: str) -> Values:
        """Give the values of a word that stands first in a compound: bare or with a joint."""
        found = self._plain.get(form) or self._stems.get(form)
        for joint in self._joints:
            if found:
                return found
            if form.endswith(joint) and len(form) - len(joint) >= MODIFIER:
                base = form.removesuffix(joint)
                found = self._plain.get(base) or self._stems.get(base)
        return found or ()

    def _head(self, form: str) -> Values:
        whole = self._plain.get(form)
        if whole is None:
            whole = self._inflected(form)
        if whole is not None:
            return whole
        stem = self._stem(form)
        if stem is not None and stem[0] >= HEAD and len(form) - stem[0] <= STEM_TAIL:
            return stem[1]
        return self._compound(form) if len(form) >= MODIFIER + HEAD else ()

    def _lone_part(self, form: str) -> Values:
        """Give the values of the one part of a compound that is known, where it is long enough."""
        if not self._joints:
            return ()
        for cut in range(MODIFIER, len(form) - LONE_HEAD + 1):
            if form[cut : cut + LONE_HEAD - 1] not in self._starts:
                continue
            tail = form[cut:]
            found = self._plain.get(tail)
            if found is None:
                found = self._inflected(tail, LONE_HEAD)
            if found:
                return found
        for cut in range(len(form) - HEAD, LONE_MODIFIER - 1, -1):
            if first := self._modifier(form[:cut]):
                return first
        return ()

    def _alike(self, form: str) -> Values:
        if len(form) < SOFT_LENGTH:
            return ()
        best, found = SOFT_RATIO, Values()
        for word in self._near.get(form[:SOFT_START], ()):
            if abs(len(word) - len(form)) <= 1 and (ratio := fuzz.ratio(word, form)) >= best:
                best, found = ratio, self._plain[word]
        return found


def _joined(found: Iterable[Values]) -> Values:
    return tuple(dict.fromkeys(value for values in found for value in values))
