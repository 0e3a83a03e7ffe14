"""The news concepts that a text mentions: events, states, actors, places and objects.

Concepts are shared by all languages (concepts.yaml); their words are data (languages/concepts/).
"drept", "dræbte" and "lost their lives" mention "kill"; a compound has the concepts of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from corpus.errors import LanguageError
from corpus.languages.news_tables import concept_entries, word_forms
from corpus.languages.tables import load_yaml
from corpus.languages.vocabulary import Forms, Vocabulary
from corpus.model import Article, SentenceKind
from corpus.text.word_cache import Kept
from corpus.text.words import WORD, fold

REGISTRY = Path(__file__).parent / "concepts.yaml"
WIDEST_GAP = 2
"""Maximum number of other words between two words of a phrase."""

# Splitting by it puts words at odd indexes and the text between them at even ones.
_SPLIT = re.compile(f"({WORD.pattern})")

_NOTHING = frozenset[str]()

_Meeting = tuple[int, int, str]  # first and last word of a sentence, and the concept
_Steps = tuple[frozenset[str], ...]  # the words of a phrase, each with its variants
# Its steps, the one it is looked up by, another that it needs, its concept (None: not meant).
_Phrase = tuple[_Steps, int, frozenset[str], str | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept mentioned in `article.text[start:end]`; `kind` is a kind of concepts.yaml."""

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
    """Return the kind of every concept: event, state, actor, place, object or country."""
    table = _registry()["kinds"]
    return {concept: kind for kind, concepts in table.items() for concept in concepts}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for x, y in _registry()["opposites"]:
        pairs.setdefault(x, set()).add(y)
        pairs.setdefault(y, set()).add(x)
    return {concept: frozenset(others) for concept, others in pairs.items()}


def parent(concept: str) -> str | None:
    """Return the wider concept of this one ("weapon" for "grenade"), None if there is none."""
    wider: str | None = _registry()["parents"].get(concept)
    return wider


def opposites(concept: str) -> frozenset[str]:
    """Return the concepts that exclude this one ("reopen" and "shut_down")."""
    return _opposites().get(concept, frozenset())


@dataclass(frozen=True, slots=True)
class Reading:
    """The meanings of one word: concepts, words of phrases, and the phrases looked up by it."""

    concepts: tuple[str, ...]
    named: tuple[str, ...]
    """Its concepts where it has a capital inside a sentence and so may be a name.

    The same tuple object as `concepts` if there is no difference.
    """
    parts: frozenset[str]
    phrases: tuple[_Phrase, ...]
    needed: frozenset[str]
    """Words of which at least one must be in the sentence for any of the phrases to match."""

    def needed_for(self, concepts: Set[str]) -> Iterator[str]:
        """Yield the words of which one must be present for a phrase of `concepts` to match."""
        for *_, needed, concept in self.phrases:
            if concept in concepts:
                yield from needed


Hit = tuple[int, Reading]  # the index of a word in its sentence
MetPhrase = tuple[list[int], str | None]  # the indexes of its words, and its concept


