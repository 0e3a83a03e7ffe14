"""Scope: credits that reach over neighbouring sentences, quotations and dash speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from corpus.facts.attributions.grammar.tokens import DASHES, QUOTES
from corpus.facts.attributions.sentence_credits import RELAYS, Credit
from corpus.model import Article, SentenceKind, Source, Span, Voice

# A quotation may stay open to the end of its paragraph.
_QUOTATION = re.compile(
    r"«[^»]*(?:»|$)|»[^«]*(?:«|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|”[^”]*(?:”|$)"
)
_QUOTE = '«»“”„"'
# Single marks quote where a text has no others; "don't" and "the bosses' plan" close nothing.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")
_SINGLY = re.compile(r"(?<!\w)[‘'](?=\w)(?:[^'’\n]|['’](?=\w)|(?<=s)['’](?= [a-z]))*(?:['’]|$)")
_WORDS_OF_SPEECH = 5
# Most characters of the name of who speaks before a colon.
_SHORT = 60
# Most sentences of a paragraph that a cue reaches over.
_REACH = 8
# A post with its signature: "— Name (@handle)".
_SIGNATURE = re.compile(r"[–—-] ?([^\n(@]{1,60}?) \(@\w{1,30}\)")

_SPOKEN = DASHES | QUOTES
_FURNITURE = SentenceKind.FURNITURE


def spread(article: Article, own: Sequence[list[Credit]]) -> list[list[Credit]]:
    """Return the credits of every sentence, those from its neighbours included."""
    text, sentences, spread_over = article.text, article.sentences, list(own)
    _credit_afterwards(article, spread_over)
    _credit_posts(article, spread_over)
    marks = sorted(
        [position for mark in _QUOTE if mark in text for position in _places(mark, text)]
    )
    marks = marks or [match.start() for match in _SINGLE.finditer(text)]
    # Only marks of speech let a credit reach over the sentences beside it.
    if not marks and _SPOKEN.isdisjoint([text[sentence.start] for sentence in sentences]):
        return spread_over
    speaker: Credit | None = None
    for paragraph in _paragraphs(article):
        first, credits = sentences[paragraph[0]], spread_over[paragraph[0]]
        if text[first.start] in DASHES:
            speaker = _dash_speech(article, paragraph, spread_over, speaker)
        elif credits and text[first.end - 1] == ":" and announces(article, paragraph[0]):
            speaker = credits[-1]
            for index in paragraph[1:]:
                _continue(article, index, spread_over, speaker)
        elif credits and len(paragraph) == 1:
            speaker = _speaker(credits) or speaker
        elif marks or len(paragraph) > 1:
            regions = _regions(article, paragraph, marks)
            speaker = _quotations(article, paragraph, spread_over, speaker, regions)
        if text[sentences[paragraph[-1]].end - 1] == ":" and spread_over[paragraph[-1]]:
            speaker = spread_over[paragraph[-1]][-1]
    return spread_over


def _places(mark: str, text: str) -> Iterator[int]:
    """Yield where a mark stands in the text."""
    position = text.find(mark)
    while position >= 0:
        yield position
        position = text.find(mark, position + 1)


def _speaker(credits: Sequence[Credit]) -> Credit | None:
    """Return the first credit that names somebody."""
    for credit in credits:
        if credit.chain:
            return credit
    return None


def announces(article: Article, index: int) -> bool:
    """Return whether a short "Finansministeren:" stands before speech, in its line or the next."""
    sentence = article.sentences[index]
    if article.text[sentence.end - 1] != ":" or sentence.end - sentence.start > _SHORT:
        return False
    if index + 1 >= len(article.sentences):
        return False
    following = article.sentences[index + 1].start
    return article.text[following] in _SPOKEN


def _paragraphs(article: Article) -> list[list[int]]:
    """Return the sentences of each line of the text."""
    text, lines, end = article.text, list[list[int]](), 0
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is _FURNITURE:
            continue
        if lines and text.find("\n", end, sentence.start) < 0:
            lines[-1].append(index)
        else:
            lines.append([index])
        end = sentence.end
    return lines


def _credit_afterwards(article: Article, credits: list[list[Credit]]) -> None:
    """ "Det melder AFP.": credit the sentence before as well."""
    afterwards = dict.fromkeys(
        [
            index
            for index, of_sentence in enumerate(credits)
            for credit in of_sentence
            if credit.side == "previous"
        ]
    )
    for index in afterwards:
        for credit in credits[index]:
            if credit.side != "previous":
                continue
            before = _sentence_before(article, index)
            if before is None:
                continue
            if not any(inner.chain for inner in credits[before]):
                content = article.sentences[before].span
                credits[before] = [credit._replace(content=content, side="around")]
            elif all(source.kind in RELAYS for source in credit.chain):
                credits[before] = [_relayed(inner, credit) for inner in credits[before]]
    for index in afterwards:
        credits[index] = [
            credit._replace(content=None) if credit.side == "previous" else credit
            for credit in credits[index]
        ]


def _credit_posts(article: Article, credits: list[list[Credit]]) -> None:
    """Credit a quoted post to whom its signature names."""
    signed = list(_SIGNATURE.finditer(article.text)) if "(@" in article.text else []
    if not signed:
        return
    starts = [sentence.start for sentence in article.sentences]
    for match in signed:
        index = bisect_right(starts, match.start()) - 1
        if index < 0:
            continue
        source = Source(match.group(1).strip(), "social")
        sentence = article.sentences[index]
        line = article.text.rfind("\n", 0, sentence.start)
        span = Span(match.start(1), match.end(1))
        for position in range(index, max(-1, index - _REACH), -1):
            content = article.sentences[position].span
            if content.start <= line:
                break
            if not credits[position]:
                post = Credit((source,), Voice.DIRECT, "neutral", span, None, content)
                credits[position] = [post]


def _relayed(inner: Credit, relay: Credit) -> Credit:
    if not inner.chain:
        return relay._replace(content=inner.content, side="around")
    return inner._replace(chain=_joined(inner, relay))


def _sentence_before(article: Article, index: int) -> int | None:
    for position in range(index - 1, max(-1, index - 3), -1):
        if article.sentences[position].kind is SentenceKind.BODY:
            return position
    return None


def _joined(inner: Credit, outer: Credit) -> tuple[Source, ...]:
    names = {source.name for source in inner.chain}
    return (*inner.chain, *(source for source in outer.chain if source.name not in names))


def _direct(credit: Credit, content: Span) -> Credit:
    return credit._replace(voice=Voice.DIRECT, content=content, explicit=False)


def _dash_speech(
    article: Article, paragraph: list[int], credits: list[list[Credit]], speaker: Credit | None
) -> Credit | None:
    """Credit a line of dash speech: to its own cue, or to who spoke before it."""
    cued = next((i for i in paragraph if any(c.side == "before" for c in credits[i])), None)
    if cued is not None:
        credits[cued] = [
            c._replace(voice=Voice.DIRECT) if c.side == "before" else c for c in credits[cued]
        ]
        outer = next(c for c in credits[cued] if c.side == "before")
        after = paragraph.index(cued) + 1
        goes_on = [index for index in paragraph[after:] if _opens_speech(article, index)]
        for index in (*paragraph[: after - 1], *goes_on):
            if index < cued or not credits[index]:
                _continue(article, index, credits, outer)
        return outer
    last = article.sentences[paragraph[-1]]
    asks = article.text[last.start : last.end].rstrip('»”" ').endswith("?")
    if asks or speaker is None or last.kind is not SentenceKind.BODY:
        return speaker
    for index in paragraph:
        _continue(article, index, credits, speaker)
    return speaker


def _opens_speech(article: Article, index: int) -> bool:
    """Return whether a sentence begins with a dash, and asks nothing."""
    sentence = article.sentences[index]
    if article.text[sentence.start] not in DASHES:
        return False
    return not article.text[sentence.start : sentence.end].rstrip('»”" ').endswith("?")


def _continue(article: Article, index: int, credits: list[list[Credit]], outer: Credit) -> None:
    content = article.sentences[index].span
    inner = [c._replace(chain=_joined(c, outer)) for c in credits[index] if c.chain]
    credits[index] = inner or [_direct(outer, content)]


def _quotations(
    article: Article,
    paragraph: list[int],
    credits: list[list[Credit]],
    speaker: Credit | None,
    regions: deque[Span],
) -> Credit | None:
    """Credit sentences inside quotation marks to the cue of the same paragraph, or to who spoke."""
    for position, index in enumerate(paragraph):
        if credits[index]:
            speaker = _speaker(credits[index]) or speaker
            continue
        follows = position > 0 and bool(credits[paragraph[position - 1]])
        if follows and speaker is not None and _opens_speech(article, index):
            _continue(article, index, credits, speaker)
            continue
        if not regions:
            continue
        span = article.sentences[index].span
        while regions and regions[0].end <= span.start:
            regions.popleft()
        if not regions or not regions[0].overlaps(span):
            continue
        if article.sentences[index].kind is not SentenceKind.BODY:
            continue
        outer = _teller(paragraph, position, credits) or speaker
        if outer is not None and _is_speech(article, span, regions[0]):
            part = Span(max(span.start, regions[0].start), min(span.end, regions[0].end))
            credits[index] = [_direct(outer, part)]
    return speaker


def _is_speech(article: Article, sentence: Span, region: Span) -> bool:
    """Return True for a quotation that is no scare quote: long, or nearly the whole sentence."""
    inside = min(sentence.end, region.end) - max(sentence.start, region.start)
    if inside >= 0.8 * (sentence.end - sentence.start):
        return True
    words = article.text[region.start : min(region.end, region.start + 80)].split()
    titled = sum(word.lstrip('"“«»„”')[:1].isupper() for word in words)
    return len(words) >= _WORDS_OF_SPEECH and titled <= len(words) // 2


def _regions(article: Article, paragraph: list[int], marks: list[int]) -> deque[Span]:
    """Return the quotations of a paragraph; `marks` is where the text has quotation marks."""
    if not marks:
        return deque()
    start, end = article.sentences[paragraph[0]].start, article.sentences[paragraph[-1]].end
    if bisect_left(marks, start) == bisect_left(marks, end):
        return deque()
    pattern = _QUOTATION if article.text[marks[0]] in _QUOTE else _SINGLY
    return deque(
        Span(match.start() + start, match.end() + start)
        for match in pattern.finditer(article.text[start:end])
    )


def _teller(paragraph: list[int], position: int, credits: list[list[Credit]]) -> Credit | None:
    """Return the credit of the nearest sentence of the paragraph, those after it first."""
    following = paragraph[position + 1 : position + 1 + _REACH]
    before = paragraph[max(0, position - _REACH) : position]
    for other in (*following, *reversed(before)):
        if credits[other] and (speaker := _speaker(credits[other])):
            return speaker
    return None
