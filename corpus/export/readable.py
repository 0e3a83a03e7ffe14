"""A ledger for people: Markdown to read and pass on, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

from corpus.export.sanitising import around, line, source_line, visible
from corpus.ledger.anchoring import anchored_in
from corpus.ledger.records import Bookmark, End
from corpus.model import Article, Comparison, Facts, Number, Span

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")
_FORMULA = frozenset("=+-@|%\u2212")
"""Signs with which a formula, a command (DDE) or a macro begins in Excel and LibreOffice."""
_IGNORED = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
"""Letters and marks that are drawn as nothing, beside those of the categories C and Z."""
_SIDE = ("title", "outlet", "date", "path", "hash", "start", "end", "quote", "prefix", "suffix")
COLUMNS = (
    *("id", "created", "changed", "kind", "verdict", "judgement", "reason", "tags", "note"),
    *(f"{side}_{name}" for side in "ab" for name in _SIDE),
)
"""The columns of the CSV, in order."""


def markdown(bookmarks: Sequence[Bookmark], comparison: Comparison | None) -> str:
    """Return a ledger as Markdown: quotes in context, values, sources and notes."""
    head = "# Ledger\n"
    if comparison:
        head = f"# {_plain(comparison.a.title)} / {_plain(comparison.b.title)}\n"
    count = "1 bookmark" if len(bookmarks) == 1 else f"{len(bookmarks)} bookmarks"
    parts = [head, f"{count}.\n"]
    parts += [_section(n, b, comparison) for n, b in enumerate(bookmarks, 1)]
    return "\n".join(parts)


def comma_separated(bookmarks: Sequence[Bookmark]) -> str:
    """Return a ledger as CSV (RFC 4180, CRLF) with the columns of COLUMNS.

    A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for b in bookmarks:
        row = [b.id, b.created, b.changed, b.kind, b.verdict, b.judgement, b.reason]
        cells = [*row, ", ".join(b.tags), b.note, *_side(b.a), *_side(b.b)]
        writer.writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _section(number: int, bookmark: Bookmark, comparison: Comparison | None) -> str:
    what = f"{bookmark.kind}: {bookmark.verdict}" if bookmark.kind else "passage"
    lines = [f"## {number}. {_plain(what)} ({bookmark.judgement})\n"]
    if bookmark.reason:
        lines.append(f"{_plain(bookmark.reason)}\n")
    for label, end in (("A", bookmark.a), ("B", bookmark.b)):
        if end is not None:
            lines += _quoted(label, end)
            lines += _found(bookmark, end, comparison)
            lines.append("")
    if bookmark.tags:
        lines.append(f"Tags: {', '.join(_plain(tag) for tag in bookmark.tags)}\n")
    if bookmark.note:
        lines.append("Note:\n")
        # A backslash at the end of a line is a line break in Markdown.
        parts = visible(bookmark.note).split("\n")
        lines.append("\\\n".join(f"> {_plain(part)}".rstrip() for part in parts))
        lines.append("")
    lines.append(f"Made {_plain(bookmark.created)}, changed {_plain(bookmark.changed)}.\n")
    return "\n".join(lines)


def _quoted(label: str, end: End) -> list[str]:
    before, quote, after = around(end)
    marked = f"**{_plain(quote)}**" if quote else ""
    return [
        f"**{label}**, {_plain(source_line(end.article))}:",
        "",
        f"> {_plain(before)}{' ' * before.endswith(' ')}{marked}{' ' * after.startswith(' ')}"
        f"{_plain(after)}".rstrip(),
    ]


def _found(bookmark: Bookmark, end: End, comparison: Comparison | None) -> list[str]:
    """Return the values and sources that were read at an end, where its article is at hand."""
    place = _place(bookmark, end, comparison)
    if place is None:
        return []
    article, facts, span = place
    lines = [f"Value: {_value(n)}" for n in facts.numbers if n.span.overlaps(span)]
    for date in facts.dates:
        if date.span.overlaps(span) and (date.low or date.high):
            lines.append(f"Date: {date.low or '…'} to {date.high or '…'}")
    sentences = {i for i, s in enumerate(article.sentences) if s.span.overlaps(span)}
    for credit in facts.attributions:
        if credit.sentence in sentences:
            names = ", ".join(source.name for source in credit.sources) or "nobody named"
            lines.append(f"Credited to: {_plain(names)} ({credit.voice})")
    return ["", *(f"- {entry}" for entry in dict.fromkeys(lines))] if lines else []


def _place(
    bookmark: Bookmark, end: End, comparison: Comparison | None
) -> tuple[Article, Facts, Span] | None:
    if comparison is None:
        return None
    one = Bookmark(bookmark.id, "", "", a=end)
    pairs = ((comparison.a, comparison.facts_a), (comparison.b, comparison.facts_b))
    for article, facts in pairs:
        found = anchored_in(one, article)
        if found:
            return article, facts, Span(found.start, found.end)
    return None


def _value(number: Number) -> str:
    low = "…" if number.low is None else f"{number.low:.15g}"
    high = "…" if number.high is None else f"{number.high:.15g}"
    value = low if low == high else f"{low} to {high}"
    what = f"{number.unit or ''} {number.counted or ''}".strip()
    return _plain(f"{'about ' if number.about else ''}{value} {what}".strip())


def _plain(text: str) -> str:
    """Return a text as one line that Markdown shows as it stands."""
    escaped = _MARKUP.sub(r"\\\1", line(text))
    return _LIST.sub(lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1], escaped)


def _side(end: End | None) -> list[object]:
    if end is None:
        return [None] * len(_SIDE)
    ref = end.article
    known = [ref.title, ref.outlet, ref.date, ref.path, ref.hash]
    return [*known, end.start, end.end, end.quote, end.prefix, end.suffix]


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    text = visible(value)
    return f"'{text}" if _is_formula(value) else text


def _is_formula(value: str) -> bool:
    """Return whether a spreadsheet may run a cell: "=1", "|cmd|", "\\t＝1", "\\u200b@x".

    What is blank or invisible is passed over, and wide, small and raised forms are folded.
    """
    for sign in value:
        category = unicodedata.category(sign)
        if sign in "\t\r\n" or not (category[0] in "CZ" or sign in _IGNORED):
            folded = unicodedata.normalize("NFKC", sign)
            return sign in "\t\r\n" or bool(_FORMULA & {folded[:1]})
    return False
