"""compare(a, b) -> Comparison: the one front door."""

from __future__ import annotations

from corpus.alignment import align
from corpus.discrepancies import find_discrepancies
from corpus.facts import read_facts
from corpus.model import Article, Comparison


def compare(a: Article, b: Article) -> Comparison:
    """Read the facts of both articles, link their sentences and compare what is linked."""
    facts_a, facts_b = read_facts(a), read_facts(b)
    found = align(a, b, facts_a, facts_b)
    discrepancies = find_discrepancies(a, b, facts_a, facts_b, found.links)
    return Comparison(a, b, facts_a, facts_b, found.links, found.related, discrepancies)
