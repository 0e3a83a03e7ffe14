"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from corpus.evidence import Reasons
from corpus.features import candidates
from corpus.model import Alignment, Article, Facts, Link, Strength
from corpus.terms import sentences_of
from corpus.weighing import forest


def align(a: Article, b: Article, facts_a: Facts, facts_b: Facts) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure.

    Links are many-to-many, in the order of the sentences of `a`, then of `b`; most sentences have
    none. Every link keeps its evidence; `score` is a calibrated probability.
    """
    left, right = sentences_of(a), sentences_of(b)
    found = candidates(left, right, facts_a, facts_b)
    model = forest()
    reasons = Reasons(left, right, facts_a, facts_b)
    links = []
    for cell, score in zip(found.cells(), model.scores(found.features).tolist(), strict=True):
        if score < model.link:
            continue
        strength = Strength.SAME if score >= model.same else Strength.PART
        links.append(Link(*cell, score, strength, reasons.told(*cell)))
    return Alignment(tuple(links))
