"""Folders of articles: what is read, what is left out, and which pair is opened first."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import compare
from corpus.errors import CorpusError
from corpus.library import SHIPPED, Library, alike
from corpus.model import Verdict
from corpus.reading.articles import parse_article

STORM = "The storm {0} hit Galveston on Monday. Mayor Ramirez closed Seawall Boulevard."
TRIAL = "The jury in Oslo found banker Halvorsen guilty {0}. Prosecutor Dahl wants prison."


def test_shipped_pair_is_the_one_with_the_most_differences() -> None:
    library = Library.shipped()
    differences = {}
    for i, left in enumerate(library.articles):
        for right in library.articles[i + 1 :]:
            found = compare(left, right).discrepancies
            groups = {d.group for d in found if d.verdict is Verdict.DIFFER}
            differences[left.path, right.path] = len(groups)
    left, right = library.first_pair()
    assert differences[left.path, right.path] == max(differences.values())


def test_five_articles_are_shipped_and_all_can_be_read() -> None:
    library = Library.shipped()
    assert library.folder == SHIPPED
    assert len(library.articles) == 5
    assert not library.problems


def test_articles_of_one_event_are_found_alike() -> None:
    texts = [STORM.format("surge"), TRIAL.format("today"), STORM.format("wind"), TRIAL.format("")]
    pairs = alike([parse_article(text, language="en") for text in texts])
    assert set(pairs[:2]) == {(0, 2), (1, 3)}


def test_bad_files_of_a_folder_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORM.format("surge"))
    (tmp_path / "b.md").write_text(STORM.format("wind"))
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (tmp_path / "notes.log").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("hidden")
    library = Library.open(tmp_path)
    assert [Path(article.path or "").name for article in library.articles] == ["a.txt", "b.md"]
    assert len(library.problems) == 1
    assert "c.txt" in str(library.problems[0])


@pytest.mark.parametrize("broken", ["open: [a.txt]", "open: {", "[]", "open: [x.txt, y.txt]"])
def test_a_broken_choice_of_pair_never_keeps_a_folder_from_opening(
    broken: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(STORM.format("surge"))
    (tmp_path / "b.txt").write_text(STORM.format("wind"))
    (tmp_path / "pair.yaml").write_text(broken)
    left, right = Library.open(tmp_path).first_pair()
    assert {left.title, right.title}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        Library.open(tmp_path / "nowhere")
