"""What looks like a claim and is none: nouns, what is left unsaid, what nobody says."""

from __future__ import annotations

from corpus.facts.attributions.lexicon import VerbForm
from corpus.facts.attributions.noun_phrases import Phrase, first_token
from corpus.facts.attributions.passives import PassiveReader

_NOUNS = frozenset({"noun", "quantifiers", "capital"})
_INSIDE = frozenset({"alnum", "closing"})
_POSTED = frozenset({"statement", "speech", "document", "social"})
_UNTOLD = frozenset({"negations", "doubt"})
_UNSAID = frozenset({"withholding", "negations"})


class NonClaimReader(PassiveReader):
    """Tells the verbs that report nothing here."""

    def _is_adverb(self, index: int) -> bool:
        """Tell "er så presset" from "han så at"."""
        if "adverbs" not in self.traits[index]:
            return False
        before = self.traits[index - 1] if index else frozenset()
        return "alnum" not in before or "be" in before or "have" in before

    def _is_named(self, index: int) -> bool:
        """A capital inside the sentence is a name ("the Claims Court"), not a verb."""
        if index == 0 or "capital" not in self.traits[index]:
            return False
        before = self.traits[index - 1]
        return not before.isdisjoint(_INSIDE) or self.tokens.words[index - 1] == ","

    def _is_unsaid(self, finite: int, index: int, form: VerbForm, after: int) -> bool:
        """Tell what is only to be said, or is not: "will comment", "declined to comment"."""
        traits = self.traits
        if after < self.size and "nothing" in traits[after]:
            return True
        if "modals" in traits[finite]:
            return not (self._asks(after) or self._has_clause(self._complement(after), after))
        if form.needs == "any" and self.words.verb_second and self._negated(after):
            return True
        if finite == index and index and traits[index - 1].isdisjoint(_UNSAID):
            return False
        between = traits[finite - 1 if finite else 0 : index]
        if all(map(_UNSAID.isdisjoint, between)):
            return False
        if any("withholding" in near for near in between):
            return not self._asks(after)
        return not (self._asks(after) or self._has_clause(self._complement(after), after))

    def _negated(self, after: int) -> bool:
        """Tell "kommenterte ikke saken", where the verb comes second, from "sier ikke om"."""
        if after >= self.size or "negations" not in self.traits[after]:
            return False
        return not (
            self._asks(after + 1) or self._has_clause(self._complement(after + 1), after + 1)
        )

    def _refuses(self, after: int, complement: str) -> bool:
        """Tell "nekter å forhandle" from "nekter å ha forhandlet"."""
        if complement != "infinitive":
            return False
        place = self._skip_recipients(after) + 1
        return place < self.size and "have" not in self.traits[place]

    def _is_noun(self, index: int, form: VerbForm) -> bool:
        """Tell "the police report was" and "the prices quoted were" from verbs."""
        if not self.words.piles:
            return False
        return form.needs not in {"any", "clause", "thought"} or "noun" in self.traits[index]

    def _in_object(self, complement: str, subject: tuple[Phrase, ...]) -> bool:
        """Tell "what he said next stunned" from what he said."""
        if complement == "clause" or complement == "quote":
            return False
        start = first_token(subject)
        return start > 0 and "free_relatives" in self.traits[start - 1]

    def _is_no_speaker(self, index: int, form: VerbForm, subject: tuple[Phrase, ...]) -> bool:
        """Tell whether the subject of a verb is nobody who says it, or no subject after all."""
        phrase = subject[0]
        head = phrase.head
        if head is not None and (
            self._is_posted(form, phrase.start, head)
            or self._is_no_noun(phrase, head)
            or self._is_owned(index, phrase, head)
        ):
            return True
        return self._is_negated(subject)

    def _is_posted(self, form: VerbForm, start: int, head: int) -> bool:
        """Tell "in a statement posted on its site" from a statement that speaks."""
        if not start or "prepositions" not in self.traits[start - 1]:
            return False
        return "participle" in form.forms and self.kinds[self.low[head]] in _POSTED

    def _is_no_noun(self, phrase: Phrase, head: int) -> bool:
        """Tell "took" of "took notes" from a noun: bare, not plural, and naming no source."""
        if not self.words.piles or phrase.end - phrase.start > 1:
            return False
        known = not self.traits[head].isdisjoint(_NOUNS)
        return not (known or self.low[head].endswith(self.words.plural))

    def _is_owned(self, index: int, phrase: Phrase, head: int) -> bool:
        """Tell "promises" of "called their current promises “fig leaves”" from a verb."""
        low = self.low
        if "possessives" not in self.traits[phrase.start] or phrase.pronoun:
            return False
        plural = low[index] in self.words.noun_stances and low[index].endswith(self.words.plural)
        return plural and "noun" not in self.traits[head]

    def _is_negated(self, subject: tuple[Phrase, ...]) -> bool:
        """ "No group has claimed", "If they say": nobody said it."""
        traits, start = self.traits, first_token(subject)
        if start and not traits[start - 1].isdisjoint(_UNTOLD):
            return True
        for phrase in subject:
            first, end = phrase.start, phrase.end
            for near in traits[first - 1 if first else 0 : end if end < first + 3 else first + 3]:
                if "negative" in near:
                    return True
        return False
