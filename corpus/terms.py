"""What a sentence is about, for linking: its content words, names and concepts, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.concepts import find_concepts
from corpus.language import load
from corpus.model import Article, SentenceKind, Span
from corpus.words import WORD, fold

_CAPITAL = re.compile(r"[^\W\d_a-zæøåäöéü][\w'’-]*$")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its folded form, where it stands, and whether it is (part of) a name."""

    form: str
    span: Span
    name: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """The terms and concepts of every sentence of an article; furniture and credits have none."""

    article: Article
    terms: tuple[tuple[Term, ...], ...]
    concepts: tuple[tuple[Term, ...], ...]

    def __len__(self) -> int:
        return len(self.terms)


@lru_cache(maxsize=32)
def sentences_of(article: Article) -> Sentences:
    """Read the terms of an article; the same article is read once."""
    stop = _stop_words(article.language)
    lower = _lower_forms(article)
    terms = tuple(_terms(article, index, stop, lower) for index in range(len(article.sentences)))
    concepts: list[list[Term]] = [[] for _ in article.sentences]
    for mention in find_concepts(article, wide=True):
        found = Term(f"{mention.kind}:{mention.concept}", Span(mention.start, mention.end))
        concepts[mention.sentence].append(found)
    return Sentences(article, terms, tuple(map(tuple, concepts)))


def _terms(
    article: Article, index: int, stop: frozenset[str], lower: frozenset[str]
) -> tuple[Term, ...]:
    sentence = article.sentences[index]
    if sentence.kind is SentenceKind.FURNITURE:
        return ()
    found, first = [], True
    for match in WORD.finditer(article.text, sentence.start, sentence.end):
        word = match.group()
        form = fold(word)
        if form not in stop:
            name = _CAPITAL.match(word) is not None and not (first and form in lower)
            if len(form) > 2 or (name and len(form) > 1):
                found.append(Term(form, Span(*match.span()), name))
        first = False
    return tuple(found)


def _lower_forms(article: Article) -> frozenset[str]:
    """Give the words that the article also writes with a small letter: they are no names."""
    return frozenset(fold(word) for word in set(WORD.findall(article.text)) if word[0].islower())


@lru_cache(maxsize=64)
def _stop_words(code: str) -> frozenset[str]:
    table = load(code)
    listed = [
        *(table.section("stopwords") or ()),
        *(table.section("alignment").get("common") or ()),
    ]
    return frozenset(fold(word) for word in listed)
