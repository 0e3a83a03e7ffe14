"""What looks like a claim and is none: nouns, what is left unsaid, what nobody says."""

from __future__ import annotations

from corpus.nounphrases import Phrase
from corpus.passives import PassiveReader
from corpus.reporting import VerbForm
from corpus.tokens import CLOSING


class NonClaimReader(PassiveReader):
    """Tells the verbs that report nothing here."""

    def _is_adverb(self, index: int) -> bool:
        """Tell "er så presset" from "han så at"."""
        group = self.words.group
        if self.tokens.low[index] not in group("adverbs"):
            return False
        before = self.tokens.low[index - 1] if index else ","
        return before in group("be") or before in group("have") or not before[0].isalnum()

    def _is_named(self, index: int) -> bool:
        """A capital inside the sentence is a name ("the Claims Court"), not a verb."""
        word = self.tokens.words[index]
        before = self.tokens.words[index - 1]
        inside = before[0].isalnum() or before == "," or before in CLOSING
        return index > 0 and word[0].isupper() and inside

    def _is_unsaid(self, finite: int, index: int, form: VerbForm, after: int) -> bool:
        """Tell what is only to be said, or is not: "will comment", "declined to comment"."""
        low, group = self.tokens.low, self.words.group
        if after < self.size and low[after] in group("nothing"):
            return True
        if low[finite] in group("modals"):
            return not (self._asks(after) or self._has_clause(self._complement(after), after))
        if form.needs == "any" and after < self.size and self._negated(after):
            return True
        between = low[max(0, finite - 1) : index]
        if not group("withholding").isdisjoint(between):
            return not self._asks(after)
        if group("negations").isdisjoint(between):
            return False
        return not (self._asks(after) or self._has_clause(self._complement(after), after))

    def _negated(self, after: int) -> bool:
        """Tell "kommenterte ikke saken", where the verb comes second, from "sier ikke om"."""
        if self.tokens.low[after] not in self.words.group("negations"):
            return False
        return bool(self.words.group("verb_second")) and not (
            self._asks(after + 1) or self._has_clause(self._complement(after + 1), after + 1)
        )

    def _refuses(self, after: int) -> bool:
        """Tell "nekter å forhandle" from "nekter å ha forhandlet"."""
        if self._complement(after) != "infinitive":
            return False
        place = self._skip_recipients(after) + 1
        return place < self.size and self.tokens.low[place] not in self.words.group("have")

    def _is_noun(self, index: int, form: VerbForm, end: int) -> bool:
        """Tell "the police report was" and "the prices quoted were" from verbs."""
        low, group = self.tokens.low, self.words.group
        if end >= self.size or not self.words.piles:
            return False
        finite = low[end] in group("finites")
        if form.needs in {"any", "clause", "thought"} and not self.words.noun_kind(low[index]):
            return False
        return finite

    def _in_object(self, form: VerbForm, after: int, subject: tuple[Phrase, ...]) -> bool:
        """Tell "what he said next stunned" from what he said."""
        start = min(phrase.start for phrase in subject)
        if not start or form.needs != "any":
            return False
        free = self.tokens.low[start - 1] in self.words.group("free_relatives")
        return free and self._complement(after) not in {"clause", "quote"}

    def _is_posted(self, form: VerbForm, subject: tuple[Phrase, ...]) -> bool:
        """Tell "in a statement posted on its site" from a statement that speaks."""
        start, head = subject[0].start, subject[0].head
        if "participle" not in form.forms or head is None or not start:
            return False
        kind = self.words.noun_kind(self.tokens.low[head])
        within = self.tokens.low[start - 1] in self.words.group("prepositions")
        return within and kind in {"statement", "speech", "document", "social"}

    def _is_no_noun(self, phrase: Phrase) -> bool:
        """Tell "took" of "took notes" from a noun: bare, not plural, and naming no source."""
        if not self.words.piles or phrase.head is None or phrase.end - phrase.start > 1:
            return False
        low, first = self.tokens.low[phrase.head], self.tokens.words[phrase.head][0]
        known = self.words.noun_kind(low) or low in self.words.group("quantifiers")
        return not (known or first.isupper() or low.endswith(self.words.plural))

    def _is_owned(self, index: int, phrase: Phrase) -> bool:
        """Tell "promises" of "called their current promises “fig leaves”" from a verb."""
        low, group = self.tokens.low, self.words.group
        if low[phrase.start] not in group("possessives") or phrase.pronoun or phrase.head is None:
            return False
        plural = low[index] in self.words.noun_stances and low[index].endswith(self.words.plural)
        return plural and not self.words.noun_kind(low[phrase.head])

    def _nobody(self, subject: tuple[Phrase, ...]) -> bool:
        """ "No group has claimed": nobody said it."""
        negative = self.words.group("negative")
        start = min(phrase.start for phrase in subject)
        if start and self.tokens.low[start - 1] in self.words.group("negations"):
            return True
        return any(
            self.tokens.low[place] in negative
            for phrase in subject
            for place in range(max(0, phrase.start - 1), min(phrase.end, phrase.start + 3))
        )

    def _in_doubt(self, subject: tuple[Phrase, ...]) -> bool:
        """ "If they say": nothing has been said."""
        start = min(phrase.start for phrase in subject)
        return start > 0 and self.tokens.low[start - 1] in self.words.group("doubt")
