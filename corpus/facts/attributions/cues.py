"""Cues of reporting in one sentence: which words credit what to which noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts.attributions.false_cues import NonClaimReader
from corpus.facts.attributions.lexicon import VerbForm
from corpus.facts.attributions.noun_cues import Claim
from corpus.facts.attributions.noun_phrases import Phrase, last_end

_FAR = 12
_GOING_ON = frozenset({"coordinators", "relatives"})
_HEARSAY = frozenset({"hearsay_have", "hearsay_be"})
_BE_OR_HAVE = frozenset({"be", "have"})
_HELPERS = frozenset({"have", "learners"})
_NOTHING = frozenset[str]()
_WALLS = frozenset({"stop", "clause_words"})


class CueFinder(NonClaimReader):
    """Finds the claims of one sentence."""

    def claims(self, places: Sequence[int]) -> list[Claim]:
        """Give the claims in text order; `places` is where their cues may stand."""
        found: list[Claim] = []
        taken, sourced = 0, False
        for index in places:
            claim = self._cue(index) if index >= taken else None
            if claim is None:
                continue
            found.append(claim)
            sourced = sourced or bool(claim.sources)
            # "skal ifølge kilder være brutt": a named source stands inside what is hearsay.
            taken = index + 1 if claim.kind == "hearsay" else claim.cue[1]
            for phrase in claim.sources:
                if phrase.start >= index and phrase.end > taken:
                    taken = phrase.end
        if not sourced:
            bare = self.bare_claim()
            found = found if bare is None else sorted([*found, bare], key=lambda it: it.cue)
        return found

    def _cue(self, index: int) -> Claim | None:
        traits = self.traits[index]
        return (
            (self._noun_cue(index) if "noun cue" in traits else None)
            or (self._phrase(index) if "phrase" in traits else None)
            or (self._verb(index) if "verb" in traits else None)
            or (self._hearsay(index) if "hearsay" in traits else None)
        )

    # -- marker phrases -------------------------------------------------------------------------

    def _phrase(self, index: int) -> Claim | None:
        following = self.low[index + 1] if index + 1 < self.size else ""
        for kind, rest in self.words.phrases[self.low[index]]:
            if rest and rest[0] != following:
                continue
            end = index + 1 + len(rest)
            if tuple(self.low[index + 1 : end]) != rest:
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
            source = self.left(self._auxiliary(index) or index)
            return Claim(cue, source, "neutral", "around") if source else None
        sources = self.listed(self.at(self.skip(end)))
        if not sources:
            return None
        opens = index == 1 and "proforms" in self.traits[0]
        if kind == "citing":
            return Claim(cue, sources, "neutral", "before", "citing")
        if kind == "per" and not self._named_source(sources[0]):
            return None
        if kind == "cited" and opens:
            return Claim(cue, sources, "neutral", "previous", "according")
        trails = kind not in {"according", "per"} or self._trails(index, sources)
        return Claim(cue, sources, "neutral", "before" if trails else "around", "according")

    def _named_source(self, phrase: Phrase) -> bool:
        """Tell "per CNN", "per the report" from "per person"."""
        definite = "definites" in self.traits[phrase.start]
        kind = self.kinds[self.low[phrase.head]] if phrase.head is not None else ""
        return bool(phrase.name) or (definite and bool(kind))

    def _trails(self, index: int, sources: tuple[Phrase, ...]) -> bool:
        """Tell whether "ifølge X" ends its clause, so that what follows is no part of it."""
        place = last_end(sources)
        if index < 2 or place >= self.size or "stop" in self.traits[place]:
            return index > 1
        if place + 1 >= self.size or self.low[place] != ",":
            return False
        return not self.traits[place + 1].isdisjoint(_GOING_ON)

    def _hearsay(self, index: int) -> Claim | None:
        """Read "skal ... ha" with a participle: told, but by nobody in particular."""
        for place in range(index + 1, min(index + _FAR, self.size - 1)):
            traits = self.traits[place]
            if "stop" in traits:
                return None
            if not traits.isdisjoint(_HEARSAY):
                after = self.skip(place + 1)
                if "hearsay_be" in traits and after + 1 < self.size:
                    after += "adjective" in self.traits[after]
                told = after < self.size and self._is_past(traits, after)
                return (
                    Claim((index, place + 1), (), "neutral", "around", "hearsay") if told else None
                )
        return None

    def _is_past(self, auxiliary: frozenset[str], index: int) -> bool:
        """Tell "skal ha flyktet", "skal være drept" from what is to be done."""
        if "hearsay_be" in auxiliary:
            return "hearsay_states" in self.traits[index]
        return self._participle(index)

    def _participle(self, index: int) -> bool:
        low = self.low[index]
        return bool(self.words.participle_form.search(low))

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, index: int) -> Claim | None:
        for form in self.words.verbs[self.low[index]]:
            end = self._particle(index, form) if form.particle else index + 1
            if end is None:
                continue
            claim = self._read(index, form, end)
            if claim is not None:
                return claim
        return None

    def _particle(self, index: int, form: VerbForm) -> int | None:
        """Give the token after a verb with a particle, None if that is missing."""
        reach = 9 if self.words.verb_second else self.skip(index + 1) + 1 - index
        for place in range(index + 1, min(index + reach, self.size)):
            if self.low[place] == form.particle:
                return place + 1 if place == index + 1 else index + 1
            if "stop" in self.traits[place] or self.low[place] == ",":
                return None
        return None

    def _read(self, index: int, form: VerbForm, end: int) -> Claim | None:
        before, traits, forms = self.skip_back(index), self.traits[index], form.forms
        governed = before > 0 and "governing" in self.traits[before - 1]
        if governed and self._is_barred(index, before, form, end):
            return None
        if ("adverbs" in traits and self._is_adverb(index)) or (
            "capital" in traits and self._is_named(index)
        ):
            return None
        if "participle" in forms and (
            (governed and self._has_be(before))
            or (form.needs == "object" and self._reduced_by(end))
        ):
            return self._passive(index, form, end)
        if "passive" in forms and not form.finite:
            return self._passive(index, form, end)
        if governed or self.words.verb_second:
            finite = self._governor(index, before, form, governed=governed)
            if finite is not None:
                return self._active(index, finite, self.skip_back(finite), form, end)
        if form.finite:
            return self._active(index, index, before, form, end)
        return self._gerund(index, form, end) if "gerund" in forms else None

    def _is_barred(self, index: int, before: int, form: VerbForm, end: int) -> bool:
        """Tell whether the word before lets no verb follow: "the report"."""
        traits = self.traits[before - 1]
        if "objects" in traits and before > 1:
            return "prepositions" not in self.traits[before - 2]
        if "not_verb_after" not in traits:
            return False
        chained = "infinitive" in form.forms and self._chained(before - 1) is not None
        some = "quantifiers" in traits and self._some(index, form, end)
        means = "gerund" in form.forms and "agents" in traits
        return not (chained or some or means)

    def _some(self, index: int, form: VerbForm, end: int) -> bool:
        """Tell "some argue that" from "some claims"."""
        told = self._told(self._complement(end), end)
        return told or not form.forms & {"present", "infinitive"}

    def _governor(self, index: int, before: int, form: VerbForm, *, governed: bool) -> int | None:
        """Give the token of the auxiliary that is finite in place of the verb, None if none is."""
        forms = form.forms
        if governed:
            traits = self.traits[before - 1]
            if "participle" in forms and not traits.isdisjoint(_HELPERS):
                return before - 1
            if "infinitive" in forms:
                finite = before - 1 if "modals" in traits else self._chained(before - 1)
                if finite is not None:
                    return finite
        if "participle" in forms and self.words.verb_second:
            return self._split_auxiliary(index, form)
        return None

    def _told_whom(self, after: int) -> int:
        """Pass the hearer: "told reporters the bridge was closed"."""
        hearer = self.at(after)
        return hearer.end if hearer is not None and hearer.end < self.size else after

    def _chained(self, mark: int) -> int | None:
        """Find "went" of "went on to say", "was" of "was quick to condemn"."""
        traits = self.traits
        if mark < 1 or "infinitive_mark" not in traits[mark]:
            return None
        place = mark - 1 if mark > 1 and "chain_particles" in traits[mark - 1] else mark
        if place < 1 or "chains" not in traits[place - 1]:
            return None
        place -= 1
        return place - 1 if place and not traits[place - 1].isdisjoint(_BE_OR_HAVE) else place

    def _split_auxiliary(self, index: int, form: VerbForm) -> int | None:
        """Find "har" of "har president NN anklaget"."""
        for place in range(index - 1, max(-1, index - _FAR), -1):
            traits = self.traits[place]
            if not traits.isdisjoint(_WALLS) or self.low[place] == ",":
                return None
            if not traits.isdisjoint(_HELPERS):
                inner = self.at(self.skip(place + 1))
                fits = inner is not None and self.skip(inner.end) == index
                return place if fits or "past" not in form.forms else None
        return None

    def _gerund(self, index: int, form: VerbForm, end: int) -> Claim | None:
        complement = self._complement(end)
        if complement == "end" or (form.needs == "clause" and not self._told(complement, end)):
            return None
        framed = form.needs in {"label", "frame", "order", "quote"}
        if framed and not self._content_fits(form, end, "after", (), complement):
            return None
        before = self.traits[index - 1] if index else frozenset()
        barred = "prepositions" in before and "agents" not in before
        if form.needs == "document" or barred:
            return None
        own = self.left(index) if self._has_subject(index) else ()
        return Claim((index, end), own, form.stance, "after", "verb" if own else "shared", end)

    def _has_subject(self, index: int) -> bool:
        """Tell whether a gerund has its own: "with spokesman Brian Fallon calling"."""
        if not index:
            return False
        return "name" in self.traits[index - 1] or self.kinds[self.low[index - 1]] == "person"

    def _told(self, complement: str, end: int) -> bool:
        told = self._has_clause(complement, end) or self._zero_clause(end)
        return told or self._frames(end)

    def _active(
        self, index: int, finite: int, place: int, form: VerbForm, end: int
    ) -> Claim | None:
        """Read a verb with its subject; what stands before it and its adverbs ends at `place`."""
        subject, inverted = self.subject(finite, place, end if finite == index else finite + 1)
        cue, after = (finite, end), end
        if finite < index:
            amid = any(finite < it.end and it.start < index for it in subject)
            cue = (index if amid else finite, end)
        elif inverted and subject:
            after = max(end, last_end(subject))
        if "tells" in self.traits[index]:
            after = self._told_whom(after)
        if not subject:
            return self._shared(place, cue, form, after)
        if self._is_unsaid(finite, index, form, after):
            return None
        if end < self.size and "finites" in self.traits[end] and self._is_noun(index, form):
            return None
        if self._is_no_speaker(index, form, subject):
            return None
        complement = self._complement(after)
        if form.stance == "deny" and self._refuses(after, complement):
            return None
        if form.needs == "any" and self._in_object(complement, subject):
            return None
        side = "before" if complement == "end" else "after"
        if inverted:
            side = self._side(place, complement)
        if form.needs != "any" and not self._content_fits(form, after, side, subject, complement):
            return None
        return Claim(cue, subject, form.stance, side, "verb", after)

    def _shared(self, place: int, cue: tuple[int, int], form: VerbForm, after: int) -> Claim | None:
        """A second verb of the same subject: "sa hun og la til at"."""
        if not place or "coordinators" not in self.traits[place - 1]:
            return None
        complement = self._complement(after)
        if form.needs != "any" and not self._content_fits(form, after, "after", (), complement):
            return None
        return Claim(cue, (), form.stance, "after", "shared", after)

    def _side(self, place: int, complement: str) -> str:
        """Tell where the content stands if the subject is behind the verb."""
        before = self.traits[place - 1] if place else _NOTHING
        if "proforms" in before:
            return "previous" if complement == "end" else "after"
        return "before" if "parting" in before and place > 2 else "after"

    def author(self, phrase: Phrase) -> Phrase:
        """Give who made a statement: "myndighetene" of "uttalelse fra myndighetene"."""
        if phrase.head is None or phrase.tail is None:
            return phrase
        if self.kinds[self.low[phrase.head]] != "statement":
            return phrase
        return self.at(phrase.tail[0]) or phrase

    def coordinated(self, start: int, claim: Claim) -> bool:
        """Tell whether a claim begins a new main clause: after ", and" or "and" itself."""
        if start < 2:
            return False
        if "coordinators" not in self.traits[start - 1]:
            return False
        return claim.kind == "shared" or self.low[start - 2] in {",", ";"}
