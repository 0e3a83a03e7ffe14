"""What it costs to take two numbers of linked sentences for figures of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.differences.counted_match import SAME_FATE, UNKNOWN_WORDS, UNTOLD, cost, shared_context
from corpus.differences.verdicts import number_verdict
from corpus.languages.tables import load
from corpus.model import Article, Number, Verdict
from corpus.text.words import fold, words

UNEQUAL = 0.25
"""Equal figures are matched before unequal ones."""
TELLING = 10
"""An exact figure from so much on is hardly met twice in linked sentences by chance."""
AROUND = 40
"""Characters on either side whose words say what a number is about."""
CONTEXT = 0.4
"""Unequal figures of untold things are one only where so much of what stands around is shared."""
SAME_WORDS = 0.7
"""Where so much of what stands around is shared, figures are of one thing."""
CLOSE_CONTEXT = 0.15
"""In sentences that surely report the same, so much is enough; a shared unit needs nothing."""


class Prices:
    """The prices of matching the numbers of two linked sentences; None where they cannot be one."""

    def __init__(
        self,
        articles: tuple[Article, Article],
        numbers: tuple[Sequence[Number], Sequence[Number]],
        *,
        sure: bool = False,
    ) -> None:
        """`sure`: the sentences surely report the same."""
        self._sure = sure
        self._articles = articles
        self._codes = articles[0].language, articles[1].language
        self._kinds = tuple(Counter((n.kind, n.unit) for n in side) for side in numbers)

    def of(self, x: Number, y: Number) -> float | None:
        """Give the price of taking two numbers for one figure, None where they are not."""
        result = number_verdict(x, y)
        if result is None:
            return None
        found = cost(x, y, self._codes)
        if result is Verdict.DIFFER:
            return self._differing(x, y, found)
        if found is None:
            return 0.9 if _telling(x, y) else None
        if found == UNKNOWN_WORDS and result is not Verdict.AGREE:
            return None
        return found + (0 if result is Verdict.AGREE else UNEQUAL / 2)

    def _differing(self, x: Number, y: Number, found: float | None) -> float | None:
        if found is None or found > UNTOLD:
            return None
        if found > SAME_FATE or "ordinal" in (x.kind, y.kind):
            around = self._around(x, y)
            if around < SAME_WORDS and not (self._only(x, y) and self._of_one_thing(x, around)):
                return None
            return UNTOLD + UNEQUAL - 0.1 * around
        return found + UNEQUAL

    def _only(self, x: Number, y: Number) -> bool:
        """Tell whether both are the only number of their kind and unit in their sentences."""
        keys = (x.kind, x.unit), (y.kind, y.unit)
        return all(side[key] == 1 for side, key in zip(self._kinds, keys, strict=True))

    def _of_one_thing(self, x: Number, around: float) -> bool:
        return around >= CONTEXT or (self._sure and (x.unit is not None or around >= CLOSE_CONTEXT))

    def _around(self, x: Number, y: Number) -> float:
        left, right = (
            _words_around(article, number)
            for article, number in zip(self._articles, (x, y), strict=True)
        )
        if not left and not right:
            return 1.0
        return min(shared_context(left, right), shared_context(right, left))


def _telling(x: Number, y: Number) -> bool:
    return x.low is not None and x.low == x.high == y.low == y.high and abs(x.low) >= TELLING


def _words_around(article: Article, number: Number) -> tuple[str, ...]:
    place = article.sentences[number.sentence]
    stop = load(article.language).section("stopwords") or ()
    spans = (
        (max(place.start, number.start - AROUND), number.start),
        (number.end, min(place.end, number.end + AROUND)),
    )
    forms = (span.of(article.text).lower() for ends in spans for span in words(article.text, *ends))
    return tuple(fold(form) for form in forms if form not in stop)
