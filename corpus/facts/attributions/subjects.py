"""Who says it: the noun phrase before or after a reporting verb, in either order."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.attributions.noun_phrases import LONGEST, Phrase, PhraseFinder

_NOTHING, _WALL = frozenset[str](), frozenset({"wall"})
_CLOSED = frozenset({",", ")"})
_RELATIVES = frozenset({"relatives", "soft_relatives"})
_BINDING = _RELATIVES | {"adjective"}
_ASIDE = frozenset({"relatives", "adverbs", "name_tails", "among", "aside_words", "digit"})
_INVERTED = frozenset({"stop", "label_words"})
_FRONTED = frozenset({"prepositions", "time", "adverbs"})
_DATING = frozenset({"prepositions", "time_determiners"})
_ADVERBS = frozenset({"adverbs", "manner"})
_PASSED = _ADVERBS | {"time"}


class SubjectFinder(PhraseFinder):
    """Finds the subject of a finite verb of one sentence."""

    def subject(self, finite: int, place: int, after: int) -> tuple[tuple[Phrase, ...], bool]:
        """Give the subject of the verb at `finite` and whether it stands after the verb.

        It is looked for before `place` or from `after`.
        """
        verb_second = self.words.verb_second
        before = self.traits[place - 1] if place else _NOTHING
        parted = "parting" in before
        if (
            parted
            or (verb_second and ("proforms" in before or self._fronted(place, finite)))
            or (after < self.size and "inverting" in self.traits[after] and self._inverts(after))
        ):
            right = self.right(after)
            if right and (not parted or self._in_dash_speech() or not self._apposed(place)):
                return right, True
        if "opening_verbs" in self.traits[finite] and self._opens_inverted(place, finite):
            return self.right(after), True
        left = self._left(place)
        if left or not (verb_second or parted):
            return left, False
        starts = place == 0 or "coordinators" in self.traits[place - 1]
        return ((), False) if starts and place else (self.right(after), True)

    def _opens_inverted(self, place: int, finite: int) -> bool:
        """Tell "Says Smith:" and "So says Smith." from other beginnings."""
        return finite == 0 or (place == 1 and "proforms" in self.traits[0])

    def _inverts(self, after: int) -> bool:
        """Tell whether "han" is the subject: "Ryktene kaller han «oppspinn»"."""
        if after + 1 >= self.size:
            return False
        return not self.traits[after + 1].isdisjoint(_INVERTED)

    def _in_dash_speech(self) -> bool:
        """Tell whether "sier Berge" ends dash speech: what is before it is no subject."""
        return self.words.verb_second and "dash" in self.traits[0]

    def right(self, place: int) -> tuple[Phrase, ...]:
        """Give the phrase right after the verb, with its apposition left out."""
        return self.listed(self.at(self.skip(place)))

    def listed(self, phrase: Phrase | None) -> tuple[Phrase, ...]:
        """Give the phrase and those listed with it: "Interfax, Tass og Ria Novosti"."""
        if phrase is None:
            return ()
        phrase = self._apposition(self._long_title(phrase))
        found, place = [phrase], phrase.end
        while place + 1 < self.size and len(found) < 8:
            last = "list_words" in self.traits[place]
            if not (last or self.low[place] == ","):
                break
            item = self.at(place + 1)
            if item is None or item.pronoun or not (item.name or (last and item.head is not None)):
                break
            found.append(item)
            place = item.end
            if last:
                return tuple(found) if not self._verb_follows(place) else (phrase,)
        return (phrase,)

    def _long_title(self, phrase: Phrase) -> Phrase:
        """Add a coordinated tail: "Organisasjonen for sikkerhet og samarbeid i Europa"."""
        place = phrase.end
        if phrase.tail is None or place + 1 >= self.size:
            return phrase
        if "list_words" not in self.traits[place]:
            return phrase
        item = self.at(place + 1)
        if item is None or item.pronoun or item.head is None or item.name:
            return phrase
        known = self.kinds[self.low[item.head]]
        return phrase if known else replace(phrase, end=item.end)

    def _apposition(self, phrase: Phrase) -> Phrase:
        """Add the name of an office: "presidenten i Kasakhstan, Kassym-Jomart Tokajev,"."""
        place = phrase.end
        if phrase.name or phrase.pronoun or not self._is_role(phrase) or place + 2 >= self.size:
            return phrase
        if self.low[place] != ",":
            return phrase
        name = self.at(place + 1)
        if name is None or name.name is None or name.head is not None:
            return phrase
        if name.name[1] - name.name[0] < 2:
            return phrase
        return replace(phrase, end=name.end, name=name.name, tail=(phrase.end, name.start))

    def _verb_follows(self, place: int) -> bool:
        """A finite verb after the last item makes it the subject of a new clause."""
        if place >= self.size or self.low[place] in {",", "."}:
            return False
        if self.words.verb_second:
            return False
        return any(form.finite for form in self.words.verbs.get(self.low[place], ()))

    def left(self, finite: int) -> tuple[Phrase, ...]:
        """Give the subject that ends before the verb at `finite`."""
        return self._left(self.skip_back(finite))

    def _left(self, end: int) -> tuple[Phrase, ...]:
        if end == 0:
            return ()
        traits = self.traits[end - 1]
        if "proper" in traits and (name := self._name_before(end)):
            return (name,)
        if end > 1 and not traits.isdisjoint(_RELATIVES) and self._is_relative(end - 1):
            return self._antecedent(end - 1)
        if "dash" in traits or self.low[end - 1] in _CLOSED:
            return self._around_aside(end - 1)
        floor = self.boundary(end)
        if floor and not self.traits[floor - 1].isdisjoint(_RELATIVES):
            if inner := self._inner_subject(floor, end):
                return inner
            if floor > 1 and self._is_relative(floor - 1):
                return self._over_relative(floor - 1, end)
        phrase = self.at(floor)
        if phrase is None or phrase.end != end:
            phrase = self.before(end, floor)
        if phrase is not None and phrase.start == floor:
            return (phrase,)
        reduced = phrase is None or self._in_participle(phrase)
        whole = self._reduced(floor, end) if reduced else ()
        return whole or (self._coordinated(phrase, floor) if phrase else ())

    def _name_before(self, end: int) -> Phrase | None:
        """Give the name that is all there is between the beginning of a clause and `end`."""
        traits, start = self.traits, end - 1
        while start and "proper" in traits[start - 1] and end - start < LONGEST:
            start -= 1
        before = traits[start - 1] if start else _WALL
        if "wall" not in before or not before.isdisjoint(_BINDING):
            return None
        if end < self.size and "past name" not in traits[end]:
            return None
        return Phrase(start, end, None, (start, end))

    def _inner_subject(self, floor: int, end: int) -> tuple[Phrase, ...]:
        """Give "critics" of "the deal, which critics say was rushed"."""
        phrase = self.at(floor)
        if phrase is None or phrase.end != end:
            return ()
        kind = self.kinds[self.low[phrase.head]] if phrase.head is not None else ""
        return (phrase,) if kind or phrase.name or phrase.pronoun else ()

    def _in_participle(self, phrase: Phrase) -> bool:
        """Tell "published" of "a survey published this week", "her" of "a man seen by her"."""
        if "prepositions" in self.traits[phrase.start - 1]:
            return True
        if phrase.head is None or phrase.end - phrase.start > 1:
            return False
        word = self.tokens.words[phrase.head]
        if not self.words.piles or self.kinds[word]:
            return False
        return bool(self.words.participle_form.search(word))

    def _reduced(self, floor: int, end: int) -> tuple[Phrase, ...]:
        """Give "A poll" of "A poll released Monday found"."""
        while floor < end and "connectives" in self.traits[floor]:
            floor += 1
        phrase = self.at(floor)
        if phrase is None or phrase.pronoun or phrase.end >= end or not self.words.piles:
            return ()
        opens = self.words.participle_form.search(self.tokens.words[phrase.end])
        return (phrase,) if opens else ()

    def _is_relative(self, place: int) -> bool:
        """Tell "who", "that" of "the union that represents tellers" from "officials said that"."""
        if "relatives" in self.traits[place]:
            return True
        if "soft_relatives" not in self.traits[place]:
            return False
        low = self.low[place - 1]
        if low in self.words.noun_stances:
            return False
        return self.kinds[low] in {"person", "institution", "unnamed", "document"}

    def _over_relative(self, relative: int, end: int) -> tuple[Phrase, ...]:
        """Give "Videoer som sirkulerer på nettet" whole; after a comma the clause is another."""
        if self.low[relative - 1] == ",":
            return ()
        phrase = self.before(relative, self.boundary(relative))
        if phrase is None or phrase.pronoun:
            return ()
        return (replace(phrase, end=end),)

    def _coordinated(self, phrase: Phrase, floor: int) -> tuple[Phrase, ...]:
        """Give "FN og EU" where both stand at the head of the clause."""
        place = phrase.start - 1
        if place <= floor or "list_words" not in self.traits[place]:
            return (phrase,)
        other = self.before(place, floor)
        if other is None or other.pronoun or self.skip(floor) < other.start:
            return (phrase,)
        return (other, phrase)

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        """Give what "som", "who" stands for; "er blant dem som" stands for the subject."""
        end = relative - 1 if self.low[relative - 1] == "," else relative
        if end <= 0:
            return ()
        if end > 1 and "among" in self.traits[end - 2]:
            back = self.skip_back(end - 2)
            if back and "be" in self.traits[back - 1]:
                return self.left(back - 1)
        phrase = self.before(end, self.boundary(end))
        return (phrase,) if phrase and not phrase.pronoun else ()

    def _around_aside(self, close: int) -> tuple[Phrase, ...]:
        """Give the phrase before an aside: "Dale, som selv har bodd der, forteller"."""
        mark = self.low[close]
        opening, traits = {")": "(", ",": ","}.get(mark), self.traits
        for place in range(close - 1, max(-1, close - 40), -1):
            low = self.low[place]
            if low == opening or (opening is None and "dash" in traits[place]):
                if not self._is_aside(place + 1, close):
                    return ()
                phrase = self.before(place, self.boundary(place))
                if phrase is None and self.low[place - 1] == ")" and mark != ")":
                    return self._around_aside(place - 1)
                if opening is not None and (phrase is None or self._passes(phrase)):
                    continue
                return (self._apposition(phrase),) if phrase and not phrase.pronoun else ()
            if "relatives" in traits[place] and opening == "," and self._at_head(place):
                return self._antecedent(place)
            if "stop" in traits[place] and low != ")":
                return ()
        return ()

    def _at_head(self, relative: int) -> bool:
        """Tell whether the sentence is "Et vitne som kjørte bak bilen, sier": no comma opens it."""
        if not self.words.verb_second:
            return False
        place = 0
        while "connectives" in self.traits[place]:
            place += 1
        phrase = self.at(place)
        return phrase is not None and phrase.end == relative

    def _passes(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is an aside itself: "R-Wis.", "speaking at the dam"."""
        if self.words.affiliation_form.search(self.low[phrase.start]):
            return True
        first = self.boundary(phrase.end)
        word = self.tokens.words[first]
        return first < phrase.start and bool(self.words.not_opening_form.search(word))

    def _is_aside(self, start: int, end: int) -> bool:
        low, traits = self.low[start], self.traits[start]
        if self.words.piles and self.words.participle_form.search(self.tokens.words[start]):
            return True
        if not traits.isdisjoint(_ASIDE) or self._opens_clause(traits):
            return True
        if self.low[start - 1] == "(":
            return True
        if any("relatives" in near for near in self.traits[start : min(start + 4, end)]):
            return True
        if self._describes(start) or self.words.affiliation_form.search(low):
            return True
        phrase = self.at(start)
        if phrase is None or phrase.pronoun:
            return False
        return bool(phrase.end == end or self._is_role(phrase))

    def _opens_clause(self, traits: frozenset[str]) -> bool:
        """Tell "while" from "men": what coordinates opens no aside where the verb comes second."""
        coordinates = self.words.verb_second and "coordinators" in traits
        return "clause_words" in traits and not coordinates

    def _describes(self, start: int) -> bool:
        """Tell whether an apposition opens after a name: "Kerr, a nurse and mother of three, "."""
        named = start > 1 and "name" in self.traits[start - 2]
        return named and "apposing" in self.traits[start]

    def _is_role(self, phrase: Phrase) -> bool:
        kind = self.kinds[self.low[phrase.head]] if phrase.head is not None else ""
        return kind == "person"

    def _apposed(self, place: int) -> bool:
        """Tell whether the comma before the verb closes an aside after a possible subject."""
        parts = self.low[place - 1] == "," or "dash" in self.traits[place - 1]
        return parts and bool(self._around_aside(place - 1))

    def _fronted(self, end: int, finite: int) -> bool:
        """Tell whether the clause begins with something that is no subject: "I ettermiddag"."""
        traits = self.traits
        if end < finite and (end == 0 or "coordinators" in traits[end - 1]):
            return True
        place = self.boundary(end)
        while place < end and "connectives" in traits[place]:
            place += 1
        if place >= end:
            return False
        if place and "fronting" in traits[place - 1]:
            return True
        if not traits[place].isdisjoint(_FRONTED):
            return True
        phrases = self.words.phrases.get(self.low[place], ())
        return any(kind == "according" for kind, _ in phrases)

    def skip(self, place: int) -> int:
        """Give the next token that is no adverb and no time of day or week."""
        while place < self.size:
            traits = self.traits[place]
            if "passed" not in traits:
                break
            if "given_names" in traits and self.is_given_name(place):
                break
            if not traits.isdisjoint(_PASSED):
                place += 1
            elif place + 1 < self.size and "time" in self.traits[place + 1] and self._dates(place):
                place += 2
            else:
                break
        return place

    def _dates(self, place: int) -> bool:
        """Tell whether "on" of "on Monday" or "this" of "this week" stands at `place`."""
        return not self.traits[place].isdisjoint(_DATING)

    def skip_back(self, place: int) -> int:
        """Give the end of what stands before `place` when adverbs and times are passed over."""
        while place > 0:
            traits = self.traits[place - 1]
            if "passed" not in traits:
                break
            if "given_names" in traits and self.is_given_name(place - 1):
                break
            if not traits.isdisjoint(_ADVERBS):
                place -= 1
            elif "time" in traits and place > 1:
                place -= 2 if self._dates(place - 2) else 1
            else:
                break
        return place
