"""Claims of one sentence -> credits: who relays whom, and which content each covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.facts.attributions.cues import author_of, claims_of, opens_main_clause
from corpus.facts.attributions.grammar.complements import content_start, skip_connectives
from corpus.facts.attributions.grammar.lexicon import Lexicon
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    first_token,
    last_end,
    noun_phrase_at,
    noun_phrase_before,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext, sentence_context
from corpus.facts.attributions.grammar.tokens import DASHES, QUOTES, Tokens, quoted_tokens
from corpus.facts.attributions.noun_cues import Claim
from corpus.facts.attributions.sources import Cast
from corpus.model import Source, Span, Voice

# How many cues away, in one sentence, a cue may hold another: no sentence people write has more.
_NEAR = 20
_DIRECT, _INDIRECT, _REPORTED = Voice.DIRECT, Voice.INDIRECT, Voice.REPORTED
# Most tokens in quotation marks, marks included, of a word or a title that nobody says here.
_SPEECH = 6
# Fewest words of a name that stands alone before a colon.
_FULL = 2
_FROM = frozenset({"authors", "agents"})
_MARKS = QUOTES | DASHES
RELAYS = frozenset({"agency", "outlet", "media", "unnamed"})


class Credit(NamedTuple):
    """A chain of sources with the spans that show it; spans may lie in another sentence."""

    chain: tuple[Source, ...]
    voice: Voice
    stance: str
    source: Span | None
    cue: Span | None
    content: Span | None
    side: str = "after"
    explicit: bool = True
    utterance: bool = True


@dataclass(slots=True)
class _Part:
    claim: Claim
    own: tuple[Source, ...]
    span: Span | None
    content: tuple[int, int]


def read_credits(tokens: Tokens, words: Lexicon, cast: Cast) -> list[Credit]:
    """Return the credits of one sentence in text order."""
    places = words.cues(tokens)
    if not places and _is_quiet(tokens):
        return []
    sentence = sentence_context(tokens, words)
    claims = claims_of(sentence, places)
    if not claims:
        return []
    parts = _parts(tokens, sentence, claims, cast)
    if len(parts) == 1:
        return [_credit(tokens, parts[0], parts[0].own)]
    named = [part for part in parts if part.own or part.span]
    kept = named or parts[:1]
    credits: list[Credit] = []
    for position, part in enumerate(kept):
        near = kept[max(0, position - _NEAR) : position] + kept[position + 1 : position + 1 + _NEAR]
        outer = [other for other in near if _holds(other, part)]
        inner = [it for it in near if _holds(part, it) and it.claim.kind != "citing"]
        if inner and _is_relay(part, RELAYS - {"unnamed"}):
            continue
        if _is_inner_belief(part, outer):
            continue
        outer.sort(key=lambda other: other.content[1] - other.content[0])
        chain = _chain(part, outer)
        credits.append(_credit(tokens, part, chain))
    return credits


def _is_quiet(tokens: Tokens) -> bool:
    """Return whether nobody can speak without a cue: no mark of speech, no "To critics,"."""
    if not _MARKS.isdisjoint(tokens.words):
        return False
    return "to_whom" not in tokens.traits[0] or all("trigger" not in it for it in tokens.traits)


def may_report(tokens: Tokens) -> bool:
    """Return whether a sentence holds a word that tells of an utterance, or speech in quotes."""
    if tokens.words[0] in _MARKS or len(quoted_tokens(tokens)) > _SPEECH:
        return True
    return any("reporting" in traits for traits in tokens.traits)


def read_headline(tokens: Tokens, words: Lexicon, cast: Cast) -> list[Credit]:
    """Return the credit of a heading of the form "Kasakhstans president: Skyt uten forvarsel"."""
    if ":" not in tokens.words[1:12]:
        return []
    sentence = sentence_context(tokens, words)
    colon = tokens.words.index(":", 1)
    phrase = noun_phrase_at(sentence, 0)
    if phrase is None or phrase.end != colon:
        phrase = _announced(sentence, colon) or phrase
    shouted = all(word.isupper() for word in tokens.words[:colon]) and not _is_known(tokens, cast)
    if phrase is None or shouted or phrase.pronoun or not _heads(tokens, sentence, phrase, colon):
        return []
    head = words.noun_kind(tokens.low[phrase.head]) if phrase.head is not None else ""
    gazetted = " ".join(tokens.low[:colon]) in words.gazetteer
    gazetted = gazetted or (phrase.end == 1 and _is_known(tokens, cast))
    if not (head or gazetted or _is_full_name(tokens, phrase)):
        return []
    source = cast.source(tokens, phrase)
    if source is None:
        return []
    more = colon + 1 < len(tokens.words)
    content = tokens.span(colon + 1, len(tokens.words)) if more else None
    said, cue = tokens.span(0, phrase.end), tokens.span(colon, colon + 1)
    return [Credit((source,), Voice.INDIRECT, "neutral", said, cue, content, "after")]


def _announced(sentence: SentenceContext, colon: int) -> Phrase | None:
    """Return who speaks after a line: "And from Chairwoman Rivas:", "Statement by the mayor:"."""
    if colon + 1 < sentence.size and sentence.tokens.words[colon + 1] not in _MARKS:
        return None
    phrase = noun_phrase_before(sentence, colon, 1)
    if phrase is None or phrase.pronoun or not _comes_from(sentence, phrase):
        return None
    return phrase


def _is_full_name(tokens: Tokens, phrase: Phrase) -> bool:
    """Return True for "Kari Moen", False for "Moen" and "Long Lartin-fengselet"."""
    if phrase.name is None or phrase.name[1] - phrase.name[0] < _FULL:
        return False
    return not any(part[:1].islower() for part in tokens.words[phrase.name[1] - 1].split("-"))


def _comes_from(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return whether "from", "by", or the comma after an office stands before the phrase."""
    before = sentence.traits[phrase.start - 1]
    return bool(before & _FROM) or sentence.low[phrase.start - 1] == ","


