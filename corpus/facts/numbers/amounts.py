"""One amount: figures or number words with sign, scale, half and unit; no hedge or range yet."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from corpus.facts.numbers.digits import (
    SPACES,
    Figure,
    fraction_sign,
    part_of_code,
    plus_sign,
    read_figure,
    slashed,
)
from corpus.facts.numbers.lexicon import QuantityWords, Unit
from corpus.text.phrases import Words

LARGE = 1000
"""Smallest scale of which a half is meant: "a million and a half" is 1.5 million."""

_MINUS = ("-", "−")
_DEGREES = ("degC", "degF", "deg")
_CLOSING = frozenset(".,;:!?)\"'”’")


@dataclass(frozen=True, slots=True)
class Amount:
    """The words from `start` to `end` and the values they allow, None for an open end.

    `figures` tells that it is written in digits; `scale` is the factor a word such as "million"
    gave, which the lower end of a range may share ("2 to 3 million"), as it does the `factor` of a
    unit ("20 to 30 cents"). `reach` is the end of a bound that
    stands apart ("5000 people or more").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str = "count"
    unit: str | None = None
    about: bool = False
    scale: float = 1.0
    figures: bool = False
    vague: bool = False
    bare_one: bool = False
    factor: float = 1.0
    reach: int = 0

    def moved(self, start: int) -> Amount:
        """Return the amount of one word as it stands at `start`."""
        return Amount(
            start, start + self.end - self.start, self.low, self.high, self.kind, self.unit,
            self.about, self.scale, self.figures, self.vague, self.bare_one, self.factor,
        )  # fmt: skip

    def times(self, factor: float) -> Amount:
        """Return the amount with both ends multiplied."""
        if factor == 1:
            return self
        low, high = scaled(self.low, factor), scaled(self.high, factor)
        return (
            replace(self, low=high, high=low) if factor < 0 else replace(self, low=low, high=high)
        )


def scaled(value: float | None, factor: float) -> float | None:
    """Return the product without binary rounding errors: 1.1 million is 1100000."""
    if value is None or factor == 1:
        return value
    product = value * factor
    if not math.isfinite(product) or product == 0:
        return value
    return round(product, 11 - math.floor(math.log10(abs(product))))


