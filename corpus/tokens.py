"""One sentence as tokens for reading sources: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import NamedTuple

from corpus.kept import Kept
from corpus.model import Span

# Initials and short titles keep their period ("J.", "U.S.", "Gen. Smith"), and so does what stands
# before a comma, a bracket or a small letter ("Jr.,", "(R-Wis.)", "Acme Corp. said"): a sentence
# does not end there. Words keep inner marks.
_SPLIT = re.compile(
    r"([^\W\d_a-zæøåäö](?:\.(?:[^\W\d_]\.)+|\w{0,3}\.(?=\s+[^\W\d_a-zæøåäö])"
    r"|[\w’'.-]{0,8}\.(?=[,)]|\s+[^\W\d_A-ZÆØÅÄÖ]))"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+|\w+(?:[-'’&/.]\w+)*|\S)"
)
# Marks that may close a quotation; Danish closes with «.
CLOSING = frozenset("»«”“’\"'")
QUOTES = frozenset("«»“”„\"'‘’")
_MARKS = frozenset('«»“”„"')
DASHES = frozenset("–—-―")
STOPS = frozenset(".!?;:…()[]") | QUOTES


class Tokens(NamedTuple):
    """The tokens of one sentence; `starts` and `ends` are offsets into the article's text."""

    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> Span:
        """Give the range of the tokens `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def is_name(self, index: int) -> bool:
        """Tell whether the token looks like (part of) a proper name."""
        return looks_like_name(self.words[index])


def looks_like_name(word: str) -> bool:
    """Tell whether a word looks like (part of) a proper name: a capital or a handle."""
    return word[0].isupper() or (len(word) > 3 and word[0].islower() and word[1:].isupper())


def _cut(written: str) -> tuple[str, ...]:
    """Cut what stands between white space into tokens, each after what stands before it."""
    return tuple(_SPLIT.split(f" {written}")[:-1])


# A token with a period may depend on the words around it: such a word is not looked up here.
_PIECES = Kept(_cut)


def tokens(text: str, start: int, end: int) -> Tokens:
    """Cut `text[start:end]` into tokens."""
    sentence = text[start:end]
    pieces: list[str] = []
    if "." not in sentence[:-1]:
        pieces += chain.from_iterable(map(_PIECES.__getitem__, sentence.split()))
    places = list(accumulate(map(len, pieces), initial=start - 1))
    if places[-1] != end:  # periods, or more than one space somewhere
        pieces = _SPLIT.split(f" {sentence}")[:-1]
        places = list(accumulate(map(len, pieces), initial=start - 1))
    words = pieces[1::2]
    return Tokens(words, list(map(str.lower, words)), places[1::2], places[2::2])


def quoted_tokens(tokens: Tokens) -> frozenset[int]:
    """Give the tokens inside quotation marks; a mark that only closes opened a sentence before."""
    if _MARKS.isdisjoint(tokens.words):
        return frozenset()
    inside: set[int] = set()
    opened: int | None = None
    for index, word in enumerate(tokens.words):
        if word not in _MARKS:
            continue
        after = index == 0 or tokens.words[index - 1] in "([" or tokens.words[index - 1] in DASHES
        spaced = after or tokens.starts[index] > tokens.ends[index - 1]
        if spaced and opened is None:
            opened = index
        elif opened is not None or not inside:
            inside.update(range(opened or 0, index))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(tokens.words)))
    return frozenset(inside)
