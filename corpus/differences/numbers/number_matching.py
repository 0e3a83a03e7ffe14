"""The cost of pairing two numbers of linked sentences as figures of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from corpus.concepts.casualties import ANYBODY, FATES, concepts_said, group
from corpus.differences.verdicts import number_verdict, stated_value
from corpus.languages.tables import load
from corpus.model import Article, Number, Verdict
from corpus.text.words import fold, words

SAME_THING, SAME_FATE, UNNAMED, OTHER_WORDS, UNKNOWN_WORDS = 0.1, 0.3, 0.4, 0.6, 0.8
"""Costs, 0 to 1: the same thing counted; the same fate, nouns not told apart; one side names
nothing counted; the same fate with other nouns; nouns that no concept tells apart."""
_PERSONS = (("man", "woman"), ("woman", "man"), ("child", "pensioner"), ("pensioner", "child"))
"""Concepts of people that are never one person."""
ALIKE = 75
"""Minimum token_set_ratio at which two noun phrases count as the same thing."""
UNEQUAL = 0.25
"""Added cost of unequal figures: equal ones are paired first."""
DISTINCTIVE = 10
"""Exact figures from here on are hardly shared by two linked sentences by chance."""
AROUND = 40
"""Characters on either side of a number whose words say what it is about."""
CONTEXT = 0.4
"""If neither number names what it counts, two values are compared only when at least this share
of the surrounding words matches."""
SAME_CONTEXT = 0.7
"""Share of matching surrounding words from which two figures are of one thing."""
CLOSE_CONTEXT = 0.15
"""The share required instead of CONTEXT in a sure link."""


class MatchCosts:
    """Costs of pairing the numbers of two linked sentences."""

    def __init__(
        self,
        articles: tuple[Article, Article],
        numbers: tuple[Sequence[Number], Sequence[Number]],
        *,
        sure: bool = False,
    ) -> None:
        """`sure`: the link is sure."""
        self._sure = sure
        self._articles = articles
        self._codes = articles[0].language, articles[1].language
        self._values = tuple({_value(n) for n in side} for side in numbers)
        self._kinds = tuple(Counter((n.kind, n.unit) for n in side) for side in numbers)

    def of(self, x: Number, y: Number) -> float | None:
        """Return the cost of pairing two numbers as one figure, None where they cannot be one."""
        verdict = number_verdict(x, y)
        if verdict is None:
            return None
        cost = counted_cost(x, y, self._codes)
        if verdict is Verdict.DIFFER:
            return self._unequal(x, y, cost)
        if cost is None:
            return 0.9 if _is_distinctive(x, y) else None
        if cost == UNKNOWN_WORDS and verdict is not Verdict.AGREE:
            return None
        return cost + (0 if verdict is Verdict.AGREE else UNEQUAL / 2)

    def _unequal(self, x: Number, y: Number, cost: float | None) -> float | None:
        """Return the cost of pairing unequal figures: "8 policemen" and "18 officers" are one."""
        if cost is None or cost > UNNAMED or self._equal_elsewhere(x, y):
            return None
        if cost > SAME_FATE or "ordinal" in (x.kind, y.kind):
            around = self._shared_around(x, y)
            if around < SAME_CONTEXT and not (self._only(x, y) and self._same_topic(around)):
                return None
            return UNNAMED + UNEQUAL - 0.1 * around
        return cost + UNEQUAL

    def _equal_elsewhere(self, x: Number, y: Number) -> bool:
        """Return whether one of two unequal figures stands in the other sentence too.

        "65,000 more, to 547,000 soldiers" beside "547,000 soldiers": 65,000 is not set against it.
        """
        return any(
            (abs(_value(n)[0] or 0) >= DISTINCTIVE or n.unit) and _value(n) in other
            for n, other in ((x, self._values[1]), (y, self._values[0]))
        )

    def _only(self, x: Number, y: Number) -> bool:
        """Return whether both are the only number of their kind and unit in their sentences."""
        keys = (x.kind, x.unit), (y.kind, y.unit)
        return all(side[key] == 1 for side, key in zip(self._kinds, keys, strict=True))

    def _same_topic(self, around: float) -> bool:
        return around >= (CLOSE_CONTEXT if self._sure else CONTEXT)

    def _shared_around(self, x: Number, y: Number) -> float:
        left, right = (
            _words_around(article, number)
            for article, number in zip(self._articles, (x, y), strict=True)
        )
        if not left and not right:
            return 1.0
        return min(_shared_words(left, right), _shared_words(right, left))


def counted_cost(x: Number, y: Number, codes: tuple[str, str]) -> float | None:
    """Return how unlike two counted things are, 0 to 1; None where they are different things."""
    if x.kind != y.kind and {x.kind, y.kind} - {"count", "duration"}:
        return None
    nouns = concepts_said(x.counted, codes[0]), concepts_said(y.counted, codes[1])
    states = (
        concepts_said(x.state, codes[0]) | nouns[0],
        concepts_said(y.state, codes[1]) | nouns[1],
    )
    fates = states[0] & FATES, states[1] & FATES
    if (fates[0] and fates[1] and not fates[0] & fates[1]) or _opposed(*nouns):
        return None
    if x.kind == y.kind == "age" and _persons_differ(*nouns):
        return None
    same_state = bool(fates[0] & fates[1] or states[0] & states[1])
    if (
        nouns[0] & nouns[1]
        or _likeness(x.counted, y.counted) >= ALIKE
        or group(nouns[0]) == group(nouns[1]) != ""
    ):
        return SAME_THING - (0.05 if same_state else 0)
    if same_state:
        anybody = not (nouns[0] - ANYBODY and nouns[1] - ANYBODY)
        return SAME_FATE if anybody or not (x.counted and y.counted) else OTHER_WORDS
    if x.counted and y.counted and x.kind != "age":
        told_apart = all(noun - ANYBODY for noun in nouns)
        return None if told_apart else UNKNOWN_WORDS
    return UNNAMED


def _persons_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether two nouns name two people: "man" and "woman"."""
    return any(one in left and other in right for one, other in _PERSONS)


