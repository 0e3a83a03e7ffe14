"""What a number counts ("politifolk og militære"), what befell it ("drept"), of which number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from corpus.concepts import concept_words, kinds
from corpus.fates import is_fate
from corpus.language import load
from corpus.model import Article, Number, Span
from corpus.words import fold, words

LONGEST = 6
"""So many words at most name what is counted."""
FAREST = 12
"""What befell the counted is looked for so many words away at most."""
_KINDS = frozenset({"count", "percent", "fraction", "multiple"})
_BREAK_OR_END = re.compile(r"[.,;:!?()\[\]»”–—]")
"""A quotation mark may open right before the counted: 26 «armed criminals»."""
_BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"–—]")


@dataclass(frozen=True)
class CountWords:
    """The closed words of one language, folded, that frame a counted noun phrase."""

    stops: frozenset[str]
    skipped: frozenset[str]
    joining: frozenset[str]
    subsets: frozenset[tuple[str, ...]]
    """Phrases before the number of a subset: "hvorav 400", "among them 400"."""
    subsets_after: frozenset[tuple[str, ...]]
    """Phrases right after it: "14 of them children"."""
    partitive: frozenset[str]


@lru_cache(maxsize=64)
def count_words(code: str) -> CountWords:
    """Give the words of a language; a language without a table has only its stop words."""
    language = load(code)
    table = language.section("counted")

    def folded(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(form) for form in forms)

    def phrases(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(map(fold, form.split())) for form in table.get(name, ()))

    names = ("skipped", "joining", "nouns")
    skipped, joining, nouns = (folded(table.get(name, ())) for name in names)
    subsets = phrases("subset")
    partitive = folded(language.section("numbers").get("of", ()))
    closed = folded(language.section("stopwords") or ()) - skipped - joining - nouns
    stops = folded(table.get("stops", ())) | closed
    stops |= {phrase[0] for phrase in subsets if len(phrase) == 1}
    return CountWords(stops, skipped, joining, subsets, phrases("subset_after"), partitive)


@dataclass(frozen=True)
class _Sentence:
    """The words of a sentence that holds numbers, and where its events and states are told."""

    text: str
    spans: Sequence[Span]
    forms: Sequence[str]
    events: Sequence[tuple[int, int, bool]]
    """First and last word of each event, and whether it befalls people."""


def say_what(article: Article, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Give the numbers with `counted`, `state` and `part_of` filled in where the text says so."""
    found: list[Number] = []
    for index, group in groupby(numbers, lambda number: number.sentence):
        here = tuple(group)
        sentence = _read(article, index, here)
        for place in range(len(here)):
            found.append(_told(sentence, here, place, article.language, found))
    return tuple(found)


def _read(article: Article, index: int, numbers: Sequence[Number]) -> _Sentence:
    place = article.sentences[index]
    spans = tuple(words(article.text, place.start, place.end))
    forms = tuple(fold(span.of(article.text)) for span in spans)
    inside = {i for n in numbers for i, s in enumerate(spans) if n.start <= s.start < n.end}
    events = [
        (first, last, is_fate(concept))
        for first, last, concept in concept_words(article.language).meetings(forms)
        if (kinds()[concept] == "event" or is_fate(concept)) and first not in inside
    ]
    return _Sentence(article.text, spans, forms, sorted(set(events)))


def _told(
    sentence: _Sentence, here: Sequence[Number], place: int, code: str, before: Sequence[Number]
) -> Number:
    number, table = here[place], count_words(code)
    if number.kind not in _KINDS:
        return number
    limits = (
        here[place - 1].end if place else 0,
        here[place + 1].start if place + 1 < len(here) else len(sentence.text),
    )
    counted = _counted(sentence, number, limits[1], table)
    part_of = _part_of(sentence, here, place, table, len(before) - place)
    if counted is None and place and before[-1].kind == "count":
        counted = before[-1].counted if number.kind == "count" else None
    state = _state(sentence, number, limits, table)
    return replace(number, counted=counted, state=state, part_of=part_of)


