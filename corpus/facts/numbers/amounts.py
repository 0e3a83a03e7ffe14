"""One amount: figures or number words with sign, scale, half and unit; no hedge or range yet."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.numbers.digits import (
    SPACES,
    Figure,
    fraction_sign,
    part_of_code,
    plus_sign,
    read_figure,
)
from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import QuantityWords, Unit
from corpus.facts.numbers.number_words import Numeral
from corpus.facts.numbers.scales import half_of_scale, money_after, with_half, with_scale
from corpus.facts.numbers.units import unit_after
from corpus.text.phrases import Words

_MINUS = ("-", "−")
_DEGREES = ("degC", "degF", "deg")
_CLOSING = frozenset(".,;:!?)\"'”’")


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
        alone = index == 0 and not any(map(str.isalpha, words.words))
        return index + 1 if words.joined(index + 1) or alone else index
    return index


def _free(words: Words, index: int) -> bool:
    return index == 0 or not words.joined(index) or words.at(index - 1) in '(["“«'


def _plain(words: Words, index: int, lexicon: QuantityWords, *, money: bool) -> Amount | None:
    half = half_of_scale(words, index, lexicon)
    if half:
        return half
    figure = read_figure(words, index, lexicon.decimal)
    if figure:
        figure = _with_colon(words, figure, lexicon)
        if part_of_code(words, index, figure.end) and not money:
            return None
        amount = Amount(index, figure.end, figure.value, figure.value, figures=True)
        amount = with_half(words, amount, lexicon)
        return with_scale(words, _ordinal_sign(words, amount, lexicon), lexicon, money=money)
    sign = fraction_sign(words.at(index))
    if sign is not None:
        return with_scale(
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
    if len(cents) != 2 or not cents.isdecimal() or not money_after(words, end, lexicon):
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
    read = _whole_of_mixed(words, index, lexicon) or read
    kind = "ordinal" if read.ordinal else "count"
    only = read.end == index + 1 and read.value == 1 and not read.ordinal
    amount = Amount(index, read.end, read.value, read.value, kind, bare_one=only)
    if kind == "ordinal":
        return amount
    return with_scale(words, with_half(words, amount, lexicon), lexicon, money=False)


def _whole_of_mixed(words: Words, index: int, lexicon: QuantityWords) -> Numeral | None:
    """Return "two hundred" of "two hundred and fifty-four hundredths": what a share follows."""
    for read in lexicon.numerals.readings(words, index)[:-1]:
        if lexicon.word("joiner", words.at(read.end)) and not read.ordinal:
            top = lexicon.numerals.read(words, read.end + 1)
            under = lexicon.denominator(words, top.end) if top else None
            if top and under and 1 < top.value < under[1]:
                return read
    return None


def _ordinal_sign(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount as an ordinal where "st", ":a" or "te" follows: "1st", "21:a", "5te"."""
    end = amount.end
    if words.at(end) == ":" and words.joined(end):
        end += 1
    if lexicon.word("ordinal_signs", words.at(end)) and words.joined(end):
        return replace(amount, kind="ordinal", end=end + 1)
    return amount


def _with_unit(
    words: Words, amount: Amount, lexicon: QuantityWords, before: Unit | None
) -> Amount | None:
    if amount.kind == "ordinal":
        return amount if before is None else None
    result = unit_after(words, amount.end, lexicon) or _joined_unit(words, amount, lexicon)
    if result and amount.bare_one and words.at(result[0])[:1].isdecimal():
        result = None  # "a US$ 4.7 billion deal"
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
