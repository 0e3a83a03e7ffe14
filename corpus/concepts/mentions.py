"""The news concepts a text speaks of: events, states, actors, places and objects, in any language.

Concepts are shared by all languages (concepts.yaml); their words are data (languages/concepts/).
"kill" is met in "drept", "dræbte", "lost their lives"; a compound meets the concepts of its parts.
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
"""So many other words may stand between two words of a phrase."""

# Split by it, a text gives words at odd places, the rest between.
_SPLIT = re.compile(f"({WORD.pattern})")

_NOTHING = frozenset[str]()

_Meeting = tuple[int, int, str]  # first and last word of a sentence, and the concept
_Steps = tuple[frozenset[str], ...]  # the words of a phrase, each with its variants
# Its steps, the one it is looked up by, another that it needs, its concept (None: not meant).
_Phrase = tuple[_Steps, int, frozenset[str], str | None]


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
    """Give the kind of every concept: event, state, actor, place, object or country."""
    table = _registry()["kinds"]
    return {concept: kind for kind, concepts in table.items() for concept in concepts}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for x, y in _registry()["opposites"]:
        found.setdefault(x, set()).add(y)
        found.setdefault(y, set()).add(x)
    return {concept: frozenset(others) for concept, others in found.items()}


def parent(concept: str) -> str | None:
    """Give the wider concept that this one is a case of ("grenade" of "weapon"), None if none."""
    found: str | None = _registry()["parents"].get(concept)
    return found


def opposites(concept: str) -> frozenset[str]:
    """Give the concepts that exclude this one ("reopen" and "shut_down")."""
    return _opposites().get(concept, frozenset())


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word may stand for: concepts, words of phrases, and phrases looked up by it."""

    concepts: tuple[str, ...]
    named: tuple[str, ...]
    """The concepts that it has with a capital within a sentence, where it may be a name.

    The very tuple of all its concepts where those are the same.
    """
    parts: frozenset[str]
    phrases: tuple[_Phrase, ...]
    needed: frozenset[str]
    """Words of which one stands beside where one of the phrases is met."""

    def needed_for(self, concepts: Set[str]) -> Iterator[str]:
        """Yield words of which one stands beside where a phrase for one of `concepts` is met."""
        for *_, needed, concept in self.phrases:
            if concept in concepts:
                yield from needed


Hit = tuple[int, Reading]  # the place of a word in its sentence
MetPhrase = tuple[list[int], str | None]  # the places of its words, and its concept


