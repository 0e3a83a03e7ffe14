"""Two linked sentences word by word: which words stand for each other, and where figures stand.

Words are one where they are spelt alike or share a concept, so that "demonstrantene" meets
"protesters". What lies between words that stand for each other in the same order is a slot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from corpus.concepts.mentions import concepts_of
from corpus.differences.slots.slot_words import pronouns, standings
from corpus.languages.tables import load
from corpus.model import Article, Attribution, Date, Number, Span
from corpus.text.words import WORD, fold

ALIKE = 78
"""Minimum fuzz.ratio at which two words of SHORT or more letters are spelt alike."""
SHORT = 4
"""Letters below which words are one only where they are equal."""
LONGEST = 80
"""Words of a sentence that are aligned at most; what follows is left out."""

# Digits that are no part of a longer figure ("13½", "27:37", "5/12") and no year.
_FIGURE = r"(?<![\d:/.,-])(?!(?:1[5-9]|20)\d\d\b)\d+(?:[.,]\d+)*(?![\d:/½¼¾-])"
_TOKEN = re.compile(rf"(?P<figure>{_FIGURE})|(?P<word>{WORD.pattern})")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a figure of a sentence; function words are none.

    `form` is the folded word, "" for a figure; `number` is the number that the figure is, None for
    digits that count nothing ("Flight 800").
    """

    start: int
    end: int
    form: str = ""
    capital: bool = False
    number: Number | None = None
    date: Date | None = None
    digits: str = ""

    @property
    def span(self) -> Span:
        """The range of the word or figure."""
        return Span(self.start, self.end)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number or other digits."""
        return self.number is not None or bool(self.digits)

    @property
    def value(self) -> float | None:
        """The exact value of a figure, None for a word, an interval or a telephone number."""
        if self.number is not None:
            return self.number.low if self.number.low == self.number.high else None
        return float(self.digits) if self.digits.isdigit() else None

    @property
    def key(self) -> object:
        """What is the same for words of one form and for equal figures."""
        number = self.number
        if number is not None:
            return number.low, number.high, number.unit
        if self.date is not None:
            return self.date.low, self.date.high, self.date.name
        return self.form or self.digits


@dataclass(frozen=True, slots=True)
class Slot:
    """Tokens of both sentences between the same neighbours; `before` and `after` tell which hold.

    `before`: the words before the slot stand for each other, or it begins both sentences.
    """

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """Slots between the words that stand for each other, and how much is shared.

    `shared` is the larger of the shares of words with a counterpart in the other sentence,
    `shared_both` the smaller; `pairs` are the words that stand for each other in order.
    """

    slots: tuple[Slot, ...]
    shared: float
    shared_both: float
    pairs: tuple[tuple[Token, Token], ...]

    def in_one_place(self, x: Span, y: Span) -> bool:
        """Return whether two passages stand for each other, or in one slot."""
        runs = [((one,), (other,)) for one, other in self.pairs]
        return any(_meet(one, x) and _meet(other, y) for one, other in runs) or any(
            _meet(slot.left, x) and _meet(slot.right, y) for slot in self.slots
        )

    @property
    def matched(self) -> int:
        """How many words stand for each other in the same order."""
        return len(self.pairs)


def _meet(tokens: Sequence[Token], span: Span) -> bool:
    return any(token.span.overlaps(span) for token in tokens)


def align_words(
    left: Sequence[Token], right: Sequence[Token], codes: tuple[str, str]
) -> WordAlignment:
    """Return the slots of two sentences, from their tokens and the languages of both.

    Swapped sentences give the mirrored alignment.
    """
    if _order(left, codes[0]) > _order(right, codes[1]):
        return _mirrored(_aligned(right, left, (codes[1], codes[0])))
    return _aligned(left, right, codes)


def _order(tokens: Sequence[Token], code: str) -> tuple[object, ...]:
    return len(tokens), code, [token.form for token in tokens]


def _mirrored(alignment: WordAlignment) -> WordAlignment:
    return WordAlignment(
        tuple(replace(slot, left=slot.right, right=slot.left) for slot in alignment.slots),
        alignment.shared,
        alignment.shared_both,
        tuple((y, x) for x, y in alignment.pairs),
    )


def _aligned(
    left: Sequence[Token], right: Sequence[Token], codes: tuple[str, str]
) -> WordAlignment:
    ids = _identities(left, right, codes)
    pairs = _common(ids)
    known = [set(side) for side in ids]
    shares = [
        _share(tokens, side, other)
        for tokens, side, other in ((left, ids[0], known[1]), (right, ids[1], known[0]))
    ]
    matched = tuple((left[i], right[j]) for i, j in pairs)
    return WordAlignment(tuple(_slots(left, right, pairs)), max(shares), min(shares), matched)


def _share(tokens: Sequence[Token], ids: Sequence[int], other: set[int]) -> float:
    met = [i in other for token, i in zip(tokens, ids, strict=True) if token.form]
    return sum(met) / len(met) if met else 0.0


def _identities(
    left: Sequence[Token], right: Sequence[Token], codes: tuple[str, str]
) -> tuple[list[int], list[int]]:
    """Return a number for each token; tokens that stand for each other have the same one."""
    numbers: dict[object, int] = {}
    theirs = [numbers.setdefault(token.key, len(numbers)) for token in right]
    forms = [{token.form for token in side if token.form} for side in (left, right)]
    free = sorted(forms[0] - forms[1]), sorted(forms[1] - forms[0])
    for form, other in _soft_pairs(*free, codes):
        numbers[form] = numbers[other]
    return [numbers.setdefault(token.key, len(numbers)) for token in left], theirs


def _soft_pairs(
    left: Sequence[str], right: Sequence[str], codes: tuple[str, str]
) -> list[tuple[str, str]]:
    """Return words that are spelt alike or share a concept, each left word at most once."""
    if not left or not right:
        return []
    scores = process.cdist(left, right, scorer=fuzz.ratio, score_cutoff=ALIKE)
    concepts = [_concepts(form, codes[1]) for form in right]
    found = []
    for row, form in enumerate(left):
        best = int(scores[row].argmax())
        if scores[row, best] and min(len(form), len(right[best])) >= SHORT:
            found.append((form, right[best]))
            continue
        mine = _concepts(form, codes[0])
        other = next((k for k, theirs in enumerate(concepts) if mine & theirs), None)
        if other is not None:
            found.append((form, right[other]))
    return found


@lru_cache(maxsize=65536)
def _concepts(form: str, code: str) -> frozenset[str]:
    return frozenset(concepts_of(form, code))


def _common(ids: tuple[list[int], list[int]]) -> list[tuple[int, int]]:
    """Return the places of the longest common subsequence of two lists."""
    pairs: list[tuple[int, int]] = []
    for block in LCSseq.opcodes(*ids):
        if block.tag == "equal":
            pairs += zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
    return pairs


def _slots(
    left: Sequence[Token], right: Sequence[Token], pairs: Sequence[tuple[int, int]]
) -> list[Slot]:
    found = []
    last = (-1, -1)
    for i, j in [*pairs, (len(left), len(right))]:
        mine, theirs = left[last[0] + 1 : i], right[last[1] + 1 : j]
        if mine and theirs:
            ends = i == len(left), last == (-1, -1)
            found.append(Slot(tuple(mine), tuple(theirs), not ends[1], not ends[0]))
        last = i, j
    return found


def tokens_of(
    article: Article,
    index: int,
    numbers: Sequence[Number],
    dates: Sequence[Date],
    credits: Sequence[Attribution] = (),
) -> tuple[Token, ...]:
    """Return the words and figures of one sentence; a number or date is one token.

    The words that credit a source are left out: they tell nothing of the event.
    """
    sentence, stop = article.sentences[index], _stopwords(article.language)
    found: list[Token] = []
    place = sentence.start
    facts: list[Number | Date] = sorted([*numbers, *dates], key=lambda fact: fact.start)
    for fact in [*facts, None]:
        end = fact.start if fact else sentence.end
        if place < end:
            words = _TOKEN.finditer(article.text, place, end)
            found += [token for match in words if (token := _token(match)).form not in stop]
        if fact and fact.start >= place:
            found.append(_fact_token(fact))
        place = max(place, fact.end) if fact else place
    spans = [span for credit in credits for span in (credit.source_span, credit.cue_span) if span]
    kept = [token for token in found if not any(span.overlaps(token.span) for span in spans)]
    return tuple(kept[:LONGEST])


def _token(match: re.Match[str]) -> Token:
    word = match["word"]
    if word is None:
        return Token(match.start(), match.end(), digits=match["figure"])
    return Token(match.start(), match.end(), fold(word), word[0].isupper())


def _fact_token(fact: Number | Date) -> Token:
    if isinstance(fact, Number):
        return Token(fact.start, fact.end, number=fact)
    return Token(fact.start, fact.end, date=fact)


@lru_cache(maxsize=64)
def _stopwords(code: str) -> frozenset[str]:
    listed = frozenset(map(fold, load(code).section("stopwords") or ()))
    return (listed | pronouns(code)) - standings(code)
