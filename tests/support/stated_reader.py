"""Readers for tests: the reader on two texts, with a comparison that the test states itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

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
    SentenceKind,
    Side,
    Source,
    Strength,
    Verdict,
    Voice,
)
from tui.app import ReaderApp
from tui.reader.screen import ReaderScreen

LEFT = [
    "Uro i Almaty",
    "Minst 26 opprørere er drept, ifølge Reuters.",
    "Været var kaldt i fjellene.",
    "Over 3000 er pågrepet fredag.",
    "Presidenten talte på tv.",
]
RIGHT = [
    "Etter dager med uro nekter presidenten å forhandle.",
    "Presidenten talte til folket på TV.",
    "AP melder at 28 opprørere er drept.",
    "Nær 3000 mennesker er arrestert torsdag.",
    "Han talte lenge på fjernsyn.",
]


def article(parts: list[str], title: str, repeat: int = 1) -> Article:
    """Return an article of one paragraph a sentence; the first one is a heading."""
    text, sentences = "", []
    for part in parts * repeat:
        kind = SentenceKind.BODY if text else SentenceKind.HEADING
        sentences.append(Sentence(len(text), len(text) + len(part), kind))
        text += part + "\n\n"
    return Article(text, title, "nb", tuple(sentences), date="2022-01", outlet="Avisen")


def side(of: Article, sentence: int, words: str) -> Side:
    """Point at words of a sentence; at all of it, in the outlet's own voice, if they are empty."""
    unit = of.sentences[sentence]
    start = of.text.index(words, unit.start)
    return Side(sentence, start, start + len(words) if words else unit.end, own_voice=not words)


def comparison(a: Article, b: Article) -> Comparison:
    """Return what an attentive reader finds in LEFT and RIGHT."""
    number, date, said = (
        DiscrepancyKind.NUMBER, DiscrepancyKind.DATE, DiscrepancyKind.ATTRIBUTION,
    )  # fmt: skip
    evidence = (Evidence("word", "opprørere", 1.5), Evidence("against", "26 is not 28", -0.5))
    links = (
        Link(1, 2, 0.9, Strength.SAME, evidence),
        Link(3, 3, 0.8, Strength.SAME),
        Link(4, 1, 0.7, Strength.PART),
        Link(4, 4, 0.6, Strength.PART),
    )
    found = (
        Discrepancy(number, Verdict.DIFFER, side(a, 1, "26"), side(b, 2, "28"), "26 is not 28.", 1),
        Discrepancy(said, Verdict.DIFFER, side(a, 1, "ifølge Reuters"), side(b, 2, "AP melder"),
                    "Reuters on one side, AP on the other.", 2),
        Discrepancy(number, Verdict.COMPATIBLE, side(a, 3, "3000"), side(b, 3, "Nær 3000"),
                    "Both can be true.", 3),
        Discrepancy(date, Verdict.DIFFER, side(a, 3, "fredag"), side(b, 3, "torsdag"),
                    "Friday is not Thursday.", 4),
    )  # fmt: skip
    facts = (
        Facts(attributions=(Attribution(1, 30, 44, (Source("Reuters"),), Voice.INDIRECT),)),
        Facts(attributions=(Attribution(2, 90, 99, (Source("AP"),), Voice.INDIRECT),)),
    )
    return Comparison(a, b, *facts, links, (), found)


class StatedScreen(ReaderScreen):
    """A reader screen whose comparison is stated by the test."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        stated = a.title == "Venstre"
        return comparison(a, b) if stated else Comparison(a, b, Facts(), Facts())


class StatedApp(ReaderApp):
    """A reader of LEFT and RIGHT."""

    SCREEN: type[ReaderScreen] = StatedScreen


def stated_app(folder: Path, repeat: int = 1) -> StatedApp:
    """Return a reader of LEFT and RIGHT that writes only below `folder`."""
    a, b = article(LEFT, "Venstre", repeat), article(RIGHT, "Høyre", repeat)
    app = StatedApp(a, b, notebook_path=folder / "notebook.sqlite3")
    app.animation_level = "none"
    return app


@asynccontextmanager
async def reading(app: ReaderApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Any]:
    """Run a reader until the comparison is shown; gives the screen and the pilot."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        yield screen, pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the comparison is there and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def lines(app: ReaderApp) -> list[str]:
    """Return the screen as lines of text, as a terminal would show it."""
    width, height = app.size
    rows = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in row)[:width] for row in rows][:height]


__all__ = [
    "LEFT",
    "RIGHT",
    "StatedApp",
    "article",
    "comparison",
    "lines",
    "reading",
    "settled",
    "stated_app",
]
