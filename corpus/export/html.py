"""One self-contained HTML page of a pair: both articles side by side, links and marks, the ledger.

Nothing is fetched and nothing leaves the page: style and script are written into it and named by
their hash in a content security policy that forbids everything else. Articles are escaped text.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

from corpus.export.sanitising import around, line, source_line, visible
from corpus.ledger.anchoring import anchored_in
from corpus.ledger.judgements import dismissed, judged
from corpus.ledger.records import Bookmark, End
from corpus.ledger.selectors import end_of, ref_of
from corpus.model import Article, Comparison, Discrepancy, Sentence, Side, Span, Verdict

FOLDER = Path(__file__).parent / "page"
GLYPHS = {"differ": "≠", "compatible": "≈", "agree": "="}
"""What stands beside a mark, so that nothing is told by colour alone; "☆" for a mere bookmark."""
_RANK = {"differ": 0, "compatible": 2, "agree": 3}


def page(bookmarks: Sequence[Bookmark], comparison: Comparison | None) -> str:
    """Return the page; without a comparison it holds the ledger alone."""
    body = _pair(bookmarks, comparison) if comparison else ""
    title = "Ledger"
    if comparison:
        title = f"{line(comparison.a.title)} / {line(comparison.b.title)}"
        body = _top(title, comparison) + body
    first = len(comparison.discrepancies) + 1 if comparison else 1
    entries = [_bookmark(b, first + n, comparison is not None) for n, b in enumerate(bookmarks)]
    ledger = _heading("Ledger", len(bookmarks)) + "".join(entries) if bookmarks else ""
    found = _found(bookmarks, comparison) if comparison else ""
    panel = '<aside class="panel" hidden aria-live="polite"><button class="close">Close</button>'
    return _document(
        title,
        f'{body}<section class="ledger">{ledger}{found or ""}</section>'
        f'{panel}<div class="body"></div></aside>',
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
    """Return everything that was compared, what differs first; what was dismissed says so."""
    known = judged(bookmarks, comparison)
    away = dismissed(comparison, {comparison.discrepancies[n]: b for n, b in known.items()})
    if not comparison.discrepancies:
        return _heading("Nothing was found to compare", 0)
    parts = []
    for number, found in enumerate(comparison.discrepancies, 1):
        ends = (_side_end(comparison.a, found.a), _side_end(comparison.b, found.b))
        head = f"{GLYPHS[found.verdict]} {found.kind}: {found.verdict}"
        names: list[str] = [found.kind, found.verdict]
        if number - 1 in away:
            head, names = f"{head} · dismissed", [*names, "dismissed"]
        body = f"<p>{escape(line(found.reason))}</p>{_ends(ends)}"
        parts.append(_entry(head, body, names, number))
    return _heading("What was compared", len(parts)) + "".join(parts)


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that belongs to entry `number` of the page."""

    span: Span
    number: int
    kind: str
    verdict: str
    own_voice: bool = False
    kept: bool = False

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Which of several marks on the same characters gives them its look: the least."""
        return _RANK.get(self.verdict, 1), self.own_voice, self.number


def article_text(article: Article, marks: Iterable[Mark], links: Sequence[Iterable[int]]) -> str:
    """Return the text of an article; `links` holds the numbers of the links of each sentence."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    parts: list[str] = []
    done = first = 0
    for index, sentence in enumerate(article.sentences):
        parts.append(_escaped(article.text[done : sentence.start]))
        while first < len(ordered) and ordered[first].span.end <= sentence.start:
            first += 1
        inside = [m for m in _until(ordered, first, sentence.end) if m.span.end > sentence.start]
        parts.append(_sentence(article, sentence, inside, links[index]))
        done = sentence.end
    parts.append(_escaped(article.text[done:]))
    return "".join(parts)


def _until(marks: Sequence[Mark], first: int, end: int) -> Iterable[Mark]:
    for number in range(first, len(marks)):
        if marks[number].span.start >= end:
            return
        yield marks[number]


def _sentence(
    article: Article, sentence: Sentence, marks: Sequence[Mark], links: Iterable[int]
) -> str:
    numbers = " ".join(str(number) for number in links)
    names = f"s {escape(str(sentence.kind))}" + (" linked" if numbers else "")
    data = f' data-l="{numbers}"' if numbers else ""
    words = "".join(_pieces(article.text, sentence.span, marks))
    return f'<span class="{names}"{data}>{words}</span>'


def _pieces(text: str, span: Span, marks: Sequence[Mark]) -> Iterable[str]:
    """Cut a sentence where a mark begins or ends; each piece bears all marks that cover it."""
    cuts = {span.start, span.end}
    for mark in marks:
        cuts |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    bounds = sorted(cuts)
    for start, end in pairwise(bounds):
        piece = Span(start, end)
        over = sorted((m for m in marks if m.span.overlaps(piece)), key=lambda m: m.rank)
        words = _escaped(text[start:end])
        yield _marked(words, over, last=over[0].span.end == end) if over else words


def _marked(words: str, over: Sequence[Mark], *, last: bool) -> str:
    top = over[0]
    names = ["m", escape(top.kind), escape(top.verdict)]
    names += ["own"] * top.own_voice + ["kept"] * any(mark.kept for mark in over)
    numbers = " ".join(dict.fromkeys(str(mark.number) for mark in over))
    glyph = GLYPHS.get(top.verdict, "☆") if last else ""
    shown = f'<span class="g" aria-hidden="true">{glyph}</span>' if glyph else ""
    return f'<span class="{" ".join(names)}" data-d="{numbers}" tabindex="0">{words}{shown}</span>'


def _escaped(text: str) -> str:
    return escape(visible(text))
