"""A glance at the runs of a sentence tells no more and no less than reading it word by word."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from corpus.article import Article, Sentence
from corpus.facts.numbers.fast_path import glances
from corpus.facts.numbers.lexicon import quantity_words
from corpus.facts.numbers.numbers import amounts, find_numbers
from corpus.languages.tables import load
from corpus.text.phrases import words_of

LANGUAGES = ("nb", "da", "sv", "en", "nn", "fi")
SILENT = ["kabo", "mero", "Tivo", "USA", "NRK", "Storgata"]
SIGNS = [*'.,-–—−/+:;!?()[]«»“"%$€½§#', "..."]
GAPS = [*[" "] * 12, "", ", ", ". ", "-", "\u00a0"]


def forms(table: object) -> Iterator[str]:
    """Give every word and phrase of a table."""
    if isinstance(table, str):
        yield from (table, *table.split())
    elif isinstance(table, dict | list):
        for part in table.values() if isinstance(table, dict) else table:
            yield from forms(part)


def figure(chance: random.Random) -> str:
    whole, part = chance.randrange(10 ** chance.randint(1, 5)), chance.randrange(1000)
    return chance.choice([str(whole), str(whole), f"{whole}.{part:03d}", f"{whole},{part}"])


def made_up(chance: random.Random, known: list[str]) -> str:
    """Give a sentence of words that say nothing, of words that do, of figures and signs."""
    quiet = chance.random()
    said = ""
    for _ in range(chance.randint(1, 9)):
        some = (chance.choice(known), chance.choice(known), figure(chance), chance.choice(SIGNS))
        piece = chance.choice(SILENT) if chance.random() < quiet else chance.choice(some)
        said += (piece.title() if chance.random() < 0.1 else piece) + chance.choice(GAPS)
    return said.strip() + chance.choice(["", "."])


def word_by_word(text: str, language: str) -> list[tuple[int, int, float | None, float | None]]:
    """Read the quantities of a text from every word that one may begin with."""
    words, lexicon = words_of(text), quantity_words(language)
    every = enumerate(words.written)
    openings = [(i, None) for i, raw in every if raw[0].isdecimal() or lexicon.begins(raw)]
    return [
        (words.starts[found.start], words.ends[found.end - 1], found.low, found.high)
        for found in amounts(words, openings, lexicon)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_glance_tells_what_reading_word_by_word_tells(language: str) -> None:
    chance = random.Random(7)
    table = load(language)
    known = sorted({*forms(table.section("numbers")), *forms(table.section("stopwords")), "5"})
    for _ in range(3000):
        text = made_up(chance, known)
        article = Article(text, "", language, (Sentence(0, len(text)),))
        found = [(n.start, n.end, n.low, n.high) for n in find_numbers(article)]
        assert found == word_by_word(text, language), text


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Kabo said that 607 mero were there.", [(15, 18, 607.0, 607.0, "count")]),
        ("en", "A mero in Tivo was a kabo.", []),
        ("nb", "Det er en kabo, og den sa mero.", []),
        ("nb", "Kabo ser flere mero.", [(9, 14, 2.0, None, "count")]),
        ("nb", "Kabo var i mero 2019 tivo.", None),
        ("en", "Kabo saw 607 million mero.", None),
        ("en", "About 607 mero were there.", None),
        ("en", "Kabo 7-4 mero.", None),
    ],
)
def test_plain_quantities_are_told_at_once(
    language: str, text: str, told: list[tuple[int, int, float, float, str]] | None
) -> None:
    found = glances(language).plain(text, text.split())
    assert (found if found is None else list(found)) == told
