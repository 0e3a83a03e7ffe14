"""Cues that are no verbs: "X's claim that", "in X's view", "X was adamant that"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.complements import ComplementReader
from corpus.nounphrases import Phrase
from corpus.tokens import QUOTES

_OWNER = 14


@dataclass(frozen=True, slots=True)
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
        low = self.tokens.low[index]
        stance = self.words.noun_stances.get(low)
        if stance is not None:
            claim = self._claimed(index, stance)
            if claim is not None:
                return claim
        if low in self.words.group("views"):
            return self._view(index)
        return self._predicate(index) if low in self.words.group("predicates") else None

    def _claimed(self, index: int, stance: str) -> Claim | None:
        """Read "X's claim that", "warnings from X that", "X's argument is that"."""
        owner, place = self._owner(index), index + 1
        following = self.tokens.low[place] if place < self.size else "."
        if owner is None and following in self.words.group("authors"):
            owner = self.phrases.at(place + 1)
            place = owner.end if owner else place
        if owner is not None and self._announced(place):
            return Claim((index, index + 1), (owner,), stance, "after", "verb", place)
        if not self._that(place):
            return None
        if owner is None:
            states = self.tokens.low[place] in self.words.group("be")
            floats = states or self.tokens.low[index] in self.words.group("floating")
            return Claim((index, place), (), stance, "after", "hearsay", place) if floats else None
        return Claim((index, place if place == index + 1 else index + 1), (owner,), stance,
                     "after", "verb", place)  # fmt: skip

    def _announced(self, place: int) -> bool:
        """Tell whether the words themselves follow: 'His answer: "No."', "Her message to us: "."""
        place = self._skip_recipients(place)
        return place + 1 < self.size and self.tokens.low[place] == ":"

    def _that(self, place: int) -> bool:
        """Tell whether "that", "om at", "is that" or a quotation follows."""
        group = self.words.group
        if place < self.size and (
            self.tokens.low[place] in group("be") or self.tokens.low[place] in group("about_that")
        ):
            place += 1
            if place < self.size and self.tokens.low[place] in QUOTES:
                return True
            place += self.tokens.low[place : place + 1] == [","]
        return place < self.size and self.tokens.low[place] in group("that")

    def _view(self, index: int) -> Claim | None:
        """Read "in X's view": a preposition, whose view, the noun."""
        owner = self._owner(index)
        if owner is None or not owner.start:
            return None
        first = owner.start - 1
        if self.tokens.low[first] not in self.words.group("view_prepositions"):
            return None
        if first < 2 and index + 2 < self.size and self.tokens.low[index + 1] == ",":
            return Claim((index, index + 1), (owner,), "neutral", "after", "according", index + 2)
        return Claim((index, index + 1), (owner,), "neutral", "around", "according")

    def _owner(self, index: int) -> Phrase | None:
        """Give whose noun stands at `index`: "Brown's", "the ministry's", "their"."""
        end = index
        while end > 0 and self.words.is_adjective(self.tokens.low[end - 1]):
            end -= 1
        if end and self.tokens.low[end - 1] in self.words.group("possessives"):
            return Phrase(end - 1, end, pronoun=True)
        if not end or not self._possesses(end):
            return None
        floor = max(self.phrases.boundary(end), end - _OWNER)
        if self.tokens.low[end - 1] in {"'", "’"}:
            end -= 1
        phrase = self.phrases.before(end, min(floor, end - 1))
        return replace(phrase, owner=True) if phrase else None

    def _possesses(self, end: int) -> bool:
        low = self.tokens.low[end - 1]
        return low.endswith(self.words.genitive) or (low in {"'", "’"} and end > 1)

    def _predicate(self, index: int) -> Claim | None:
        """Read "X is adamant that", "made it clear that": a verb, the adjective, a clause."""
        before = self._skip_back(index)
        if before > 1 and self.tokens.low[before - 1] in self.words.group("dummies"):
            before -= 1
        while before and self.tokens.low[before - 1] in self.words.group("degrees"):
            before = self._skip_back(before - 1)
        if not before or self.tokens.low[before - 1] not in self.words.group("copulas"):
            return None
        if not (self._that(index + 1) or self._bare_clause(index + 1)):
            return None
        verb = before - 1
        if verb and self.tokens.low[verb - 1] in self.words.group("have"):
            verb -= 1
        subject = self.subjects.left(verb)
        if not subject or any(self.tokens.low[p.start] in self.words.group("proforms")
                              for p in subject):  # fmt: skip
            return None
        return Claim((verb, index + 1), subject, "neutral", "after", "verb", index + 1)
