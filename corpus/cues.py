"""Cues of reporting in one sentence: which words credit what to which noun phrase."""

from __future__ import annotations

from corpus.nouncues import Claim, NounCueReader
from corpus.nounphrases import Phrase
from corpus.reporting import VerbForm
from corpus.tokens import DASHES, QUOTES, STOPS

_FAR = 12


class CueFinder(NounCueReader):
    """Finds the claims of one sentence."""

    def claims(self) -> list[Claim]:
        """Give the claims in text order."""
        found: list[Claim] = []
        taken = 0
        for index, low in enumerate(self.tokens.low):
            if index < taken or low not in self.words.triggers:
                continue
            claim = self._cue(index)
            if claim is None:
                continue
            found.append(claim)
            ends = [p.end for p in claim.sources if p.start >= index]
            # "skal ifølge kilder være brutt": a named source stands inside what is hearsay.
            taken = max([index + 1 if claim.kind == "hearsay" else claim.cue[1], *ends])
        return found

    def _cue(self, index: int) -> Claim | None:
        return (
            self._noun_cue(index)
            or self._phrase(index)
            or self._verb(index)
            or self._hearsay(index)
        )

    # -- marker phrases -------------------------------------------------------------------------

    def _phrase(self, index: int) -> Claim | None:
        for kind, rest in self.words.phrases.get(self.tokens.low[index], ()):
            end = index + 1 + len(rest)
            if tuple(self.tokens.low[index + 1 : end]) != rest:
                continue
            claim = self._phrase_claim(kind, index, end)
            if claim is not None:
                return claim
        return None

    def _phrase_claim(self, kind: str, index: int, end: int) -> Claim | None:
        cue = (index, end)
        if kind == "hearsay":
            return Claim(cue, (), "neutral", "around", "hearsay")
        if kind == "quoted":
            source = self.subjects.left(self._auxiliary(index) or index)
            return Claim(cue, source, "neutral", "around") if source else None
        sources = self.subjects.listed(self.phrases.at(self._skip(end)))
        if not sources:
            return None
        opens = index == 1 and self.tokens.low[0] in self.words.group("proforms")
        if kind == "cited" and opens:
            return Claim(cue, sources, "neutral", "previous", "according")
        trails = kind != "according" or self._trails(index, sources)
        return Claim(cue, sources, "neutral", "before" if trails else "around", "according")

    def _trails(self, index: int, sources: tuple[Phrase, ...]) -> bool:
        """Tell whether "ifølge X" ends its clause, so that what follows is no part of it."""
        place = max(phrase.end for phrase in sources)
        if index < 2 or place >= self.size or self.tokens.low[place] in STOPS:
            return index > 1
        following = self.tokens.low[place + 1] if place + 1 < self.size else "."
        group = self.words.group
        goes_on = following in group("coordinators") or following in group("relatives")
        return self.tokens.low[place] == "," and goes_on

    def _hearsay(self, index: int) -> Claim | None:
        """Read "skal ... ha" with a participle: told, but by nobody in particular."""
        group = self.words.group
        if self.tokens.low[index] not in group("hearsay"):
            return None
        for place in range(index + 1, min(index + _FAR, self.size - 1)):
            low = self.tokens.low[place]
            if low in STOPS:
                return None
            if low in group("hearsay_have") or low in group("hearsay_be"):
                after = self._skip(place + 1)
                told = after < self.size and self._is_past(low, after)
                return (
                    Claim((index, place + 1), (), "neutral", "around", "hearsay") if told else None
                )
        return None

    def _is_past(self, auxiliary: str, index: int) -> bool:
        """Tell "skal ha flyktet", "skal være drept" from what is to be done."""
        if auxiliary in self.words.group("hearsay_be"):
            return self.tokens.low[index] in self.words.group("hearsay_states")
        return self._participle(index)

    def _participle(self, index: int) -> bool:
        low = self.tokens.low[index]
        return bool(self.words.participle_form.search(low))

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, index: int) -> Claim | None:
        for form in self.words.verbs.get(self.tokens.low[index], ()):
            end = self._particle(index, form)
            if end is None:
                continue
            claim = self._read(index, form, end)
            if claim is not None:
                return claim
        return None

    def _particle(self, index: int, form: VerbForm) -> int | None:
        """Give the token after the verb, None if its particle is missing."""
        if not form.particle:
            return index + 1
        reach = 9 if self.words.group("verb_second") else 2
        for place in range(index + 1, min(index + reach, self.size)):
            if self.tokens.low[place] == form.particle:
                return place + 1 if place == index + 1 else index + 1
            if self.tokens.low[place] in STOPS or self.tokens.low[place] == ",":
                return None
        return None

    def _read(self, index: int, form: VerbForm, end: int) -> Claim | None:
        before = self._skip_back(index)
        low = self.tokens.low[before - 1] if before else ""
        group = self.words.group
        chained = "infinitive" in form.forms and self._chained(before - 1) is not None
        some = low in group("quantifiers") and not form.forms & {"present", "infinitive"}
        barred = low in group("not_verb_after") and not (chained or some)
        if barred or self._is_named(index):
            return None
        if "participle" in form.forms and self._has_be(before):
            return self._passive(index, form, end)
        if "passive" in form.forms and not form.forms & {"present", "past"}:
            return self._passive(index, form, end)
        finite = self._finite(index, before, form)
        if finite is None:
            return self._gerund(index, form, end) if "gerund" in form.forms else None
        return self._active(index, finite, form, end)

    def _has_be(self, before: int) -> bool:
        """Tell whether "is" stands before the verb, an impersonal "det" between them or not."""
        group = self.words.group
        place = before
        if place > 1 and self.tokens.low[place - 1] in group("proforms"):
            place = self._skip_back(place - 1)
        return place > 0 and self.tokens.low[place - 1] in group("be")

    def _is_named(self, index: int) -> bool:
        """A capital inside the sentence is a name ("the Claims Court"), not a verb."""
        word = self.tokens.words[index]
        return index > 0 and word[0].isupper() and self.tokens.words[index - 1][0].isalnum()

    def _finite(self, index: int, before: int, form: VerbForm) -> int | None:
        """Give the token of the finite verb: the verb itself or its auxiliary."""
        low = self.tokens.low[before - 1] if before else ""
        if "participle" in form.forms and low in self.words.group("have"):
            return before - 1
        if "infinitive" in form.forms and low in self.words.group("modals"):
            return before - 1
        if "infinitive" in form.forms and self._chained(before - 1) is not None:
            return self._chained(before - 1)
        if "participle" in form.forms:
            split = self._split_auxiliary(index, form)
            if split is not None:
                return split
        return index if form.forms & {"present", "past"} else None

    def _told_whom(self, index: int, after: int) -> int:
        """Pass the hearer: "told reporters the bridge was closed"."""
        if self.tokens.low[index] not in self.words.group("tells"):
            return after
        hearer = self.phrases.at(after)
        return hearer.end if hearer is not None and hearer.end < self.size else after

    def _chained(self, mark: int) -> int | None:
        """Find "went" of "went on to say", "was" of "was quick to condemn"."""
        low, group = self.tokens.low, self.words.group
        if mark < 1 or low[mark] not in group("infinitive_mark"):
            return None
        place = mark - 1 if mark > 1 and low[mark - 1] in group("chain_particles") else mark
        if place < 1 or low[place - 1] not in group("chains"):
            return None
        place -= 1
        return place - 1 if place and low[place - 1] in group("be") | group("have") else place

    def _split_auxiliary(self, index: int, form: VerbForm) -> int | None:
        """Find "har" of "har president NN anklaget"."""
        if not self.words.group("verb_second"):
            return None
        for place in range(index - 1, max(-1, index - _FAR), -1):
            low = self.tokens.low[place]
            if low in STOPS or low == "," or low in self.words.group("clause_words"):
                return None
            if low in self.words.group("have"):
                inner = self.phrases.at(self._skip(place + 1))
                fits = inner is not None and self._skip(inner.end) == index
                return place if fits or "past" not in form.forms else None
        return None

    def _passive(self, index: int, form: VerbForm, end: int) -> Claim | None:
        cue_start = self._auxiliary(index) or index
        after = self._skip(end)
        if after < self.size and self.tokens.low[after] in self.words.group("agents"):
            agents = self.subjects.listed(self.phrases.at(after + 1))
            unsaid = self.words.group("negations").intersection(self.tokens.low[cue_start:index])
            if agents and not unsaid:
                return Claim((cue_start, after + 1), agents, form.stance, "around")
        told = self._complement(after) == "clause" or "passive" in form.forms
        impersonal = self._impersonal(cue_start, index)
        raised = after < self.size and self.tokens.low[after] in self.words.group("infinitive_mark")
        if form.needs not in {"any", "clause"} and not (told and impersonal):
            told = impersonal = False
            if form.needs == "object" and self._complement(after) == "about":
                impersonal = self._impersonal(cue_start, index)
        if self.tokens.low[self._skip_back(index) - 1] in self.words.group("modals"):
            return None
        if not (told or impersonal or raised) or (raised and not self._raises(index)):
            return None
        return Claim((cue_start, end), (), form.stance, "around", "hearsay")

    def _impersonal(self, auxiliary: int, index: int) -> bool:
        """Tell whether "it" or "det" is the subject of a passive."""
        near = self.tokens.low[max(0, auxiliary - 2) : index]
        return any(low in self.words.group("proforms") for low in near)

    def _raises(self, index: int) -> bool:
        return self.tokens.low[index] in self.words.group("raising")

    def _auxiliary(self, index: int) -> int | None:
        for place in range(index - 1, max(-1, index - 5), -1):
            if self.tokens.low[place] in self.words.group("be"):
                return place
        return None

    def _gerund(self, index: int, form: VerbForm, end: int) -> Claim | None:
        complement = self._complement(end)
        if complement == "end" or (form.needs == "clause" and not self._told(complement, end)):
            return None
        before = self.tokens.low[index - 1] if index else ""
        if form.needs == "document" or before in self.words.group("prepositions"):
            return None
        own = self.subjects.left(index) if self._has_subject(index) else ()
        return Claim((index, end), own, form.stance, "after", "verb" if own else "shared", end)

    def _has_subject(self, index: int) -> bool:
        """Tell whether a gerund has its own: "with spokesman Brian Fallon calling"."""
        if not index:
            return False
        low = self.tokens.low[index - 1]
        return self.tokens.is_name(index - 1) or self.words.noun_kind(low) == "person"

    def _told(self, complement: str, end: int) -> bool:
        return complement == "clause" or self._zero_clause(end)

    def _active(self, index: int, finite: int, form: VerbForm, end: int) -> Claim | None:
        subject, inverted = self.subjects.subject(finite, end if finite == index else finite + 1)
        amid = any(finite < phrase.end and phrase.start < index for phrase in subject)
        cue = (index if amid else min(finite, index), end)
        after = self._after(end, subject if inverted and finite == index else ())
        after = self._told_whom(index, after)
        if not subject:
            return self._shared(finite, cue, form, after)
        side = self._side(finite, after, inverted)
        planned = finite != index and self.tokens.low[finite] in self.words.group("modals")
        if planned and self._complement(after) not in {"clause", "quote"}:
            return None
        if self._in_doubt(subject) or self._nobody(subject) or self._is_posted(form, subject):
            return None
        if self._is_no_noun(subject[0]):
            return None
        if not self._content_fits(form, after, side, subject):
            return None
        return Claim(cue, subject, form.stance, side, "verb", after)

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

    def _nobody(self, subject: tuple[Phrase, ...]) -> bool:
        """ "No group has claimed": nobody said it."""
        negative = self.words.group("negative")
        return any(
            self.tokens.low[place] in negative
            for phrase in subject
            for place in range(max(0, phrase.start - 1), min(phrase.end, phrase.start + 3))
        )

    def _in_doubt(self, subject: tuple[Phrase, ...]) -> bool:
        """ "If they say": nothing has been said."""
        start = min(phrase.start for phrase in subject)
        return start > 0 and self.tokens.low[start - 1] in self.words.group("doubt")

    def _shared(
        self, finite: int, cue: tuple[int, int], form: VerbForm, after: int
    ) -> Claim | None:
        """A second verb of the same subject: "sa hun og la til at"."""
        place = self._skip_back(finite)
        if not place or self.tokens.low[place - 1] not in self.words.group("coordinators"):
            return None
        if form.needs != "any" and not self._content_fits(form, after, "after", ()):
            return None
        return Claim(cue, (), form.stance, "after", "shared", after)

    def _after(self, end: int, subject: tuple[Phrase, ...]) -> int:
        return max([end, *(phrase.end for phrase in subject)])

    def _side(self, finite: int, after: int, inverted: bool) -> str:
        place = self._skip_back(finite)
        before = self.tokens.low[place - 1] if place else ""
        ends = self._complement(after) == "end"
        if inverted and before in self.words.group("proforms"):
            return "previous" if ends else "after"
        if ends and not inverted:
            return "before"
        content_first = before in QUOTES or before in {",", "?", "!", "…"} or before in DASHES
        return "before" if inverted and content_first and place > 2 else "after"

    def author(self, phrase: Phrase) -> Phrase:
        """Give who made a statement: "myndighetene" of "uttalelse fra myndighetene"."""
        if phrase.head is None or phrase.tail is None:
            return phrase
        if self.words.noun_kind(self.tokens.low[phrase.head]) != "statement":
            return phrase
        return self.phrases.at(phrase.tail[0]) or phrase

    def coordinated(self, start: int, claim: Claim) -> bool:
        """Tell whether a claim begins a new main clause: after ", and" or "and" itself."""
        if start < 2:
            return False
        if self.tokens.low[start - 1] not in self.words.group("coordinators"):
            return False
        return claim.kind == "shared" or self.tokens.low[start - 2] in {",", ";"}
