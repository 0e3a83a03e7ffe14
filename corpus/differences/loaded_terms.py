"""Loaded terms: "demonstrators", "rioters" and "terrorists" for the same people.

Word families are data (section "terms" of a language): each family holds stances, each stance its
words, which are recognised inflected and in compounds (corpus/languages/vocabulary.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from corpus.languages.news_tables import word_forms
from corpus.languages.tables import load
from corpus.languages.vocabulary import HEAD, Vocabulary
from corpus.model import Article, SentenceKind, Span
from corpus.text.word_cache import Kept
from corpus.text.words import WORD, fold

_OPENING, _CLOSING = "«“„‘‹", "»”’›"

AGAINST = "anti"
"""Before a hyphen it makes the opponents of what follows, in all of our languages."""

_Meaning = tuple[str, str]  # family and stance


@dataclass(frozen=True, slots=True)
class Wording:
    """A loaded term with its family and stance; `quoted` where it stands in quotation marks."""

    sentence: int
    start: int
    end: int
    family: str
    stance: str
    quoted: bool = False

    @property
    def span(self) -> Span:
        """The range of the word."""
        return Span(self.start, self.end)


class _Words:
    """The loaded terms of one language."""

    def __init__(self, code: str) -> None:
        single: list[tuple[str, str]] = []
        self._phrases: dict[str, list[tuple[tuple[str, ...], _Meaning]]] = {}
        for family, stances in load(code).section("terms").items():
            for stance, entries in stances.items():
                for pieces in (tuple(fold(entry).split()) for entry in entries):
                    if len(pieces) > 1:
                        phrases = self._phrases.setdefault(pieces[0], [])
                        phrases.append((pieces, (family, stance)))
                    else:
                        single.append((pieces[0], f"{family} {stance}"))
        self._vocabulary = Vocabulary(single, word_forms(code))
        self._known: Kept[_Meaning | None] = Kept(self._of)

    def read(self, forms: Sequence[str]) -> Iterator[tuple[int, int, _Meaning]]:
        """Yield the first word, last word and meaning of each loaded term."""
        place = 0
        while place < len(forms):
            for pieces, meaning in self._phrases.get(forms[place], ()):
                if tuple(forms[place : place + len(pieces)]) == pieces:
                    yield place, place + len(pieces) - 1, meaning
                    place += len(pieces) - 1
                    break
            else:
                found = self._known[forms[place]]
                if found:
                    yield place, place, found
            place += 1

    def _of(self, form: str) -> _Meaning | None:
        value = self._of_head(form.removesuffix("'s").removesuffix("’s"))
        family, _, stance = value.partition(" ")
        return (family, stance) if value else None

    def _of_head(self, form: str) -> str:
        """Return the meaning of the last part of a word, "" where it has none.

        "Regjeringsopprørere" are rebels and no government, "regjeringssjefen" is neither.
        """
        whole = self._vocabulary.whole
        if "-" in form and not whole(form):
            form = "" if form.startswith(AGAINST) else form.rpartition("-")[2]
        values = self._vocabulary.of(form)
        if not values:
            return ""
        for cut in range(len(form) - HEAD + 1):
            head = whole(form[cut:])
            if head:
                return next((value for value in values if value in head), "")
        is_modifier = any(whole(form[:cut]) for cut in range(HEAD, len(form)))
        return "" if is_modifier else values[0]


@lru_cache(maxsize=64)
def _words(code: str) -> _Words:
    return _Words(code)


def find_wordings(article: Article) -> tuple[Wording, ...]:
    """Return the loaded terms of an article in text order; furniture has none."""
    every = range(len(article.sentences))
    return tuple(found for index in every for found in wordings_in(article, index))


@lru_cache(maxsize=32)
def wordings_of(article: Article) -> Callable[[int], tuple[Wording, ...]]:
    """Return a cached function from a sentence index to its loaded terms."""
    return cache(partial(wordings_in, article))


def wordings_in(article: Article, index: int) -> tuple[Wording, ...]:
    """Return the loaded terms of one sentence."""
    sentence, found = article.sentences[index], list[Wording]()
    if sentence.kind is SentenceKind.FURNITURE:
        return ()
    text, place = article.text, (sentence.start, sentence.end)
    told = list(_words(article.language).read(list(map(fold, WORD.findall(text, *place)))))
    spans = [word.span() for word in WORD.finditer(text, *place)] if told else []
    for first, last, (family, stance) in told:
        start, end = spans[first][0], spans[last][1]
        quoted = _quoted(article.text[sentence.start : start])
        found.append(Wording(index, start, end, family, stance, quoted))
    return tuple(found)


def _quoted(before: str) -> bool:
    """Return whether a quotation is open at the end of `before` (`he said “the`)."""
    opened = sum(before.count(mark) for mark in _OPENING)
    closed = sum(before.count(mark) for mark in _CLOSING)
    return opened > closed or before.count('"') % 2 == 1