def _heads(tokens: Tokens, sentence: SentenceContext, phrase: Phrase, colon: int) -> bool:
    """Return whether a heading opens with who speaks, "om budsjettet" after it or not."""
    if phrase.end == colon:
        return True
    spoken = colon + 1 < len(tokens.words) and tokens.words[colon + 1] in DASHES | QUOTES
    return spoken and tokens.low[phrase.end] in sentence.words.group("prepositions")


def _is_known(tokens: Tokens, cast: Cast) -> bool:
    """Return whether a line opens with the surname of a person the article names in full."""
    return tokens.low[0] in cast.names


def _parts(
    tokens: Tokens, sentence: SentenceContext, claims: list[Claim], cast: Cast
) -> list[_Part]:
    quoted = quoted_tokens(tokens)
    if quoted:
        claims = [claim for claim in claims if claim.cue[0] not in quoted]
    if tokens.words[0] in DASHES:
        said = _spoken(claims)
        claims = [it for position, it in enumerate(claims) if position >= said or it.kind != "verb"]
    parts: list[_Part] = []
    for index, claim in enumerate(claims):
        own, span = _own(tokens, sentence, claim, cast)
        if claim.kind == "shared":
            if parts and parts[-1].own:
                own, span = parts[-1].own, parts[-1].span
            else:
                opening = noun_phrase_at(sentence, skip_connectives(sentence, 0))
                if opening is None or opening.end > claim.cue[0]:
                    continue
                shared = replace(claim, sources=(opening,))
                own, span = _own(tokens, sentence, shared, cast)
        elif claim.sources and not own and not _is_report(tokens, claim):
            continue
        content = _content(tokens, sentence, claim, claims[index + 1 : index + 1 + _NEAR])
        parts.append(_Part(claim, own, span, content))
    return parts


def _first(claim: Claim) -> int:
    """Return the first token of cue and sources."""
    first = claim.cue[0]
    for phrase in claim.sources:
        if phrase.start < first:
            first = phrase.start
    return first


