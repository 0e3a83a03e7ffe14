"""Nothing that an article, a batch line or a YAML file holds ends in anything but a clear line.

About 3,000 cases; `make soak` sets ABREAST_SOAK and tries as many times more.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.batch import compare_line, inspect_line
from corpus.comparison import compare
from corpus.errors import CorpusError
from corpus.facts.facts import find_facts
from corpus.json_contract import compare_json, inspect_json
from corpus.ledger.manual_links import read_links
from corpus.model import Article
from corpus.reading.articles import parse_article, parse_bytes
from corpus.text.preview import PAIR, named_pair
from tests.support.news_grammar import LANGUAGES, front_matter, news, values

TIMES = int(os.environ.get("ABREAST_SOAK", "1"))
SLOWEST = 5.0
"""Processor seconds that one case may take; the slowest known takes 0.2."""


def cases(count: int) -> settings:
    return settings(
        max_examples=count * TIMES, deadline=None, suppress_health_check=list(HealthCheck)
    )


@contextmanager
def clear_and_quick() -> Iterator[None]:
    started = time.process_time()
    try:
        yield
    except CorpusError as error:
        if not str(error).isprintable():
            raise AssertionError(f"not one line: {error!r}") from error
    assert time.process_time() - started < SLOWEST


def holds(article: Article, record: dict[str, Any]) -> None:
    """Assert that all that was found stands in the text where it says."""
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end <= len(article.text)
        end = sentence.end
    for kind in ("sentences", "numbers", "dates", "attributions"):
        for item in record[kind]:
            assert article.text[item["start"] : item["end"]] == item["text"]
    json.loads(json.dumps(record, allow_nan=False))


LANGUAGE = st.sampled_from([None, None, *LANGUAGES, "de", "und"])
WRITTEN = st.sampled_from([None, "2022-01-07", "0001-01-01", "9999-12-31", "0400", "2024-02-29"])


@cases(1200)
@given(news(), LANGUAGE, WRITTEN)
def test_any_text_is_inspected(text: str, language: str | None, written: str | None) -> None:
    with clear_and_quick():
        article = parse_article(text, language=language, date=written)
        holds(article, inspect_json(article, find_facts(article)))


@cases(400)
@given(news(), news(), WRITTEN)
def test_any_two_texts_are_compared(left: str, right: str, written: str | None) -> None:
    with clear_and_quick():
        a, b = parse_article(left, date=written), parse_article(right)
        record = compare_json(compare(a, b))
        for link in record["links"]:
            assert link["a"] < len(a.sentences)
            assert link["b"] < len(b.sentences)
        for difference in record["discrepancies"]:
            assert 0 <= difference["a"]["start"] <= difference["a"]["end"] <= len(a.text)
            assert 0 <= difference["b"]["start"] <= difference["b"]["end"] <= len(b.text)


@cases(700)
@given(front_matter(), news(), st.sampled_from(["utf-8", "utf-16", "cp1252", "mac_roman"]))
def test_any_front_matter_is_read_or_refused(front: str, text: str, encoding: str) -> None:
    with clear_and_quick():
        article = parse_bytes((front + text).encode(encoding, "replace"))
        for value in (article.title, article.outlet or "", *dict(article.details).values()):
            assert value == " ".join(value.split())


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | values() | news(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(values(), inner, max_size=3),
    max_leaves=6,
)
SIDE = ANYTHING | st.fixed_dictionaries(
    {"text": news()}, optional={"language": LANGUAGE | ANYTHING, "date": WRITTEN | ANYTHING}
)
RECORD = st.fixed_dictionaries(
    {"id": ANYTHING, "a": SIDE, "b": SIDE, "text": news() | ANYTHING},
    optional={"date": WRITTEN | ANYTHING, "title": ANYTHING, "language": ANYTHING},
)


@cases(500)
@given(RECORD.map(json.dumps).map(str.encode) | st.binary(max_size=60))
def test_any_batch_line_has_its_answer(line: bytes) -> None:
    for answer in (inspect_line, compare_line):
        with clear_and_quick():
            written, failed = answer(line)
            assert "\n" not in written
            record = json.loads(written)
            assert ("error" in record) == failed


@cases(300)
@given(
    st.lists(st.tuples(st.sampled_from(["open", "links", "a", "- action", "  b"]), values()))
    .map(lambda lines: "".join(f"{name}: {value}\n" for name, value in lines))
    .map(lambda text: text.encode("utf-8", "replace"))
    | st.binary(max_size=80)
)
def test_any_yaml_beside_the_articles_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder: Path = tmp_path_factory.getbasetemp()
    (folder / PAIR).write_bytes(data)
    with clear_and_quick():
        assert named_pair(folder) is None
    with clear_and_quick():
        read_links(folder / PAIR)
