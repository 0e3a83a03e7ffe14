"""The article and its sentences: the part of the model that needs only the text.

Text is kept once, in `Article.text`; `corpus.model` holds the facts, links and discrepancies.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SentenceKind(StrEnum):
    """The role of a unit of text; furniture is shown but never compared."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` in this range."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return True if the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit of reading: a sentence as a careful human reader would cut it."""

    start: int
    end: int
    kind: SentenceKind = SentenceKind.BODY

    @property
    def span(self) -> Span:
        """The range of the sentence in its article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its sentences.

    `date` is an ISO date as far as it is known: "2022", "2022-01", "2022-01-07" or None.
    `language` is a code of `corpus/languages/` or, for others, an ISO 639-1 code.
    `path` is the file the text was read from, None for a text passed as a string.
    `notes` are sentences about the reading (what was repaired), `details` the names and values of
    the front matter that have no field of their own.
    """

    text: str
    title: str
    language: str
    sentences: tuple[Sentence, ...]
    date: str | None = None
    outlet: str | None = None
    path: str | None = None
    notes: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()

    def __hash__(self) -> int:
        """Return a hash of the text (Python caches it), without hashing every sentence."""
        return hash((self.text, self.title, self.language, self.date, self.path))

    def sentence_text(self, index: int) -> str:
        """Return the characters of sentence `index`."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]
