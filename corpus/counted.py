"""What a number counts ("politifolk og militære"), what befell it ("drept"), of which number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from operator import attrgetter

from corpus.concepts import Hint, Words, concept_words, kinds
from corpus.fates import is_fate
from corpus.kept import Kept
from corpus.language import load
from corpus.model import Article, Number
from corpus.words import WORD, fold

LONGEST = 6
"""So many words at most name what is counted."""
FAREST = 12
"""What befell the counted is looked for so many words away at most."""
_KINDS = frozenset({"count", "percent", "fraction", "multiple"})
_BREAK_OR_END = re.compile(r"[.,;:!?()\[\]»”–—]")
"""A quotation mark may open right before the counted: 26 «armed criminals»."""
_BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"–—]")

_SPLIT = re.compile(f"({WORD.pattern})")

Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first word


@dataclass(frozen=True)
class CountWords:
    """The closed words of one language, folded, that frame a counted noun phrase."""

    stops: frozenset[str]
    skipped: frozenset[str]
    joining: frozenset[str]
    subsets: Phrases
    """Phrases before the number of a subset: "hvorav 400", "among them 400"."""
    subsets_after: Phrases
    """Phrases right after it: "14 of them children"."""
    partitive: frozenset[str]
    concepts: Words
    hints: Kept[Hint | None]
    """For a run of text between spaces, what its words may say of what happens."""


@lru_cache(maxsize=64)
def count_words(code: str) -> CountWords:
    """Give the words of a language; a language without a table has only its stop words."""
    language = load(code)
    table = language.section("counted")

    def folded(forms: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(form) for form in forms)

    def phrases(name: str) -> Phrases:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(map(fold, form.split())) for form in table.get(name, ())):
            if phrase:
                found.setdefault(phrase[0], []).append(phrase)
        return found

    names = ("skipped", "joining", "nouns")
    skipped, joining, nouns = (folded(table.get(name, ())) for name in names)
    subsets = phrases("subset")
    partitive = folded(language.section("numbers").get("of", ()))
    closed = folded(language.section("stopwords") or ()) - skipped - joining - nouns
    stops = folded(table.get("stops", ())) | closed
    stops |= {first for first, found in subsets.items() if (first,) in found}
    concepts, told = concept_words(code), _told().keys()
    return CountWords(
        stops, skipped, joining, subsets, phrases("subset_after"), partitive, concepts,
        Kept(lambda run: concepts.hint(map(fold, WORD.findall(run)), told)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence, folded, and where each begins and ends."""

    forms: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


class _Sentence:
    """A sentence that holds numbers, and where what happens is told in it."""

    __slots__ = ("_words", "end", "events", "numbers", "start", "table", "text")

    def __init__(
        self, article: Article, index: int, numbers: Sequence[Number], table: CountWords
    ) -> None:
        place = article.sentences[index]
        self.text, self.start, self.end = article.text, place.start, place.end
        self.numbers, self.table = numbers, table
        self._words: _Words | None = None
        runs = article.text[place.start : place.end].split()
        hints = list(filter(None, map(table.hints.__getitem__, runs)))
        self.events = self._happen() if hints and _may_tell(hints) else ()
        """Start and end of every event outside the numbers, and whether it befalls people."""

    @property
    def words(self) -> _Words:
        """All words of the sentence, cut when first asked for."""
        if self._words is None:
            pieces = _SPLIT.split(self.text[self.start : self.end])
            ends = list(accumulate(map(len, pieces), initial=self.start))
            self._words = _Words(list(map(fold, pieces[1::2])), ends[1:-1:2], ends[2::2])
        return self._words

    def _happen(self) -> Sequence[tuple[int, int, bool]]:
        words, told = self.words, _told()
        found = {
            (words.starts[first], words.ends[last], told[concept])
            for first, last, concept in self.table.concepts.meetings(words.forms)
            if concept in told
        }
        for number in self.numbers:
            found = {event for event in found if not number.start <= event[0] < number.end}
        return sorted(found)


def _may_tell(hints: Sequence[Hint]) -> bool:
    """Tell whether a word or a phrase of what happens may be among words."""
    parts: set[str] = set()
    for hint in hints:
        if hint.single:
            return True
        parts |= hint.parts
    return not all(map(parts.isdisjoint, map(attrgetter("needed"), hints)))


@lru_cache(maxsize=1)
def _told() -> Mapping[str, bool]:
    """Give the concepts of what happens, each with whether it befalls people."""
    fates = {concept: is_fate(concept) for concept in kinds()}
    return {c: fate for c, fate in fates.items() if fate or kinds()[c] == "event"}