def read_amount(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the amount that begins at `index`, with the unit on either side."""
    start = index
    falls = _minus_before_money(words, index, lexicon)
    index += falls
    unit = None
    before = lexicon.unit_before(words, index)
    if before and _close(words, before[0]):
        index, unit = before
    signed = _sign(words, index, lexicon, free=unit is not None)
    amount = _plain(words, signed, lexicon, money=unit is not None and unit.kind == "money")
    if amount is None:
        return None
    if _opens_speech(words, index, signed, amount) and not unit_after(words, amount.end, lexicon):
        return _with_unit(words, amount, lexicon, unit)
    if falls or (signed > index and words.at(index) != "+"):
        amount = amount.times(-1)
    if amount.start != start:
        amount = replace(amount, start=start)
    return _below_zero(words, _with_unit(words, amount, lexicon, unit))


def _opens_speech(words: Words, index: int, signed: int, amount: Amount) -> bool:
    """Return whether a hyphen is the dash of a line or a quote: "-12 personer er døde"."""
    dash = index == 0 and signed == 1 and words.at(0) in _MINUS
    return dash and words.at(amount.end).isalpha() and len(words.at(amount.end)) > 2


def _below_zero(words: Words, amount: Amount | None) -> Amount | None:
    """Return the amount made negative by the dash of "–25 grader"; other dashes change nothing."""
    if amount is None or amount.unit not in _DEGREES or not words.joined(amount.start):
        return amount
    if words.at(amount.start - 1) != "–" or not _free(words, amount.start - 1):
        return amount
    return replace(amount.times(-1), start=amount.start - 1)


def _minus_before_money(words: Words, index: int, lexicon: QuantityWords) -> bool:
    """Return whether a minus stands before money: "-$5", "minus $5"."""
    sign = words.at(index) in _MINUS and words.joined(index + 1) and _free(words, index)
    if not sign and not lexicon.word("minus", words.at(index)):
        return False
    unit = lexicon.unit_before(words, index + 1)
    return unit is not None and _close(words, unit[0])


def _close(words: Words, index: int) -> bool:
    """Return whether figures follow a unit at once ("$5", "NOK 20")."""
    word = words.at(index)
    return (word[:1].isdecimal() or word in ".,-−") and words.gap(index) in ("", *SPACES)


def _sign(words: Words, index: int, lexicon: QuantityWords, *, free: bool) -> int:
    """Return the index after a sign or a word for minus; after a currency a sign is `free`."""
    if lexicon.word("minus", words.at(index)) or plus_sign(words, index):
        return index + 1
    free = free or _free(words, index)
    point = words.at(index + 1) in (".", ",") and words.joined(index + 2)
    figure = index + 1 + point
    if words.at(index) in _MINUS and free and words.at(figure)[:1].isdecimal():
        return index + 1 if words.joined(index + 1) else index
    return index


def _free(words: Words, index: int) -> bool:
    return index == 0 or not words.joined(index) or words.at(index - 1) in "(["


def _plain(words: Words, index: int, lexicon: QuantityWords, *, money: bool) -> Amount | None:
    half = _half_of_scale(words, index, lexicon)
    if half:
        return half
    figure = read_figure(words, index, lexicon.decimal)
    if figure:
        figure = _with_colon(words, figure, lexicon)
        if part_of_code(words, index, figure.end) and not money:
            return None
        amount = Amount(index, figure.end, figure.value, figure.value, figures=True)
        amount = _mixed(words, amount, lexicon)
        return _scaled(words, _ordinal_sign(words, amount, lexicon), lexicon, money=money)
    sign = fraction_sign(words.at(index))
    if sign is not None:
        return _scaled(
            words, Amount(index, index + 1, sign, sign, "fraction"), lexicon, money=money
        )
    return _in_words(words, index, lexicon)


def _with_colon(words: Words, figure: Figure, lexicon: QuantityWords) -> Figure:
    """Return the figure with the cents of "18:95 kronor", where a language writes so."""
    end = figure.end + 2
    priced = words.at(figure.end) == ":" and lexicon.word("price_sign", ":")
    if not priced or not (words.joined(figure.end) and words.joined(figure.end + 1)):
        return figure
    cents = words.at(end - 1)
    if len(cents) != 2 or not cents.isdecimal() or not _money_after(words, end, lexicon):
        return figure
    return Figure(end, figure.value + int(cents) / 100)


def _in_words(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    read = lexicon.numerals.read(words, index)
    if read is None:
        years = lexicon.aged(words.at(index))
        return Amount(index, index + 1, years, years, "age", "year") if years is not None else None
    if read.end > index + 1 and lexicon.word("never_last", words.at(read.end - 1)):
        shorter = lexicon.numerals.readings(words, index)[:-1]  # "a million and | a half"
        read = shorter[-1] if shorter else read
    kind = "ordinal" if read.ordinal else "count"
    only = read.end == index + 1 and read.value == 1 and not read.ordinal
    amount = Amount(index, read.end, read.value, read.value, kind, bare_one=only)
    if kind == "ordinal":
        return amount
    return _scaled(words, _mixed(words, amount, lexicon), lexicon, money=False)


def _ordinal_sign(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount as an ordinal where "st", ":a" or "te" follows: "1st", "21:a", "5te"."""
    end = amount.end
    if words.at(end) == ":" and words.joined(end):
        end += 1
    if lexicon.word("ordinal_signs", words.at(end)) and words.joined(end):
        return replace(amount, kind="ordinal", end=end + 1)
    return amount


def _mixed(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the half that follows: "to og en halv", "2 1/2", "2½"."""
    position = amount.end
    sign = fraction_sign(words.at(position))
    if sign is not None:
        return _more(amount, sign, position + 1)
    position = _past_hyphen(words, position)
    joiner = lexicon.word("joiner", words.at(position))
    position = _past_hyphen(words, position + joiner)
    half = _past_hyphen(words, position + lexicon.word("articles", words.at(position)))
    if (joiner or half > position) and lexicon.word("halves", words.at(half)):
        scale = lexicon.numerals.scale(words.at(amount.end - 1)) or 1
        return _more(amount, 0.5 * (scale if scale >= LARGE else 1), half + 1)
    share = _share(words, position, lexicon) if joiner else None
    if share:
        return _more(amount, share[1], share[0])
    over = amount.end
    if words.at(over + 1) == "/" and amount.figures and words.gap(over) in SPACES:
        top, bottom = words.at(over), words.at(over + 2)
        if len(top) == len(bottom) == 1 and "0" < top < bottom <= "9":
            return _more(amount, int(top) / int(bottom), over + 3)
    return amount


def _past_hyphen(words: Words, index: int) -> int:
    """Return the index after a hyphen inside "two-and-a-half" and "1.5-million"."""
    inside = words.at(index) in ("-", "‑") and words.joined(index) and words.joined(index + 1)
    return index + inside


def _share(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, float] | None:
    """Return the end and value of a share below one: "a third", "three quarters"."""
    sign = slashed(words, index)
    if sign:
        return sign.end, sign.value
    top = lexicon.numerals.digit(words.at(index))
    if lexicon.word("articles", words.at(index)):
        top = 1
    under = lexicon.denominators.at(words, index + 1 + (words.at(index + 1) == "-"))
    return (under[0], top / under[1]) if top and under and top < under[1] else None


def _more(amount: Amount, part: float, end: int) -> Amount:
    value = (amount.low or 0) + part
    return replace(amount, low=value, high=value, end=end, bare_one=False)


def _scaled(words: Words, amount: Amount, lexicon: QuantityWords, *, money: bool) -> Amount:
    """Return the amount with the scales that follow: "5 thousand", "3 mill.", "two dozen"."""
    if amount.kind == "ordinal":
        return amount
    factor, end = _scale_sign(words, amount, lexicon, money=money)
    hyphen = _past_hyphen(words, end) if amount.figures else end
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
    return _with_smaller(words, larger, lexicon) if amount.figures and factor > 1 else larger


def _with_smaller(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the rest of a smaller scale: "3 million 200 thousand"."""
    figure = read_figure(words, amount.end, lexicon.decimal)
    if figure is None or words.gap(amount.end) not in SPACES:
        return amount
    rest = Amount(amount.end, figure.end, figure.value, figure.value, figures=True)
    rest = _scaled(words, rest, lexicon, money=False)
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
        if factor is None and (money or _money_after(words, end + 1, lexicon)):
            factor = lexicon.money_scales.get(sign)
        if factor is None and _counts_millions(words, end, lexicon):
            factor = 1_000_000
        if factor is not None:
            return factor, end + 1
    elif money and sign in lexicon.money_scales and words.gap(end) in SPACES:
        return lexicon.money_scales[sign], end + 1
    return 1, end


def _counts_millions(words: Words, end: int, lexicon: QuantityWords) -> bool:
    """Return whether "m" means millions: in "2.5m customers", not in "100m final"."""
    after = words.at(end + 1)
    if not lexicon.word("million_m", words.raw(end)) or words.joined(end + 1):
        return False
    return len(after) > 1 and after.isalpha() and not lexicon.word("metre_after", after)


def _money_after(words: Words, index: int, lexicon: QuantityWords) -> bool:
    unit = lexicon.unit_at(words, index)
    return unit is not None and unit[1].kind == "money"


def _half_of_scale(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the half or quarter of a scale or unit: "en halv million", "half an hour"."""
    position = index + lexicon.word("articles", words.at(index))
    part = 0.5 if lexicon.word("halves", words.at(position)) else None
    end = position + 1
    if part is None:
        result = lexicon.denominators.at(words, position)
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


def _with_unit(
    words: Words, amount: Amount, lexicon: QuantityWords, before: Unit | None
) -> Amount | None:
    if amount.kind == "ordinal":
        return amount if before is None else None
    result = unit_after(words, amount.end, lexicon) or _joined_unit(words, amount, lexicon)
    if before is not None:
        end = result[0] if result and result[1].name == before.name else amount.end
        return replace(amount.times(before.factor), end=end, kind=before.kind, unit=before.name)
    if result is None:
        return amount
    end, unit = result
    return replace(
        amount.times(unit.factor),
        end=end,
        kind=unit.kind,
        unit=unit.name,
        bare_one=False,
        factor=unit.factor,
    )


def _joined_unit(words: Words, amount: Amount, lexicon: QuantityWords) -> tuple[int, Unit] | None:
    """Return the sign that is a unit only at its figures: "40C"."""
    unit = lexicon.joined_units.get(words.raw(amount.end))
    tied = words.joined(amount.end) and not words.joined(amount.end + 1)
    closed = words.joined(amount.end) and words.at(amount.end + 1) in _CLOSING
    if unit is None or not amount.figures or not (tied or closed):
        return None
    return amount.end + 1, unit


def unit_after(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, Unit] | None:
    """Return the unit that stands at `index`, and the index after it."""
    position = index
    hyphen = words.at(position) == "-" and words.joined(position) and words.joined(position + 1)
    if hyphen and words.at(position + 1).isalpha():
        position += 1
    before_next = words.joined(position + 1) and words.at(position + 1)[:1].isdecimal()
    if before_next and not words.joined(position) and not words.at(position).isalnum():
        return None  # "a $5 fee"
    result = lexicon.unit_at(words, position)
    sign = result is not None and not words.at(position).isalnum()
    if result and sign and words.joined(result[0]) and words.at(result[0])[:1].isdecimal():
        return None  # "1.-2. klasse"
    return result
