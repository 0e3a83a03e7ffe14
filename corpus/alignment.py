"""Two articles -> scored links with their evidence."""

from __future__ import annotations

from rapidfuzz import fuzz

from corpus.model import Alignment, Article, Facts, Link, SentenceKind, Strength


def align(a: Article, b: Article, facts_a: Facts, facts_b: Facts) -> Alignment:
    """Link the sentences of the two articles that report the same event, state or figure."""
    links = []
    for i, left in enumerate(a.sentences):
        for j, right in enumerate(b.sentences):
            if SentenceKind.FURNITURE in (left.kind, right.kind):
                continue
            score = fuzz.token_set_ratio(a.sentence_text(i), b.sentence_text(j)) / 100
            if score > 0.6:
                links.append(Link(i, j, score, Strength.PART))
    return Alignment(tuple(links))
