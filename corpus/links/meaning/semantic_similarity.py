"""How near the sentences of two articles are in meaning, by the vectors of a meaning model.

Vectors of news sentences all point much the same way, and those of one language more so. What news
in the language of an article has in common is taken off (meaning_centres.json, written by
`python -m tests.fit.fit_links --meaning --write`), so that a cosine means the same of one sentence
beside one as of whole articles.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.links.meaning.embeddings import MeaningModel, unit
from corpus.model import Article, SentenceKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CENTRES = Path(__file__).parent / "meaning_centres.json"
NEAREST = 3
"""Nearest sentences of the other article that are candidates, whatever their words."""
LEAST = 0.15
"""Least cosine at which a pair is a candidate for its meaning alone."""
_CHUNK = 512


@dataclass(frozen=True)
class Likeness:
    """The centred vectors of two articles, a row a sentence; rows of zeros for furniture."""

    a: Floats
    b: Floats

    def at(self, keys: Ints) -> Floats:
        """Return the cosines of cells (a * width + b), -1 to 1, rounded to five places.

        Swapping the articles gives the very same figures.
        """
        import numpy as np

        left, right = np.divmod(keys, max(len(self.b), 1))
        values = np.empty(len(keys))
        for first in range(0, len(keys), _CHUNK * 8):
            part = slice(first, first + _CHUNK * 8)
            values[part] = (self.a[left[part]] * self.b[right[part]]).sum(axis=1)
        return np.round(values, 5)

    def nearest(self) -> Ints:
        """Return the cells of the nearest sentences of each sentence, from either side, sorted."""
        import numpy as np

        if not len(self.a) or not len(self.b):
            return np.empty(0, np.int64)
        width = len(self.b)
        i, j = _nearest(self.a, self.b)
        k, m = _nearest(self.b, self.a)
        return np.unique(np.concatenate([i * width + j, m * width + k]))


def likeness(a: Article, b: Article, meaning_model: MeaningModel) -> Likeness:
    """Return the likeness of two articles by a meaning model, or raise MeaningModelError."""
    import numpy as np

    places = [
        [i for i, s in enumerate(side.sentences) if s.kind is not SentenceKind.FURNITURE]
        for side in (a, b)
    ]
    texts = [side.sentence_text(i) for side, of in zip((a, b), places, strict=True) for i in of]
    read = meaning_model.vectors(texts).astype(np.float64)
    left, right = read[: len(places[0])], read[len(places[0]) :]
    news = _centres(read.shape[1])
    if news:
        left, right = (
            rows - news.get(side.language, news[""])
            for rows, side in zip((left, right), (a, b), strict=True)
        )
    else:  # another model: what the two articles have in common has to do
        centre = read.mean(axis=0) if len(read) else 0.0
        left, right = left - centre, right - centre
    return Likeness(
        _full(unit(left), places[0], len(a.sentences)),
        _full(unit(right), places[1], len(b.sentences)),
    )


@lru_cache(maxsize=4)
def _centres(size: int) -> dict[str, Floats]:
    """Return the mean vector of news by language ("": any other), none for another size."""
    import numpy as np

    table = json.loads(CENTRES.read_text(encoding="utf-8"))
    centres = {code: np.array(row, np.float64) for code, row in table.items()}
    if any(len(row) != size for row in centres.values()):
        return {}
    return centres | {"": np.mean(list(centres.values()), axis=0)}


def _full(rows: Floats, places: list[int], size: int) -> Floats:
    """Return rows in their places among rows of zeros."""
    import numpy as np

    full = np.zeros((size, rows.shape[1]))
    full[places] = rows
    return full


def _nearest(rows: Floats, columns: Floats) -> tuple[Ints, Ints]:
    """Return the nearest columns of each row that are near enough, as two parallel lists."""
    import numpy as np

    most = min(NEAREST, len(columns))
    values: list[tuple[Ints, Ints]] = []
    for first in range(0, len(rows), _CHUNK):
        cosines = np.round(rows[first : first + _CHUNK] @ columns.T, 5)
        each = np.arange(len(cosines))
        for _ in range(most):
            best = cosines.argmax(axis=1)  # of two that are equally near, the first counts
            near = cosines[each, best] >= LEAST
            values.append((each[near] + first, best[near]))
            cosines[each, best] = -np.inf
    return np.concatenate([i for i, _ in values]), np.concatenate([j for _, j in values])
