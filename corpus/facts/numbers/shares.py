"""Shares: "halvparten", "two thirds", "23 of 100", "every third"."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.numbers.amounts import read_amount
from corpus.facts.numbers.digits import slashed
from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.facts.numbers.scales import LARGE
from corpus.facts.numbers.units import unit_after
from corpus.text.phrases import Words

ROUND = frozenset(10.0**power for power in range(1, 7))
"""Denominators of a share in words: "3 in 10" is one, "3 in 14 attacks" is none."""
MOST_SHARES = 10
"""Largest denominator of a share that is not round."""
_PLURALS = ("s", "ar", "er", "arna", "ene")
"""Endings of denominators that may stand below a larger number: "twenty-three fifths"."""


def fraction(words: Words, index: int, top: Amount | None, lexicon: QuantityWords) -> Amount | None:
    """Return a share: "halvparten", "to tredjedeler", "to av tre", "23 av 100", "1/3"."""
    sign = slashed(words, index)
    if sign:
        return with_unit(
            words, Amount(index, sign.end, sign.value, sign.value, "fraction"), lexicon
        )
    if top is not None and top.kind == "ordinal" and lexicon.word("articles", words.at(index)):
        below = lexicon.denominator(words, index + 1)  # "a hundredth"
        if below and below[0] == top.end:
            return Amount(index, top.end, 1 / below[1], 1 / below[1], "fraction")
    whole = lexicon.fractions.at(words, index)
    if whole and lexicon.word("not_share_after", words.at(index - 1)):
        return None
    if whole and (top is None or top.end <= whole[0]):
        named = Amount(index, whole[0], whole[1], whole[1], "fraction")
        return _of_scale(words, named, lexicon) or named
    if top is None or top.low is None or top.kind != "count":
        return None
    denominator = lexicon.denominator(words, top.end + (words.at(top.end) == "-"))
    several = denominator is not None and words.at(denominator[0] - 1).endswith(_PLURALS)
    if denominator and top.low > 0 and (top.low < denominator[1] or several):
        share = top.low / denominator[1]
        fraction = Amount(index, denominator[0], share, share, "fraction")
        ordered = lexicon.numerals.is_ordinal(words.at(denominator[0] - 1))  # "a third year"
        return _of_scale(words, fraction, lexicon) or (
            fraction if ordered else with_unit(words, fraction, lexicon)
        )
    return _out_of(words, top, lexicon)


def _of_scale(words: Words, share: Amount, lexicon: QuantityWords) -> Amount | None:
    """Return the amount of a share of a scale: "three quarters of a million"."""
    position = share.end + lexicon.word("of", words.at(share.end))
    position += lexicon.word("articles", words.at(position))
    scale = lexicon.numerals.scale(words.at(position))
    if scale is None or scale < LARGE:
        return None
    return with_unit(words, replace(share.times(scale), end=position + 1, kind="count"), lexicon)


def _out_of(words: Words, top: Amount, lexicon: QuantityWords) -> Amount | None:
    every = lexicon.phrases["in_every"].at(words, top.end)
    link = lexicon.phrases["out_of"].at(words, top.end) or every
    slash = words.at(top.end) == "/" and words.joined(top.end) and words.joined(top.end + 1)
    if not link and not (slash and top.figures):
        return None
    position = link[0] if link else top.end + 1
    bottom = read_amount(words, position, lexicon)
    if bottom is None or not bottom.low or bottom.unit or bottom.kind != "count":
        return None
    if top.low is None or top.low > bottom.low or bottom.low < 2 or (slash and bottom.low > 100):
        return None
    if (
        every
        and top.low != 1
        and bottom.low not in ROUND
        and not _opens(words, top, bottom, lexicon)
    ):
        return None
    share = top.low / bottom.low
    return Amount(top.start, bottom.end, share, share, "fraction")


def _opens(words: Words, top: Amount, bottom: Amount, lexicon: QuantityWords) -> bool:
    """Return whether a share opens its clause: "Three in four parents"."""
    first = top.start == 0 or lexicon.hedges.before(words, top.start) is not None
    return first and (bottom.low or 0) <= MOST_SHARES


def every(words: Words, ordinal: Amount, lexicon: QuantityWords) -> Amount | None:
    """Return "hver tredje elev" as a third; None for "hver tredje dag", which is a rate."""
    before = words.at(ordinal.start - 1)
    follows_every = lexicon.word("every", before)
    follows_every = follows_every or (ordinal.start == 1 and lexicon.word("every_first", before))
    if not follows_every or not ordinal.low or ordinal.low < 2:
        return None
    after = unit_after(words, ordinal.end, lexicon)
    if ordinal.figures or (after and after[1].kind == "duration"):
        return None
    share = 1 / ordinal.low
    return Amount(ordinal.start - 1, ordinal.end, share, share, "fraction")


def with_unit(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the unit that follows: "flere hundre | kroner"."""
    of = amount.vague and lexicon.word("of", words.at(amount.end))
    result = unit_after(words, amount.end + of, lexicon)
    if not result or result[0] <= amount.end:
        return amount
    end, unit = result
    return replace(amount.times(unit.factor), end=end, kind=unit.kind, unit=unit.name)
