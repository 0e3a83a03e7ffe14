"""One figure changed in a text is found, and nothing else is flagged."""

from __future__ import annotations

import random
import re

from corpus import DiscrepancyKind, Verdict, compare, parse_article
from corpus.facts.facts import read_facts
from corpus.model import Article, Number
from tests.fit.hand_made_pairs import load_pairs

FACTORS = (0.6, 1.3, 1.5, 2)


def changeable(article: Article) -> list[Number]:
    """Return the plain figures of an article: digits in one run, no ordinal or range."""
    plain = re.compile(r"\D*\d+\D*")
    return [
        n
        for n in read_facts(article).numbers
        if n.kind not in ("ordinal", "score") and plain.fullmatch(n.span.of(article.text))
    ]


def changed(article: Article, number: Number, factor: float) -> Article:
    """Return the article with other digits in one number."""
    digits = re.search(r"\d+", number.span.of(article.text))
    assert digits
    start = number.start + digits.start()
    figure = str(int(int(digits.group()) * factor) + 2)
    text = article.text[:start] + figure + article.text[start + len(digits.group()) :]
    return parse_article(text, language=article.language)


def test_a_changed_figure_is_found_and_nothing_else() -> None:
    chance = random.Random(7)
    articles = {pair.left.text: pair.left for pair in load_pairs()[::2]}
    tried = found = others = 0
    for article in articles.values():
        numbers = changeable(article)
        if not numbers:
            continue
        number = chance.choice(numbers)
        later = changed(article, number, chance.choice(FACTORS))
        told = [d for d in compare(article, later).discrepancies if d.verdict is Verdict.DIFFER]
        hits = [d for d in told if d.kind is DiscrepancyKind.NUMBER and d.a.start == number.start]
        tried, found, others = tried + 1, found + bool(hits), others + len(told) - len(hits)
    assert tried >= 40
    assert found >= 0.95 * tried
    assert others <= 0.03 * tried
