"""What follows a reporting verb: a clause, a quotation, an object, nothing; and whether it fits."""

from __future__ import annotations

from corpus.nounphrases import Phrase, PhraseFinder
from corpus.reporting import Lexicon, VerbForm
from corpus.subjects import SubjectFinder
from corpus.tokens import CLOSING, DASHES, QUOTES, STOPS, Tokens

# How far behind a verb its "as" may stand.
_FRAME = 12
# The longest title of a book or a programme in quotation marks.
_TITLE = 12


class ComplementReader:
    """Reads the complement of the verbs of one sentence."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens = tokens
        self.words = words
        self.phrases = PhraseFinder(tokens, words)
        self.subjects = SubjectFinder(tokens, words, self.phrases)
        self.size = len(tokens.words)

    def _complement(self, place: int) -> str:
        """Tell what follows: clause, quote, object, infinitive, about or end."""
        place = self._skip_recipients(place)
        if place < self.size and self.tokens.low[place] == ",":
            place += 1
            low = self.tokens.low[place] if place < self.size else "."
            if low in self.words.group("complementizers") or low in self.words.group("citing"):
                return "clause"
            if self._resumes(place):
                return "clause"
            return "quote" if low in QUOTES else "end"
        low = self.tokens.low[place] if place < self.size else "."
        if low in self.words.group("complementizers"):
            return "clause"
        if low in QUOTES or low == ":":
            return "quote"
        if low in STOPS or low in DASHES or low in self.words.group("coordinators"):
            return "end"
        if low in self.words.group("infinitive_mark"):
            return "infinitive"
        return "about" if low in self.words.group("prepositions") else "object"

    def _resumes(self, place: int) -> bool:
        """Tell whether "that" follows an aside: "suggested, without evidence, that"."""
        low = self.tokens.low
        for comma in range(place, min(place + _FRAME, self.size - 1)):
            if low[comma] in STOPS:
                return False
            if low[comma] == ",":
                return low[comma + 1] in self.words.group("that")
        return False

    def _content_fits(
        self, form: VerbForm, after: int, side: str, subject: tuple[Phrase, ...]
    ) -> bool:
        complement = self._complement(after)
        if side == "previous":
            return True
        content_first = side == "before" and complement == "end"
        if form.needs == "speech":
            return self._speech_noun(after)
        if form.needs == "document" and not self._documents(subject, after):
            return False
        if form.needs == "any":
            return True
        if form.needs in {"label", "frame"}:
            named = self._labels(after) if form.needs == "label" else self._frames(after)
            return named and not self._inner_label(subject)
        if form.needs == "order":
            return complement == "clause" or self._directs(after)
        if self._in_quotes(subject) or self._as_said(complement, subject):
            return True
        if form.needs == "quote":
            return complement in {"clause", "quote"}
        content_first = content_first and self._quoted(subject)
        if form.needs == "clause":
            return self._has_clause(complement, after) or content_first
        if form.needs == "thought":
            return self._has_clause(complement, after) or self._zero_clause(after)
        told = complement != "end" or form.particle in self.words.group("asides")
        return told or content_first

    def _has_clause(self, complement: str, after: int) -> bool:
        return complement in {"clause", "quote"} or self._bare_clause(after)

    def _asks(self, after: int) -> bool:
        """Tell whether "whether", "when", "how" follows: "refused to say when"."""
        place = self._skip_recipients(after)
        if place + 1 < self.size and self.tokens.low[place] in self.words.group("about_that"):
            place += 1 + (self.tokens.low[place + 1] == ",")
        low = self.tokens.low[place] if place < self.size else "."
        return low in self.words.group("questions") or self._complement(after) == "clause"

    def _inner_label(self, subject: tuple[Phrase, ...]) -> bool:
        """Tell "det han kaller «...»", a scare quote inside what another clause says."""
        start = min((phrase.start for phrase in subject), default=0)
        pronoun = any(phrase.pronoun for phrase in subject)
        return (
            pronoun and start > 0 and self.tokens.low[start - 1] in self.words.group("label_heads")
        )

    def _as_said(self, complement: str, subject: tuple[Phrase, ...]) -> bool:
        """Tell whether the clause is "as the Post first reported,"."""
        start = min((phrase.start for phrase in subject), default=0)
        opens = start > 0 and self.tokens.low[start - 1] in self.words.group("frame_words")
        return opens and complement == "end"

    def _in_quotes(self, subject: tuple[Phrase, ...]) -> bool:
        """Tell whether a quotation ends right before the source: '"Enough," Breck thundered'."""
        start = min((phrase.start for phrase in subject), default=0)
        return any(self._ends_speech(place - 1) for place in range(max(2, start - 1), start + 1))

    def _ends_speech(self, place: int) -> bool:
        """Tell the mark after "Enough," from the one after a title: 'on "Face the State," she'."""
        low, starts = self.tokens.low, self.tokens.starts
        if low[place] not in CLOSING or low[place - 1] not in {",", "?", "!", "…"}:
            return False
        if starts[place] > self.tokens.ends[place - 1]:
            return False
        for mark in range(place - 1, max(-1, place - _TITLE), -1):
            if low[mark] in QUOTES and (mark == 0 or starts[mark] > self.tokens.ends[mark - 1]):
                return mark == 0 or not low[mark - 1][0].isalnum()
        return True

    def _quoted(self, subject: tuple[Phrase, ...]) -> bool:
        """Content stands before the cue when a comma or a quotation mark parts them."""
        start = min((phrase.start for phrase in subject), default=0)
        low = self.tokens.low
        near = 2 if self.words.piles else 3
        marks = [low[place] for place in range(max(0, start - near), start)]
        return any(mark in QUOTES or mark in {",", "!", "?", "…"} for mark in marks)

    def _documents(self, subject: tuple[Phrase, ...], after: int) -> bool:
        """Tell whether a document speaks, and not aside: "..., with videos that show ..."."""
        last = max((phrase.end for phrase in subject), default=0)
        if last < after and self.tokens.low[last] in self.words.group("relatives"):
            return False
        kinds = {"document", "social", "report", "outlet", "media"}
        return any(
            self.words.noun_kind(self.tokens.low[place]) in kinds
            for phrase in subject
            for place in range(phrase.start, phrase.end)
        )

    def _speech_noun(self, place: int) -> bool:
        stop = min(place + 6, self.size)
        return any(
            self.words.noun_kind(low) == "speech"
            or self.words.noun_stances.get(low, "neutral") != "neutral"
            or low in self.words.group("speech_nouns")
            for low in self.tokens.low[place:stop]
        )

    def _zero_clause(self, place: int) -> bool:
        """Thought without "that" begins with a new subject: "he thinks the plan is good"."""
        if place >= self.size:
            return False
        low = self.tokens.low[place]
        group = self.words.group
        opens = low in group("pronouns") or low in group("speakers") or low in group("proforms")
        return self.words.piles and (
            opens or low in group("determiners") or self.tokens.is_name(place)
        )

    def _bare_clause(self, place: int) -> bool:
        """Tell a clause without "that": "suggested she was lying", "felt the press was unfair"."""
        if place >= self.size:
            return False
        low, group = self.tokens.low, self.words.group
        if low[place] in group("nominatives"):
            following = low[place + 1] if place + 1 < self.size else "."
            return following[0].isalpha() and following not in group("prepositions")
        phrase = self.phrases.at(place)
        after = self._skip(phrase.end) if phrase else self.size
        if after >= self.size:
            return False
        return any(low[after] in group(name) for name in ("have", "be", "modals", "auxiliaries"))

    def _labels(self, after: int) -> bool:
        """Tell whether something is called something: "the plan a sham", "it “unfair”"."""
        near = self.tokens.low[after : after + 9]
        if any(mark in QUOTES for mark in near[: near.index(",") if "," in near else None]):
            return True
        phrase = self.phrases.at(after)
        if phrase is None or phrase.end >= self.size:
            return False
        low, group = self.tokens.low[phrase.end], self.words.group
        if low in group("label_words"):
            return self.tokens.low[min(phrase.end + 1, self.size - 1)] not in group("time")
        if not (phrase.pronoun and self.tokens.low[after] not in group("possessives")):
            return False
        if low in self.words.closed or low in group("determiners"):
            return False
        return low[0].isalpha() and not self.words.adverb_form.search(low)

    def _frames(self, after: int) -> bool:
        """Tell whether something is seen as something: "regards the law as a threat"."""
        low, group = self.tokens.low, self.words.group
        for place in range(after, min(after + _FRAME, self.size - 1)):
            if low[place] in STOPS or low[place] == ",":
                return False
            if low[place] in group("frame_words"):
                return self._is_framed(place + 1)
        return False

    def _is_framed(self, place: int) -> bool:
        """Tell "as a threat", "as unfair" from "as night fell"."""
        low, group = self.tokens.low[place], self.words.group
        if low in group("determiners") or low in group("degrees") or low in QUOTES:
            return True
        after = self.tokens.low[place + 1] if place + 1 < self.size else "."
        ends = after in STOPS or after == "," or after in self.words.closed
        return ends and self._may_describe(place)

    def _may_describe(self, place: int) -> bool:
        low, group = self.tokens.low[place], self.words.group
        subject = low in group("pronouns") or low in group("speakers")
        return low[0].isalpha() and not subject and not self.tokens.is_name(place)

    def _directs(self, after: int) -> bool:
        """Tell whether somebody is to do something: "ordered the jurors not to read"."""
        group = self.words.group
        phrase = self.phrases.at(after)
        if phrase is None:
            return False
        place = min(self._skip(phrase.end) + 1, self.size)
        return not group("infinitive_mark").isdisjoint(self.tokens.low[after + 1 : place])

    def _skip(self, place: int) -> int:
        return self.subjects.skip(place)

    def _skip_back(self, place: int) -> int:
        return self.subjects.skip_back(place)

    def _skip_recipients(self, place: int) -> int:
        """Pass "to reporters", "til TV 2", "on Tuesday", "in a statement"."""
        for _ in range(3):
            place = self._skip(place)
            if place + 1 >= self.size or self.tokens.low[place] not in self.words.group("asides"):
                break
            phrase = self.phrases.at(place + 1)
            if phrase is None or not self._is_recipient(place, phrase):
                break
            place = self._posted(phrase.end)
        return place

    def content_start(self, place: int) -> int:
        """Give where the clause begins after "told Reuters on Tuesday"."""
        passed = self._skip_recipients(place)
        clause = passed + (self.tokens.low[passed : passed + 1] == [","])
        opens = clause < self.size and self.tokens.low[clause] in self.words.group("that")
        return clause if opens else place

    def _posted(self, place: int) -> int:
        """Pass "posted on its website" after "in a statement"."""
        if not self.words.piles or place + 2 >= self.size:
            return place
        word, following = self.tokens.words[place], self.tokens.low[place + 1]
        if not self.words.participle_form.search(word) or following not in self.words.group(
            "asides"
        ):
            return place
        phrase = self.phrases.at(place + 2)
        return phrase.end if phrase is not None else place

    def _is_recipient(self, place: int, phrase: Phrase) -> bool:
        """Tell "to reporters" from "to help"."""
        if self.tokens.low[place] not in self.words.group("infinitive_mark"):
            return True
        low, group = self.tokens.low[phrase.start], self.words.group
        known = phrase.head is not None and self.words.noun_kind(self.tokens.low[phrase.head])
        return bool(phrase.name or phrase.pronoun or low in group("determiners") or known)

    def skip_connectives(self, place: int) -> int:
        """Give the first token that is no "and", "but", "while"."""
        while place < self.size and (
            self.tokens.low[place] in self.words.group("connectives")
            or not self.tokens.low[place][0].isalnum()
        ):
            place += 1
        return place