class Words:
    """The words and phrases of one language, by concept."""

    def __init__(self, code: str) -> None:
        self._forms = word_forms(code)
        single: list[tuple[str, str]] = []
        parts: dict[str, str] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        for concept, entries in concept_entries(code).items():
            if concept not in kinds():
                raise LanguageError(f"{code}: no concept is named '{concept}' ({REGISTRY.name}).")
            for entry in map(fold, entries):
                if " " in entry:
                    self._add_phrase(entry, concept, parts)
                else:
                    single.append((entry, concept))
        for entry in self._forms.not_meant:
            if " " in entry:
                self._add_phrase(entry, None, parts)
        self._vocabulary = Vocabulary(single, self._forms)
        inflected = Forms(self._forms.endings, dropped=self._forms.dropped)
        self._parts = Vocabulary(parts.items(), inflected)
        self._readings = Kept(self._narrow)
        self._wide = Kept(self._widest)

    def _add_phrase(self, entry: str, concept: str | None, parts: dict[str, str]) -> None:
        steps = tuple(frozenset(piece.split("|")) for piece in entry.split())
        for step in steps:
            parts.update((word, word) for word in step)
        # Looked up by its longest word: few sentences hold it, and many hold "in" or "of".
        anchor = max(range(len(steps)), key=lambda i: min(map(len, steps[i])))
        for word in steps[anchor]:
            phrase = (steps, anchor, _second_anchor(steps, anchor), concept)
            self._phrases.setdefault(word, []).append(phrase)

    def _narrow(self, word: str) -> Reading | None:
        form = _bare(word)
        return self._reading(word, form, self._vocabulary.of(form))

    def _widest(self, word: str) -> Reading | None:
        form = _bare(word)
        return self._reading(word, form, _with_parents(self._vocabulary.every(form)))

    def _reading(self, word: str, form: str, concepts: tuple[str, ...]) -> Reading | None:
        parts = frozenset(self._parts.whole(form))
        if not concepts and not parts:
            return None
        allowed, named = self._forms.capitals, concepts
        if allowed and word[0].isupper() and not word.isupper():
            kept = tuple(concept for concept in concepts if kinds()[concept] in allowed)
            named = kept if kept != concepts else concepts
        phrases = tuple(phrase for part in sorted(parts) for phrase in self._phrases.get(part, ()))
        needed = united([phrase[2] for phrase in phrases])
        return Reading(concepts, named, parts, phrases, needed)

    def meetings(self, words: Iterable[str]) -> Iterator[_Meeting]:
        """Return the concepts of a sentence of words, each with its first and last word.

        A word of a phrase does not also count alone for a concept of the phrase's kind: the
        "minister" of "prime minister" is no second minister.
        """
        read = list(map(self._readings.__getitem__, words))
        hits = [(i, reading) for i, reading in enumerate(read) if reading is not None]
        return _narrow_meetings(phrases_in(read, hits), hits, frozenset())

    def reading(self, word: str) -> Reading | None:
        """Return the meanings of a folded word, None if it has none."""
        return self._readings[word]

    def kept(self) -> int:
        """Return the number of cached word forms."""
        return max(len(self._readings), len(self._wide))

    def mentioned(self, text: str, *, wide: bool = False) -> list[tuple[int, int, str]]:
        """Return the concepts of a sentence in order, as (start, end, concept), without duplicates.

        `wide` includes wider concepts and the parts of compounds and phrases.
        """
        tokens = _SPLIT.split(text)
        table = self._wide if wide else self._readings
        read = list(map(table.__getitem__, tokens[1::2]))
        hits = [(i, reading) for i, reading in enumerate(read) if reading is not None]
        if not hits:
            return []
        ends = list(accumulate(map(len, tokens)))
        names = possible_names(text, 0, len(text), hits)
        meet = wide_meetings if wide else _narrow_meetings
        mentions = {
            (ends[2 * first], ends[2 * last + 1], concept)
            for first, last, concept in meet(phrases_in(read, hits), hits, names)
        }
        return sorted(mentions)

    def wide(self, words: Iterable[str]) -> tuple[Reading | None, ...]:
        """Return the wide meanings of each word."""
        return tuple(map(self._wide.__getitem__, words))


