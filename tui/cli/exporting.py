"""`abreast export` and `abreast import`: the ledger out of the notebook and into it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.comparison import compare
from corpus.errors import ExportError
from corpus.export.export import write
from corpus.export.formats import counted, merge_summary, read_records, sources, text_of
from corpus.intake.places import read_article
from corpus.ledger.database import default_path
from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.notebook import Notebook
from corpus.links.meaning.embeddings import load_meaning_model
from corpus.model import Article, Comparison
from corpus.overrides import rejoin
from tui.cli import streams


@dataclass(frozen=True)
class Scope:
    """Whose bookmarks are meant: of a pair of articles, of a folder, or all.

    `semantic` asks the meaning model too where the pair is compared.
    """

    pair: tuple[Path, Path] | None = None
    folder: Path | None = None
    semantic: bool = False


def export_ledger(
    scope: Scope, form: str, output: str, *, overwrite: bool, notebook: Path | None
) -> None:
    """Write the bookmarks of the scope; `-` is standard output, no file is replaced unasked."""
    pair: tuple[Article, Article] | None = None
    comparison: Comparison | None = None
    if scope.pair:
        left, right = (read_article(path) for path in scope.pair)
        pair = left, right
        meaning_model = (
            load_meaning_model(VectorStore(notebook or default_path())) if scope.semantic else None
        )
        comparison = compare(left, right, meaning=meaning_model)
    elif form == "html":
        raise ExportError("an HTML page shows one pair; name it with --pair A B.")
    with Notebook.open(notebook) as book:
        if book.notice:
            print(f"abreast: {book.notice}", file=sys.stderr)
        sort = "place" if pair else "newest"
        bookmarks = book.bookmarks(pair=pair, folder=scope.folder, sort=sort)
        if scope.folder and not bookmarks and not scope.folder.is_dir():
            raise ExportError(f"{scope.folder} is no folder, and no bookmark lies in it.")
        links = book.links(*pair) if pair else book.links()
    if comparison is not None:
        comparison = rejoin(comparison, links).comparison
    text = text_of(form, bookmarks, links, comparison)
    if output == "-":
        streams.send(text, json=form in ("json", "jsonld"))
    else:
        made_from = [*(scope.pair or ()), *sources(bookmarks), notebook or default_path()]
        write(output, text, overwrite, made_from)
        print(f"{counted(form, bookmarks, links)} written to {output}", file=sys.stderr)


def import_ledger(file: Path, *, notebook: Path | None) -> None:
    """Take in the bookmarks and links of a JSON ledger; of two versions the later one stays."""
    bookmarks, links = read_records(file)
    with Notebook.open(notebook) as book:
        if book.notice:
            print(f"abreast: {book.notice}", file=sys.stderr)
        merged = book.merge(bookmarks, links)
    print(merge_summary(merged))
