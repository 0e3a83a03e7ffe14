"""Other words in one place of two like sentences: "taken to hospital", "taken to casualty"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from corpus.concepts.casualties import concepts_said
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.name_slots import Names, is_country
from corpus.differences.slots.word_alignment import Slot, Token

SHARED, SHARED_BOTH = 0.7, 0.5
"""Least shares of matched words in the sentence that shares more, and in the other one."""
BRIEF = 5
"""Words of a sentence at most that one matched word is enough for: "it happened at ..."."""
LIKE = 55
"""Least fuzz.ratio at which two words may be forms of one."""
WIDEST = 2
"""Words of a slot at most."""


def detail_slots(pair: LinkedPair) -> Iterator[Names]:
    """Yield the unlike words that stand in one place of a pair of one language."""
    words = pair.words
    if pair.codes[0] != pair.codes[1] or not words.pairs:
        return
    like = words.shared >= SHARED and words.shared_both >= SHARED_BOTH
    if not like and max(map(len, pair.tokens)) > BRIEF:
        return
    slots = [slot for slot in words.slots if _is_detail(slot, pair)]
    if len(slots) == 1:
        yield slots[0].left, slots[0].right


def _is_detail(slot: Slot, pair: LinkedPair) -> bool:
    tokens, code = (*slot.left, *slot.right), pair.codes[0]
    if max(len(slot.left), len(slot.right)) > WIDEST or not (slot.before or slot.after):
        return False
    if any(not t.form or t.capital or is_country(t, code) for t in tokens):
        return False
    return not _alike(slot.left, slot.right, code)


def _alike(left: Sequence[Token], right: Sequence[Token], code: str) -> bool:
    """Return whether two runs of words share a concept, a sense or a stem."""
    if _concepts(left, code) & _concepts(right, code) or _senses(left, code) & _senses(right, code):
        return True
    return any(fuzz.ratio(x.form, y.form) >= LIKE for x in left for y in right)


def _concepts(tokens: Sequence[Token], code: str) -> set[str]:
    return {concept for token in tokens for concept in concepts_said(token.form, code)}


def _senses(tokens: Sequence[Token], code: str) -> set[int]:
    from corpus.lexicon.wordnet import synsets  # reading the word net takes 0.1 s a language

    return {sense for token in tokens for sense in synsets(token.form, code).tolist()}
