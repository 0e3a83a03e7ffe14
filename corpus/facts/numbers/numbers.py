"""Quantities of an article as intervals, with what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from corpus.facts.numbers.amounts import Amount
from corpus.facts.numbers.fast_path import glances
from corpus.facts.numbers.lexicon import CHAIN, QuantityWords, quantity_words
from corpus.facts.numbers.non_quantities import is_lookalike
from corpus.facts.numbers.quantities import hedged, read_quantity, score
from corpus.model import Article, SentenceKind
from corpus.text.chunks import runs_of
from corpus.text.phrases import Words, words_of

_FEW_SIGNS = 4
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


def find_numbers(article: Article) -> tuple[Quantity, ...]:
    """Give the quantities that the article states, in text order.

    Furniture is skipped, but for a text that is nothing else: digits alone may be a number. A
    language without a table gives what digits and signs tell.
    """
    lexicon, seen = quantity_words(article.language), glances(article.language)
    skipped = SentenceKind.FURNITURE if len(article.sentences) > 1 else None
    found: list[Quantity] = []
    runs = runs_of(article)
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is skipped:
            continue
        at = sentence.start
        text = article.text[at : sentence.end]
        plain = seen.plain(text, runs(index))
        if plain is None:
            words = words_of(text)
            for amount in amounts(words, seen.openings(words), lexicon):
                found.append(_placed(index, at, words, amount))
            continue
        for start, end, low, high, kind in plain:
            found.append(Quantity(index, at + start, at + end, low, high, None, kind, False))
    return tuple(found)


def amounts(
    words: Words, openings: Iterable[tuple[int, Amount | None]], lexicon: QuantityWords
) -> Iterator[Amount]:
    """Give the quantities of a sentence in order, hedges included."""
    place, last = 0, 0
    scores = not lexicon.marks["score_words"].isdisjoint(words.words)
    for opening, bare in openings:
        if opening < place:
            continue
        place = opening
        if bare is None:
            bare = _score(words, place, lexicon, told=scores) or read_quantity(
                words, place, lexicon
            )
        if bare is None or bare.end <= place:
            place = _past(words, place)
            continue
        if _rate(words, bare, last, lexicon):
            place = bare.end
            continue
        amount = hedged(words, bare, lexicon)
        if amount.start < last:
            amount = replace(amount, start=max(last, amount.start))
        if not is_lookalike(words, amount, lexicon, bare, whole=_whole(words, amount)):
            yield _other_sense(words, _dotted(words, amount, lexicon), lexicon)
            place = last = amount.end
        else:
            place = _after_label(words, bare, amount, lexicon)


def _other_sense(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Tell the pounds of a weight from those of money."""
    sense = lexicon.senses.get(amount.unit or "")
    if sense is None or not words.at(amount.end - 1).isalpha():
        return amount
    unit, around = sense
    told = not around.isdisjoint(words.words)
    return replace(amount, unit=unit.name, kind=unit.kind) if told else amount


def _rate(words: Words, bare: Amount, last: int, lexicon: QuantityWords) -> bool:
    """Tell "a year" right after an amount: "$5 a year" is one amount, not two."""
    article = lexicon.word("articles", words.at(bare.start)) and bare.end == bare.start + 2
    return article and bare.start == last > 0 and bare.kind in ("duration", "measure")


def _past(words: Words, place: int) -> int:
    """Give the place after a chain of digits that is no amount, so that its tail is none either."""
    place += 1
    while words.joined(place) and (words.at(place)[0].isdecimal() or words.at(place) in CHAIN):
        place += 1
    return place


def _after_label(words: Words, bare: Amount, amount: Amount, lexicon: QuantityWords) -> int:
    """Give the place after what is no quantity: all groups of "konto 1234 5678901"."""
    place = amount.end
    before = bare.start - 1 - (words.at(bare.start - 1) in ".:")
    if bare.figures and lexicon.word("list_names", words.at(before)):
        while words.at(place).isdecimal():
            place += 1
    return place


def _score(words: Words, place: int, lexicon: QuantityWords, *, told: bool) -> Amount | None:
    found = score(words, place, lexicon)
    if found is None or found.low is None or found.high is None:
        return None
    falling = found.low != float(words.at(place)) or found.low == found.high
    return found if (told or falling) and (found.high < 100 or found.low > 0) else None


def _whole(words: Words, amount: Amount) -> bool:
    """Tell whether a sentence holds nothing but the amount."""
    if len(words) - (amount.end - amount.start) >= _FEW_SIGNS:
        return False
    rest = (*words.words[: amount.start], *words.words[amount.end :])
    return all(word in _SIGNS for word in rest)


def _dotted(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Read "6." before small letters, or alone, as the ordinal it is in some languages."""
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
        sentence, start, end, amount.low, amount.high, amount.unit, amount.kind, amount.about
    )
