"""Why two sentences are linked: each shared word, name, number, day and concept, and its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from corpus.model import Evidence, Facts, Span
from corpus.softwords import LEAST, SHORT
from corpus.terms import Sentences, Term

MOST = 12
"""So many reasons at most are kept for a link, the heaviest first."""


@dataclass(frozen=True)
class Rarity:
    """How rare a form is over both articles: forms that stand in few sentences weigh more."""

    spread: dict[str, int]
    sentences: int

    def of(self, *forms: str) -> float:
        """Give a weight from about 0 (everywhere) to 1 (in one sentence of each article)."""
        seen = sum(self.spread.get(form, 1) for form in set(forms))
        return round(max(0.05, 1 - (seen - 1) / max(4, self.sentences / 4)), 3)


def rarity_of(*sides: Sentences) -> Rarity:
    """Count in how many sentences each form stands."""
    spread: dict[str, int] = {}
    for side in sides:
        for found in (side.terms, side.concepts):
            for terms in found:
                for form in {term.form for term in terms}:
                    spread[form] = spread.get(form, 0) + 1
    return Rarity(spread, sum(len(side) for side in sides))


def evidence_of(
    a: Sentences, b: Sentences, facts: tuple[Facts, Facts], cell: tuple[int, int], rarity: Rarity
) -> tuple[Evidence, ...]:
    """Give the reasons for linking sentence `cell[0]` of a with `cell[1]` of b."""
    i, j = cell
    found = [
        *_words(a.terms[i], b.terms[j], rarity),
        *_concepts(a.concepts[i], b.concepts[j], rarity),
        *_numbers(a, b, facts, cell),
        *_days(a, b, facts, cell),
    ]
    found.sort(key=lambda reason: (-reason.weight, reason.a or Span(0, 0), reason.kind))
    return tuple(found[:MOST])


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


def _likeness(x: str, y: str) -> float:
    if x == y:
        return 100.0
    if min(len(x), len(y)) < SHORT or x[0] != y[0]:
        return 0.0
    return fuzz.ratio(x, y, score_cutoff=LEAST)


def _concepts(left: Sequence[Term], right: Sequence[Term], rarity: Rarity) -> Iterator[Evidence]:
    there = {term.form: term.span for term in reversed(right)}
    for form, span in {term.form: term.span for term in reversed(left)}.items():
        if form in there:
            name = form.split(":", 1)[1].replace("_", " ")
            yield Evidence("concept", name, rarity.of(form), span, there[form])


def _numbers(
    a: Sentences, b: Sentences, facts: tuple[Facts, Facts], cell: tuple[int, int]
) -> Iterator[Evidence]:
    there = {(n.low, n.high, n.unit): n.span for n in facts[1].numbers if n.sentence == cell[1]}
    for number in facts[0].numbers:
        value = (number.low, number.high, number.unit)
        if number.sentence == cell[0] and value in there and number.low is not None:
            label = number.span.of(a.article.text)
            yield Evidence("number", f"the same number, {label}", 1.0, number.span, there[value])


def _days(
    a: Sentences, b: Sentences, facts: tuple[Facts, Facts], cell: tuple[int, int]
) -> Iterator[Evidence]:
    there = {d.name.split(" ")[0]: d.span for d in facts[1].dates if d.sentence == cell[1]}
    for date in facts[0].dates:
        name = date.name.split(" ")[0]
        if date.sentence == cell[0] and name in there and name not in ("now", "day"):
            yield Evidence("date", f"the same day, {name}", 0.4, date.span, there[name])
