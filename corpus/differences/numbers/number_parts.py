"""Whether one of two figures counts a part of what the other one counts.

"Three people were killed" and "two more were killed", or "two protesters and a policeman were
killed", are no conflict.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.concepts.casualties import ANYBODY, FATES, concepts_said
from corpus.differences.slots.slot_words import part_words, part_words_after
from corpus.languages.tables import load
from corpus.model import Article, Number
from corpus.text.words import WORD, fold

BESIDE = 16
"""Characters before and after a figure in which the word beside it stands."""


def is_remainder(article: Article, number: Number, numbers: Sequence[Number]) -> bool:
    """Return whether a figure counts what comes on top: "two more", "the other two".

    After another count of the sentence it comes on top of that one ("3 died, another 4 were hurt").
    """
    if _follows_count(number, numbers):
        return False
    sentence, code = article.sentences[number.sentence], article.language
    after = article.text[number.end : min(sentence.end, number.end + BESIDE)]
    return bool(
        _word_before(article, number) & part_words(code)
        or set(map(fold, WORD.findall(after)[:1])) & part_words_after(code)
    )


def may_be_part(x: Number, y: Number, codes: tuple[str, str]) -> bool:
    """Return whether the smaller figure may count some of the larger one's.

    "Two teenagers were killed" is no other count than "three people were killed".
    """
    if x.low is None or y.low is None or not x.kind == y.kind == "count" or x.low == y.low:
        return False
    small, large = (
        ((x, codes[0]), (y, codes[1])) if x.low < y.low else ((y, codes[1]), (x, codes[0]))
    )
    narrow, wide = (
        concepts_said(small[0].counted, small[1]),
        concepts_said(large[0].counted, large[1]),
    )
    return bool(narrow - ANYBODY - FATES) and not wide - ANYBODY and bool(wide & ANYBODY)


def is_joined(article: Article, number: Number, numbers: Sequence[Number]) -> bool:
    """Return whether a figure is joined to people before it: "a man and two teenagers"."""
    return not _follows_count(number, numbers) and _has_joining(article, number)


def is_sum(total: Number, article: Article, others: Sequence[Number]) -> bool:
    """Return whether a figure is the sum of counts that the other sentence joins.

    "Four people were injured" is that of "two demonstrators and two police officers".
    """
    if not _is_count(total) or total.low is None:
        return False
    run: list[float] = []
    for number in filter(_is_count, others):
        run = [*run, number.low or 0] if _has_joining(article, number) else [number.low or 0]
        if any(sum(run[first:]) == total.low for first in range(len(run) - 1)):
            return True
    return False


def _is_count(number: Number) -> bool:
    return number.kind == "count" and number.unit is None


def _follows_count(number: Number, numbers: Sequence[Number]) -> bool:
    return any(_is_count(other) and other.start < number.start for other in numbers)


def _has_joining(article: Article, number: Number) -> bool:
    joining = load(article.language).section("counted").get("joining", ())
    return bool(_word_before(article, number) & set(joining))


def _word_before(article: Article, number: Number) -> set[str]:
    sentence = article.sentences[number.sentence]
    before = article.text[max(sentence.start, number.start - BESIDE) : number.start]
    return set(map(fold, WORD.findall(before)[-1:]))
