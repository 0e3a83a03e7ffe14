"""One self-contained HTML page of a pair: both articles side by side, links and marks, the ledger.

Nothing is fetched and nothing leaves the page: style and script are written into it and named by
their hash in a content security policy that forbids everything else. Articles are escaped text.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from corpus.export.html_marks import GLYPHS, Mark, article_text
from corpus.export.sanitising import around, line, source_line, visible
from corpus.ledger.anchoring import anchored_in
from corpus.ledger.judgements import dismissed, judged
from corpus.ledger.records import Bookmark, End
from corpus.ledger.selectors import end_of, ref_of
from corpus.model import Article, Comparison, Discrepancy, Side, Span, Verdict

FOLDER = Path(__file__).parent / "page"
_ORDER = {Verdict.DIFFER: 0, Verdict.COMPATIBLE: 1, Verdict.AGREE: 2}


def page(bookmarks: Sequence[Bookmark], comparison: Comparison | None) -> str:
    """Give the page; without a comparison it holds the ledger alone."""
    body = _pair(bookmarks, comparison) if comparison else ""
    title = "Ledger"
    if comparison:
        title = f"{line(comparison.a.title)} / {line(comparison.b.title)}"
        body = _top(title, comparison) + body
    first = len(comparison.discrepancies) + 1 if comparison else 1
    entries = [_bookmark(b, first + n, comparison is not None) for n, b in enumerate(bookmarks)]
    ledger = _heading("Ledger", len(bookmarks)) + "".join(entries) if bookmarks else ""
    found = _found(bookmarks, comparison) if comparison else ""
    detail = '<aside class="detail" hidden aria-live="polite"><button class="close">Close</button>'
    return _document(
        title,
        f'{body}<section class="ledger">{ledger}{found or ""}</section>'
        f'{detail}<div class="body"></div></aside>',
    )


def _document(title: str, body: str) -> str:
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    script = (FOLDER / "page.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _top(title: str, comparison: Comparison) -> str:
    counts = [sum(d.verdict is v for d in comparison.discrepancies) for v in Verdict]
    legend = "".join(
        f"<span><b>{GLYPHS[verdict]}</b> {count} {verdict}</span>"
        for verdict, count in zip(Verdict, counts, strict=True)
    )
    return (
        f'<div class="top"><h1>{escape(title)}</h1><div class="legend">'
        f"<span>{len(comparison.links)} links</span>{legend}</div>"
        '<div><button data-step="-1">Previous (p)</button> <button data-step="1">Next (n)</button>'
        " <button data-agree>Agreements</button></div></div>"
    )


def _pair(bookmarks: Sequence[Bookmark], comparison: Comparison) -> str:
    a, b = comparison.a, comparison.b
    links_a: list[list[int]] = [[] for _ in a.sentences]
    links_b: list[list[int]] = [[] for _ in b.sentences]
    for number, link in enumerate(comparison.links):
        links_a[link.a].append(number)
        links_b[link.b].append(number)
    found = comparison.discrepancies
    first = len(found) + 1
    marks_a = [_mark(d, n, d.a) for n, d in enumerate(found, 1)] + _kept(bookmarks, a, first)
    marks_b = [_mark(d, n, d.b) for n, d in enumerate(found, 1)] + _kept(bookmarks, b, first)
    left, right = _article(a, marks_a, links_a), _article(b, marks_b, links_b)
    return f'<main class="pair">{left}{right}</main>'


def _mark(found: Discrepancy, number: int, side: Side) -> Mark:
    return Mark(side.span, number, found.kind.value, found.verdict.value, side.own_voice)


def _kept(bookmarks: Sequence[Bookmark], article: Article, first: int) -> list[Mark]:
    marks = []
    for number, bookmark in enumerate(bookmarks, first):
        place = anchored_in(bookmark, article)
        if place is not None and place.start < place.end:
            span = Span(place.start, place.end)
            kind, verdict = bookmark.kind or "passage", bookmark.verdict or "none"
            marks.append(Mark(span, number, kind, verdict, kept=True))
    return marks


def _article(article: Article, marks: Iterable[Mark], links: Sequence[Iterable[int]]) -> str:
    about = [part for part in (article.outlet, article.date) if part]
    return (
        f'<article class="article" lang="{escape(article.language)}"><header>'
        f'<div class="meta">{escape(line(" · ".join(about)))}</div>'
        f"<h2>{escape(line(article.title))}</h2></header>"
        f'<div class="text">{article_text(article, marks, links)}</div></article>'
    )


def _found(bookmarks: Sequence[Bookmark], comparison: Comparison) -> str:
    """Give everything that was compared, what differs first; what was dismissed says so."""
    known = judged(bookmarks, comparison)
    away = dismissed(comparison, {comparison.discrepancies[n]: b for n, b in known.items()})
    numbered = enumerate(comparison.discrepancies, 1)
    ordered = sorted(numbered, key=lambda item: (_ORDER[item[1].verdict], item[0]))
    if not ordered:
        return _heading("Nothing was found to compare", 0)
    parts = []
    for number, found in ordered:
        ends = (_side_end(comparison.a, found.a), _side_end(comparison.b, found.b))
        head = f"{GLYPHS[found.verdict]} {found.kind}: {found.verdict}"
        names: list[str] = [found.kind, found.verdict]
        if number - 1 in away:
            head, names = f"{head} · dismissed", [*names, "dismissed"]
        body = f"<p>{escape(line(found.reason))}</p>{_ends(ends)}"
        parts.append(_entry(head, body, names, number))
    return _heading("What was compared", len(ordered)) + "".join(parts)


def _side_end(article: Article, side: Side) -> End:
    end = end_of(article, side.span)
    return End(ref_of(article), end.start, end.end, end.quote, end.prefix, end.suffix)


def _bookmark(bookmark: Bookmark, number: int, in_pair: bool) -> str:
    verdict = bookmark.verdict or "none"
    what = f"{bookmark.kind}: {bookmark.verdict}" if bookmark.kind else "passage"
    head = f"{GLYPHS.get(verdict, '☆')} {line(what)} · {bookmark.judgement}"
    parts = [f"<p>{escape(line(bookmark.reason))}</p>"] if bookmark.reason else []
    parts.append(_ends(bookmark.ends))
    if bookmark.note:
        parts.append(f'<p class="note">{escape(visible(bookmark.note))}</p>')
    if bookmark.tags:
        tags = (f'<span class="tag">{escape(line(tag))}</span>' for tag in bookmark.tags)
        parts.append(f"<p>{''.join(tags)}</p>")
    names = [bookmark.kind or "passage", verdict, "kept"]
    return _entry(head, "".join(parts), names, number if in_pair else None)


def _ends(ends: Iterable[End]) -> str:
    parts = []
    for end in ends:
        before, quote, after = (escape(part) for part in around(end))
        cite = f'<cite class="meta">{escape(source_line(end.article))}</cite>'
        parts.append(f"<blockquote>{cite}{before}<b>{quote}</b>{after}</blockquote>")
    return f'<div class="ends">{"".join(parts)}</div>'


def _entry(head: str, body: str, words: Sequence[str], number: int | None) -> str:
    data = f' data-d="{number}" tabindex="0"' if number is not None else ""
    names = " ".join(["entry", *(escape(line(word)) for word in words)])
    return f'<div class="{names}"{data}><h3>{escape(head)}</h3>{body}</div>'


def _heading(text: str, count: int) -> str:
    return f"<h2>{text} ({count})</h2>" if count else f"<h2>{text}</h2>"
