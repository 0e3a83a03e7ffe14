"""Folders of articles: what is read, what is left out, and which pair is opened first."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

import pytest

from corpus import compare
from corpus.errors import CorpusError
from corpus.library import SHIPPED, Library, alike
from corpus.model import Article, Verdict
from corpus.reading.articles import parse_article, read_article

STORM = "The storm {0} hit Galveston on Monday. Mayor Ramirez closed Seawall Boulevard."
TRIAL = "The jury in Oslo found banker Halvorsen guilty {0}. Prosecutor Dahl wants prison."


def test_shipped_pair_has_more_differences_than_half_of_the_others() -> None:
    library = Library.shipped()
    differences = {}
    for i, left in enumerate(library.articles):
        for right in library.articles[i + 1 :]:
            found = compare(left, right).discrepancies
            groups = {d.group for d in found if d.verdict is Verdict.DIFFER}
            differences[left.path, right.path] = len(groups)
    left, right = library.first_pair()
    assert differences[left.path, right.path] >= statistics.median(differences.values())


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


def test_whatever_one_file_does_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Tekst {name}.")

    def broken(path: Path) -> list[Article]:
        if path.name == "b.txt":
            raise ZeroDivisionError("nobody foresaw this")
        return [read_article(path)]

    monkeypatch.setattr("corpus.library._articles", broken)
    library = Library.open(tmp_path)
    assert [Path(article.path or "").name for article in library.articles] == ["a.txt", "c.txt"]
    (problem,) = library.problems
    assert "b.txt: cannot be read (ZeroDivisionError: nobody foresaw this)" in str(problem)


def test_a_folder_with_pipes_and_odd_names_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "[/]"
    folder.mkdir(parents=True)
    for name in ("a.txt", "[b].txt", os.fsdecode(b"\xff.txt")):
        (folder / name).write_text(f"Tekst {name[0]!r}.")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pair.yaml")
    library = Library.open(folder)
    assert len(library.articles) == 3
    assert library.first_pair()[0] in library.articles
    with pytest.raises(CorpusError, match="Cannot open folder"):
        Library.open(tmp_path / ("a" * 300))
