"""Sentences: what a careful reader would cut, with kinds, and offsets that always round-trip."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages.tables import codes, load, load_yaml
from corpus.library import SHIPPED
from corpus.model import SentenceKind
from corpus.reading.articles import parse_article, read_article
from corpus.reading.sentences import LONGEST, split
from corpus.text.line_breaks import unbroken

DATA = Path(__file__).parent.parent.parent / "data" / "sentences"
TOLD = ("nb", "nn", "da", "sv", "en")


def _cases(code: str) -> list[str]:
    classes = load_yaml(DATA / f"{code}.yaml")
    return [case.replace("⏎", "\n") for lines in classes.values() for case in lines.splitlines()]


def _pieces(text: str, code: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text, load(code))]


@pytest.mark.parametrize(("code", "case"), [(code, case) for code in TOLD for case in _cases(code)])
def test_hard_cases_are_cut_where_a_careful_reader_would(code: str, case: str) -> None:
    text, _ = unbroken(case.replace("¦", ""))
    assert _pieces(text, code) == _parts(case)


def _parts(case: str) -> list[str]:
    """Return the sentences of a case; a line end inside one reads as a space."""
    return [re.sub(r" *\n *", " ", part.strip()) for part in case.split("¦")]


@pytest.mark.parametrize("code", TOLD)
def test_every_language_has_its_own_hard_cases(code: str) -> None:
    assert len(set(_cases(code))) >= 60


KINDS = [
    ("nb", "annonse", SentenceKind.FURNITURE),
    ("nb", "Bankkonto 1503.94.12826", SentenceKind.FURNITURE),
    ("nb", "Les også: Mer om saken", SentenceKind.FURNITURE),
    ("da", "Artiklen fortsætter under billedet ...", SentenceKind.FURNITURE),
    ("sv", "ANNONS", SentenceKind.FURNITURE),
    ("en", "Sign up for our daily newsletter", SentenceKind.FURNITURE),
    ("en", "Story continues below", SentenceKind.FURNITURE),
    ("nb", "Stormet og ramponert", SentenceKind.HEADING),
    ("nb", "– Skyt for å drepe", SentenceKind.HEADING),
    ("nb", "STORMET: Politiet patruljerer utenfor rådhuset.", SentenceKind.CAPTION),
    ("sv", "Foto: Anna Berg/TT", SentenceKind.CAPTION),
    ("en", "A man looks on. Photo: Reuters", SentenceKind.CAPTION),
    ("nb", "– De som ikke overgir seg, vil bli ødelagt.", SentenceKind.BODY),
]


@pytest.mark.parametrize(("language", "line", "kind"), KINDS)
def test_a_line_is_told_for_what_it_is(language: str, line: str, kind: SentenceKind) -> None:
    text = f"Noe har skjedd i byen i dag.\n\n{line}\n\nMer har skjedd der siden."
    found = [s for s in split(text, load(language)) if text[s.start : s.end] in line]
    assert found
    assert {s.kind for s in found} == {kind}


def test_furniture_of_the_shipped_articles_is_told() -> None:
    article = read_article(SHIPPED / "001.txt")
    told = [s.span.of(article.text) for s in article.sentences if s.kind is SentenceKind.FURNITURE]
    assert told.count("annonse") == 5
    assert any(text.startswith("Tegn abonnement") for text in told)
    assert any(text.startswith("SMS") for text in told)


def test_a_text_with_hard_line_ends_is_read_by_paragraphs() -> None:
    text = (
        "The council met on Monday evening and spoke at length about\n"
        "the new bridge. It was decided that the work will begin in\n"
        "the spring of next year.\n\nNobody voted against the plan that the\nmayor had made."
    )
    assert len(parse_article(text, language="en").sentences) == 3


def test_a_language_without_a_table_is_cut_by_the_library() -> None:
    text = "Das ist ein Satz. Hier ist der zweite."
    assert [text[s.start : s.end] for s in split(text, load("de"))] == [
        "Das ist ein Satz.",
        "Hier ist der zweite.",
    ]


@pytest.mark.parametrize("code", ["de", "fr", "ru", "und"])
@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2009"])
def test_no_break_spaces_at_an_initial_are_no_trouble_for_the_library(
    code: str, space: str
) -> None:
    for text in (f"A{space}. Er kam.", f"Herr{space}J{space}. Weber kam. Er{space}ging."):
        assert " ".join(_pieces(text, code)) == text


def test_a_long_line_is_cut_by_the_library_as_its_paragraphs_are() -> None:
    paragraph = "Das ist ein Satz über „Wien“. Hier ist der zweite! Und Dr. Weber kam um 3. "
    assert _pieces(paragraph * 500, "de") == _pieces(paragraph, "de") * 500


@pytest.mark.parametrize("unit", ["“Wort ", "«Wort ", "»Wort", "(Wort ", "“Ja.” ", '"Wort'])
def test_the_library_takes_time_in_proportion_to_a_line(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        started = time.process_time()
        _pieces(text, "de")
        return time.process_time() - started

    seconds(100)
    assert seconds(40_000) < 8 * max(seconds(10_000), 0.01)


def test_a_line_at_which_the_library_panics_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(code: str, line: str) -> list[str]:
        raise PanicException

    monkeypatch.setattr("sentencex.segment", panic)
    assert _pieces("Das ist ein Satz. Hier ist der zweite.", "de") == [
        "Das ist ein Satz. Hier ist der zweite."
    ]


def test_a_text_without_a_period_is_parted_at_spaces() -> None:
    text = "ord og mer " * 2000 + "a" * 3000 + " og så"
    pieces = _pieces(text, "nb")
    assert " ".join(pieces) == text
    assert max(len(piece) for piece in pieces if "aa" not in piece) <= LONGEST
    long = "Vi så det, " * 90 + "og det var alt."
    assert _pieces(long, "nb") == [long]


@pytest.mark.parametrize("code", ["nb", "en", "de"])
def test_a_text_without_a_space_is_parted_after_signs_or_anywhere(code: str) -> None:
    table = "tall,17;" * 3000
    pieces = _pieces(table, code)
    assert "".join(pieces) == table
    assert all(piece.endswith((",", ";")) for piece in pieces)
    word = "a" * 50_000
    assert "".join(_pieces(word, code)) == word
    assert max(map(len, pieces + _pieces(word, code))) <= 2 * LONGEST


def test_no_part_begins_or_ends_with_a_space_and_none_parts_a_figure() -> None:
    text = "a" * (2 * LONGEST - 1) + "   og så " + "b" * 3000
    assert _pieces(text, "nb") == ["a" * (2 * LONGEST - 1), "og så " + "b" * 3000]
    assert all(piece.endswith(";") for piece in _pieces("17.5;" * 1000 + "18.2;", "nb"))


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([". ", "\n", "6. januar ", "kl. 14", "– ", "«", "» ", "... ", "a.b", "Foto: "]),
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from([*codes(), "und"]))
def test_sentences_cover_every_visible_character_once_and_in_order(text: str, code: str) -> None:
    end = 0
    for sentence in split(text, load(code)):
        assert not text[end : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece
        assert piece == piece.strip()
        end = sentence.end
    assert not text[end:].strip()
