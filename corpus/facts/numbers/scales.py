"""What makes an amount larger or finer: halves, shares, thousands, dozens, "100K"."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.numbers.digits import SPACES, fraction_sign, read_figure, slashed
from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.facts.numbers.units import unit_after
from corpus.text.phrases import Words

LARGE = 1000
"""Smallest scale of which a half is meant: "a million and a half" is 1.5 million."""


def with_half(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the half that follows: "to og en halv", "2 1/2", "2½"."""
    position = amount.end
    sign = fraction_sign(words.at(position))
    if sign is not None:
        return _more(amount, sign, position + 1)
    position = past_hyphen(words, position)
    joiner = lexicon.word("joiner", words.at(position))
    position = past_hyphen(words, position + joiner)
    half = past_hyphen(words, position + lexicon.word("articles", words.at(position)))
    if (joiner or half > position) and lexicon.word("halves", words.at(half)):
        scale = lexicon.numerals.scale(words.at(amount.end - 1)) or 1
        return _more(amount, 0.5 * (scale if scale >= LARGE else 1), half + 1)
    share = _share(words, position, lexicon) if joiner else None
    if share and lexicon.numerals.scale(words.at(share[0])) is None:
        scale = lexicon.numerals.scale(words.at(amount.end - 1)) or 1
        return _more(amount, share[1] * (scale if scale >= LARGE else 1), share[0])
    over = amount.end
    if (
        words.at(over + 1) == "/"
        and amount.figures
        and words.gap(over).strip(" ") == "" != words.gap(over)
    ):
        top, bottom = words.at(over), words.at(over + 2)
        if len(top) == len(bottom) == 1 and "0" < top < bottom <= "9":
            return _more(amount, int(top) / int(bottom), over + 3)
    return amount


def past_hyphen(words: Words, index: int) -> int:
    """Return the index after a hyphen inside "two-and-a-half" and "1.5-million"."""
    inside = words.at(index) in ("-", "‑") and words.joined(index) and words.joined(index + 1)
    return index + inside


def _share(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, float] | None:
    """Return the end and value of a share below one: "a third", "three quarters"."""
    sign = slashed(words, index)
    if sign:
        return sign.end, sign.value
    whole = lexicon.fractions.at(words, index)
    if whole and whole[1] < 1 and lexicon.word("joiner", words.at(index - 1)):
        return whole
    read = lexicon.numerals.read(words, index)
    top, end = (read.value, read.end) if read else (None, index + 1)
    if lexicon.word("articles", words.at(index)):
        top, end = 1, index + 1
    under = lexicon.denominator(words, end + (words.at(end) == "-"))
    return (under[0], top / under[1]) if top and under and top < under[1] else None


def _more(amount: Amount, part: float, end: int) -> Amount:
    value = (amount.low or 0) + part
    return replace(amount, low=value, high=value, end=end, bare_one=False)


def with_scale(words: Words, amount: Amount, lexicon: QuantityWords, *, money: bool) -> Amount:
    """Return the amount with the scales that follow: "5 thousand", "3 mill.", "two dozen"."""
    if amount.kind == "ordinal":
        return amount
    factor, end = _scale_sign(words, amount, lexicon, money=money)
    hyphen = past_hyphen(words, end) if amount.figures else end
    if hyphen > end and lexicon.numerals.scale(words.at(hyphen)) is not None:
        end = hyphen
    while True:
        result = lexicon.scales.at(words, end)
        value = lexicon.numerals.scale(words.at(end))
        if value is None and result is None:
            break
        step, end = (
            (value, end + 1)
            if value is not None
            else (result[1], result[0])
            if result
            else (1, end)
        )
        factor *= step
    dozen = lexicon.dozens.at(words, end)
    if dozen:
        end, factor = dozen[0], factor * dozen[1]
    if end == amount.end:
        return amount
    kind = "count" if amount.kind == "fraction" else amount.kind
    larger = replace(amount.times(factor), end=end, scale=factor, bare_one=False, kind=kind)
    return _with_rest(words, larger, lexicon) if amount.figures and factor > 1 else larger


