"""RSS and Atom by feedparser: each entry with a text becomes a document."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from typing import Any

from corpus.errors import ReadingError
from corpus.intake.document import WEB, Document, field
from corpus.intake.limits import MOST_MEMBERS, bounded
from corpus.intake.rough_html import read_page


def read_feed(data: bytes) -> Iterator[Document]:
    """Yield the entries of a feed, newest first as the feed has them; ReadingError if broken."""
    try:
        import feedparser  # late: for feeds alone
    except ImportError as error:
        raise ReadingError(f"is a feed; to read them: {WEB}") from error
    feed = feedparser.parse(
        bounded(data), sanitize_html=True, resolve_relative_uris=False, response_headers={}
    )
    if feed.bozo and not feed.entries:
        raise ReadingError("is a broken feed; save it again.")
    outlet = field(feed.feed.get("title"))
    for entry in feed.entries[:MOST_MEMBERS]:
        document = _entry(entry, outlet, field(feed.feed.get("language")))
        if document.text:
            yield document


def _entry(entry: Any, outlet: str | None, language: str | None) -> Document:
    whole = [part.get("value", "") for part in entry.get("content", [])]
    markup = max([*whole, str(entry.get("summary", ""))], key=len)
    page = read_page(f"<p>{markup}</p>" if "<p" not in markup else markup)
    text = page.text or " ".join(read_page(f"<pre>{markup}</pre>").text.split())
    title = field(entry.get("title"))
    return Document(
        text or title or "",
        title=title,
        outlet=outlet,
        author=field(entry.get("author")),
        date=_day(dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")),
        language=language,
        address=field(entry.get("link")),
    )


def _day(moment: Any) -> str | None:
    try:
        seconds = calendar.timegm(moment)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    except (TypeError, ValueError, OverflowError, OSError):
        return None
