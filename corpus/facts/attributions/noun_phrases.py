"""Noun phrases by form: a determiner, adjectives, a noun, a name, a tail ("for the ministry")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.facts.attributions.lexicon import Lexicon
from corpus.facts.attributions.token_features import NAME_GOES_ON
from corpus.facts.attributions.tokens import Tokens

LONGEST = 24
"""Longer noun phrases, in words, are not read."""

_NO_SURNAME = frozenset({"closed", "determiners", "shouted"})
_NO_NAME = frozenset({"time", "connectives", "speakers"})
_OPENING = frozenset({"determiners", "digit"})
_COUNTED = _OPENING | {"ordinals"}


@dataclass(slots=True)
class Phrase:
    """A noun phrase as token ranges.

    `head` is the common noun that carries it, `name` the proper name that belongs to it, `tail`
    the first prepositional tail; `pronoun` tells that it is nothing but one. `definite` is false
    for "a spokesman", "en talsmann"; `owner` is true where the phrase stands in the genitive.
    """

    start: int
    end: int
    head: int | None = None
    name: tuple[int, int] | None = None
    tail: tuple[int, int] | None = None
    pronoun: bool = False
    definite: bool = True
    owner: bool = False


def first_token(phrases: Sequence[Phrase]) -> int:
    """Give the token that the first of the phrases begins with, 0 where there is none."""
    return phrases[0].start if phrases else 0


def last_end(phrases: Sequence[Phrase]) -> int:
    """Give the token after the last of the phrases, 0 where there is none."""
    return phrases[-1].end if phrases else 0


class PhraseFinder:
    """Finds the noun phrases of one sentence."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens = tokens
        self.words = words
        self.low = tokens.low
        self.traits = tokens.traits
        self.kinds = words.kinds
        self.size = tokens.size

    def at(self, start: int, depth: int = 0) -> Phrase | None:
        """Give the longest noun phrase that begins at token `start`, None if there is none."""
        if start >= self.size:
            return None
        traits = self.traits
        opening = traits[start]
        if "proper" in opening and (end := self._proper(start)):
            return Phrase(start, end, None, (start, end))
        if not self._may_begin(start):
            return None
        if "pronouns" in opening:
            return Phrase(start, start + 1, pronoun=True)
        if "not opening" in opening:
            return None
        place = start if opening.isdisjoint(_OPENING) else self._opening(start)
        head, place = self._common(place)
        if head is not None:
            if head < start:
                return None
            place += place < self.size and "postposed" in traits[place]
        name, place = self._name(place)
        if name is not None:
            head, name, place = self._genitive(head, name, place)
        elif head is None:
            if "quantifiers" not in traits[place - 1] or place == start:
                return None
            head = place - 1
        phrase = Phrase(start, place, head, name, None, False, "indefinite" not in opening)
        return self._with_tails(phrase, depth)

    def _proper(self, start: int) -> int:
        """Give the end of a name if nothing before or after it can belong to its phrase, or 0."""
        end, size, traits = start + 1, self.size, self.traits
        while end < size and "proper" in traits[end]:
            end += 1
        if start and "adjective" in traits[start - 1]:
            return 0
        if end >= size or "past name" in traits[end]:
            return end
        goes_on = not traits[end].isdisjoint(NAME_GOES_ON) or self._is_common(end)
        return 0 if goes_on else end

    def _may_begin(self, index: int) -> bool:
        traits = self.traits[index]
        if "closed" in traits:
            return "given_names" in traits and self.is_given_name(index)
        return "alnum" in traits or self.tokens.words[index][0] == "@"

    def is_given_name(self, index: int) -> bool:
        """Tell "Per", "Dag", "May" as part of a name from the small words they look like."""
        if "name" not in self.traits[index]:
            return False
        after = index + 1 < self.size and self._is_surname(index + 1)
        if after and index:
            return "prepositions" not in self.traits[index - 1]
        return after or (index > 0 and self._is_surname(index - 1))

    def _is_surname(self, index: int) -> bool:
        traits = self.traits[index]
        return "capital" in traits and traits.isdisjoint(_NO_SURNAME)

    def _opening(self, start: int) -> int:
        place = start + 1
        while place < self.size and not self.traits[place].isdisjoint(_COUNTED):
            place += 1
        return place

    def _is_common(self, index: int) -> bool:
        """Tell whether the token is a lower-case word that can stand inside a noun phrase."""
        if index >= self.size:
            return False
        traits = self.traits[index]
        if "common" in traits or "uncommon" in traits:
            return "common" in traits
        if "capital" in traits and not self._opens_sentence(index):
            return False
        return self._may_begin(index) and not self._is_verb(index)

    def _opens_sentence(self, index: int) -> bool:
        traits = self.traits[index]
        if "shouted" in traits or (index and "alnum" in self.traits[index - 1]):
            return False
        return "noun" in traits or ("adjective" in traits and self._is_lower_word(index + 1))

    def _is_lower_word(self, index: int) -> bool:
        """Tell "Lokale medier" from "Dale sier": a lower-case word that is no verb."""
        return (
            index < self.size
            and "small" in self.traits[index]
            and not self._is_verb(index)
            and self._may_begin(index)
        )

    def _is_verb(self, index: int) -> bool:
        traits = self.traits[index]
        if "verb" not in traits or "noun" in traits:
            return False
        if index and self.words.piles and "articles" in self.traits[index - 1]:
            return False
        if "acts" in traits or not self.words.piles:
            return "acts" in traits
        following = self.low[index + 1] if index + 1 < self.size else "."
        forms = self.words.verbs[self.low[index]]
        return any(form.acts and form.particle == following for form in forms)

    def _common(self, place: int) -> tuple[int | None, int]:
        """Read adjectives and the noun; where nouns pile up the last of them is the head."""
        head: int | None = None
        size = self.size
        while place < size and (
            self._is_common(place) or (self.low[place] == "," and self._listed_adjective(place))
        ):
            if self._adjective_here(place):
                place += 1
                continue
            if head is not None and not self._piles(head, place):
                break
            head, place = place, place + 1
        if head is None and place and self._was_adjective(place - 1):
            head = place - 1
        return head, place

    def _listed_adjective(self, place: int) -> bool:
        """An adjective after a comma: "det russiske, statlige nyhetsbyrået"."""
        return (
            place + 1 < self.size
            and self.low[place] == ","
            and self._was_adjective(place - 1)
            and self._is_common(place + 1)
            and "adjective" in self.traits[place + 1]
            and self._is_common(place + 2)
        )

    def _adjective_here(self, place: int) -> bool:
        traits, low = self.traits[place], self.low[place]
        if low == ",":
            return True
        weak = place > 0 and "determiners" in self.traits[place - 1]
        if weak and self._is_common(place + 1) and self.words.weak_form.search(low):
            return True
        if "adjective" not in traits:
            return False
        more = (
            self._is_common(place + 1)
            or (place + 1 < self.size and "name" in self.traits[place + 1])
            or self._listed_adjective(place + 1)
        )
        if not more:
            return False
        return "noun" not in traits or "noun" in self.traits[place + 1]

    def _was_adjective(self, index: int) -> bool:
        return index >= 0 and "adjective" in self.traits[index]

    def _piles(self, head: int, place: int) -> bool:
        if self.words.piles:
            return "manner" not in self.traits[place]
        return self.low[head].endswith("s") and "noun" in self.traits[place]

    def _name(self, place: int) -> tuple[tuple[int, int] | None, int]:
        """Read a run of capitals, with the small words names have inside ("van", "of the")."""
        if place >= self.size or "name" not in self.traits[place]:
            return None, place
        first, last = place, place
        while last < self.size:
            if self._name_word(last):
                last += 1
            elif last > first and (step := self._inside_name(last)):
                last += step
            else:
                break
        return ((first, last), last) if last > first else (None, place)

    def _name_word(self, index: int) -> bool:
        traits = self.traits[index]
        if "name" not in traits:
            return False
        if "given_names" in traits and self.is_given_name(index):
            return True
        return traits.isdisjoint(_NO_NAME)

    def _inside_name(self, index: int) -> int:
        for step in (1, 2):
            if index + step >= self.size:
                return 0
            small = self.traits[index + step - 1]
            titled = "title_particles" in small and self._is_titled(index)
            if not (titled or "particles" in small):
                return 0
            if self._name_word(index + step):
                return step
        return 0

    def _is_titled(self, index: int) -> bool:
        """Tell "Bank of England" from "Jane Roe of Harvard"."""
        return "noun" in self.traits[index - 1]

    def _genitive(
        self, head: int | None, name: tuple[int, int] | None, place: int
    ) -> tuple[int | None, tuple[int, int] | None, int]:
        """Go on after a possessor or a name used as adjective: "Kasakhstans president NN"."""
        for _ in range(3):
            if name is None or not self._is_common(place):
                break
            last = self.low[name[1] - 1]
            owner = last.endswith(("s", "'", "’"))
            more, after = self._common(place)
            known = self.kinds[self.low[more]] if more is not None else ""
            if more is None or not (
                owner or known == "institution" or (self.words.piles and known)
            ):
                break
            head, (name, place) = more, self._name(after)
        return head, name, place

    def _with_tails(self, phrase: Phrase, depth: int) -> Phrase:
        """Add prepositional tails and the name after them: "talskvinnen for politiet NN"."""
        size, traits = self.size, self.traits
        while depth < 3 and phrase.end + 1 < size and phrase.end - phrase.start < LONGEST:
            if self._tail_words(phrase) not in traits[phrase.end]:
                break
            inner = self.at(phrase.end + 1, depth + 1)
            if inner is None or inner.pronoun or self._is_listener(phrase.end, inner):
                break
            phrase = self._joined(phrase, inner)
        return phrase

    def _is_listener(self, preposition: int, inner: Phrase) -> bool:
        """Tell "sier NN til VG" from a tail that belongs to NN."""
        if inner.name is None or "asides" not in self.traits[preposition]:
            return False
        name = " ".join(self.low[inner.name[0] : inner.name[1]])
        return name in self.words.gazetteer

    def _tail_words(self, phrase: Phrase) -> str:
        if phrase.head is None or (phrase.name and phrase.name[0] > phrase.head):
            return "name_tails"
        return "tails"

    def _joined(self, phrase: Phrase, inner: Phrase) -> Phrase:
        name, tail = phrase.name, phrase.tail or (phrase.end + 1, inner.end)
        if name is None and phrase.definite and inner.name and self._name_is_free(inner):
            name, tail = inner.name, (tail[0], inner.name[0])
        return Phrase(phrase.start, inner.end, phrase.head, name, tail, False, phrase.definite)

    def _name_is_free(self, inner: Phrase) -> bool:
        """Tell whether a tail's name is the outer person's: "for politiet NN", not "for Putin"."""
        if inner.name is None or inner.head is None or inner.name[0] < inner.head:
            return False
        kind = self.kinds[self.low[inner.head]]
        return kind not in {"person", "agency", "outlet"} and inner.name[1] - inner.name[0] > 1

    def before(self, end: int, floor: int) -> Phrase | None:
        """Give the noun phrase that ends right before token `end`, at or after token `floor`."""
        floor = max(floor, end - LONGEST)
        for start in range(floor, end):
            phrase = self.at(start)
            if phrase is not None and phrase.end == end:
                return phrase
            if phrase is not None and phrase.end > end and phrase.start < end:
                trimmed = self._trimmed(phrase, end)
                if trimmed is not None:
                    return trimmed
        return None

    def _trimmed(self, phrase: Phrase, end: int) -> Phrase | None:
        after = phrase.tail is None or phrase.tail[0] > end
        if not after or (phrase.name and phrase.name[0] < end) or phrase.head is None:
            return None
        return replace(phrase, end=end, head=end - 1, name=None, tail=None)

    def boundary(self, end: int) -> int:
        """Give the first token of the clause that holds the token before `end`."""
        traits, floor = self.traits, end - LONGEST if end > LONGEST else 0
        while end > floor and "wall" not in traits[end - 1]:
            end -= 1
        return end
