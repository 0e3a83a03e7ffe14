"""Why a verdict is what it is: one plain sentence that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.differences.credits.source_chains import same_source
from corpus.differences.verdicts import is_rounded
from corpus.model import Article, Attribution, Date, Number, Span, Verdict

_OWN = "the outlet's own voice"


def number_reason(a: Article, b: Article, x: Number, y: Number, verdict: Verdict) -> str:
    """Return the reason of a number discrepancy: both figures and what they count."""
    left, right = f"“{_said(a, x)}”", f"“{_said(b, y)}”"
    counted = _counted(x, y)
    if verdict is Verdict.AGREE:
        figures = left if left == right else f"{left} and {right}, the same figure"
        return f"Both give {figures}{counted}."
    if verdict is Verdict.COMPATIBLE:
        how = "one is rounded" if _rounding(x, y) else "they differ in precision only"
        return (
            f"{left} in the left account and {right} in the right allow each other; {how}{counted}."
        )
    return f"{left} in the left account, {right} in the right{counted}{_later(a, b)}."


def digits_reason(a: Article, b: Article, x: Span, y: Span) -> str:
    """Return the reason of figures that count nothing, like the number of a road or a level."""
    left, right = (" ".join(span.of(text).split()) for span, text in ((x, a.text), (y, b.text)))
    return f"“{left}” in the left account, “{right}” in the right, in the same place."


def date_reason(a: Article, b: Article, x: Date, y: Date, verdict: Verdict) -> str:
    """Return the reason of a date discrepancy: both expressions."""
    left, right = f"“{_said(a, x)}”", f"“{_said(b, y)}”"
    if verdict is Verdict.AGREE:
        return f"Both name the same time: {left} and {right}."
    if verdict is Verdict.COMPATIBLE:
        return f"{left} in the left account and {right} in the right can be the same time."
    return f"The left account says {left}, the right one {right}."


def attribution_reason(
    left: Sequence[Attribution],
    right: Sequence[Attribution],
    verdict: Verdict,
    origin: str | None,
) -> str:
    """Return the reason of an attribution discrepancy: whom each account credits."""
    credited, other = _credited(left), _credited(right)
    if verdict is Verdict.AGREE:
        both = f"Both credit {credited}"
        return f"{both}: agreement that is one origin, not two." if origin else f"{both}."
    each = _each_credits(credited, other)
    if verdict is Verdict.COMPATIBLE:
        if _share_source(left, right):
            return f"{each}; one chain of sources holds the other."
        return f"{each}; one may speak for the other."
    return f"{each}." if origin is None else f"{each}; both go back to {origin}."


def _share_source(left: Sequence[Attribution], right: Sequence[Attribution]) -> bool:
    """Return whether a source stands in a chain on either side, under any name."""
    names = [[source for credit in side for source in credit.sources] for side in (left, right)]
    return any(same_source(x, y) for x in names[0] for y in names[1])


def _each_credits(left: str, right: str) -> str:
    """Return a clause that names whom either account credits, or that one credits nobody."""
    if left == _OWN:
        return f"The left account tells it in its own voice, the right one credits {right}"
    if right == _OWN:
        return f"The left account credits {left}, the right one tells it in its own voice"
    return f"The left account credits {left}, the right one {right}"


def _said(article: Article, fact: Number | Date) -> str:
    return " ".join(article.text[fact.start : fact.end].split())


def _counted(x: Number, y: Number) -> str:
    parts = [" ".join(filter(None, (n.counted, n.state))) for n in (x, y)]
    distinct = list(dict.fromkeys(" ".join(part.split()) for part in parts if part))
    return f" ({' / '.join(distinct)})" if distinct else ""


def _rounding(x: Number, y: Number) -> bool:
    plain = x.low is not None and x.low == x.high and y.low is not None and y.low == y.high
    return plain and x.low is not None and y.low is not None and is_rounded(x.low, y.low)


def _later(a: Article, b: Article) -> str:
    """Return a clause that names the later report where both dates are known to the day."""
    if not (a.date and b.date and len(a.date) == len(b.date) == 10) or a.date == b.date:
        return ""
    return f"; the {'right' if b.date > a.date else 'left'} one is the later report"


def _credited(credits: Sequence[Attribution]) -> str:
    if not credits:
        return _OWN
    chains = [", by way of ".join(s.name for s in x.sources) for x in credits if x.sources]
    return " and ".join(dict.fromkeys(chains)) or "nobody by name (reported)"
