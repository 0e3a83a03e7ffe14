"""Article and place -> the end of a bookmark: identity of the text, quote, context and position."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from corpus.ledger.records import ArticleRef, Bookmark, End, HandLink, new_id, now
from corpus.model import Article, Comparison, Discrepancy, Link, Span

CONTEXT = 80
"""How many characters before and after a quote are kept to find it again."""


@lru_cache(maxsize=256)
def text_hash(text: str) -> str:
    """Return the SHA-256 of a text as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def ref_of(article: Article) -> ArticleRef:
    """Return what identifies an article; its path is made absolute."""
    path = str(Path(article.path).absolute()) if article.path else None
    return ArticleRef(text_hash(article.text), path, article.title, article.outlet, article.date)


def end_of(article: Article, span: Span) -> End:
    """Return the end of a bookmark that stands on these characters of an article."""
    text = article.text
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return End(ref_of(article), start, end, text[start:end], before, after)


def bookmark_of(
    comparison: Comparison,
    what: Discrepancy | Link | None = None,
    *,
    a: Span | None = None,
    b: Span | None = None,
    note: str = "",
    tags: tuple[str, ...] = (),
) -> Bookmark:
    """Make a new bookmark of a discrepancy, of a link, or of a passage in one article or both.

    For a passage give its span in `a` (the left article), in `b` or in both; a span given beside a
    discrepancy or link wins over its own.
    """
    if isinstance(what, Discrepancy):
        a, b = a or what.a.span, b or what.b.span
    elif isinstance(what, Link):
        a = a or comparison.a.sentences[what.a].span
        b = b or comparison.b.sentences[what.b].span
    moment = now()
    found = what if isinstance(what, Discrepancy) else None
    return Bookmark(
        new_id(),
        moment,
        moment,
        kind=str(found.kind) if found else None,
        verdict=str(found.verdict) if found else None,
        reason=found.reason if found else "",
        a=end_of(comparison.a, a) if a else None,
        b=end_of(comparison.b, b) if b else None,
        tags=tags,
        note=note,
    )


def hand_link_of(
    comparison: Comparison, a: Span, b: Span, action: str = "pin", *, note: str = ""
) -> HandLink:
    """Make a new hand-made link of a passage in the left article and one in the right."""
    left, right = end_of(comparison.a, a), end_of(comparison.b, b)
    return HandLink(new_id(), now(), left, right, action, note)
