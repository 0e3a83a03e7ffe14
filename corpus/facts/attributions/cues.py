"""Cues of reporting in one sentence: which words credit what to which noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts.attributions.grammar.adverbs import skip_adverbs
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    last_end,
    noun_phrase_at,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.subjects import (
    coordinated_phrases,
    subject_before,
)
from corpus.facts.attributions.implicit_cues import implicit_claim
from corpus.facts.attributions.noun_cues import Claim, noun_cue_claim
from corpus.facts.attributions.passives import auxiliary_before
from corpus.facts.attributions.verbs import verb_claim

# Most tokens between "skal" and its "ha" or "være".
_FAR = 12
_GOING_ON = frozenset({"coordinators", "relatives"})
_HEARSAY = frozenset({"hearsay_have", "hearsay_be"})
_BE_OR_HAVE = frozenset({"be", "have"})
_HELPERS = frozenset({"have", "learners"})
_NOTHING = frozenset[str]()
_WALLS = frozenset({"stop", "clause_words"})


def claims_of(sentence: SentenceContext, places: Sequence[int]) -> list[Claim]:
    """Return the claims in text order; `places` is where their cues may stand."""
    claims: list[Claim] = []
    taken, sourced = 0, False
    for index in places:
        claim = cue_at(sentence, index) if index >= taken else None
        if claim is None:
            continue
        claims.append(claim)
        sourced = sourced or bool(claim.sources)
        # "skal ifølge kilder være brutt": a named source stands inside what is hearsay.
        taken = index + 1 if claim.kind == "hearsay" else claim.cue[1]
        for phrase in claim.sources:
            if phrase.start >= index and phrase.end > taken:
                taken = phrase.end
    if not sourced:
        bare = implicit_claim(sentence)
        claims = claims if bare is None else sorted([*claims, bare], key=lambda it: it.cue)
    return claims


def cue_at(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim whose cue begins at a token, None if none does."""
    traits = sentence.traits[index]
    claim = (noun_cue_claim(sentence, index) if "noun cue" in traits else None) or (
        _claim_of_phrase(sentence, index) if "phrase" in traits else None
    )
    if claim is not None and claim.sources:
        return claim
    # "Smith claims that" is no claim of nobody.
    return (
        (verb_claim(sentence, index) if "verb" in traits else None)
        or claim
        or (_claim_of_hearsay(sentence, index) if "hearsay" in traits else None)
    )


def _claim_of_phrase(sentence: SentenceContext, index: int) -> Claim | None:
    following = sentence.low[index + 1] if index + 1 < sentence.size else ""
    for kind, rest in sentence.words.phrases[sentence.low[index]]:
        if rest and rest[0] != following:
            continue
        end = index + 1 + len(rest)
        if tuple(sentence.low[index + 1 : end]) != rest:
            continue
        claim = _marker_claim(sentence, kind, index, end)
        if claim is not None:
            return claim
    return None


def _marker_claim(sentence: SentenceContext, kind: str, index: int, end: int) -> Claim | None:
    cue = (index, end)
    if kind == "hearsay":
        return Claim(cue, (), "neutral", "around", "hearsay")
    if kind == "quoted":
        source = subject_before(sentence, auxiliary_before(sentence, index) or index)
        return Claim(cue, source, "neutral", "around") if source else None
    sources = coordinated_phrases(sentence, noun_phrase_at(sentence, skip_adverbs(sentence, end)))
    if not sources:
        return None
    opens = index == 1 and "proforms" in sentence.traits[0]
    if (
        kind == "citing"
        and not sources[0].name
        and "possessives" in sentence.traits[sources[0].start]
    ):
        return None
    if kind == "citing":
        return Claim(cue, sources, "neutral", "before", "citing")
    if kind == "per" and not _is_named_source(sentence, sources[0]):
        return None
    if kind == "cited" and opens:
        return Claim(cue, sources, "neutral", "previous", "according")
    trails = kind not in {"according", "per"} or _is_trailing(sentence, index, sources)
    return Claim(cue, sources, "neutral", "before" if trails else "around", "according")


def _is_named_source(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return True for "per CNN", "per the report", False for "per person"."""
    definite = "definites" in sentence.traits[phrase.start]
    kind = sentence.kinds[sentence.low[phrase.head]] if phrase.head is not None else ""
    return bool(phrase.name) or (definite and bool(kind))


def _is_trailing(sentence: SentenceContext, index: int, sources: tuple[Phrase, ...]) -> bool:
    """Return whether "ifølge X" ends its clause, so that what follows is no part of it."""
    position = last_end(sources)
    if index < 2 or position >= sentence.size or "stop" in sentence.traits[position]:
        return index > 1
    if position + 1 >= sentence.size or sentence.low[position] != ",":
        return False
    return not sentence.traits[position + 1].isdisjoint(_GOING_ON)


def _claim_of_hearsay(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim of "skal ... ha" with a participle: told, but by nobody in particular."""
    for position in range(index + 1, min(index + _FAR, sentence.size - 1)):
        traits = sentence.traits[position]
        if "stop" in traits:
            return None
        if not traits.isdisjoint(_HEARSAY):
            after = skip_adverbs(sentence, position + 1)
            if "hearsay_be" in traits and after + 1 < sentence.size:
                after += "adjective" in sentence.traits[after]
            past = after < sentence.size and _is_past(sentence, traits, after)
            return (
                Claim((index, position + 1), (), "neutral", "around", "hearsay") if past else None
            )
    return None


def _is_past(sentence: SentenceContext, auxiliary: frozenset[str], index: int) -> bool:
    """Return True for "skal ha flyktet", "skal være drept", False for what is to be done."""
    if "hearsay_be" in auxiliary:
        return "hearsay_states" in sentence.traits[index]
    return _is_participle(sentence, index)


def _is_participle(sentence: SentenceContext, index: int) -> bool:
    low = sentence.low[index]
    return bool(sentence.words.participle_form.search(low))


def author_of(sentence: SentenceContext, phrase: Phrase) -> Phrase:
    """Return who made a statement: "myndighetene" of "uttalelse fra myndighetene"."""
    if phrase.head is None or phrase.tail is None:
        return phrase
    if sentence.kinds[sentence.low[phrase.head]] != "statement":
        return phrase
    return noun_phrase_at(sentence, phrase.tail[0]) or phrase


def opens_main_clause(sentence: SentenceContext, start: int, claim: Claim) -> bool:
    """Return whether a claim begins a new main clause: after ", and" or "and" itself."""
    if start < 2:
        return False
    if "coordinators" not in sentence.traits[start - 1]:
        return False
    return claim.kind == "shared" or sentence.low[start - 2] in {",", ";"}
