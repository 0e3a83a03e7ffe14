"""Whether one of two figures counts a part of what the other one counts.

"Three people were killed" and "two more were killed", or "two protesters and a policeman were
killed", are no conflict.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.differences.slots.slot_words import part_words, part_words_after
from corpus.model import Article, Number
from corpus.text.words import WORD, fold

BESIDE = 16
"""Characters before and after a figure in which the word beside it stands."""


def is_remainder(article: Article, number: Number) -> bool:
    """Return whether a figure counts what comes on top: "two more", "the other two"."""
    sentence, code = article.sentences[number.sentence], article.language
    before = article.text[max(sentence.start, number.start - BESIDE) : number.start]
    after = article.text[number.end : min(sentence.end, number.end + BESIDE)]
    return any(fold(word) in part_words(code) for word in WORD.findall(before)[-1:]) or any(
        fold(word) in part_words_after(code) for word in WORD.findall(after)[:1]
    )


def is_sum(total: Number, others: Sequence[Number]) -> bool:
    """Return whether a figure is the sum of two or more counts of the other sentence.

    "Four people were injured" is that of "two demonstrators and two police officers".
    """
    if total.kind != "count" or total.unit is not None:
        return False
    counts = [n.low for n in others if n.kind == "count" and n.unit is None and n.low is not None]
    if total.low is None or not 2 <= len(counts) <= MOST_COUNTS:
        return False
    return any(
        sum(counts[first:after]) == total.low
        for first in range(len(counts))
        for after in range(first + 2, len(counts) + 1)
    )


MOST_COUNTS = 6
"""Counts of a sentence among which neighbours are added up; more stand in tables."""
