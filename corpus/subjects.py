"""Who says it: the noun phrase before or after a reporting verb, in either order."""

from __future__ import annotations

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
            or (verb_second and self._fronted(place))
            or before in self.words.group("proforms")
        ):
            right = self.right(after)
            if right and (not parted or not self._apposed(place)):
                return right, True
        left = self.left(finite)
        if left or not (verb_second or parted):
            return left, False
        starts = place == 0 or self.tokens.low[place - 1] in self.words.group("coordinators")
        return ((), False) if starts and place else (self.right(after), True)

    def right(self, place: int) -> tuple[Phrase, ...]:
        """Give the phrase right after the verb, with its apposition left out."""
        return self.listed(self.phrases.at(self.skip(place)))

    def listed(self, phrase: Phrase | None) -> tuple[Phrase, ...]:
        """Give the phrase and those listed with it: "Interfax, Tass og Ria Novosti"."""
        if phrase is None:
            return ()
        found, place = [phrase], phrase.end
        while place + 1 < self.size and len(found) < 8:
            low = self.tokens.low[place]
            last = low in self.words.group("list_words")
            if not (last or low == ","):
                break
            item = self.phrases.at(place + 1)
            if item is None or item.pronoun or not (item.name or last and item.head is not None):
                break
            found.append(item)
            place = item.end
            if last:
                return tuple(found) if not self._verb_follows(place) else (phrase,)
        return (phrase,)

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
        if low in self.words.group("relatives") and end > 1:
            return self._antecedent(end - 1)
        if low in {",", ")"} or low in DASHES:
            return self._around_aside(end - 1)
        floor = self.phrases.boundary(end)
        phrase = self.phrases.before(end, floor)
        return self._coordinated(phrase, floor) if phrase else ()

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
        opening = {")": "(", ",": ","}.get(mark)
        for place in range(close - 1, max(-1, close - 40), -1):
            low = self.tokens.low[place]
            if low == opening or opening is None and low in DASHES:
                if not self._is_aside(place + 1, close):
                    return ()
                phrase = self.phrases.before(place, self.phrases.boundary(place))
                return (phrase,) if phrase and not phrase.pronoun else ()
            if low in STOPS and low != ")":
                return ()
        return ()

    def _is_aside(self, start: int, end: int) -> bool:
        low = self.tokens.low[start]
        group = self.words.group
        if low in group("relatives") or low[0].isdigit() or self.tokens.low[start - 1] == "(":
            return True
        phrase = self.phrases.at(start)
        if phrase is None or phrase.pronoun:
            return False
        return bool(phrase.end == end or self._is_role(phrase))

    def _is_role(self, phrase: Phrase) -> bool:
        kind = self.words.noun_kind(self.tokens.low[phrase.head]) if phrase.head is not None else ""
        return kind == "person"

    def _apposed(self, place: int) -> bool:
        """Tell whether the comma before the verb closes an aside after a possible subject."""
        return self.tokens.low[place - 1] == "," and bool(self._around_aside(place - 1))

    def _fronted(self, end: int) -> bool:
        """Tell whether the clause begins with something that is no subject: "I ettermiddag"."""
        group = self.words.group
        place = self.phrases.boundary(end)
        while place < end and self.tokens.low[place] in group("connectives"):
            place += 1
        if place >= end:
            return False
        low = self.tokens.low[place]
        if low in group("prepositions") or low in group("time") or low in group("adverbs"):
            return True
        return low in self.words.phrases

    def skip(self, place: int) -> int:
        """Give the next token that is no adverb and no time of day or week."""
        group = self.words.group
        while place < self.size:
            low = self.tokens.low[place]
            if low in group("adverbs") or low in group("time"):
                place += 1
            elif self._timed(place):
                place += 2
            else:
                break
        return place

    def _timed(self, place: int) -> bool:
        return (
            place + 1 < self.size
            and self.tokens.low[place] in self.words.group("prepositions")
            and self.tokens.low[place + 1] in self.words.group("time")
        )

    def skip_back(self, place: int) -> int:
        """Give the end of what stands before `place` when adverbs and times are passed over."""
        group = self.words.group
        while place > 0:
            low = self.tokens.low[place - 1]
            if low in group("adverbs") or self.words.adverb_form.search(
                self.tokens.words[place - 1]
            ):
                place -= 1
            elif low in group("time") and place > 1:
                place -= 2 if self.tokens.low[place - 2] in group("prepositions") else 1
            else:
                break
        return place