def _opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether two nouns name groups on two sides: "policemen" and "protesters"."""
    groups = group(left), group(right)
    return bool(groups[0] and groups[1] and groups[0] != groups[1])


def _likeness(x: str | None, y: str | None) -> float:
    if not x or not y:
        return 0.0
    left, right = (" ".join(fold(span.of(z)) for span in words(z)) for z in (x, y))
    return fuzz.token_set_ratio(left, right)


def _is_exact(number: Number) -> bool:
    return number.low is not None and number.low == number.high


def _value(number: Number) -> tuple[float | None, str | None]:
    """Return the figure that is stated, of "over 1.8 million" too, with its unit."""
    return stated_value(number), number.unit


def _is_distinctive(x: Number, y: Number) -> bool:
    return _is_exact(x) and _is_exact(y) and x.low == y.low and abs(x.low or 0) >= DISTINCTIVE


def _words_around(article: Article, number: Number) -> tuple[str, ...]:
    sentence = article.sentences[number.sentence]
    stop = load(article.language).section("stopwords") or ()
    spans = (
        (max(sentence.start, number.start - AROUND), number.start),
        (number.end, min(sentence.end, number.end + AROUND)),
    )
    forms = (span.of(article.text).lower() for ends in spans for span in words(article.text, *ends))
    return tuple(fold(form) for form in forms if form not in stop)


def _shared_words(left: Iterable[str], right: Iterable[str]) -> float:
    """Return the share of the left words that are spelt nearly like one of the right words."""
    mine, theirs = tuple(left), tuple(right)
    met = sum(any(fuzz.ratio(x, y) >= ALIKE for y in theirs) for x in mine)
    return met / len(mine) if mine else 0.0
