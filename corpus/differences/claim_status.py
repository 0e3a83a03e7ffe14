"""Whether an event is told as done, denied, tried or only intended: what claims can exclude.

The words are data (section "claims" of a language). Attempts and intents count a few words before
the event, negations on either side of it, denials and the mark of an infinitive right before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from corpus.concepts.mentions import concepts_in
from corpus.languages.tables import load
from corpus.model import Article, Span
from corpus.text.word_cache import Kept
from corpus.text.words import WORD, fold

REACH = 2
"""Words before an event among which an attempt or intent is looked for ("tried to storm")."""
DONE, DENIED, TRIED, INTENDED = "done", "denied", "tried", "intended"

_Marks = frozenset[str]  # the groups of marking words that a word belongs to
_NONE = _Marks()
_MARKED = _Marks({"negations", "denials", "attempts", "elsewhere"})


@dataclass(frozen=True, slots=True)
class Claim:
    """An event or state of a sentence: its concept, its place and its mode (done, denied, ...).

    `marked`: somewhere in the sentence a word denies something or leaves it open.
    """

    sentence: int
    start: int
    end: int
    concept: str
    mode: str
    marked: bool = False

    @property
    def span(self) -> Span:
        """The range of the words for the event."""
        return Span(self.start, self.end)


def find_claims(article: Article) -> tuple[Claim, ...]:
    """Return the events and states of an article in text order, each with its mode."""
    every = range(len(article.sentences))
    return tuple(found for index in every for found in claims_in(article, index))


@lru_cache(maxsize=32)
def claims_of(article: Article) -> Callable[[int], tuple[Claim, ...]]:
    """Return a cached function from a sentence index to its claims."""
    return cache(partial(claims_in, article))


def claims_in(article: Article, index: int) -> tuple[Claim, ...]:
    """Return the events and states of one sentence."""
    told = [m for m in concepts_in(article, index) if m.kind in ("event", "state")]
    if not told:
        return ()
    place = article.sentences[index]
    words = list(WORD.finditer(article.text, place.start, place.end))
    marks = list(map(_marks(article.language).__getitem__, [word[0] for word in words]))
    starts, ends = [word.start() for word in words], [word.end() for word in words]
    modes = [_mode(marks, bisect_right(ends, m.start), bisect_left(starts, m.end)) for m in told]
    marked = not _MARKED.isdisjoint(_NONE.union(*marks))
    return tuple(
        [
            Claim(index, m.start, m.end, m.concept, mode, marked)
            for m, mode in zip(told, modes, strict=True)
        ]
    )


def _mode(marks: Sequence[_Marks], first: int, after: int) -> str:
    """Return the mode of the event at words `first` to `after` ("tried to storm" is `tried`)."""
    before = _NONE.union(*marks[max(0, first - REACH) : first])
    just_before = marks[first - 1] if first else _NONE
    beside = just_before.union(*marks[after : after + 1])
    if "negations" in beside or "denials" in just_before:
        return DENIED
    if "attempts" in before:
        return TRIED
    return INTENDED if "intents" in before or "infinitives" in just_before else DONE


@lru_cache(maxsize=64)
def _marks(code: str) -> Kept[_Marks]:
    """Return a cache from a word to the groups of marking words that it belongs to."""
    table = load(code).section("claims")
    groups = []
    for name in ("negations", "denials", "attempts", "intents", "infinitives", "elsewhere"):
        forms = [fold(form) for form in table.get(name, ())]
        stems = tuple(form[:-1] for form in forms if form.endswith("*"))
        groups.append((name, {form for form in forms if not form.endswith("*")}, stems))

    def read(word: str) -> _Marks:
        form = fold(word)
        found = [name for name, whole, stems in groups if form in whole or form.startswith(stems)]
        return frozenset(found) if found else _NONE

    return Kept(read)