def united(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the union of some sets; of a single one that very object, which many words share."""
    return sets[0] if len(sets) == 1 else _NOTHING.union(*sets)


def possible_names(text: str, start: int, end: int, hits: Sequence[Hit]) -> Set[int]:
    """Return the indexes of words that may be names: not the first, and after a space alone."""
    asked = {index for index, reading in hits if reading.named is not reading.concepts and index}
    names: set[int] = set()
    for index, word in enumerate(WORD.finditer(text, start, end) if asked else ()):
        if index in asked and text[start : word.start()] == " ":
            names.add(index)
        start = word.end()
    return names


def _bare(word: str) -> str:
    """Return the folded word without a genitive: "regjeringens" stays, "government's" does not."""
    return fold(word).removesuffix("'s").removesuffix("’s").rstrip("'’")


def _second_anchor(steps: _Steps, anchor: int) -> frozenset[str]:
    """Return the longest step of a phrase besides its anchor, as the one fewest sentences hold."""
    others = (step for i, step in enumerate(steps) if i != anchor)
    return max(others, key=lambda step: min(map(len, step)), default=steps[anchor])


def _with_parents(concepts: Sequence[str]) -> tuple[str, ...]:
    chain = dict.fromkeys(concepts)
    for concept in concepts:
        while (wider := parent(concept)) is not None and wider not in chain:
            chain[wider] = None
            concept = wider
    return tuple(chain)


@lru_cache(maxsize=1000)
def family(concept: str) -> tuple[str, ...]:
    """Return a concept and its wider concepts."""
    return _with_parents((concept,))


def _narrow_meetings(
    phrases: Iterable[MetPhrase], hits: Sequence[Hit], names: Set[int]
) -> Iterator[_Meeting]:
    kind = kinds()
    taken: dict[int, list[str | None]] = {}
    for indexes, concept in phrases:
        said = kind[concept] if concept else None
        for index in indexes:
            taken.setdefault(index, []).append(said)
        if concept:
            yield indexes[0], indexes[-1], concept
    for index, reading in hits:
        if reading.concepts:
            by_phrases = taken.get(index, ())
            for concept in reading.named if index in names else reading.concepts:
                if kind[concept] not in by_phrases and None not in by_phrases:
                    yield index, index, concept


def wide_meetings(
    phrases: Iterable[MetPhrase], hits: Sequence[Hit], names: Set[int]
) -> Iterator[_Meeting]:
    """Yield all concepts of a sentence, those of parts of phrases and wider ones included."""
    unmeant: set[int] = set()
    for indexes, concept in phrases:
        if concept is None:
            unmeant.update(indexes)
        for wider in family(concept) if concept else ():
            yield indexes[0], indexes[-1], wider
    for index, reading in hits:
        if index not in unmeant:
            for concept in reading.named if index in names else reading.concepts:
                yield index, index, concept


def phrases_in(read: Sequence[Reading | None], hits: Sequence[Hit]) -> list[MetPhrase]:
    """Return the word indexes and the concept of every phrase; None for one in `not_meant`.

    A phrase inside a longer one does not match: "trakk seg ut" is no "trakk seg".
    """
    matches: list[MetPhrase] = []
    parts = _NOTHING.union(*[reading.parts for _, reading in hits])
    for index, reading in hits:
        if reading.needed.isdisjoint(parts):
            continue
        for steps, anchor, needed, concept in reading.phrases:
            if needed.isdisjoint(parts):
                continue
            gap = WIDEST_GAP if concept else 0
            indexes = _matched(read, index, steps[anchor + 1 :], gap, 1)
            if indexes is not None and anchor:
                before = _matched(read, index, steps[anchor - 1 :: -1], gap, -1)
                indexes = before and before[::-1] + indexes[1:]
            if indexes:
                matches.append((indexes, concept))
    if len(matches) < 2:
        return matches
    sets = [frozenset(indexes) for indexes, _ in matches]
    return [
        phrase
        for phrase, mine in zip(matches, sets, strict=True)
        if phrase[1] is None or not any(mine < other for other in sets)
    ]


def _matched(
    read: Sequence[Reading | None], index: int, steps: _Steps, gap: int, way: int
) -> list[int] | None:
    """Return the indexes of a phrase's further words, forward (1) or back (-1); None if absent."""
    indexes = [index]
    for step in steps:
        for _ in range(gap + 1):
            index += way
            if not 0 <= index < len(read):
                return None
            reading = read[index]
            if reading is not None and not step.isdisjoint(reading.parts):
                break
        else:
            return None
        indexes.append(index)
    return indexes


@lru_cache(maxsize=64)
def concept_words(code: str) -> Words:
    """Return the compiled words of a language; none without a table."""
    return Words(code)


def find_concepts(article: Article, *, wide: bool = False) -> tuple[Mention, ...]:
    """Return the concepts of an article in text order; furniture has none.

    `wide` includes every possible concept of the words, for similarity rather than for facts.
    """
    every = range(len(article.sentences))
    return tuple(mention for i in every for mention in concepts_in(article, i, wide=wide))


def concepts_in(article: Article, index: int, *, wide: bool = False) -> Iterator[Mention]:
    """Yield the concepts of one sentence as `find_concepts` does."""
    sentence = article.sentences[index]
    if sentence.kind is not SentenceKind.FURNITURE:
        table, kind, at = concept_words(article.language), kinds(), sentence.start
        for start, end, concept in table.mentioned(article.text[at : sentence.end], wide=wide):
            yield Mention(index, at + start, at + end, concept, kind[concept])


def concepts_of(phrase: str, code: str) -> tuple[str, ...]:
    """Return the concepts of a word or phrase of a language, in order, without duplicates."""
    return tuple(dict.fromkeys(concept for _, _, concept in concept_words(code).mentioned(phrase)))
