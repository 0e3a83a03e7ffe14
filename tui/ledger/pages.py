"""What a ledger shows and how it is read: a page at a time, whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.ledger.anchoring import Anchored, anchor, belongs, moved
from corpus.ledger.records import Bookmark, End
from corpus.ledger.selectors import text_hash
from corpus.model import Article, DiscrepancyKind
from corpus.text.files import is_file

if TYPE_CHECKING:
    from corpus.ledger.notebook import Notebook

PAGE = 64
"""How many bookmarks are read at once."""
HELD = 8
"""How many pages are held."""
WHOSE = ("pair", "folder", "all")
"""Whose bookmarks are shown."""
KINDS = (None, *(kind.value for kind in DiscrepancyKind), "")
"""The kinds in the order in which a key cycles them; "" is a passage without a discrepancy."""
ORDERS = ("place", "newest", "changed", "kind", "judgement")
"""The orders as a key cycles them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader wants to see of the ledger."""

    whose: str = "pair"
    sort: str = "place"
    kind: str | None = None
    judgement: str | None = None
    tag: str | None = None
    text: str = ""
    dismissed: bool = False
    lost: bool = False

    @property
    def filtered(self) -> bool:
        """Tell whether something is asked for that not every bookmark meets."""
        asked = (self.kind is not None, self.judgement, self.tag, self.text, self.lost)
        return any(asked)

    def plain(self) -> Look:
        """Return the look without anything asked for."""
        return Look(self.whose, self.sort, dismissed=self.dismissed)

    def turned(self, field: str, values: Sequence[Any], count: int = 1) -> Look:
        """Return the look with the next one of the values of a field."""
        now = getattr(self, field)
        at = values.index(now) if now in values else 0
        return replace(self, **{field: values[(at + count) % len(values)]})


class Finder:
    """Finds the ends of bookmarks in the articles that are open."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self._places: dict[End, Anchored | None] = {}
        self._there: dict[str, bool] = {}

    def article(self, end: End) -> Article | None:
        """Return the open article that an end was made in."""
        same = (a for a in self.articles if end.article.hash == text_hash(a.text))
        return next(same, None) or next((a for a in self.articles if belongs(end, a)), None)

    def place(self, end: End) -> Anchored | None:
        """Return where an end stands now; None if it is not found or its article is not open."""
        if end not in self._places:
            article = self.article(end)
            self._places[end] = anchor(end, article) if article else None
        return self._places[end]

    def lost(self, end: End | None) -> bool:
        """Tell that an end is not found: not in its article, or that one's file is gone."""
        if end is None:
            return False
        if self.article(end) is not None:
            return self.place(end) is None
        path = end.article.path
        if path is None:
            return False
        if path not in self._there:
            self._there[path] = is_file(Path(path))
        return not self._there[path]

    def moved(self, end: End | None) -> str:
        """Return the passage that may be a lost end; empty where there is none."""
        article = None if end is None or not self.lost(end) else self.article(end)
        place = None if end is None or article is None else moved(end, article)
        return article.text[place.start : place.end] if article and place else ""


class NotebookPages:
    """The bookmarks of a notebook that a look asks for. NotebookError where it cannot be read.

    `pair` are the two articles on the screen, `folder` is the one that holds them, if any.
    """

    def __init__(
        self,
        notebook: Notebook,
        look: Look,
        finder: Finder,
        pair: Sequence[Article],
        folder: Path | None,
    ) -> None:
        self._notebook, self.look, self._finder = notebook, look, finder
        self._asked: dict[str, Any] = {
            "kind": look.kind,
            "judgement": look.judgement,
            "tag": look.tag,
            "text": look.text or None,
        }
        if look.whose == "pair":
            self._asked["pair"] = tuple(pair)
        elif look.whose == "folder" and folder is not None:
            self._asked["folder"] = folder
        if not look.dismissed and look.judgement != "dismissed":
            self._asked["without"] = "dismissed"
        self._pages: dict[int, tuple[Bookmark, ...]] = {}
        self._length = len(self._lost) if look.lost else notebook.count(**self._asked)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> Bookmark:
        if self.look.lost:
            return self._lost[index]
        number, at = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= HELD:
                self._pages.pop(next(iter(self._pages)))
            page = self._pages[number] = self._notebook.bookmarks(
                **self._asked, sort=self.look.sort, limit=PAGE, offset=number * PAGE
            )
        return page[at]

    @cached_property
    def _lost(self) -> tuple[Bookmark, ...]:
        """The bookmarks with an end that is not found; those in unchanged texts are not read."""
        known = tuple(text_hash(article.text) for article in self._finder.articles)
        read = self._notebook.bookmarks(**self._asked, sort=self.look.sort, outside=known)
        return tuple(bookmark for bookmark in read if any(self.lost(bookmark)))

    def moved(self, bookmark: Bookmark) -> tuple[str, str]:
        """Return for each end the passage that it may be now, where it is not found for sure."""
        return self._finder.moved(bookmark.a), self._finder.moved(bookmark.b)

    def lost(self, bookmark: Bookmark) -> tuple[bool, bool]:
        """Tell for each end that it is no longer found."""
        return self._finder.lost(bookmark.a), self._finder.lost(bookmark.b)

    def everything(self) -> tuple[Bookmark, ...]:
        """Return all of them at once, in order."""
        if self.look.lost:
            return self._lost
        return self._notebook.bookmarks(**self._asked, sort=self.look.sort)

    def hidden(self) -> int:
        """Tell how many would be there too if the dismissed were shown."""
        if "without" not in self._asked or self.look.judgement:
            return 0
        asked = {name: value for name, value in self._asked.items() if name != "without"}
        return self._notebook.count(**{**asked, "judgement": "dismissed"})
