"""`abreast compare --semantic`: the meaning model on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from corpus import batch
from corpus.library import SHIPPED
from corpus.links.meaning.embeddings import HOW_TO_INSTALL, CachedMeaningModel, available
from tests.support.stated_model import BrokenModel, StatedModel
from tests.tui.cli.test_commands import abreast, one_clear_line
from tui.__main__ import main

LEFT, RIGHT = SHIPPED / "000.txt", SHIPPED / "003.txt"


@pytest.fixture(autouse=True)
def _own_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ABREAST_NOTEBOOK", str(tmp_path / "notebook.sqlite3"))
    batch._meaning_model.cache_clear()
    yield
    batch._meaning_model.cache_clear()


def exit_code(*args: str | Path) -> object:
    with pytest.raises(SystemExit) as left:
        main([*map(str, args)])
    return left.value.code


def pairs(tmp_path: Path) -> Path:
    texts = [path.read_text(encoding="utf-8") for path in (LEFT, RIGHT)]
    record = {"id": "x", "a": {"text": texts[0]}, "b": {"text": texts[1]}}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path / "pairs.jsonl"


@pytest.mark.parametrize("form", [[], ["--format", "json"], ["--batch"]])
def test_a_missing_meaning_model_gives_one_clear_line(
    form: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("corpus.links.meaning.embeddings.version", missing)
    places = [pairs(tmp_path)] if "--batch" in form else [LEFT, RIGHT]
    assert exit_code("compare", "--semantic", *form, *places) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [f"abreast: Meaning model: {HOW_TO_INSTALL}"]


def test_a_meaning_model_that_cannot_be_loaded_gives_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = CachedMeaningModel(BrokenModel())
    monkeypatch.setattr("tui.cli.reports.load_meaning_model", lambda *_: broken)
    assert exit_code("compare", "--semantic", LEFT, RIGHT) == 2
    assert "no engine" in capsys.readouterr().err


def test_without_the_option_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = StatedModel()
    monkeypatch.setattr("tui.cli.reports.load_meaning_model", lambda *_: CachedMeaningModel(model))
    assert exit_code("compare", LEFT, RIGHT) == 0
    assert not model.read_texts
    assert exit_code("compare", LEFT, RIGHT, "--semantic") == 0
    assert model.read_texts
    assert capsys.readouterr().out


def test_an_exported_pair_is_compared_as_the_meaning_model_tells(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = StatedModel()
    monkeypatch.setattr(
        "tui.cli.exporting.load_meaning_model", lambda *_: CachedMeaningModel(model)
    )
    page: list[str | Path] = ["export", "--format", "html", "--pair", LEFT, RIGHT]
    assert exit_code(*page) == 0
    assert not model.read_texts
    assert exit_code(*page, "--semantic") == 0
    assert model.read_texts
    assert capsys.readouterr().out


def test_an_export_of_no_pair_has_nothing_to_ask_the_meaning_model() -> None:
    assert "--pair A B" in one_clear_line(abreast("export", "--semantic"))


def test_a_batch_asks_about_every_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = StatedModel()
    monkeypatch.setattr(batch, "load_meaning_model", lambda *_, **__: CachedMeaningModel(model))
    line = pairs(tmp_path).read_bytes()
    answer, bad = batch.compare_line_by_meaning(line)
    assert not bad
    assert model.read_texts
    assert json.loads(answer).keys() == json.loads(batch.compare_line(line)[0]).keys()


@pytest.mark.skipif(not available(), reason="the extra 'semantic' is not installed")
def test_the_real_meaning_model_answers_alike_in_a_batch_and_alone(tmp_path: Path) -> None:
    alone = abreast("compare", LEFT, RIGHT, "--format", "json", "--semantic")
    assert alone.returncode == 0, alone.stderr
    many = abreast("compare", "--batch", pairs(tmp_path), "--semantic")
    assert many.returncode == 0, many.stderr
    assert json.loads(many.stdout)["links"] == json.loads(alone.stdout)["links"]
    plain = abreast("compare", LEFT, RIGHT, "--format", "json")
    assert json.loads(plain.stdout)["links"] != json.loads(alone.stdout)["links"]


def test_a_place_that_is_no_article_is_told_first() -> None:
    assert "nowhere" in one_clear_line(abreast("compare", "nowhere", LEFT))
