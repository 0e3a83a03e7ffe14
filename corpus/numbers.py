"""Quantities of an article as intervals, with what is counted."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.figures import part_of_code, read_figure
from corpus.language import load
from corpus.model import Article, Number, SentenceKind
from corpus.numerals import number_words
from corpus.phrasebook import words_of


def find_numbers(article: Article) -> tuple[Number, ...]:
    """Give the quantities that the article states, in text order."""
    return tuple(
        number
        for index, sentence in enumerate(article.sentences)
        if sentence.kind is not SentenceKind.FURNITURE
        for number in _in_sentence(article, index)
    )


def _in_sentence(article: Article, index: int) -> Iterator[Number]:
    table = load(article.language).section("numbers")
    numerals = number_words(article.language)
    offset = article.sentences[index].start
    words = words_of(article.sentence_text(index))
    place = 0
    while place < len(words):
        figure = read_figure(words, place, table.get("decimal") or ".")
        read = numerals.read(words, place)
        if figure and not part_of_code(words, place, figure.end):
            end, value, kind = figure.end, figure.value, "count"
        elif read and words.at(place) not in (table.get("articles") or ()):
            end, value, kind = read.end, read.value, "ordinal" if read.ordinal else "count"
        else:
            place = figure.end if figure else place + 1
            continue
        start = offset + words.starts[place]
        yield Number(index, start, offset + words.ends[end - 1], value, value, kind=kind)
        place = end
