"""What both accounts tell is no difference: an article beside itself and its copies has none."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from corpus import Verdict, compare, parse_article, read_article
from corpus.library import SHIPPED
from corpus.model import Article, Discrepancy
from tests.support.altered_facts import tried

ACCOUNTS = sorted((Path(__file__).parents[2] / "data" / "real" / "accounts").glob("*.txt"))
TEXTS = [*sorted(SHIPPED.glob("*.txt")), *ACCOUNTS[::4]]
LEAST_TOLD = 0.95


def differing(a: Article, b: Article) -> list[Discrepancy]:
    return [d for d in compare(a, b).discrepancies if d.verdict is Verdict.DIFFER]


def copy(article: Article, text: str) -> Article:
    return parse_article(text, language=article.language, date=article.date)


def with_soft_hyphens(text: str) -> str:
    """Return the text with a soft hyphen in every long word."""
    words = (w[:4] + "\u00ad" + w[4:] if len(w) > 7 and w.isalpha() else w for w in text.split(" "))
    return " ".join(words)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_article_beside_itself_and_its_copies_differs_in_nothing(path: Path) -> None:
    article = read_article(path)
    decomposed = copy(article, unicodedata.normalize("NFD", article.text))
    assert not differing(article, article)
    assert not differing(article, decomposed)
    assert not differing(article, copy(article, with_soft_hyphens(article.text)))


def test_what_both_accounts_tell_is_no_difference() -> None:
    left = "Police say 26 people were killed in Odda. In all 3 people were killed in Odda today."
    right = "In all 3 people were killed in Odda today. Police say 26 people were killed in Odda."
    a, b = parse_article(left, language="en"), parse_article(right, language="en")
    assert not [d for d in differing(a, b) if d.kind.value == "number"]


def test_one_fact_altered_in_a_copy_is_told() -> None:
    found = [told for path in TEXTS for _, told, _ in tried(read_article(path))]
    assert len(found) >= 100
    assert sum(found) >= LEAST_TOLD * len(found)
