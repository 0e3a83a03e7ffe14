"""What speaks for a pair of sentences being about the same event, as a row of figures a pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.fates import frames
from corpus.letters import cosines, letter_vectors
from corpus.likeness import Likeness
from corpus.model import Facts, SentenceKind
from corpus.occasion import SIGNS, known_names, occasion
from corpus.overlap import Overlap, Vocabulary, equal_pairs, overlap, union
from corpus.softwords import soft_pairs
from corpus.terms import Sentences
from corpus.words import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

NAMES = (
    "letters", "words", "word mass", "contained words", "name mass", "concepts", "event mass",
    "other concept mass", "contained concepts", "number mass", "figure mass", "day mass",
    "quote mass", "better rank", "worse rank", "better margin", "worse margin", "neighbours",
    "heading or caption", "shorter sentence", "fewer sentences", "names known",
    "no name shared", "no day shared",
    *SIGNS,
)  # fmt: skip
MEANING_NAMES = (
    "meaning", "meaning better rank", "meaning worse rank", "meaning better margin",
    "meaning worse margin", "meaning neighbours",
)  # fmt: skip
"""What the second witness adds, where it was asked."""
ALL_CELLS = 250_000
"""Up to so many cells (500 x 500 sentences) every cell that shares a term is looked at."""
EVERY_CELL = 1_000
"""In short texts every cell is looked at, so that two sentences may meet in their letters alone."""
SMALL = 10
"""Plain counts up to this are met too often by chance to speak for a link."""
NEAREST = 12
"""In larger texts only so many candidates for each sentence, from either side."""
_QUOTE = re.compile(r"[«“„\"‘']([^«»“”„\"‘’']{3,80})[»”\"’']")


@dataclass(frozen=True)
class Candidates:
    """The pairs that may be linked: `keys` (a * width + b), and for each a row in NAMES' order.

    Where the second witness was asked, each row goes on with MEANING_NAMES.
    """

    keys: Ints
    features: Floats
    width: int

    def cells(self) -> list[tuple[int, int]]:
        """Give the pairs of sentence indexes."""
        return [divmod(int(key), self.width) for key in self.keys]


def candidates(
    a: Sentences,
    b: Sentences,
    facts_a: Facts,
    facts_b: Facts,
    *,
    meaning: Likeness | None = None,
) -> Candidates:
    """Find the pairs that share rare terms, or are near in `meaning`, and say what they share."""
    import numpy as np

    sizes = len(a), len(b)
    words = _shared(a, b, lambda s, i: [t.form for t in s.terms[i]], soft=True)
    names = _shared(a, b, lambda s, i: [t.form for t in s.terms[i] if t.name], soft=True)
    concepts = _shared(a, b, lambda s, i: [c.form for c in s.concepts[i]])
    events = _shared(a, b, lambda s, i: [c.form for c in s.concepts[i] if c.form < "f"])
    numbers = _facts_shared(_numbers(facts_a), _numbers(facts_b), sizes)
    figures = _facts_shared(_figures(facts_a, a), _figures(facts_b, b), sizes)
    days = _facts_shared(_days(facts_a), _days(facts_b), sizes)
    quotes = _shared(a, b, _quoted_words, soft=True)
    keys = _likely(words, concepts, numbers, sizes)
    if meaning is not None:
        keys = union([keys, meaning.nearest()])
    left, right = np.divmod(keys, max(sizes[1], 1))
    vectors_a, vectors_b = letter_vectors(
        *([[t.form for t in terms] for terms in side.terms] for side in (a, b))
    )
    letters = cosines(vectors_a, vectors_b, (left, right))
    base = letters + 0.25 * words.cosine(keys) + 0.5 * concepts.cosine(keys)
    ranks = _ranks(base, left), _ranks(base, right)
    margins = _margins(base, left, sizes[0]), _margins(base, right, sizes[1])
    known = [np.array(shares) for shares in known_names(a, b)]
    shorter = np.minimum(words.total_a[left], words.total_b[right])
    columns = [
        letters,
        words.cosine(keys),
        np.log1p(words.at(keys)),
        words.containment(keys),
        np.log1p(names.at(keys)),
        concepts.cosine(keys),
        np.log1p(events.at(keys)),
        np.log1p(np.maximum(concepts.at(keys) - events.at(keys), 0)),
        concepts.containment(keys),
        np.log1p(numbers.at(keys)),
        np.log1p(figures.at(keys)),
        np.log1p(days.at(keys)),
        np.log1p(quotes.at(keys)),
        np.maximum(*ranks),
        np.minimum(*ranks),
        np.maximum(*margins),
        np.minimum(*margins),
        _neighbours(keys, base, sizes[1]),
        _headings(a)[left] + _headings(b)[right],
        np.log1p(shorter),
        np.full(len(keys), -np.log(max(1, sizes[0] * sizes[1])) / 2),
        np.minimum(known[0][left], known[1][right]),
        _apart(names, keys),
        _apart(days, keys),
        *(np.full(len(keys), value) for value in occasion(a, b, (facts_a, facts_b))),
    ]
    if meaning is not None:
        columns += _meant(meaning, keys, sizes)
    features = np.stack(columns, axis=1) if len(keys) else np.empty((0, len(columns)))
    return Candidates(keys, features, max(sizes[1], 1))


def _meant(meaning: Likeness, keys: Ints, sizes: tuple[int, int]) -> list[Floats]:
    """Give the columns of MEANING_NAMES."""
    import numpy as np

    left, right = np.divmod(keys, max(sizes[1], 1))
    near = meaning.at(keys)
    ranks = _ranks(near, left), _ranks(near, right)
    margins = _margins(near, left, sizes[0]), _margins(near, right, sizes[1])
    return [
        near,
        np.maximum(*ranks),
        np.minimum(*ranks),
        np.maximum(*margins),
        np.minimum(*margins),
        _neighbours(keys, near, sizes[1]),
    ]


def _shared(
    a: Sentences,
    b: Sentences,
    forms: Callable[[Sentences, int], Sequence[str]],
    *,
    soft: bool = False,
) -> Overlap:
    left, right = (
        Vocabulary.of([forms(side, index) for index in range(len(side))]) for side in (a, b)
    )
    pairs = soft_pairs(left.forms, right.forms) if soft else equal_pairs(left, right)
    return overlap(left, right, pairs, (len(a), len(b)))


def _facts_shared(
    left: Sequence[tuple[int, str]], right: Sequence[tuple[int, str]], sizes: tuple[int, int]
) -> Overlap:
    sides = []
    for found, size in zip((left, right), sizes, strict=True):
        forms: list[list[str]] = [[] for _ in range(size)]
        for sentence, form in found:
            forms[sentence].append(form)
        sides.append(Vocabulary.of(forms))
    return overlap(sides[0], sides[1], equal_pairs(sides[0], sides[1]), sizes)


def _numbers(facts: Facts) -> list[tuple[int, str]]:
    """Give the numbers that can be an anchor: plain values, told apart by their unit."""
    return [
        (n.sentence, f"{n.low:g}{n.unit or ''}")
        for n in facts.numbers
        if n.low is not None and n.kind != "ordinal" and (n.low > SMALL or n.unit)
    ]


def _figures(facts: Facts, side: Sentences) -> list[tuple[int, str]]:
    """Give what the numbers are figures of: casualty counts meet also where they differ."""
    code = side.article.language
    return [(n.sentence, frame) for n in facts.numbers for frame in frames(n, code)]


def _days(facts: Facts) -> list[tuple[int, str]]:
    return [(d.sentence, d.low or d.name.split(" ")[0]) for d in facts.dates if d.name != "now"]


def _quoted_words(side: Sentences, index: int) -> list[str]:
    text = side.article.sentence_text(index)
    return [fold(w) for quote in _QUOTE.findall(text) for w in quote.split() if len(w) > 3]


def _likely(words: Overlap, concepts: Overlap, numbers: Overlap, sizes: tuple[int, int]) -> Ints:
    import numpy as np

    if 0 < sizes[0] * sizes[1] <= EVERY_CELL:
        full = np.outer(words.total_a > 0, words.total_b > 0)
        return np.flatnonzero(full)
    keys = union([words.keys, concepts.keys, numbers.keys])
    if sizes[0] * sizes[1] <= ALL_CELLS or not len(keys):
        return keys
    score = words.cosine(keys) + concepts.cosine(keys) + 0.1 * numbers.at(keys)
    left, right = np.divmod(keys, sizes[1])
    kept = np.minimum(_order(score, left), _order(score, right)) < NEAREST
    return keys[kept]


def _order(score: Floats, group: Ints) -> Floats:
    """Give each cell its place, from 0, among the cells of its group, the best first."""
    import numpy as np

    order = np.lexsort((-score, group))
    sorted_group = group[order]
    starts = np.r_[0, np.nonzero(np.diff(sorted_group))[0] + 1] if len(group) else np.empty(0, int)
    lengths = np.diff(np.r_[starts, len(group)])
    place = np.empty(len(group))
    place[order] = np.arange(len(group)) - np.repeat(starts, lengths)
    return place


def _ranks(score: Floats, group: Ints) -> Floats:
    return 1 / (1 + _order(score, group))


def _margins(score: Floats, group: Ints, size: int) -> Floats:
    """Give how far each cell lies above the best other cell of its group."""
    import numpy as np

    place = _order(score, group)
    best, second = np.zeros(size), np.zeros(size)
    best[group[place == 0]] = score[place == 0]
    second[group[place == 1]] = score[place == 1]
    return score - np.where(place == 0, second[group], best[group])


def _neighbours(keys: Ints, base: Floats, width: int) -> Floats:
    """Give the best score among the pairs of the sentences just before and after."""
    import numpy as np

    best = np.zeros(len(keys))
    if not len(keys):
        return best
    column = keys % width
    for rows, columns in ((1, 1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0)):
        wanted = keys + rows * width + columns
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        inside = (column + columns >= 0) & (column + columns < width)
        found = np.where((keys[place] == wanted) & inside, base[place], 0.0)
        best = np.maximum(best, found)
    return best


def _apart(found: Overlap, keys: Ints) -> Floats:
    """Give -1 where both sentences hold such terms and share none, else 0."""
    import numpy as np

    left, right = np.divmod(keys, found.width)
    both = (found.total_a[left] > 0) & (found.total_b[right] > 0)
    return np.where(both & (found.at(keys) == 0), -1.0, 0.0)


def _headings(side: Sentences) -> Floats:
    import numpy as np

    kinds = [sentence.kind is not SentenceKind.BODY for sentence in side.article.sentences]
    return np.array(kinds, np.float64)
