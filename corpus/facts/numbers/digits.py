"""Figures: digits with their separators, read as a language writes them."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from corpus.text.phrases import Words

SPACES = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}|\d+")
_SHARE = re.compile(r"[1-9]|10")
_GROUP = re.compile(r"\d{3}(?!\d)")
_SCREENED = "+/:#_\\@=&"
"""Signs that tie digits to a code, a link or an address."""
_DASHES = ("-", "–", "‑")
_ENOUGH = 3
"""Groups of digits counted at most: two on one side already make a telephone number."""
_MOST_DIGITS = 24
"""Digits of the longest amount; longer rows are keys and references."""
_MOST_GROUPS = 8
"""Groups of three of the longest amount written with spaces."""
_LONGEST_CHANGE = 7
"""Characters of the longest change with a plus; longer rows are telephone numbers."""
_MOST_POWERS = 30
"""Largest exponent read."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Digits read as a value: `words[start:end]`; `grouped` if separators parted thousands."""

    end: int
    value: float
    grouped: bool = False


def read_figure(words: Words, index: int, decimal: str) -> Figure | None:
    """Return the figure at word `index`; None for an account or a version."""
    result = _digits(words, index, decimal)
    return _power(words, result) if result and words.at(result.end) in ("^", "e") else result


def _power(words: Words, base: Figure) -> Figure:
    """Return the figure with the power that follows: "10^6", "1.5e6"."""
    falls = words.at(base.end + 1) in ("-", "−")
    rises = words.at(base.end + 1) == "+"
    position = base.end + 1 + falls + rises
    digits = words.at(position)
    joined = all(map(words.joined, range(base.end, position + 1)))
    if not joined or not digits.isdecimal() or int(digits[:3]) > _MOST_POWERS:
        return base
    if words.joined(position + 1) and words.at(position + 1)[:1].isalnum():
        return base
    power = -int(digits) if falls else int(digits)
    value = base.value**power if words.at(base.end) == "^" else base.value * 10.0**power
    return Figure(position + 1, value) if math.isfinite(value) else base


def _digits(words: Words, index: int, decimal: str) -> Figure | None:
    word = words.at(index)
    if len(word) > _MOST_DIGITS:
        return None
    if not word[:1].isdecimal():
        return _bare_decimal(words, index, decimal)
    grouped = _spaced(words, index)
    if grouped > index + 1:
        digits = "".join(words.words[index : grouped - 1])
        value = _value(words.at(grouped - 1), decimal, tail=True)
        if value is None:
            return None
        whole, _, rest = value.partition(".")
        return Figure(grouped, float(f"{digits}{whole}.{rest or 0}"), grouped=True)
    text = _value(word, decimal)
    if text is None:
        return None
    apart = sum(mark in word for mark in ",.")
    return Figure(index + 1, float(text), grouped=apart > 0 and "." not in text)


def fraction_sign(word: str) -> float | None:
    """Return the value of a sign such as "½"."""
    if len(word) != 1 or word.isdecimal() or word.isalpha():
        return None
    value = unicodedata.numeric(word, None)
    return value if value is not None and 0 < value < 1 else None


def _bare_decimal(words: Words, index: int, decimal: str) -> Figure | None:
    """Return a figure that begins with its decimal sign: ",77"."""
    mark, digits = words.at(index), words.at(index + 1)
    free = index == 0 or not words.joined(index) or words.at(index - 1) in "-−$£€"
    if mark not in (decimal, ".") or not free or not words.joined(index + 1):
        return None
    if len(digits) > _MOST_DIGITS or not _PLAIN.fullmatch(digits):
        return None
    return Figure(index + 2, float(f"0.{_ascii(digits)}"))


def _spaced(words: Words, index: int) -> int:
    """Return the end of "20 000" and "1 234 567,5": groups of three after one to three digits."""
    end = index + 1
    if not _PLAIN.fullmatch(words.at(index)) or len(words.at(index)) > 3:
        return end
    if words.at(index).startswith("0"):
        return end
    sign = words.gap(end)
    while end < index + _MOST_GROUPS and sign in SPACES and words.gap(end) == sign:
        group = words.at(end)
        if len(group) > _MOST_DIGITS or not _GROUP.match(group):
            break
        end += 1
        if not _PLAIN.fullmatch(group):
            break
    return end


