"""One amount: figures or number words with sign, scale, half and unit; no hedge or range yet."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from corpus.figures import SPACES, fraction_sign, part_of_code, read_figure
from corpus.phrasebook import Words
from corpus.quantitywords import QuantityWords, Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """The words from `start` to `end` and the values they allow, None for an open end.

    `figures` tells that it is written in digits; `scale` is the factor a word such as "million"
    gave, which the lower end of a range may share ("2 to 3 million").
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

    def times(self, factor: float) -> Amount:
        """Give the amount with both ends multiplied."""
        low, high = scaled(self.low, factor), scaled(self.high, factor)
        return (
            replace(self, low=high, high=low) if factor < 0 else replace(self, low=low, high=high)
        )


def scaled(value: float | None, factor: float) -> float | None:
    """Multiply without the dust of binary fractions: 1.1 million is 1100000."""
    if value is None or factor == 1:
        return value
    product = value * factor
    if not math.isfinite(product) or product == 0:
        return value
    return round(product, 11 - math.floor(math.log10(abs(product))))


def read_amount(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Read the amount that begins at `index`, with the unit on either side."""
    unit, start = None, index
    before = lexicon.units_before.at(words, index)
    if before and _close(words, before[0]):
        index, unit = before[0], before[1]
    signed = _sign(words, index, lexicon)
    amount = _plain(words, signed, lexicon, money=unit is not None and unit.kind == "money")
    if amount is None:
        return None
    if signed > index:
        amount = amount.times(-1)
    amount = replace(amount, start=start)
    return _with_unit(words, amount, lexicon, unit)


def _close(words: Words, index: int) -> bool:
    """Tell whether figures follow a unit at once ("$5", "NOK 20")."""
    word = words.at(index)
    return (word[:1].isdecimal() or word in ".,-−") and words.gap(index) in ("", *SPACES)


def _sign(words: Words, index: int, lexicon: QuantityWords) -> int:
    """Give the place after a minus sign or word."""
    if lexicon.word("minus", words.at(index)):
        return index + 1
    free = index == 0 or not words.joined(index) or words.at(index - 1) in "(["
    if words.at(index) in ("-", "−") and free and words.at(index + 1)[:1].isdecimal():
        return index + 1 if words.joined(index + 1) or index == 0 else index
    return index


def _plain(words: Words, index: int, lexicon: QuantityWords, *, money: bool) -> Amount | None:
    half = _half_of_scale(words, index, lexicon)
    if half:
        return half
    figure = read_figure(words, index, lexicon.decimal)
    if figure:
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


def _in_words(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    read = lexicon.numerals.read(words, index)
    if read is None:
        return None
    kind = "ordinal" if read.ordinal else "count"
    only = read.end == index + 1 and read.value == 1 and not read.ordinal
    amount = Amount(index, read.end, read.value, read.value, kind, bare_one=only)
    if kind == "ordinal":
        return amount
    return _scaled(words, _mixed(words, amount, lexicon), lexicon, money=False)


def _ordinal_sign(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Tell "1st", "21:a" and "5te" as ordinals."""
    end = amount.end
    if words.at(end) == ":" and words.joined(end):
        end += 1
    if lexicon.word("ordinal_signs", words.at(end)) and words.joined(end):
        return replace(amount, kind="ordinal", end=end + 1)
    return amount


def _mixed(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Take a half in: "to og en halv", "2 1/2", "2½"."""
    place = amount.end
    sign = fraction_sign(words.at(place))
    if sign is not None:
        return _more(amount, sign, place + 1)
    joiner = lexicon.word("joiner", words.at(place))
    article = lexicon.word("articles", words.at(place + joiner))
    if (joiner or article) and lexicon.word("halves", words.at(place + joiner + article)):
        return _more(amount, 0.5, place + joiner + article + 1)
    over = amount.end
    if words.at(over + 1) == "/" and amount.figures and words.gap(over) in SPACES:
        top, bottom = words.at(over), words.at(over + 2)
        if len(top) == len(bottom) == 1 and "0" < top < bottom <= "9":
            return _more(amount, int(top) / int(bottom), over + 3)
    return amount


def _more(amount: Amount, part: float, end: int) -> Amount:
    value = (amount.low or 0) + part
    return replace(amount, low=value, high=value, end=end, bare_one=False)


def _scaled(words: Words, amount: Amount, lexicon: QuantityWords, *, money: bool) -> Amount:
    """Take the words and signs for thousands, millions and dozens in."""
    if amount.kind == "ordinal":
        return amount
    factor, end = _scale_sign(words, amount, lexicon, money=money)
    while True:
        found = lexicon.scales.at(words, end)
        value = lexicon.numerals.scale(words.at(end))
        if value is None and found is None:
            break
        step, end = (
            (value, end + 1) if value is not None else (found[1], found[0]) if found else (1, end)
        )
        factor *= step
    dozen = lexicon.dozens.at(words, end)
    if dozen:
        end, factor = dozen[0], factor * dozen[1]
    if end == amount.end:
        return amount
    kind = "count" if amount.kind == "fraction" else amount.kind
    return replace(amount.times(factor), end=end, scale=factor, bare_one=False, kind=kind)


def _scale_sign(
    words: Words, amount: Amount, lexicon: QuantityWords, *, money: bool
) -> tuple[float, int]:
    """Give the factor of a sign at the figures: "100K", and "$5m" where it is money."""
    end, sign = amount.end, words.raw(amount.end)
    if not amount.figures:
        return 1, end
    if words.joined(end):
        factor = lexicon.joined_scales.get(sign)
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
    """Tell "2.5m customers" from "2.5m tall" and "100m final", where a language writes so."""
    after = words.at(end + 1)
    if not lexicon.word("million_m", words.raw(end)) or words.joined(end + 1):
        return False
    return len(after) > 1 and after.isalpha() and not lexicon.word("metre_after", after)


def _money_after(words: Words, index: int, lexicon: QuantityWords) -> bool:
    unit = lexicon.units_after.at(words, index)
    return unit is not None and unit[1].kind == "money"


def _half_of_scale(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Read "en halv million", "half a million", "a quarter of a million", "half an hour"."""
    place = index + lexicon.word("articles", words.at(index))
    part = 0.5 if lexicon.word("halves", words.at(place)) else None
    end = place + 1
    if part is None:
        found = lexicon.denominators.at(words, place)
        if not found:
            return None
        end, part = found[0], 1 / found[1]
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
    found = unit_after(words, amount.end, lexicon)
    if before is not None:
        end = found[0] if found and found[1].name == before.name else amount.end
        return replace(amount.times(before.factor), end=end, kind=before.kind, unit=before.name)
    if found is None:
        return amount
    end, unit = found
    return replace(
        amount.times(unit.factor), end=end, kind=unit.kind, unit=unit.name, bare_one=False
    )


def unit_after(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, Unit] | None:
    """Give the unit that stands at `index`, and the place after it."""
    place = index
    hyphen = words.at(place) == "-" and words.joined(place) and words.joined(place + 1)
    if hyphen and words.at(place + 1).isalpha():
        place += 1
    return lexicon.units_after.at(words, place)