class Words:
    """The words and phrases of one language by the concept they stand for."""

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
        """Give the concepts of a sentence of words, each with its first and last word.

        The words of a phrase do not count once more alone for a concept of the phrase's kind:
        "statens minister" aside, a "prime minister" is no second minister.
        """
        read = list(map(self._readings.__getitem__, words))
        hits = [(i, reading) for i, reading in enumerate(read) if reading is not None]
        return _narrow_meetings(phrases_in(read, hits), hits, frozenset())

    def reading(self, word: str) -> Reading | None:
        """Give what a folded word may stand for."""
        return self._readings[word]

    def kept(self) -> int:
        """Give how many word forms are kept with what they stand for."""
        return max(len(self._readings), len(self._wide))

    def found(self, text: str, *, wide: bool = False) -> list[tuple[int, int, str]]:
        """Give the concepts of a sentence, in order, as start, end and concept, none twice.

        `wide` gives wider concepts and the parts of compounds and phrases too.
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
        found = {
            (ends[2 * first], ends[2 * last + 1], concept)
            for first, last, concept in meet(phrases_in(read, hits), hits, names)
        }
        return sorted(found)

    def wide(self, words: Iterable[str]) -> tuple[Reading | None, ...]:
        """Give all that each of some words may speak of."""
        return tuple(map(self._wide.__getitem__, words))


def united(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """Give the union of some sets, and of one that very set: many words share it."""
    return sets[0] if len(sets) == 1 else _NOTHING.union(*sets)


def possible_names(text: str, start: int, end: int, hits: Sequence[Hit]) -> Set[int]:
    """Give the places of the words that may be names: within a sentence, after a space alone."""
    asked = {place for place, reading in hits if reading.named is not reading.concepts and place}
    names: set[int] = set()
    for place, word in enumerate(WORD.finditer(text, start, end) if asked else ()):
        if place in asked and text[start : word.start()] == " ":
            names.add(place)
        start = word.end()
    return names


def _bare(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s").rstrip("'’")


def _second_anchor(steps: _Steps, anchor: int) -> frozenset[str]:
    """Give the step of a phrase that fewest sentences hold beside its anchor: the longest."""
    others = (step for i, step in enumerate(steps) if i != anchor)
    return max(others, key=lambda step: min(map(len, step)), default=steps[anchor])


def _with_parents(concepts: Sequence[str]) -> tuple[str, ...]:
    found = dict.fromkeys(concepts)
    for concept in concepts:
        while (wider := parent(concept)) is not None and wider not in found:
            found[wider] = None
            concept = wider
    return tuple(found)


@lru_cache(maxsize=1000)
def family(concept: str) -> tuple[str, ...]:
    """Give a concept and the wider ones that it is a case of."""
    return _with_parents((concept,))


def _narrow_meetings(
    phrases: Iterable[MetPhrase], hits: Sequence[Hit], names: Set[int]
) -> Iterator[_Meeting]:
    kind = kinds()
    taken: dict[int, list[str | None]] = {}
    for places, concept in phrases:
        said = kind[concept] if concept else None
        for place in places:
            taken.setdefault(place, []).append(said)
        if concept:
            yield places[0], places[-1], concept
    for place, reading in hits:
        if reading.concepts:
            by_phrases = taken.get(place, ())
            for concept in reading.named if place in names else reading.concepts:
                if kind[concept] not in by_phrases and None not in by_phrases:
                    yield place, place, concept


def wide_meetings(
    phrases: Iterable[MetPhrase], hits: Sequence[Hit], names: Set[int]
) -> Iterator[_Meeting]:
    """Yield all that a sentence of words may speak of, parts of phrases and wider concepts too."""
    unmeant: set[int] = set()
    for places, concept in phrases:
        if concept is None:
            unmeant.update(places)
        for wider in family(concept) if concept else ():
            yield places[0], places[-1], wider
    for place, reading in hits:
        if place not in unmeant:
            for concept in reading.named if place in names else reading.concepts:
                yield place, place, concept


def phrases_in(read: Sequence[Reading | None], hits: Sequence[Hit]) -> list[MetPhrase]:
    """Give the places of its words and the concept of every phrase; None for one not meant.

    A phrase within a longer one is not met: "trakk seg ut" is no "trakk seg".
    """
    found: list[MetPhrase] = []
    parts = _NOTHING.union(*[reading.parts for _, reading in hits])
    for place, reading in hits:
        if reading.needed.isdisjoint(parts):
            continue
        for steps, anchor, needed, concept in reading.phrases:
            if needed.isdisjoint(parts):
                continue
            gap = WIDEST_GAP if concept else 0
            places = _places(read, place, steps[anchor + 1 :], gap, 1)
            if places is not None and anchor:
                before = _places(read, place, steps[anchor - 1 :: -1], gap, -1)
                places = before and before[::-1] + places[1:]
            if places:
                found.append((places, concept))
    if len(found) < 2:
        return found
    sets = [frozenset(places) for places, _ in found]
    return [
        phrase
        for phrase, mine in zip(found, sets, strict=True)
        if phrase[1] is None or not any(mine < other for other in sets)
    ]


def _places(
    read: Sequence[Reading | None], place: int, steps: _Steps, gap: int, way: int
) -> list[int] | None:
    """Give the places of further words of a phrase, forward (1) or back (-1); None if not there."""
    places = [place]
    for step in steps:
        for _ in range(gap + 1):
            place += way
            if not 0 <= place < len(read):
                return None
            reading = read[place]
            if reading is not None and not step.isdisjoint(reading.parts):
                break
        else:
            return None
        places.append(place)
    return places


@lru_cache(maxsize=64)
def concept_words(code: str) -> Words:
    """Give the words of a language, compiled; a language without a table has none."""
    return Words(code)


def find_concepts(article: Article, *, wide: bool = False) -> tuple[Mention, ...]:
    """Give the concepts of an article in text order; furniture has none.

    `wide` gives all that the words may speak of, for finding likenesses rather than for telling
    facts.
    """
    every = range(len(article.sentences))
    return tuple(found for i in every for found in concepts_in(article, i, wide=wide))


def concepts_in(article: Article, index: int, *, wide: bool = False) -> Iterator[Mention]:
    """Yield the concepts of one sentence as `find_concepts` gives them."""
    sentence = article.sentences[index]
    if sentence.kind is not SentenceKind.FURNITURE:
        table, kind, at = concept_words(article.language), kinds(), sentence.start
        for start, end, concept in table.found(article.text[at : sentence.end], wide=wide):
            yield Mention(index, at + start, at + end, concept, kind[concept])


def concepts_of(phrase: str, code: str) -> tuple[str, ...]:
    """Give the concepts that a word or phrase of a language stands for, in order, none twice."""
    return tuple(dict.fromkeys(concept for _, _, concept in concept_words(code).found(phrase)))
