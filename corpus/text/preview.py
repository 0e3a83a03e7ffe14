"""The first look at an article, before it is read: its text by paragraphs, and which to open."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.article import Article, Sentence
from corpus.errors import ReadingError
from corpus.text.decoding import decode, read_bytes
from corpus.text.files import is_file, read_up_to
from corpus.text.paragraphs import paragraphs
from corpus.text.repair import body

SHIPPED = Path(__file__).parent.parent / "articles"
"""Folder of the articles that come with the product."""
PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
"""Endings of files that are shown as they lie until they are read."""
_FOREIGN = (b"<", b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"From ", b"WARC/", b"\x1f\x8b")
PAIR = "pair.yaml"
"""The file of a folder that names the two articles to open first: `open: [one.txt, two.txt]`."""
LONGEST_PAIR = 10_000
"""Maximum bytes of a `pair.yaml`; two names of files are far shorter."""
_OPEN = re.compile(r"^open: \[([^,\[\]\"'#&*]+), ([^,\[\]\"'#&*]+)\][ \t]*$", re.MULTILINE)


def preview(path: str | Path) -> Article:
    """Return an article with the text that `read_article` finds and one unit a paragraph.

    It has no title, date or language yet. ReadingError as of `read_article` if the file itself is
    at fault.
    """
    try:
        text = body(*decode(read_bytes(path))).text
    except ReadingError as error:
        message = error.message
        known = message.startswith(f"{path}:")
        raise ReadingError(message if known else f"{path}: {message}") from error
    units = tuple(Sentence(start, end) for start, end in paragraphs(text))
    return Article(text, "", "", units, path=str(path))


def is_plain(path: str | Path) -> bool:
    """Tell whether a file can be shown as it lies: it has the ending of a text and begins as one.

    A page saved as `.txt` is no plain text; a file that cannot be opened is left to `preview`.
    """
    if Path(path).suffix.lower() not in PLAIN:
        return False
    try:
        with Path(path).open("rb") as file:
            return not file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_FOREIGN)
    except OSError:
        return True


def named_pair(folder: Path) -> tuple[Path, Path] | None:
    """Return the two files that a folder's `pair.yaml` names; None if it does not name two.

    The form that Abreast's own folder uses is read without importing a YAML parser.
    """
    try:
        text = read_up_to(folder / PAIR, LONGEST_PAIR).decode("utf-8")
    except (OSError, ValueError):
        return None
    plain = _OPEN.findall(text)
    names = plain[0] if len(plain) == 1 else _listed(text)
    if len(names) != 2:
        return None
    names = [name.strip() for name in names]
    if any(Path(name).name != name for name in names):  # no way out of the folder
        return None
    left, right = (folder / name for name in names)
    return (left, right) if left != right and is_file(left) and is_file(right) else None


def _listed(text: str) -> list[str]:
    """Return the names under `open:` in any form of YAML, none if it is broken."""
    import yaml  # late: few folders need it, and the first text on the screen waits for this

    from corpus.text.plain_yaml import parse_yaml

    try:
        table = parse_yaml(text)
    except (yaml.YAMLError, RecursionError):
        return []
    names = table.get("open") if isinstance(table, dict) else None
    return [n for n in names if isinstance(n, str)] if isinstance(names, list) else []
