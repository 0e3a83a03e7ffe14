"""Languages: told from short and long texts, never taken for another; tables of the user's own."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import LanguageError
from corpus.languages.detection import UNKNOWN, guess
from corpus.languages.tables import VARIABLE, codes, folders, load, load_yaml
from corpus.library import SHIPPED
from corpus.reading.articles import parse_article, read_article

ITEMS: dict[str, list[str]] = load_yaml(
    Path(__file__).parent.parent.parent / "data" / "telling.yaml"
)
TABLES = ("nb", "nn", "da", "sv", "en")
OTHERS = [code for code in ITEMS if code not in TABLES]


@pytest.mark.parametrize(("code", "item"), [(c, item) for c in TABLES for item in ITEMS[c]])
def test_the_language_of_a_short_news_item_is_told(code: str, item: str) -> None:
    assert guess(item) == code


@pytest.mark.parametrize(("code", "item"), [(c, item) for c in OTHERS for item in ITEMS[c]])
def test_another_language_is_told_or_left_open_and_never_taken_for_ours(
    code: str, item: str
) -> None:
    assert guess(item) in {code, UNKNOWN}


@pytest.mark.parametrize("code", OTHERS)
def test_a_whole_text_of_another_language_is_told(code: str) -> None:
    assert guess("\n".join(ITEMS[code] * 3)) == code


@pytest.mark.parametrize("code", TABLES)
def test_twenty_items_a_language_and_a_long_text_of_them(code: str) -> None:
    assert len(set(ITEMS[code])) >= 20
    items = random.Random(7).choices(ITEMS[code], k=3000)
    assert guess(" ".join(items)) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("000", "nb"), ("001", "nb"), ("002", "nb"), ("003", "da"), ("004", "nb")],
)
def test_the_shipped_articles_are_told(name: str, code: str) -> None:
    text = (SHIPPED / f"{name}.txt").read_text(encoding="utf-8").split("---", 2)[-1]
    assert guess(text) == code


@pytest.mark.parametrize("junk", ["", "  \n ", "12 345,67", "???", "asdf qwer zxcv", "x", "\x00"])
def test_what_is_no_language_is_left_open(junk: str) -> None:
    assert guess(junk) == UNKNOWN


def test_names_addresses_and_a_foreign_quotation_do_not_turn_the_language() -> None:
    text = (
        "Statsministeren møtte Jürgen Weiß og François Lefèvre i Århus på mandag. «We are very "
        "happy», sa han etterpå til avisen. Se https://www.the-new-and-the-old.example/with."
    )
    assert guess(text) == "nb"


@given(st.text(max_size=300))
def test_any_text_has_some_language_that_can_be_loaded(text: str) -> None:
    assert load(guess(text)).code == guess(text)


def test_a_text_of_an_unknown_language_is_still_read() -> None:
    article = parse_article("Полиция получила сообщение. Правительство отвергает обвинения.")
    assert article.language == "ru"
    assert len(article.sentences) == 2


def test_shipped_tables_are_the_five_and_have_a_name() -> None:
    assert set(TABLES) <= set(codes())
    assert [load(code).name for code in TABLES][:2] == ["Norwegian Bokmål", "Norwegian Nynorsk"]


def test_a_folder_of_the_user_adds_and_replaces_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, name in ((first, "Mine"), (second, "Other")):
        folder.mkdir()
        (folder / "xq.yaml").write_text(f"name: {name}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, os.pathsep.join(map(str, (first, second))))
    assert folders()[:2] == (first, second)
    assert "xq" in codes()
    assert load("xq").name == "Mine"
    monkeypatch.delenv(VARIABLE)
    assert "xq" not in codes()
    assert load("xq").name == "xq"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("german.yaml", "name: German", "name a table by its ISO 639 code"),
        ("qa.yaml", "name: [", r"qa\.yaml:\d: "),
        ("qb.yaml", "a: 1\na: 2", r"qb\.yaml:2: key 'a' stands twice"),
        ("qc.yaml", "- a\n- b", r"qc\.yaml: a language table is a mapping"),
        ("qe.yaml", "sentences: abc", r"qe\.yaml: 'sentences' is not a mapping"),
        ("qf.yaml", "stopwords: {a: b}", r"qf\.yaml: 'stopwords' is not a list"),
        ("qd.yaml", "name: \xff", r"qd\.yaml: this is not UTF-8"),
        ("qd.yaml", "name: x\n? [a]\n: b", r"qd\.yaml:2: a key is not text"),
    ],
)
def test_a_broken_table_is_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(LanguageError, match=said) as caught:
        load(name.split(".", maxsplit=1)[0][:2])
    assert "\n" not in str(caught.value)


def test_a_pattern_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qg.yaml").write_text("sentences: {furniture: ['(']}", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(LanguageError, match="qg: 'sentences: furniture' holds no regular"):
        parse_article("Noe.", language="qg")


def test_a_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/folder")
    with pytest.raises(LanguageError, match=f"no such folder; mend {VARIABLE}"):
        read_article(SHIPPED / "000.txt")


@pytest.mark.parametrize(
    ("code", "known"),
    [("no", "nb"), ("NB", "nb"), ("nno", "nn"), ("en-GB", "en"), ("da_DK", "da"), ("de-AT", "de")],
)
def test_other_codes_of_a_language_are_met(code: str, known: str) -> None:
    assert load(code).code == known
    assert parse_article("Hva nå?", language=code).language == known


@pytest.mark.parametrize("code", ["", "n", "norwegian", "../x", "n1"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    with pytest.raises(LanguageError, match="is not a language code; known are da, en, nb"):
        load(code)
