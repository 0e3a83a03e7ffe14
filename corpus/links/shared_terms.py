"""What the sentences of two articles share, kind by kind: words, names, concepts, figures, days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from corpus.concepts.casualties import frames
from corpus.lexicon.rarity import UNSEEN, rarity
from corpus.links.fuzzy_words import soft_pairs
from corpus.links.other_years import lookbacks
from corpus.links.overlap import Met, Overlap, overlaps
from corpus.links.synonyms import with_synonyms
from corpus.links.term_index import (
    Held,
    Occurrences,
    equal_pairs,
    held,
    narrowed,
    of_facts,
    of_sentences,
)
from corpus.links.terms import Sentences
from corpus.model import Article, Facts
from corpus.text.words import fold, name_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SMALL = 10
"""Highest plain count that says nothing: smaller ones meet by chance too often."""
DETAIL = 3.0
"""Power of local rarity for details: what every sentence is about weighs near nothing."""
_EVENTS = ("event:", "state:")
_OPENING = "«“„\"‘'"
_QUOTE = re.compile(rf"[{_OPENING}]([^«»“”„\"‘’']{{3,80}})[»”\"’']")


@dataclass(frozen=True)
class Shared:
    """What pairs of sentences share; `met` are the names of either article that the other has."""

    met: tuple[frozenset[str], frozenset[str]]
    words: Overlap
    details: Overlap
    names: Overlap
    concepts: Overlap
    events: Overlap
    numbers: Overlap
    figures: Overlap
    days: Overlap
    years: Overlap
    sources: Overlap
    quotes: Overlap


KINDS = tuple(field.name for field in fields(Shared))[1:]
_SOFT = ("words", "sources", "quotes")
"""Kinds of terms that meet also in another form, spelling or Nordic language; names are words."""
_WORDS = (*_SOFT, "names", "details")
_EQUAL = tuple(kind for kind in KINDS if kind not in _WORDS)


def shared(a: Sentences, b: Sentences, facts_a: Facts, facts_b: Facts) -> Shared:
    """Return what every pair of sentences shares, kind by kind."""
    left, right = _held((a, b), (facts_a, facts_b))
    codes = a.article.language, b.article.language
    pairs = {kind: equal_pairs(left[kind], right[kind]) for kind in _EQUAL}
    soft = soft_pairs([(left[kind].forms, right[kind].forms) for kind in _SOFT])
    pairs |= zip(_SOFT, soft, strict=True)
    pairs["words"] = with_synonyms(pairs["words"], left["words"].forms, right["words"].forms, codes)
    words, names = ((left[kind], right[kind]) for kind in ("words", "names"))
    pairs["names"] = narrowed(pairs["words"], words, names)
    for side in (left, right):
        side["details"] = side["words"]
    pairs["details"] = pairs["words"]
    met = [
        Met(
            left[kind],
            right[kind],
            pairs[kind],
            _background(kind, (left, right), codes),
            DETAIL if kind == "details" else 1.0,
        )
        for kind in KINDS
    ]
    known_a, known_b = (
        _picked(side, entries) for side, entries in zip(names, pairs["names"][:2], strict=True)
    )
    return Shared((known_a, known_b), *overlaps(met, (len(a), len(b))))


def _background(
    kind: str, sides: tuple[dict[str, Held], dict[str, Held]], codes: tuple[str, str]
) -> tuple[Floats, Floats] | None:
    """Return how rare the words of a kind are in news at large; None for what are no words."""
    if kind not in _WORDS:
        return None
    left, right = (
        rarity(side[kind].forms, code) / UNSEEN for side, code in zip(sides, codes, strict=True)
    )
    return left, right


def _picked(names: Held, places: NDArray[np.intp]) -> frozenset[str]:
    return frozenset([names.forms[place] for place in places.tolist()])


def _held(sides: Sequence[Sentences], facts: Sequence[Facts]) -> list[dict[str, Held]]:
    """Return for each article which sentences hold the terms of each kind."""
    occurrences = list(map(_occurrences, sides, facts))
    every = [terms for side in occurrences for terms in side.values()]
    index = iter(held(every, max(1, *map(len, sides))))
    entries = [{kind: next(index) for kind in side} for side in occurrences]
    for side in entries:
        side["events"] = side["concepts"].only(_is_event)
    return entries


def _occurrences(side: Sentences, facts: Facts) -> dict[str, Occurrences]:
    """Return the terms of an article by kind."""
    return {
        "words": of_sentences(side.forms),
        "names": of_sentences(side.names),
        "concepts": of_sentences(side.concepts),
        "numbers": of_facts(_numbers(facts)),
        "figures": of_facts(_figures(facts, side.article.language)),
        "days": of_facts(_days(facts)),
        "years": of_facts(_years(facts, side.article)),
        "sources": of_facts(_sources(facts)),
        "quotes": of_facts(_quoted_words(side.article)),
    }


def _is_event(concept: str) -> bool:
    return concept.startswith(_EVENTS)


def _numbers(facts: Facts) -> list[tuple[int, str]]:
    """Return the numbers that can be an anchor: plain values, told apart by their unit."""
    return [
        (n.sentence, f"{n.low:g}{n.unit or ''}")
        for n in facts.numbers
        if n.low is not None and n.kind != "ordinal" and (n.low > SMALL or n.unit)
    ]


def _figures(facts: Facts, code: str) -> list[tuple[int, str]]:
    """Return what the numbers count: casualty counts meet also where their values differ."""
    return [(n.sentence, frame) for n in facts.numbers for frame in frames(n, code)]


def _days(facts: Facts) -> list[tuple[int, str]]:
    return [(d.sentence, d.low or d.name.split(" ")[0]) for d in facts.dates if d.name != "now"]


def _years(facts: Facts, article: Article) -> list[tuple[int, str]]:
    return [(sentence, year) for sentence, year, _ in lookbacks(facts, article)]


def _sources(facts: Facts) -> Iterator[tuple[int, str]]:
    """Return the names of those whom each sentence credits; of a person the last name."""
    for credited in facts.attributions:
        for source in credited.sources:
            forms = name_words(source.name)
            for form in forms[-1:] if source.kind == "person" else forms:
                yield credited.sentence, form


def _quoted_words(article: Article) -> Iterator[tuple[int, str]]:
    if not any(mark in article.text for mark in _OPENING):
        return
    for index, sentence in enumerate(article.sentences):
        for quote in _QUOTE.findall(article.text, sentence.start, sentence.end):
            for word in quote.split():
                if len(word) > 3:
                    yield index, fold(word)
