"""`abreast export` and `abreast import`: the ledger out of the notebook and into it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.comparison import compare
from corpus.errors import ExportError
from corpus.export.export import export, read, suffix, write
from corpus.ledger.database import default_path
from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.manual_links import links_yaml, read_links
from corpus.ledger.notebook import Bookmark, HandLink, Merged, Notebook
from corpus.links.embeddings import load_meaning_model
from corpus.model import Article, Comparison
from corpus.overrides import rejoin
from corpus.reading.articles import read_article

LINKS = "yaml"
"""The format of hand-made links alone, for a file beside the articles."""
FORMS = {
    "md": "Markdown: quotes in context, values, sources, notes",
    "csv": "CSV for a spreadsheet",
    "json": "JSON that Abreast reads back without loss",
    "jsonld": "JSON-LD: W3C Web Annotations",
    "html": "HTML: one page with both articles and the ledger",
    "tei": "TEI with the outlets as witnesses",
    LINKS: "YAML: the hand-made links, to lie beside the articles",
}
"""The formats with what each is for."""


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
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    else:
        write(output, text, overwrite)
        print(f"{told(form, bookmarks, links)} written to {output}", file=sys.stderr)


def import_ledger(file: Path, *, notebook: Path | None) -> None:
    """Take in the bookmarks and links of a JSON ledger; of two versions the later one stays."""
    bookmarks, links = taken(file)
    with Notebook.open(notebook) as book:
        if book.notice:
            print(f"abreast: {book.notice}", file=sys.stderr)
        merged = book.merge(bookmarks, links)
    print(merged_told(merged))


def text_of(
    form: str,
    bookmarks: Sequence[Bookmark],
    links: Sequence[HandLink],
    comparison: Comparison | None,
) -> str:
    """Give bookmarks or, in the format LINKS, hand-made links as text in one of FORMS.

    ExportError for another format.
    """
    if form not in FORMS:
        raise ExportError(f"'{form}' is not a format; known are {', '.join(FORMS)}.")
    if form == LINKS:
        return links_yaml(links)
    return export(bookmarks, comparison, form, links=links)


def taken(file: Path) -> tuple[tuple[Bookmark, ...], tuple[HandLink, ...]]:
    """Read a JSON ledger, or hand-made links from a file that ends in .yaml or .yml."""
    if file.suffix.lower() in (".yaml", ".yml"):
        return (), read_links(file)
    return read(file)


def named(form: str, folder: Path | None = None) -> str:
    """Give a name for a file of this format; links lie beside the articles of `folder`."""
    if form == LINKS:
        return str((folder or Path()) / "links.yaml")
    return f"abreast-ledger{suffix(form)}"


def told(form: str, bookmarks: Sequence[Bookmark], links: Sequence[HandLink]) -> str:
    """Say how many records a file in this format holds."""
    number, what = (len(links), "link") if form == LINKS else (len(bookmarks), "bookmark")
    return f"{number} {what}{'' if number == 1 else 's'}"


def merged_told(merged: Merged) -> str:
    """Say what an import did."""
    return f"{merged.added} added, {merged.replaced} replaced, {merged.kept} kept as they were."
