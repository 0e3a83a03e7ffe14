"""Names, places and nationalities in one place of two like sentences.

"The Polish driver" and "the German driver", "borders on India" and "borders on Pakistan". Other
spellings and fuller forms of one name are one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from corpus.concepts.mentions import concepts_of, kinds
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.spellings import level, one_name
from corpus.differences.slots.word_alignment import Slot, Token
from corpus.model import Article
from corpus.text.words import WORD, fold

SHARED = 0.6
"""Least share of matched words in the sentence that shares more, for names to be in one place."""
MATCHED = 2
"""Least number of words that stand for each other."""
WIDEST = 4
"""Words of a slot at most: in wider ones names do not stand in one place."""
BESIDE = 1
"""Other words of a slot at most beside the name."""
TITLE_CASE = 0.6
"""Share of capitals from which a sentence is a headline in which they say nothing."""
PREFIX = 3
"""Letters of a short form of a name at least: "Brom" of "Bromwich"."""

Names = tuple[tuple[Token, ...], tuple[Token, ...]]


def name_slots(pair: LinkedPair) -> Iterator[Names]:
    """Yield the unlike names that stand in one place of a linked pair."""
    words = pair.words
    if words.shared < SHARED or words.matched < MATCHED:
        return
    if any(_is_title_case(side) for side in pair.tokens):
        return
    for slot in words.slots:
        names = _names_of(slot, pair)
        if names is not None and _differ(names, pair):
            yield names


def _names_of(slot: Slot, pair: LinkedPair) -> Names | None:
    """Return the one run of names on either side of a slot, None where there is none or more."""
    if max(len(slot.left), len(slot.right)) > WIDEST:
        return None
    left = _only_run(slot.left, pair.articles[0], pair.tokens[0])
    right = _only_run(slot.right, pair.articles[1], pair.tokens[1])
    beside = max(len(slot.left) - len(left), len(slot.right) - len(right))
    return (left, right) if left and right and beside <= BESIDE else None


def _only_run(
    side: Sequence[Token], article: Article, tokens: Sequence[Token]
) -> tuple[Token, ...]:
    names = [token for token in side if is_name(token, tokens, article.language)]
    if any(not article.text[x.end : y.start].isspace() for x, y in pairwise(names)):
        return ()
    return tuple(names)


def is_name(token: Token, tokens: Sequence[Token], code: str) -> bool:
    """Return whether a word of a sentence is a name: a country, or a capital within it."""
    if not token.form:
        return False
    if is_country(token, code):
        return True
    return token.capital and token is not tokens[0] and len(token.form) >= PREFIX


def is_country(token: Token, code: str) -> bool:
    """Return whether a word names a country or its people: "Poland", "Polish"."""
    return any(kinds()[concept] == "country" for concept in concepts_of(token.form, code))


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.form]
    return len(words) > WIDEST and sum(t.capital for t in words) > TITLE_CASE * len(words)


def _differ(names: Names, pair: LinkedPair) -> bool:
    """Return whether two names are of two bearers that not both articles know.

    No word of one stands in the other sentence, and names of two languages are countries.
    """
    left, right = ([token.form for token in side] for side in names)
    countries = [
        any(is_country(token, code) for token in side)
        for side, code in zip(names, pair.codes, strict=True)
    ]
    if countries[0] != countries[1] or (pair.codes[0] != pair.codes[1] and not all(countries)):
        return False
    if not all(countries) and _is_acronym(names[0], pair.articles[0]) != _is_acronym(
        names[1], pair.articles[1]
    ):
        return False
    if _countries(names[0], pair.codes[0]) & _countries(names[1], pair.codes[1]):
        return False
    everywhere = [{token.form for token in side} for side in pair.tokens]
    if _meets(left, everywhere[1]) or _meets(right, everywhere[0]):
        return False
    return not (knows(pair.articles[1], left) and knows(pair.articles[0], right))


def _countries(names: Sequence[Token], code: str) -> set[str]:
    return {concept for token in names for concept in concepts_of(token.form, code)}


def _is_acronym(names: Sequence[Token], article: Article) -> bool:
    return len(names) == 1 and names[0].span.of(article.text).isupper()


def _meets(names: Sequence[str], words: Set[str]) -> bool:
    """Return whether a word of a name stands in a sentence, as a shorter or longer form too."""
    return any(
        one_name(x, y) or (min(len(x), len(y)) >= PREFIX and (x.startswith(y) or y.startswith(x)))
        for x in names
        for y in words
    )


def knows(article: Article, names: Sequence[str]) -> bool:
    """Return whether an article holds one of some folded names, in any usual spelling."""
    known = _levelled_words(article)
    return any(level(name) in known for name in names)


@lru_cache(maxsize=8)
def _levelled_words(article: Article) -> frozenset[str]:
    return frozenset(level(fold(word)) for word in WORD.findall(article.text))