def _value(word: str, decimal: str, *, tail: bool = False) -> str | None:
    """Return digits with at most one point; None where separators fit no notation."""
    word = _ascii(word)
    points, commas = word.count("."), word.count(",")
    if points + commas == 0:
        return word
    if points and commas:
        last = "." if word.rfind(".") > word.rfind(",") else ","
        if word.count(last) > 1:
            return None
        whole, _, rest = word.partition(last)
        return f"{_ungroup(whole)}.{rest}" if _ungroup(whole) else None
    mark = "." if points else ","
    if points + commas > 1:
        return _ungroup(word)
    if mark != decimal and not tail and _ungroup(word):
        return _ungroup(word)
    return word.replace(",", ".")


def _ungroup(word: str) -> str | None:
    if _GROUPED.fullmatch(word):
        return word.replace(".", "").replace(",", "")
    return None


def _ascii(digits: str) -> str:
    if digits.isascii():
        return digits
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in digits)


def slashed(words: Words, index: int) -> Figure | None:
    """Return the share "3/4"; None for a longer chain or a bottom over 10 (a date, a code)."""
    top, bottom = words.at(index), words.at(index + 2)
    if words.at(index + 1) != "/" or not (words.joined(index + 1) and words.joined(index + 2)):
        return None
    if words.joined(index) and words.at(index - 1) not in '(["«“':
        return None
    after = words.at(index + 3) if words.joined(index + 3) else ""
    dated = after in ("-", ".") and words.at(index + 4)[:1].isdecimal()
    if dated or after[:1].isalnum() or (after and after in _SCREENED):
        return None
    if not (_SHARE.fullmatch(top) and _SHARE.fullmatch(bottom) and int(top) < int(bottom)):
        return None
    return Figure(index + 3, int(top) / int(bottom))


def part_of_code(words: Words, start: int, end: int) -> bool:
    """Return whether digits are part of a phone or account number, a link or a name."""
    before = words.at(start - 1) if words.joined(start) else ""
    after = words.at(end) if words.joined(end) else ""
    if before == "+" and plus_sign(words, start - 1):
        before = ""
    if before and (before in _SCREENED or before.isalpha()):
        return True
    if after == "+" and not words.joined(end + 1):
        return False  # "500+ people"
    if _area_code(words, start, end):
        return True
    named = after == ":" and words.joined(end + 1) and not words.at(end + 1)[0].isdecimal()
    if after and after in _SCREENED and not named:
        return True
    return _digit_groups(words, start, end)


def _area_code(words: Words, start: int, end: int) -> bool:
    """Return whether the digits are either part of "(555) 555-0199"."""
    if words.at(start - 1) == ")" and words.at(start - 3) == "(":
        return words.at(start - 2).isdecimal() and words.at(end) in _DASHES
    bracketed = words.at(start - 1) == "(" and words.at(end) == ")"
    return bracketed and words.at(end + 1).isdecimal() and words.at(end + 2) in _DASHES


def plus_sign(words: Words, index: int) -> bool:
    """Return whether a plus is a sign ("+5 degrees") and not the start of a telephone number."""
    if words.at(index) != "+" or not words.joined(index + 1):
        return False
    free = index == 0 or not words.joined(index) or words.at(index - 1) in "(["
    digits = words.at(index + 1)
    return free and len(digits) <= _LONGEST_CHANGE and not _phone_goes_on(words, index + 1)


def _phone_goes_on(words: Words, index: int) -> bool:
    return words.at(index + 1) in ("(", "/") or _run(words, index, 1) > 0


def _digit_groups(words: Words, start: int, end: int) -> bool:
    """Return whether the digits stand in a row of groups: "22 33 44 55", "555-0199-12"."""
    if end - start > 1 and words.at(end) in _DASHES and words.joined(end):
        return False
    if end - start > 1 and words.at(start - 1) in _DASHES and words.joined(start):
        return False
    before = words.at(start - 1)
    if before[:1] == "0" and before.isdecimal() and len(before) > 1:
        return True
    groups = _run(words, start, -1) + _run(words, end - 1, 1)
    return groups >= 2 or (groups == 1 and words.at(start)[0] == "0" and len(words.at(start)) > 1)


def _run(words: Words, index: int, step: int) -> int:
    """Return how many groups of digits stand on one side of `index`, at most `_ENOUGH`."""
    count = 0
    while count < _ENOUGH:
        if words.at(index + step)[:1].isdecimal() and words.gap(max(index, index + step)) in SPACES:
            index += step
        elif (
            words.at(index + step) in ("-", "‑")
            and words.at(index + 2 * step)[:1].isdecimal()
            and words.joined(max(index, index + step))
            and words.joined(max(index + step, index + 2 * step))
        ):
            index += 2 * step
        else:
            break
        count += 1
    return count
