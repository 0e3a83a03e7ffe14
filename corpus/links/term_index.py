"""Which sentences of an article hold each term, kind by kind: the inverted index that is shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, pairwise, repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]
    """Terms that meet: positions in either vocabulary, and how alike they are."""


Occurrences = tuple[Sequence[str], Sequence[int]]
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
        """Return the terms whose form is wanted."""
        import numpy as np

        kept = np.array(list(map(wanted, self.forms)), np.bool_)
        forms = tuple(compress(self.forms, kept.tolist()))
        return Held(forms, self.spread[kept], self.sentences[np.repeat(kept, self.spread)])


def held(kinds: Sequence[Occurrences], size: int) -> list[Held]:
    """Return the terms of each kind, indexed; a term counts once a sentence.

    No sentence has the number `size` or a higher one. Kinds may be of several articles.
    """
    import numpy as np

    forms: list[tuple[str, ...]] = []
    terms: list[int] = []
    sentences: list[int] = []
    new = count().__next__
    for occurrences, where in kinds:
        number = defaultdict[str, int](new)
        terms += map(number.__getitem__, occurrences)
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


def of_sentences(forms: Sequence[Sequence[str]]) -> Occurrences:
    """Return the terms of all sentences in a row with the sentence of each."""
    sentences = chain.from_iterable(map(repeat, count(), map(len, forms)))
    return list(chain.from_iterable(forms)), list(sentences)


def of_facts(facts: Iterable[tuple[int, str]]) -> Occurrences:
    """Return terms that were listed with their sentences."""
    occurrences = list(facts)
    return [form for _, form in occurrences], [sentence for sentence, _ in occurrences]


def equal_pairs(left: Held, right: Held) -> Pairs:
    """Return the pairs of forms that are equal."""
    import numpy as np

    columns = _places(right.forms, left.forms)
    rows = np.flatnonzero(columns >= 0)
    return rows, columns[rows], np.ones(len(rows))


def narrowed(pairs: Pairs, wide: tuple[Held, Held], narrow: tuple[Held, Held]) -> Pairs:
    """Return the pairs of two vocabularies that are parts of those that `pairs` are of."""
    rows, columns, likeness = pairs
    row = _places(narrow[0].forms, wide[0].forms)[rows]
    column = _places(narrow[1].forms, wide[1].forms)[columns]
    keep = (row >= 0) & (column >= 0)
    return row[keep], column[keep], likeness[keep]


def _places(vocabulary: Sequence[str], forms: Sequence[str]) -> NDArray[np.intp]:
    """Return the place of each form in the vocabulary, -1 where it is not in it."""
    import numpy as np

    position = dict(zip(vocabulary, count()))
    return np.array(list(map(position.get, forms, repeat(-1))), np.intp)


def starts(values: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
    """Return where a new value begins in a sorted row: [3, 3, 5] -> [True, False, True]."""
    import numpy as np

    begins = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return begins


def union(parts: Sequence[Ints]) -> Ints:
    """Return the values of all parts, sorted, each once."""
    import numpy as np

    values = np.sort(np.concatenate(parts), kind="stable")
    return values[starts(values)]