def _with_rest(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return figures with the share of their scale or the smaller number that follows."""
    share = None
    if lexicon.word("joiner", words.at(amount.end)) and amount.scale >= LARGE:
        share = _share(words, amount.end + 1, lexicon)
    after = words.at(share[0]) if share else ""
    if share and not lexicon.word("of", after) and lexicon.numerals.scale(after) is None:
        return _more(amount, share[1] * amount.scale, share[0])
    return _with_smaller(words, amount, lexicon)


def _with_smaller(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the rest of a smaller scale: "3 million 200 thousand"."""
    figure = read_figure(words, amount.end, lexicon.decimal)
    if figure is None or words.gap(amount.end) not in SPACES:
        return amount
    rest = Amount(amount.end, figure.end, figure.value, figure.value, figures=True)
    rest = with_scale(words, rest, lexicon, money=False)
    if not 1 < rest.scale < amount.scale or (rest.low or 0) >= amount.scale:
        return amount
    value = (amount.low or 0) + (rest.low or 0)
    return replace(amount, end=rest.end, low=value, high=value)


def _scale_sign(
    words: Words, amount: Amount, lexicon: QuantityWords, *, money: bool
) -> tuple[float, int]:
    """Return the factor of a sign at the figures: "100K", and "$5m" where it is money."""
    end, sign = amount.end, words.raw(amount.end)
    if not amount.figures:
        return 1, end
    if words.joined(end):
        factor = lexicon.joined_scales.get(sign)
        if factor is None and amount.low is not None and not amount.low.is_integer():
            factor = lexicon.decimal_scales.get(sign)
        if factor is None and (money or money_after(words, end + 1, lexicon)):
            factor = lexicon.money_scales.get(sign)
        if factor is None and _counts_millions(words, end, lexicon):
            factor = 1_000_000
        if factor is not None:
            return factor, end + 1
    elif money and sign in lexicon.money_scales and words.gap(end) in SPACES:
        return lexicon.money_scales[sign], end + 1
    elif amount.low is not None and not amount.low.is_integer() and sign[:1].isupper():
        factor = lexicon.joined_scales.get(sign) or lexicon.decimal_scales.get(sign)
        if factor is not None and words.at(end + 1) in ("", ".", ",", ")"):
            return factor, end + 1  # "1,674,200.5 M"
    return 1, end


def _counts_millions(words: Words, end: int, lexicon: QuantityWords) -> bool:
    """Return whether "m" means millions: in "2.5m customers", not in "100m final"."""
    after = words.at(end + 1)
    if not lexicon.word("million_m", words.raw(end)) or words.joined(end + 1):
        return False
    return len(after) > 1 and after.isalpha() and not lexicon.word("metre_after", after)


def money_after(words: Words, index: int, lexicon: QuantityWords) -> bool:
    """Return whether a unit of money stands at `index`."""
    unit = lexicon.unit_at(words, index)
    return unit is not None and unit[1].kind == "money"


def half_of_scale(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the half or quarter of a scale or unit: "en halv million", "half an hour"."""
    position = index + lexicon.word("articles", words.at(index))
    part = 0.5 if lexicon.word("halves", words.at(position)) else None
    end = position + 1
    if part is None:
        result = lexicon.denominator(words, position)
        if not result:
            return None
        end, part = result[0], 1 / result[1]
        end += lexicon.word("of", words.at(end))
    end += lexicon.word("articles", words.at(end))
    if part == 0.5 and end > index + 1 and unit_after(words, end, lexicon):
        return Amount(index, end, part, part)
    value = lexicon.numerals.scale(words.at(end))
    dozen = lexicon.dozens.at(words, end)
    if value is None and dozen is None:
        return None
    whole, end = (
        (value, end + 1) if value is not None else (dozen[1], dozen[0]) if dozen else (1, end)
    )
    return Amount(index, end, whole * part, whole * part, scale=whole)
