"""Who is credited with what an article reports: chains of sources, voice and scope."""

from __future__ import annotations

from corpus.credits import Credit, read_credits, read_headline
from corpus.cues import CueFinder
from corpus.model import Article, Attribution, SentenceKind, Span, Voice
from corpus.reporting import Lexicon, lexicon
from corpus.scope import announces, spread
from corpus.sources import Cast
from corpus.tokens import DASHES, QUOTES, tokens

_MARKS = QUOTES | DASHES


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
    if sentence.kind is SentenceKind.FURNITURE:
        return []
    cut = tokens(article.text, sentence.start, sentence.end)
    heads = sentence.kind is SentenceKind.HEADING or announces(article, index)
    if heads or (cut.words[1:2] == [":"] and cut.low[0] in cast.names):
        titled = read_headline(cut, CueFinder(cut, table), cast)
        if titled:
            return titled
    quiet = table.triggers.isdisjoint(cut.low) and _MARKS.isdisjoint(cut.low)
    credits = [] if quiet else read_credits(cut, CueFinder(cut, table), cast)
    if not credits:
        cast.hear(article.text[sentence.start : min(sentence.end, sentence.start + 120)])
    return credits


def _attribution(article: Article, index: int, credit: Credit) -> Attribution:
    spans = [span for span in (credit.source, credit.cue) if span is not None]
    whole = article.sentences[index].span
    span = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else whole
    voice = credit.voice if credit.chain else Voice.REPORTED
    return Attribution(
        index, span.start, span.end, credit.chain, voice, credit.stance,
        credit.source, credit.cue, credit.content,
    )  # fmt: skip
