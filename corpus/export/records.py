"""A ledger for programs: our own JSON, which is read back without loss, and W3C Web Annotations.

Our own JSON, version 1::

    {"format": "abreast-ledger", "version": 1,
     "bookmarks": [{"id", "created", "changed", "kind", "verdict", "reason", "judgement", "tags",
                    "note", "a": END|null, "b": END|null}],
     "links": [{"id", "created", "action", "note", "a": END, "b": END}]}

    END = {"article": {"hash", "path", "title", "outlet", "date"},
           "start", "end", "quote", "prefix", "suffix"}

Offsets are code points; times are UTC, ISO 8601; see `corpus.ledger.records` for the meaning of
each field. Fields may be added; a reader leaves out those it does not know. Records are in the
order of their making.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from corpus.errors import ExportError, NotebookError
from corpus.export.sanitising import as_json, visible
from corpus.ledger.records import (
    ArticleRef,
    Bookmark,
    End,
    HandLink,
    bookmark_from,
    hand_link_from,
    to_record,
)

FORMAT = "abreast-ledger"
VERSION = 1
_Record = TypeVar("_Record", Bookmark, HandLink)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

CONTEXT: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    **{name: f"oa:{name}" for name in ("assessing", "bookmarking", "commenting", "describing")},
    "tagging": "oa:tagging",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "title": "dcterms:title",
    "publisher": "dcterms:publisher",
    "date": "dcterms:date",
}
"""The terms of http://www.w3.org/ns/anno.jsonld that are used, written out: nothing is fetched."""


def own_json(bookmarks: Sequence[Bookmark], links: Sequence[HandLink] = ()) -> str:
    """Return a ledger and hand-made links in our own JSON."""
    value = {
        "format": FORMAT,
        "version": VERSION,
        "bookmarks": [to_record(b) for b in sorted(bookmarks, key=lambda b: (b.created, b.id))],
        "links": [to_record(link) for link in sorted(links, key=lambda k: (k.created, k.id))],
    }
    return as_json(value)


def read_own(text: str) -> tuple[tuple[Bookmark, ...], tuple[HandLink, ...]]:
    """Read our own JSON; ExportError says what is wrong and with which record."""
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"this is not JSON ({error}).") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ExportError(f'this is no ledger of Abreast: it lacks "format": "{FORMAT}".')
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise ExportError("the version of the ledger is not a number from 1 on.")
    if version > VERSION:
        raise ExportError(f"the ledger has version {version}; this Abreast reads up to {VERSION}.")
    bookmarks = _each(value, "bookmarks", bookmark_from)
    links = _each(value, "links", hand_link_from)
    for records in (bookmarks, links):
        ids = [record.id for record in records]
        if len(set(ids)) < len(ids):
            raise ExportError("two records have the same id.")
    return bookmarks, links


def _each(
    value: dict[str, Any], name: str, read: Callable[[object], _Record]
) -> tuple[_Record, ...]:
    records = value.get(name, [])
    if not isinstance(records, list):
        raise ExportError(f'"{name}" is a list.')
    found: list[_Record] = []
    for number, record in enumerate(records, 1):
        try:
            found.append(read(record))
        except NotebookError as error:
            raise ExportError(f"{name}, record {number}: {error.message}") from error
    return tuple(found)


def web_annotations(bookmarks: Sequence[Bookmark]) -> str:
    """Return a ledger as W3C Web Annotations (JSON-LD): one a bookmark, with one target an end."""
    return as_json({"@context": CONTEXT, "@graph": [_annotation(b) for b in bookmarks]})


def _annotation(bookmark: Bookmark) -> dict[str, Any]:
    bodies = [
        ("commenting", bookmark.note),
        ("describing", bookmark.reason),
        ("assessing", bookmark.judgement),
        *(("tagging", tag) for tag in bookmark.tags),
        *(("tagging", f"{bookmark.kind}: {bookmark.verdict}") for _ in [0] if bookmark.kind),
    ]
    return {
        "id": _iri(bookmark.id),
        "type": "Annotation",
        "motivation": "commenting" if bookmark.note else "bookmarking",
        "created": bookmark.created,
        "modified": bookmark.changed,
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": visible(value)}
            for purpose, value in bodies
            if value
        ],
        "target": [_target(end) for end in bookmark.ends],
    }


def _target(end: End) -> dict[str, Any]:
    about = {"title": end.article.title, "publisher": end.article.outlet, "date": end.article.date}
    known = {name: visible(value) for name, value in about.items() if value}
    quoted = {"exact": end.quote, "prefix": end.prefix, "suffix": end.suffix}
    return {
        "type": "SpecificResource",
        "source": {"id": _source(end.article), **known},
        "selector": [
            {"type": "TextQuoteSelector", **quoted},
            {"type": "TextPositionSelector", "start": end.start, "end": end.end},
        ],
    }


def _iri(id: str) -> str:
    return f"urn:uuid:{id}" if _UUID.fullmatch(id) else f"urn:abreast:{_quoted(id)}"


def _source(ref: ArticleRef) -> str:
    """Name a text by its hash (RFC 6920), so that no path of the reader's machine goes out."""
    if re.fullmatch(r"[0-9a-f]{64}", ref.hash):
        digest = base64.urlsafe_b64encode(bytes.fromhex(ref.hash)).decode().rstrip("=")
        return f"ni:///sha-256;{digest}"
    return f"urn:abreast:{_quoted(ref.hash)}"


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
