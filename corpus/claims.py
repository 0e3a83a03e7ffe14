"""Whether an event is told as done, denied, tried or only intended: what claims can exclude.

The words are data (section "claims" of a language). Attempts and intents count a few words before
the event, negations on either side of it, denials and the mark of an infinitive right before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.concepts import Mention, concepts_in
from corpus.language import load
from corpus.model import Article, Span
from corpus.words import fold, words

REACH = 2
"""An attempt or an intent stands at most so many words before its event, a negation beside it."""
DONE, DENIED, TRIED, INTENDED = "done", "denied", "tried", "intended"


@dataclass(frozen=True, slots=True)
class Claim:
    """An event that a sentence tells: its concept, where it stands, and how it is told."""

    sentence: int
    start: int
    end: int
    concept: str
    mode: str

    @property
    def span(self) -> Span:
        """The range of the words for the event."""
        return Span(self.start, self.end)


def find_claims(article: Article) -> tuple[Claim, ...]:
    """Give the events and states that an article tells, in text order, each with its mode."""
    every = range(len(article.sentences))
    return tuple(found for index in every for found in claims_in(article, index))


def claims_in(article: Article, index: int) -> list[Claim]:
    """Give the events and states that one sentence tells."""
    told = [m for m in concepts_in(article, index) if m.kind in ("event", "state")]
    if not told:
        return []
    place = article.sentences[index]
    spans = list(words(article.text, place.start, place.end))
    forms = [fold(span.of(article.text)) for span in spans]
    return [
        Claim(index, m.start, m.end, m.concept, _mode(m, spans, forms, article.language))
        for m in told
    ]


def _mode(mention: Mention, spans: Sequence[Span], forms: Sequence[str], code: str) -> str:
    first = next(i for i, span in enumerate(spans) if span.end > mention.start)
    last = max(i for i, span in enumerate(spans) if span.start < mention.end)
    before = forms[max(0, first - REACH) : first]
    table = _markers(code)
    just_before = forms[max(0, first - 1) : first]
    beside = [*just_before, *forms[last + 1 : last + 2]]
    if _any(beside, table["negations"]) or _any(just_before, table["denials"]):
        return DENIED
    if _any(before, table["attempts"]):
        return TRIED
    unreal = _any(before, table["intents"]) or _any(just_before, table["infinitives"])
    return INTENDED if unreal else DONE


def _any(forms: Iterable[str], table: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    plain, stems = table
    return any(form in plain or form.startswith(stems) for form in forms)


@lru_cache(maxsize=64)
def _markers(code: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    table = load(code).section("claims")
    found = {}
    for name in ("negations", "denials", "attempts", "intents", "infinitives"):
        forms = [fold(form) for form in table.get(name, ())]
        stems = tuple(form[:-1] for form in forms if form.endswith("*"))
        found[name] = frozenset(form for form in forms if not form.endswith("*")), stems
    return found
