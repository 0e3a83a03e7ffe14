"""The words for people and acts that judge: "demonstrators", "rioters", "terrorists" for the same.

Word families are data (section "terms" of a language): each family holds stances, each stance its
words; `word*` stands for every form that begins so, and the last part of a compound counts too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.language import load
from corpus.model import Article, SentenceKind, Span
from corpus.words import fold, words

SHORTEST_TAIL = 7
"""The last part of a compound counts from so many letters on ("anti-government+protesters")."""
_OPENING, _CLOSING = "«“„‘‹", "»”’›"

_Meaning = tuple[str, str]  # family and stance


@dataclass(frozen=True, slots=True)
class Wording:
    """A word of a family, where it stands, and its stance; `quoted` if in quotation marks."""

    sentence: int
    start: int
    end: int
    family: str
    stance: str
    quoted: bool = False

    @property
    def span(self) -> Span:
        """The range of the word."""
        return Span(self.start, self.end)


class _Words:
    """The judging words of one language."""

    def __init__(self, code: str) -> None:
        self._plain: dict[str, _Meaning] = {}
        self._stems: dict[str, _Meaning] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], _Meaning]]] = {}
        for family, stances in load(code).section("terms").items():
            for stance, entries in stances.items():
                for entry in entries:
                    self._add(entry, (family, stance))
        self._known: dict[str, _Meaning | None] = {}

    def _add(self, entry: str, meaning: _Meaning) -> None:
        pieces = tuple(fold(piece) for piece in entry.split())
        if len(pieces) > 1:
            self._phrases.setdefault(pieces[0], []).append((pieces, meaning))
        elif pieces[0].endswith("*"):
            self._stems[pieces[0][:-1]] = meaning
        else:
            self._plain[pieces[0]] = meaning

    def read(self, forms: Sequence[str]) -> Iterator[tuple[int, int, _Meaning]]:
        """Yield first and last word and meaning of each judging word or phrase."""
        place = 0
        while place < len(forms):
            for pieces, meaning in self._phrases.get(forms[place], ()):
                if tuple(forms[place : place + len(pieces)]) == pieces:
                    yield place, place + len(pieces) - 1, meaning
                    place += len(pieces) - 1
                    break
            else:
                found = self._of(forms[place])
                if found:
                    yield place, place, found
            place += 1

    def _of(self, form: str) -> _Meaning | None:
        if form not in self._known:
            if len(self._known) > 100_000:
                self._known.clear()
            self._known[form] = self._find(form)
        return self._known[form]

    def _find(self, form: str) -> _Meaning | None:
        for cut in range(len(form)):
            tail = form[cut:]
            if cut and len(tail) < SHORTEST_TAIL:
                return None
            if tail in self._plain:
                return self._plain[tail]
            for length in range(len(tail), 3, -1):
                if tail[:length] in self._stems:
                    return self._stems[tail[:length]]
        return None


@lru_cache(maxsize=64)
def _words(code: str) -> _Words:
    return _Words(code)


@lru_cache(maxsize=32)
def find_wordings(article: Article) -> tuple[Wording, ...]:
    """Give the judging words of an article in text order; furniture has none."""
    table, found = _words(article.language), list[Wording]()
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        spans = list(words(article.text, sentence.start, sentence.end))
        forms = [fold(span.of(article.text)) for span in spans]
        for first, last, (family, stance) in table.read(forms):
            start, end = spans[first].start, spans[last].end
            quoted = _quoted(article.text[sentence.start : start])
            found.append(Wording(index, start, end, family, stance, quoted))
    return tuple(found)


def _quoted(before: str) -> bool:
    """Tell whether a quotation that opened before is still open."""
    opened = sum(before.count(mark) for mark in _OPENING)
    closed = sum(before.count(mark) for mark in _CLOSING)
    return opened > closed or before.count('"') % 2 == 1
