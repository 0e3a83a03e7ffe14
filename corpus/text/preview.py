"""What is shown of an article before it is read: its text by paragraphs. No language is loaded."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.article import Article, Sentence
from corpus.errors import ReadingError
from corpus.text.decoding import cleaned, decode, parted, read_bytes
from corpus.text.paragraphs import paragraphs

SHIPPED = Path(__file__).parent.parent / "articles"
"""Where the articles lie that come with the product."""
PAIR = "pair.yaml"
"""The file of a folder that names the two articles to open first: `open: [one.txt, two.txt]`."""
_OPEN = re.compile(r"^open: \[([^,\[\]\"'#&*]+), ([^,\[\]\"'#&*]+)\][ \t]*$", re.MULTILINE)


def preview(path: str | Path) -> Article:
    """Give the text of an article as `read_article` gives it, a unit for each paragraph.

    It has no title, date or language yet. ReadingError as of `read_article`, as far as the file
    itself is at fault.
    """
    try:
        _, _, text = parted(cleaned(decode(read_bytes(path))))
    except ReadingError as error:
        told = error.message
        raise ReadingError(told if told.startswith(f"{path}:") else f"{path}: {told}") from error
    units = tuple(Sentence(start, end) for start, end in paragraphs(text))
    return Article(text, "", "", units, path=str(path))


def named_pair(folder: Path) -> tuple[Path, Path] | None:
    """Give the two files that a folder's `pair.yaml` names in its plainest form, if they are there.

    None says nothing but that the folder must be read to know: `Library.first_pair` decides.
    """
    try:
        found = _OPEN.findall((folder / PAIR).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if len(found) != 1:
        return None
    left, right = (folder / name.strip() for name in found[0])
    return (left, right) if left.is_file() and right.is_file() and left != right else None
