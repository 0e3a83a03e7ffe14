"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from corpus.evidence import evidence_of, rarity_of
from corpus.features import candidates
from corpus.model import Alignment, Article, Facts, Link, Strength
from corpus.terms import sentences_of
from corpus.weighing import weights


def align(a: Article, b: Article, facts_a: Facts, facts_b: Facts) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure.

    Links are many-to-many, in the order of the sentences of `a`, then of `b`; most sentences have
    none. Every link keeps its evidence; `score` is a calibrated probability.
    """
    left, right = sentences_of(a), sentences_of(b)
    found = candidates(left, right, facts_a, facts_b)
    model = weights()
    rarity = rarity_of(left, right)
    links = []
    for cell, score in zip(found.cells(), model.scores(found.features).tolist(), strict=True):
        if score < model.link:
            continue
        strength = Strength.SAME if score >= model.same else Strength.PART
        evidence = evidence_of(left, right, (facts_a, facts_b), cell, rarity)
        links.append(Link(*cell, score, strength, evidence))
    return Alignment(tuple(links))
