"""A page read with the standard library alone: its head, and the paragraphs outside of menus."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption", "pre"})
_LEFT_OUT = frozenset({
    "nav", "aside", "footer", "form", "script", "style", "noscript", "template", "button",
    "select", "svg", "iframe", "object", "dialog", "menu",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
SHORTEST = 25
"""Characters below which a list item or paragraph is a menu's and not an article's."""
DEEPEST = 2_000
"""Open elements of a left-out part that are counted; deeper ones are closed with it."""


@dataclass(slots=True)
class Page:
    """What stands in a page: its head, JSON-LD blocks, first heading and time, and paragraphs."""

    title: str | None = None
    heading: str | None = None
    language: str | None = None
    canonical: str | None = None
    moment: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs, each apart by an empty line."""
        return "\n\n".join(self.paragraphs)


def read_page(markup: str) -> Page:
    """Return what stands in a page; broken markup is read as far as it goes."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.finish()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._left_out = 0
        self._block: str | None = None
        self._parts: list[str] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self._head(tag, named)
        if tag == "script" and "ld+json" in named.get("type", ""):
            self._script = []
        if tag in _LEFT_OUT:
            self.finish()
            self._left_out = min(self._left_out + 1, DEEPEST)
        elif tag in _BLOCKS or tag == "title":
            self.finish()
            self._block = tag
        elif tag == "br":
            self._parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.page.data.append("".join(self._script))
            self._script = None
        if tag in _LEFT_OUT:
            self._left_out = max(0, self._left_out - 1)
        elif tag == self._block:
            self.finish()

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        elif self._block and (not self._left_out or self._block == "title"):
            self._parts.append(data)

    def finish(self) -> None:
        """End the open block and keep it where it is one of the article's."""
        words, block = " ".join("".join(self._parts).split()), self._block
        self._parts, self._block = [], None
        if not words or block is None:
            return
        if block == "title":
            self.page.title = self.page.title or words
        elif block == "h1" and self.page.heading is None:
            self.page.heading = words
        elif block in ("h2", "h3", "h4") or len(words) >= SHORTEST:
            self.page.paragraphs.append(words)

    def _head(self, tag: str, named: dict[str, str]) -> None:
        page = self.page
        if tag == "html":
            page.language = page.language or named.get("lang") or None
        elif tag == "meta":
            name = (named.get("property") or named.get("name") or named.get("itemprop", "")).lower()
            page.meta.setdefault(name, named.get("content", ""))
        elif tag == "link" and named.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or named.get("href") or None
        elif tag == "time" and page.moment is None:
            page.moment = named.get("datetime") or None
