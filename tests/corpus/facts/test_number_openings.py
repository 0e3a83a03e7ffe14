"""Only words that can begin a quantity are read, and nothing is lost by it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from corpus.article import Article, Sentence
from corpus.facts.numbers import numbers
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


Found = list[tuple[int, int, float | None, float | None]]


def quantities(text: str, language: str) -> Found:
    words = words_of(text)
    found = amounts(words, quantity_words(language))
    return [(words.starts[a.start], words.ends[a.end - 1], a.low, a.high) for a in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_trying_every_word_finds_no_more(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    table = load(language)
    known = sorted({*forms(table.section("numbers")), *forms(table.section("stopwords")), "5"})
    texts = [made_up(chance, known) for _ in range(3000)]
    found = [quantities(text, language) for text in texts]
    lexicon = quantity_words(language)
    monkeypatch.setattr(
        numbers,
        "_openings",
        lambda words, _: [i for i, raw in enumerate(words.written) if lexicon.begins(raw)],
    )
    for text, quick in zip(texts, found, strict=True):
        assert quick == quantities(text, language), text


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Kabo said that 607 mero were there.", [(15, 18, 607.0, 607.0, "count")]),
        ("en", "A mero in Tivo was a kabo.", []),
        ("nb", "Det er en kabo, og den sa mero.", []),
        ("nb", "Kabo ser flere mero.", [(9, 14, 2.0, None, "count")]),
        ("nb", "Kabo var i 2019 tivo.", []),
        ("en", "Kabo saw 607 million mero.", [(9, 20, 607e6, 607e6, "count")]),
        ("en", "About 607 mero were there.", [(0, 9, 546.3, 667.7, "count")]),
        ("en", "Kabo 7-4 mero.", [(5, 8, 7.0, 4.0, "score")]),
    ],
)
def test_quantities_are_found_among_words_that_state_none(
    language: str, text: str, found: list[tuple[int, int, float | None, float | None, str]]
) -> None:
    article = Article(text, "", language, (Sentence(0, len(text)),))
    assert [(n.start, n.end, n.low, n.high, n.kind) for n in find_numbers(article)] == found
