"""Hand-made links: re-applied to the texts as they are now, and shared as YAML beside the articles.

The file is a list under `links:`; each has `action`, `a` and `b`, and each end the fields of
`corpus.ledger.records`. All values are text in quotes, so that nothing is taken for anything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import CorpusError, ExportError, NotebookError
from corpus.languages.tables import load_yaml
from corpus.ledger.anchoring import anchor, belongs
from corpus.ledger.records import End, HandLink, hand_link_from, to_record
from corpus.model import Article, Span

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Applied:
    """A hand-made link in the present texts: the sentences it names, and its exact passages.

    `a` and `b` are indexes of sentences of the left and the right article.
    """

    link: HandLink
    a: tuple[int, ...]
    b: tuple[int, ...]
    span_a: Span
    span_b: Span


def apply(
    links: Sequence[HandLink], a: Article, b: Article
) -> tuple[tuple[Applied, ...], tuple[HandLink, ...]]:
    """Return the links of a pair, found again on either side, and those with a lost passage.

    A link of other articles is neither.
    """
    applied: list[Applied] = []
    orphans: list[HandLink] = []
    for link in links:
        ends = _in_order(link, a, b)
        if ends is None:
            continue
        left, right = anchor(ends[0], a), anchor(ends[1], b)
        if left is None or right is None:
            orphans.append(link)
            continue
        span_a, span_b = Span(left.start, left.end), Span(right.start, right.end)
        found = Applied(link, _sentences(a, span_a), _sentences(b, span_b), span_a, span_b)
        if found.a and found.b:
            applied.append(found)
        else:
            orphans.append(link)
    return tuple(applied), tuple(orphans)


def links_yaml(links: Sequence[HandLink]) -> str:
    """Return hand-made links as YAML that a desk can keep beside its articles."""
    records = [to_record(link) for link in sorted(links, key=lambda k: (k.created, k.id))]
    # JSON is YAML; one value a line keeps it readable and its changes easy to follow.
    lines = ["# Hand-made links of Abreast.", "links:" if records else "links: []"]
    for record in records:
        a, b = record.pop("a"), record.pop("b")
        lines.append("  - " + "\n    ".join(f"{key}: {_scalar(v)}" for key, v in record.items()))
        for side, end in (("a", a), ("b", b)):
            lines.append(f"    {side}:")
            article = end.pop("article")
            lines += [f"      {key}: {_scalar(value)}" for key, value in end.items()]
            lines.append("      article:")
            known = {key: value for key, value in article.items() if value is not None}
            lines += [f"        {key}: {_scalar(value)}" for key, value in known.items()]
    return "\n".join(lines) + "\n"


def read_links(path: Path) -> tuple[HandLink, ...]:
    """Read hand-made links from YAML; ExportError says what is wrong and with which link."""
    try:
        value = load_yaml(path)
    except (CorpusError, yaml.YAMLError, RecursionError) as error:
        message = error.message if isinstance(error, CorpusError) else f"{path}: not valid YAML."
        raise ExportError(message) from error
    records = value.get("links") if isinstance(value, dict) else None
    if not isinstance(records, list):
        raise ExportError(f"{path}: the file has a list under links.")
    found: list[HandLink] = []
    for number, record in enumerate(records, 1):
        try:
            found.append(hand_link_from(_with_numbers(record)))
        except NotebookError as error:
            raise ExportError(f"{path}, link {number}: {error.message}") from error
    return tuple(found)


def _in_order(link: HandLink, a: Article, b: Article) -> tuple[End, End] | None:
    if belongs(link.a, a) and belongs(link.b, b):
        return link.a, link.b
    if belongs(link.a, b) and belongs(link.b, a):
        return link.b, link.a
    return None


def _sentences(article: Article, span: Span) -> tuple[int, ...]:
    return tuple(n for n, s in enumerate(article.sentences) if s.span.overlaps(span))


def _scalar(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    # A lone surrogate, as in the name of a file that is not UTF-8, has no form in YAML.
    return "".join(c if c.isprintable() else _escaped(c) for c in _SURROGATE.sub("\ufffd", text))


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def _with_numbers(record: Any) -> Any:
    """Turn the bounds of both ends into numbers: the loader gives everything as text."""
    if not isinstance(record, dict):
        return record
    mended = dict(record)
    for side in "ab":
        end = mended.get(side)
        if isinstance(end, dict):
            bounds = {n: int(end[n]) for n in ("start", "end") if _is_whole(end.get(n))}
            mended[side] = {**end, **bounds}
    return mended


def _is_whole(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16
