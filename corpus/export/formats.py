"""The formats of an export by name, what each is for, and records to and from a file in one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import ExportError
from corpus.export.export import export, read, suffix
from corpus.ledger.manual_links import links_yaml, read_links
from corpus.ledger.notebook import Merged
from corpus.ledger.records import Bookmark, HandLink
from corpus.model import Comparison

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


def text_of(
    form: str,
    bookmarks: Sequence[Bookmark],
    links: Sequence[HandLink],
    comparison: Comparison | None,
) -> str:
    """Return bookmarks or, in the format LINKS, hand-made links as text in one of FORMS.

    ExportError for another format.
    """
    if form not in FORMS:
        raise ExportError(f"'{form}' is not a format; known are {', '.join(FORMS)}.")
    if form == LINKS:
        return links_yaml(links)
    return export(bookmarks, comparison, form, links=links)


def read_records(file: Path) -> tuple[tuple[Bookmark, ...], tuple[HandLink, ...]]:
    """Return the records of a JSON ledger, or the links of a file that ends in .yaml or .yml."""
    if file.suffix.lower() in (".yaml", ".yml"):
        return (), read_links(file)
    return read(file)


def default_name(form: str, folder: Path | None = None) -> str:
    """Return a name for a file in this format; links are kept beside the articles of `folder`."""
    if form == LINKS:
        return str((folder or Path()) / "links.yaml")
    return f"abreast-ledger{suffix(form)}"


def counted(form: str, bookmarks: Sequence[Bookmark], links: Sequence[HandLink]) -> str:
    """Return how many records a file in this format holds, as words: "1 bookmark"."""
    number, what = (len(links), "link") if form == LINKS else (len(bookmarks), "bookmark")
    return f"{number} {what}{'' if number == 1 else 's'}"


def merge_summary(merged: Merged) -> str:
    """Return what an import did, as one sentence."""
    return f"{merged.added} added, {merged.replaced} replaced, {merged.kept} kept as they were."


def sources(bookmarks: Sequence[Bookmark]) -> list[str]:
    """Return the files of the articles of bookmarks: no export is written over one of them."""
    paths = {end.article.path for bookmark in bookmarks for end in bookmark.ends}
    return sorted(path for path in paths if path)
