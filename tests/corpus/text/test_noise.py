"""What is no language is said to be so, and read plainly; a language of any script is read."""

from __future__ import annotations

import base64
import random

import pytest

from corpus.facts.facts import read_facts
from corpus.library import SHIPPED
from corpus.model import Facts, SentenceKind
from corpus.reading.articles import parse_article, read_article
from corpus.text.noise import LEAST, is_noise

NOISE = [
    "1–", "A-", '"', "«»", "( 1", "1½ ", "$1", "1.", "- 1 ", "[1]", "1\n", "a\n", "“\n", "12:30 ",
    "1 000 ", "a" * 5000, base64.b64encode(random.Random(1).randbytes(4000)).decode(), "😀 ", "= ",
]  # fmt: skip
PROSE = {
    "nb": "Politiet fant 26 våpen i en bod på Ås, opplyser etaten. ",
    "nn": "Det er ikkje noko nytt å seie om dei 12 som er sakna, seier ho. ",
    "da": "Der er 8 sårede på øen, og 3 af dem er børn, oplyser politiet. ",
    "sv": "Två av de 14 på båten är ännu i sjön, säger en åskådare. ",
    "en": "A 5-1 win; it is 3.5 km to go, and I saw 10 of us do it at 5 am. ",
    "ru": "Полиция нашла 26 единиц оружия в доме на окраине города. ",
    "ja": "警察によると、二十六人が病院に運ばれた。",
    "th": "ตำรวจพบอาวุธยี่สิบหกชิ้นในบ้าน",
}


@pytest.mark.parametrize("unit", NOISE)
def test_noise_is_shown_and_not_read(unit: str) -> None:
    article = parse_article(unit * (20_000 // len(unit)) + " x", language="nb")
    assert article.notes[-1] == "This text is no language; it is shown and not read."
    assert {s.kind for s in article.sentences} == {SentenceKind.FURNITURE}
    assert read_facts(article) == Facts((), (), ())


@pytest.mark.parametrize("code", sorted(PROSE))
def test_prose_is_no_noise(code: str) -> None:
    assert not is_noise(PROSE[code] * 40)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.txt")), ids=lambda path: path.stem)
def test_the_shipped_articles_hold_no_noise(path: str) -> None:
    assert read_article(path).notes == ()


def test_one_passage_of_noise_is_left_out_and_the_rest_is_read() -> None:
    article = parse_article(f"{PROSE['nb']}\n{'Qm9Fz12x/' * 200}\n{PROSE['nb']}", language="nb")
    assert article.notes == ("1 passage is no language; it is shown and not read.",)
    assert [n.low for n in read_facts(article).numbers] == [26, 26]


def test_a_short_line_of_figures_is_read() -> None:
    assert not is_noise("3–1 " * (LEAST // 4 - 1))