def _counted(s: _Sentence, number: Number, limit: int, table: CountWords) -> str | None:
    """Give the noun phrase that follows the number, up to a closed word, an event or a sign."""
    first = next((i for i, span in enumerate(s.spans) if span.start >= number.end), len(s.spans))
    heads = {start for start, *_ in s.events}
    begin = end = None
    partitive = False
    last = number.end
    for i in range(first, len(s.spans)):
        span, form = s.spans[i], s.forms[i]
        sign = (_BREAK if begin is not None else _BREAK_OR_END).search(s.text, last, span.start)
        if span.start >= limit or sign or form in table.stops:
            break
        if begin is None and i in heads and not partitive:
            break
        if begin is None and form in table.skipped:
            last, partitive = span.end, partitive or form in table.partitive
            continue
        joins = form in table.joining
        if (begin is None and joins) or (i in heads and begin is not None) or i - first >= LONGEST:
            break
        begin = span.start if begin is None else begin
        end = end if joins else span.end
        last = span.end
    return s.text[begin:end] if begin is not None and end is not None else None


def _state(s: _Sentence, number: Number, limits: tuple[int, int], table: CountWords) -> str | None:
    """Give the word for what happened that stands nearest, no other number between."""
    best: tuple[float, str] | None = None
    for first, last, fate in s.events:
        start, end = s.spans[first].start, s.spans[last].end
        if start < limits[0] or end > limits[1]:
            continue
        gap = Span(number.end, start) if start >= number.end else Span(end, number.start)
        away = _distance(s, gap, table) + (0 if fate else 5) + 0.5 * (start < number.start)
        if away <= FAREST and (best is None or away < best[0]):
            best = away, s.text[start:end]
    return best[1] if best else None


def _distance(s: _Sentence, gap: Span, table: CountWords) -> float:
    """Count the words that stand between, closed words not; a sign or an "and" parts clauses."""
    far = 3.0 * len(_BREAK.findall(gap.of(s.text)))
    for span, form in zip(s.spans, s.forms, strict=True):
        if gap.start <= span.start < gap.end:
            far += 3 if form in table.joining else form not in table.stops
    return far


def _part_of(
    s: _Sentence, here: Sequence[Number], place: int, table: CountWords, offset: int
) -> int | None:
    """Give the index of the number whose subset this is: after "hvorav", "including"."""
    number = here[place]
    if not place or number.kind != "count":
        return None
    if _of_the(s, here[0], table):
        return offset
    follows = next((i for i, span in enumerate(s.spans) if span.start >= number.end), -1)
    if follows >= 0 and _stands(s.forms, follows, table.subsets_after):
        return _whole(here, number.start, offset)
    marks = [
        span.start
        for i, span in enumerate(s.spans)
        if here[0].end <= span.start < number.start and _leads(s, i, number, table.subsets)
    ]
    return _whole(here, marks[-1], offset) if marks else None


def _stands(forms: Sequence[str], place: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    longest = max(map(len, phrases), default=0)
    return any(tuple(forms[place : place + n]) in phrases for n in range(1, longest + 1))


def _leads(s: _Sentence, place: int, number: Number, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Tell a word of subsets ("hvorav") before the number, or a phrase of several right before."""
    if (s.forms[place],) in phrases:
        return True
    longest = max(map(len, phrases), default=0)
    return any(
        tuple(s.forms[place : place + n]) in phrases
        and not s.text[s.spans[place + n - 1].end : number.start].strip()
        for n in range(2, longest + 1)
    )


def _whole(here: Sequence[Number], before: int, offset: int) -> int:
    return offset + max(i for i, number in enumerate(here) if number.end <= before)


def _of_the(s: _Sentence, first: Number, table: CountWords) -> bool:
    """Tell a sentence that opens with the whole: "Of the 26 killed, 14 were children"."""
    before = [form for form, span in zip(s.forms, s.spans, strict=True) if span.start < first.start]
    opens = bool(before) and before[0] in table.partitive
    return opens and all(form in table.skipped or form in table.partitive for form in before)
