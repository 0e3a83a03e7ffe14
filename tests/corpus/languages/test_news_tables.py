"""News words stand in files of their own, shipped or in a folder of the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.concepts.mentions import Words
from corpus.errors import LanguageError
from corpus.languages.news_tables import news_words, word_forms
from corpus.languages.tables import FOLDER, VARIABLE, load


@pytest.mark.parametrize("code", ["nb", "nn", "da", "sv", "en"])
def test_the_table_of_a_language_is_read_without_its_news_words(code: str) -> None:
    assert load(code).section("concepts") == {}
    assert news_words(code, "concepts")
    assert word_forms(code).endings
    assert (FOLDER / "concepts" / f"{code}.yaml").is_file()


def test_a_language_without_news_words_has_none() -> None:
    assert news_words("qq", "concepts") == {}
    assert Words("qq").mentioned("anything at all") == []


def test_a_language_of_the_user_may_hold_them_in_its_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "name: German\nword_forms: {endings: [en, s], joints: [s]}\n"
    table += "concepts: {police: [polizei], airport: [flughafen]}\n"
    (tmp_path / "de.yaml").write_text(table, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert Words("de").mentioned("Die Polizei am Flughafens") == [
        (4, 11, "police"),
        (15, 25, "airport"),
    ]


def test_or_in_a_file_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "fi.yaml").write_text("name: Finnish\n", encoding="utf-8")
    own = tmp_path / "concepts" / "fi.yaml"
    own.write_text("concepts: {police: [poliisi*]}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert Words("fi").mentioned("poliisin") == [(0, 8, "police")]


@pytest.mark.parametrize("text", ["- a list\n", "concepts: {a: [b], a: [c]}\n", "concepts: [\n"])
def test_a_broken_file_is_told_by_name(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "is.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(LanguageError, match=r"is\.yaml"):
        news_words("is", "concepts")


@pytest.mark.parametrize(
    "text",
    [
        "concepts: [police]\n",
        "concepts: {police: polis}\n",
        "concepts: {police: [[a]]}\n",
        "word_forms: {endings: {a: b}}\n",
    ],
)
def test_sections_of_another_shape_are_told_too(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "is.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(LanguageError, match="is"):
        Words("is")


def test_an_unknown_concept_of_a_user_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "concepts").mkdir()
    own = tmp_path / "concepts" / "is.yaml"
    own.write_text("concepts: {policeman: [lögregla]}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(LanguageError, match="policeman"):
        Words("is")
