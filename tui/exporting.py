"""`abreast export` and `abreast import`: the ledger out of the notebook and into it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.comparison import compare
from corpus.errors import ExportError
from corpus.export import export, read, write
from corpus.model import Article, Comparison
from corpus.notebook import Notebook
from corpus.reading import read_article


@dataclass(frozen=True)
class Scope:
    """Whose bookmarks are meant: of a pair of articles, of a folder, or all."""

    pair: tuple[Path, Path] | None = None
    folder: Path | None = None


def export_ledger(
    scope: Scope, form: str, output: str, *, overwrite: bool, notebook: Path | None
) -> None:
    """Write the bookmarks of the scope; `-` is standard output, no file is replaced unasked."""
    pair: tuple[Article, Article] | None = None
    comparison: Comparison | None = None
    if scope.pair:
        left, right = (read_article(path) for path in scope.pair)
        pair = left, right
        comparison = compare(left, right)
    elif form == "html":
        raise ExportError("an HTML page shows one pair; name it with --pair A B.")
    with Notebook.open(notebook) as book:
        if book.notice:
            print(f"abreast: {book.notice}", file=sys.stderr)
        bookmarks = book.bookmarks(pair=pair, folder=scope.folder)
        links = book.links(*pair) if pair else book.links()
    text = export(bookmarks, comparison, form, links=links)
    if output == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    else:
        write(output, text, overwrite)
        print(f"{len(bookmarks)} bookmarks written to {output}", file=sys.stderr)


def import_ledger(file: Path, *, notebook: Path | None) -> None:
    """Take in the bookmarks and links of a JSON ledger; of two versions the later one stays."""
    bookmarks, links = read(file)
    with Notebook.open(notebook) as book:
        if book.notice:
            print(f"abreast: {book.notice}", file=sys.stderr)
        merged = book.merge(bookmarks, links)
    print(f"{merged.added} added, {merged.replaced} replaced, {merged.kept} kept as they were.")
