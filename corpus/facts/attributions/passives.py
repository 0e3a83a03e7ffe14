"""Reporting verbs in the passive: "was told by", "it is said that", "was accused of"."""

from __future__ import annotations

from corpus.facts.attributions.grammar.adverbs import skip_adverbs, skip_adverbs_back
from corpus.facts.attributions.grammar.complements import (
    clause_follows,
    complement_at,
    frame_follows,
    thought_clause_follows,
)
from corpus.facts.attributions.grammar.lexicon import VerbForm
from corpus.facts.attributions.grammar.noun_phrases import (
    noun_phrase_at,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.subjects import (
    coordinated_phrases,
)
from corpus.facts.attributions.implicit_cues import can_speak
from corpus.facts.attributions.noun_cues import Claim

# Most tokens between a participle and "by" of its agent.
_FAR = 12
_AGENTS = frozenset({"agents", "among"})


def has_be(sentence: SentenceContext, before: int) -> bool:
    """Return whether "is" stands before the verb, an impersonal "det" between them or not."""
    position = before
    if position > 1 and "proforms" in sentence.traits[position - 1]:
        position = skip_adverbs_back(sentence, position - 1)
    return position > 0 and "be" in sentence.traits[position - 1]


def passive_claim(sentence: SentenceContext, index: int, form: VerbForm, end: int) -> Claim | None:
    """Return the claim of a passive, of its agent or nobody: "was told by", "it is said that"."""
    cue_start = auxiliary_before(sentence, index) or index
    after = skip_adverbs(sentence, end)
    by_whom = _claim_of_agent(sentence, cue_start, index, after, form)
    if by_whom is not None:
        return by_whom
    if after < sentence.size and "agents" in sentence.traits[after]:
        return None
    if _is_charged(sentence, form, after):
        return Claim((cue_start, end), (), form.stance, "around", "hearsay", 0, form.utterance)
    clause = (
        clause_follows(sentence, complement_at(sentence, after), after) or "passive" in form.forms
    )
    impersonal = _is_impersonal(sentence, cue_start, index)
    clause = clause or (
        impersonal and form.needs == "thought" and thought_clause_follows(sentence, after)
    )
    raised = after < sentence.size and "infinitive_mark" in sentence.traits[after]
    if form.needs == "object" and complement_at(sentence, after) == "clause":
        return Claim((cue_start, end), (), form.stance, "around", "hearsay", 0, form.utterance)
    if form.needs not in {"any", "clause"} and not (clause and impersonal):
        clause = impersonal = False
        if form.needs == "object" and complement_at(sentence, after) == "about":
            impersonal = _is_impersonal(sentence, cue_start, index)
    if "modals" in sentence.traits[skip_adverbs_back(sentence, index) - 1]:
        return None
    if not (clause or impersonal or raised) or (raised and not _is_raising(sentence, index)):
        return None
    return Claim((cue_start, end), (), form.stance, "around", "hearsay", 0, form.utterance)


def is_agent_passive(sentence: SentenceContext, end: int) -> bool:
    """Return whether "reported by Politico" follows a noun: a passive without "was"."""
    if end >= sentence.size or not sentence.words.piles:
        return False
    if "agents" not in sentence.traits[end]:
        return False
    agent = noun_phrase_at(sentence, end + 1)
    return agent is not None and can_speak(sentence, agent)


def is_charged_noun(sentence: SentenceContext, form: VerbForm, end: int) -> bool:
    """Return True for "two men accused of fraud", False for "she accused them of fraud"."""
    return (
        "participle" in form.forms
        and form.stance == "accuse"
        and complement_at(sentence, skip_adverbs(sentence, end)) == "about"
    )


def _claim_of_agent(
    sentence: SentenceContext, cue_start: int, index: int, after: int, form: VerbForm
) -> Claim | None:
    """Return the claim of "was told by two aides", "was described as a loner by neighbours"."""
    by = _agent_mark(sentence, after)
    if by is None or any("negations" in it for it in sentence.traits[cue_start:index]):
        return None
    agents = coordinated_phrases(sentence, noun_phrase_at(sentence, by + 1))
    if not agents or form.needs == "speech":
        return None
    if (by > after or form.needs == "thought") and not can_speak(sentence, agents[0]):
        return None
    last = max(phrase.end for phrase in agents)
    side = "after" if complement_at(sentence, last) == "clause" else "around"
    cue = (cue_start, after + 1 if by == after else index + 1)
    return Claim(cue, agents, form.stance, side, "verb", last, form.utterance)


def _agent_mark(sentence: SentenceContext, after: int) -> int | None:
    traits = sentence.traits
    if after < sentence.size and not traits[after].isdisjoint(_AGENTS):
        return after
    for position in range(after, min(after + _FAR, sentence.size)):
        if "far_agents" in traits[position]:
            return position
        wall = "wall" in traits[position] and "frame_words" not in traits[position]
        if wall or ("coordinators" in traits[position] and position == after):
            return None
    return None


def _is_charged(sentence: SentenceContext, form: VerbForm, after: int) -> bool:
    """Return True for "was accused of fraud", "is seen as weak": by nobody in particular."""
    if form.needs == "frame":
        return frame_follows(sentence, after)
    return form.stance == "accuse" and complement_at(sentence, after) == "about"


def _is_impersonal(sentence: SentenceContext, auxiliary: int, index: int) -> bool:
    """Return whether "it" or "det" is the subject of a passive."""
    near = sentence.traits[max(0, auxiliary - 2) : index]
    return any("proforms" in traits for traits in near)


def _is_raising(sentence: SentenceContext, index: int) -> bool:
    return "raising" in sentence.traits[index]


def auxiliary_before(sentence: SentenceContext, index: int) -> int | None:
    """Return the token of the "be" that stands within five tokens before the participle."""
    for position in range(index - 1, max(-1, index - 5), -1):
        if "be" in sentence.traits[position]:
            return position
    return None
