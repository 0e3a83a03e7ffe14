"""Rows: sentences are found by row and rows by sentence; two articles scroll calmly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Sentence
from tui.layout.rows import Page, track
from tui.widgets.article_pane import cells

sentence_lists = st.lists(
    st.tuples(
        st.text(alphabet="ab æ漢", min_size=1, max_size=60), st.sampled_from([" ", "\n", "\n\n"])
    ),
    min_size=1,
    max_size=12,
)


def page(parts: list[tuple[str, str]], width: int) -> Page:
    text, sentences = "", []
    for words, gap in parts:
        words = words.strip() or "a"
        sentences.append(Sentence(len(text), len(text) + len(words)))
        text += words + gap
    made = Page(text, sentences, cells)
    made.lay_out(width)
    return made


@given(sentence_lists, st.integers(8, 60))
def test_rows_of_a_sentence_are_those_that_show_it(
    parts: list[tuple[str, str]], width: int
) -> None:
    made = page(parts, width)
    starts, ends, _ = made.rows
    for number, sentence in enumerate(made.sentences):
        slow = [
            row for row in range(len(made))
            if starts[row] < sentence.end and sentence.start < ends[row]
        ]  # fmt: skip
        rows = made.rows_of(number)
        assert [row for row in rows if starts[row] < ends[row]] == slow
        for row in slow:
            assert number in made.sentences_on(row)


@given(sentence_lists, st.integers(8, 60), st.integers(0, 30), st.integers(0, 30))
def test_sentences_between_rows_are_those_in_view(
    parts: list[tuple[str, str]], width: int, top: int, height: int
) -> None:
    made = page(parts, width)
    last = min(top + height, len(made) - 1)
    seen = {s for row in range(min(top, last), last + 1) for s in made.sentences_on(row)}
    assert seen <= set(made.sentences_between(top, top + height))


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 300))), st.integers(0, 200))
def test_following_is_monotone_however_links_cross(pairs: list[tuple[int, int]], row: int) -> None:
    way = track(pairs, 201, 301)
    assert 0 <= way.follow(row) <= way.follow(row + 1)
    assert abs(way.back().follow(way.follow(row)) - row) < 0.001


def test_following_meets_the_linked_rows() -> None:
    way = track([(10, 40), (12, 42), (20, 5), (30, 50)], 100, 100)
    assert way.follow(10) == 40
    assert way.follow(30) == 50
    assert 42 < way.follow(20) < 50


def test_an_empty_article_has_no_rows() -> None:
    made = Page("", [], cells)
    made.lay_out(40)
    assert len(made) == 0
    assert made.sentences_between(0, 10) == range(0)
