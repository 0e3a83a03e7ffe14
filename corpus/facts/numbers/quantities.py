"""Hedges, ranges, fractions, multiples and vague amounts: what the words allow, as an interval."""

from __future__ import annotations

import math
from dataclasses import replace

from corpus.facts.numbers.amounts import read_amount
from corpus.facts.numbers.interval import Amount, scaled
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.facts.numbers.shares import every, fraction, with_unit
from corpus.text.phrases import Words

ABOUT = 0.1
"""Share of the value by which "rundt 400" may be off on either side, as readers take it."""

CHANGE = 4
"""Words before "from" that are searched for a verb of change."""

FARTHEST_CHANGE = 20
"""Largest ratio of two ends that share a scale: "from 500 to 1 million" began at 500."""

MOST_CENTS = 99
LEAST_BARE_CENTS = 10
"""Smallest cents without a unit: "to dollar 23"; one digit may be the start of anything."""

FARTHEST_BOUND = 3
"""Words of the longest noun phrase between an amount and its bound."""

_DASHES = ("-", "–", "—", "‑", "−")


def read_quantity(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the quantity that begins at `index`, without the hedge before it."""
    first = read_amount(words, index, lexicon)
    return (
        _multiple(words, index, first, lexicon)
        or _vague(words, index, lexicon)
        or fraction(words, index, first, lexicon)
        or _range(words, index, first, lexicon)
    )


def _vague(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the interval of a vague amount: "dusinvis", "flere hundre", "et par tusen kroner"."""
    if lexicon.word("not_vague_after", words.at(index - 1)):
        return None
    result = lexicon.quantifiers.at(words, index)
    position = result[0] if result else index
    if result:
        end, factor = _vague_scale(words, position, lexicon)
        if end > position:
            low, high = scaled(result[1].low, factor), scaled(result[1].high, factor)
            return with_unit(
                words, Amount(index, end, low, high, vague=True, scale=factor), lexicon
            )
    plain = lexicon.vague.at(words, index)
    if plain and not lexicon.hedges.at(words, index):
        low, high = plain[1].low, plain[1].high
        return with_unit(words, Amount(index, plain[0], low, high, vague=True), lexicon)
    return None


def _vague_scale(words: Words, position: int, lexicon: QuantityWords) -> tuple[int, float]:
    """Return the index after "hundre tusen", "dusin", and their product."""
    factor, end = 1.0, position
    while (value := lexicon.numerals.scale(words.at(end))) is not None:
        factor, end = factor * value, end + 1
    dozen = lexicon.dozens.at(words, end)
    return (dozen[0], factor * dozen[1]) if dozen else (end, factor)


def _multiple(
    words: Words, index: int, amount: Amount | None, lexicon: QuantityWords
) -> Amount | None:
    """Return a multiple: "doblet", "dobbelt så mange", "tre ganger så mange"."""
    result = lexicon.multiples.at(words, index)
    if result:
        return Amount(index, result[0], result[1], result[1], "multiple")
    if amount is None or amount.unit or not lexicon.word("times", words.at(amount.end)):
        return None
    if not lexicon.word("comparisons", words.at(amount.end + 1)):
        return None
    return replace(amount, end=amount.end + 1, kind="multiple", bare_one=False)


def _range(words: Words, index: int, first: Amount | None, lexicon: QuantityWords) -> Amount | None:
    """Return an amount, or the range of two."""
    between = lexicon.word("between", words.at(index - 1))
    if first is None:
        return None
    if between:
        result = _between(words, index, lexicon)
        if result:
            return result
    if first.kind == "ordinal":
        return every(words, first, lexicon) or first
    first = _with_part(words, first, lexicon)
    second = _second(words, first, lexicon)
    second = _share_scale(words, second, lexicon) if second else None
    if second and words.at(first.end) in _DASHES:
        first = _thousands(words, first, second)
    joined = _joined(first, second, lexicon) if second else None
    if joined and words.at(first.end) not in _DASHES and _changes(words, first, lexicon):
        from_before = lexicon.word("from", words.at(index - 1))
        return _changed(first, second) if from_before and second else first
    if second and not joined and lexicon.word("from", words.at(index - 1)):
        return _changed(first, second)
    return joined or first


def _thousands(words: Words, first: Amount, second: Amount) -> Amount:
    """Return the lower end of "10–20.000 kroner" the thousands that the upper one tells."""
    low, high = first.low, second.low
    if not (first.figures and second.figures and low and high) or first.scale * second.scale != 1:
        return first
    grouped = not words.at(second.start).isdecimal() or words.at(second.start + 1) == "000"
    if first.unit or high % 1000 or not grouped or not 1 <= low < 1000 or low * 1000 >= high:
        return first
    return first.times(1000)


def _changed(first: Amount, second: Amount) -> Amount:
    """Return the first of "fell from 8.1 to 7.6 percent" the unit and the scale of the second.

    The scale only if the two then are near: "from 500 to 1 million" began at 500.
    """
    if first.unit is not None or first.low is None or first.scale != 1:
        return first
    near = first.low * second.scale <= FARTHEST_CHANGE * abs(second.low or 0)
    scale = second.scale if near else 1
    changed = first.times(scale * second.factor) if second.factor > 0 else first
    return replace(changed, kind=second.kind, unit=second.unit, scale=scale)


def _with_part(words: Words, whole: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with its smaller part: "2 kroner og 50 øre", "an hour and a half"."""
    if whole.unit == "ft":
        return _with_inches(words, whole, lexicon)
    joiner = lexicon.word("joiner", words.at(whole.end))
    position = whole.end + joiner
    divisible = whole.unit is not None and whole.scale == 1 and whole.low is not None
    if not divisible or not (joiner or whole.kind == "money"):
        return whole
    half = position + lexicon.word("articles", words.at(position))
    if joiner and half > position and lexicon.word("halves", words.at(half)):
        return _sum(whole, 0.5, half + 1)
    if whole.kind == "money" and (bare := _bare_cents(words, position, whole, lexicon)):
        return bare
    cents = read_amount(words, position, lexicon) if whole.kind == "money" else None
    if cents is None or cents.low is None or not 0 < cents.low < 1:
        return whole
    if cents.unit != whole.unit and not lexicon.word("any_cents", words.at(cents.end - 1)):
        return whole
    return _sum(whole, cents.low, cents.end)


def _with_inches(words: Words, feet: Amount, lexicon: QuantityWords) -> Amount:
    """Return a height with its inches: "6-foot-6", "6 feet 4 inches"."""
    hyphen = words.at(feet.end) == "-" and words.joined(feet.end)
    inches = words.at(feet.end + hyphen)
    if feet.low is None or feet.low != feet.high or not inches.isdecimal() or int(inches) > 11:
        return feet
    unit = lexicon.unit_at(words, feet.end + hyphen + 1)
    named = unit is not None and unit[1].name == "in"
    if not hyphen and not named:
        return feet
    return _sum(feet, int(inches) / 12, unit[0] if unit and named else feet.end + hyphen + 1)


def _bare_cents(words: Words, index: int, whole: Amount, lexicon: QuantityWords) -> Amount | None:
    """Return money with the cents behind it: "2 dollars og 23 cents", "to yuan 23" at an end."""
    if whole.low is None or whole.low != whole.high or whole.low % 1:
        return None
    digits = words.at(index)
    numeral = None if digits.isdecimal() else lexicon.numerals.read(words, index)
    value = float(digits) if digits.isdecimal() and len(digits) < 3 else None
    end = index + 1
    if numeral is not None and not numeral.ordinal:
        value, end = numeral.value, numeral.end
    if value is None or not 1 <= value <= MOST_CENTS:
        return None
    if lexicon.word("any_cents", words.at(end)):
        return _sum(whole, value / 100, end + 1)
    closes = words.at(end) in ("", ".", "!", "?", ")") and not words.joined(end + 1)
    return _sum(whole, value / 100, end) if closes and value >= LEAST_BARE_CENTS else None


def _sum(whole: Amount, part: float, end: int) -> Amount:
    value = round((whole.low or 0) + part, 9)
    return replace(whole, end=end, low=value, high=value)


def _changes(words: Words, first: Amount, lexicon: QuantityWords) -> bool:
    """Return whether a verb of change makes two numbers of "from 10 to 20": "rose from 10 to 20".

    Right after the verb so does the first one's unit: "fell 1.3 percent to 7,412".
    """
    nearest = 1 if first.unit is not None else 2
    places = range(first.start - 1 - CHANGE, first.start + 1 - nearest)
    return any(lexicon.word("change", words.at(position)) for position in places)


def _between(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the range after "mellom", trying each cut of "hundre og femti og to hundre"."""
    first = read_amount(words, index, lexicon)
    ends = [] if first is None else [first]
    for read in lexicon.numerals.readings(words, index):
        ends.append(Amount(index, read.end, read.value, read.value))
    for start in ends:
        for position in (start.end, start.end + 1):
            if not _links(words, position, lexicon):
                continue
            second = read_amount(words, position + 1, lexicon)
            second = _share_scale(words, second, lexicon) if second else None
            joined = _joined(start, second, lexicon) if second else None
            if joined:
                return joined
    return None


def _links(words: Words, position: int, lexicon: QuantityWords) -> bool:
    word = words.at(position)
    return lexicon.word("joiner", word) or lexicon.word("range", word) or word in _DASHES


def _second(words: Words, first: Amount, lexicon: QuantityWords) -> Amount | None:
    """Return the second end of "150 til 200", "10–15", "from 10 to 20"."""
    position = first.end
    if (
        words.at(position) in ("-", "‑")
        and words.joined(position)
        and not words.joined(position + 1)
    ):
        position += lexicon.phrases["range_words"].at(words, position + 1) is not None
    dash = words.at(position) in _DASHES and (words.joined(position) == words.joined(position + 1))
    if dash and not words.joined(position) and words.at(position) not in ("-", "–"):
        return None
    link = lexicon.phrases["range_words"].at(words, position)
    if not dash and not link:
        return None
    return read_amount(words, link[0] if link else position + 1, lexicon)


def _share_scale(words: Words, second: Amount, lexicon: QuantityWords) -> Amount:
    """Return the upper end with the scale its lower end shares: "two to three million"."""
    if second.figures or second.scale > 1 or not second.low:
        return second
    parts = map(lexicon.numerals.morphemes, words.words[second.start : second.end])
    scale = math.prod(part.value for word in parts for part in word if part.role == "scale")
    return replace(second, scale=scale) if second.low % scale == 0 else second


def _joined(first: Amount, second: Amount, lexicon: QuantityWords) -> Amount | None:
    """Return the range of two ends; None if they are no ends of one ("20 til 10")."""
    if first.low is None or second.low is None or second.high is None or second.kind == "ordinal":
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    low = first.low
    if first.unit is None and second.factor < 0:
        upright = replace(second.times(1 / second.factor), factor=1.0)
        turned = _joined(first, upright, lexicon)  # "10 to 15 degrees below zero"
        return turned.times(second.factor) if turned else None
    if first.unit is None and second.factor != 1:
        low = scaled(low, second.factor) or low
    if first.scale == 1 and second.scale > 1 and low * second.scale < second.low:
        low = scaled(low, second.scale) or low
    if low >= second.low:
        return None
    named = second if second.unit is not None else first
    return Amount(
        first.start, second.end, low, second.high, named.kind, named.unit,
        figures=first.figures and second.figures,
    )  # fmt: skip


def score(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the score "2-1" of small figures: `low` the first of them, `high` the second."""
    home, away = words.at(index), words.at(index + 2)
    if words.at(index + 1) not in _DASHES or not (
        words.joined(index + 1) and words.joined(index + 2)
    ):
        return None
    if not (home.isdecimal() and away.isdecimal() and len(home) < 4 and len(away) < 4):
        return None
    tied = words.joined(index + 3) and words.at(index + 3) in (*_DASHES, "/", ":")
    if tied or (words.joined(index) and words.at(index - 1) not in '(["“«'):
        return None
    return Amount(index, index + 3, float(home), float(away), "score", figures=True)


def hedged(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with its hedges: "minst rundt 20", "200 or more"."""
    if amount.kind in ("ordinal", "score"):
        return amount
    amount = _framed(words, amount, lexicon)
    for _ in range(3):
        result = lexicon.hedges.before(words, amount.start)
        if not result:
            break
        amount = _apply(amount, result[1], result[0], amount.end)
    after = lexicon.hedges_after.at(words, amount.end)
    if after and not _compares(words, after[0], lexicon):
        return _apply(amount, after[1], amount.start, after[0])
    return _bounded_after_noun(words, amount, lexicon)


def _compares(words: Words, index: int, lexicon: QuantityWords) -> bool:
    """Return whether a bound belongs to the next figure: "above 10 and less | than 15"."""
    word = words.at(index)
    return lexicon.word("than", word) or word[:1].isdecimal() or lexicon.numerals.known(word)


def _bounded_after_noun(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return the amount with the bound behind its noun: "5000 innbyggere eller flere"."""
    for place in range(amount.end + 1, amount.end + 1 + FARTHEST_BOUND):
        if not words.at(place - 1).isalpha() or lexicon.numerals.known(words.at(place - 1)):
            break
        found = lexicon.hedges_after.at(words, place)
        if found and _compares(words, found[0], lexicon):
            break
        if found and found[0] > place + 1 and found[1] in ("more", "less"):
            bounded = _apply(amount, found[1], amount.start, amount.end)
            return replace(bounded, reach=found[0])
    return amount


def _framed(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Return a range that begins at "mellom" or "fra" before it: "mellom 10 og 20"."""
    word = words.at(amount.start - 1)
    if amount.low == amount.high or amount.vague:
        return amount
    if lexicon.word("between", word) or lexicon.word("from", word):
        return replace(amount, start=amount.start - 1)
    return amount


def _apply(amount: Amount, hedge: str, start: int, end: int) -> Amount:
    """Return the amount widened by a hedge: more, less, near (a little less), about or exact."""
    low, high, about = amount.low, amount.high, amount.about
    if hedge == "more":
        high = None
    elif hedge == "less":
        low = None
    elif hedge in ("near", "above", "about"):
        low = low if hedge == "above" else _nudged(low, -1)
        high = high if hedge == "near" else _nudged(high, 1)
        about = True
    return replace(amount, start=start, end=end, low=low, high=high, about=about, bare_one=False)


def _nudged(value: float | None, way: int) -> float | None:
    """Return a bound moved outwards by the share that a hedge allows."""
    if value is None or not math.isfinite(value):
        return value
    return round(value + way * abs(value) * ABOUT, 9)
