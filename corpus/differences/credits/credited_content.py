"""What two linked sentences share, and whether the content of a credit holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from corpus.model import Article, Attribution, Link, Span
from corpus.text.words import fold, words

_SHORT = 4
"""Fewest letters of a word that may show what is shared; shorter ones stand in any sentence."""
_LIKE = 75
"""Minimum `fuzz.ratio` (0 to 100) of two words of two languages or forms that are one."""
_FEW = 3
"""Below this many shared words nothing tells which part of a sentence is linked."""
_COPIED = 0.8
"""Least share of the words, names of sources left out, that makes two sentences copies."""
_HELD = 0.5
"""Least share of the shared words that the content of a credit must hold."""


def shared_words(a: Article, b: Article, link: Link) -> tuple[list[Span], list[Span]]:
    """Return the words of either sentence that stand in the other too, in any form."""
    left, right = _words(a, link.a), _words(b, link.b)
    if not left or not right:
        return [], []
    likeness = process.cdist(
        [word for word, _ in left], [word for word, _ in right], scorer=fuzz.ratio
    )
    return (
        [span for (_, span), row in zip(left, likeness.max(axis=1), strict=True) if row >= _LIKE],
        [span for (_, span), row in zip(right, likeness.max(axis=0), strict=True) if row >= _LIKE],
    )


def are_copies(
    a: Article,
    b: Article,
    link: Link,
    credits: tuple[Sequence[Attribution], Sequence[Attribution]],
) -> bool:
    """Return whether two sentences of one language are the same but for whom they credit."""
    if a.language != b.language:
        return False
    left, right = (_uncredited(a, link.a, credits[0]), _uncredited(b, link.b, credits[1]))
    shared = (left & right).total()
    return shared >= _FEW and shared >= _COPIED * max(left.total(), right.total())


def _uncredited(article: Article, index: int, credits: Sequence[Attribution]) -> Counter[str]:
    """Return the words of a sentence that name no source of it."""
    named = [credit.source_span for credit in credits if credit.source_span is not None]
    return Counter(
        word
        for word, span in _words(article, index)
        if not any(span.overlaps(other) for other in named)
    )


def of_content(credits: Sequence[Attribution], shared: Sequence[Span]) -> list[Attribution]:
    """Return the credits whose content holds what is linked; all where too little is shared.

    "Police said two had died, and Smith called it a shame": linked to "two died", only the police.
    """
    return [credit for credit in credits if _holds(credit, shared)]


def _holds(credit: Attribution, shared: Sequence[Span]) -> bool:
    content = credit.content_span
    if content is None:
        return True
    named = [span for span in (credit.source_span, credit.cue_span) if span is not None]
    outside = [span for span in shared if not any(span.overlaps(other) for other in named)]
    if len(outside) < _FEW:
        return True
    held = sum(content.start <= span.start and span.end <= content.end for span in outside)
    return held >= _HELD * len(outside)


def _words(article: Article, index: int) -> list[tuple[str, Span]]:
    sentence = article.sentences[index]
    spans = words(article.text, sentence.start, sentence.end)
    return [
        (fold(span.of(article.text)), span) for span in spans if span.end - span.start >= _SHORT
    ]
