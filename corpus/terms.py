"""What a sentence is about, for linking: its content words, names and concepts, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from corpus.concepts import concept_words, concepts_in, kinds
from corpus.kept import Kept
from corpus.language import load
from corpus.model import Article, SentenceKind, Span
from corpus.words import WORD, fold

_CAPITAL = re.compile(r"[^\W\d_a-zæøåäöéü][\w'’-]*$")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or concept: its folded form, where it stands, and whether it is a name."""

    form: str
    span: Span
    name: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """The forms of every sentence of an article; furniture and credits have none.

    `forms` are the content words in their order, `names` those of them that are (part of) a name,
    `concepts` the concepts, as "event:kill". Where they stand is worked out for one sentence when
    it is asked for: few are ever looked at.
    """

    article: Article
    forms: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]
    concepts: tuple[tuple[str, ...], ...]
    lower: frozenset[str]
    """The words that the article also writes with a small letter."""

    def __len__(self) -> int:
        return len(self.forms)

    def terms(self, index: int) -> tuple[Term, ...]:
        """Give the content words of a sentence with their places."""
        place = self.article.sentences[index]
        if place.kind is SentenceKind.FURNITURE:
            return ()
        found = list(WORD.finditer(self.article.text, place.start, place.end))
        known = _content_words(self.article.language)
        return tuple(
            Term(form, Span(*found[word].span()), name)
            for word, form, name in _content([m.group() for m in found], known, self.lower)
        )

    def concept_terms(self, index: int) -> tuple[Term, ...]:
        """Give the concepts of a sentence with their places."""
        return tuple(
            Term(f"{met.kind}:{met.concept}", Span(met.start, met.end))
            for met in concepts_in(self.article, index, wide=True)
        )


@lru_cache(maxsize=32)
def sentences_of(article: Article) -> Sentences:
    """Read the terms of an article; the same article is read once."""
    known = _content_words(article.language)
    cuts = [WORD.findall(article.text, s.start, s.end) for s in article.sentences]
    every = set(chain.from_iterable(cuts))
    lower = frozenset(fold(word) for word in every if word[0].islower())
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is SentenceKind.FURNITURE:
            cuts[index] = []
    content = [_content(cut, known, lower) for cut in cuts]
    return Sentences(
        article,
        tuple(tuple([form for _, form, _ in found]) for found in content),
        tuple(tuple([form for _, form, name in found if name]) for found in content),
        tuple(_concepts(article, cuts)),
        lower,
    )


def _content(
    words: Sequence[str], known: Kept[tuple[str, bool] | None], lower: frozenset[str]
) -> list[tuple[int, str, bool]]:
    """Give the content words of a sentence: the place, the form, and whether it is a name.

    A sentence's first word is no name where the article also writes it with a small letter.
    """
    found = []
    for place, content in enumerate(map(known.__getitem__, words)):
        if content is not None:
            form, capital = content
            name = capital and (place > 0 or form not in lower)
            if name or len(form) > 2:
                found.append((place, form, name))
    return found


def _concepts(article: Article, cuts: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    table, kind = concept_words(article.language), kinds()
    for sentence, words in zip(article.sentences, cuts, strict=True):
        found = table.spoken(words, article.text, sentence.start)
        yield tuple(f"{kind[concept]}:{concept}" for concept in found)


@lru_cache(maxsize=64)
def _content_words(code: str) -> Kept[tuple[str, bool] | None]:
    """Give the folded form of a word and whether it has a capital, None for what says nothing."""
    table = load(code)
    listed = (table.section("stopwords") or (), table.section("alignment").get("common") or ())
    stop = frozenset(fold(word) for word in chain(*listed))

    def read(word: str) -> tuple[str, bool] | None:
        form, capital = fold(word), _CAPITAL.match(word) is not None
        least = 2 if capital else 3
        return None if form in stop or len(form) < least else (form, capital)

    return Kept(read)
