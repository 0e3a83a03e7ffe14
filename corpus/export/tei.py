"""A pair as TEI P5: outlets as witnesses, their sentences linked, the ledger as an apparatus."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from corpus.export.sanitising import line, source_line, visible
from corpus.ledger.records import ArticleRef, Bookmark
from corpus.ledger.selectors import ref_of
from corpus.model import Article, Comparison, SentenceKind


def tei(bookmarks: Sequence[Bookmark], comparison: Comparison | None) -> str:
    """Give a TEI document; without a comparison it holds the witnesses and the apparatus alone."""
    refs = [ref_of(comparison.a), ref_of(comparison.b)] if comparison else []
    refs += [end.article for bookmark in bookmarks for end in bookmark.ends]
    witnesses: dict[str, ArticleRef] = {}
    for ref in refs:
        witnesses.setdefault(ref.hash, ref)
    names = {key: f"w{number}" for number, key in enumerate(witnesses, 1)}
    body = _articles(comparison, names) if comparison else []
    body += _apparatus(bookmarks, names)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
            *_header(witnesses, names),
            "<text><body>",
            *(body or ["<div><p/></div>"]),
            "</body></text>",
            "</TEI>",
            "",
        ]
    )


def _header(witnesses: dict[str, ArticleRef], names: dict[str, str]) -> list[str]:
    title = " / ".join(source_line(ref) for ref in witnesses.values()) or "Ledger"
    lines = [
        "<teiHeader><fileDesc>",
        f"<titleStmt><title>{_text(title)}</title></titleStmt>",
        "<publicationStmt><p>Made with Abreast; the texts belong to their publishers.</p>"
        "</publicationStmt>",
        "<sourceDesc>",
    ]
    if witnesses:
        lines += ["<listWit>", *(_witness(names[k], r) for k, r in witnesses.items()), "</listWit>"]
    else:
        lines.append("<p>No article.</p>")
    return [*lines, "</sourceDesc>", "</fileDesc></teiHeader>"]


def _witness(name: str, ref: ArticleRef) -> str:
    parts = [f"<title>{_text(ref.title or 'untitled')}</title>"]
    if ref.outlet:
        parts.append(f"<publisher>{_text(ref.outlet)}</publisher>")
    if ref.date:
        parts.append(f"<date>{_text(ref.date)}</date>")
    parts.append(f'<idno type="sha256">{_text(ref.hash)}</idno>')
    return f'<witness xml:id="{name}"><bibl>{"".join(parts)}</bibl></witness>'


def _articles(comparison: Comparison, names: dict[str, str]) -> list[str]:
    a, b = (names[ref_of(article).hash] for article in (comparison.a, comparison.b))
    # The same text on both sides is one witness and must not give its sentences twice.
    articles = [(a, comparison.a)] + ([(b, comparison.b)] if b != a else [])
    lines = [part for name, article in articles for part in _article(name, article)]
    if comparison.links:
        lines.append('<div type="links"><p>Sentences that report the same.</p><linkGrp>')
        for link in comparison.links:
            targets = f"#{a}.s{link.a} #{b}.s{link.b}"
            lines.append(f'<link type="{link.strength}" target="{targets}"/>')
        lines.append("</linkGrp></div>")
    return lines


def _article(name: str, article: Article) -> list[str]:
    lines = [f'<div type="article" xml:lang={_attribute(article.language)} corresp="#{name}">']
    for number, sentence in enumerate(article.sentences):
        words = _text(article.sentence_text(number))
        kind = "" if sentence.kind is SentenceKind.BODY else f' type="{sentence.kind}"'
        lines.append(f'<p><s xml:id="{name}.s{number}"{kind}>{words}</s></p>')
    return [*lines, *(["<p/>"] if not article.sentences else []), "</div>"]


def _apparatus(bookmarks: Sequence[Bookmark], names: dict[str, str]) -> list[str]:
    lines = []
    for bookmark in bookmarks:
        kind = f" type={_attribute(bookmark.kind)}" if bookmark.kind else ""
        verdict = f" subtype={_attribute(bookmark.verdict)}" if bookmark.verdict else ""
        lines.append(f"<app{kind}{verdict}>")
        for end in bookmark.ends:
            where = f'wit="#{names[end.article.hash]}"'
            lines.append(f"<rdg {where}>{_text(end.quote)}</rdg>")
        for what, text in _notes(bookmark):
            lines.append(f'<note type="{what}">{_text(text)}</note>')
        lines.append("</app>")
    return ['<div type="ledger"><listApp>', *lines, "</listApp></div>"] if lines else []


def _notes(bookmark: Bookmark) -> list[tuple[str, str]]:
    notes = [("reason", bookmark.reason), ("judgement", bookmark.judgement)]
    notes += [("tag", tag) for tag in bookmark.tags]
    notes.append(("note", bookmark.note))
    return [(what, text) for what, text in notes if text]


def _text(text: str) -> str:
    return escape(visible(text))


def _attribute(text: str) -> str:
    """Give a quoted attribute; its value is one word, as TEI wants it."""
    return quoteattr("_".join(line(text).split()) or "unknown")
