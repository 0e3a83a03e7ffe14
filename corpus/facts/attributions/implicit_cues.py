"""Claims without a word of reporting: what stands beside a quotation, "in an interview"."""

from __future__ import annotations

from corpus.facts.attributions.noun_cues import Claim, NounCueReader
from corpus.facts.attributions.noun_phrases import Phrase
from corpus.facts.attributions.tokens import CLOSING

# How far into a sentence "In an interview with" may reach before its comma.
_OPENING = 24
_NO_VERB = frozenset({"closed", "have", "modals"})
_PEOPLE = frozenset({"person", "institution", "unnamed", "witness", "agency", "outlet", "media"})


class BareClaimReader(NounCueReader):
    """Reads sources that only their place gives away; asked where no cue is found."""

    def bare_claim(self) -> Claim | None:
        """Give who speaks beside a quotation or on an occasion the sentence opens with."""
        return (
            self._beside_quotation()
            or self._after_dash_speech()
            or self._on_occasion()
            or self._to_whom()
        )

    def _beside_quotation(self) -> Claim | None:
        """Read '"Never," he crowed', '"Never," crowed the senator'."""
        low, traits = self.low, self.traits
        if CLOSING.isdisjoint(low):
            return None
        for index in range(2, self.size - 2):
            if "closing" not in traits[index] or self.tokens.is_spaced(index):
                continue
            parted = low[index + 1] == ","
            if parted or self._ends_speech(index):
                claim = self._spoken_at(index + 1 + parted)
                if claim is not None:
                    return claim
        return None

    def _after_dash_speech(self) -> Claim | None:
        """Read "– Hun hører aldri på meg, ler han.": the last comma parts speech and speaker."""
        if not self.words.verb_second or "dash" not in self.traits[0]:
            return None
        for index in range(self.size - 2, max(1, self.size - _OPENING), -1):
            if self.low[index] in {",", "?", "!"}:
                claim = self._spoken_at(index + 1)
                ends = claim is None or max(p.end for p in claim.sources) >= self.size - 2
                return claim if ends else None
        return None

    def _spoken_at(self, place: int) -> Claim | None:
        """Read a speaker and a verb in either order; the verb may be any in the past."""
        speaker = None if self.words.verb_second else self.at(place)
        if speaker is not None and self._speaks(speaker):
            verb = self.skip(speaker.end)
            if verb < self.size and self._is_past_verb(verb):
                return Claim((verb, verb + 1), (speaker,), "neutral", "before", "verb", verb + 1)
        if self._is_past_verb(place):
            speaker = self.at(self.skip(place + 1))
            if speaker is not None and self._speaks(speaker) and not self._bare_name(speaker):
                return Claim((place, place + 1), (speaker,), "neutral", "before", "verb", place + 1)
        return None

    def _is_past_verb(self, place: int) -> bool:
        word, low = self.tokens.words[place], self.low[place]
        if not word.isalpha() or word != low or not self.traits[place].isdisjoint(_NO_VERB):
            return False
        return "verb" in self.traits[place] or bool(self.words.telling_form.search(low))

    def _speaks(self, phrase: Phrase) -> bool:
        """Tell whether a phrase can be a speaker: a person, a body, a name."""
        if phrase.pronoun:
            return "dummies" not in self.traits[phrase.start]
        kind = self.kinds[self.low[phrase.head]] if phrase.head is not None else ""
        return phrase.name is not None or kind in _PEOPLE

    def _bare_name(self, phrase: Phrase) -> bool:
        """A single name after an unknown verb may be a river: "flommer Glomma"."""
        return phrase.head is None and phrase.end - phrase.start == 1 and not phrase.pronoun

    def _on_occasion(self) -> Claim | None:
        """Read "In an interview with CNN, Ryan defended the plan"."""
        low, traits = self.low, self.traits
        if "occasion_words" not in traits[0] or self.size < 6:
            return None
        noun = next((i for i in range(1, 5) if "occasions" in traits[i]), 0)
        if not noun or "no_occasion" in traits[1]:
            return None
        if self.words.verb_second:
            whole = self.at(1)
            return self._speaker_on((0, noun + 1), whole.end + 1) if whole else None
        for comma in range(noun + 1, min(noun + _OPENING, self.size - 2)):
            if "stop" in traits[comma]:
                return None
            if low[comma] == ",":
                return self._speaker_on((0, noun + 1), comma + 1)
        return None

    def _to_whom(self) -> Claim | None:
        """Read "To critics, the plan is a giveaway"."""
        if "to_whom" not in self.traits[0]:
            return None
        phrase = self.at(1)
        if phrase is None or phrase.end + 1 >= self.size or self.low[phrase.end] != ",":
            return None
        if not self._speaks(phrase) or (phrase.name and phrase.head is None and phrase.tail):
            return None
        return Claim((0, 1), (phrase,), "neutral", "after", "verb", phrase.end + 1)

    def _speaker_on(self, cue: tuple[int, int], place: int) -> Claim | None:
        speaker = self.at(place)
        if speaker is None or not self._speaks(speaker):
            return None
        speaker = self.listed(speaker)[0]
        return Claim(cue, (speaker,), "neutral", "after", "verb", speaker.end)
