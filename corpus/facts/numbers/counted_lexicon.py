"""Words of one language around a counted noun phrase, and events by chunk of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.concepts.casualties import is_fate
from corpus.concepts.mentions import Words, concept_words, kinds, united
from corpus.languages.tables import load
from corpus.text.word_cache import Kept
from corpus.text.words import WORD, fold

BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"–—]")
"""Signs that part two phrases."""

Word = tuple[int, int, str]  # start, end, folded form
Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first word


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a chunk of text between spaces; offsets are those in the chunk."""

    words: tuple[Word, ...]
    """Start, end and folded form of each word."""
    far: float
    """Distance between its neighbours: one for an open word, three for a sign or "and"."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Events that a chunk of text may name."""

    events: tuple[tuple[int, int, bool], ...]
    """Start, end and whether it befalls people, of each event named by one word."""
    parts: frozenset[str]
    """Words of event phrases found in it."""
    needed: frozenset[str]
    """Words of which one must stand beside for a phrase to name an event."""
    beside: frozenset[str]
    """The same words for phrases of all concepts."""


@dataclass(frozen=True)
class CountWords:
    """The closed words of one language, folded, that frame a counted noun phrase."""

    stops: frozenset[str]
    skipped: frozenset[str]
    joining: frozenset[str]
    subsets: Phrases
    """Phrases before the number of a subset: "hvorav 400", "among them 400"."""
    subsets_after: Phrases
    """Phrases right after it: "14 of them children"."""
    partitive: frozenset[str]
    bound: re.Pattern[str]
    """A bound behind a counted noun: "5000 innbyggere | eller flere"."""
    concepts: Words
    run: Callable[[str], Run]
    """Returns the words of a chunk."""
    hint: Callable[[str], Hint | None]
    """Returns the events of a chunk, None if there are none."""


@lru_cache(maxsize=64)
def count_words(code: str) -> CountWords:
    """Return the words of a language; a language without a table has only its stop words."""
    language = load(code)
    table = language.section("counted")

    def folded(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(form) for form in forms)

    def phrases(name: str) -> Phrases:
        phrases_by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(map(fold, form.split())) for form in table.get(name, ())):
            if phrase:
                phrases_by_first.setdefault(phrase[0], []).append(phrase)
        return phrases_by_first

    names = ("skipped", "joining", "nouns")
    skipped, joining, nouns = (folded(table.get(name, ())) for name in names)
    subsets = phrases("subset")
    partitive = folded(language.section("numbers").get("of", ()))
    closed = folded(language.section("stopwords") or ()) - skipped - joining - nouns
    stops = folded(table.get("stops", ())) | closed
    stops |= {first for first, phrases_by_first in subsets.items() if (first,) in phrases_by_first}
    concepts = concept_words(code)
    hedges = language.section("numbers").get("hedges_after", {})
    bounds = [form for name in ("more", "less") for form in hedges.get(name, ()) if " " in form]
    bound = re.compile(rf"(?:{'|'.join(map(re.escape, bounds)) or '(?!)'})(?!\w)", re.IGNORECASE)
    return CountWords(
        stops, skipped, joining, subsets, phrases("subset_after"), partitive, bound,
        concepts,
        _runs(stops, joining).__getitem__, _hints(concepts).__getitem__,
    )  # fmt: skip


def _runs(stops: frozenset[str], joining: frozenset[str]) -> Kept[Run]:
    def read(run: str) -> Run:
        words = tuple((word.start(), word.end(), fold(word[0])) for word in WORD.finditer(run))
        far = 3.0 * len(BREAK.findall(run))
        far += sum(3 if form in joining else form not in stops for *_, form in words)
        return Run(words, far)

    return Kept(read)


def _hints(concepts: Words) -> Kept[Hint | None]:
    happenings = event_concepts()

    def events_in(run: str) -> Hint | None:
        words = WORD.findall(run)
        if len(words) == 1 and words[0] != run and run.startswith(words[0]):
            return hints[words[0]]  # "killed," says what "killed" says
        spans = map(re.Match.span, WORD.finditer(run))
        read = map(concepts.reading, map(fold, words))
        hits = [(span, hit) for span, hit in zip(spans, read, strict=True) if hit is not None]
        if not hits:
            return None
        events = {
            (*span, happenings[concept])
            for span, hit in hits
            for concept in hit.concepts
            if concept in happenings
        }
        parts = united([hit.parts for _, hit in hits])
        if not events and not parts:
            return None
        needed = (word for _, hit in hits for word in hit.needed_for(happenings.keys()))
        beside = united([hit.needed for _, hit in hits])
        return Hint(tuple(events), parts, frozenset(needed), beside)

    hints = Kept(events_in)
    return hints


@lru_cache(maxsize=1)
def event_concepts() -> Mapping[str, bool]:
    """Return the concepts of what happens, each with whether it befalls people."""
    fates = {concept: is_fate(concept) for concept in kinds()}
    return {c: fate for c, fate in fates.items() if fate or kinds()[c] == "event"}
