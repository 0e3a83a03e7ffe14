"""Ledgers for tests: a notebook with bookmarks of LEFT and RIGHT, and the reader that opens it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.ledger.notebook import Bookmark, Notebook, bookmark_of
from corpus.model import Article, Comparison, Facts
from tests.support.stated_reader import (
    LEFT,
    RIGHT,
    StatedApp,
    StatedScreen,
    article,
    comparison,
    reading,
    settled,
    stated_app,
)
from tui.ledger.screen import LedgerScreen

THIRD = ["Noe helt annet", "Prisen på gass steg med ti kroner.", "Folk var sinte."]


def bookmarks() -> list[Bookmark]:
    """Return bookmarks of the four findings, of a passage, and of one in a third article."""
    a, b, c = article(LEFT, "Venstre"), article(RIGHT, "Høyre"), article(THIRD, "Tredje")
    pair = comparison(a, b)
    found = [bookmark_of(pair, what) for what in pair.discrepancies]
    found.append(bookmark_of(pair, a=a.sentences[2].span, note="været"))
    other = Comparison(a, c, Facts(), Facts())
    found.append(bookmark_of(other, a=a.sentences[0].span, b=c.sentences[1].span, note="gassen"))
    return [
        replace(b, created=f"2026-01-0{n}T00:00:00.000Z", changed=f"2026-01-0{n}T00:00:00.000Z")
        for n, b in enumerate(found, 1)
    ]


def keep(folder: Path, kept: list[Bookmark]) -> None:
    """Put bookmarks into the notebook of the reader that writes below `folder`."""
    with Notebook.open(folder / "notebook.sqlite3") as notebook:
        notebook.add_all(kept)


def in_notebook(folder: Path, **asked: Any) -> tuple[Bookmark, ...]:
    """Return what stands in the notebook now."""
    with Notebook.open(folder / "notebook.sqlite3") as notebook:
        return notebook.bookmarks(**asked)


class ThreeScreen(StatedScreen):
    """States nothing about the third article."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        if "Tredje" in (a.title, b.title):
            return Comparison(a, b, Facts(), Facts())
        return super().compare_articles(a, b)


class ThreeApp(StatedApp):
    """A reader of three articles."""

    SCREEN = ThreeScreen


def three_articles(folder: Path) -> StatedApp:
    """Return a reader of LEFT and RIGHT with a third article open."""
    articles: list[Article] = [
        article(parts, title)
        for parts, title in ((LEFT, "Venstre"), (RIGHT, "Høyre"), (THIRD, "Tredje"))
    ]
    app = ThreeApp(
        articles[0], articles[1], articles=articles, notebook_path=folder / "notebook.sqlite3"
    )
    app.animation_level = "none"
    return app


@asynccontextmanager
async def ledger(
    folder: Path, *keys: str, app: StatedApp | None = None, size: tuple[int, int] = (140, 40)
) -> AsyncIterator[Any]:
    """Open the ledger of a reader and press keys; gives the ledger's screen and the pilot."""
    app = app or stated_app(folder)
    async with reading(app, size) as (_, pilot):
        await pilot.press("L", *keys)
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, LedgerScreen)
        yield screen, pilot
