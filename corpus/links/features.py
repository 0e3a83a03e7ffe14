"""What speaks for a pair of sentences being about the same event, as a row of figures a pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.links.char_ngrams import letter_cosines
from corpus.links.event_features import SIGNS, known_names, occasion
from corpus.links.overlap import Masses, Overlap
from corpus.links.ranking import beside, best_of, groups_of, nearest, standing
from corpus.links.semantic_similarity import Likeness
from corpus.links.shared_terms import shared
from corpus.links.term_index import union
from corpus.links.terms import Sentences
from corpus.model import Facts, SentenceKind

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
    "no name shared", "no day shared", "same year", "source mass", "rarest word",
    "rarest concept",
    *SIGNS,
)  # fmt: skip
MEANING_NAMES = (
    "meaning", "meaning better rank", "meaning worse rank", "meaning better margin",
    "meaning worse margin", "meaning neighbours",
)  # fmt: skip
"""Features that the meaning model adds, where it was asked."""
ALL_CELLS = 250_000
"""Up to this many cells (500 x 500 sentences) every cell that shares a term is a candidate."""
EVERY_CELL = 1_000
"""Up to this many cells every cell is a candidate: two sentences may share letters alone."""
NEAREST = 8
"""Candidates of each sentence, from either side, in larger texts."""


@dataclass(frozen=True)
class Candidates:
    """The pairs that may be linked: their keys, and for each a row in NAMES' order.

    Where the meaning model was asked, each row goes on with MEANING_NAMES.
    A key is a * sizes[1] + b; `sizes` are the sentences of either side, 1 at least. `around` says
    which pairs stand beside each (ranking.py).
    """

    keys: Ints
    features: Floats
    sizes: tuple[int, int]
    around: Ints

    def cells(self) -> list[tuple[int, int]]:
        """Return the pairs of sentence indexes."""
        return [divmod(key, self.sizes[1]) for key in self.keys.tolist()]


def candidates(
    a: Sentences,
    b: Sentences,
    facts_a: Facts,
    facts_b: Facts,
    *,
    meaning: Likeness | None = None,
) -> Candidates:
    """Return the pairs that share rare terms, or are near in `meaning`, with their features."""
    import numpy as np

    sizes = len(a), len(b)
    terms = shared(a, b, facts_a, facts_b)
    keys = _likely(terms.words, terms.concepts, terms.numbers, sizes)
    if meaning is not None:
        keys = union([keys, meaning.nearest()])
    left, right = cells = np.divmod(keys, max(sizes[1], 1))
    around = beside(keys, max(sizes[1], 1))
    letters = letter_cosines(a.forms, b.forms, cells)
    words, concepts, events = terms.words.on(keys), terms.concepts.on(keys), terms.events.at(keys)
    names, days, sources = (x.on(keys) for x in (terms.names, terms.days, terms.sources))
    base = letters + 0.25 * words.cosine() + 0.5 * concepts.cosine()
    known = [np.array(known_names(*side)) for side in zip((a, b), terms.met, strict=True)]
    columns = [
        letters,
        words.cosine(),
        np.log1p(words.mass),
        words.containment(),
        np.log1p(names.mass),
        concepts.cosine(),
        np.log1p(events),
        np.log1p(np.maximum(concepts.mass - events, 0)),
        concepts.containment(),
        np.log1p(terms.numbers.at(keys)),
        np.log1p(terms.figures.at(keys)),
        np.log1p(days.mass),
        np.log1p(terms.quotes.at(keys)),
        *_company(base, cells, sizes, around),
        _headings(a)[left] + _headings(b)[right],
        np.log1p(words.poorer()),
        np.full(len(keys), -np.log(max(1, sizes[0] * sizes[1])) / 2),
        np.minimum(known[0][left], known[1][right]),
        names.apart(),
        days.apart(),
        _same_time(terms.years.on(keys)),
        np.log1p(sources.mass),
        words.most,
        concepts.most,
        *(np.full(len(keys), value) for value in occasion(a, b, (facts_a, facts_b), terms.met)),
    ]
    if meaning is not None:
        near = meaning.at(keys)
        columns += [near, *_company(near, cells, sizes, around)]
    return Candidates(keys, np.stack(columns).T, (max(sizes[0], 1), max(sizes[1], 1)), around)


def _same_time(years: Masses) -> Floats:
    """Return 1 for sentences that look back to one year, -1 where only one does or to another."""
    import numpy as np

    back = (years.left > 0) | (years.right > 0)
    return np.where(years.mass > 0, 1.0, np.where(back, -1.0, 0.0))


def _company(
    score: Floats, cells: tuple[Ints, Ints], sizes: tuple[int, int], around: Ints
) -> list[Floats]:
    """Return better and worse rank, better and worse margin, and the best score just beside."""
    import numpy as np

    place, rival, _ = standing(score, groups_of(cells, sizes), sum(sizes))
    ranks, margins = 1 / (1 + place), score - rival
    return [
        np.maximum(*ranks),
        np.minimum(*ranks),
        np.maximum(*margins),
        np.minimum(*margins),
        best_of(score, around),
    ]


def _likely(words: Overlap, concepts: Overlap, numbers: Overlap, sizes: tuple[int, int]) -> Ints:
    import numpy as np

    if 0 < sizes[0] * sizes[1] <= EVERY_CELL:
        full = np.outer(words.total_a > 0, words.total_b > 0)
        return np.flatnonzero(full)
    rest = union([concepts.keys, numbers.keys])
    more = rest[~words.holds(rest)]
    places = np.searchsorted(words.keys, more)
    keys = np.insert(words.keys, places, more)
    if sizes[0] * sizes[1] <= ALL_CELLS or not len(keys):
        return keys
    score = np.insert(words.own(), places, 0.0)
    score[np.searchsorted(keys, concepts.keys)] += concepts.own()
    score[np.searchsorted(keys, numbers.keys)] += 0.1 * numbers.mass
    return keys[nearest(score, np.divmod(keys, sizes[1]), sizes, NEAREST)]


def _headings(side: Sentences) -> Floats:
    import numpy as np

    kinds = [sentence.kind is not SentenceKind.BODY for sentence in side.article.sentences]
    return np.array(kinds, np.float64)
