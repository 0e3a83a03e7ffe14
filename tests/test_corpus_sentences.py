"""Sentences: what a careful reader would cut, with kinds, and offsets that always round-trip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import codes, load
from corpus.library import SHIPPED
from corpus.model import SentenceKind
from corpus.reading import read_article
from corpus.sentences import split

RUNNING = {
    "nb": [
        "Bildet er fra 6. januar i fjor.",
        "Møtet begynner kl. 14.30 onsdag.",
        "Det er svært få som vil si seg enige i.",
        "Man ser det bl.a. i Oslo, Bergen m.fl. byer.",
        "Han kom på 3. plass i 2019.",
        "Prisen er 1.234,50 kr. per liter.",
        "– Jeg så alt, sa J. R. Hansen.",
        "«Dette går ikke», sa hun.",
        "Hva nå?",
        "Store demonstrasjoner er sjeldne.",
        "Opptøyene har pågått siden 2.januar i år.",
        "Dr. Berg og prof. Lie er uenige.",
    ],
    "da": [
        "Priserne blev ophævet 1. januar.",
        "Det skete kl. 14.30 i går.",
        "Statsminister P. N. Rasmussen trak sig.",
        "Det gælder bl.a. Fyn, jf. loven.",
        "»Vi gør det,« siger hun.",
        "Der var ca. 500 mennesker.",
    ],
    "sv": [
        "Det hände den 6 januari 2022.",
        "Mötet börjar kl. 14.30 i dag.",
        "Det gäller t.ex. Skåne och s.k. förorter.",
        "”Vi vet inte”, säger polisen.",
        "Vad händer nu?",
    ],
    "nn": ["Det hende 6. januar.", "Møtet er kl. 14.30.", "Ho sa det, m.a. i Bergen."],
    "en": [
        "Mr. Smith met Dr. Jones at 5 p.m. on Friday.",
        "He moved to the U.S. in 2010.",
        "She works for Acme Inc. in Boston.",
        "“We are ready,” said Lt. Gen. Ada Clark.",
        "Prices rose by 3.5 per cent.",
        "See pp. 4-5 for details, e.g. the table.",
        "Was it Pitt, Briggs & Co. that closed the deal?",
        "It cost $5.20!",
    ],
}


@pytest.mark.parametrize("language", RUNNING)
def test_running_text_is_cut_where_a_reader_would(language: str) -> None:
    wanted = RUNNING[language]
    text = " ".join(wanted)
    assert [text[s.start : s.end] for s in split(text, load(language))] == wanted


GLUED = [
    ("nb", "Situasjonen er kaotisk.Store demonstrasjoner er sjeldne.", 2),
    ("da", "De brugte tåregas.Almatys politichef siger nej.", 2),
    ("nb", "Se mer på www.nrk.no/nyheter i dag.", 1),
    ("en", "Write to jane.doe@Example.com now.", 1),
]


@pytest.mark.parametrize(("language", "text", "count"), GLUED)
def test_glued_sentences_are_parted_and_addresses_are_not(
    language: str, text: str, count: int
) -> None:
    assert len(split(text, load(language))) == count


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
    assert len(split(text, load("en"))) == 3


def test_a_language_without_a_table_is_cut_by_the_library() -> None:
    text = "Das ist ein Satz. Hier ist der zweite."
    assert [text[s.start : s.end] for s in split(text, load("de"))] == [
        "Das ist ein Satz.",
        "Hier ist der zweite.",
    ]


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
