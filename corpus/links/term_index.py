"""Which sentences of an article hold each term, kind by kind: the inverted index that is shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, pairwise, repeat
from typing import TYPE_CHECKING

from corpus.links.sorted_arrays import starts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]
    """Terms that meet: places in either vocabulary, and how alike they are."""


Told = tuple[Sequence[str], Sequence[int]]
"""The terms of one kind as they stand in an article, and the sentence of each."""


@dataclass(frozen=True)
class Held:
    """The terms of one kind in one article: each form once, in how many sentences, and in which.

    `sentences` are those of the first form, sorted, then those of the second, and so on.
    """

    forms: tuple[str, ...]
    spread: Ints
    sentences: Ints

    def only(self, wanted: Callable[[str], bool]) -> Held:
        """Give the terms whose form is wanted."""
        import numpy as np

        kept = np.array(list(map(wanted, self.forms)), np.bool_)
        forms = tuple(compress(self.forms, kept.tolist()))
        return Held(forms, self.spread[kept], self.sentences[np.repeat(kept, self.spread)])


def held(kinds: Sequence[Told], size: int) -> list[Held]:
    """Index the terms of each kind; a term counts once a sentence.

    No sentence has the number `size` or a higher one. Kinds may be of several articles.
    """
    import numpy as np

    forms: list[tuple[str, ...]] = []
    terms: list[int] = []
    sentences: list[int] = []
    new = count().__next__
    for told, where in kinds:
        number = defaultdict[str, int](new)
        terms += map(number.__getitem__, told)
        sentences += where
        forms.append(tuple(number))
    cells = np.array(terms, np.intp) * size + np.array(sentences, np.intp)
    cells.sort()
    term, sentence = np.divmod(cells[starts(cells)], size)
    ends = list(accumulate(map(len, forms), initial=0))
    spread = np.bincount(term, minlength=ends[-1])
    cuts = np.searchsorted(term, ends).tolist()
    return [
        Held(mine, spread[s:e], sentence[c:d])
        for mine, (s, e), (c, d) in zip(forms, pairwise(ends), pairwise(cuts), strict=True)
    ]


def of_sentences(forms: Sequence[Sequence[str]]) -> Told:
    """Tell the terms of one sentence after the other."""
    sentences = chain.from_iterable(map(repeat, count(), map(len, forms)))
    return list(chain.from_iterable(forms)), list(sentences)


def of_facts(found: Iterable[tuple[int, str]]) -> Told:
    """Tell the terms that stand each beside its sentence."""
    told = list(found)
    return [form for _, form in told], [sentence for sentence, _ in told]


def equal_pairs(left: Held, right: Held) -> Pairs:
    """Give the pairs of forms that are equal."""
    import numpy as np

    columns = _places(right.forms, left.forms)
    rows = np.flatnonzero(columns >= 0)
    return rows, columns[rows], np.ones(len(rows))


def narrowed(pairs: Pairs, wide: tuple[Held, Held], narrow: tuple[Held, Held]) -> Pairs:
    """Give the pairs of two vocabularies that are parts of those that `pairs` are of."""
    rows, columns, likeness = pairs
    row = _places(narrow[0].forms, wide[0].forms)[rows]
    column = _places(narrow[1].forms, wide[1].forms)[columns]
    keep = (row >= 0) & (column >= 0)
    return row[keep], column[keep], likeness[keep]


def _places(vocabulary: Sequence[str], forms: Sequence[str]) -> NDArray[np.intp]:
    """Give the place of each form in the vocabulary, -1 where it is not in it."""
    import numpy as np

    place = dict(zip(vocabulary, count()))
    return np.array(list(map(place.get, forms, repeat(-1))), np.intp)
