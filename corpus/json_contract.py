"""The public JSON of `abreast inspect` and `abreast compare`: model -> plain lists and mappings.

All offsets are code points into `text`. Fields are only ever added; the README, "For programs",
says what each means.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

from corpus.facts.attributions.attributions import find_attributions
from corpus.facts.dates.dates import find_dates
from corpus.facts.facts import read_numbers
from corpus.model import (
    Article,
    Attribution,
    Comparison,
    Date,
    Discrepancy,
    Facts,
    Link,
    Number,
    Sentence,
    Side,
    Span,
)

Json = dict[str, Any]

_PIECE = 1 << 16
"""Characters of article text in one piece of output."""
_AT_ONCE = 500
"""Facts in one piece of output."""
_encode = json.JSONEncoder(ensure_ascii=False).encode


def inspect_json(article: Article, facts: Facts) -> Json:
    """Return one article and its facts as the object that `abreast inspect` prints."""
    text = article.text
    return {
        "text": text,
        **_head(article),
        "sentences": [_sentence(text, sentence) for sentence in article.sentences],
        "numbers": [_number(text, number) for number in facts.numbers],
        "dates": [_date(text, date) for date in facts.dates],
        "attributions": [_attribution(text, credit) for credit in facts.attributions],
    }


def inspect_pieces(article: Article) -> Iterator[str]:
    """Yield the object of `inspect_json` as JSON text, piece by piece, for articles of any size.

    One kind of fact is held at a time, the largest first, so that the others reuse its memory.
    """
    text = article.text
    yield '{"text": "'
    for start in range(0, len(text), _PIECE):
        yield _encode(text[start : start + _PIECE])[1:-1]
    yield f'", {_encode(_head(article))[1:-1]}'
    yield from _list("sentences", (_sentence(text, s) for s in article.sentences))
    yield from _list("attributions", (_attribution(text, a) for a in find_attributions(article)))
    yield from _list("dates", (_date(text, d) for d in find_dates(article)))
    yield from _list("numbers", (_number(text, n) for n in read_numbers(article)))
    yield "}"


def _list(name: str, records: Iterator[Json]) -> Iterator[str]:
    yield f', "{name}": ['
    before = ""
    while piece := ", ".join(map(_encode, itertools.islice(records, _AT_ONCE))):
        yield before + piece
        before = ", "
    yield "]"


def compare_json(comparison: Comparison) -> Json:
    """Return a comparison as the object that `abreast compare` prints."""
    a, b = comparison.a, comparison.b
    record: Json = {
        "a": inspect_json(a, comparison.facts_a),
        "b": inspect_json(b, comparison.facts_b),
        "links": [_link(link) for link in comparison.links],
        "related": [_link(link) for link in comparison.related],
        "discrepancies": [_discrepancy(a, b, item) for item in comparison.discrepancies],
    }
    if comparison.candidates is not None:
        record["candidates"] = [
            {"a": pair.a, "b": pair.b, "score": round(pair.score, 4)}
            for pair in comparison.candidates
        ]
    return record


def _head(article: Article) -> Json:
    return {
        "title": article.title,
        "language": article.language,
        "date": article.date,
        "notes": list(article.notes),
        "details": dict(article.details),
    }


def _sentence(text: str, sentence: Sentence) -> Json:
    words = text[sentence.start : sentence.end]
    return {
        "start": sentence.start,
        "end": sentence.end,
        "kind": sentence.kind.value,
        "text": words,
    }


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _extent(text: str, sentence: int, span: Span) -> Json:
    return {
        "sentence": sentence,
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _number(text: str, number: Number) -> Json:
    return {
        **_extent(text, number.sentence, number.span),
        "low": _plain(number.low),
        "high": _plain(number.high),
        "unit": number.unit,
        "counted": number.counted,
        "kind": number.kind,
        "state": number.state,
        "about": number.about,
        "part_of": number.part_of,
    }


def _clock(date: Date) -> Json | None:
    if date.clock is None:
        return None
    low, high = (f"{minute // 60 % 24:02}:{minute % 60:02}" for minute in date.clock)
    return {"low": low, "high": high, "half_open": date.half_open}


def _date(text: str, date: Date) -> Json:
    return {
        **_extent(text, date.sentence, date.span),
        "low": date.low,
        "high": date.high,
        "name": date.name,
        "grain": date.grain,
        "clock": _clock(date),
    }


def _attribution(text: str, credit: Attribution) -> Json:
    return {
        **_extent(text, credit.sentence, credit.span),
        "sources": [source.name for source in credit.sources],
        "voice": credit.voice.value,
        "stance": credit.stance,
        "roles": [source.role for source in credit.sources],
        "source_kinds": [source.kind for source in credit.sources],
        "source_span": _pair(credit.source_span),
        "cue_span": _pair(credit.cue_span),
        "content_span": _pair(credit.content_span),
    }


def _link(link: Link) -> Json:
    return {
        "a": link.a,
        "b": link.b,
        "score": round(link.score, 4),
        "strength": link.strength.value,
        "confidence": link.confidence.value,
        "origin": link.origin,
        "evidence": [
            {
                "kind": reason.kind,
                "label": reason.label,
                "weight": round(reason.weight, 4),
                "a": _pair(reason.a),
                "b": _pair(reason.b),
            }
            for reason in link.evidence
        ],
    }


def _discrepancy(a: Article, b: Article, item: Discrepancy) -> Json:
    return {
        "kind": item.kind.value,
        "verdict": item.verdict.value,
        "severity": item.severity.value,
        "one_sided": item.one_sided,
        "a": _side(a, item.a),
        "b": _side(b, item.b),
        "reason": item.reason,
        "group": item.group,
    }


def _side(article: Article, side: Side) -> Json:
    extent = _extent(article.text, side.sentence, side.span)
    if side.own_voice:
        extent["text"] = ""
    return extent
