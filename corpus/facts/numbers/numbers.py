"""Quantities of an article as intervals, with what is counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.facts.dates.dates import written_dates
from corpus.facts.numbers.ages import as_age, decade_of_age
from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import CHAIN, SIGNS, QuantityWords, quantity_words
from corpus.facts.numbers.non_quantities import is_lookalike
from corpus.facts.numbers.quantities import hedged, read_quantity, score
from corpus.model import Article, SentenceKind, Span
from corpus.text.phrases import Words, words_of

_RESULT = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}(?!\d)")
_FEW_SIGNS = 4
"""Signs around an amount below which a sentence holds nothing else."""
_SIGNS = ".,;:!?()[]«»\"'“”"


class Quantity(NamedTuple):
    """A `corpus.model.Number` as far as its own words tell; `counted` makes it whole."""

    sentence: int
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    about: bool
    vague: bool = False


def find_numbers(article: Article) -> tuple[Quantity, ...]:
    """Return the quantities that the article states, in text order.

    Furniture is skipped, but for a text that is nothing else: digits alone may be a number. A
    language without a table gives what digits and signs tell.
    """
    lexicon = quantity_words(article.language)
    skipped = SentenceKind.FURNITURE if len(article.sentences) > 1 else None
    quantities: list[Quantity] = []
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is skipped:
            continue
        words = words_of(article.text[sentence.start : sentence.end])
        quantities += (
            _placed(index, sentence.start, words, amount) for amount in amounts(words, lexicon)
        )
    return tuple(_outside(quantities, written_dates(article)))


def _outside(quantities: Iterable[Quantity], dates: Sequence[Span]) -> Iterator[Quantity]:
    """Yield the quantities that share no word with a date: not the 13 of "2012-13"."""
    ends = [date.end for date in dates]
    for quantity in quantities:
        after = bisect_right(ends, quantity.start)
        if after == len(dates) or quantity.end <= dates[after].start:
            yield quantity


def amounts(words: Words, lexicon: QuantityWords) -> Iterator[Amount]:
    """Return the quantities of a sentence in order, hedges included."""
    position, last = 0, 0
    previous: Amount | None = None
    scores = not lexicon.marks["score_words"].isdisjoint(words.words)
    for opening in _openings(words, lexicon):
        if opening < position:
            continue
        position = opening
        decade = decade_of_age(words, position, lexicon)
        if decade is not None and decade.start >= last:
            yield decade
            position = last = decade.end
            continue
        bare = _score(words, position, lexicon, of_match=scores) or read_quantity(
            words, position, lexicon
        )
        if bare is None or bare.end <= position:
            position = _past(words, position)
            continue
        if _rate(words, bare, last, lexicon):
            position = bare.end
            continue
        amount = hedged(words, bare, lexicon)
        if amount.start < last:
            amount = replace(amount, start=max(last, amount.start))
        match = scores and _has_result(words)
        age = as_age(words, amount, lexicon, match=match, last=previous)
        if age is not None:
            yield age
            previous = age
            position = last = age.end
            continue
        if not is_lookalike(words, amount, lexicon, bare, whole=_whole(words, amount)):
            yield _other_sense(words, _dotted(words, amount, lexicon), lexicon)
            last = amount.end
            position = max(last, amount.reach)
        else:
            position = _after_label(words, bare, amount, lexicon)


def _openings(words: Words, lexicon: QuantityWords) -> list[int]:
    """Return the indexes of the words that may begin a quantity.

    A sign begins one only right before its figure: the hyphen of "-5", not the one of "A - B".
    """
    begins, signs = lexicon.begins, words.words
    return [
        index
        for index, written in enumerate(words.written)
        if begins(written) and (signs[index] not in SIGNS or not index or words.joined(index + 1))
    ]


def _other_sense(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the unit its sentence suggests: pounds "of luggage" are a weight."""
    sense = lexicon.senses.get(amount.unit or "")
    if sense is None or not words.at(amount.end - 1).isalpha():
        return amount
    unit, around = sense
    suggested = not around.isdisjoint(words.words)
    return replace(amount, unit=unit.name, kind=unit.kind) if suggested else amount


def _rate(words: Words, bare: Amount, last: int, lexicon: QuantityWords) -> bool:
    """Return whether a quantity is the rate of the one before: "$5 | a year"."""
    article = lexicon.word("articles", words.at(bare.start)) and bare.end == bare.start + 2
    return article and bare.start == last > 0 and bare.kind in ("duration", "measure")


def _past(words: Words, position: int) -> int:
    """Return the index after a chain of digits that is no amount, its tail included."""
    position += 1
    while words.joined(position) and (
        words.at(position)[0].isdecimal() or words.at(position) in CHAIN
    ):
        position += 1
    return position


def _after_label(words: Words, bare: Amount, amount: Amount, lexicon: QuantityWords) -> int:
    """Return the index after what is no quantity: all groups of "konto 1234 5678901"."""
    position = amount.end
    before = bare.start - 1 - (words.at(bare.start - 1) in ".:")
    if bare.figures and lexicon.word("list_names", words.at(before)):
        while words.at(position).isdecimal():
            position += 1
    return position


def _has_result(words: Words) -> bool:
    """Return whether a result such as "3–1" stands among the words."""
    return _RESULT.search(words.text) is not None


def _score(words: Words, position: int, lexicon: QuantityWords, *, of_match: bool) -> Amount | None:
    result = score(words, position, lexicon)
    if result is None or result.low is None or result.high is None:
        return None
    falling = result.low >= result.high
    return (
        result
        if (of_match or falling)
        and (max(result.low, result.high) < 100 or min(result.low, result.high) > 0)
        else None
    )


def _whole(words: Words, amount: Amount) -> bool:
    """Return whether a sentence holds nothing but the amount and signs: "20."."""
    if len(words) - (amount.end - amount.start) >= _FEW_SIGNS:
        return False
    rest = (*words.words[: amount.start], *words.words[amount.end :])
    return all(word in _SIGNS for word in rest)


def _dotted(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return "6." as an ordinal where small letters or nothing follows: "den 6. klasse"."""
    plain = amount.figures and amount.kind == "count" and amount.scale == 1
    if not plain or not lexicon.marks["ordinal_dot"] or amount.end - amount.start != 1:
        return amount
    dotted = words.at(amount.end) == "." and words.joined(amount.end)
    follows = words.raw(amount.end + 1)
    alone = len(words) == 2
    last = amount.end + 1 == len(words)
    alone = alone or (last and lexicon.word("ordinal_before", words.at(amount.start - 1)))
    if dotted and (alone or follows[:1].islower()):
        return replace(amount, kind="ordinal", end=amount.end + 1)
    return amount


def _placed(sentence: int, offset: int, words: Words, amount: Amount) -> Quantity:
    start, end = offset + words.starts[amount.start], offset + words.ends[amount.end - 1]
    return Quantity(
        sentence, start, end, amount.low, amount.high, amount.unit, amount.kind, amount.about,
        amount.vague,
    )  # fmt: skip
