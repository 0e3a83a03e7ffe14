"""Text fitted to columns, counted in cells of the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.article import Article
from tui.layout.fitting import fitted, hanging, shares, shortened, unbroken
from tui.widgets.panetitle import titled

WORDS = st.text(st.sampled_from("ab æ漢é –"), max_size=40)


@given(WORDS, st.integers(0, 30))
def test_a_fitted_text_is_as_wide_as_asked_and_a_shortened_one_no_wider(
    text: str, room: int
) -> None:
    assert cell_len(fitted(text, room)) == room
    assert cell_len(shortened(text, room)) <= room


@given(st.integers(0, 90), st.integers(0, 90), st.integers(0, 90))
def test_two_texts_share_a_line_and_the_shorter_keeps_its_own(a: int, b: int, room: int) -> None:
    left, right = shares(a, b, room)
    assert left + right == min(a + b, room)
    assert left == a or right == b or min(a, b) >= room // 2


def test_the_lines_of_a_reason_hang_below_its_first_word() -> None:
    assert hanging("one two three four", 13, "  ") == ["  one two", "  three four"]


def test_a_count_is_never_torn_from_what_it_counts() -> None:
    parts = ["Avisen", "nb", "34 links, 22 differences"]
    assert unbroken(parts, 30) == ["Avisen · nb", "34 links, 22 differences"]


def test_the_outlet_stays_beside_a_title_that_is_shortened_for_it() -> None:
    article = Article("", "A title of many words", "nb", (), "2022-01", "Avisen")
    assert titled(article, 60) == ("A title of many words", "  ·  Avisen · 2022-01 · nb")
    assert titled(article, 40) == ("A title of many words", "  ·  Avisen")
    assert titled(article, 26) == ("A title of man…", "  ·  Avisen")
    assert titled(article, 12) == ("A title of…", "")
