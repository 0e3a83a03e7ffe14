"""The words that frame what a number counts, and what runs of text say of it."""

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
"""Signs between what belongs together and what does not."""

Word = tuple[int, int, str]  # start, end, folded form
Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first word


@dataclass(frozen=True, slots=True)
class Run:
    """What stands in a run of text between spaces; places are those in the run."""

    words: tuple[Word, ...]
    """Its words: start, end and folded form."""
    far: float
    """How far it keeps things apart that stand on both sides of it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a run of text may say of what happens."""

    events: tuple[tuple[int, int, bool], ...]
    """What its words tell alone: start and end in the run, and whether it befalls people."""
    parts: frozenset[str]
    """The words of phrases that they are."""
    needed: frozenset[str]
    """Words of which one stands beside, where a phrase tells by them what happens."""
    beside: frozenset[str]
    """The same for all phrases."""


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
    concepts: Words
    run: Callable[[str], Run]
    """Gives what stands in a run of text."""
    hint: Callable[[str], Hint | None]
    """Gives what a run of text may say of what happens, None if nothing."""


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
        stops, skipped, joining, subsets, phrases("subset_after"), partitive, concepts,
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
    happenings = told()

    def told_by(run: str) -> Hint | None:
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

    hints = Kept(told_by)
    return hints


@lru_cache(maxsize=1)
def told() -> Mapping[str, bool]:
    """Give the concepts of what happens, each with whether it befalls people."""
    fates = {concept: is_fate(concept) for concept in kinds()}
    return {c: fate for c, fate in fates.items() if fate or kinds()[c] == "event"}
