"""Stories: accounts of one event are together, twins of an event apart, in whatever order."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Article
from corpus.reading.articles import parse_article
from corpus.stories.contract import stories_json
from corpus.stories.grouping import group
from corpus.stories.linkage import joined
from corpus.stories.terms import key_of
from tests.support.events import accounts

EVENTS, ARTICLES = (list(column) for column in zip(*accounts(), strict=True))


def labels(articles: Sequence[Article]) -> list[int]:
    found = [0] * len(articles)
    for number, story in enumerate(group(articles)):
        for index in story.articles:
            found[index] = number
    return found


def b_cubed(found: Sequence[int], gold: Sequence[str]) -> float:
    """B³ F1 (Bagga and Baldwin 1998): precision and recall of each article's story, averaged."""
    together: dict[int, set[int]] = defaultdict(set)
    truly: dict[str, set[int]] = defaultdict(set)
    for index, (label, event) in enumerate(zip(found, gold, strict=True)):
        together[label].add(index)
        truly[event].add(index)
    shared = [
        (len(together[a] & truly[b]), len(together[a]), len(truly[b]))
        for a, b in zip(found, gold, strict=True)
    ]
    precision = sum(both / size for both, size, _ in shared) / len(shared)
    recall = sum(both / size for both, _, size in shared) / len(shared)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize("dated", [True, False])
def test_accounts_of_one_event_are_together_and_twins_apart(dated: bool) -> None:
    events, articles = zip(*accounts(dated=dated), strict=True)
    assert len(articles) >= 60
    assert len(set(events)) >= 15
    assert b_cubed(labels(articles), events) >= 0.95


def test_the_order_of_the_articles_changes_nothing() -> None:
    order = list(range(len(ARTICLES)))
    random.Random(7).shuffle(order)
    shuffled = labels([ARTICLES[index] for index in order])
    plain = labels(ARTICLES)
    groups = {
        frozenset(i for i, x in zip(order, shuffled, strict=True) if x == n) for n in shuffled
    }
    assert groups == {frozenset(i for i, x in enumerate(plain) if x == n) for n in plain}


def test_articles_weeks_apart_are_two_events() -> None:
    story = [a for event, a in zip(EVENTS, ARTICLES, strict=True) if event == "notre_dame"]
    later = [replace(a, date="2019-08-01", text=a.text + " .") for a in story[:2]]
    found = labels([*story, *later])
    assert len(set(found)) == 2


def test_stories_come_newest_first_and_lone_articles_last() -> None:
    alone = parse_article(
        "Kattene i parken sover hele dagen og jager mus om natten.", language="nb"
    )
    articles = [alone, *ARTICLES]
    stories = stories_json(group(articles), articles)["stories"]
    assert stories[-1]["articles"][0]["title"] == alone.title
    dates = [story["days"][-1] for story in stories if story["days"]]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("articles", [[], ARTICLES[:1]])
def test_few_articles_are_no_trouble(articles: list[Article]) -> None:
    assert [story.articles for story in group(articles)] == [(0,)] * len(articles)


@pytest.mark.parametrize(
    ("one", "other"), [("gøteborg", "göteborg"), ("hvad", "vad"), ("aarhus", "århus")]
)
def test_neighbouring_spellings_meet(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.01, 1),
        max_size=20,
    )
)
@settings(max_examples=60, deadline=None)
def test_joined_groups_are_a_partition_alike_enough(cells: dict[tuple[int, int], float]) -> None:
    edges: dict[int, dict[int, float]] = {node: {} for node in range(10)}
    for (a, b), cosine in cells.items():
        edges[a][b] = edges[b][a] = cosine
    groups = joined(edges, 0.3)
    assert sorted(node for group in groups for node in group) == list(range(10))
    for members in groups:
        pairs = [edges[a].get(b, 0.0) for a in members for b in members if a < b]
        assert not pairs or max(pairs) >= 0.3
