"""Cues that are no verbs: "X's claim that", "in X's view", "X was adamant that"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.facts.attributions.complements import ComplementReader
from corpus.facts.attributions.noun_phrases import Phrase

_OWNER = 14


@dataclass(slots=True)
class Claim:
    """One cue with its source, in tokens of the sentence.

    `side` says where the content stands: after, before, around, previous (the sentence before).
    `kind` is verb, according, hearsay or shared (the source is that of the cue before).
    """

    cue: tuple[int, int]
    sources: tuple[Phrase, ...]
    stance: str
    side: str
    kind: str = "verb"
    content: int = 0


class NounCueReader(ComplementReader):
    """Reads nouns and adjectives that report."""

    def _noun_cue(self, index: int) -> Claim | None:
        low = self.low[index]
        stance = self.words.noun_stances.get(low)
        if stance is not None:
            claim = self._claimed(index, stance)
            if claim is not None:
                return claim
        if "views" in self.traits[index]:
            return self._view(index)
        return self._predicate(index) if "predicates" in self.traits[index] else None

    def _claimed(self, index: int, stance: str) -> Claim | None:
        """Read "X's claim that", "warnings from X that", "X's argument is that"."""
        owner, place = self._owner(index), index + 1
        if owner is None and place < self.size and "authors" in self.traits[place]:
            owner = self.at(place + 1)
            place = owner.end if owner else place
        if owner is not None and self._announced(place):
            return Claim((index, index + 1), (owner,), stance, "after", "verb", place)
        if not self._that(place):
            return None
        if owner is None:
            states = "be" in self.traits[place]
            floats = states or "floating" in self.traits[index]
            return Claim((index, place), (), stance, "after", "hearsay", place) if floats else None
        return Claim((index, place if place == index + 1 else index + 1), (owner,), stance,
                     "after", "verb", place)  # fmt: skip

    def _announced(self, place: int) -> bool:
        """Tell whether the words themselves follow: 'His answer: "No."', "Her message to us: "."""
        place = self._skip_recipients(place)
        return place + 1 < self.size and self.low[place] == ":"

    def _that(self, place: int) -> bool:
        """Tell whether "that", "om at", "is that" or a quotation follows."""
        if place < self.size and ("be" in self.traits[place] or "about_that" in self.traits[place]):
            place += 1
            if place < self.size and "quote" in self.traits[place]:
                return True
            place += self.low[place : place + 1] == [","]
        return place < self.size and "that" in self.traits[place]

    def _view(self, index: int) -> Claim | None:
        """Read "in X's view": a preposition, whose view, the noun."""
        owner = self._owner(index)
        if owner is None or not owner.start:
            return None
        first = owner.start - 1
        if "view_prepositions" not in self.traits[first]:
            return None
        if first < 2 and index + 2 < self.size and self.low[index + 1] == ",":
            return Claim((index, index + 1), (owner,), "neutral", "after", "according", index + 2)
        return Claim((index, index + 1), (owner,), "neutral", "around", "according")

    def _owner(self, index: int) -> Phrase | None:
        """Give whose noun stands at `index`: "Brown's", "the ministry's", "their"."""
        end = index
        while end > 0 and "adjective" in self.traits[end - 1]:
            end -= 1
        if end and "possessives" in self.traits[end - 1]:
            return Phrase(end - 1, end, pronoun=True)
        if not end or not self._possesses(end):
            return None
        floor = max(self.boundary(end), end - _OWNER)
        if self.low[end - 1] in {"'", "’"}:
            end -= 1
        phrase = self.before(end, min(floor, end - 1))
        return replace(phrase, owner=True) if phrase else None

    def _possesses(self, end: int) -> bool:
        low = self.low[end - 1]
        return low.endswith(self.words.genitive) or (low in {"'", "’"} and end > 1)

    def _predicate(self, index: int) -> Claim | None:
        """Read "X is adamant that", "made it clear that": a verb, the adjective, a clause."""
        before = self.skip_back(index)
        if before > 1 and "dummies" in self.traits[before - 1]:
            before -= 1
        while before and "degrees" in self.traits[before - 1]:
            before = self.skip_back(before - 1)
        if not before or "copulas" not in self.traits[before - 1]:
            return None
        if not (self._that(index + 1) or self._bare_clause(index + 1)):
            return None
        verb = before - 1
        if verb and "have" in self.traits[verb - 1]:
            verb -= 1
        subject = self.left(verb)
        if not subject or any("proforms" in self.traits[p.start]
                              for p in subject):  # fmt: skip
            return None
        return Claim((verb, index + 1), subject, "neutral", "after", "verb", index + 1)
