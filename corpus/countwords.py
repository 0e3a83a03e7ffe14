"""The words that frame what a number counts, and what runs of text say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.concepts import Reading, Words, concept_words, kinds
from corpus.fates import is_fate
from corpus.kept import Kept
from corpus.language import load
from corpus.words import WORD, fold

BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"–—]")
"""Signs between what belongs together and what does not."""

Word = tuple[int, int, str]  # start, end, folded form
Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first word


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of text between spaces says; places are those in the run."""

    words: tuple[Word, ...]
    """Its words: start, end and folded form."""
    far: float
    """How far it keeps things apart that stand on both sides of it."""
    read: tuple[Reading | None, ...]
    """What its words may stand for."""
    parts: frozenset[str]
    """The words of phrases that they are."""
    needed: frozenset[str]
    """Words of which one stands beside, where a phrase tells by them what happens."""
    beside: frozenset[str]
    """The same for all phrases."""
    events: tuple[tuple[int, int, bool], ...]
    """What happens by its words alone: start, end, and whether it befalls people."""


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
    runs: Kept[Run]


@lru_cache(maxsize=64)
def count_words(code: str) -> CountWords:
    """Give the words of a language; a language without a table has only its stop words."""
    language = load(code)
    table = language.section("counted")

    def folded(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(form) for form in forms)

    def phrases(name: str) -> Phrases:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(map(fold, form.split())) for form in table.get(name, ())):
            if phrase:
                found.setdefault(phrase[0], []).append(phrase)
        return found

    names = ("skipped", "joining", "nouns")
    skipped, joining, nouns = (folded(table.get(name, ())) for name in names)
    subsets = phrases("subset")
    partitive = folded(language.section("numbers").get("of", ()))
    closed = folded(language.section("stopwords") or ()) - skipped - joining - nouns
    stops = folded(table.get("stops", ())) | closed
    stops |= {first for first, found in subsets.items() if (first,) in found}
    concepts = concept_words(code)
    return CountWords(
        stops, skipped, joining, subsets, phrases("subset_after"), partitive,
        _runs(concepts, stops, joining),
    )  # fmt: skip


def _runs(concepts: Words, stops: frozenset[str], joining: frozenset[str]) -> Kept[Run]:
    happenings = told()

    def read(run: str) -> Run:
        words = tuple((word.start(), word.end(), fold(word[0])) for word in WORD.finditer(run))
        forms = [form for *_, form in words]
        readings = concepts.read(forms)
        hits = [reading for reading in readings if reading is not None]
        events = {
            (start, end, happenings[concept])
            for (start, end, _), reading in zip(words, readings, strict=True)
            for concept in (reading.concepts if reading else ())
            if concept in happenings
        }
        far = 3.0 * len(BREAK.findall(run))
        far += sum(3 if form in joining else form not in stops for form in forms)
        return Run(
            words,
            far,
            tuple(readings),
            frozenset[str]().union(*(reading.parts for reading in hits)),
            frozenset(word for reading in hits for word in reading.needed_for(happenings.keys())),
            frozenset[str]().union(*(reading.needed for reading in hits)),
            tuple(sorted(events)),
        )

    return Kept(read)


@lru_cache(maxsize=1)
def told() -> Mapping[str, bool]:
    """Give the concepts of what happens, each with whether it befalls people."""
    fates = {concept: is_fate(concept) for concept in kinds()}
    return {c: fate for c, fate in fates.items() if fate or kinds()[c] == "event"}
