"""What the sentences of two articles share, kind by kind: words, names, concepts, figures, days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fates import frames
from corpus.lookbacks import lookbacks
from corpus.model import Article, Facts
from corpus.overlap import Overlap, Vocabulary, equal_pairs, narrowed, overlap
from corpus.softwords import soft_pairs
from corpus.terms import Sentences
from corpus.words import WORD, fold

SMALL = 10
"""Plain counts up to this are met too often by chance to speak for a link."""
_OPENING = "«“„\"‘'"
_QUOTE = re.compile(rf"[{_OPENING}]([^«»“”„\"‘’']{{3,80}})[»”\"’']")


@dataclass(frozen=True)
class Shared:
    """What pairs of sentences share; `met` are the names of either article that the other has."""

    words: Overlap
    names: Overlap
    concepts: Overlap
    events: Overlap
    numbers: Overlap
    figures: Overlap
    days: Overlap
    years: Overlap
    sources: Overlap
    quotes: Overlap
    met: tuple[frozenset[str], frozenset[str]]


def shared(a: Sentences, b: Sentences, facts_a: Facts, facts_b: Facts) -> Shared:
    """Find what every pair of sentences shares."""
    sizes = len(a), len(b)
    word_forms, name_forms = _indexed(a.forms, b.forms), _indexed(a.names, b.names)
    word_pairs = soft_pairs(word_forms[0].forms, word_forms[1].forms)
    name_pairs = narrowed(word_pairs, word_forms, name_forms)
    sources = _indexed(_sources(facts_a, sizes[0]), _sources(facts_b, sizes[1]))
    quotes = _indexed(_quoted_words(a.article), _quoted_words(b.article))
    concepts = _indexed(a.concepts, b.concepts)
    events = _indexed(_events_of(a), _events_of(b))
    met_a, met_b = (
        frozenset(forms.forms[place] for place in found.tolist())
        for forms, found in zip(name_forms, name_pairs[:2], strict=True)
    )
    return Shared(
        overlap(*word_forms, word_pairs, sizes),
        overlap(*name_forms, name_pairs, sizes),
        overlap(*concepts, equal_pairs(*concepts), sizes),
        overlap(*events, equal_pairs(*events), sizes),
        _facts_shared(_numbers(facts_a), _numbers(facts_b), sizes),
        _facts_shared(_figures(facts_a, a), _figures(facts_b, b), sizes),
        _facts_shared(_days(facts_a), _days(facts_b), sizes),
        _facts_shared(_years(facts_a, a.article), _years(facts_b, b.article), sizes),
        overlap(*sources, soft_pairs(sources[0].forms, sources[1].forms), sizes),
        overlap(*quotes, soft_pairs(quotes[0].forms, quotes[1].forms), sizes),
        (met_a, met_b),
    )


def _events_of(side: Sentences) -> list[list[str]]:
    return [
        [form for form in forms if form.startswith(("event:", "state:"))] for forms in side.concepts
    ]


def _indexed(
    left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]
) -> tuple[Vocabulary, Vocabulary]:
    return Vocabulary.of(left), Vocabulary.of(right)


def _facts_shared(
    left: Sequence[tuple[int, str]], right: Sequence[tuple[int, str]], sizes: tuple[int, int]
) -> Overlap:
    sides = []
    for found, size in zip((left, right), sizes, strict=True):
        forms: list[list[str]] = [[] for _ in range(size)]
        for sentence, form in found:
            forms[sentence].append(form)
        sides.append(Vocabulary.of(forms))
    return overlap(sides[0], sides[1], equal_pairs(sides[0], sides[1]), sizes)


def _numbers(facts: Facts) -> list[tuple[int, str]]:
    """Give the numbers that can be an anchor: plain values, told apart by their unit."""
    return [
        (n.sentence, f"{n.low:g}{n.unit or ''}")
        for n in facts.numbers
        if n.low is not None and n.kind != "ordinal" and (n.low > SMALL or n.unit)
    ]


def _figures(facts: Facts, side: Sentences) -> list[tuple[int, str]]:
    """Give what the numbers are figures of: casualty counts meet also where they differ."""
    code = side.article.language
    return [(n.sentence, frame) for n in facts.numbers for frame in frames(n, code)]


def _days(facts: Facts) -> list[tuple[int, str]]:
    return [(d.sentence, d.low or d.name.split(" ")[0]) for d in facts.dates if d.name != "now"]


def _years(facts: Facts, article: Article) -> list[tuple[int, str]]:
    return [(sentence, year) for sentence, year, _ in lookbacks(facts, article)]


def _sources(facts: Facts, size: int) -> list[list[str]]:
    """Give the names of those whom each sentence credits; of a person the last name."""
    found: list[list[str]] = [[] for _ in range(size)]
    for credited in facts.attributions:
        for source in credited.sources:
            forms = list(map(fold, WORD.findall(source.name)))
            found[credited.sentence] += forms[-1:] if source.kind == "person" else forms
    return found


def _quoted_words(article: Article) -> list[list[str]]:
    if not any(mark in article.text for mark in _OPENING):
        return [[] for _ in article.sentences]
    return [
        [
            fold(word)
            for quote in _QUOTE.findall(article.text, sentence.start, sentence.end)
            for word in quote.split()
            if len(word) > 3
        ]
        for sentence in article.sentences
    ]
