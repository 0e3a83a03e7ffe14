"""Skipping adverbs and times; and the names that look like small words: "Per", "May"."""

from __future__ import annotations

from corpus.facts.attributions.grammar.sentence_context import SentenceContext

_NO_SURNAME = frozenset({"closed", "determiners", "shouted"})
_DATING = frozenset({"prepositions", "time_determiners"})
_ADVERBS = frozenset({"adverbs", "manner"})
_PASSED = _ADVERBS | {"time"}


def skip_adverbs(sentence: SentenceContext, position: int) -> int:
    """Return the next token that is no adverb and no time of day or week."""
    while position < sentence.size:
        traits = sentence.traits[position]
        if "passed" not in traits:
            break
        if "given_names" in traits and is_given_name(sentence, position):
            break
        if not traits.isdisjoint(_PASSED):
            position += 1
        elif (
            position + 1 < sentence.size
            and "time" in sentence.traits[position + 1]
            and _opens_date(sentence, position)
        ):
            position += 2
        else:
            break
    return position


def _opens_date(sentence: SentenceContext, position: int) -> bool:
    """Return whether "on" of "on Monday" or "this" of "this week" stands at `position`."""
    return not sentence.traits[position].isdisjoint(_DATING)


def skip_adverbs_back(sentence: SentenceContext, position: int) -> int:
    """Return the end of what stands before `position` when adverbs and times are passed over."""
    while position > 0:
        traits = sentence.traits[position - 1]
        if "passed" not in traits:
            break
        if "given_names" in traits and is_given_name(sentence, position - 1):
            break
        if not traits.isdisjoint(_ADVERBS):
            position -= 1
        elif "time" in traits and position > 1:
            position -= 2 if _opens_date(sentence, position - 2) else 1
        else:
            break
    return position


def is_given_name(sentence: SentenceContext, index: int) -> bool:
    """Return True for "Per", "Dag", "May", False for the small words they look like."""
    if "name" not in sentence.traits[index]:
        return False
    after = index + 1 < sentence.size and _is_surname(sentence, index + 1)
    if after and index:
        return "prepositions" not in sentence.traits[index - 1]
    return after or (index > 0 and _is_surname(sentence, index - 1))


def _is_surname(sentence: SentenceContext, index: int) -> bool:
    traits = sentence.traits[index]
    return "capital" in traits and traits.isdisjoint(_NO_SURNAME)
