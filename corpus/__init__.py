"""Everything about texts: reading, facts, links, discrepancies, the notebook. Knows no screen.

The names are imported when they are first used: a reader paints two articles before the rooms that
compare them are loaded.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.comparison import compare as compare
    from corpus.errors import CorpusError as CorpusError
    from corpus.errors import MeaningModelError as MeaningModelError
    from corpus.intake.places import read_article as read_article
    from corpus.ledger.notebook import Notebook as Notebook
    from corpus.library import Library as Library
    from corpus.links.meaning.embeddings import MeaningModel as MeaningModel
    from corpus.links.meaning.embeddings import load_meaning_model as load_meaning_model
    from corpus.model import Alignment as Alignment
    from corpus.model import Article as Article
    from corpus.model import Attribution as Attribution
    from corpus.model import Comparison as Comparison
    from corpus.model import Confidence as Confidence
    from corpus.model import Date as Date
    from corpus.model import Discrepancy as Discrepancy
    from corpus.model import DiscrepancyKind as DiscrepancyKind
    from corpus.model import Evidence as Evidence
    from corpus.model import Facts as Facts
    from corpus.model import Link as Link
    from corpus.model import Number as Number
    from corpus.model import Sentence as Sentence
    from corpus.model import SentenceKind as SentenceKind
    from corpus.model import Severity as Severity
    from corpus.model import Side as Side
    from corpus.model import Source as Source
    from corpus.model import Span as Span
    from corpus.model import Strength as Strength
    from corpus.model import Verdict as Verdict
    from corpus.model import Voice as Voice
    from corpus.reading.articles import parse_article as parse_article

_HOMES = {
    "comparison": ("compare",),
    "errors": ("CorpusError", "MeaningModelError"),
    "library": ("Library",),
    "links.meaning.embeddings": ("MeaningModel", "load_meaning_model"),
    "model": (
        "Alignment", "Article", "Attribution", "Comparison", "Confidence", "Date", "Discrepancy",
        "DiscrepancyKind", "Evidence", "Facts", "Link", "Number", "Sentence", "SentenceKind",
        "Severity", "Side", "Source", "Span", "Strength", "Verdict", "Voice",
    ),
    "ledger.notebook": ("Notebook",),
    "intake.places": ("read_article",),
    "reading.articles": ("parse_article",),
}  # fmt: skip
_HOME = {name: f"corpus.{module}" for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Import a public name from its room when it is first used."""
    if name not in _HOME:
        raise AttributeError(f"module 'corpus' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
