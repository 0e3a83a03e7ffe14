"""Quotations without a verb: whom the line after the quotation names, "— Dana Holt, minister"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from corpus.facts.attributions.grammar.lexicon import Lexicon
from corpus.facts.attributions.grammar.noun_phrases import Phrase, noun_phrase_at
from corpus.facts.attributions.grammar.sentence_context import sentence_context
from corpus.facts.attributions.grammar.tokens import tokens
from corpus.facts.attributions.sentence_credits import Credit
from corpus.facts.attributions.sources import Cast
from corpus.model import Article, Source, Span, Voice

# The closing mark of a quotation, a dash, and the rest of that line. Bounded: a byline is short.
_BYLINE = re.compile(
    r"[”\"»«“’][.,]?[ \t]*\n{0,2}[ \t]*[–—―-]{1,2} ?"
    r"([^\n.!?:»«”“\"–—]{3,80})\.?(?=\s*(?:\n|$))"
)
# From an opening mark to the closing one before the dash; at most so many characters back.
_REACH = 1200
_OPENING = '“„«»"”'
_LONGEST_NAME = 5


def credit_bylines(
    article: Article, words: Lexicon, cast: Cast, credits: list[list[Credit]]
) -> None:
    """Credit every quotation that a byline follows to whom the byline names."""
    for match in _BYLINE.finditer(article.text):
        source = _named(article, match, words, cast)
        if source is None:
            continue
        quotation = _quotation(article.text, match.start() + 1)
        span = Span(match.start(1), match.start(1) + len(match.group(1).partition(",")[0].rstrip()))
        for index in _sentences(article, quotation):
            if not credits[index]:
                sentence = article.sentences[index]
                start, end = max(sentence.start, quotation.start), min(sentence.end, quotation.end)
                content = Span(start, end)
                credits[index] = [Credit((source,), Voice.DIRECT, "neutral", span, None, content)]


def _named(article: Article, match: re.Match[str], words: Lexicon, cast: Cast) -> Source | None:
    """Return who a byline names, None where it is anything but a name with its title."""
    start, end = match.span(1)
    line = article.text[start:end].rstrip()
    cut = tokens(article.text, start, start + len(line), line.split(), words.pieces)
    if not cut.words:
        return None
    phrase = noun_phrase_at(sentence_context(cut, words), 0)
    if phrase is None or not _is_person(cut.words, phrase):
        return None
    ends = phrase.end >= cut.size or cut.words[phrase.end] in {",", "("}
    return cast.source(cut, phrase) if ends else None


def _is_person(words: list[str], phrase: Phrase) -> bool:
    """Return whether a phrase is a name of two words or more, all of them with a capital."""
    if phrase.name is None:
        return False
    first, last = phrase.name
    named = words[first:last]
    return 2 <= len(named) <= _LONGEST_NAME and named[0][0].isupper() and named[-1][0].isupper()


def _quotation(text: str, close: int) -> Span:
    """Return the quotation that ends before `close`: back to its opening mark, or to its line."""
    floor = max(0, close - _REACH)
    mark = max(text.rfind(mark, floor, close - 1) for mark in _OPENING)
    return Span(mark if mark >= 0 else text.rfind("\n", 0, close) + 1, close)


def _sentences(article: Article, quotation: Span) -> Iterator[int]:
    """Yield the sentences that a quotation touches."""
    first = bisect_right(article.sentences, quotation.start, key=attrgetter("end"))
    for index in range(first, len(article.sentences)):
        if article.sentences[index].start >= quotation.end:
            return
        yield index
