"""What numbers count ("politifolk"), its state ("drept") and the number it is part of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, groupby
from operator import attrgetter

from corpus.facts.dates.dates import expressions_of
from corpus.facts.numbers.counted_lexicon import (
    BREAK,
    CountWords,
    Hint,
    Phrases,
    Word,
    count_words,
    event_concepts,
)
from corpus.facts.numbers.numbers import Quantity
from corpus.model import Article, Number
from corpus.text.chunks import runs_of
from corpus.text.word_cache import LONGEST as LONGEST_KEPT

LONGEST = 6
"""Words of the longest noun phrase taken for what is counted."""
FAREST = 12
"""Largest distance, in words, between a number and the event it is told of ("12 ... killed")."""
_KINDS = frozenset({"count", "percent", "fraction", "multiple", "age"})
_BREAK_OR_END = re.compile(r"[.,;:!?()\[\]»”–—]")
"""A quotation mark may open right before the counted: 26 «armed criminals»."""

_NOTHING = frozenset[str]()
_NOWHERE = frozenset[int]()
_Event = tuple[int, int, bool]  # start, end, whether it befalls people


class _Sentence:
    """A sentence with numbers, its chunks between spaces, and the events it names."""

    __slots__ = (
        "_leads",
        "_whole",
        "_words",
        "end",
        "events",
        "heads",
        "numbers",
        "start",
        "table",
        "text",
    )

    def __init__(
        self,
        article: Article,
        index: int,
        runs: Sequence[str],
        numbers: Sequence[Quantity],
        table: CountWords,
    ) -> None:
        sentence = article.sentences[index]
        self.text, self.start, self.end = article.text, sentence.start, sentence.end
        self.numbers, self.table = numbers, table
        self._words: list[Word] | None = None
        self._leads: list[int] | None = None
        self._whole: bool | None = None
        hints = list(filter(None, map(table.hint, runs)))
        self.events = self._happen(hints) if hints else ()
        """Start, end and whether it befalls people, of every event outside the numbers."""
        self.heads: Set[int] = {event[0] for event in self.events} if self.events else _NOWHERE

    @property
    def words(self) -> Sequence[Word]:
        """All words of the sentence, built when first read."""
        if self._words is None:
            cut = self._cut()
            self._words = [
                (at + start, at + end, form)
                for at, run in zip(self._starts(cut), map(self.table.run, cut), strict=False)
                for start, end, form in run.words
            ]
        return self._words

    def word_at(self, position: int) -> int:
        """Return the index of the first word at or after an offset of the text."""
        return bisect_left(self.words, (position, 0, ""))

    @property
    def leads(self) -> Sequence[int]:
        """Word indexes at which a subset word or phrase ("hvorav") begins."""
        if self._leads is None:
            words, subsets = self.words, self.table.subsets
            self._leads = [
                position
                for position, (*_, form) in enumerate(words)
                if form in subsets and any(_phrases(words, position, subsets))
            ]
        return self._leads

    @property
    def whole(self) -> bool:
        """Whether it opens with the whole: "Of the 26 killed, 14 were children"."""
        if self._whole is None:
            table = self.table
            before = [form for *_, form in self.words[: self.word_at(self.numbers[0].start)]]
            self._whole = bool(before) and before[0] in table.partitive
            self._whole &= all(form in table.skipped or form in table.partitive for form in before)
        return self._whole

    def words_from(self, position: int, limit: int) -> Iterator[Word]:
        """Yield the words that begin from a place to before `limit`, cut as they are asked for."""
        text, end, run_of = self.text, min(self.end, limit), self.table.run
        at = position + 1
        if not text.startswith(" ", position):  # it may be within a run
            at = max(text.rfind(" ", self.start, position) + 1, self.start)
        while at < end:
            stop = text.find(" ", at, self.end)
            stop = stop if stop >= 0 else self.end
            if stop - at > LONGEST_KEPT:
                yield from self.words[self.word_at(max(at, position)) : self.word_at(limit)]
                return
            for first, last, form in run_of(text[at:stop]).words:
                if position <= at + first < limit:
                    yield at + first, at + last, form
            at = stop + 1

    def _happen(self, hints: Sequence[Hint]) -> Sequence[_Event]:
        telling = [hint for hint in hints if hint.events]
        if _phrases_matter(hints, telling):
            events = self._with_phrases()
        elif telling:
            events = self._by_words()
        else:
            return ()
        return [event for event in sorted(set(events)) if not self._in_number(event[0])]

    def _in_number(self, position: int) -> bool:
        before = bisect_right(self.numbers, position, key=attrgetter("start"))
        return before > 0 and position < self.numbers[before - 1].end

    def _by_words(self) -> Sequence[_Event]:
        cut = self._cut()
        return [
            (at + start, at + end, fate)
            for at, hint in zip(self._starts(cut), map(self.table.hint, cut), strict=False)
            if hint
            for start, end, fate in hint.events
        ]

    def _with_phrases(self) -> Sequence[_Event]:
        words, fates = self.words, event_concepts()
        return [
            (words[first][0], words[last][1], fates[concept])
            for first, last, concept in self.table.concepts.meetings([word[2] for word in words])
            if concept in fates
        ]

    def _cut(self) -> list[str]:
        """Return the runs of the sentence, one space after each."""
        return self.text[self.start : self.end].replace("\n", " ").split(" ")

    def _starts(self, cut: Sequence[str]) -> Iterator[int]:
        return accumulate([len(run) + 1 for run in cut], initial=self.start)


def _phrases_matter(hints: Sequence[Hint], telling: Sequence[Hint]) -> bool:
    """Return whether a phrase may name an event, or take over a word that names one alone."""
    parts = _NOTHING.union(*[hint.parts for hint in hints])
    if not all(map(parts.isdisjoint, [hint.needed for hint in hints if hint.needed])):
        return True
    if not any(hint.parts for hint in telling):
        return False
    return not all(map(parts.isdisjoint, [hint.beside for hint in hints]))


def say_what(article: Article, quantities: Sequence[Quantity]) -> tuple[Number, ...]:
    """Return the quantities with `counted`, `state` and `part_of` where the text says so."""
    numbers: list[Number] = []
    table, runs = count_words(article.language), runs_of(article)
    dates = [expression.start for expression in expressions_of(article)]
    for index, group in groupby(quantities, attrgetter("sentence")):
        here = tuple(group)
        sentence = None
        for position, quantity in enumerate(here):
            if quantity.kind not in _KINDS:
                numbers.append(_number(quantity))
                continue
            sentence = sentence or _Sentence(article, index, runs(index), here, table)
            numbers.append(_framed(sentence, position, numbers, dates))
    return tuple(numbers)


def _number(
    quantity: Quantity,
    counted: str | None = None,
    state: str | None = None,
    part_of: int | None = None,
) -> Number:
    sentence, start, end, low, high, unit, kind, about, vague = quantity
    return Number(
        sentence, start, end, low, high, unit, kind, counted, state, about, part_of, vague
    )


def _framed(s: _Sentence, position: int, before: Sequence[Number], dates: Sequence[int]) -> Number:
    here, number = s.numbers, s.numbers[position]
    low = here[position - 1].end if position else 0
    high = here[position + 1].start if position + 1 < len(here) else len(s.text)
    after = bisect_left(dates, number.end)
    until = min(high, dates[after]) if after < len(dates) else high
    if number.kind == "age":
        return _number(number, _owner(s, number, low, until))
    counted = _counted(s, number, until)
    if counted is None and position and before[-1].kind == "count":
        counted = before[-1].counted if number.kind == "count" else None
    state = _state(s, number, low, high) if s.events else None
    part_of = _part_of(s, position, len(before) - position) if position else None
    return _number(number, counted, state, part_of)


def _owner(s: _Sentence, number: Quantity, low: int, high: int) -> str | None:
    """Return whose age it is: "politimann" of "30 år gammel politimann" and "politimann (33)"."""
    after = _counted(s, number, high) if s.text[number.start].isdecimal() else None
    if after is not None:
        return after
    begin = end = None
    for start, stop, form in reversed(s.words[s.word_at(low) : s.word_at(number.start)]):
        gap = s.text[stop : begin if begin is not None else number.start]
        closed = s.table.stops | s.table.skipped | s.table.joining
        if form in closed or start in s.heads or gap.strip(" (,") != "":
            break
        named = s.text[start].isupper()
        if begin is not None and not (gap == " " and named and s.text[begin].isupper()):
            break
        begin, end = start, end if end is not None else stop
    return s.text[begin:end] if begin is not None and end is not None else None


def _counted(s: _Sentence, number: Quantity, limit: int) -> str | None:
    """Return the noun phrase after the number, up to a stop word, an event or a sign."""
    text, table, stops = s.text, s.table, s.table.stops
    begin = end = None
    partitive = False
    position, last = 0, number.end
    for start, stop, form in s.words_from(number.end, limit):
        if form in stops or (begin is not None and table.bound.match(text, start)):
            break
        apart = start != last + 1 or text[last] != " "
        if apart and (_BREAK_OR_END if begin is None else BREAK).search(text, last, start):
            break
        if begin is None:
            if start in s.heads and not partitive:
                break
            if form in table.skipped:
                last, position = stop, position + 1
                partitive = partitive or form in table.partitive
                continue
        joins = form in table.joining
        if position >= LONGEST or (joins if begin is None else start in s.heads):
            break
        begin = start if begin is None else begin
        end = end if joins else stop
        last, position = stop, position + 1
    return text[begin:end] if begin is not None and end is not None else None


def _state(s: _Sentence, number: Quantity, low: int, high: int) -> str | None:
    """Return the word of the nearest event, no other number between."""
    best: tuple[float, str] | None = None
    first, last = bisect_left(s.events, (low,)), bisect_left(s.events, (high,))
    for start, end, fate in s.events[first:last]:
        if end > high:
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
    """Return how many open words stand between; a sign or an "and" counts three."""
    text, table = s.text, s.table
    if text.startswith(" ", start) and text.startswith(" ", end - 1):
        # No word goes on beyond either end.
        return sum([table.run(run).far for run in text[start:end].split()])
    far = 3.0 * len(BREAK.findall(text, start, end))
    for _, _, form in s.words[s.word_at(start) : s.word_at(end)]:
        if form in table.joining:
            far += 3
        elif form not in table.stops:
            far += 1
    return far


def _part_of(s: _Sentence, position: int, offset: int) -> int | None:
    """Return the index of the number whose subset this is: after "hvorav", "including"."""
    here, number = s.numbers, s.numbers[position]
    if number.kind != "count":
        return None
    if s.whole:
        return offset
    words, table = s.words, s.table
    follows = s.word_at(number.end)
    if follows < len(words) and any(_phrases(words, follows, table.subsets_after)):
        return offset + bisect_right(here, number.start, key=attrgetter("end")) - 1
    leads = s.leads
    last = bisect_left(leads, s.word_at(number.start))
    for mark in reversed(leads[bisect_left(leads, s.word_at(here[0].end)) : last]):
        if _leads(s, mark, number):
            return offset + bisect_right(here, words[mark][0], key=attrgetter("end")) - 1
    return None


def _phrases(words: Sequence[Word], position: int, table: Phrases) -> Iterator[tuple[str, ...]]:
    """Yield the phrases of a table that stand at a word."""
    for phrase in table.get(words[position][2], ()):
        if tuple(form for *_, form in words[position : position + len(phrase)]) == phrase:
            yield phrase


def _leads(s: _Sentence, position: int, number: Quantity) -> bool:
    """Return whether a word ("hvorav") or a phrase right before makes the number a subset."""
    for phrase in _phrases(s.words, position, s.table.subsets):
        _, end, _ = s.words[position + len(phrase) - 1]
        if len(phrase) == 1 or not s.text[end : number.start].strip():
            return True
    return False
