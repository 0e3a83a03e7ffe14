"""One bookmark as lines of a ledger: pieces of harmless text, each with the name of its look.

Pure: widths are in cells of the terminal, and every line is exactly as wide as it was asked to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from corpus.ledger.records import Bookmark, End
from corpus.model import DiscrepancyKind, Verdict
from tui.layout.fitting import fitted
from tui.layout.marks import GLYPHS, JUDGED, KIND_GLYPHS, LOST
from tui.layout.wrap import plain

TABLE = 120
"""Columns from which a bookmark is one line of a table."""
PAIRED = 64
"""Columns from which both quotes stand on one line."""
LEAD = 16
"""Columns of a table before the first quote: judgement, verdict and kind."""
NO_PASSAGE = "–"


class Piece(NamedTuple):
    """A few characters of a line. `look` is one of: text, dim, bright, lost, and the verdicts."""

    text: str
    look: str = "text"


Line = list[Piece]


def height(width: int) -> int:
    """Tell how many lines a bookmark takes in `width` columns."""
    return 1 if width >= TABLE else 2 if width >= PAIRED else 3


def columns(width: int) -> tuple[int, int, int]:
    """Return the widths of a quote, of the note and of the tags in a table of `width` columns."""
    tags = 16 if width >= 150 else 12
    room = width - LEAD - tags - 3 * 3
    note = room // 4
    return (room - note) // 2, note, tags


def header(width: int) -> Line:
    """Return the names of a table's columns; nothing where there is no table."""
    if height(width) > 1:
        return []
    quote, note, tags = columns(width)
    names = [("", 2), ("finding", LEAD - 2), ("left", quote), ("right", quote)]
    line = [Piece(fitted(name, room), "dim") for name, room in names[:2]]
    for name, room in [*names[2:], ("note", note), ("tags", tags)]:
        line += [Piece(fitted(name, room), "dim"), Piece("   ", "dim")]
    return fill(line[:-1], width)


def lines(bookmark: Bookmark, width: int, lost: Sequence[bool] = (False, False)) -> list[Line]:
    """Draw a bookmark in `width` columns. `lost` tells for each end that it is not found."""
    shape = height(width)
    mark = Piece(JUDGED[bookmark.judgement] + " ", "bright")
    if shape == 1:
        return [_table_line(bookmark, width, lost, mark)]
    start = [mark, *_glyphs(bookmark)]
    room = width - 6
    if shape == 2:
        half = (room - 3) // 2
        left = snippet(bookmark.a, half, lost[0])
        right = snippet(bookmark.b, room - 3 - half, lost[1])
        first = [*start, *left, Piece(" │ ", "dim"), *right]
        return [fill(first, width), _said(bookmark, width)]
    left, right = (snippet(end, room, gone) for end, gone in _both(bookmark, lost))
    middle = [Piece(" " * 6), *right]
    return [fill([*start, *left], width), fill(middle, width), _said(bookmark, width)]


def _both(bookmark: Bookmark, lost: Sequence[bool]) -> list[tuple[End | None, bool]]:
    return [(bookmark.a, lost[0]), (bookmark.b, lost[1])]


def _table_line(bookmark: Bookmark, width: int, lost: Sequence[bool], mark: Piece) -> Line:
    quote, note, tags = columns(width)
    line = [mark, *_finding(bookmark)]
    for end, gone in _both(bookmark, lost):
        line += [*snippet(end, quote, gone), Piece(" │ ", "dim")]
    said = plain(bookmark.note, 400)
    line += [Piece(fitted(said, note)), Piece(" │ ", "dim")]
    line.append(Piece(fitted(" ".join(plain(tag, 30) for tag in bookmark.tags), tags), "dim"))
    return fill(line, width)


def _said(bookmark: Bookmark, width: int) -> Line:
    tags = "".join(f"  [{plain(tag, 30)}]" for tag in bookmark.tags)
    words = plain(bookmark.note, 400)
    piece = Piece(words) if words else Piece(plain(bookmark.reason, 400), "dim")
    room = max(0, width - 6 - cell_len(tags))
    if cell_len(piece.text) > room:
        piece = Piece(fitted(piece.text, room), piece.look)
    return fill([Piece(" " * 6), piece, Piece(tags, "dim")], width)


def _finding(bookmark: Bookmark) -> Line:
    glyphs = _glyphs(bookmark)
    return [glyphs[0], Piece(fitted(plain(bookmark.kind or "passage"), 11) + " ", glyphs[0].look)]


def _glyphs(bookmark: Bookmark) -> Line:
    """Return verdict and kind, two columns each."""
    try:
        verdict, kind = Verdict(bookmark.verdict or ""), DiscrepancyKind(bookmark.kind or "")
    except ValueError:  # a passage without a discrepancy, or a kind of a later version
        return [Piece("  "), Piece("  ")]
    return [Piece(GLYPHS[verdict] + " ", verdict.value), Piece(KIND_GLYPHS[kind] + " ", "dim")]


def snippet(end: End | None, room: int, lost: bool = False) -> Line:
    """Return a passage in `room` columns, with a few of the words around it where it is short."""
    if end is None:
        return [Piece(fitted(NO_PASSAGE, room), "dim")]
    sign = [Piece(f"{LOST} ", "lost")] if lost else []
    room = max(0, room - 2 * len(sign))
    quote = plain(end.quote, 400) or NO_PASSAGE
    spare = room - cell_len(quote)
    if spare < 8:
        return [*sign, Piece(fitted(quote, room))]
    before, after = plain(end.prefix), plain(end.suffix)
    before = _ending(before, spare // 2) + " " * (end.prefix[-1:].isspace() or not before)
    if not before.strip():
        before = ""
    after = (" " if end.suffix[:1].isspace() else "") + after
    rest = max(0, spare - cell_len(before))
    return [*sign, Piece(before, "dim"), Piece(quote, "bright"), Piece(fitted(after, rest), "dim")]


def _ending(text: str, room: int) -> str:
    """Return the last whole words of a text that `room` columns hold."""
    kept = ""
    for word in reversed(text.split()):
        longer = f"{word} {kept}".strip()
        if cell_len(longer) > room - 1:
            break
        kept = longer
    return kept


def fill(line: Line, width: int) -> Line:
    """Return a line of exactly `width` columns."""
    filled: Line = []
    room = width
    for piece in line:
        columns_ = cell_len(piece.text)
        if columns_ >= room:
            filled.append(Piece(fitted(piece.text, room), piece.look))
            return filled
        filled.append(piece)
        room -= columns_
    filled.append(Piece(" " * room))
    return filled
