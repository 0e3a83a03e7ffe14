"""The news concepts a text speaks of: events, states, actors, places and objects, in any language.

Concepts are shared by all languages (concepts.yaml); their words are data in the language tables.
"kill" is met in "drept", "dræbte", "lost their lives"; a compound meets the concepts of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.language import load, load_yaml
from corpus.model import Article, SentenceKind
from corpus.words import fold, words

REGISTRY = Path(__file__).parent / "concepts.yaml"
SHORTEST_STEM = 3
SHORTEST_PART = 4
"""Parts of a compound have at least so many letters."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept met in `article.text[start:end]`; `kind` is one of those of concepts.yaml."""

    sentence: int
    start: int
    end: int
    concept: str
    kind: str


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Give the kind of every concept."""
    table = load_yaml(REGISTRY)
    return {concept: kind for kind, concepts in table.items() for concept in concepts}


class Words:
    """The words of one language by the concept they stand for."""

    def __init__(self, code: str) -> None:
        self._whole: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        for concept, entries in load(code).section("concepts").items():
            for entry in entries:
                self._add(concept, entry)

    def _add(self, concept: str, entry: str) -> None:
        parts = tuple(fold(part) for part in entry.split())
        if len(parts) > 1:
            self._phrases.setdefault(parts[0].rstrip("*"), []).append((parts, concept))
        elif parts and parts[0].endswith("*"):
            self._stems.setdefault(parts[0][:-1], []).append(concept)
        elif parts:
            self._whole.setdefault(parts[0], []).append(concept)

    def of_word(self, form: str) -> tuple[str, ...]:
        """Give the concepts of one folded word, those of the parts of a compound included."""
        found = self._known.get(form)
        if found is None:
            found = self._known[form] = tuple(dict.fromkeys(self._read(form)))
        return found

    def phrases_at(self, forms: list[str], place: int) -> Iterator[tuple[int, str]]:
        """Yield the number of words and the concept of every phrase that begins at a word."""
        for parts, concept in self._phrases.get(forms[place], ()):
            here = forms[place : place + len(parts)]
            if len(here) == len(parts) and all(map(_meets, parts, here)):
                yield len(parts), concept

    def _read(self, form: str) -> Iterator[str]:
        yield from self._start(form)
        for cut in range(SHORTEST_PART - 1, len(form) - SHORTEST_PART + 1):
            tail = form[cut:]
            yield from self._whole.get(tail, ()) if len(tail) > SHORTEST_PART else ()
            yield from self._start(tail, SHORTEST_PART + 1)

    def _start(self, form: str, least: int = SHORTEST_STEM) -> Iterator[str]:
        yield from self._whole.get(form, ())
        for length in range(len(form), least - 1, -1):
            yield from self._stems.get(form[:length], ())


def _meets(part: str, form: str) -> bool:
    return form.startswith(part[:-1]) if part.endswith("*") else form == part


@lru_cache(maxsize=64)
def concept_words(code: str) -> Words:
    """Give the words of a language, compiled."""
    return Words(code)


def find_concepts(article: Article) -> tuple[Mention, ...]:
    """Give the concepts of an article in text order; furniture has none."""
    known, table = kinds(), concept_words(article.language)
    found: list[Mention] = []
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        spans = list(words(article.text, sentence.start, sentence.end))
        forms = [fold(span.of(article.text)) for span in spans]
        for place, span in enumerate(spans):
            for length, concept in table.phrases_at(forms, place):
                end = spans[place + length - 1].end
                found.append(Mention(index, span.start, end, concept, known.get(concept, "object")))
            for concept in table.of_word(forms[place]):
                found.append(
                    Mention(index, span.start, span.end, concept, known.get(concept, "object"))
                )
    return tuple(found)


def concepts_of(phrase: str, code: str) -> tuple[str, ...]:
    """Give the concepts that a word or phrase of a language stands for, none twice."""
    table = concept_words(code)
    forms = [fold(span.of(phrase)) for span in words(phrase)]
    found: list[str] = []
    for place, form in enumerate(forms):
        found.extend(concept for _, concept in table.phrases_at(forms, place))
        found.extend(table.of_word(form))
    return tuple(dict.fromkeys(found))
