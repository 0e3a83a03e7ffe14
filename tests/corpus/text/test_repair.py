"""Damaged text is repaired where that is sure, and told in one line; other text stays as it is."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.facts import read_facts
from corpus.library import SHIPPED
from corpus.model import Article
from corpus.reading.articles import parse_article, parse_bytes
from corpus.text.mojibake import _decoded
from corpus.text.repair import body

SENTENCES = {
    "nb": "Åtte år gamle Pål ble funnet på øya – «i live», sier søsteren til Ærlig Avis.",
    "nn": "Førti personar er døde på Håøya, seier lækjaren – «ei ulukke utan like».",
    "da": "Tooghalvtreds blev såret på Årø, oplyser politiet – “en tragedie” på Ærø.",
    "sv": "Tvåhundra människor är döda på Öland, säger läkaren – ”en tragedi” i Åre.",
    "en": "Zoë Müller’s café in Malmö was “destroyed” – police say £40 million is lost.",
}
ALL = pytest.mark.parametrize("code", sorted(SENTENCES))


def _read(text: str) -> str:
    return body(text).text


@ALL
def test_sound_text_stays_as_it_is_and_nothing_is_told(code: str) -> None:
    assert body(SENTENCES[code]).text == SENTENCES[code]
    assert body(SENTENCES[code]).note == ""


@ALL
def test_letters_written_apart_from_their_signs_are_composed(code: str) -> None:
    apart = unicodedata.normalize("NFD", SENTENCES[code])
    assert _read(apart) == SENTENCES[code]
    assert "written apart" in body(apart).note


@ALL
def test_soft_hyphens_and_signs_nobody_sees_are_taken_out_of_words(code: str) -> None:
    words = SENTENCES[code].split()
    for sign in "\u00ad\u200b\u200d\u2060\ufeff":
        assert _read(" ".join(word[:2] + sign + word[2:] for word in words)) == SENTENCES[code]


@ALL
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_utf8_that_was_read_in_another_encoding_is_mended(code: str, encoding: str) -> None:
    wrong = _decoded(SENTENCES[code].encode(), encoding)
    assert _read(wrong) == SENTENCES[code]
    assert "wrong encoding" in body(wrong).note


@ALL
def test_utf8_that_was_misread_twice_is_mended(code: str) -> None:
    wrong = _decoded(_decoded(SENTENCES[code].encode(), "cp1252").encode(), "cp1252")
    assert _read(wrong) == SENTENCES[code]


@ALL
def test_mac_roman_is_read_as_such_and_told(code: str) -> None:
    article = parse_bytes(SENTENCES[code].encode("mac_roman"))
    assert article.text == SENTENCES[code]
    assert article.notes == ("Repaired: read as Mac Roman.",)


@ALL
def test_windows_1252_stays_windows_1252(code: str) -> None:
    article = parse_bytes(SENTENCES[code].encode("cp1252"))
    assert (article.text, article.notes) == (SENTENCES[code], ())


@pytest.mark.parametrize(
    "text",
    [
        "Windows™, Office™ and Excel™ are sold by Microsoft.",
        "The Œuvre, another Œuvre and a third Œuvre of the cœur were sold.",
        "¿Qué pasa? ¿Cómo? ¿No? said the signs.",
        "He said ‹no›, she said ‹yes›, they said ‹maybe›.",
        "Dagger† and double‡ and perthousand‰ and florin ƒ3 and † and ‡.",
        "Å være i Ålesund, “Å” sa han: Är det så? Â, Ê og Õ.",
        "Şükrü Gözübüyük, Lech Wałęsa, Nguyễn Phú Trọng, Ştefan, İzmir",
    ],
)
def test_rare_signs_of_sound_texts_stay(text: str) -> None:
    assert body(text) == body(text)._replace(text=text, note="")
    encoded = text.encode("cp1252", "ignore")
    assert parse_bytes(encoded).text == encoded.decode("cp1252")


def test_ligatures_are_no_letters_of_another_encoding() -> None:
    assert _read("ﬁve ﬁrst ﬂoors, said ﬁremen; ofﬁcials ﬂed") == (
        "five first floors, said firemen; officials fled"
    )


@pytest.mark.parametrize(
    "text",
    [
        "To er døde på øya, sier lensmann Åse Ødegård.",
        "Två är döda på ön, säger polisen i Ängelholm.",
    ],
)
def test_mac_roman_that_was_saved_as_windows_1252_is_mended(text: str) -> None:
    assert _read(_decoded(text.encode("mac_roman"), "cp1252")) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("M&aelig;nd d&oslash;de p&aring; &Aring;r&oslash;", "Mænd døde på Årø"),
        ("M&#228;n d&#xf6;da &ndash; &quot;nej&quot;", 'Män döda – "nej"'),
        ("AT&amp;T og R&amp;D", "AT&T og R&D"),
        ("&amp;aring;tte &laquo;menn&raquo;", "åtte «menn»"),
        ("Kjell & Co; Per &c; &nosuch; 5 &lt; 6", "Kjell & Co; Per &c; &nosuch; 5 < 6"),
        ("En &#27;[31mrød&#x202e; strek", "En [31mrød strek"),
    ],
)
def test_html_entities_are_their_signs(wrong: str, right: str) -> None:
    assert _read(wrong) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Oﬃcials ﬁled ﬁve ﬂoors", "Officials filed five floors"),
        ("The fi re killed fi ve, offi cials said", "The fire killed five, officials said"),
        ("Der var fl ere fi re-årige", "Der var flere fire-årige"),
        ("Gaddafi og Kofi Annan kjøpte hifi og wifi", "Gaddafi og Kofi Annan kjøpte hifi og wifi"),
        ("staff and stoff og skaff en", "staff and stoff og skaff en"),
    ],
)
def test_ligatures_are_their_letters(wrong: str, right: str) -> None:
    assert _read(wrong) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Tre er døde, opplyser **politiet**.", "Tre er døde, opplyser politiet."),
        ("Tre er døde, oplyser _politiet_.", "Tre er døde, oplyser politiet."),
        ("Three are dead, *police* said.", "Three are dead, police said."),
        ("Minst ***tolv*** er døda.", "Minst tolv er døda."),
        ("Meir enn **1 200** er evakuert.", "Meir enn 1 200 er evakuert."),
        (
            "[Polisen](https://a.se/b_c_(d)) säger nej.",
            "[Polisen](https://a.se/b_c_(d)) säger nej.",
        ),
        ("[Polisen](https://a.se/b_c) säger nej.", "Polisen säger nej."),
        ('[Police](<a b> "Our *page*") said no.', "Police said no."),
        ("Se ![Røyk over byen](a.jpg) her.", "Se Røyk over byen her."),
        ("Han fikk 3[^1] av 10.", "Han fikk 3 av 10."),
        ("Slutt.\n\n[^1]: Kilde: SSB.", "Slutt.\n\nKilde: SSB."),
        ("Tre menn.[1] Politiet fant våpen.[2][3] Slutt.", "Tre menn. Politiet fant våpen. Slutt."),
        ("Brukeren Eleonora[67] meldte seg.", "Brukeren Eleonora[67] meldte seg."),
        ("Vitnet: «Tre menn».[1] Slutt.", "Vitnet: «Tre menn». Slutt."),
        ("> «Vi vet ikke», sa hun.\n> Slutt.", "«Vi vet ikke», sa hun.\nSlutt."),
        ("5*3*2 og fil_med_navn og a_b_c@d.no", "5*3*2 og fil_med_navn og a_b_c@d.no"),
        ("* Gjelder ikke barn* og eldre", "* Gjelder ikke barn* og eldre"),
        ("Han sa [til NTB] at [3] kom. > 100 døde", "Han sa [til NTB] at [3] kom. > 100 døde"),
        ("> 100 døde", "> 100 døde"),
        ("# Uro\n\n- Nei\n* Ja", "# Uro\n\n- Nei\n* Ja"),
    ],
)
def test_markdown_around_words_is_taken_out_and_nothing_else(wrong: str, right: str) -> None:
    assert _read(wrong) == right


def test_what_was_repaired_is_one_line() -> None:
    article = parse_article("Tre\u00ad ti per\u00adsonar er d&oslash;de, seier **politiet**.")
    assert article.notes == ("Repaired: 1 HTML entity, 2 soft hyphens, 1 Markdown sign.",)


def _told(article: Article) -> tuple[object, ...]:
    sentences = [(s.kind, s.span.of(article.text)) for s in article.sentences]
    return sentences, article.title, article.language, read_facts(article)


def _source(path: Path) -> tuple[str, str]:
    front, text = path.read_text(encoding="utf-8").lstrip().removeprefix("---").split("\n---\n", 1)
    return f"---{front}\n---\n", text


def _with_soft_hyphens(text: str) -> str:
    rng = random.Random(7)
    return re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", lambda _: "\u00ad" * (rng.random() < 0.2), text)


def _broken(text: str, width: int) -> str:
    fill = textwrap.TextWrapper(width, break_on_hyphens=False, break_long_words=False).fill
    return "\n".join(map(fill, text.split("\n")))


PATHS = pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.txt")), ids=lambda path: path.stem)
WIDTHS = pytest.mark.parametrize("width", [38, 60, 72, 90])


@PATHS
@WIDTHS
def test_a_damaged_copy_of_an_article_has_its_sentences_and_facts(path: Path, width: int) -> None:
    front, text = _source(path)
    whole = "\n\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    damaged = unicodedata.normalize("NFD", _with_soft_hyphens(_broken(whole, width)))
    assert _told(parse_article(front + damaged)) == _told(parse_article(front + whole))


@PATHS
@WIDTHS
def test_without_blank_lines_too_a_broken_copy_has_nearly_all_its_sentences(
    path: Path, width: int
) -> None:
    """Where a full line ends a paragraph or heading, nothing tells that from a broken line."""
    front, text = _source(path)
    whole = "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    expected, found = (
        {s.span.of(article.text) for s in article.sentences}
        for article in (parse_article(front + whole), parse_article(front + _broken(whole, width)))
    )
    assert len(expected - found) <= 0.1 * len(expected)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_repaired_text_needs_no_second_repair_of_its_signs(text: str) -> None:
    article = parse_article("Tekst: " + text)
    assert "\u00ad" not in article.text
    assert unicodedata.is_normalized("NFC", article.text) or "\ufffd" in article.text
