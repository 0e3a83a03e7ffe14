"""Claims without a word of reporting: what stands beside a quotation, "in an interview"."""

from __future__ import annotations

from corpus.facts.attributions.grammar.adverbs import skip_adverbs
from corpus.facts.attributions.grammar.complements import ends_speech
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    noun_phrase_at,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.subjects import (
    coordinated_phrases,
)
from corpus.facts.attributions.grammar.tokens import CLOSING
from corpus.facts.attributions.noun_cues import Claim

# How far into a sentence "In an interview with" may reach before its comma.
_OPENING = 24
_NO_VERB = frozenset({"closed", "have", "modals"})
_PEOPLE = frozenset({"person", "institution", "unnamed", "witness", "agency", "outlet", "media"})


def implicit_claim(sentence: SentenceContext) -> Claim | None:
    """Return who speaks beside a quotation or on an occasion the sentence opens with."""
    return (
        _claim_beside_quotation(sentence)
        or _claim_after_dash_speech(sentence)
        or _claim_on_occasion(sentence)
        or _claim_to_whom(sentence)
    )


def _claim_beside_quotation(sentence: SentenceContext) -> Claim | None:
    """Return the claim of '"Never," he crowed', '"Never," crowed the senator'."""
    low, traits = sentence.low, sentence.traits
    if CLOSING.isdisjoint(low):
        return None
    for index in range(2, sentence.size - 2):
        if "closing" not in traits[index] or sentence.tokens.is_spaced(index):
            continue
        parted = low[index + 1] == ","
        if parted or ends_speech(sentence, index):
            claim = _speaker_and_verb(sentence, index + 1 + parted)
            if claim is not None:
                return claim
    return None


def _claim_after_dash_speech(sentence: SentenceContext) -> Claim | None:
    """Return the claim of "– Hun hører aldri på meg, ler han.", parted by the last comma."""
    if not sentence.words.verb_second or "dash" not in sentence.traits[0]:
        return None
    for index in range(sentence.size - 2, max(1, sentence.size - _OPENING), -1):
        if sentence.low[index] in {",", "?", "!"}:
            claim = _speaker_and_verb(sentence, index + 1)
            ends = claim is None or max(p.end for p in claim.sources) >= sentence.size - 2
            return claim if ends else None
    return None


def _speaker_and_verb(sentence: SentenceContext, position: int) -> Claim | None:
    """Return the claim of a speaker and a verb in either order; the verb may be any in the past."""
    speaker = None if sentence.words.verb_second else noun_phrase_at(sentence, position)
    if speaker is not None and can_speak(sentence, speaker):
        verb = skip_adverbs(sentence, speaker.end)
        if verb < sentence.size and _is_past_verb(sentence, verb):
            return Claim((verb, verb + 1), (speaker,), "neutral", "before", "verb", verb + 1)
    if _is_past_verb(sentence, position):
        speaker = noun_phrase_at(sentence, skip_adverbs(sentence, position + 1))
        if (
            speaker is not None
            and can_speak(sentence, speaker)
            and not _is_bare_name(sentence, speaker)
        ):
            return Claim(
                (position, position + 1), (speaker,), "neutral", "before", "verb", position + 1
            )
    return None


def _is_past_verb(sentence: SentenceContext, position: int) -> bool:
    word, low = sentence.tokens.words[position], sentence.low[position]
    if not word.isalpha() or word != low or not sentence.traits[position].isdisjoint(_NO_VERB):
        return False
    return "verb" in sentence.traits[position] or bool(sentence.words.telling_form.search(low))


def can_speak(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return whether a phrase can be a speaker: a person, a body, a name."""
    if phrase.pronoun:
        return "dummies" not in sentence.traits[phrase.start]
    kind = sentence.kinds[sentence.low[phrase.head]] if phrase.head is not None else ""
    return phrase.name is not None or kind in _PEOPLE


def _is_bare_name(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return True for a single name, which may be a river: "flommer Glomma"."""
    return phrase.head is None and phrase.end - phrase.start == 1 and not phrase.pronoun


def _claim_on_occasion(sentence: SentenceContext) -> Claim | None:
    """Return the claim of "In an interview with CNN, Ryan defended the plan"."""
    low, traits = sentence.low, sentence.traits
    if "occasion_words" not in traits[0] or sentence.size < 6:
        return None
    noun = next((i for i in range(1, 5) if "occasions" in traits[i]), 0)
    if not noun or "no_occasion" in traits[1]:
        return None
    if sentence.words.verb_second:
        whole = noun_phrase_at(sentence, 1)
        return _claim_of_speaker(sentence, (0, noun + 1), whole.end + 1) if whole else None
    for comma in range(noun + 1, min(noun + _OPENING, sentence.size - 2)):
        if "stop" in traits[comma]:
            return None
        if low[comma] == ",":
            return _claim_of_speaker(sentence, (0, noun + 1), comma + 1)
    return None


def _claim_to_whom(sentence: SentenceContext) -> Claim | None:
    """Return the claim of "To critics, the plan is a giveaway"."""
    if "to_whom" not in sentence.traits[0]:
        return None
    phrase = noun_phrase_at(sentence, 1)
    if phrase is None or phrase.end + 1 >= sentence.size or sentence.low[phrase.end] != ",":
        return None
    if not can_speak(sentence, phrase) or (phrase.name and phrase.head is None and phrase.tail):
        return None
    return Claim((0, 1), (phrase,), "neutral", "after", "verb", phrase.end + 1, False)


def _claim_of_speaker(
    sentence: SentenceContext, cue: tuple[int, int], position: int
) -> Claim | None:
    speaker = noun_phrase_at(sentence, position)
    if speaker is None or not can_speak(sentence, speaker):
        return None
    speaker = coordinated_phrases(sentence, speaker)[0]
    return Claim(cue, (speaker,), "neutral", "after", "verb", speaker.end)
