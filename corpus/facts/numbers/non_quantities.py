"""Digits and number words that count nothing: years, dates, clock times, names, list marks."""

from __future__ import annotations

import re

from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.text.phrases import Words

_YEARS = range(1400, 2101)
_POSTAL = re.compile(r"\d{5}")
_DOTTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_FLIGHT = re.compile(r"\d{3,4}")
_LONGEST_STREET = 4
"""Words of the longest street name behind a house number."""
_REACH = 5
"""Words that may stand between the first of several days and their month."""


def is_lookalike(
    words: Words, amount: Amount, lexicon: QuantityWords, bare: Amount, *, whole: bool
) -> bool:
    """Return whether the words of an amount are no quantity where they stand.

    `bare` is the amount without its hedges; `whole`: the sentence holds nothing else.
    """
    if whole:
        return False
    return (
        _article(words, amount, bare, lexicon)
        or _ordinal_word(words, amount, lexicon)
        or _name(words, bare, lexicon)
        or _dotted_time(words, bare, lexicon)
        or _clock(words, amount, bare, lexicon)
        or _date(words, bare, lexicon)
        or _year(words, amount, bare, lexicon)
        or _list_mark(words, bare)
        or _counter(words, bare, lexicon)
        or _ago(words, amount, lexicon)
        or _other_thing(words, bare, lexicon)
    )


