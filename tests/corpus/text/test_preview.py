"""What is shown before an article is read has the text and paragraphs that reading gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.library import SHIPPED, Library
from corpus.reading.articles import read_article
from corpus.text.preview import named_pair, preview
from tui.layout.wrap import blocks

LINES = st.lists(
    st.text(st.characters(codec="utf-8"), max_size=90)
    | st.sampled_from(
        ["", "– Ja, sa han. Nei!", "annonse Mer tekst her.", "date 2022-01 Uro. Ro."]
    ),
    max_size=12,
)


@given(LINES)
def test_a_preview_has_the_text_and_the_paragraphs_of_the_article(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("a") / "a.txt"
    path.write_bytes("\n".join(lines).encode("utf-8"))
    try:
        article = read_article(path, language="nb")
    except ReadingError:
        with pytest.raises(ReadingError, match=r"a\.txt: "):
            preview(path)
        return
    seen = preview(path)
    assert seen.text == article.text
    parts = [(b.start, b.end) for b in blocks(article.text, article.sentences)]
    assert [(b.start, b.end) for b in blocks(seen.text, seen.sentences)] == parts


@pytest.mark.parametrize(
    ("written", "said"),
    [(b"", "holds no text"), (b"a\x00b", "not text"), (b"\xff\xfea", "UTF-16")],
)
def test_a_file_that_is_no_text_is_told_as_reading_tells_it(
    tmp_path: Path, written: bytes, said: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(written)
    messages = []
    for read in (preview, read_article):
        with pytest.raises(ReadingError, match=said) as caught:
            read(path)
        messages.append(str(caught.value))
    assert messages[0] == messages[1]


def test_a_missing_file_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    with pytest.raises(ReadingError) as caught:
        preview(path)
    assert str(caught.value).count(str(path)) == 1


def test_the_shipped_folder_names_its_pair() -> None:
    pair = named_pair(SHIPPED)
    assert pair is not None
    assert [str(path) for path in pair] == [a.path for a in Library.shipped().first_pair()]


@pytest.mark.parametrize(
    "written",
    [
        "open: [a.txt, c.txt]", "open: [a.txt]", "open: a.txt, b.txt", "\xff", "", "[" * 9999,
        "open: !!map [a]", "!!map [a]", "open: [[a.txt], {b: c}]", 'open: ["a\\0", b.txt]',
        f"open: [{'a' * 300}, {'b' * 300}]", "open: [a.txt, .]", "open: [a.txt, ../a/b.txt]",
        "open: [a.txt, /dev/zero]",
    ],
)  # fmt: skip
def test_anything_but_two_files_that_are_there_leaves_it_to_the_library(
    tmp_path: Path, written: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Tekst.")
    (tmp_path / "pair.yaml").write_bytes(written.encode("latin-1"))
    assert named_pair(tmp_path) is None


@pytest.mark.parametrize(
    "written",
    ["open: [a.txt, b.txt]", "open:\n- a.txt\n- 'b.txt'\n", 'open: ["a.txt", b.txt] # first\n'],
)
def test_preview_and_library_read_one_pair_in_any_form_of_yaml(
    tmp_path: Path, written: str
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Tekst {name[0]}.")
    (tmp_path / "pair.yaml").write_text(written)
    pair = tmp_path / "a.txt", tmp_path / "b.txt"
    assert named_pair(tmp_path) == pair
    assert tuple(Path(a.path or "") for a in Library.open(tmp_path).first_pair()) == pair


def test_a_preview_loads_no_language_and_no_rules() -> None:
    heavy = "{'yaml', 'numpy', 'rapidfuzz', 'corpus.languages.tables', 'sqlite3'}"
    code = (
        "import sys; from corpus.text.preview import preview;"
        f"preview({str(SHIPPED / '001.txt')!r});"
        f"print(sorted({heavy} & {{*sys.modules}}))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
