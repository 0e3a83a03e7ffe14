"""Saved pages: trafilatura where it is installed, else a rough reader that says it is rough."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import ReadingError
from corpus.intake.document import Document, day, field
from corpus.intake.limits import bounded
from corpus.intake.rough_html import Page, read_page

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_html(data: bytes, address: str | None = None) -> Document:
    """Return the article of a page; ReadingError where it holds none.

    `address` is where the page was fetched from, None to take the one that the page names.
    """
    markup = decoded(bounded(data))
    page = read_page(markup)
    facts = _stated(page)
    text = _extracted(markup, address)
    rough = text is None
    text = page.text if text is None else text
    if not text.strip():
        raise ReadingError("is a page without an article; open it in a browser and save its text.")
    title = facts["title"]
    return Document(
        _without_title(text, title),
        title=title,
        outlet=facts["outlet"],
        author=facts["author"],
        date=facts["date"],
        language=page.language,
        address=address or facts["address"],
        rough=rough,
        source=data,
    )


def decoded(data: bytes) -> str:
    """Return the characters of a page: by its mark, its own word, UTF-8 or Windows-1252."""
    named = _CHARSET.search(data[:4096])
    names = [name for mark, name in _MARKS if data.startswith(mark)]
    names += [named.group(1).decode("ascii", "ignore")] if named else []
    for name in [*names, "utf-8"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def _extracted(markup: str, address: str | None) -> str | None:
    """Return the body that trafilatura finds, None where it is not installed or finds nothing."""
    try:
        from trafilatura import extract  # late: a seventh of a second, for pages alone
    except ImportError:
        return None
    try:
        body = extract(
            markup, url=address, favor_precision=True, include_comments=False, include_tables=False
        )
    except (ValueError, RecursionError, AssertionError, TypeError, AttributeError):
        return None  # a page that breaks the extractor is read roughly
    return re.sub(r"\n+", "\n\n", body) if body else None


def _stated(page: Page) -> dict[str, str | None]:
    """Return what a page says of itself: JSON-LD of an article first, then its meta elements."""
    article: dict[str, Any] = next(_articles(page), {})
    meta = page.meta
    headline = (
        field(article.get("headline"))
        or field(meta.get("og:title"))
        or field(page.heading)
        or _plain_title(page.title)
    )
    outlet = _name(article.get("publisher")) or field(meta.get("og:site_name"))
    return {
        "title": headline,
        "outlet": outlet or field(meta.get("application-name")),
        "author": _name(article.get("author")) or field(meta.get("author")),
        "date": next(filter(None, map(day, _dates(article, page))), None),
        "address": field(page.canonical) or field(meta.get("og:url")),
    }


def _dates(article: dict[str, Any], page: Page) -> list[object]:
    names = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
             "pubdate", "publishdate", "article:modified_time")  # fmt: skip
    return [
        article.get("datePublished"),
        *(page.meta.get(name) for name in names),
        page.moment,
        article.get("dateModified"),
    ]


def _articles(page: Page) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page that describe an article."""
    for block in page.data:
        try:
            waiting: list[Any] = [json.loads(block)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                waiting.extend(item.get("@graph") or [])
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.endswith(_ARTICLE) for kind in kinds):
                    yield item


_ARTICLE = ("Article", "Posting", "Report")


def _name(value: object) -> str | None:
    """Return the name in a JSON-LD value: a text, an object with a name, or several of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:5]))) or None
    return field(value.get("name")) if isinstance(value, dict) else field(value)


def _plain_title(title: str | None) -> str | None:
    """Return the title element without the outlet behind a dash or bar ("Fire – The Paper")."""
    whole = field(title)
    return whole and (re.split(r"\s+[|–—-]\s+(?=[^|–—-]{1,30}$)", whole)[0] or whole)


def _without_title(text: str, title: str | None) -> str:
    """Return the body without its first paragraph where that repeats the title."""
    first, _, rest = text.strip().partition("\n")
    same = title and " ".join(first.lstrip("# ").split()).casefold() == title.casefold()
    return rest.strip() if same and rest.strip() else text
