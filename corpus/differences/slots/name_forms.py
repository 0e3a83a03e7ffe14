"""One name told in two ways: spelt otherwise, of another given name, or held no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from corpus.concepts.mentions import concepts_of, kinds
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.differences.slots.name_slots import SHARED, Names, is_name, knows
from corpus.differences.slots.slot_words import standings
from corpus.differences.slots.spellings import one_name
from corpus.differences.slots.word_alignment import SHORT, Token
from corpus.model import Article

SHARED_ROLE = 0.5
"""Least share of matched words at which two roles are of one person."""
VOWELS = "aeiouy"
NAMES = 4
"""Words of a full name at most; longer runs of capitals are titles."""
LIKE = 70
"""Minimum fuzz.ratio at which two given names may be one."""


def misspelt_names(pair: LinkedPair) -> Iterator[Names]:
    """Yield one name spelt in two ways that no custom of spelling explains: "Rait" and "Raite"."""
    if pair.codes[0] != pair.codes[1] or pair.words.shared < SHARED:
        return
    for x, y in pair.words.pairs:
        if x.form == y.form or not (x.capital and y.capital):
            continue
        sides = zip((x, y), pair.tokens, pair.codes, strict=True)
        if all(is_name(token, tokens, code) for token, tokens, code in sides) and _is_misspelt(
            x, y, pair
        ):
            yield (x,), (y,)


def _is_misspelt(x: Token, y: Token, pair: LinkedPair) -> bool:
    if min(len(x.form), len(y.form)) < SHORT or one_name(x.form, y.form):
        return False
    if _is_inflected(x, y, pair.codes[0]):
        return False
    return not (knows(pair.articles[1], [x.form]) or knows(pair.articles[0], [y.form]))


def _is_inflected(x: Token, y: Token, code: str) -> bool:
    """Return whether one word is a form of the other ("Korea", "Korean"), or both of one concept.

    A vowel more at the end is another spelling, no other form.
    """
    short, long = sorted((x.form, y.form), key=len)
    tail = long[len(short) :]
    if long.startswith(short) and not (len(tail) == 1 and tail in VOWELS):
        return True
    return bool(set(concepts_of(x.form, code)) & set(concepts_of(y.form, code)))


def given_names(pair: LinkedPair) -> Iterator[Names]:
    """Yield full names of one family name and unlike given names: "Anna Berg", "Siri Berg"."""
    if pair.codes[0] != pair.codes[1]:
        return
    left, right = (
        {run[-1].form: run for run in _runs(side[1:], article) if 1 < len(run) <= NAMES}
        for side, article in zip(pair.tokens, pair.articles, strict=True)
    )
    for family in sorted(left.keys() & right.keys()):
        mine, theirs = left[family], right[family]
        own = _own(mine, theirs), _own(theirs, mine)
        if any(concepts_of(t.form, pair.codes[0]) for t in (*mine, *theirs)):
            continue
        known = knows(pair.articles[1], own[0]), knows(pair.articles[0], own[1])
        if own[0] and own[1] and not any(known):
            yield mine, theirs


def _own(names: Sequence[Token], others: Sequence[Token]) -> list[str]:
    """Return the given names that no other name is a spelling or an initial of."""
    forms = [token.form for token in others]
    return [
        token.form
        for token in names[:-1]
        if not any(
            one_name(token.form, form)
            or token.form[0] == form
            or fuzz.ratio(token.form, form) >= LIKE
            for form in forms
        )
    ]


def _runs(tokens: Sequence[Token], article: Article) -> list[tuple[Token, ...]]:
    """Return the runs of capitalised words with nothing but a blank between."""
    runs: list[list[Token]] = []
    for token in tokens:
        if not token.capital:
            continue
        if runs and article.text[runs[-1][-1].end : token.start] == " ":
            runs[-1].append(token)
        else:
            runs.append([token])
    return [tuple(run) for run in runs]


def standing_slots(pair: LinkedPair) -> Iterator[Names]:
    """Yield a role of which one account says that it is held no longer, or not in full.

    "Steinar is the rector" and "he is the former rector".
    """
    held = [
        {token.form for token in side} & standings(code)
        for side, code in zip(pair.tokens, pair.codes, strict=True)
    ]
    if bool(held[0]) == bool(held[1]) or pair.words.shared < SHARED_ROLE:
        return
    for x, y in pair.words.pairs:
        mine, theirs = _held(x, pair.tokens[0], held[0]), _held(y, pair.tokens[1], held[1])
        if len(mine) != len(theirs) and not x.capital and _is_role(x, y, pair.codes):
            yield mine, theirs
            return


def _is_role(x: Token, y: Token, codes: tuple[str, str]) -> bool:
    roles = [
        {c for c in concepts_of(t.form, code) if kinds()[c] == "actor"}
        for t, code in ((x, codes[0]), (y, codes[1]))
    ]
    return bool(roles[0] & roles[1])


def _held(role: Token, tokens: Sequence[Token], words: set[str]) -> tuple[Token, ...]:
    """Return a role with the word before it that tells who holds it."""
    place = tokens.index(role)
    if place and tokens[place - 1].form in words:
        return tokens[place - 1], role
    return (role,)
