"""Who says it: the noun phrase before or after a reporting verb, in either order."""

from __future__ import annotations

from dataclasses import replace

from corpus.nounphrases import Phrase, PhraseFinder
from corpus.reporting import Lexicon
from corpus.tokens import DASHES, QUOTES, STOPS, Tokens


class SubjectFinder:
    """Finds the subject of a finite verb of one sentence."""

    def __init__(self, tokens: Tokens, words: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.words = words
        self.phrases = phrases
        self.size = len(tokens.words)

    def subject(self, finite: int, after: int) -> tuple[tuple[Phrase, ...], bool]:
        """Give the subject of the verb at `finite` and whether it stands after the verb."""
        verb_second = bool(self.words.group("verb_second"))
        place = self.skip_back(finite)
        before = self.tokens.low[place - 1] if place else ""
        parted = before in QUOTES or before in {",", "?", "!", "…"} or before in DASHES
        if (
            parted
            or (verb_second and self._fronted(place, finite))
            or (verb_second and before in self.words.group("proforms"))
            or self._inverts(after)
        ):
            right = self.right(after)
            if right and (not parted or self._in_dash_speech() or not self._apposed(place)):
                return right, True
        if self._opens_inverted(place, finite):
            return self.right(after), True
        left = self.left(finite)
        if left or not (verb_second or parted):
            return left, False
        starts = place == 0 or self.tokens.low[place - 1] in self.words.group("coordinators")
        return ((), False) if starts and place else (self.right(after), True)

    def _opens_inverted(self, place: int, finite: int) -> bool:
        """Tell "Says Smith:" and "So says Smith." from other beginnings."""
        if self.tokens.low[finite] not in self.words.group("opening_verbs"):
            return False
        return finite == 0 or (place == 1 and self.tokens.low[0] in self.words.group("proforms"))

    def _inverts(self, after: int) -> bool:
        """Tell whether "han" is the subject: "Ryktene kaller han «oppspinn»"."""
        low, group = self.tokens.low, self.words.group
        if after + 1 >= self.size or low[after] not in group("inverting"):
            return False
        return low[after + 1] in STOPS or low[after + 1] in group("label_words")

    def _in_dash_speech(self) -> bool:
        """Tell whether "sier Berge" ends dash speech: what is before it is no subject."""
        return bool(self.words.group("verb_second")) and self.tokens.low[0] in DASHES

    def right(self, place: int) -> tuple[Phrase, ...]:
        """Give the phrase right after the verb, with its apposition left out."""
        return self.listed(self.phrases.at(self.skip(place)))

    def listed(self, phrase: Phrase | None) -> tuple[Phrase, ...]:
        """Give the phrase and those listed with it: "Interfax, Tass og Ria Novosti"."""
        if phrase is None:
            return ()
        phrase = self._apposition(self._long_title(phrase))
        found, place = [phrase], phrase.end
        while place + 1 < self.size and len(found) < 8:
            low = self.tokens.low[place]
            last = low in self.words.group("list_words")
            if not (last or low == ","):
                break
            item = self.phrases.at(place + 1)
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
        if self.tokens.low[place] not in self.words.group("list_words"):
            return phrase
        item = self.phrases.at(place + 1)
        if item is None or item.pronoun or item.head is None or item.name:
            return phrase
        known = self.words.noun_kind(self.tokens.low[item.head])
        return phrase if known else replace(phrase, end=item.end)

    def _apposition(self, phrase: Phrase) -> Phrase:
        """Add the name of an office: "presidenten i Kasakhstan, Kassym-Jomart Tokajev,"."""
        place = phrase.end
        if phrase.name or phrase.pronoun or not self._is_role(phrase) or place + 2 >= self.size:
            return phrase
        if self.tokens.low[place] != ",":
            return phrase
        name = self.phrases.at(place + 1)
        if name is None or name.name is None or name.head is not None:
            return phrase
        if name.name[1] - name.name[0] < 2:
            return phrase
        return replace(phrase, end=name.end, name=name.name, tail=(phrase.end, name.start))

    def _verb_follows(self, place: int) -> bool:
        """A finite verb after the last item makes it the subject of a new clause."""
        if place >= self.size or self.tokens.low[place] in {",", "."}:
            return False
        forms = self.words.verbs.get(self.tokens.low[place], ())
        finite = any(form.forms & {"present", "past"} for form in forms)
        return finite and not self.words.group("verb_second")

    def left(self, finite: int) -> tuple[Phrase, ...]:
        """Give the subject that ends before the verb at `finite`."""
        end = self.skip_back(finite)
        if end == 0:
            return ()
        low = self.tokens.low[end - 1]
        if end > 1 and (low in self.words.group("relatives") or self._is_relative_that(end - 1)):
            return self._antecedent(end - 1)
        if low in {",", ")"} or low in DASHES:
            return self._around_aside(end - 1)
        floor = self.phrases.boundary(end)
        if floor and (inner := self._inner_subject(floor, end)):
            return inner
        if floor > 1 and self.tokens.low[floor - 1] in self.words.group("relatives"):
            return self._over_relative(floor - 1, end)
        if floor > 1 and self._is_relative_that(floor - 1):
            return self._over_relative(floor - 1, end)
        phrase = self.phrases.before(end, floor)
        reduced = phrase is None or self._in_participle(phrase, floor)
        whole = self._reduced(floor, end) if reduced else ()
        return whole or (self._coordinated(phrase, floor) if phrase else ())

    def _inner_subject(self, floor: int, end: int) -> tuple[Phrase, ...]:
        """Give "critics" of "the deal, which critics say was rushed"."""
        opens = self.tokens.low[floor - 1] in self.words.group("relatives")
        if not (opens or self.tokens.low[floor - 1] in self.words.group("soft_relatives")):
            return ()
        phrase = self.phrases.at(floor)
        if phrase is None or phrase.end != end:
            return ()
        kind = self.words.noun_kind(self.tokens.low[phrase.head]) if phrase.head is not None else ""
        return (phrase,) if kind or phrase.name or phrase.pronoun else ()

    def _in_participle(self, phrase: Phrase, floor: int) -> bool:
        """Tell "published" of "a survey published this week", "her" of "a man seen by her"."""
        before = self.tokens.low[phrase.start - 1] if phrase.start > floor else ""
        if before in self.words.group("prepositions"):
            return True
        if phrase.head is None or phrase.end - phrase.start > 1 or not floor < phrase.start:
            return False
        word = self.tokens.words[phrase.head]
        if not self.words.piles or self.words.noun_kind(word):
            return False
        return bool(self.words.participle_form.search(word))

    def _reduced(self, floor: int, end: int) -> tuple[Phrase, ...]:
        """Give "A poll" of "A poll released Monday found"."""
        while floor < end and self.tokens.low[floor] in self.words.group("connectives"):
            floor += 1
        phrase = self.phrases.at(floor)
        if phrase is None or phrase.pronoun or phrase.end >= end or not self.words.piles:
            return ()
        opens = self.words.participle_form.search(self.tokens.words[phrase.end])
        return (phrase,) if opens else ()

    def _is_relative_that(self, place: int) -> bool:
        """Tell "the union that represents tellers" from "officials said that"."""
        if self.tokens.low[place] not in self.words.group("soft_relatives"):
            return False
        low = self.tokens.low[place - 1]
        if low in self.words.noun_stances:
            return False
        return self.words.noun_kind(low) in {"person", "institution", "unnamed", "document"}

    def _over_relative(self, relative: int, end: int) -> tuple[Phrase, ...]:
        """Give "Videoer som sirkulerer på nettet" whole; after a comma the clause is another."""
        if self.tokens.low[relative - 1] == ",":
            return ()
        phrase = self.phrases.before(relative, self.phrases.boundary(relative))
        if phrase is None or phrase.pronoun:
            return ()
        return (replace(phrase, end=end),)

    def _coordinated(self, phrase: Phrase, floor: int) -> tuple[Phrase, ...]:
        """Give "FN og EU" where both stand at the head of the clause."""
        place = phrase.start - 1
        if place <= floor or self.tokens.low[place] not in self.words.group("list_words"):
            return (phrase,)
        other = self.phrases.before(place, floor)
        if other is None or other.pronoun or self.skip(floor) < other.start:
            return (phrase,)
        return (other, phrase)

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        """Give what "som", "who" stands for; "er blant dem som" stands for the subject."""
        end = relative - 1 if self.tokens.low[relative - 1] == "," else relative
        if end <= 0:
            return ()
        if end > 1 and self.tokens.low[end - 2] in self.words.group("among"):
            back = self.skip_back(end - 2)
            if back and self.tokens.low[back - 1] in self.words.group("be"):
                return self.left(back - 1)
        phrase = self.phrases.before(end, self.phrases.boundary(end))
        return (phrase,) if phrase and not phrase.pronoun else ()

    def _around_aside(self, close: int) -> tuple[Phrase, ...]:
        """Give the phrase before an aside: "Dale, som selv har bodd der, forteller"."""
        mark = self.tokens.low[close]
        opening, group = {")": "(", ",": ","}.get(mark), self.words.group
        for place in range(close - 1, max(-1, close - 40), -1):
            low = self.tokens.low[place]
            if low == opening or (opening is None and low in DASHES):
                if not self._is_aside(place + 1, close):
                    return ()
                phrase = self.phrases.before(place, self.phrases.boundary(place))
                if phrase is None and self.tokens.low[place - 1] == ")" and mark != ")":
                    return self._around_aside(place - 1)
                if opening is not None and (phrase is None or self._passes(phrase)):
                    continue
                return (self._apposition(phrase),) if phrase and not phrase.pronoun else ()
            if low in group("relatives") and opening == "," and self._at_head(place):
                return self._antecedent(place)
            if low in STOPS and low != ")":
                return ()
        return ()

    def _at_head(self, relative: int) -> bool:
        """Tell whether the sentence is "Et vitne som kjørte bak bilen, sier": no comma opens it."""
        if not self.words.group("verb_second"):
            return False
        place = 0
        while self.tokens.low[place] in self.words.group("connectives"):
            place += 1
        phrase = self.phrases.at(place)
        return phrase is not None and phrase.end == relative

    def _passes(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is an aside itself: "R-Wis.", "speaking at the dam"."""
        if self.words.affiliation_form.search(self.tokens.low[phrase.start]):
            return True
        first = self.phrases.boundary(phrase.end)
        word = self.tokens.words[first]
        return first < phrase.start and bool(self.words.not_opening_form.search(word))

    def _is_aside(self, start: int, end: int) -> bool:
        low = self.tokens.low[start]
        group = self.words.group
        if self.words.piles and self.words.participle_form.search(self.tokens.words[start]):
            return True
        opens = ("relatives", "adverbs", "name_tails", "among", "aside_words")
        if any(low in group(name) for name in opens) or self._opens_clause(low) or low[0].isdigit():
            return True
        if self.tokens.low[start - 1] == "(":
            return True
        if not group("relatives").isdisjoint(self.tokens.low[start : min(start + 4, end)]):
            return True
        if self._describes(start) or self.words.affiliation_form.search(low):
            return True
        phrase = self.phrases.at(start)
        if phrase is None or phrase.pronoun:
            return False
        return bool(phrase.end == end or self._is_role(phrase))

    def _opens_clause(self, low: str) -> bool:
        """Tell "while" from "men": what coordinates opens no aside where the verb comes second."""
        group = self.words.group
        coordinates = group("verb_second") and low in group("coordinators")
        return low in group("clause_words") and not coordinates

    def _describes(self, start: int) -> bool:
        """Tell whether an apposition opens after a name: "Kerr, a nurse and mother of three, "."""
        named = start > 1 and self.tokens.is_name(start - 2)
        return named and self.tokens.low[start] in self.words.group("apposing")

    def _is_role(self, phrase: Phrase) -> bool:
        kind = self.words.noun_kind(self.tokens.low[phrase.head]) if phrase.head is not None else ""
        return kind == "person"

    def _apposed(self, place: int) -> bool:
        """Tell whether the comma before the verb closes an aside after a possible subject."""
        mark = self.tokens.low[place - 1]
        return (mark == "," or mark in DASHES) and bool(self._around_aside(place - 1))

    def _fronted(self, end: int, finite: int) -> bool:
        """Tell whether the clause begins with something that is no subject: "I ettermiddag"."""
        group = self.words.group
        if end < finite and (end == 0 or self.tokens.low[end - 1] in group("coordinators")):
            return True
        place = self.phrases.boundary(end)
        while place < end and self.tokens.low[place] in group("connectives"):
            place += 1
        if place >= end:
            return False
        if place and self.tokens.low[place - 1] in group("fronting"):
            return True
        low = self.tokens.low[place]
        if low in group("prepositions") or low in group("time") or low in group("adverbs"):
            return True
        return any(kind == "according" for kind, _ in self.words.phrases.get(low, ()))

    def skip(self, place: int) -> int:
        """Give the next token that is no adverb and no time of day or week."""
        group = self.words.group
        while place < self.size:
            low = self.tokens.low[place]
            if low in group("given_names") and self.phrases.is_given_name(place):
                break
            if low in group("adverbs") or low in group("time") or self._is_manner(place):
                place += 1
            elif self._timed(place):
                place += 2
            else:
                break
        return place

    def _is_manner(self, place: int) -> bool:
        return bool(self.words.adverb_form.search(self.tokens.words[place]))

    def _timed(self, place: int) -> bool:
        return (
            place + 1 < self.size
            and self._dates(place)
            and self.tokens.low[place + 1] in self.words.group("time")
        )

    def _dates(self, place: int) -> bool:
        """Tell whether "on" of "on Monday" or "this" of "this week" stands at `place`."""
        low, group = self.tokens.low[place], self.words.group
        return low in group("prepositions") or low in group("time_determiners")

    def skip_back(self, place: int) -> int:
        """Give the end of what stands before `place` when adverbs and times are passed over."""
        group = self.words.group
        while place > 0:
            low = self.tokens.low[place - 1]
            if low in group("given_names") and self.phrases.is_given_name(place - 1):
                break
            if low in group("adverbs") or self.words.adverb_form.search(
                self.tokens.words[place - 1]
            ):
                place -= 1
            elif low in group("time") and place > 1:
                place -= 2 if self._dates(place - 2) else 1
            else:
                break
        return place