def _spoken(claims: Sequence[Claim]) -> int:
    """Return how many claims stand inside dash speech: "– Kroppen sier stopp, sier Sollie"."""
    return next((position for position, claim in enumerate(claims) if claim.side == "before"), 0)


def _is_report(tokens: Tokens, claim: Claim) -> bool:
    return not any(phrase.pronoun for phrase in claim.sources)


def _own(
    tokens: Tokens, sentence: SentenceContext, claim: Claim, cast: Cast
) -> tuple[tuple[Source, ...], Span | None]:
    stated = claim.sources
    if not stated:
        return (), None
    if len(stated) == 1:
        phrase = stated[0]
        source = cast.source(tokens, author_of(sentence, phrase) if phrase.tail else phrase)
        return (source,) if source is not None else (), tokens.span(phrase.start, phrase.end)
    own: list[Source] = []
    for phrase in stated:
        source = cast.source(tokens, author_of(sentence, phrase))
        if source is not None and source not in own:
            own.append(source)
    return tuple(own), tokens.span(first_token(stated), last_end(stated))


def _content(
    tokens: Tokens, sentence: SentenceContext, claim: Claim, later: Sequence[Claim]
) -> tuple[int, int]:
    side, size = claim.side, sentence.size
    if side == "around":
        opens = claim.kind == "according" and _first(claim) < 2 and len(claim.sources) > 0
        start = last_end(claim.sources) if opens else 0
        return start + (start < size and tokens.low[start] == ","), size
    if side == "before" or side == "previous":
        first = _first(claim)
        return 0, max(first - 1, 0) if tokens.words[first - 1] == "," else first
    end = size
    for other in later:
        start = _first(other)
        parted = start > 0 and tokens.low[start - 1] == ";"
        if parted or other.side == "before" or opens_main_clause(sentence, start, other):
            end = start - 1
            break
    start = content_start(sentence, claim.content)
    if start < end:
        opens = tokens.low[start] in {",", ":"} or "complementizers" in sentence.traits[start]
        return start + opens, end
    return end, end


def _holds(outer: _Part, inner: _Part) -> bool:
    """Return whether the inner cue is part of what the outer one reports."""
    cue = inner.claim.cue[0]
    if "citing" in {outer.claim.kind, inner.claim.kind}:
        return inner.claim.kind == "citing" and outer.claim.cue[0] < cue
    if not outer.content[0] <= cue < outer.content[1]:
        return False
    if inner.content[0] <= outer.claim.cue[0] < inner.content[1]:
        later = max(outer.claim, inner.claim, key=lambda claim: claim.cue[0])
        trailing = later.side in {"before", "around"}
        return (later is outer.claim) == trailing
    return True


def _is_inner_belief(part: _Part, outer: Sequence[_Part]) -> bool:
    """Return True for "hopes" of "Fowler said he hopes": what somebody says of a belief."""
    if part.claim.utterance or part.claim.kind == "hearsay":
        return False
    return any(other.claim.cue[0] < part.claim.cue[0] for other in outer)


def _is_relay(part: _Part, relays: frozenset[str]) -> bool:
    return bool(part.own) and all(source.kind in relays for source in part.own)


def _chain(part: _Part, outer: Sequence[_Part]) -> tuple[Source, ...]:
    chain = list(part.own)
    for other in outer:
        chain += [source for source in other.own if source.name not in {it.name for it in chain}]
    return tuple(chain)


def _credit(tokens: Tokens, part: _Part, chain: tuple[Source, ...]) -> Credit:
    start, end = part.content
    content = tokens.span(start, end) if start < end else None
    voice = _INDIRECT if QUOTES.isdisjoint(tokens.words[start : start + 2]) else _DIRECT
    if not chain:
        voice = _REPORTED
    cue = tokens.span(*part.claim.cue)
    claim = part.claim
    explicit = not any(phrase.pronoun for phrase in claim.sources) and claim.kind != "shared"
    return Credit(
        chain, voice, claim.stance, part.span, cue, content, claim.side, explicit, claim.utterance
    )
