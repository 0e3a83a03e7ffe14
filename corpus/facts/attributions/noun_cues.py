"""Cues that are no verbs: "X's claim that", "in X's view", "X was adamant that"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.facts.attributions.grammar.adverbs import skip_adverbs_back
from corpus.facts.attributions.grammar.complements import (
    bare_clause_follows,
    skip_recipients,
)
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    clause_start,
    noun_phrase_at,
    noun_phrase_before,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.subjects import (
    subject_before,
)

# Most tokens of a possessor before its noun: "the new ministry's claim".
_OWNER = 14


@dataclass(slots=True)
class Claim:
    """One cue with its source, in tokens of the sentence.

    `side` says where the content stands: after, before, around, previous (the sentence before).
    `kind` is verb, according, hearsay or shared (the source is that of the cue before).
    `utterance` is false for what is thought, wished or shown, not said.
    """

    cue: tuple[int, int]
    sources: tuple[Phrase, ...]
    stance: str
    side: str
    kind: str = "verb"
    content: int = 0
    utterance: bool = True


def noun_cue_claim(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim of a noun or an adjective: "X's claim that", "in X's view"."""
    low = sentence.low[index]
    stance = sentence.words.noun_stances.get(low)
    if stance is not None:
        claim = _claim_of_noun(sentence, index, stance)
        if claim is not None:
            return claim
    if "views" in sentence.traits[index]:
        return _claim_of_view(sentence, index)
    return _claim_of_predicate(sentence, index) if "predicates" in sentence.traits[index] else None


def _claim_of_noun(sentence: SentenceContext, index: int, stance: str) -> Claim | None:
    """Return the claim of "X's claim that", "warnings from X that", "X's argument is that"."""
    owner, position = _owner_before(sentence, index), index + 1
    if owner is None and position < sentence.size and "authors" in sentence.traits[position]:
        owner = noun_phrase_at(sentence, position + 1)
        position = owner.end if owner else position
    if owner is not None and _words_follow(sentence, position):
        return Claim((index, index + 1), (owner,), stance, "after", "verb", position)
    if not _that_follows(sentence, position):
        return None
    if owner is None:
        states = "be" in sentence.traits[position]
        floats = states or "floating" in sentence.traits[index]
        return (
            Claim((index, position), (), stance, "after", "hearsay", position, False)
            if floats
            else None
        )
    return Claim((index, position if position == index + 1 else index + 1), (owner,), stance,
                 "after", "verb", position, False)  # fmt: skip


def _words_follow(sentence: SentenceContext, position: int) -> bool:
    """Return whether the words themselves follow: 'His answer: "No."', "Her message to us: "."""
    position = skip_recipients(sentence, position)
    return position + 1 < sentence.size and sentence.low[position] == ":"


def _that_follows(sentence: SentenceContext, position: int) -> bool:
    """Return whether "that", "om at", "is that" or a quotation follows."""
    if position < sentence.size and (
        "be" in sentence.traits[position] or "about_that" in sentence.traits[position]
    ):
        position += 1
        if position < sentence.size and "quote" in sentence.traits[position]:
            return True
        position += sentence.low[position : position + 1] == [","]
    return position < sentence.size and "that" in sentence.traits[position]


def _claim_of_view(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim of "in X's view": a preposition, whose view, the noun."""
    owner = _owner_before(sentence, index)
    if owner is None or not owner.start:
        return None
    first = owner.start - 1
    if "view_prepositions" not in sentence.traits[first]:
        return None
    if first < 2 and index + 2 < sentence.size and sentence.low[index + 1] == ",":
        return Claim(
            (index, index + 1), (owner,), "neutral", "after", "according", index + 2, False
        )
    return Claim((index, index + 1), (owner,), "neutral", "around", "according", 0, False)


def _owner_before(sentence: SentenceContext, index: int) -> Phrase | None:
    """Return whose noun stands at `index`: "Brown's", "the ministry's", "their"."""
    end = index
    while end > 0 and "adjective" in sentence.traits[end - 1]:
        end -= 1
    if end and "possessives" in sentence.traits[end - 1]:
        return Phrase(end - 1, end, pronoun=True)
    if not end or not _is_genitive(sentence, end):
        return None
    floor = max(clause_start(sentence, end), end - _OWNER)
    if sentence.low[end - 1] in {"'", "’"}:
        end -= 1
    phrase = noun_phrase_before(sentence, end, min(floor, end - 1))
    return replace(phrase, owner=True) if phrase else None


def _is_genitive(sentence: SentenceContext, end: int) -> bool:
    low = sentence.low[end - 1]
    return low.endswith(sentence.words.genitive) or (low in {"'", "’"} and end > 1)


def _claim_of_predicate(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim of an adjective with a clause: "X is adamant that", "made it clear that"."""
    before = skip_adverbs_back(sentence, index)
    if before > 1 and "dummies" in sentence.traits[before - 1]:
        before -= 1
    while before and "degrees" in sentence.traits[before - 1]:
        before = skip_adverbs_back(sentence, before - 1)
    if not before or "copulas" not in sentence.traits[before - 1]:
        return None
    if not (_that_follows(sentence, index + 1) or bare_clause_follows(sentence, index + 1)):
        return None
    verb = before - 1
    if verb and "have" in sentence.traits[verb - 1]:
        verb -= 1
    subject = subject_before(sentence, verb)
    if not subject or any("proforms" in sentence.traits[p.start]
                          for p in subject):  # fmt: skip
        return None
    return Claim((verb, index + 1), subject, "neutral", "after", "verb", index + 1, False)
