"""Who is credited with what an article reports: chains of sources, voice and scope."""

from __future__ import annotations

from corpus.facts.attributions.lexicon import Lexicon, lexicon
from corpus.facts.attributions.scope import announces, spread
from corpus.facts.attributions.sentence_credits import Credit, read_credits, read_headline
from corpus.facts.attributions.sources import Cast
from corpus.facts.attributions.tokens import tokens
from corpus.model import Article, Attribution, SentenceKind, Voice
from corpus.text.chunks import runs_of

# Characters at the head of a sentence that are searched for the person it opens with.
_OPENING = 120
_FURNITURE, _HEADING = SentenceKind.FURNITURE, SentenceKind.HEADING
_REPORTED = Voice.REPORTED


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Return the attributions in text order; a sentence without one is told by the outlet itself.

    Linear in the length of the text. A language without a table finds nothing by cues.
    """
    table = lexicon(article.language)
    cast, runs = Cast(article.text, table), runs_of(article)
    own = [
        _own(article, index, runs(index), table, cast) if sentence.kind is not _FURNITURE else []
        for index, sentence in enumerate(article.sentences)
    ]
    return tuple(
        [
            _attribution(article, index, credit)
            for index, credits in enumerate(spread(article, own))
            for credit in credits
        ]
    )


def _own(article: Article, index: int, runs: list[str], table: Lexicon, cast: Cast) -> list[Credit]:
    """Return what the sentence itself credits."""
    sentence = article.sentences[index]
    cut = tokens(article.text, sentence.start, sentence.end, runs, table.pieces)
    words = cut.words
    if (
        sentence.kind is _HEADING
        or (words[-1] == ":" and announces(article, index))
        or (len(words) > 1 and words[1] == ":" and cut.low[0] in cast.names)
    ):
        titled = read_headline(cut, table, cast)
        if titled:
            return titled
    credits = read_credits(cut, table, cast)
    if not credits and cast.names:
        cast.note_mention(
            article.text[sentence.start : min(sentence.end, sentence.start + _OPENING)]
        )
    return credits


def _attribution(article: Article, index: int, credit: Credit) -> Attribution:
    chain, voice, stance, source, cue, content, _ = credit
    first = source or cue or article.sentences[index].span
    start, end = first.start, first.end
    if cue is not None and cue is not first:
        start, end = min(start, cue.start), max(end, cue.end)
    voice = voice if chain else _REPORTED
    return Attribution(index, start, end, chain, voice, stance, source, cue, content)