def say_what(article: Article, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Give the numbers with `counted`, `state` and `part_of` filled in where the text says so."""
    found: list[Number] = []
    table = count_words(article.language)
    for index, group in groupby(numbers, attrgetter("sentence")):
        here = tuple(group)
        sentence = _Sentence(article, index, here, table)
        for place, number in enumerate(here):
            found.append(_framed(sentence, place, found) if number.kind in _KINDS else number)
    return tuple(found)


def _framed(s: _Sentence, place: int, before: Sequence[Number]) -> Number:
    here, number = s.numbers, s.numbers[place]
    low = here[place - 1].end if place else 0
    high = here[place + 1].start if place + 1 < len(here) else len(s.text)
    counted = _counted(s, number, high)
    if counted is None and place and before[-1].kind == "count":
        counted = before[-1].counted if number.kind == "count" else None
    state = _state(s, number, low, high) if s.events else None
    part_of = _part_of(s, place, len(before) - place) if place else None
    return Number(
        number.sentence, number.start, number.end, number.low, number.high, number.unit,
        number.kind, counted, state, number.about, part_of,
    )  # fmt: skip


def _counted(s: _Sentence, number: Number, limit: int) -> str | None:
    """Give the noun phrase that follows the number, up to a closed word, an event or a sign."""
    text, table, stops = s.text, s.table, s.table.stops
    heads = {start for start, *_ in s.events}
    begin = end = None
    partitive = False
    place, last = 0, number.end
    # From a space on: a number may end within what is one word here ("two-year-old").
    space = text.rfind(" ", s.start, last)
    for word in WORD.finditer(text, max(space, s.start), s.end):
        start, stop = word.span()
        if start < number.end:
            continue
        form = fold(word[0])
        if start >= limit or form in stops:
            break
        between = text[last:start]
        if between != " " and (_BREAK_OR_END if begin is None else _BREAK).search(between):
            break
        if begin is None:
            if start in heads and not partitive:
                break
            if form in table.skipped:
                last, place = stop, place + 1
                partitive = partitive or form in table.partitive
                continue
        joins = form in table.joining
        if place >= LONGEST or (joins if begin is None else start in heads):
            break
        begin = start if begin is None else begin
        end = end if joins else stop
        last, place = stop, place + 1
    return text[begin:end] if begin is not None and end is not None else None


def _state(s: _Sentence, number: Number, low: int, high: int) -> str | None:
    """Give the word for what happened that stands nearest, no other number between."""
    best: tuple[float, str] | None = None
    for start, end, fate in s.events:
        if start < low or end > high:
            continue
        gap = (number.end, start) if start >= number.end else (end, number.start)
        least = (0 if fate else 5) + 0.5 * (start < number.start)
        if best is not None and least >= best[0]:
            continue
        away = least + _distance(s, *gap)
        if away <= FAREST and (best is None or away < best[0]):
            best = away, s.text[start:end]
    return best[1] if best else None


def _distance(s: _Sentence, start: int, end: int) -> float:
    """Count the words that stand between, closed words not; a sign or an "and" parts clauses."""
    words, table = s.words, s.table
    far = 3.0 * len(_BREAK.findall(s.text, start, end))
    first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
    for form in words.forms[first:last]:
        if form in table.joining:
            far += 3
        elif form not in table.stops:
            far += 1
    return far


def _part_of(s: _Sentence, place: int, offset: int) -> int | None:
    """Give the index of the number whose subset this is: after "hvorav", "including"."""
    here, number = s.numbers, s.numbers[place]
    if number.kind != "count":
        return None
    if _of_the(s):
        return offset
    words, table = s.words, s.table
    follows = bisect_left(words.starts, number.end)
    if follows < len(words.starts) and _phrases(words.forms, follows, table.subsets_after):
        return _whole(here, number.start, offset)
    first, last = (bisect_left(words.starts, at) for at in (here[0].end, number.start))
    marks = [i for i in range(first, last) if _leads(s, i, number)]
    return _whole(here, words.starts[marks[-1]], offset) if marks else None


def _phrases(forms: Sequence[str], place: int, table: Phrases) -> list[tuple[str, ...]]:
    """Give the phrases of a table that stand at a word."""
    found = table.get(forms[place], ())
    return [phrase for phrase in found if tuple(forms[place : place + len(phrase)]) == phrase]


def _leads(s: _Sentence, place: int, number: Number) -> bool:
    """Tell a word of subsets ("hvorav") before the number, or a phrase of several right before."""
    ends = s.words.ends
    return any(
        len(phrase) == 1 or not s.text[ends[place + len(phrase) - 1] : number.start].strip()
        for phrase in _phrases(s.words.forms, place, s.table.subsets)
    )


def _whole(here: Sequence[Number], before: int, offset: int) -> int:
    return offset + max(i for i, number in enumerate(here) if number.end <= before)


def _of_the(s: _Sentence) -> bool:
    """Tell a sentence that opens with the whole: "Of the 26 killed, 14 were children"."""
    words, table = s.words, s.table
    before = words.forms[: bisect_left(words.starts, s.numbers[0].start)]
    if not before or before[0] not in table.partitive:
        return False
    return all(form in table.skipped or form in table.partitive for form in before)