def _article(words: Words, amount: Amount, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether "en" is the article, or "one" the pronoun, and not the number."""
    if not bare.bare_one:
        return _age_of_thing(words, bare, lexicon)
    word, before = words.at(bare.start), words.at(bare.start - 1)
    hedge = bare.start - amount.start
    if hedge >= 2 and not lexicon.word("emphatic", word):
        return lexicon.word("size_words", words.at(amount.start))
    if hedge >= 2 or (hedge and amount.unit is not None) or lexicon.word("only", before):
        return False
    if not lexicon.word("emphatic", word):
        return lexicon.word("articles", word)
    if amount.unit is not None:
        return False
    after = words.at(bare.end) or "."
    return lexicon.word("one_before", before) or lexicon.word("one_after", after)


def _age_of_thing(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether an article stands before "decades-old": no decade is counted."""
    article = bare.end == bare.start + 2 and lexicon.word("articles", words.at(bare.start))
    return article and words.at(bare.end) == "-" and words.joined(bare.end)


def _ordinal_word(words: Words, amount: Amount, lexicon: QuantityWords) -> bool:
    """Return whether "andre" means others, or "second" the unit of time, and not the ordinal."""
    if amount.kind == "duration" and amount.end - amount.start == 2:
        ordered = lexicon.word("ordinal_not", words.at(amount.end - 1))
        return ordered and lexicon.word("articles", words.at(amount.start))
    single = amount.kind == "ordinal" and amount.end - amount.start == 1
    if not single or not lexicon.word("ordinal_not", words.at(amount.start)):
        return False
    if lexicon.word("ordinal_nouns", words.at(amount.end)):
        return False
    named = words.at(amount.end).isalpha() and words.raw(amount.end).islower()
    return not (named and lexicon.word("ordinal_after", words.at(amount.start - 1)))


def _name(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether figures belong to a name or label: "TV 2", "F-16", "nr. 5", "5G"."""
    if not bare.figures:
        return False
    before, raw = words.at(bare.start - 1), words.raw(bare.start - 1)
    if words.joined(bare.end) and words.at(bare.end).isalpha():
        return True
    if before in ("-", "‑") and words.joined(bare.start) and words.joined(bare.start - 1):
        return words.at(bare.start - 2)[:1].isalpha()
    if before == "." and not words.joined(bare.start):
        label = words.at(bare.start - 2)
        named = (
            lexicon.word("list_names", label)
            or lexicon.word("list_names", f"{label}.")
            or lexicon.word("names_before", label)
        )
        return named and bare.unit is None and words.joined(bare.start - 1)
    if bare.unit is not None or bare.scale != 1:
        return False
    if _address(words, bare, lexicon) or _designation(words, bare, raw, lexicon):
        return True
    named = lexicon.word("names_before", before) and raw != before
    named = named or lexicon.is_street(raw)
    return named or lexicon.word("list_names", before)


def _address(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether figures are a house number: "340 Larch Street"."""
    for index in range(bare.end, bare.end + _LONGEST_STREET):
        if not words.raw(index)[:1].isupper():
            return False
        if index > bare.end and lexicon.word("street_words", words.at(index)):
            return True
    return False


def _designation(words: Words, bare: Amount, before: str, lexicon: QuantityWords) -> bool:
    """Return whether figures follow two capitals: the flight "SK 4011", "AL 35203"."""
    digits = words.at(bare.start)
    if len(before) != 2 or not (before.isalpha() and before.isupper()):
        return False
    if _POSTAL.fullmatch(digits):
        return True
    after = words.raw(bare.end)
    counts = after[:1].islower() and len(digits) < 4 and not lexicon.years.is_closed(after)
    return _FLIGHT.fullmatch(digits) is not None and not counts


def _dotted_time(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether "14.05" is a time, or a day, where a decimal has a comma."""
    time = _DOTTED.fullmatch(words.at(bare.start)) and bare.end == bare.start + 1
    if lexicon.decimal != "," or not time or bare.unit is not None:
        return False
    after = words.raw(bare.end)
    return not after[:1].islower() or lexicon.years.is_closed(after)


def _clock(words: Words, amount: Amount, bare: Amount, lexicon: QuantityWords) -> bool:
    before = words.at(bare.start - 1)
    if before == "." or lexicon.word("clock_is", before):
        before = words.at(bare.start - 2)
    if lexicon.word("clock_over", words.at(amount.start - 1)):
        return bare.unit is None and (bare.low or 0) <= 12
    if lexicon.word("clock", before) and bare.unit is None and bare.scale == 1:
        return (bare.low or 0) <= 24
    after = bare.end + (words.at(bare.end) == "-")
    hours = (after, bare.start + 1)  # "5 p.m." is no "5 p"
    followed = any(lexicon.phrases["clock_after"].at(words, position) for position in hours)
    if followed and (bare.low or 0) <= 24:
        return True
    return lexicon.word("halves", before) and bare.unit is None and (bare.low or 0) <= 12


def _date(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether figures are a day: "6. januar", "6.-7. januar", "6th of January"."""
    if bare.unit is not None or not lexicon.months:
        return False
    position = bare.end
    while position < bare.end + _REACH and _between_days(words.at(position), lexicon):
        position += 1
    if _month(words, position, lexicon):
        return _day(bare)
    before = bare.start - 1 - (words.at(bare.start - 1) == ".")
    return _month(words, before, lexicon) and words.raw(before)[:1].isupper() and _day(bare)


def _between_days(word: str, lexicon: QuantityWords) -> bool:
    """Return whether a word may stand between day and month: "6 and 7 of January"."""
    linked = lexicon.word("of", word) or lexicon.word("range", word)
    return word[:1].isdecimal() or word in (".", "-", "–") or linked


def _month(words: Words, position: int, lexicon: QuantityWords) -> bool:
    """Return whether a month stands here; "may" and "march" must be written as names."""
    word = words.at(position)
    if lexicon.word("capital_months", word) and not words.raw(position)[:1].isupper():
        return False
    return word in lexicon.months


def _day(bare: Amount) -> bool:
    return bare.low is not None and bare.high is not None and 1 <= bare.low <= bare.high <= 31


def _year(words: Words, amount: Amount, bare: Amount, lexicon: QuantityWords) -> bool:
    if not bare.figures or bare.unit is not None or bare.scale != 1:
        return False
    ends = (words.at(bare.start), words.at(bare.end - 1))
    if not all(len(end) == 4 and end.isdecimal() and int(end) in _YEARS for end in ends):
        return False
    before, after = words.at(bare.start - 1), words.raw(bare.end)
    if before.rstrip(".") in lexicon.months:
        return True
    if lexicon.years.counts(ends, before, after):
        return False
    if lexicon.word("year_before", before):
        return True
    noun = after[:1].islower() and len(after) > 2 and not lexicon.years.is_closed(after)
    if amount.start < bare.start:
        return amount.about and not noun
    return not noun or bare.start == 0


def _list_mark(words: Words, bare: Amount) -> bool:
    """Return whether figures number a list item: "1. Først", "2) Så", "(3)"."""
    if bare.start > 1 or not bare.figures or len(words) <= bare.end + 1:
        return False
    if bare.start == 1 and words.at(0) not in "([#":
        return False
    if words.at(bare.end) in (")", "]"):
        return True
    return words.at(bare.end) == "." and words.raw(bare.end + 1)[:1].isupper()


def _counter(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether a share counts the pictures of a series: "1 av 5 Foto"."""
    if bare.kind != "fraction" or bare.end - bare.start != 3:
        return False
    around = (words.at(bare.end), words.at(bare.start - 1))
    return any(lexicon.word("photo", word) for word in around)


def _other_thing(words: Words, bare: Amount, lexicon: QuantityWords) -> bool:
    """Return whether what follows makes a name of the figures: "30-årene", "the 1990s"."""
    table = lexicon.phrases["not_before"]
    return any(table.at(words, position) is not None for position in (bare.start + 1, bare.end))


def _ago(words: Words, amount: Amount, lexicon: QuantityWords) -> bool:
    """Return whether a duration names a time in the past: "for to år siden", "two years ago"."""
    return amount.kind == "duration" and lexicon.word("ago", words.at(amount.end))
