"""Wrapping of an article into rows of offsets; pure, knows neither Textual nor Rich.

An article is cut once into blocks (paragraphs); only `wrap` runs again when the width changes.
A row is the half-open range of characters it shows. Lines of plain characters, each one cell
wide, are cut by searching for the last space; all others are measured cluster by cluster.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Sentence

MIN_WIDTH = 8
"""No pane is wrapped narrower than this, in cells."""

Cells = Callable[[str], int]
"""Returns the width of a string in cells of the terminal."""

# Everything outside of these ranges is measured: it may be wide, combining or invisible.
_SPECIAL = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2015\u2018-\u2022\u2026\u20ac]")
_BREAKS = str.maketrans(dict.fromkeys("\n\t\r\v\f\x85\u2028\u2029", " "))
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_INVISIBLE = re.compile("[\xad\u200b\u200e\u200f\u2060\ufeff]")
_DASH = re.compile("[-–—―] ?")
_JOINER = "\u200d"


class Block(NamedTuple):
    """One paragraph: its range, whether a blank row precedes it, its hanging indent in cells."""

    start: int
    end: int
    spaced: bool
    hang: int
    plain: bool


class Rows(NamedTuple):
    """The rows of a wrapped article, in order: start and end offset and indent in cells of each."""

    starts: array[int]
    ends: array[int]
    indents: array[int]


def harmless(text: str) -> str:
    """Return the text, same length, with line breaks as spaces and control characters made visible.

    Escape and other C0 characters become their pictures (U+2400 on), C1, bidirectional overrides
    and lone surrogates the replacement character: nothing of an article steers the terminal.
    """
    flat = text.replace("\n", " ")
    if _HARMFUL.search(flat) is None:
        return flat
    return _HARMFUL.sub(_picture, flat.translate(_BREAKS))


def visible(piece: str) -> str:
    """Return a piece of a harmless text without characters that take no cell and carry no shape."""
    return _INVISIBLE.sub("", piece) if not piece.isascii() else piece


def plain(text: str, limit: int = 0) -> str:
    """Return text of an article or a rule as one harmless line, cut to `limit` characters."""
    line = " ".join(visible(harmless(text)).split())
    return line if not limit or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def blocks(text: str, sentences: Sequence[Sentence]) -> list[Block]:
    """Cut the sentences of a text into paragraphs at the line breaks between them."""
    found: list[Block] = []
    if not sentences:
        return found
    flat = harmless(text)
    all_plain = flat.isascii() or _SPECIAL.search(flat) is None
    start, end, spaced = sentences[0].start, sentences[0].end, False
    for sentence in sentences[1:]:
        breaks = text.count("\n", end, sentence.start)
        if breaks:
            found.append(_block(flat, start, end, spaced, all_plain))
            start, spaced = sentence.start, breaks > 1
        end = sentence.end
    found.append(_block(flat, start, end, spaced, all_plain))
    return found


def wrap(text: str, paragraphs: Iterable[Block], width: int, cells: Cells) -> Rows:
    """Wrap the paragraphs of a harmless text to `width` cells (at least MIN_WIDTH)."""
    width = max(width, MIN_WIDTH)
    rows = Rows(array("q"), array("q"), array("b"))
    starts, ends, indents = rows.starts.append, rows.ends.append, rows.indents.append
    for block in paragraphs:
        if block.spaced and rows.ends:
            starts(rows.ends[-1])
            ends(rows.ends[-1])
            indents(0)
        cut = _plain_rows if block.plain else _measured_rows
        indent = 0
        for start, end in cut(text, block, width, cells):
            starts(start)
            ends(end)
            indents(indent)
            indent = block.hang
    return rows


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of what a reader takes for one character; flags and joined emoji whole."""
    at = start
    while at < end:
        stop = at + 1
        flag = _is_flag(text[at])
        while stop < end and (
            _extends(text[stop])
            or text[stop - 1] == _JOINER
            or (flag and stop == at + 1 and _is_flag(text[stop]))
        ):
            stop += 1
        yield at, stop
        at = stop


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _block(flat: str, start: int, end: int, spaced: bool, all_plain: bool) -> Block:
    dash = _DASH.match(flat, start, end)
    hang = dash.end() - start if dash else 0
    plain = all_plain or _SPECIAL.search(flat, start, end) is None
    return Block(start, end, spaced, hang if hang == 2 else 0, plain)


def _plain_rows(text: str, block: Block, width: int, _: Cells) -> Iterator[tuple[int, int]]:
    start, end, room = block.start, block.end, width
    while end - start > room:
        cut = text.rfind(" ", start + 1, start + room + 1)
        if cut < 0:
            cut = after = start + room
        else:
            after = cut + 1
        yield start, cut
        while after < end and text[after] == " ":
            after += 1
        start, room = after, width - block.hang
    if start < end:
        yield start, end


def _measured_rows(text: str, block: Block, width: int, cells: Cells) -> Iterator[tuple[int, int]]:
    start, room = block.start, width
    while start < block.end:
        cut = _fit(text, start, block.end, room, cells)
        yield start, cut
        while cut < block.end and text[cut] == " ":
            cut += 1
        start, room = cut, width - block.hang


def _fit(text: str, start: int, end: int, room: int, cells: Cells) -> int:
    """Return where the row that starts at `start` ends: the last break that fits, or a hard cut."""
    used, at, chance, edges = 0, start, -1, [start]
    for first, last in clusters(text, start, end):
        size = cells(text[first:last])
        if used + size > room and first > start:
            if text[first] == " ":
                chance = first
            break
        if text[first] == " ":
            chance = first
        used += size
        at = last
        edges.append(at)
        if size == 2 and used < room:
            chance = at
    else:
        chance = at
    cut = chance if chance > start else at
    while len(edges) > 2 and (cut not in (edges[-1],) or cells(text[start:cut]) > room):
        if edges[-1] <= cut and cells(text[start : edges[-1]]) <= room:
            return edges[-1]
        edges.pop()
    return edges[-1]


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _extends(char: str) -> bool:
    return (
        char == _JOINER
        or char == "\ufe0f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or (char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me", "Mc"))
    )
