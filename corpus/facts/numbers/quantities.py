"""Hedges, ranges, fractions, multiples and vague amounts: what the words allow, as an interval."""

from __future__ import annotations

import math
from dataclasses import replace

from corpus.facts.numbers.amounts import LARGE, Amount, read_amount, scaled, unit_after
from corpus.facts.numbers.digits import slashed
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.text.phrases import Words

ABOUT = 0.1
"""How far "rundt 400" reaches to either side, as a share of the value: what readers take it for."""

CHANGE = 4
"""How many words before "from" are searched for a verb of change."""

FARTHEST_CHANGE = 20
"""A fall to less than a twentieth is told with both scales."""

ROUND = frozenset(10.0**power for power in range(1, 7))
"""What shares are told of: "3 in 10" is one, "3 in 14 attacks" is none."""

MOST_SHARES = 10
"""The largest bottom of a share that is not round."""

_DASHES = ("-", "–", "—", "‑", "−")


def read_quantity(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Read the quantity whose first number word stands at `index`, without the hedge before it."""
    first = read_amount(words, index, lexicon)
    return (
        _multiple(words, index, first, lexicon)
        or _vague(words, index, lexicon)
        or _fraction(words, index, first, lexicon)
        or _range(words, index, first, lexicon)
    )


def _vague(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Read "dusinvis", "flere hundre", "et par tusen kroner"."""
    if lexicon.word("not_vague_after", words.at(index - 1)):
        return None
    found = lexicon.quantifiers.at(words, index)
    place = found[0] if found else index
    if found:
        end, factor = _vague_scale(words, place, lexicon)
        if end > place:
            low, high = scaled(found[1].low, factor), scaled(found[1].high, factor)
            return _unit(words, Amount(index, end, low, high, vague=True, scale=factor), lexicon)
    plain = lexicon.vague.at(words, index)
    if plain and not lexicon.hedges.at(words, index):
        low, high = plain[1].low, plain[1].high
        return _unit(words, Amount(index, plain[0], low, high, vague=True), lexicon)
    return None


def _vague_scale(words: Words, place: int, lexicon: QuantityWords) -> tuple[int, float]:
    """Give the place after "hundre tusen", "dusin", and their product."""
    factor, end = 1.0, place
    while (value := lexicon.numerals.scale(words.at(end))) is not None:
        factor, end = factor * value, end + 1
    dozen = lexicon.dozens.at(words, end)
    return (dozen[0], factor * dozen[1]) if dozen else (end, factor)


def _unit(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    of = amount.vague and lexicon.word("of", words.at(amount.end))
    found = unit_after(words, amount.end + of, lexicon)
    if not found or found[0] <= amount.end:
        return amount
    end, unit = found
    return replace(amount.times(unit.factor), end=end, kind=unit.kind, unit=unit.name)


def _fraction(
    words: Words, index: int, top: Amount | None, lexicon: QuantityWords
) -> Amount | None:
    """Read "halvparten", "to tredjedeler", "to av tre", "23 av 100" and "1/3"."""
    sign = slashed(words, index)
    if sign:
        return _unit(words, Amount(index, sign.end, sign.value, sign.value, "fraction"), lexicon)
    if top is not None and top.kind == "ordinal" and lexicon.word("articles", words.at(index)):
        below = lexicon.denominators.at(words, index + 1)  # "a hundredth"
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
    denominator = lexicon.denominators.at(words, top.end + (words.at(top.end) == "-"))
    if denominator and top.low < denominator[1] and top.low > 0:
        share = top.low / denominator[1]
        told = Amount(index, denominator[0], share, share, "fraction")
        ordered = lexicon.numerals.is_ordinal(words.at(denominator[0] - 1))  # "a third year"
        return _of_scale(words, told, lexicon) or (told if ordered else _unit(words, told, lexicon))
    return _out_of(words, top, lexicon)


def _of_scale(words: Words, share: Amount, lexicon: QuantityWords) -> Amount | None:
    """Read "three quarters of a million"."""
    place = share.end + lexicon.word("of", words.at(share.end))
    place += lexicon.word("articles", words.at(place))
    scale = lexicon.numerals.scale(words.at(place))
    if scale is None or scale < LARGE:
        return None
    return _unit(words, replace(share.times(scale), end=place + 1, kind="count"), lexicon)


def _out_of(words: Words, top: Amount, lexicon: QuantityWords) -> Amount | None:
    every = lexicon.phrases["in_every"].at(words, top.end)
    link = lexicon.phrases["out_of"].at(words, top.end) or every
    slash = words.at(top.end) == "/" and words.joined(top.end) and words.joined(top.end + 1)
    if not link and not (slash and top.figures):
        return None
    place = link[0] if link else top.end + 1
    bottom = read_amount(words, place, lexicon)
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
    """Tell "Three in four parents ..." from "they made three in four matches"."""
    first = top.start == 0 or lexicon.hedges.before(words, top.start) is not None
    return first and (bottom.low or 0) <= MOST_SHARES


def _multiple(
    words: Words, index: int, amount: Amount | None, lexicon: QuantityWords
) -> Amount | None:
    """Read "doblet", "dobbelt så mange" and "tre ganger så mange"."""
    found = lexicon.multiples.at(words, index)
    if found:
        return Amount(index, found[0], found[1], found[1], "multiple")
    if amount is None or amount.unit or not lexicon.word("times", words.at(amount.end)):
        return None
    if not lexicon.word("comparisons", words.at(amount.end + 1)):
        return None
    return replace(amount, end=amount.end + 1, kind="multiple", bare_one=False)


def _range(words: Words, index: int, first: Amount | None, lexicon: QuantityWords) -> Amount | None:
    """Read an amount, or two of them as the ends of a range."""
    between = lexicon.word("between", words.at(index - 1))
    if first is None:
        return None
    if between:
        found = _between(words, index, lexicon)
        if found:
            return found
    if first.kind == "ordinal":
        return _every(words, first, lexicon) or first
    first = _with_part(words, first, lexicon)
    second = _second(words, first, lexicon)
    second = _share_scale(words, second, lexicon) if second else None
    if second and words.at(first.end) in _DASHES:
        first = _thousands(words, first, second)
    joined = _joined(first, second, lexicon) if second else None
    if joined and words.at(first.end) not in _DASHES and _changes(words, first, lexicon):
        told = lexicon.word("from", words.at(index - 1))
        return _changed(first, second) if told and second else first
    if second and not joined and lexicon.word("from", words.at(index - 1)):
        return _changed(first, second)
    return joined or first


def _thousands(words: Words, first: Amount, second: Amount) -> Amount:
    """Give the lower end of "10–20.000 kroner" the thousands that the upper one tells."""
    low, high = first.low, second.low
    if not (first.figures and second.figures and low and high) or first.scale * second.scale != 1:
        return first
    grouped = not words.at(second.start).isdecimal() or words.at(second.start + 1) == "000"
    if first.unit or high % 1000 or not grouped or not 1 <= low < 1000 or low * 1000 >= high:
        return first
    return first.times(1000)


def _changed(first: Amount, second: Amount) -> Amount:
    """Give the first of "fell from 8.1 to 7.6 percent" the unit and the scale of the second.

    The scale only if the two then are near: "from 500 to 1 million" began at 500.
    """
    if first.unit is not None or first.low is None or first.scale != 1:
        return first
    near = first.low * second.scale <= FARTHEST_CHANGE * abs(second.low or 0)
    scale = second.scale if near else 1
    told = first.times(scale * second.factor) if second.factor > 0 else first
    return replace(told, kind=second.kind, unit=second.unit, scale=scale)


def _every(words: Words, place: Amount, lexicon: QuantityWords) -> Amount | None:
    """Read "hver tredje elev" as a third; "hver tredje dag" tells how often."""
    before = words.at(place.start - 1)
    told = lexicon.word("every", before)
    told = told or (place.start == 1 and lexicon.word("every_first", before))
    if not told or not place.low or place.low < 2:
        return None
    after = unit_after(words, place.end, lexicon)
    if place.figures or (after and after[1].kind == "duration"):
        return None
    share = 1 / place.low
    return Amount(place.start - 1, place.end, share, share, "fraction")


def _with_part(words: Words, whole: Amount, lexicon: QuantityWords) -> Amount:
    """Take the rest of "2 kroner og 50 øre" and of "an hour and a half" in."""
    joiner = lexicon.word("joiner", words.at(whole.end))
    place = whole.end + joiner
    told = whole.unit is not None and whole.scale == 1 and whole.low is not None
    if not told or not (joiner or whole.kind == "money"):
        return whole
    half = place + lexicon.word("articles", words.at(place))
    if joiner and half > place and lexicon.word("halves", words.at(half)):
        return _sum(whole, 0.5, half + 1)
    cents = read_amount(words, place, lexicon) if whole.kind == "money" else None
    if cents is None or cents.low is None or not 0 < cents.low < 1:
        return whole
    if cents.unit != whole.unit and not lexicon.word("any_cents", words.at(cents.end - 1)):
        return whole
    return _sum(whole, cents.low, cents.end)


def _sum(whole: Amount, part: float, end: int) -> Amount:
    value = round((whole.low or 0) + part, 9)
    return replace(whole, end=end, low=value, high=value)


def _changes(words: Words, first: Amount, lexicon: QuantityWords) -> bool:
    """Tell "rose from 10 to 20" from the range "from 10 to 20": there are two numbers.

    Right after the verb so does the first one's unit: "fell 1.3 percent to 7,412".
    """
    nearest = 1 if first.unit is not None else 2
    places = range(first.start - 1 - CHANGE, first.start + 1 - nearest)
    return any(lexicon.word("change", words.at(place)) for place in places)


def _between(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Read "mellom hundre og femti og to hundre": the ends that can be ends of a range."""
    first = read_amount(words, index, lexicon)
    ends = [] if first is None else [first]
    for read in lexicon.numerals.readings(words, index):
        ends.append(Amount(index, read.end, read.value, read.value))
    for start in ends:
        for place in (start.end, start.end + 1):
            if not _links(words, place, lexicon):
                continue
            second = read_amount(words, place + 1, lexicon)
            second = _share_scale(words, second, lexicon) if second else None
            joined = _joined(start, second, lexicon) if second else None
            if joined:
                return joined
    return None


def _links(words: Words, place: int, lexicon: QuantityWords) -> bool:
    word = words.at(place)
    return lexicon.word("joiner", word) or lexicon.word("range", word) or word in _DASHES


def _second(words: Words, first: Amount, lexicon: QuantityWords) -> Amount | None:
    """Give the second end of "150 til 200", "10–15", "from 10 to 20"."""
    place = first.end
    if words.at(place) in ("-", "‑") and words.joined(place) and not words.joined(place + 1):
        place += lexicon.phrases["range_words"].at(words, place + 1) is not None
    dash = words.at(place) in _DASHES and (words.joined(place) == words.joined(place + 1))
    if dash and not words.joined(place) and words.at(place) not in ("-", "–"):
        return None
    link = lexicon.phrases["range_words"].at(words, place)
    if not dash and not link:
        return None
    return read_amount(words, link[0] if link else place + 1, lexicon)


def _share_scale(words: Words, second: Amount, lexicon: QuantityWords) -> Amount:
    """Tell the scale of an end in words, which the lower end shares: "two to three million"."""
    if second.figures or second.scale > 1 or not second.low:
        return second
    parts = map(lexicon.numerals.morphemes, words.words[second.start : second.end])
    scale = math.prod(part.value for word in parts for part in word if part.role == "scale")
    return replace(second, scale=scale) if second.low % scale == 0 else second


def _joined(first: Amount, second: Amount, lexicon: QuantityWords) -> Amount | None:
    """Make one range of its two ends; None if they are no ends of one."""
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
    """Read "2-1" as a score: small figures around a dash, in a sentence that tells of a match."""
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
    low, high = sorted((float(home), float(away)))
    return Amount(index, index + 3, low, high, "score", figures=True)


def hedged(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Take the hedges around an amount in: "minst rundt 20", "200 or more"."""
    if amount.kind == "ordinal":
        return amount
    amount = _framed(words, amount, lexicon)
    for _ in range(3):
        found = lexicon.hedges.before(words, amount.start)
        if not found:
            break
        amount = _apply(amount, found[1], found[0], amount.end)
    after = lexicon.hedges_after.at(words, amount.end)
    return _apply(amount, after[1], amount.start, after[0]) if after else amount


def _framed(words: Words, amount: Amount, lexicon: QuantityWords) -> Amount:
    """Take "mellom" and "fra" before a range in."""
    word = words.at(amount.start - 1)
    if amount.low == amount.high or amount.vague:
        return amount
    if lexicon.word("between", word) or lexicon.word("from", word):
        return replace(amount, start=amount.start - 1)
    return amount


def _apply(amount: Amount, hedge: str, start: int, end: int) -> Amount:
    """Widen an amount by a hedge: more, less, near (a little less), about or exact."""
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
    """Move a bound outwards by the share that a hedge allows."""
    if value is None or not math.isfinite(value):
        return value
    return round(value + way * abs(value) * ABOUT, 9)
