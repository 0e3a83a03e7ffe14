"""Articles, comparisons and bookmarks for the tests of the notebook and its exports."""

from __future__ import annotations

from dataclasses import replace

from corpus import (
    Article,
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    Facts,
    Link,
    Side,
    Span,
    Strength,
    Verdict,
    parse_article,
)
from corpus.ledger.notebook import Bookmark, bookmark_of

LEFT = (
    "Uro i hovedstaden\n\nPolitiet melder at 26 personer er drept, skriver Reuters. "
    "Gatene er tomme. <script>document.title='taken'</script> & slutt."
)
RIGHT = (
    "Unrest in the capital\n\nThe police say that 18 people were killed, AP reports. "
    "Streets are empty."
)


def place(article: Article, words: str) -> Side:
    """The side of a discrepancy that stands on the first occurrence of these words."""
    start = article.text.index(words)
    sentences = enumerate(article.sentences)
    number = next(n for n, s in sentences if s.start <= start < s.end)
    return Side(number, start, start + len(words))


def comparison() -> Comparison:
    """Two short articles with one difference in number, one in attribution, and one link."""
    a = replace(parse_article(LEFT, language="nb", date="2022-01-07"), outlet="Avisa")
    b = replace(parse_article(RIGHT, language="en", date="2022-01-08"), outlet="The Paper")
    number = Discrepancy(
        DiscrepancyKind.NUMBER, Verdict.DIFFER, place(a, "26"), place(b, "18"), "26 beside 18."
    )
    source = Discrepancy(
        DiscrepancyKind.ATTRIBUTION,
        Verdict.DIFFER,
        place(a, "Reuters"),
        place(b, "AP"),
        "Reuters beside AP.",
    )
    link = Link(number.a.sentence, number.b.sentence, 0.9, Strength.SAME)
    return Comparison(a, b, Facts(), Facts(), (link,), (), (number, source))


def bookmark(note: str = "", *, words: str = "26", other: str | None = "18") -> Bookmark:
    """A bookmark on these words of both articles, or of the left one alone."""
    pair = comparison()
    found = pair.discrepancies[0] if (words, other) == ("26", "18") else None
    a: Span = place(pair.a, words).span
    b = place(pair.b, other).span if other else None
    return bookmark_of(pair, found, a=a, b=b, note=note)
