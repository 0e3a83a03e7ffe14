"""Reporting verbs in the active: their subject, their complement, and where the content stands."""

from __future__ import annotations

from corpus.facts.attributions.false_cues import (
    is_adverb,
    is_in_object,
    is_inside_name,
    is_no_speaker,
    is_noun,
    is_refusal,
    is_unsaid,
)
from corpus.facts.attributions.grammar.adverbs import skip_adverbs, skip_adverbs_back
from corpus.facts.attributions.grammar.complements import (
    clause_follows,
    complement_at,
    content_fits,
    frame_follows,
    thought_clause_follows,
)
from corpus.facts.attributions.grammar.lexicon import VerbForm
from corpus.facts.attributions.grammar.noun_phrases import (
    last_end,
    noun_phrase_at,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.subjects import (
    subject_before,
    subject_of,
)
from corpus.facts.attributions.noun_cues import Claim
from corpus.facts.attributions.passives import (
    has_be,
    is_agent_passive,
    is_charged_noun,
    passive_claim,
)

# Most tokens between an auxiliary and its participle: "har president NN anklaget".
_FAR = 12
_BE_OR_HAVE = frozenset({"be", "have"})
_HELPERS = frozenset({"have", "learners"})
_NOTHING = frozenset[str]()
_WALLS = frozenset({"stop", "clause_words"})


def verb_claim(sentence: SentenceContext, index: int) -> Claim | None:
    """Return the claim of a reporting verb in any of its forms, None if it reports nothing."""
    for form in sentence.words.verbs[sentence.low[index]]:
        end = _after_particle(sentence, index, form) if form.particle else index + 1
        if end is None:
            continue
        claim = _claim_of_form(sentence, index, form, end)
        if claim is not None:
            return claim
    return None


def _after_particle(sentence: SentenceContext, index: int, form: VerbForm) -> int | None:
    """Return the token after a verb with a particle, None if that is missing."""
    reach = 9 if sentence.words.verb_second else skip_adverbs(sentence, index + 1) + 1 - index
    for position in range(index + 1, min(index + reach, sentence.size)):
        if sentence.low[position] == form.particle:
            return position + 1 if position == index + 1 else index + 1
        if "stop" in sentence.traits[position] or sentence.low[position] == ",":
            return None
    return None


def _claim_of_form(sentence: SentenceContext, index: int, form: VerbForm, end: int) -> Claim | None:
    before, traits, forms = skip_adverbs_back(sentence, index), sentence.traits[index], form.forms
    governed = before > 0 and "governing" in sentence.traits[before - 1]
    if governed and _is_barred(sentence, index, before, form, end):
        return None
    if ("adverbs" in traits and is_adverb(sentence, index)) or (
        "capital" in traits and is_inside_name(sentence, index)
    ):
        return None
    if "participle" in forms and (
        (governed and has_be(sentence, before))
        or (form.needs == "object" and is_agent_passive(sentence, end))
    ):
        return passive_claim(sentence, index, form, end)
    if "passive" in forms and not form.finite:
        return passive_claim(sentence, index, form, end)
    if not governed and is_charged_noun(sentence, form, end):
        return None
    if governed or sentence.words.verb_second:
        finite = _governor(sentence, index, before, form, governed=governed)
        if finite is not None:
            return _claim_of_active(
                sentence, index, finite, skip_adverbs_back(sentence, finite), form, end
            )
    if form.finite:
        return _claim_of_active(sentence, index, index, before, form, end)
    return _claim_of_gerund(sentence, index, form, end) if "gerund" in forms else None


def _is_barred(
    sentence: SentenceContext, index: int, before: int, form: VerbForm, end: int
) -> bool:
    """Return whether the word before lets no verb follow: "the report"."""
    traits = sentence.traits[before - 1]
    if "objects" in traits and before > 1:
        return "prepositions" not in sentence.traits[before - 2]
    if "not_verb_after" not in traits:
        return False
    chained = "infinitive" in form.forms and _chain_start(sentence, before - 1) is not None
    some = "quantifiers" in traits and _is_quantified_subject(sentence, index, form, end)
    means = "gerund" in form.forms and "agents" in traits
    return not (chained or some or means)


def _is_quantified_subject(sentence: SentenceContext, index: int, form: VerbForm, end: int) -> bool:
    """Return True for "some argue that", False for "some claims"."""
    follows = _content_follows(sentence, complement_at(sentence, end), end)
    return follows or not form.forms & {"present", "infinitive"}


def _governor(
    sentence: SentenceContext, index: int, before: int, form: VerbForm, *, governed: bool
) -> int | None:
    """Return the token of the auxiliary that is finite in place of the verb, None if none is."""
    forms = form.forms
    if governed:
        traits = sentence.traits[before - 1]
        if "participle" in forms and not traits.isdisjoint(_HELPERS):
            return before - 1
        if "gerund" in forms and "be" in traits:
            return before - 1
        if "infinitive" in forms:
            finite = before - 1 if "modals" in traits else _chain_start(sentence, before - 1)
            if finite is not None:
                return finite
    if "participle" in forms and sentence.words.verb_second:
        return _split_auxiliary(sentence, index, form)
    return None


def _skip_hearer(sentence: SentenceContext, after: int) -> int:
    """Return the token after the hearer: "told reporters the bridge was closed"."""
    hearer = noun_phrase_at(sentence, after)
    return hearer.end if hearer is not None and hearer.end < sentence.size else after


def _chain_start(sentence: SentenceContext, mark: int) -> int | None:
    """Return the token of "went" in "went on to say", of "was" in "was quick to condemn"."""
    traits = sentence.traits
    if mark < 1 or "infinitive_mark" not in traits[mark]:
        return None
    position = mark - 1 if mark > 1 and "chain_particles" in traits[mark - 1] else mark
    if position < 1 or "chains" not in traits[position - 1]:
        return None
    position -= 1
    return (
        position - 1 if position and not traits[position - 1].isdisjoint(_BE_OR_HAVE) else position
    )


def _split_auxiliary(sentence: SentenceContext, index: int, form: VerbForm) -> int | None:
    """Return the token of "har" in "har president NN anklaget"."""
    for position in range(index - 1, max(-1, index - _FAR), -1):
        traits = sentence.traits[position]
        if not traits.isdisjoint(_WALLS) or sentence.low[position] == ",":
            return None
        if not traits.isdisjoint(_HELPERS):
            inner = noun_phrase_at(sentence, skip_adverbs(sentence, position + 1))
            fits = inner is not None and skip_adverbs(sentence, inner.end) == index
            return position if fits or "past" not in form.forms else None
    return None


def _claim_of_gerund(
    sentence: SentenceContext, index: int, form: VerbForm, end: int
) -> Claim | None:
    complement = complement_at(sentence, end)
    if complement == "end" or (
        form.needs == "clause" and not _content_follows(sentence, complement, end)
    ):
        return None
    framed = form.needs in {"label", "frame", "order", "quote"}
    if framed and not content_fits(sentence, form, end, "after", (), complement):
        return None
    before = sentence.traits[index - 1] if index else frozenset()
    barred = "prepositions" in before and "agents" not in before
    if form.needs == "document" or barred:
        return None
    own = subject_before(sentence, index) if _has_own_subject(sentence, index) else ()
    kind = "verb" if own else "shared"
    return Claim((index, end), own, form.stance, "after", kind, end, form.utterance)


def _has_own_subject(sentence: SentenceContext, index: int) -> bool:
    """Return whether a gerund has its own: "with spokesman Brian Fallon calling"."""
    if not index:
        return False
    return (
        "name" in sentence.traits[index - 1] or sentence.kinds[sentence.low[index - 1]] == "person"
    )


def _content_follows(sentence: SentenceContext, complement: str, end: int) -> bool:
    follows = clause_follows(sentence, complement, end) or thought_clause_follows(sentence, end)
    return follows or frame_follows(sentence, end)


def _claim_of_active(
    sentence: SentenceContext, index: int, finite: int, position: int, form: VerbForm, end: int
) -> Claim | None:
    """Return the claim of a verb with its subject; `position` ends what precedes its adverbs."""
    subject, inverted = subject_of(
        sentence, finite, position, end if finite == index else finite + 1
    )
    cue, after = (finite, end), end
    if finite < index:
        amid = any(finite < it.end and it.start < index for it in subject)
        cue = (index if amid else finite, end)
    elif inverted and subject:
        after = max(end, last_end(subject))
    if "tells" in sentence.traits[index]:
        after = _skip_hearer(sentence, after)
    if not subject:
        return _claim_of_shared_subject(sentence, position, cue, form, after)
    if is_unsaid(sentence, finite, index, form, after):
        return None
    if _is_no_active(sentence, index, form, end):
        return None
    if is_no_speaker(sentence, index, form, subject):
        return None
    complement = complement_at(sentence, after)
    if form.stance == "deny" and is_refusal(sentence, after, complement):
        return None
    if form.needs == "any" and is_in_object(sentence, complement, subject):
        return None
    side = "before" if complement == "end" else "after"
    if inverted:
        side = _content_side(sentence, position, complement)
    if form.needs != "any" and not content_fits(sentence, form, after, side, subject, complement):
        return None
    return Claim(cue, subject, form.stance, side, "verb", after, form.utterance)


def _claim_of_shared_subject(
    sentence: SentenceContext, position: int, cue: tuple[int, int], form: VerbForm, after: int
) -> Claim | None:
    """Return the claim of a second verb of the same subject: "sa hun og la til at"."""
    if not position or "coordinators" not in sentence.traits[position - 1]:
        return None
    complement = complement_at(sentence, after)
    if form.needs != "any" and not content_fits(sentence, form, after, "after", (), complement):
        return None
    return Claim(cue, (), form.stance, "after", "shared", after, form.utterance)


def _is_no_active(sentence: SentenceContext, index: int, form: VerbForm, end: int) -> bool:
    """Return True for "claimed" of "roads claimed by the sea", "report" of "the report was"."""
    if end >= sentence.size:
        return False
    traits = sentence.traits[end]
    if "finites" in traits and is_noun(sentence, index, form):
        return True
    passive = "participle" in form.forms and end == index + 1 and "agents" in traits
    return sentence.words.piles and passive


def _content_side(sentence: SentenceContext, position: int, complement: str) -> str:
    """Return where the content stands if the subject is behind the verb."""
    before = sentence.traits[position - 1] if position else _NOTHING
    if "proforms" in before:
        points_back = "back_references" in before and position == 1
        if complement == "end" or (points_back and complement not in {"clause", "quote"}):
            return "previous"
        return "after"
    return "before" if "parting" in before and position > 2 else "after"
