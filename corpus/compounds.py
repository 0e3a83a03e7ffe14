"""A vocabulary met softly: whole words, inflected forms, stems, spellings, the parts of compounds.

A vocabulary gives the values (concepts, or parts of phrases) that a folded word form stands for.
What it needs of a language is data: its endings and the joints of its compounds. The first of these
that finds something decides: the word as listed, listed word + ending, stem, all parts of a
compound known, a spelling close by, one long part of a compound known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

Values = tuple[str, ...]

LONGEST_FORM = 48
"""Longer forms are no words, and are met by nothing."""
SHORTEST_MODIFIER = 3
SHORTEST_HEAD = 4
LONE_HEAD = 5
"""The head of a compound counts alone from so many letters: "tinghus+dommer"."""
LONE_MODIFIER = 7
SOFT_LENGTH = 7
"""Shorter words differ from others by too few letters to be met by likeness."""
SOFT_RATIO = 88.0
SOFT_START = 4


@dataclass(frozen=True, slots=True)
class Forms:
    """What a language does to its words, all folded: endings, joints, and forms never meant."""

    endings: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    not_meant: frozenset[str] = frozenset()


class Vocabulary:
    """Values by the words that stand for them; `word*` stands for every form that begins so."""

    def __init__(self, entries: Iterable[tuple[str, str]], forms: Forms, inflect_from: int = 2):
        """Compile (folded word, value) pairs; words shorter than `inflect_from` take no endings."""
        self._plain: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        for word, value in entries:
            table = self._stems if word.endswith("*") else self._plain
            values = table.setdefault(word.rstrip("*"), [])
            if value not in values:
                values.append(value)
        for word in forms.not_meant:
            table = self._stems if word.endswith("*") else self._plain
            table[word.rstrip("*")] = []
        self._inflected = self._inflect(forms, inflect_from)
        self._modifiers = self._modify(forms) if forms.joints else {}
        self._near = self._bucket()
        self._known: dict[str, Values] = {}
        self._every: dict[str, Values] = {}

    def of(self, form: str, *, parts: bool = True) -> Values:
        """Give the values of one folded form, none twice; `parts` also reads compounds."""
        if not parts:
            return self._whole(form) or ()
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = self._read(form) if len(form) <= LONGEST_FORM else ()
        return found

    def every(self, form: str) -> Values:
        """Give the values of a form and of all that it begins with or ends in, none twice.

        Wider than `of`: "politistasjonen" is a police station, and of the police, and a station.
        """
        found = self._every.get(form)
        if found is None:
            found = self._every[form] = _joined(self._readings(form))
        return found

    def _readings(self, form: str) -> Iterator[Values]:
        whole = self._whole(form)
        if whole == () or len(form) > LONGEST_FORM:
            return
        yield self.of(form)
        for length in range(SHORTEST_MODIFIER, len(form) + 1):
            yield tuple(self._stems.get(form[:length], ()))
        for cut in range(SHORTEST_MODIFIER, len(form) - SHORTEST_HEAD + 1):
            tail = form[cut:]
            if len(tail) > SHORTEST_HEAD:
                yield self._whole(tail) or ()
                stem = self._stem(tail)
                yield stem[1] if stem and stem[0] > SHORTEST_HEAD else ()
            if first := self._modifiers.get(form[:cut]):
                yield tuple(first) if self._head(tail) else ()

    def _read(self, form: str) -> Values:
        whole = self._whole(form)
        if whole is not None:
            return whole
        if "-" in form:
            return _joined(self.of(part) for part in form.split("-") if len(part) > 1)
        stem = self._stem(form)
        if stem is not None and len(form) - stem[0] <= SHORTEST_HEAD:
            return stem[1]
        inflected = self._inflected.get(form)
        if inflected is not None:
            return tuple(inflected)
        known = self._compound(form)
        if known or stem is not None:
            return known or (stem[1] if stem else ())
        return self._alike(form) or self._lone_part(form)

    def _whole(self, form: str) -> Values | None:
        """Give the values of a listed word; () where it is listed as not meant."""
        found = self._plain.get(form)
        return None if found is None else tuple(found)

    def _stem(self, form: str) -> tuple[int, Values] | None:
        for length in range(len(form), 1, -1):
            if (found := self._stems.get(form[:length])) is not None:
                return length, tuple(found)
        return None

    def _compound(self, form: str) -> Values:
        """Give the values of a compound all of whose parts are known, the longest head first."""
        for cut in range(SHORTEST_MODIFIER, len(form) - SHORTEST_HEAD + 1):
            first = self._modifiers.get(form[:cut])
            if first and (head := self._head(form[cut:])):
                return _joined((first, head))
        return ()

    def _head(self, form: str) -> Values:
        whole = self._whole(form)
        if whole is not None:
            return whole
        stem = self._stem(form)
        if stem is not None and stem[0] >= SHORTEST_HEAD:
            return stem[1]
        return tuple(self._inflected.get(form, ())) or self._compound(form)

    def _lone_part(self, form: str) -> Values:
        """Give the values of the one part of a compound that is known, where it is long enough."""
        if not self._modifiers:
            return ()
        for cut in range(SHORTEST_MODIFIER, len(form) - LONE_HEAD + 1):
            if found := self._whole(form[cut:]):
                return found
        for cut in range(len(form) - SHORTEST_HEAD, LONE_MODIFIER - 1, -1):
            if first := self._modifiers.get(form[:cut]):
                return tuple(first)
        return ()

    def _alike(self, form: str) -> Values:
        if len(form) < SOFT_LENGTH:
            return ()
        best, found = SOFT_RATIO, Values()
        for word in self._near.get(form[:SOFT_START], ()):
            if abs(len(word) - len(form)) <= 2 and (ratio := fuzz.ratio(word, form)) >= best:
                best, found = ratio, tuple(self._plain[word])
        return found

    def _inflect(self, forms: Forms, least: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word, values in self._plain.items():
            for ending in forms.endings if len(word) >= least else ():
                known = found.setdefault(word + ending, [])
                known.extend(value for value in values if value not in known)
        return found

    def _modify(self, forms: Forms) -> dict[str, Values]:
        """Give the forms in which a word stands first in a compound: bare or with a joint."""
        found: dict[str, Values] = {}
        for table in (self._stems, self._plain):
            for word, values in table.items():
                for joint in ("", *forms.joints) if values else ():
                    found[word + joint] = tuple(values)
        return found

    def _bucket(self) -> dict[str, list[str]]:
        near: dict[str, list[str]] = {}
        for word in self._plain:
            if len(word) >= SOFT_LENGTH - 1:
                near.setdefault(word[:SOFT_START], []).append(word)
        return near


def _joined(found: Iterable[Values]) -> Values:
    return tuple(dict.fromkeys(_flat(found)))


def _flat(found: Iterable[Values]) -> Iterator[str]:
    for values in found:
        yield from values
