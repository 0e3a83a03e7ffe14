"""One sentence as tokens for reading sources: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re
from itertools import chain

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


class Tokens:
    """The tokens of one sentence, and where they stand in the article's text."""

    __slots__ = ("_starts", "_text", "low", "words")

    def __init__(self, words: list[str], text: str, start: int) -> None:
        self.words = words
        self.low = list(map(str.lower, words))
        self._text = text
        self._starts: list[int] | int = start

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the text; looked for when it is first asked."""
        starts = self._starts
        if isinstance(starts, int):
            starts = self._starts = _places(self.words, self._text, starts)
        return starts

    def span(self, first: int, last: int) -> Span:
        """Give the range of the tokens `first` up to, not including, `last`."""
        starts = self.starts
        return Span(starts[first], starts[last - 1] + len(self.words[last - 1]))

    def text(self, first: int, last: int) -> str:
        """Give the words of a range as they are written, one space for any white space."""
        return " ".join(self.span(first, last).of(self._text).split()) if first < last else ""

    def is_spaced(self, index: int) -> bool:
        """Tell whether white space stands between the token and the one before it."""
        starts = self.starts
        return starts[index] > starts[index - 1] + len(self.words[index - 1])

    def is_name(self, index: int) -> bool:
        """Tell whether the token looks like (part of) a proper name."""
        return looks_like_name(self.words[index])


def _places(words: list[str], text: str, start: int) -> list[int]:
    """Give where each word begins: nothing but white space stands between two."""
    places: list[int] = []
    for word in words:
        start = text.find(word, start)
        places.append(start)
        start += len(word)
    return places


def looks_like_name(word: str) -> bool:
    """Tell whether a word looks like (part of) a proper name: a capital or a handle."""
    return word[0].isupper() or (len(word) > 3 and word[0].islower() and word[1:].isupper())


def _cut(written: str) -> tuple[str, ...]:
    """Cut what stands between white space into tokens.

    What ends with a period comes with the first character after the white space: "Corp. s".
    """
    found = tuple(_SPLIT.findall(written))
    return found[:-1] if " " in written else found


_PIECES = Kept(_cut)


def tokens(text: str, start: int, end: int) -> Tokens:
    """Cut `text[start:end]` into tokens."""
    sentence = text[start:end]
    pieces = sentence.split()
    if "." in sentence[:-1]:
        for place, written in enumerate(pieces[:-1]):
            if written[-1] == ".":
                pieces[place] = f"{written} {pieces[place + 1][0]}"
    return Tokens(list(chain.from_iterable(map(_PIECES.__getitem__, pieces))), text, start)


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
        spaced = after or tokens.is_spaced(index)
        if spaced and opened is None:
            opened = index
        elif opened is not None or not inside:
            inside.update(range(opened or 0, index))
            opened = None
    if opened is not None:
        inside.update(range(opened, len(tokens.words)))
    return frozenset(inside)
