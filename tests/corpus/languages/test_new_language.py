"""A language is added by a YAML file alone: German here, in a folder of the user."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent.parent / "data" / "languages"

LEFT = """Proteste in Leipzig

Die Polizei hat am 6. Januar 2022 in Leipzig 23 Demonstranten festgenommen. Das sagte Dr. Meier, \
z.B. im Radio. Rund 1.200 Menschen kamen am Mittwoch.

Der Schaden beträgt 2,5 Millionen Euro, berichtet Reuters.

Anzeige

Laut Bürgermeister Jung wurden zwölf Beamte verletzt. Anna Weber sagte, die Stadt sei ruhig."""

RIGHT = """Unruhe in Leipzig

In Leipzig hat die Polizei am 6. Januar 2022 25 Demonstranten festgenommen. Mehr als tausend \
Menschen kamen am Mittwoch.

Der Schaden in Leipzig beträgt 2,5 Millionen Euro, meldete AFP. Laut Bürgermeister Jung wurden \
zwölf Beamten verletzt."""


def _ask(arguments: list[str], tmp_path: Path, **extra: str) -> Any:
    """Run the command in a process of its own, with the folder named in the environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ABREAST", "XDG"))}
    environment = {**kept, "HOME": str(tmp_path), **extra}
    told = subprocess.run(
        [sys.executable, "-m", "tui", *arguments, "--format", "json"],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr.decode()
    return json.loads(told.stdout)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    place = tmp_path_factory.mktemp("german")
    paths = [place / "left.txt", place / "right.txt"]
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")
    return _ask(["compare", *map(str, paths)], place, ABREAST_LANGUAGES=str(FOLDER))


def _texts(article: Any, kind: str) -> list[str]:
    return [found["text"] for found in article[kind]]


def test_the_language_is_told(compared: Any) -> None:
    assert (compared["a"]["language"], compared["b"]["language"]) == ("de", "de")


def test_sentences_are_cut_by_the_rules_of_the_table(compared: Any) -> None:
    assert _texts(compared["a"], "sentences") == [
        "Proteste in Leipzig",
        "Die Polizei hat am 6. Januar 2022 in Leipzig 23 Demonstranten festgenommen.",
        "Das sagte Dr. Meier, z.B. im Radio.",
        "Rund 1.200 Menschen kamen am Mittwoch.",
        "Der Schaden beträgt 2,5 Millionen Euro, berichtet Reuters.",
        "Anzeige",
        "Laut Bürgermeister Jung wurden zwölf Beamte verletzt.",
        "Anna Weber sagte, die Stadt sei ruhig.",
    ]
    kinds = [sentence["kind"] for sentence in compared["a"]["sentences"]]
    assert kinds == ["heading", "body", "body", "body", "body", "furniture", "body", "body"]


def test_numbers_are_read(compared: Any) -> None:
    found = {n["text"]: (n["low"], n["high"], n["unit"]) for n in compared["a"]["numbers"]}
    assert found["23"] == (23, 23, None)
    low, high, _ = found["Rund 1.200"]
    assert low <= 1200 <= high
    assert found["2,5 Millionen Euro"] == (2_500_000, 2_500_000, "EUR")
    assert found["zwölf"] == (12, 12, None)
    more = next(n for n in compared["b"]["numbers"] if n["text"] == "Mehr als tausend")
    assert (more["low"], more["high"]) == (1000, None)


def test_dates_are_read(compared: Any) -> None:
    found = {d["text"]: (d["low"], d["high"]) for d in compared["a"]["dates"]}
    assert found["6. Januar 2022"] == ("2022-01-06", "2022-01-06")
    assert "Mittwoch" in found


def test_attributions_are_read(compared: Any) -> None:
    told = {
        sentence["text"]: {source for a in compared["a"]["attributions"] for source in a["sources"]
                           if a["sentence"] == index}
        for index, sentence in enumerate(compared["a"]["sentences"])
    }  # fmt: skip
    assert "Reuters" in told["Der Schaden beträgt 2,5 Millionen Euro, berichtet Reuters."]
    assert told["Anna Weber sagte, die Stadt sei ruhig."] == {"Anna Weber"}
    assert any(
        "Jung" in name for name in told["Laut Bürgermeister Jung wurden zwölf Beamte verletzt."]
    )


def test_sentences_are_linked_by_soft_words_and_their_facts_compared(compared: Any) -> None:
    linked = {(link["a"], link["b"]) for link in compared["links"]}
    assert {(4, 3), (6, 4)} <= linked
    marks = {(d["a"]["text"], d["b"]["text"]): d["verdict"] for d in compared["discrepancies"]}
    assert marks[("zwölf", "zwölf")] == "agree"
    assert marks[("2,5 Millionen Euro", "2,5 Millionen Euro")] == "agree"
    assert any(d["kind"] == "attribution" for d in compared["discrepancies"])


def test_the_folder_in_the_users_configuration_is_met_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(RIGHT, encoding="utf-8")
    place = tmp_path / "config" / "abreast" / "languages"
    place.mkdir(parents=True)
    (place / "de.yaml").write_bytes((FOLDER / "de.yaml").read_bytes())
    found = _ask(["inspect", str(path)], tmp_path, XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert found["language"] == "de"
    assert "AFP" in {source for a in found["attributions"] for source in a["sources"]}


def test_without_the_table_the_text_is_still_cut_and_compared(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LEFT, encoding="utf-8")
    found = _ask(["compare", str(path), str(path)], tmp_path)
    assert found["a"]["language"] == "de"
    assert len(found["links"]) >= 5
