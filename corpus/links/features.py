"""What speaks for a pair of sentences being about the same event, as a row of figures a pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.links.char_ngrams import letter_cosines
from corpus.links.event_features import SIGNS, known_names, occasion
from corpus.links.meaning.semantic_similarity import Likeness
from corpus.links.overlap import Masses, Overlap
from corpus.links.ranking import nearest
from corpus.links.shared_terms import shared
from corpus.links.term_index import union
from corpus.links.terms import Sentences
from corpus.links.word_meaning import word_cosines
from corpus.model import Facts, SentenceKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

NAMES = (
    "letters", "words", "word mass", "contained words", "covered words", "rarest word",
    "details", "detail mass", "contained details",
    "words left over, less", "words left over, more", "name mass", "contained names",
    "covered names", "no name shared", "names known", "concepts", "concept mass",
    "contained concepts", "rarest concept", "event mass", "events apart", "number mass",
    "numbers apart", "figure mass", "day mass", "no day shared", "same year", "quote mass",
    "source mass", "heading or caption", "title with title", "title with lead", "nearer to the top",
    "shorter sentence", "length ratio",
    *SIGNS,
    "meaning of words", "meaning of passages",
)  # fmt: skip
LEAD = 2
"""Units after the title that usually sum up the story."""
ALL_CELLS = 250_000
"""Up to this many cells (500 x 500 sentences) every cell that shares a term is a candidate."""
EVERY_CELL = 1_000
"""Up to this many cells every cell is a candidate: two sentences may share letters alone."""
NEAREST = 8
"""Candidates of each sentence, from either side, in larger texts."""


@dataclass(frozen=True)
class Candidates:
    """The pairs that may be linked: their keys, and for each a row in NAMES' order.

    Where the meaning model was asked, each row ends with the cosine.
    A key is a * sizes[1] + b; `sizes` are the sentences of either side, 1 at least.
    """

    keys: Ints
    features: Floats
    sizes: tuple[int, int]

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
    codes = a.article.language, b.article.language
    words, details, names, concepts, events, numbers, days, sources = (
        kind.on(keys)
        for kind in (
            terms.words, terms.details, terms.names, terms.concepts, terms.events, terms.numbers,
            terms.days, terms.sources,
        )
    )  # fmt: skip
    known = [np.array(known_names(*side)) for side in zip((a, b), terms.met, strict=True)]
    spare = words.left - words.mass, words.right - words.mass
    columns = [
        letter_cosines(a.forms, b.forms, cells, codes),
        words.cosine(),
        np.log1p(words.mass),
        words.containment(),
        words.coverage(),
        words.most,
        details.cosine(),
        np.log1p(details.mass),
        details.containment(),
        np.log1p(np.maximum(np.minimum(*spare), 0)),
        np.log1p(np.maximum(np.maximum(*spare), 0)),
        np.log1p(names.mass),
        names.containment(),
        names.coverage(),
        names.apart(),
        np.minimum(known[0][left], known[1][right]),
        concepts.cosine(),
        np.log1p(concepts.mass),
        concepts.containment(),
        concepts.most,
        np.log1p(events.mass),
        events.apart(),
        np.log1p(numbers.mass),
        numbers.apart(),
        np.log1p(terms.figures.at(keys)),
        np.log1p(days.mass),
        days.apart(),
        _same_time(terms.years.on(keys)),
        np.log1p(terms.quotes.at(keys)),
        np.log1p(sources.mass),
        _headings(a)[left] + _headings(b)[right],
        *_places(cells, sizes),
        np.log1p(words.poorer()),
        words.poorer() / np.maximum(np.maximum(words.left, words.right), 1e-9),
        *(np.full(len(keys), value) for value in occasion(a, b, (facts_a, facts_b), terms.met)),
        *word_cosines(a, b, cells),
    ]
    if meaning is not None:
        near = meaning.at(keys)
        columns += [near]
    return Candidates(keys, np.stack(columns).T, (max(sizes[0], 1), max(sizes[1], 1)))


def _same_time(years: Masses) -> Floats:
    """Return 1 for sentences that look back to one year, -1 where only one does or to another."""
    import numpy as np

    back = (years.left > 0) | (years.right > 0)
    return np.where(years.mass > 0, 1.0, np.where(back, -1.0, 0.0))


def _places(cells: tuple[Ints, Ints], sizes: tuple[int, int]) -> list[Floats]:
    """Return whether both are titles, one a title and one a lead, and 1 at the top, towards 0.

    The first unit is the title, the LEAD units after it the lead.
    """
    import numpy as np

    first, last = np.minimum(*cells), np.maximum(*cells)
    return [
        np.where(last == 0, 1.0, 0.0),
        np.where((first == 0) & (last > 0) & (last <= LEAD), 1.0, 0.0),
        1 / (1 + last.astype(np.float64)),
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
