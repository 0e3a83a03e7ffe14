"""Wrapping: every row fits, the text is covered in order, nothing steers the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Sentence
from tui.layout.wrap import MIN_WIDTH, Block, blocks, clusters, harmless, visible, wrap
from tui.widgets.article_pane import cells

HARD = (
    "ab cæø 漢字かな e\u0301\u0308 👨\u200d👩\u200d👧 🇳🇴🇩🇰 👍🏽 ❤️ مرحبا עולם "
    "\u200b\u200d\xad\u202e\t\x1b[31m–«»\u0e33"
)
texts = st.text(alphabet=st.one_of(st.sampled_from(HARD), st.characters()), max_size=200)
widths = st.integers(min_value=MIN_WIDTH, max_value=90)


def laid_out(text: str, width: int) -> tuple[str, list[tuple[int, int, int]]]:
    stripped = text.strip()
    start = text.find(stripped)
    end = start + len(stripped)
    sentences = [Sentence(start, end)] if stripped else []
    flat = harmless(text)
    rows = wrap(flat, blocks(text, sentences), width, cells)
    return flat, list(zip(rows.starts, rows.ends, rows.indents, strict=True))


@given(texts, widths)
def test_every_row_fits_its_width(text: str, width: int) -> None:
    flat, rows = laid_out(text, width)
    for start, end, indent in rows:
        assert indent + cells(flat[start:end]) <= width


@given(texts, widths)
def test_rows_cover_the_text_in_order_and_leave_out_only_spaces(text: str, width: int) -> None:
    flat, rows = laid_out(text, width)
    shown = "".join(flat[start:end] for start, end, _ in rows)
    start = text.find(text.strip())
    wanted = flat[start : start + len(text.strip())]
    assert shown.replace(" ", "") == wanted.replace(" ", "")
    ends = [offset for start, end, _ in rows for offset in (start, end)]
    assert ends == sorted(ends)


@given(texts)
def test_nothing_of_a_text_steers_the_terminal(text: str) -> None:
    flat = harmless(text)
    assert len(flat) == len(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in flat)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(flat)


@given(st.text(alphabet="ab æø–,.", min_size=1, max_size=300), widths)
def test_plain_and_measured_lines_are_cut_alike(text: str, width: int) -> None:
    text = " ".join(text.split())
    measured = Block(0, len(text), False, 0, False)
    plain = measured._replace(plain=True)
    one, other = (wrap(text, [block], width, cells) for block in (plain, measured))
    assert [text[s:e].rstrip() for s, e in zip(one.starts, one.ends, strict=True)] == [
        text[s:e].rstrip() for s, e in zip(other.starts, other.ends, strict=True)
    ]


@given(texts)
def test_clusters_cover_the_text(text: str) -> None:
    assert "".join(text[s:e] for s, e in clusters(text, 0, len(text))) == text


def test_a_family_and_a_flag_are_never_cut() -> None:
    text = "👨‍👩‍👧🇳🇴e\u0301"
    pieces = [text[start:end] for start, end in clusters(text, 0, len(text))]
    assert pieces == ["👨‍👩‍👧", "🇳🇴", "e\u0301"]


def test_words_stay_whole_where_they_fit() -> None:
    flat, rows = laid_out("Kasakhstanske myndigheter oppgir at 26 opprørere er drept", 20)
    assert [flat[start:end] for start, end, _ in rows] == [
        "Kasakhstanske", "myndigheter oppgir", "at 26 opprørere er", "drept",
    ]  # fmt: skip


def test_a_dash_quote_hangs() -> None:
    _, rows = laid_out("– De som ikke overgir seg, vil bli ødelagt, sa presidenten", 24)
    assert [indent for *_, indent in rows] == [0, 2, 2]


def test_paragraphs_are_kept_with_one_blank_row_between() -> None:
    text = "Første.\n\n\nAndre.\nTredje."
    rows = wrap(
        harmless(text),
        blocks(text, [Sentence(0, 7), Sentence(10, 16), Sentence(17, 24)]),
        40,
        cells,
    )
    assert [text[s:e] for s, e in zip(rows.starts, rows.ends, strict=True)] == [
        "Første.", "", "Andre.", "Tredje.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["\x1b[2J", "\x07", "\x9b31m", "\u202eabc", "\ud800", "\x7f"])
def test_escape_characters_become_visible(text: str) -> None:
    assert harmless(text)[0] not in text
    assert visible(harmless(text))
