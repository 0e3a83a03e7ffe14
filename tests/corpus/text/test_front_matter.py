"""A front matter is read as people write it: a headline may hold any sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.reading.articles import parse_article
from corpus.text.front_matter import read_front_matter

HEADLINES = [
    "Oljefondet: Rekordår for Norge",
    "Presidenten: «Vi gir oss aldri»",
    '"Eit mirakel" i Ålesund: Alle berga',
    "«Jeg skammer meg»: Læreren i Odense",
    "’Det var helvetet’, siger vidnet",
    "[Opdateres] Brand i København",
    "[Live]",
    "{Extra} Statsministern avgår",
    "- Nei, sier statsråden",
    "– Jag såg allt",
    "— And then the roof fell",
    "@kommunen svarar om #vatnet",
    "#metoo: Fem år etter",
    "Börsen faller # Stockholm",
    "%-spärren: Fyra partier riskerar att åka ur",
    "100 % sikker",
    "* Bølge nr. 3",
    "& så til sporten",
    "&co saksøker staten",
    "! Viktigt meddelande",
    "!!map [a]",
    "| Analyse |",
    "> 100 omkomne",
    "? Hvem vandt",
    "`Koden` som felte banken",
    "Kl. 12:30: Strømmen gikk",
    "2022: Året som gikk",
    "Won't stop: 'never', says the mayor",
    "'Never', says the mayor",
    "C:\\temp og andre stier",
    "null",
    "no",
    "~",
    "2022-01-07",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("name", ["title", "outlet"])
def test_every_sign_of_a_headline_is_part_of_it(headline: str, name: str) -> None:
    text = f"---\n{name}: {headline}\ndate: 2021-10-04\nlanguage: nb\n---\nTre menn er døde."
    article = parse_article(text)
    assert getattr(article, name) == headline
    assert (article.date, article.text) == ("2021-10-04", "Tre menn er døde.")


def test_a_value_in_quotation_marks_loses_them_and_its_escapes_are_read() -> None:
    front = "title: \"Han: \\\"Nei\\\"\"  # not final\noutlet: 'Dagens ''Nytt'''\ndate: \"2022\""
    assert read_front_matter(front) == {
        "title": 'Han: "Nei"', "outlet": "Dagens 'Nytt'", "date": "2022",
    }  # fmt: skip


def test_values_of_several_lines_are_one_line() -> None:
    front = (
        "title: >\n  Krig\n  og fred\nauthors:\n- Kari\n- Per\nlead: Han sa:\n  nei\nx: 'a\n  b'"
    )
    assert read_front_matter(front) == {
        "title": "Krig og fred", "authors": "Kari, Per", "lead": "Han sa: nei", "x": "a b",
    }  # fmt: skip


def test_a_comment_is_left_out_after_a_code_and_at_the_head_of_a_line() -> None:
    front = "# kladd\ndate: 2022-01-07 # fredag\nlanguage: sv # svenska\ntitle: A # B"
    assert read_front_matter(front) == {"date": "2022-01-07", "language": "sv", "title": "A # B"}


def test_a_space_may_be_missing_after_a_known_name_and_an_address_is_no_name() -> None:
    assert read_front_matter("Title:Nei\ndate:2022\n...") == {"title": "Nei", "date": "2022"}
    with pytest.raises(ReadingError, match="not 'name: value' lines"):
        read_front_matter("https://a.no/b")


def test_unknown_names_are_kept_in_their_order() -> None:
    article = parse_article(
        "---\nurl: https://a.no/b?c=1\nTitle: A\ntags: [brann, Bergen]\n---\nEn tekst."
    )
    assert article.title == "A"
    assert article.details == (("url", "https://a.no/b?c=1"), ("tags", "[brann, Bergen]"))


def test_what_is_no_name_and_value_is_told_with_its_line() -> None:
    with pytest.raises(ReadingError, match="line 3: the front matter is not 'name: value' lines"):
        read_front_matter("\nbare tekst\ntitle: A")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_front_matter_is_read_or_refused_in_one_line(front: str) -> None:
    for written in (front, f"title: {front}", f"title: A\n {front}"):
        try:
            values = read_front_matter(written)
        except ReadingError:
            continue
        assert all(name and value == " ".join(value.split()) for name, value in values.items())
