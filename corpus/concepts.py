"""The news concepts a text speaks of: events, states, actors, places and objects, in any language.

Concepts are shared by all languages (concepts.yaml); their words are data in the language tables
(section "concepts"; what inflection and compounds do to them in section "word_forms").
"kill" is met in "drept", "dræbte", "lost their lives"; a compound meets the concepts of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.compounds import Forms, Vocabulary
from corpus.language import load, load_yaml
from corpus.model import Article, SentenceKind, Span
from corpus.words import fold, words

REGISTRY = Path(__file__).parent / "concepts.yaml"
WIDEST_GAP = 2
"""So many other words may stand between two words of a phrase."""
INFLECTED_PART = 4
"""Shorter words of a phrase are met as they are listed."""

_Meeting = tuple[int, int, str]  # first and last word of a sentence, and the concept


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept met in `article.text[start:end]`; `kind` is one of those of concepts.yaml."""

    sentence: int
    start: int
    end: int
    concept: str
    kind: str


@lru_cache(maxsize=1)
def _registry() -> Any:
    return load_yaml(REGISTRY)


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Give the kind of every concept: event, state, actor, place or object."""
    table = _registry()["kinds"]
    return {concept: kind for kind, concepts in table.items() for concept in concepts}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, str]:
    pairs = _registry()["opposites"]
    return {x: y for pair in pairs for x, y in (pair, pair[::-1])}


def parent(concept: str) -> str | None:
    """Give the wider concept that this one is a case of ("grenade" of "weapon"), None if none."""
    found: str | None = _registry()["parents"].get(concept)
    return found


def opposite(concept: str) -> str | None:
    """Give the concept that excludes this one ("reopen" of "shut_down"), None if there is none."""
    return _opposites().get(concept)


class Words:
    """The words and phrases of one language by the concept they stand for."""

    def __init__(self, code: str) -> None:
        forms = _forms(code)
        single: list[tuple[str, str]] = []
        parts: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        for concept, entries in load(code).section("concepts").items():
            for entry in entries:
                if len(pieces := fold(entry).split()) > 1:
                    self._add_phrase(pieces, concept, parts)
                else:
                    single.append((fold(entry), concept))
        self._vocabulary = Vocabulary(single, forms)
        self._parts = Vocabulary(parts.items(), Forms(forms.endings), INFLECTED_PART)
        self._read: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {}

    def _add_phrase(self, pieces: list[str], concept: str, parts: dict[str, str]) -> None:
        steps = tuple(frozenset(piece.split("|")) for piece in pieces)
        for step in steps:
            parts.update((word, word) for word in step)
        for first in steps[0]:
            self._phrases.setdefault(first, []).append((steps, concept))

    def every(self, forms: Sequence[str]) -> Iterator[_Meeting]:
        """Yield all that the words may speak of: wider concepts, parts of compounds and phrases."""
        read = [self._of(form) for form in forms]
        found = [(p[0], p[-1], c) for i in range(len(read)) for p, c in self._phrases_at(read, i)]
        found += [(i, i, c) for i, form in enumerate(forms) for c in self._vocabulary.every(form)]
        for first, last, concept in found:
            yield first, last, concept
            while (wider := parent(concept)) is not None:
                yield first, last, wider
                concept = wider

    def meetings(self, forms: Sequence[str]) -> Iterator[_Meeting]:
        """Yield the concepts of a sentence of folded words, each with its first and last word.

        The words of a phrase do not count once more alone for a concept of the phrase's kind:
        "statens minister" aside, a "prime minister" is no second minister.
        """
        read = [self._of(form) for form in forms]
        phrases = [found for place in range(len(read)) for found in self._phrases_at(read, place)]
        taken = {(place, kinds().get(concept)) for steps, concept in phrases for place in steps}
        yield from ((steps[0], steps[-1], concept) for steps, concept in phrases)
        for place, (concepts, _) in enumerate(read):
            for concept in concepts:
                if (place, kinds().get(concept)) not in taken:
                    yield place, place, concept

    def _of(self, form: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """Give the concepts of a form, and the words of phrases that it is a form of."""
        found = self._read.get(form)
        if found is None:
            bare = form.removesuffix("'s").removesuffix("’s")
            parts = frozenset(self._parts.of(bare))
            found = self._read[form] = (self._vocabulary.of(bare), parts)
        return found

    def _phrases_at(
        self, read: Sequence[tuple[tuple[str, ...], frozenset[str]]], place: int
    ) -> Iterator[tuple[list[int], str]]:
        """Yield the places of its words and the concept of every phrase that begins here."""
        for first in read[place][1]:
            for steps, concept in self._phrases.get(first, ()):
                places = [place]
                for step in steps[1:]:
                    after = range(places[-1] + 1, min(places[-1] + WIDEST_GAP + 2, len(read)))
                    here = next((i for i in after if step & read[i][1]), None)
                    if here is None:
                        break
                    places.append(here)
                if len(places) == len(steps):
                    yield places, concept


def _forms(code: str) -> Forms:
    table = load(code).section("word_forms")
    endings, joints, not_meant = (
        tuple(fold(form) for form in table.get(key, ()))
        for key in ("endings", "joints", "not_meant")
    )
    return Forms(endings, joints, frozenset(not_meant))


@lru_cache(maxsize=64)
def concept_words(code: str) -> Words:
    """Give the words of a language, compiled; a language without a table has none."""
    return Words(code)


def _mentions(
    text: str, spans: Sequence[Span], table: Words, sentence: int, *, wide: bool = False
) -> list[Mention]:
    forms = [fold(span.of(text)) for span in spans]
    found = {
        Mention(sentence, spans[first].start, spans[last].end, concept, kinds()[concept])
        for first, last, concept in (table.every(forms) if wide else table.meetings(forms))
    }
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.concept))


def find_concepts(article: Article, *, wide: bool = False) -> tuple[Mention, ...]:
    """Give the concepts of an article in text order; furniture has none.

    `wide` gives all that the words may speak of, for finding likenesses rather than for telling
    facts.
    """
    table, found = concept_words(article.language), list[Mention]()
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is not SentenceKind.FURNITURE:
            spans = list(words(article.text, sentence.start, sentence.end))
            found.extend(_mentions(article.text, spans, table, index, wide=wide))
    return tuple(found)


def concepts_of(phrase: str, code: str) -> tuple[str, ...]:
    """Give the concepts that a word or phrase of a language stands for, in order, none twice."""
    found = _mentions(phrase, list(words(phrase)), concept_words(code), 0)
    return tuple(dict.fromkeys(mention.concept for mention in found))
