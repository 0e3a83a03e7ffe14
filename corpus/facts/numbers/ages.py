"""Ages told without a unit: "(33)", ", 33,", "aged 12", "i 40-årene", "in his forties"."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.numbers.interval import Amount
from corpus.facts.numbers.lexicon import QuantityWords
from corpus.text.phrases import Words

OLDEST = 110
"""Years of the oldest person whose bare figure is taken for an age."""
_AROUND = 5
"""Years on either side that "i 40-årsalderen" allows."""
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
"""Years of a decade that its early, middle and late part mean."""
_REACH = 4
"""Words before a decade that are searched for its part ("i slutten av 40-årene")."""


def decade_of_age(words: Words, index: int, lexicon: QuantityWords) -> Amount | None:
    """Return the years that "i 40-årene", "in his mid-40s" and "i førtiårsalderen" allow."""
    index += words.at(index) == "-"  # "in her mid-30s"
    found = _decade(words, index, lexicon)
    start = _lead(words, index, lexicon) if found else None
    if found is None or start is None:
        return None
    end, low, about = found
    if about:
        return Amount(start, end, low - _AROUND, low + _AROUND, "age", "year", about=True)
    first, last = _part(words, index, lexicon)
    return Amount(start, end, low + first, low + last, "age", "year")


def _decade(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, float, bool] | None:
    """Return end and first year of a decade; whether it means the years around it."""
    word = words.at(index)
    if word.isdecimal() and len(word) == 2 and word[1] == "0":
        for name in ("age_decade", "age_around"):
            end = lexicon.phrases[name].at(words, index + 1)
            if end and words.joined(index + 1):
                return end[0], float(word), name == "age_around"
        return None
    for name, endings in lexicon.decade_endings.items():
        for ending in endings:
            low = lexicon.numerals.value(word[: -len(ending)]) if word.endswith(ending) else None
            if low is not None and 10 <= low <= 90 and low % 10 == 0:
                return index + 1, low, name == "age_around"
    named = lexicon.decades.at(words, index)
    return (named[0], named[1], False) if named else None


def _lead(words: Words, index: int, lexicon: QuantityWords) -> int | None:
    """Return where the phrase of a decade begins ("in his"), None where it may be an era."""
    for end in (index, index - 1, index - 2):
        found = lexicon.phrases["age_decade_lead"].before(words, end)
        if found and all(_is_part(words.at(place), lexicon) for place in range(end, index)):
            person = lexicon.word("age_in", words.at(end - 1)) and found[0] == end - 2
            return end - 1 if person else found[0]  # "mand | i 40'erne"
    return None


def _is_part(word: str, lexicon: QuantityWords) -> bool:
    return word == "-" or any(word in words for words in lexicon.decade_parts.values())


def _part(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, int]:
    near = {words.at(place) for place in range(max(0, index - _REACH), index)}
    for name, span in _PARTS.items():
        if not near.isdisjoint(lexicon.decade_parts.get(name, frozenset())):
            return span
    return 0, 9


def as_age(
    words: Words, amount: Amount, lexicon: QuantityWords, *, match: bool, last: Amount | None
) -> Amount | None:
    """Return an amount as the age that the words around it make of it, None where they do not.

    `match`: the sentence tells of a match, where "Moen (33)" scored in the 33rd minute. `last` is
    the age before, which another one may be joined to: "aged 19 and 40".
    """
    if amount.kind not in ("count", "duration") or amount.unit not in (None, "year"):
        return None
    before = lexicon.phrases["age_leads"].before(words, amount.start)
    if before and (amount.low or 0) <= OLDEST:
        return replace(amount, start=before[0], kind="age", unit="year")
    closed = not words.raw(amount.end)[:1].islower() or lexicon.years.is_closed(
        words.at(amount.end)
    )
    if last and amount.start == last.end + 1 and (closed or amount.unit):
        joined = words.at(last.end) == "," or lexicon.word("joiner", words.at(last.end))
        if joined and 1 <= (amount.low or 0) <= OLDEST:
            return replace(amount, kind="age", unit="year")
    of = lexicon.word("age_of", words.at(amount.start - 1))
    if of and lexicon.is_person(words.at(amount.start - 2)) and (closed or amount.unit):
        age = 1 <= (amount.low or 0) <= OLDEST
        return replace(amount, start=amount.start - 1, kind="age", unit="year") if age else None
    length = 2 if amount.unit == "year" else 1
    exact = amount.figures and amount.low == amount.high and amount.end == amount.start + length
    if not exact or match or not 1 <= (amount.low or 0) <= OLDEST:
        return None
    return replace(amount, kind="age", unit="year") if _apposed(words, amount, lexicon) else None


def _apposed(words: Words, amount: Amount, lexicon: QuantityWords) -> bool:
    """Return whether a figure stands beside a person: "Moen (33)", "the officer, 33, said"."""
    before, after = words.at(amount.start - 1), words.at(amount.end)
    name = words.raw(amount.start - 2)
    if not name.isalpha() or not words.joined(amount.end):
        return False
    person = lexicon.is_person(name.lower()) or (name[:1].isupper() and amount.start > 2)
    if before == "(" and after == ")":
        return person or (name.islower() and amount.unit is None)
    return before == "," and after in (",", ".") and person and not _listed(words, amount)


def _listed(words: Words, amount: Amount) -> bool:
    """Return whether the figure is one of a list: "uke 12, 33, 40"."""
    return words.at(amount.end + 1)[:1].isdecimal() or words.at(amount.start - 3) == ","
