"""Everything about texts: reading, facts, links, discrepancies, the notebook. Knows no screen."""

from corpus.comparison import compare
from corpus.errors import CorpusError
from corpus.model import (
    Alignment,
    Article,
    Attribution,
    Comparison,
    Date,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Facts,
    Link,
    Number,
    Sentence,
    SentenceKind,
    Side,
    Source,
    Span,
    Strength,
    Verdict,
    Voice,
)
from corpus.reading import parse_article, read_article

__all__ = [
    "Alignment",
    "Article",
    "Attribution",
    "Comparison",
    "CorpusError",
    "Date",
    "Discrepancy",
    "DiscrepancyKind",
    "Evidence",
    "Facts",
    "Link",
    "Number",
    "Sentence",
    "SentenceKind",
    "Side",
    "Source",
    "Span",
    "Strength",
    "Verdict",
    "Voice",
    "compare",
    "parse_article",
    "read_article",
]
