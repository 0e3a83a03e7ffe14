"""A pair as TEI P5: outlets as witnesses, their sentences linked, the ledger as an apparatus."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from corpus.export.sanitising import line, source_line, visible
from corpus.ledger.records import ArticleRef, Bookmark
from corpus.ledger.selectors import ref_of
from corpus.model import Article, Comparison, SentenceKind

_LISTS = frozenset(
    ("TEI", "fileDesc", "sourceDesc", "listWit", "body", "linkGrp", "listApp", "app")
)
"""Elements whose children stand on lines of their own; none of them holds text of an article."""


def tei(bookmarks: Sequence[Bookmark], comparison: Comparison | None) -> str:
    """Return a TEI document; without a comparison, one of witnesses and apparatus alone."""
    refs = [ref_of(comparison.a), ref_of(comparison.b)] if comparison else []
    refs += [end.article for bookmark in bookmarks for end in bookmark.ends]
    witnesses: dict[str, ArticleRef] = {}
    for ref in refs:
        witnesses.setdefault(ref.hash, ref)
    names = {key: f"w{number}" for number, key in enumerate(witnesses, 1)}
    root = Element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0"})
    _header(root, witnesses, names)
    body = SubElement(SubElement(root, "text"), "body")
    if comparison:
        _articles(body, comparison, names)
    _apparatus(body, bookmarks, names)
    if not len(body):
        SubElement(_add(body, "div"), "p")
    _break_lines(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _break_lines(root: Element) -> None:
    """Put the children of the elements in _LISTS and the sentences of an article on own lines."""
    for element in root.iter():
        if len(element) and (element.tag in _LISTS or element.get("type") == "article"):
            element.text = "\n"
            for child in element:
                child.tail = "\n"


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Return a new last child; its text is that of an article, made harmless."""
    child = SubElement(parent, tag, attributes)
    child.text = None if text is None else visible(text)
    return child


def _header(root: Element, witnesses: dict[str, ArticleRef], names: dict[str, str]) -> None:
    title = " / ".join(source_line(ref) for ref in witnesses.values()) or "Ledger"
    described = _add(_add(root, "teiHeader"), "fileDesc")
    _add(_add(described, "titleStmt"), "title", title)
    made = "Made with Abreast; the texts belong to their publishers."
    _add(_add(described, "publicationStmt"), "p", made)
    sources = _add(described, "sourceDesc")
    if not witnesses:
        _add(sources, "p", "No article.")
        return
    listed = _add(sources, "listWit")
    for key, ref in witnesses.items():
        _witness(listed, names[key], ref)


def _witness(listed: Element, name: str, ref: ArticleRef) -> None:
    bibl = _add(SubElement(listed, "witness", {"xml:id": name}), "bibl")
    _add(bibl, "title", ref.title or "untitled")
    if ref.outlet:
        _add(bibl, "publisher", ref.outlet)
    if ref.date:
        _add(bibl, "date", ref.date)
    _add(bibl, "idno", ref.hash, type="sha256")


def _articles(body: Element, comparison: Comparison, names: dict[str, str]) -> None:
    a, b = (names[ref_of(article).hash] for article in (comparison.a, comparison.b))
    # The same text on both sides is one witness and must not give its sentences twice.
    articles = [(a, comparison.a)] + ([(b, comparison.b)] if b != a else [])
    for name, article in articles:
        _article(body, name, article)
    if comparison.links:
        linked = _add(body, "div", type="links")
        _add(linked, "p", "Sentences that report the same.")
        group = _add(linked, "linkGrp")
        for link in comparison.links:
            _add(group, "link", type=link.strength, target=f"#{a}.s{link.a} #{b}.s{link.b}")


def _article(body: Element, name: str, article: Article) -> None:
    attributes = {"type": "article", "xml:lang": _word(article.language), "corresp": f"#{name}"}
    division = SubElement(body, "div", attributes)
    for number, sentence in enumerate(article.sentences):
        about = {"xml:id": f"{name}.s{number}"}
        if sentence.kind is not SentenceKind.BODY:
            about["type"] = sentence.kind
        unit = SubElement(_add(division, "p"), "s", about)
        unit.text = visible(article.sentence_text(number))
    if not article.sentences:
        _add(division, "p")


def _apparatus(body: Element, bookmarks: Sequence[Bookmark], names: dict[str, str]) -> None:
    if not bookmarks:
        return
    entries = _add(_add(body, "div", type="ledger"), "listApp")
    for bookmark in bookmarks:
        kinds = {"type": bookmark.kind, "subtype": bookmark.verdict}
        entry = _add(entries, "app", **{key: _word(kind) for key, kind in kinds.items() if kind})
        for end in bookmark.ends:
            _add(entry, "rdg", end.quote, wit=f"#{names[end.article.hash]}")
        for what, text in _notes(bookmark):
            _add(entry, "note", text, type=what)


def _notes(bookmark: Bookmark) -> list[tuple[str, str]]:
    notes = [("reason", bookmark.reason), ("judgement", bookmark.judgement)]
    notes += [("tag", tag) for tag in bookmark.tags]
    notes.append(("note", bookmark.note))
    return [(what, text) for what, text in notes if text]


def _word(text: str) -> str:
    """Return the value of an attribute; it is one word, as TEI wants it: "to ord" is "to_ord"."""
    return "_".join(line(text).split()) or "unknown"
