"""A vocabulary matched softly: whole words, inflected forms, stems, spellings, parts of compounds.

It maps a folded word form to values (concepts, parts of phrases, stances). The endings and compound
joints of a language are data. An entry is `word` (takes endings, stands in compounds), `stem*` (any
word that begins so) or `=word` (this form only). The first match decides, in this order: the word
as listed, listed word + ending, stem, compound of known parts, similar spelling, one long part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

Values = tuple[str, ...]

LONGEST_FORM = 48
"""Longest form in characters that is looked up; longer ones are no words."""
INFLECTED = 4
"""Shortest listed word in letters that takes endings ("ran" is not a stem of "rand")."""
STEM_TAIL = 4
"""Maximum letters after a `stem*`; a longer tail is a part of a compound."""
MODIFIER = 3
"""Shortest first part of a compound in letters, if the head is known too: "tog+ulykke"."""
HEAD = 4
"""Shortest last part of a compound in letters, if the first part is known too."""
LONE_HEAD = 6
"""Shortest head in letters that counts without a known modifier: "tinghus+dommeren"."""
LONE_MODIFIER = 7
"""Shortest first part in letters that counts without a known head: "terrorist+rede"."""
SOFT_LENGTH = 8
"""Shortest form in letters matched by similarity; shorter words have too many neighbours."""
SOFT_RATIO = 92.0
"""Minimum rapidfuzz ratio (0 to 100) of two spellings of one word: one letter in twelve."""
SOFT_START = 4
"""First letters that two spellings must share; it keeps the look-up small."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The inflection rules of a language, folded except `capitals`."""

    endings: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    """Last letters that a word may lose before an ending: "accuse", "accusing"."""
    not_meant: frozenset[str] = frozenset()
    """Words and phrases (with spaces) that look like entries but have no value."""
    capitals: frozenset[str] = frozenset()
    """Concept kinds that a capitalised word inside a sentence may have; empty means all kinds."""


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
        """Return the values of one folded form, without duplicates."""
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
        """Return the values of a form and of all its known parts, without duplicates.

        Wider than `of`: "politistasjonen" is a police station, and of the police, and a station.
        """
        return _joined((self.of(form), *self._parts(form))) if len(form) <= LONGEST_FORM else ()

    def whole(self, form: str) -> Values:
        """Return the values of a form without compounds and similar spellings.

        Those of every listed word it may be an inflection of are included: "åbner" matches a phrase
        with "åbner" and one with "åbne".
        """
        if len(form) > LONGEST_FORM:
            return ()
        known = self._whole(form)
        if known is not None:
            return known and _joined((known, *(values for _, values in self._bases(form))))
        stem = self._stem(form)
        return stem[1] if stem and len(form) - stem[0] <= STEM_TAIL else ()

    def _parts(self, form: str) -> Iterator[Values]:
        if not self._joints or self._whole(form) == ():
            return
        for cut in range(MODIFIER + 1, len(form) - HEAD + 1):
            yield self._modifier(form[:cut])
            yield self._head(form[cut:]) if len(form) - cut > HEAD else ()

    def _whole(self, form: str) -> Values | None:
        """Return the values of a listed or inflected word; () if it is in `not_meant`."""
        if form in self._unmeant:
            return ()
        known = self._plain.get(form)
        if known is None:
            known = () if self._is_unmeant(form) else self._inflected_or_stem(form)
        exact = self._exact.get(form)
        return known if exact is None else _joined((known or (), exact))

    def _is_unmeant(self, form: str) -> bool:
        if form[: self._unmeant_least] not in self._unmeant_starts:
            return False
        return any(form[:length] in self._unmeant_stems for length in self._unmeant_lengths)

    def _inflected_or_stem(self, form: str) -> Values | None:
        """Return the values of the listed word it inflects, or of a stem that covers more of it."""
        known = self._base(form)
        if known is None:
            return None
        stem = self._stem(form)
        return stem[1] if stem is not None and stem[0] > known[0] else known[1]

    def _inflected(self, form: str, least: int = 0) -> Values | None:
        known = self._base(form, least)
        return known and known[1]

    def _base(self, form: str, least: int = 0) -> tuple[int, Values] | None:
        """Return the length and values of the listed word that the form is an inflection of."""
        return next(self._bases(form, least), None)

    def _bases(self, form: str, least: int = 0) -> Iterator[tuple[int, Values]]:
        least = max(least, self._inflect) - 1
        for length in self._lengths:
            if form[-length:] not in self._endings or len(form) - length < least:
                continue
            base = form[:-length]
            known = self._plain.get(base) if len(base) >= self._inflect else None
            if known is None:
                known = self._dropped.get(base)
            if known is not None:
                yield len(base), known

    def _stem(self, form: str) -> tuple[int, Values] | None:
        for length in range(len(form), self._least_stem - 1, -1):
            known = self._stems.get(form[:length])
            if known is not None:
                return length, known
        return None

    def _compound(self, form: str) -> Values:
        """Return the values of a compound whose parts are all known, the longest head first."""
        if not self._joints:
            return ()
        for cut in range(MODIFIER, len(form) - HEAD + 1):
            if (first := self._modifier(form[:cut])) and (head := self._head(form[cut:])):
                return _joined((first, head))
        return ()

    def _modifier(self, form: str) -> Values:
        """Return the values of a compound's first part, with or without a joint ("rådhus-s")."""
        known = self._plain.get(form) or self._stems.get(form)
        for joint in self._joints:
            if known:
                return known
            if form.endswith(joint) and len(form) - len(joint) >= MODIFIER:
                base = form.removesuffix(joint)
                known = self._plain.get(base) or self._stems.get(base)
        return known or ()

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
        """Return the values of the only known part of a compound, if it is long enough."""
        if not self._joints:
            return ()
        for cut in range(MODIFIER, len(form) - LONE_HEAD + 1):
            if form[cut : cut + LONE_HEAD - 1] not in self._starts:
                continue
            tail = form[cut:]
            known = self._plain.get(tail)
            if known is None:
                known = self._inflected(tail, LONE_HEAD)
            if known:
                return known
        for cut in range(len(form) - HEAD, LONE_MODIFIER - 1, -1):
            if first := self._modifier(form[:cut]):
                return first
        return ()

    def _alike(self, form: str) -> Values:
        if len(form) < SOFT_LENGTH:
            return ()
        best, known = SOFT_RATIO, Values()
        for word in self._near.get(form[:SOFT_START], ()):
            if abs(len(word) - len(form)) <= 1 and (ratio := fuzz.ratio(word, form)) >= best:
                best, known = ratio, self._plain[word]
        return known


def _joined(groups: Iterable[Values]) -> Values:
    return tuple(dict.fromkeys(value for values in groups for value in values))
