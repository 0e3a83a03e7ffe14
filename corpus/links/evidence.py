"""Why two sentences are linked, and what speaks against it: each reason with its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import overload

from rapidfuzz import fuzz

from corpus.concepts.mentions import parent
from corpus.lexicon.wordnet import synsets
from corpus.links.fuzzy_words import LEAST, SHORT
from corpus.links.other_years import lookbacks
from corpus.links.ranking import AROUND
from corpus.links.synonyms import LIKENESS as SYNONYM
from corpus.links.terms import Sentences, Term
from corpus.model import Article, Evidence, Facts, Span

MOST = 12
"""Most reasons kept for a link, the heaviest first."""

_Spans = dict[int, dict[str, Span]]
"""By sentence, the values mentioned there and where."""


@dataclass(frozen=True)
class Rarity:
    """How rare a form is over both articles: forms that stand in few sentences weigh more."""

    spread: dict[str, int]
    sentences: int

    def of(self, *forms: str) -> float:
        """Return a weight from about 0 (everywhere) to 1 (in one sentence of each article)."""
        seen = sum(self.spread.get(form, 1) for form in set(forms))
        return round(max(0.05, 1 - (seen - 1) / max(4, self.sentences / 4)), 3)


def rarity_of(*sides: Sentences) -> Rarity:
    """Return in how many sentences each form stands."""
    spread: dict[str, int] = {}
    for side in sides:
        for forms in chain(side.forms, side.concepts):
            for form in set(forms):
                spread[form] = spread.get(form, 0) + 1
    return Rarity(spread, sum(len(side) for side in sides))


class Reasons:
    """The evidence of any cell of two articles; facts are indexed when first asked for."""

    def __init__(self, a: Sentences, b: Sentences, facts_a: Facts, facts_b: Facts) -> None:
        self._a, self._b = a, b
        self._facts = facts_a, facts_b
        self._codes = a.article.language, b.article.language
        self._scores: dict[tuple[int, int], float] = {}

    @cached_property
    def _rarity(self) -> Rarity:
        return rarity_of(self._a, self._b)

    @cached_property
    def _values(self) -> tuple[_Spans, _Spans]:
        return _by_value(self._facts[0]), _by_value(self._facts[1])

    @cached_property
    def _days(self) -> tuple[_Spans, _Spans]:
        return _by_day(self._facts[0]), _by_day(self._facts[1])

    @cached_property
    def _years(self) -> tuple[_Spans, _Spans]:
        left, right = self._facts
        return _by_year(left, self._a.article), _by_year(right, self._b.article)

    def lazy(
        self, i: int, j: int, letters: float, score: float, meaning: Evidence | None = None
    ) -> LazyEvidence:
        """Return the reasons for a pair, worked out when they are first looked at.

        `letters` is the likeness of the spelling, 0 to 1; a pair of `score` above 0 is linked and
        speaks for those beside it. `meaning` is what the meaning model weighed, if it was asked.
        """
        if score > 0:
            self._scores[i, j] = score
        return LazyEvidence(self, i, j, letters, meaning)

    def of(
        self, i: int, j: int, letters: float, meaning: Evidence | None = None
    ) -> tuple[Evidence, ...]:
        """Return what speaks for linking sentence `i` of a with `j` of b, then what against it."""
        left, right = self._a.terms(i), self._b.terms(j)
        entries = [
            *_words(left, right, self._rarity),
            *_synonyms(left, right, self._rarity, self._codes),
            *_concepts(self._a.concept_terms(i), self._b.concept_terms(j), self._rarity),
            *_shared("number", 1.0, self._values[0].get(i), self._values[1].get(j)),
            *_shared("date", 0.4, self._days[0].get(i), self._days[1].get(j)),
            *self._beside(i, j),
            Evidence("letters", f"spelt alike by {letters:.0%}", round(letters, 3)),
        ]
        against = [
            *_other_names(left, right),
            *_other_days(self._days[0].get(i), self._days[1].get(j)),
            *_other_years(self._years[0].get(i), self._years[1].get(j)),
            *self._rivals(i, j),
        ]
        entries.sort(key=_order)
        if meaning is None:
            return (*entries[:MOST], *against)
        if meaning.weight < 0:
            return (*entries[:MOST], *against, meaning)
        return (*sorted([*entries[: MOST - 1], meaning], key=_order), *against)

    def _beside(self, i: int, j: int) -> Iterator[Evidence]:
        for down, aside in AROUND:
            if (i + down, j + aside) in self._scores:
                score = self._scores[i + down, j + aside]
                spans = self._spans(i + down, j + aside)
                yield Evidence("neighbour", "linked beside it", round(score / 4, 3), *spans)
                return

    def _rivals(self, i: int, j: int) -> Iterator[Evidence]:
        """Yield the best pair of one of the two sentences with another, if it scores higher."""
        mine = self._scores.get((i, j), 0.0)
        rivals = ((s, k, m) for (k, m), s in self._scores.items() if (k == i) != (m == j))
        score, k, m = max(rivals, default=(0.0, i, j))
        if score > mine:
            side = "left" if k == i else "right"
            label = f"the {side} sentence goes better with another ({score:.2f})"
            yield Evidence("against", label, round(mine - score, 3), *self._spans(k, m))

    def _spans(self, i: int, j: int) -> tuple[Span, Span]:
        return self._a.article.sentences[i].span, self._b.article.sentences[j].span


def _order(reason: Evidence) -> tuple[float, Span, str]:
    return -reason.weight, reason.a or Span(0, 0), reason.kind


class LazyEvidence(Sequence[Evidence]):
    """The evidence of one link; equal to a tuple of the same reasons.

    A reader looks at a few links of thousands, so nothing is worked out before it is asked for.
    """

    __slots__ = ("_ask", "_items")

    def __init__(
        self, reasons: Reasons, i: int, j: int, letters: float, meaning: Evidence | None = None
    ) -> None:
        self._ask = partial(reasons.of, i, j, letters, meaning)
        self._items: tuple[Evidence, ...] | None = None

    @property
    def _all(self) -> tuple[Evidence, ...]:
        if self._items is None:
            self._items = self._ask()
        return self._items

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Evidence, ...]: ...
    def __getitem__(self, index: int | slice) -> Evidence | tuple[Evidence, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


def _words(left: Sequence[Term], right: Sequence[Term], rarity: Rarity) -> Iterator[Evidence]:
    used: set[str] = set()
    for x in left:
        likeness, y = max(
            ((_likeness(x.form, y.form), y) for y in right if y.form not in used),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )
        if y is None or likeness < LEAST or x.form in used:
            continue
        used |= {x.form, y.form}
        kind = "name" if x.name and y.name else "word"
        weight = rarity.of(x.form, y.form) * likeness / 100
        label = x.form if x.form == y.form else f"{x.form} ~ {y.form}"
        yield Evidence(kind, label, round(weight, 3), x.span, y.span)


def _synonyms(
    left: Sequence[Term], right: Sequence[Term], rarity: Rarity, codes: tuple[str, str]
) -> Iterator[Evidence]:
    """Yield words of either sentence that may stand for one concept: "flyplass" and "airport"."""
    theirs = {y.form: (y, set(synsets(y.form, codes[1]).tolist())) for y in reversed(right)}
    for x in {x.form: x for x in reversed(left)}.values():
        mine = set(synsets(x.form, codes[0]).tolist())
        for y, other in theirs.values() if mine else ():
            if not mine.isdisjoint(other) and _likeness(x.form, y.form) < LEAST:
                weight = rarity.of(x.form, y.form) * SYNONYM
                yield Evidence("concept", f"{x.form} = {y.form}", round(weight, 3), x.span, y.span)


def _likeness(x: str, y: str) -> float:
    if x == y:
        return 100.0
    if min(len(x), len(y)) < SHORT or x[0] != y[0]:
        return 0.0
    return fuzz.ratio(x, y, score_cutoff=LEAST)


def _concepts(left: Sequence[Term], right: Sequence[Term], rarity: Rarity) -> Iterator[Evidence]:
    here, there = ({term.form: term.span for term in reversed(side)} for side in (left, right))
    both = {form.split(":", 1)[1]: form for form in here if form in there}
    for concept, form in both.items():
        spans = here[form], there[form]
        if not any(case == spans for case in _cases(concept, both, here, there)):
            yield Evidence("concept", concept.replace("_", " "), rarity.of(form), *spans)


def _cases(
    concept: str, both: dict[str, str], here: dict[str, Span], there: dict[str, Span]
) -> Iterator[tuple[Span, Span]]:
    """Yield spans where both mention a narrower concept.

    A parent ("die") at the same spans is not listed beside its child ("kill").
    """
    for case, form in both.items():
        wider = parent(case)
        while wider is not None:
            if wider == concept:
                yield here[form], there[form]
            wider = parent(wider)


def _shared(
    kind: str, weight: float, left: dict[str, Span] | None, right: dict[str, Span] | None
) -> Iterator[Evidence]:
    for label in sorted(set(left or ()) & set(right or ())):
        yield Evidence(
            kind, f"the same {kind}, {label}", weight, (left or {})[label], (right or {})[label]
        )


def _other_names(left: Sequence[Term], right: Sequence[Term]) -> Iterator[Evidence]:
    mine, theirs = ([term for term in side if term.name] for side in (left, right))
    if mine and theirs and not any(_likeness(x.form, y.form) for x in mine for y in theirs):
        yield Evidence("against", "no name in common", -0.5, mine[0].span, theirs[0].span)


def _other_days(left: dict[str, Span] | None, right: dict[str, Span] | None) -> Iterator[Evidence]:
    if left and right and not set(left) & set(right):
        spans = next(iter(left.values())), next(iter(right.values()))
        yield Evidence("against", "other days", -0.4, *spans)


def _other_years(left: dict[str, Span] | None, right: dict[str, Span] | None) -> Iterator[Evidence]:
    """Yield a reason where one sentence looks back to a year and the other does not."""
    if (left or right) and not set(left or ()) & set(right or ()):
        a, b = (next(iter(years.values())) if years else None for years in (left, right))
        yield Evidence("against", "looks back to another year", -0.6, a, b)


def _by_year(facts: Facts, article: Article) -> _Spans:
    entries: _Spans = {}
    for sentence, year, span in lookbacks(facts, article):
        entries.setdefault(sentence, {}).setdefault(year, span)
    return entries


def _by_value(facts: Facts) -> _Spans:
    entries: _Spans = {}
    for number in facts.numbers:
        if number.low is not None:
            bounds = [f"{v:g}" for v in dict.fromkeys((number.low, number.high)) if v is not None]
            label = " to ".join(bounds) + (" or more" if number.high is None else "")
            label = f"{label} {number.unit}" if number.unit else label
            entries.setdefault(number.sentence, {}).setdefault(label, number.span)
    return entries


def _by_day(facts: Facts) -> _Spans:
    entries: _Spans = {}
    for date in facts.dates:
        name = date.name.split(" ")[0]
        if name not in ("now", "day", "hours"):
            entries.setdefault(date.sentence, {}).setdefault(name, date.span)
    return entries
