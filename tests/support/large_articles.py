"""Large articles with a comparison that is stated and not computed: what the screen is measured on.

Every second sentence is linked and every tenth pair differs in a number, whatever the size, so
that a jump has as far to go in a short article as in a long one.
"""

from __future__ import annotations

from pathlib import Path

from corpus.model import (
    Article,
    Attribution,
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Facts,
    Link,
    Sentence,
    Side,
    Source,
    Strength,
    Verdict,
    Voice,
)
from tests.support.stated_reader import StatedApp, StatedScreen

WORDS = (
    "Politiet i Almaty opplyser at de har pågrepet {n} personer etter urolighetene natt til {d}."
)
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
STEP = 10
"""One pair in so many sentences differs."""


def article(count: int, more: int) -> Article:
    """Return an article of `count` sentences, five a paragraph; its numbers are `more` higher."""
    sentences: list[Sentence] = []
    parts: list[str] = []
    at = 0
    for number in range(count):
        words = WORDS.format(n=number + more * (number % STEP == 0) + 100, d=DAYS[number % 7])
        sentences.append(Sentence(at, at + len(words)))
        gap = "\n\n" if number % 5 == 4 else " "
        parts += [words, gap]
        at += len(words) + len(gap)
    text = "".join(parts).rstrip()
    return Article(text, f"{count} setninger", "nb", tuple(sentences), "2022-01-07", "Avisen")


def comparison(a: Article, b: Article) -> Comparison:
    """Return links between the sentences of equal number, and a difference at every tenth."""
    links, found = [], []
    for number in range(0, len(a.sentences), 2):
        evidence = (Evidence("word", f"pågrepet {number}", 1.5), Evidence("name", "Almaty", 2.0))
        links.append(Link(number, number, 0.9, Strength.SAME, evidence))
        if number % STEP == 0:
            ends = (_number(a, number), _number(b, number))
            what = (DiscrepancyKind.NUMBER, Verdict.DIFFER)
            found.append(Discrepancy(*what, *ends, "The numbers differ.", number + 1))
    return Comparison(a, b, _facts(a), _facts(b), tuple(links), (), tuple(found))


def _number(of: Article, sentence: int) -> Side:
    start = of.text.index("pågrepet ", of.sentences[sentence].start) + len("pågrepet ")
    return Side(sentence, start, of.text.index(" ", start))


def _facts(of: Article) -> Facts:
    source = (Source("Politiet i Almaty"),)
    return Facts(
        attributions=tuple(
            Attribution(i, s.start, s.start + 17, source, Voice.INDIRECT)
            for i, s in enumerate(of.sentences)
        )
    )


class LargeScreen(StatedScreen):
    """A reader screen that shows the stated comparison."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        return comparison(a, b)


class LargeApp(StatedApp):
    """A reader of two articles of `count` sentences."""

    SCREEN = LargeScreen


def large_app(folder: Path, count: int) -> LargeApp:
    """Return a reader of two articles of `count` sentences that writes only below `folder`."""
    return LargeApp(article(count, 0), article(count, 7), notebook_path=folder / "notebook.sqlite3")
