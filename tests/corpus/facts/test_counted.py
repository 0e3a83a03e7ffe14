"""What a number counts, what befell it, and which number it is a part of."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.facts.facts import read_facts
from corpus.model import Number
from corpus.reading.articles import parse_article


def numbers(text: str, language: str) -> list[Number]:
    """Give the numbers of a text."""
    return list(read_facts(parse_article(text, language=language)).numbers)


CASES = [
    ("nb", "Åtte politifolk og militære er drept og 317 skadet.",
     [(8, "politifolk og militære", "drept"), (317, "politifolk og militære", "skadet")]),
    ("nb", "Politiet opplyser at 26 «væpnede kriminelle» er drept.",
     [(26, "væpnede kriminelle", "drept")]),
    ("nb", "Ifølge departementet ble 26 demonstranter drept under urolighetene og mer enn 3000 "
     "personer skal ha blitt arrestert fredag.",
     [(26, "demonstranter", "drept"), (3000, "personer", "arrestert")]),
    ("nb", "Politiet arresterte 40 supportere etter kampen.", [(40, "supportere", "arresterte")]),
    ("nn", "Tolv arbeidarar vart drepne i eksplosjonen.", [(12, "arbeidarar", "drepne")]),
    ("da", "Mindst 14 passagerer blev dræbt, og 30 blev såret.",
     [(14, "passagerer", "dræbt"), (30, "passagerer", "såret")]),
    ("da", "Omkring 70 procent af vælgerne stemte.", [(63, "vælgerne", None)]),
    ("sv", "Minst fem elever skadades och två är döda.",
     [(5, "elever", "skadades"), (2, "elever", None)]),
    ("en", "At least 12 people were killed and 40 others injured when the bus overturned.",
     [(12, "people", "killed"), (40, "people", "injured")]),
    ("en", "Police arrested 17 protesters near the square.", [(17, "protesters", "arrested")]),
    ("en", "The storm destroyed 300 of the homes.", [(300, "homes", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_counted_and_state(
    language: str, text: str, wanted: list[tuple[float, str, str | None]]
) -> None:
    found = numbers(text, language)
    assert len(found) == len(wanted)
    for number, (low, counted, state) in zip(found, wanted, strict=True):
        assert number.low == low
        assert number.counted == counted
        assert state is None or number.state == state


def test_subset_is_part_of_the_whole() -> None:
    found = numbers("Rundt 1000 mennesker ble skadet, hvorav 400 er innlagt og 62 er døde.", "nb")
    assert [number.part_of for number in found] == [None, 0, 0]
    assert found[1].counted == "mennesker"


SUBSETS = [
    ("nb", "Av de 26 omkomne var 14 barn.", [None, 0]),
    ("nb", "Politiet pågrep 300 personer, blant dem 40 utlendinger.", [None, 0]),
    ("nn", "Politiet har arrestert 3000 personar, av dei 400 utlendingar.", [None, 0]),
    ("da", "26 mennesker omkom, heriblandt 14 børn.", [None, 0]),
    ("sv", "Polisen har gripit 3000 personer, varav 400 barn och 30 turister.", [None, 0, 0]),
    ("en", "26 people, 14 of them children, died.", [None, 0]),
    ("en", "Police held 3,000 people, among them 400 foreigners.", [None, 0]),
    ("en", "Police arrested fourteen men, three of whom were minors.", [None, 0]),
    ("en", "Of the 26 killed, 14 were children.", [None, 0]),
    ("en", "The blast killed 12 people and wounded 30.", [None, None]),
    ("en", "Two of those arrested got 18 votes.", [None, None]),
    ("nb", "To av dem fikk 12 stemmer.", [None, None]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SUBSETS)
def test_a_subset_is_told_in_many_ways(language: str, text: str, wanted: list[int | None]) -> None:
    assert [number.part_of for number in numbers(text, language)] == wanted


def test_measures_count_nothing() -> None:
    found = numbers("It cost $5m and took 3 hours.", "en")
    assert [number.counted for number in found] == [None, None]


def test_language_without_a_table_still_reads() -> None:
    assert [number.low for number in numbers("Es gab 12 Tote.", "de")] == [12.0]


def test_a_longer_phrase_for_a_subset_is_not_sought_past_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phrases = '["among them", "who were among them"]'
    table = f'name: "Made up"\ncounted:\n  subset: {phrases}\n'
    (tmp_path / "qx.yaml").write_text(table, encoding="utf-8")
    monkeypatch.setenv("ABREAST_LANGUAGES", str(tmp_path))
    found = numbers("There were 900 people, among them, 20.", "qx")
    assert [(number.low, number.part_of) for number in found] == [(900, None), (20, None)]
