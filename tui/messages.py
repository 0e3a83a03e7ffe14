"""Messages that more than one widget or the reader screen must know."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from corpus.errors import CorpusError
from corpus.model import Article, Comparison, Discrepancy


@dataclass
class SentenceChosen(Message):
    """The reader pointed at a sentence. `side` is 0 (left) or 1 (right)."""

    side: int
    sentence: int


@dataclass
class PairChosen(Message):
    """The reader pointed at the connector between two sentences."""

    a: int
    b: int


@dataclass
class DifferenceChosen(Message):
    """The reader chose an entry of the list of differences."""

    discrepancy: Discrepancy


@dataclass
class FoldedChosen(Message):
    """The reader chose the line of the differences with a source on one side only."""


@dataclass
class RowChosen(Message):
    """The reader pointed at an overview bar; `share` is how far down the article, 0 to 1."""

    side: int
    share: float


@dataclass
class Compared(Message):
    """The comparison of job number `job` is there; `problem` says why it is not."""

    job: int
    comparison: Comparison | None
    problem: str = ""


@dataclass
class MeaningProgress(Message):
    """The meaning model is reading for job number `job`; `progress` says how far it is."""

    job: int
    progress: str


@dataclass
class MeaningCompared(Message):
    """The comparison by meaning of job number `job` is there; `problem` says why it is not."""

    job: int
    comparison: Comparison | None
    problem: str = ""


@dataclass
class PairRead(Message):
    """The two articles whose texts are shown already have been read."""

    left: Article
    right: Article


@dataclass
class ArticlesRead(Message):
    """All articles that can be chosen have been read; `news` says what is new about them."""

    articles: tuple[Article, ...]
    news: str = ""


@dataclass
class Unreadable(Message):
    """One of the two articles that were asked for cannot be read."""

    error: CorpusError
