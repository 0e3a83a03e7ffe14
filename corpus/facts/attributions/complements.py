"""What follows a reporting verb: a clause, a quotation, an object, nothing; and whether it fits."""

from __future__ import annotations

from corpus.facts.attributions.lexicon import VerbForm
from corpus.facts.attributions.noun_phrases import Phrase, first_token, last_end
from corpus.facts.attributions.subjects import SubjectFinder
from corpus.facts.attributions.tokens import QUOTES

# How far behind a verb its "as" may stand.
_FRAME = 12
_LED = frozenset({"passed", "asides"})
_ENDING = frozenset({"stop", "dash", "coordinators"})
_CLOSING = frozenset({"stop", "closed"})
_CITING = frozenset({"complementizers", "citing"})
_NEW_SUBJECT = frozenset({"pronouns", "speakers", "proforms", "determiners", "name"})
_PARTED = QUOTES | {",", "!", "?", "…"}
_FINITES = frozenset({"have", "be", "modals", "auxiliaries"})
_FRAMED = frozenset({"determiners", "degrees", "quote"})
_NO_DESCRIPTION = frozenset({"pronouns", "speakers", "name"})
# The longest title of a book or a programme in quotation marks.
_TITLE = 12


class ComplementReader(SubjectFinder):
    """Reads the complement of the verbs of one sentence."""

    def _complement(self, place: int) -> str:
        """Tell what follows: clause, quote, object, infinitive, about or end."""
        if place >= self.size:
            return "end"
        traits = self.traits[place]
        if not traits.isdisjoint(_LED):
            place = self._skip_recipients(place)
            if place >= self.size:
                return "end"
            traits = self.traits[place]
        if self.low[place] == ",":
            return self._after_comma(place + 1)
        if "complementizers" in traits:
            return "clause"
        if "quote" in traits or self.low[place] == ":":
            return "quote"
        if not traits.isdisjoint(_ENDING):
            return "end"
        if "infinitive_mark" in traits:
            return "infinitive"
        return "about" if "prepositions" in traits else "object"

    def _after_comma(self, place: int) -> str:
        if place >= self.size:
            return "end"
        traits = self.traits[place]
        if not traits.isdisjoint(_CITING) or self._resumes(place):
            return "clause"
        return "quote" if "quote" in traits else "end"

    def _resumes(self, place: int) -> bool:
        """Tell whether "that" follows an aside: "suggested, without evidence, that"."""
        low, traits = self.low, self.traits
        for comma in range(place, min(place + _FRAME, self.size - 1)):
            if "stop" in traits[comma]:
                return False
            if low[comma] == ",":
                return "that" in traits[comma + 1]
        return False

    def _content_fits(
        self, form: VerbForm, after: int, side: str, subject: tuple[Phrase, ...], complement: str
    ) -> bool:
        """Tell whether the verb has what it must come with; `complement` is what follows it."""
        needs = form.needs
        if side == "previous" or needs == "any":
            return True
        if needs == "speech":
            return self._speech_noun(after)
        if needs == "document" and not self._documents(subject, after):
            return False
        if needs in {"label", "frame"}:
            named = self._labels(after) if needs == "label" else self._frames(after)
            return named and not self._inner_label(subject)
        if needs == "order":
            return complement == "clause" or self._directs(after)
        start = first_token(subject)
        if self._in_quotes(start) or self._as_said(complement, start):
            return True
        if needs == "quote":
            return complement in {"clause", "quote"}
        content_first = side == "before" and complement == "end" and self._quoted(start)
        if needs == "clause":
            return content_first or self._has_clause(complement, after)
        if needs == "thought":
            return self._has_clause(complement, after) or self._zero_clause(after)
        told = complement != "end" or form.particle in self.words.group("asides")
        return told or content_first

    def _has_clause(self, complement: str, after: int) -> bool:
        return complement == "clause" or complement == "quote" or self._bare_clause(after)

    def _asks(self, after: int) -> bool:
        """Tell whether "whether", "when", "how" follows: "refused to say when"."""
        place = self._skip_recipients(after)
        if place + 1 < self.size and "about_that" in self.traits[place]:
            place += 1 + (self.low[place + 1] == ",")
        asks = place < self.size and "questions" in self.traits[place]
        return asks or self._complement(after) == "clause"

    def _inner_label(self, subject: tuple[Phrase, ...]) -> bool:
        """Tell "det han kaller «...»", a scare quote inside what another clause says."""
        start = first_token(subject)
        pronoun = any(phrase.pronoun for phrase in subject)
        return pronoun and start > 0 and "label_heads" in self.traits[start - 1]

    def _as_said(self, complement: str, start: int) -> bool:
        """Tell whether the clause is "as the Post first reported,"."""
        opens = start > 0 and "frame_words" in self.traits[start - 1]
        return opens and complement == "end"

    def _in_quotes(self, start: int) -> bool:
        """Tell whether a quotation ends right before the source: '"Enough," Breck thundered'."""
        return (start > 2 and self._ends_speech(start - 2)) or (
            start > 1 and self._ends_speech(start - 1)
        )

    def _ends_speech(self, place: int) -> bool:
        """Tell the mark after "Enough," from the one after a title: 'on "Face the State," she'."""
        low, traits, is_spaced = self.low, self.traits, self.tokens.is_spaced
        if "closing" not in traits[place] or low[place - 1] not in {",", "?", "!", "…"}:
            return False
        if is_spaced(place):
            return False
        for mark in range(place - 1, max(-1, place - _TITLE), -1):
            if "quote" in traits[mark] and (mark == 0 or is_spaced(mark)):
                return mark == 0 or not low[mark - 1][0].isalnum()
        return True

    def _quoted(self, start: int) -> bool:
        """Content stands before the cue when a comma or a quotation mark parts them."""
        near = 2 if self.words.piles else 3
        return not _PARTED.isdisjoint(self.low[max(0, start - near) : start])

    def _documents(self, subject: tuple[Phrase, ...], after: int) -> bool:
        """Tell whether a document speaks, and not aside: "..., with videos that show ..."."""
        last = last_end(subject)
        if last < after and "relatives" in self.traits[last]:
            return False
        kinds = {"document", "social", "report", "outlet", "media"}
        return any(
            self.kinds[self.low[place]] in kinds
            for phrase in subject
            for place in range(phrase.start, phrase.end)
        )

    def _speech_noun(self, place: int) -> bool:
        stop = min(place + 6, self.size)
        return any(
            self.kinds[low] == "speech"
            or self.words.noun_stances.get(low, "neutral") != "neutral"
            or low in self.words.group("speech_nouns")
            for low in self.low[place:stop]
        )

    def _zero_clause(self, place: int) -> bool:
        """Thought without "that" begins with a new subject: "he thinks the plan is good"."""
        if place >= self.size:
            return False
        return self.words.piles and not self.traits[place].isdisjoint(_NEW_SUBJECT)

    def _bare_clause(self, place: int) -> bool:
        """Tell a clause without "that": "suggested she was lying", "felt the press was unfair"."""
        if place >= self.size:
            return False
        traits = self.traits
        if "nominatives" in traits[place]:
            following = traits[place + 1] if place + 1 < self.size else frozenset()
            return "alpha" in following and "prepositions" not in following
        phrase = self.at(place)
        after = self.skip(phrase.end) if phrase else self.size
        return after < self.size and not traits[after].isdisjoint(_FINITES)

    def _labels(self, after: int) -> bool:
        """Tell whether something is called something: "the plan a sham", "it “unfair”"."""
        near = self.low[after : after + 9]
        if any(mark in QUOTES for mark in near[: near.index(",") if "," in near else None]):
            return True
        phrase = self.at(after)
        if phrase is None or phrase.end >= self.size:
            return False
        low, traits = self.low[phrase.end], self.traits[phrase.end]
        if "label_words" in traits:
            return "time" not in self.traits[min(phrase.end + 1, self.size - 1)]
        if not (phrase.pronoun and "possessives" not in self.traits[after]):
            return False
        if "closed" in traits or "determiners" in traits:
            return False
        return "alpha" in traits and not self.words.adverb_form.search(low)

    def _frames(self, after: int) -> bool:
        """Tell whether something is seen as something: "regards the law as a threat"."""
        low, traits = self.low, self.traits
        for place in range(after, min(after + _FRAME, self.size - 1)):
            if "stop" in traits[place] or low[place] == ",":
                return False
            if "frame_words" in traits[place]:
                return self._is_framed(place + 1)
        return False

    def _is_framed(self, place: int) -> bool:
        """Tell "as a threat", "as unfair" from "as night fell"."""
        if not self.traits[place].isdisjoint(_FRAMED):
            return True
        if place + 1 < self.size:
            after = self.traits[place + 1]
            if after.isdisjoint(_CLOSING) and self.low[place + 1] != ",":
                return False
        return self._may_describe(place)

    def _may_describe(self, place: int) -> bool:
        traits = self.traits[place]
        return "alpha" in traits and traits.isdisjoint(_NO_DESCRIPTION)

    def _directs(self, after: int) -> bool:
        """Tell whether somebody is to do something: "ordered the jurors not to read"."""
        phrase = self.at(after)
        if phrase is None:
            return False
        place = min(self.skip(phrase.end) + 1, self.size)
        return any("infinitive_mark" in traits for traits in self.traits[after + 1 : place])

    def _skip_recipients(self, place: int) -> int:
        """Pass "to reporters", "til TV 2", "on Tuesday", "in a statement"."""
        for _ in range(3):
            place = self.skip(place)
            if place + 1 >= self.size or "asides" not in self.traits[place]:
                break
            phrase = self.at(place + 1)
            if phrase is None or not self._is_recipient(place, phrase):
                break
            place = self._posted(phrase.end)
        return place

    def content_start(self, place: int) -> int:
        """Give where the clause begins after "told Reuters on Tuesday"."""
        size, traits, clause = self.size, self.traits, place
        if place < size and not traits[place].isdisjoint(_LED):
            clause = self._skip_recipients(place)
        if clause < size and self.low[clause] == ",":
            clause += 1
        return clause if clause < size and "that" in traits[clause] else place

    def _posted(self, place: int) -> int:
        """Pass "posted on its website" after "in a statement"."""
        if not self.words.piles or place + 2 >= self.size:
            return place
        word, following = self.tokens.words[place], self.traits[place + 1]
        if "asides" not in following or not self.words.participle_form.search(word):
            return place
        phrase = self.at(place + 2)
        return phrase.end if phrase is not None else place

    def _is_recipient(self, place: int, phrase: Phrase) -> bool:
        """Tell "to reporters" from "to help"."""
        if "infinitive_mark" not in self.traits[place]:
            return True
        known = phrase.head is not None and self.kinds[self.low[phrase.head]]
        determined = "determiners" in self.traits[phrase.start]
        return bool(phrase.name or phrase.pronoun or determined or known)

    def skip_connectives(self, place: int) -> int:
        """Give the first token that is no "and", "but", "while"."""
        while place < self.size and (
            "connectives" in self.traits[place] or "alnum" not in self.traits[place]
        ):
            place += 1
        return place
