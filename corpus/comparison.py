"""The front door for two articles: `compare(a, b) -> Comparison`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from corpus.differences.discrepancies import find_discrepancies
from corpus.facts.facts import read_facts
from corpus.links.alignment import align
from corpus.links.embeddings import MeaningModel
from corpus.links.semantic_similarity import likeness
from corpus.model import Article, Comparison


def compare(a: Article, b: Article, *, meaning: MeaningModel | None = None) -> Comparison:
    """Return the comparison of two articles: their facts, links and discrepancies.

    `meaning` is a meaning model whose similarities count in the links (`corpus.links.embeddings`);
    raises MeaningModelError where it cannot answer.
    """
    _keep_freed_memory()
    heard = likeness(a, b, meaning) if meaning is not None else None
    with _collection_paused():
        facts_a, facts_b = read_facts(a), read_facts(b)
        found = align(a, b, facts_a, facts_b, meaning=heard)
        discrepancies = find_discrepancies(a, b, facts_a, facts_b, found.links)
    return Comparison(a, b, facts_a, facts_b, found.links, found.related, discrepancies)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: there is none, and each look goes through all facts.

    With 10,000 sentences a side that is a fifth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@cache
def _keep_freed_memory() -> None:
    """Free an unused block of 32 MB, once: from then on glibc keeps what is freed for the next use.

    Without it every comparing gives its tables back to the system and gets them anew, page by page;
    for short articles that is a tenth of the time. 32 MB is the most that glibc takes notice of
    (mallopt(3), M_MMAP_THRESHOLD); elsewhere this does nothing.
    """
    import numpy as np

    np.empty((32 << 20) - (1 << 14), np.uint8)
