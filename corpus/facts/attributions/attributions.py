"""Who is credited with what an article reports: chains of sources, voice and scope."""

from __future__ import annotations

from corpus.facts.attributions.bylines import credit_bylines
from corpus.facts.attributions.grammar.lexicon import Lexicon, lexicon
from corpus.facts.attributions.grammar.tokens import QUOTES, tokens
from corpus.facts.attributions.roles import RoleReader, role_reader
from corpus.facts.attributions.scope import announces, spread
from corpus.facts.attributions.sentence_credits import (
    Credit,
    may_report,
    read_credits,
    read_headline,
)
from corpus.facts.attributions.sources import Cast
from corpus.model import Article, Attribution, SentenceKind, Source, Voice
from corpus.text.chunks import runs_of

# Characters at the head of a sentence that are searched for the person it opens with.
_OPENING = 120
# Most tokens of who speaks before a colon.
_NAME = 12
_FURNITURE, _HEADING = SentenceKind.FURNITURE, SentenceKind.HEADING
_REPORTED = Voice.REPORTED


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Return the attributions in text order; a sentence without one is told by the outlet itself.

    Linear in the length of the text. A language without a table finds nothing by cues.
    """
    return read_attributions(article)[0]


def read_attributions(article: Article) -> tuple[tuple[Attribution, ...], frozenset[int]]:
    """Return the attributions and the uncredited sentences with a reporting word or a quotation."""
    table, roles = lexicon(article.language), role_reader(article.language)
    cast, runs = Cast(article.text, table), runs_of(article)
    reporting: set[int] = set()
    own = [
        _own(article, index, runs(index), table, cast, reporting)
        if sentence.kind is not _FURNITURE
        else []
        for index, sentence in enumerate(article.sentences)
    ]
    credit_bylines(article, table, cast, own)
    sources: dict[Source, Source] = {}
    attributions = tuple(
        [
            _attribution(article, index, credit, roles, sources)
            for index, credits in enumerate(spread(article, own))
            for credit in credits
        ]
    )
    return attributions, frozenset(reporting)


def _own(
    article: Article, index: int, runs: list[str], table: Lexicon, cast: Cast, reporting: set[int]
) -> list[Credit]:
    """Return what the sentence itself credits; note in `reporting` whether it may report."""
    sentence = article.sentences[index]
    cut = tokens(article.text, sentence.start, sentence.end, runs, table.pieces)
    words = cut.words
    if (
        sentence.kind is _HEADING
        or (words[-1] == ":" and announces(article, index))
        or _opens_quotation(words)
        or (len(words) > 1 and words[1] == ":" and cut.low[0] in cast.names)
    ):
        titled = read_headline(cut, table, cast)
        if titled:
            return titled
    credits = read_credits(cut, table, cast)
    if not credits and may_report(cut):
        reporting.add(index)
    if not credits and cast.names:
        cast.note_mention(
            article.text[sentence.start : min(sentence.end, sentence.start + _OPENING)]
        )
    return credits


def _opens_quotation(words: list[str]) -> bool:
    """Return True for "Ordfører Kari Moen: «Broen åpner»": a short line, a colon, a quotation."""
    if ":" not in words or ":" not in words[1:_NAME]:
        return False
    colon = words.index(":", 1)
    return colon + 1 < len(words) and words[colon + 1] in QUOTES


def _attribution(
    article: Article, index: int, credit: Credit, roles: RoleReader, sources: dict[Source, Source]
) -> Attribution:
    first = credit.source or credit.cue or article.sentences[index].span
    start, end = first.start, first.end
    if credit.cue is not None and credit.cue is not first:
        start, end = min(start, credit.cue.start), max(end, credit.cue.end)
    for source in credit.chain:
        if source not in sources:
            sources[source] = roles.with_roles(source)
    chain = tuple([sources[source] for source in credit.chain])
    return Attribution(
        index,
        start,
        end,
        chain,
        credit.voice if chain else _REPORTED,
        credit.stance,
        credit.source,
        credit.cue,
        credit.content,
        credit.explicit,
        credit.utterance,
    )
