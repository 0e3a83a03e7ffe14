"""One fact of an article altered: a number, date, weekday, clock time, age, year, name or source.

usage: python -m tests.support.altered_facts FILE... prints how many alterations are told as
differences, by kind of fact, and what else is told.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import DiscrepancyKind, Verdict, compare, parse_article, read_article
from corpus.facts.facts import read_facts
from corpus.languages.tables import load
from corpus.model import Article, SentenceKind, Span

MOST = 3
"""Alterations of each kind that are tried in one article."""
SOURCES = ("Wolmar Institute", "Ostrava Tribune", "Liv Sandaker")
"""Sources that no article names."""

NUMBER, DATE, SOURCE = DiscrepancyKind.NUMBER, DiscrepancyKind.DATE, DiscrepancyKind.ATTRIBUTION


@dataclass(frozen=True)
class Alteration:
    """A passage of an article that is given other words, and the kind of fact that it is."""

    fact: str
    span: Span
    words: str
    kinds: frozenset[DiscrepancyKind]


def altered(article: Article, change: Alteration) -> Article:
    """Return the article with one passage changed."""
    text = article.text[: change.span.start] + change.words + article.text[change.span.end :]
    return parse_article(text, language=article.language, date=article.date)


def alterations(article: Article) -> Iterator[Alteration]:
    """Yield the alterations of every fact that can be altered by rule."""
    facts = read_facts(article)
    told = [s.kind in (SentenceKind.BODY, SentenceKind.HEADING) for s in article.sentences]
    for number in facts.numbers:
        if told[number.sentence] and number.kind not in ("ordinal", "score"):
            fact = "age" if number.kind == "age" else "number"
            yield from _digits(article, number.span, fact, frozenset({NUMBER}))
    for date in facts.dates:
        if told[date.sentence]:
            yield from _date(article, date.span, date.grain)
    for credit in facts.attributions:
        span = credit.source_span
        if span and told[credit.sentence] and len(credit.sources) == 1:
            name = SOURCES[span.start % len(SOURCES)]
            if article.text[span.start : span.end][:1].isupper():
                yield Alteration("source", span, name, frozenset({SOURCE}))


def _digits(
    article: Article, span: Span, fact: str, kinds: frozenset[DiscrepancyKind]
) -> Iterator[Alteration]:
    """Yield another figure for the one run of digits in a span."""
    runs = list(re.finditer(r"\d+", article.text[span.start : span.end]))
    if len(runs) != 1:
        return
    start, figure = span.start + runs[0].start(), runs[0].group()
    other = str(int(figure) + max(2, int(int(figure) * 0.4)))
    if len(other) == len(figure) and not figure.startswith("0"):
        yield Alteration(fact, Span(start, start + len(figure)), other, kinds)


def _date(article: Article, span: Span, grain: str) -> Iterator[Alteration]:
    words = article.text[span.start : span.end]
    kinds = frozenset({DATE})
    days: dict[str, list[str]] = load(article.language).section("dates").get("weekdays", {})
    forms = {form.lower(): (name, n) for name, said in days.items() for n, form in enumerate(said)}
    for found in re.finditer(r"[^\W\d]+", words):
        name, form = forms.get(found.group().lower(), ("", 0))
        others = [other for other in days if other != name and len(days[other]) > form]
        if name and others:
            other = days[others[(list(days).index(name) + 1) % len(others)]][form]
            other = other.capitalize() if found.group()[0].isupper() else other
            place = Span(span.start + found.start(), span.start + found.end())
            yield Alteration("weekday", place, other, kinds)
            return
    if grain == "year" and re.fullmatch(r"\D*(?:19|20)\d\d", words):
        year = int(words[-4:])
        yield Alteration("year", Span(span.end - 4, span.end), str(year - 3), kinds)
    if grain == "minute":
        hour = re.search(r"\d{1,2}(?=[.:]\d\d)", words)
        if hour:
            start = span.start + hour.start()
            other = f"{(int(hour.group()) + 3) % 24:02}"
            yield Alteration("clock", Span(start, start + len(hour.group())), other, kinds)
    if grain == "day" and (day := re.search(r"(?<!\d)\d{1,2}(?!\d|:|\.\d)", words)):
        start = span.start + day.start()
        other = str(int(day.group()) % 28 + 1)
        yield Alteration("date", Span(start, start + len(day.group())), other, kinds)


def is_told(article: Article, change: Alteration) -> tuple[bool, int]:
    """Return whether an alteration is told as a difference, and how many others are told."""
    found = compare(article, altered(article, change)).discrepancies
    differ = [d for d in found if d.verdict is Verdict.DIFFER]
    hits = [
        d
        for d in differ
        if d.kind in change.kinds and (d.a.span.overlaps(change.span) or d.kind is SOURCE)
    ]
    return bool(hits), len(differ) - len(hits)


def tried(article: Article, seed: int = 7) -> Iterator[tuple[Alteration, bool, int]]:
    """Yield some alterations of an article, with whether each is told and what else is."""
    chance = random.Random(seed)
    every = list(alterations(article))
    for fact in dict.fromkeys(change.fact for change in every):
        mine = [change for change in every if change.fact == fact]
        for change in chance.sample(mine, min(MOST, len(mine))):
            yield change, *is_told(article, change)


def main(paths: list[str]) -> None:
    """Print the shares told by kind of fact."""
    count: Counter[str] = Counter()
    for path in paths:
        article = read_article(Path(path))
        for change, told, others in tried(article):
            count[change.fact] += 1
            count[f"{change.fact} told"] += told
            count["others"] += others
            if not told:
                around = article.text[max(0, change.span.start - 60) : change.span.end + 40]
                print(f"not told: {change.fact} -> {change.words}: {' '.join(around.split())}")
    print(dict(count))


if __name__ == "__main__":
    main(sys.argv[1:])
