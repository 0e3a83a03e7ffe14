"""`abreast stories FOLDER`: which articles of a folder tell one event."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.library import Library
from corpus.model import Article
from corpus.stories.contract import days, headline, outlets, stories_json
from corpus.stories.grouping import Story, group
from corpus.stories.similarity import Progress
from tui.layout.wrap import plain


def print_stories(folder: Path, form: str) -> None:
    """Print the stories of a folder, as JSON or as a table; files left out go to stderr."""
    with _progress() as progress:
        library = Library.open(folder, progress)
        stories = group(library.articles, progress)
    for problem in library.problems:
        print(f"abreast: left out: {problem}", file=sys.stderr)
    if form == "json":
        record = stories_json(stories, library.articles)
        sys.stdout.buffer.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        return
    _print_table(stories, library.articles)


def _print_table(stories: Sequence[Story], articles: Sequence[Article]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("articles", "days", "headline", "outlets"):
        table.add_column(name, header_style="dim", overflow="fold")
    for story in stories:
        if not story.alone:
            span = days(story, articles)
            told = " – ".join(dict.fromkeys(span)) if span else ""
            names = ", ".join(outlets(story, articles))
            cells = (str(len(story.articles)), told, headline(story, articles), names)
            table.add_row(*(Text(plain(cell)) for cell in cells))
    console = Console()
    if table.row_count:
        console.print(table)
    alone = sum(story.alone for story in stories)
    several = len(stories) - alone
    told = f"{several} {'story' if several == 1 else 'stories'} told by several articles"
    console.print(Text(f"{told}; {alone} articles tell of something else.", style="bold"))
    undated = sum(article.date is None for article in articles)
    if undated:
        text = f"{undated} articles have no date: another event of the same kind may be among them."
        console.print(Text(text, style="dim"))


def _progress() -> AbstractContextManager[Progress | None]:
    if not sys.stderr.isatty():
        return nullcontext()
    from tui.cli.summary import watched_steps

    return watched_steps()
