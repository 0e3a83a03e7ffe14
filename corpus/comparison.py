"""The front door for two articles: `compare(a, b) -> Comparison`."""

from __future__ import annotations

from corpus.differences.discrepancies import find_discrepancies
from corpus.facts.facts import read_facts
from corpus.links.alignment import align
from corpus.links.meaning.embeddings import MeaningModel, Progress
from corpus.links.meaning.semantic_similarity import likeness
from corpus.model import Article, Comparison

STEPS = 4
"""Steps of a comparison: the facts of either article, the links, the differences."""


def compare(
    a: Article,
    b: Article,
    *,
    meaning: MeaningModel | None = None,
    progress: Progress | None = None,
    candidates: int = 0,
) -> Comparison:
    """Return the facts of both articles, their linked sentences and what differs in these.

    `meaning` is a meaning model to be asked about the links (`corpus.links.meaning.embeddings`);
    MeaningModelError where it cannot answer. `progress` is called before every step with the number
    of steps done and STEPS; what it raises ends the comparison. `candidates` asks for so many best
    partners of each sentence, linked or not.
    """
    step = progress or _go_on
    step(0, STEPS)
    alike = likeness(a, b, meaning) if meaning is not None else None
    facts_a = read_facts(a)
    step(1, STEPS)
    facts_b = read_facts(b)
    step(2, STEPS)
    alignment = align(a, b, facts_a, facts_b, meaning=alike, nearest=candidates)
    step(3, STEPS)
    discrepancies = find_discrepancies(a, b, facts_a, facts_b, alignment.links)
    return Comparison(
        a,
        b,
        facts_a,
        facts_b,
        alignment.links,
        alignment.related,
        discrepancies,
        alignment.candidates,
    )


def _go_on(done: int, total: int) -> None:
    """Never stop."""
