"""From the command line to an open reader: two files, a folder, or the shipped articles."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import LibraryError, ReadingError
from corpus.library import Library
from corpus.model import Article
from corpus.reading import read_article


def open_reader(places: Sequence[Path], *, keymap: Path | None, notebook: Path | None) -> None:
    """Open the reader on two files, a folder, or with no place on the shipped articles."""
    left, right, articles = choose(places)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ReadingError("the reader needs a terminal; use 'abreast compare A B' in a pipe.")
    from tui.app import ReaderApp
    from tui.settings import settings_path

    app = ReaderApp(
        left,
        right,
        articles=articles,
        notebook_path=notebook,
        keymap_path=keymap,
        settings_path=settings_path(),
    )
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


def choose(places: Sequence[Path]) -> tuple[Article, Article, tuple[Article, ...]]:
    """Give the two articles to open and all that can be chosen from.

    ReadingError or LibraryError, with what to do, where the places do not name two articles.
    """
    if not places:
        library = Library.shipped()
        return (*library.first_pair(), library.articles)
    if len(places) == 1:
        if places[0].is_file():
            raise LibraryError(f"{places[0]} is one article; name a second one, or a folder.")
        library = Library.open(places[0])
        return (*library.first_pair(), library.articles)
    if len(places) == 2:
        left, right = (read_article(place) for place in places)
        return left, right, (left, right)
    raise LibraryError(f"{len(places)} places were named; name two articles, or one folder.")
