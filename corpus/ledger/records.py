"""What a notebook keeps: bookmarks with one or two ends, and hand-made links. Frozen values.

Every value turns into plain text, lists and mappings (`to_record`) and back (`from_record`) without
loss; that form is what the notebook stores and what an export in JSON holds.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from corpus.errors import NotebookError

JUDGEMENTS = ("open", "confirmed", "explained", "dismissed")
"""What a reader can make of a bookmark, in the order in which a ledger cycles through them."""

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z")

ACTIONS = ("pin", "forbid", "split")
"""What a hand-made link says: these belong together, these do not, this is a part linked apart."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Which article an end lies in.

    `hash` is the SHA-256 of the text in hexadecimal digits: the same text is the same article
    wherever it lies. `path` is absolute, None for a text that came from no file.
    """

    hash: str
    path: str | None = None
    title: str = ""
    outlet: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """A passage of one article, so described that it is found again when the text changes.

    `start` and `end` are code points, half-open, in the text that `article.hash` names; `quote` is
    what stood there, `prefix` and `suffix` what stood around it (the text quote and text position
    selectors of the W3C Web Annotation model).
    """

    article: ArticleRef
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One finding: a passage in one or two articles, what the rules and the reader make of it.

    `kind`, `verdict` and `reason` are those of the discrepancy; kind and verdict are None for a
    passage without one. `created` and `changed` are UTC, ISO 8601; `judgement` is in JUDGEMENTS.
    """

    id: str
    created: str
    changed: str
    kind: str | None = None
    verdict: str | None = None
    reason: str = ""
    a: End | None = None
    b: End | None = None
    judgement: str = "open"
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def ends(self) -> tuple[End, ...]:
        """The ends that there are, that of the left article first."""
        return tuple(end for end in (self.a, self.b) if end is not None)


@dataclass(frozen=True, slots=True)
class HandLink:
    """A reader's word about two passages, which wins over every rule. `action` is one of ACTIONS.

    `pin` links the sentences of the two passages, `forbid` keeps them apart, and `split` links one
    part of a long sentence with its own partner.
    """

    id: str
    created: str
    a: End
    b: End
    action: str = "pin"
    note: str = ""


def new_id() -> str:
    """Return an identifier that no other record has."""
    return str(uuid.uuid4())


def now() -> str:
    """Return the present moment: UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_record(value: Bookmark | HandLink) -> dict[str, Any]:
    """Return a bookmark or hand-made link as text, numbers, lists and mappings."""
    record = asdict(value)
    if "tags" in record:
        record["tags"] = list(record["tags"])
    return record


def bookmark_from(record: object) -> Bookmark:
    """Read a bookmark back; NotebookError says which field is missing or of the wrong kind."""
    given = _known(record, Bookmark, "bookmark")
    tags = given.pop("tags", [])
    if not isinstance(tags, list | tuple) or not all(isinstance(tag, str) for tag in tags):
        raise NotebookError("a bookmark's tags are a list of words.")
    a, b = (_end_from(given.pop(side, None)) for side in "ab")
    _texts(given, "bookmark", ("id", "created", "changed"), ("kind", "verdict"))
    _one_of(given.get("judgement", "open"), JUDGEMENTS, "judgement")
    return Bookmark(**given, a=a, b=b, tags=tuple(tags))


@lru_cache(maxsize=20_000)
def stored_bookmark(text: str) -> Bookmark:
    """Read a bookmark in the form in which it is stored; it was checked before it was kept."""
    record = json.loads(text)
    try:
        a, b = (_stored_end(record[side]) for side in "ab")
        return Bookmark(**{**record, "a": a, "b": b, "tags": tuple(record["tags"])})
    except (TypeError, KeyError):  # stored by another version
        return bookmark_from(record)


def _stored_end(record: dict[str, Any] | None) -> End | None:
    if record is None:
        return None
    return End(**{**record, "article": ArticleRef(**record["article"])})


def hand_link_from(record: object) -> HandLink:
    """Read a hand-made link back; NotebookError says what is wrong with it."""
    given = _known(record, HandLink, "link")
    a, b = (_end_from(given.pop(side, None)) for side in "ab")
    if a is None or b is None:
        raise NotebookError("a hand-made link has two ends, a and b.")
    _texts(given, "link", ("id", "created"), ())
    _one_of(given.get("action", "pin"), ACTIONS, "action")
    return HandLink(**given, a=a, b=b)


def _end_from(record: object) -> End | None:
    if record is None:
        return None
    given = _known(record, End, "end")
    article = _known(given.pop("article", None), ArticleRef, "article")
    _texts(article, "article", ("hash",), ("path", "outlet", "date"))
    bounds = (given.pop("start", None), given.pop("end", None))
    start, end = bounds
    if type(start) is not int or type(end) is not int or not 0 <= start <= end < 2**53:
        raise NotebookError("an end has start and end, whole numbers with 0 <= start <= end.")
    if "quote" not in given:
        raise NotebookError("an end needs the field quote.")
    _texts(given, "end", (), ())
    return End(ArticleRef(**article), start, end, **given)


def _known(record: object, kind: type, what: str) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        raise NotebookError(f"a {what} is a mapping of fields.")
    names = {field.name for field in fields(kind)}
    return {str(key): value for key, value in record.items() if key in names}


def _texts(
    given: dict[str, Any], what: str, needed: tuple[str, ...], optional: tuple[str, ...]
) -> None:
    """Check that all fields are text, that the needed ones are there and not empty."""
    for name in needed:
        if not given.get(name):
            raise NotebookError(f"a {what} needs the field {name}.")
    for name, value in given.items():
        if not isinstance(value, str) and not (value is None and name in optional):
            raise NotebookError(f"the field {name} of a {what} is text.")
    if "id" in needed and not str(given["id"]).isprintable():
        raise NotebookError(f"the id of a {what} holds characters that cannot be printed.")
    for name in ("created", "changed"):
        if name in needed and not _TIME.fullmatch(given[name]):
            raise NotebookError(f"{name} of a {what} is a time like 2026-01-31T09:00:00.000Z.")


def _one_of(value: object, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise NotebookError(f"{what} is one of {', '.join(known)}.")
