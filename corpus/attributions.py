"""Who is credited with what an article reports: chains of sources, voice and scope."""

from __future__ import annotations

from corpus.credits import Credit, read_credits, read_headline
from corpus.model import Article, Attribution, SentenceKind, Voice
from corpus.reporting import Lexicon, lexicon
from corpus.scope import announces, spread
from corpus.sources import Cast
from corpus.tokens import tokens

_FURNITURE, _HEADING = SentenceKind.FURNITURE, SentenceKind.HEADING
_REPORTED = Voice.REPORTED


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Give the attributions of the article in text order; where none is, the outlet itself speaks.

    Linear in the length of the text. A language without a table finds nothing by cues.
    """
    table = lexicon(article.language)
    cast = Cast(article.text, table)
    own = [_own(article, index, table, cast) for index in range(len(article.sentences))]
    found: list[Attribution] = []
    for index, credits in enumerate(spread(article, own)):
        found += [_attribution(article, index, credit) for credit in credits]
    return tuple(found)


def _own(article: Article, index: int, table: Lexicon, cast: Cast) -> list[Credit]:
    """Give what the sentence itself credits."""
    sentence = article.sentences[index]
    if sentence.kind is _FURNITURE:
        return []
    cut = tokens(article.text, sentence.start, sentence.end)
    heads = sentence.kind is _HEADING or (cut.words[-1] == ":" and announces(article, index))
    if heads or (cut.words[1:2] == [":"] and cut.low[0] in cast.names):
        titled = read_headline(cut, table, cast)
        if titled:
            return titled
    credits = read_credits(cut, table, cast)
    if not credits:
        cast.hear(article.text[sentence.start : min(sentence.end, sentence.start + 120)])
    return credits


def _attribution(article: Article, index: int, credit: Credit) -> Attribution:
    chain, voice, stance, source, cue, content, _ = credit
    first = source or cue or article.sentences[index].span
    second = cue or first
    start, end = min(first.start, second.start), max(first.end, second.end)
    voice = voice if chain else _REPORTED
    return Attribution(index, start, end, chain, voice, stance, source, cue, content)
