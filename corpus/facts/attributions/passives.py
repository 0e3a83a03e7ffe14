"""Reporting verbs in the passive: "was told by", "it is said that", "was accused of"."""

from __future__ import annotations

from corpus.facts.attributions.implicit_cues import BareClaimReader
from corpus.facts.attributions.lexicon import VerbForm
from corpus.facts.attributions.noun_cues import Claim

_FAR = 12


class PassiveReader(BareClaimReader):
    """Reads passives, with whoever is named as the agent."""

    def _has_be(self, before: int) -> bool:
        """Tell whether "is" stands before the verb, an impersonal "det" between them or not."""
        place = before
        if place > 1 and "proforms" in self.traits[place - 1]:
            place = self.skip_back(place - 1)
        return place > 0 and "be" in self.traits[place - 1]

    def _passive(self, index: int, form: VerbForm, end: int) -> Claim | None:
        cue_start = self._auxiliary(index) or index
        after = self.skip(end)
        by_whom = self._by_whom(cue_start, index, after, form)
        if by_whom is not None:
            return by_whom
        if self._is_charged(form, after):
            return Claim((cue_start, end), (), form.stance, "around", "hearsay")
        told = self._has_clause(self._complement(after), after) or "passive" in form.forms
        impersonal = self._impersonal(cue_start, index)
        told = told or (impersonal and form.needs == "thought" and self._zero_clause(after))
        raised = after < self.size and "infinitive_mark" in self.traits[after]
        if form.needs == "object" and self._complement(after) == "clause":
            return Claim((cue_start, end), (), form.stance, "around", "hearsay")
        if form.needs not in {"any", "clause"} and not (told and impersonal):
            told = impersonal = False
            if form.needs == "object" and self._complement(after) == "about":
                impersonal = self._impersonal(cue_start, index)
        if "modals" in self.traits[self.skip_back(index) - 1]:
            return None
        if not (told or impersonal or raised) or (raised and not self._raises(index)):
            return None
        return Claim((cue_start, end), (), form.stance, "around", "hearsay")

    def _reduced_by(self, end: int) -> bool:
        """Tell whether "reported by Politico" follows a noun: a passive without "was"."""
        if end >= self.size or not self.words.piles:
            return False
        if "agents" not in self.traits[end]:
            return False
        agent = self.at(end + 1)
        return agent is not None and self._speaks(agent)

    def _by_whom(self, cue_start: int, index: int, after: int, form: VerbForm) -> Claim | None:
        """Read "was told by two aides", "was described as a loner by neighbours"."""
        by = self._agent_mark(after)
        if by is None or any("negations" in it for it in self.traits[cue_start:index]):
            return None
        agents = self.listed(self.at(by + 1))
        if not agents or (by > after and not self._speaks(agents[0])):
            return None
        last = max(phrase.end for phrase in agents)
        side = "after" if self._complement(last) == "clause" else "around"
        cue = (cue_start, after + 1 if by == after else index + 1)
        return Claim(cue, agents, form.stance, side, "verb", last)

    def _agent_mark(self, after: int) -> int | None:
        traits = self.traits
        if after < self.size and "agents" in traits[after]:
            return after
        for place in range(after, min(after + _FAR, self.size)):
            if "far_agents" in traits[place]:
                return place
            wall = "wall" in traits[place] and "frame_words" not in traits[place]
            if wall or ("coordinators" in traits[place] and place == after):
                return None
        return None

    def _is_charged(self, form: VerbForm, after: int) -> bool:
        """Tell "was accused of fraud", "is seen as weak": by nobody in particular."""
        if form.needs == "frame":
            return self._frames(after)
        return form.stance == "accuse" and self._complement(after) == "about"

    def _impersonal(self, auxiliary: int, index: int) -> bool:
        """Tell whether "it" or "det" is the subject of a passive."""
        near = self.traits[max(0, auxiliary - 2) : index]
        return any("proforms" in traits for traits in near)

    def _raises(self, index: int) -> bool:
        return "raising" in self.traits[index]

    def _auxiliary(self, index: int) -> int | None:
        for place in range(index - 1, max(-1, index - 5), -1):
            if "be" in self.traits[place]:
                return place
        return None
