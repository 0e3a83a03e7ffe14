"""What looks like a claim and is none: nouns, what is left unsaid, what nobody says."""

from __future__ import annotations

from corpus.facts.attributions.grammar.complements import (
    clause_follows,
    complement_at,
    question_follows,
    skip_recipients,
)
from corpus.facts.attributions.grammar.lexicon import VerbForm
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    first_token,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext

_NOUNS = frozenset({"noun", "quantifiers", "capital"})
_INSIDE = frozenset({"alnum", "closing"})
_POSTED = frozenset({"statement", "speech", "document", "social"})
_UNTOLD = frozenset({"negations", "doubt"})
_UNSAID = frozenset({"withholding", "negations"})


def is_adverb(sentence: SentenceContext, index: int) -> bool:
    """Return True for "er så presset", False for "han så at"."""
    if "adverbs" not in sentence.traits[index]:
        return False
    before = sentence.traits[index - 1] if index else frozenset()
    return "alnum" not in before or "be" in before or "have" in before


def is_inside_name(sentence: SentenceContext, index: int) -> bool:
    """Return True for a capital inside the sentence: "the Claims Court" holds no verb."""
    if index == 0 or "capital" not in sentence.traits[index]:
        return False
    before = sentence.traits[index - 1]
    return not before.isdisjoint(_INSIDE) or sentence.tokens.words[index - 1] == ","


def is_unsaid(
    sentence: SentenceContext, finite: int, index: int, form: VerbForm, after: int
) -> bool:
    """Return True for what is only to be said, or is not: "will comment", "declined to comment"."""
    traits = sentence.traits
    if after < sentence.size and "nothing" in traits[after]:
        return True
    if "modals" in traits[finite]:
        return not (
            question_follows(sentence, after)
            or clause_follows(sentence, complement_at(sentence, after), after)
        )
    if form.needs == "any" and sentence.words.verb_second and _is_negation(sentence, after):
        return True
    if finite == index and index and traits[index - 1].isdisjoint(_UNSAID):
        return False
    between = traits[finite - 1 if finite else 0 : index]
    if all(map(_UNSAID.isdisjoint, between)):
        return False
    if any("withholding" in near for near in between):
        return not question_follows(sentence, after)
    return not (
        question_follows(sentence, after)
        or clause_follows(sentence, complement_at(sentence, after), after)
    )


def _is_negation(sentence: SentenceContext, after: int) -> bool:
    """Return True for "kommenterte ikke saken", False for "sier ikke om"; verb-second only."""
    if after >= sentence.size or "negations" not in sentence.traits[after]:
        return False
    return not (
        question_follows(sentence, after + 1)
        or clause_follows(sentence, complement_at(sentence, after + 1), after + 1)
    )


def is_refusal(sentence: SentenceContext, after: int, complement: str) -> bool:
    """Return True for "nekter å forhandle", False for "nekter å ha forhandlet"."""
    if complement != "infinitive":
        return False
    position = skip_recipients(sentence, after) + 1
    return position < sentence.size and "have" not in sentence.traits[position]


def is_noun(sentence: SentenceContext, index: int, form: VerbForm) -> bool:
    """Return True for "the police report was" and "the prices quoted were", False for verbs."""
    if not sentence.words.piles:
        return False
    return form.needs not in {"any", "clause", "thought"} or "noun" in sentence.traits[index]


def is_in_object(sentence: SentenceContext, complement: str, subject: tuple[Phrase, ...]) -> bool:
    """Return True for "what he said next stunned", False for what he said."""
    if complement == "clause" or complement == "quote":
        return False
    start = first_token(subject)
    return start > 0 and "free_relatives" in sentence.traits[start - 1]


def is_no_speaker(
    sentence: SentenceContext, index: int, form: VerbForm, subject: tuple[Phrase, ...]
) -> bool:
    """Return whether the subject of a verb is nobody who says it, or no subject after all."""
    phrase = subject[0]
    head = phrase.head
    if _is_owner(sentence, phrase, form):
        return True
    if phrase.end - phrase.start == 1 and "no_speakers" in sentence.traits[phrase.start]:
        return True
    if head is not None and (
        _is_posted(sentence, form, phrase.start, head)
        or _is_no_noun(sentence, phrase, head)
        or _is_owned(sentence, index, phrase, head)
    ):
        return True
    return _is_negated(sentence, subject)


def _is_owner(sentence: SentenceContext, phrase: Phrase, form: VerbForm) -> bool:
    """Return True for "Friday's tweets", "his early tweets": a plural noun, no verb."""
    if not sentence.words.piles or "present" not in form.forms:
        return False
    if sentence.low[phrase.end - 1].endswith(sentence.words.genitive):
        return True
    owned = sentence.low[phrase.start].endswith(sentence.words.genitive) or (
        "possessives" in sentence.traits[phrase.start] and not phrase.pronoun
    )
    return owned and phrase.head is not None and not sentence.kinds[sentence.low[phrase.head]]


def _is_posted(sentence: SentenceContext, form: VerbForm, start: int, head: int) -> bool:
    """Return True for "in a statement posted on its site", False for a statement that speaks."""
    if not start or "prepositions" not in sentence.traits[start - 1]:
        return False
    return "participle" in form.forms and sentence.kinds[sentence.low[head]] in _POSTED


def _is_no_noun(sentence: SentenceContext, phrase: Phrase, head: int) -> bool:
    """Return True for "took" of "took notes": bare, not plural, and naming no source."""
    if not sentence.words.piles or phrase.end - phrase.start > 1:
        return False
    known = not sentence.traits[head].isdisjoint(_NOUNS)
    return not (known or sentence.low[head].endswith(sentence.words.plural))


def _is_owned(sentence: SentenceContext, index: int, phrase: Phrase, head: int) -> bool:
    """Return True for "promises" of "called their current promises “fig leaves”"."""
    low = sentence.low
    if "possessives" not in sentence.traits[phrase.start] or phrase.pronoun:
        return False
    plural = low[index] in sentence.words.noun_stances and low[index].endswith(
        sentence.words.plural
    )
    return plural and "noun" not in sentence.traits[head]


def _is_negated(sentence: SentenceContext, subject: tuple[Phrase, ...]) -> bool:
    """ "No group has claimed", "If they say": nobody said it."""
    traits, start = sentence.traits, first_token(subject)
    if start and not traits[start - 1].isdisjoint(_UNTOLD):
        return True
    for phrase in subject:
        first, end = phrase.start, phrase.end
        for near in traits[first - 1 if first else 0 : end if end < first + 3 else first + 3]:
            if "negative" in near:
                return True
    return False
