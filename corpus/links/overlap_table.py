"""What the cells of two articles share of one kind of terms, and how to ask for it.

A cell is a pair of sentences, its key a * width + b.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

CHUNK = 1 << 16
"""Millions of cells are gone through so many at a time, which stay in the processor's cache."""


@dataclass(frozen=True)
class Overlap:
    """Shared mass by cell (`keys`, sorted: a * width + b) and the whole mass of each sentence.

    `most` is the part of the mass that the weightiest shared term gives.
    """

    keys: Ints
    mass: Floats
    most: Floats
    total_a: Floats
    total_b: Floats
    width: int

    def at(self, keys: Ints) -> Floats:
        """Give the mass of the cells with these keys, 0 where nothing is shared."""
        return self._at(keys, self.mass)[0]

    def holds(self, keys: Ints) -> Bools:
        """Tell which of the cells with these keys share a term."""
        import numpy as np

        return self._at(keys, np.ones(len(self.keys)))[0] > 0

    def own(self) -> Floats:
        """Give the cosine of all cells that share a term; there may be millions."""
        import numpy as np

        out = np.empty(len(self.keys))
        for first in range(0, len(out), CHUNK):
            part = slice(first, first + CHUNK)
            a, b = np.divmod(self.keys[part], self.width)
            out[part] = Masses(
                self.mass[part], self.most[part], self.total_a[a], self.total_b[b]
            ).cosine()
        return out

    def on(self, keys: Ints) -> Masses:
        """Give what the cells with these keys share, beside what their sentences hold."""
        import numpy as np

        a, b = np.divmod(keys, self.width)
        mass, most = self._at(keys, self.mass, self.most)
        return Masses(mass, most, self.total_a[a], self.total_b[b])

    def _at(self, keys: Ints, *values: Floats) -> list[Floats]:
        import numpy as np

        if not len(self.keys):
            return [np.zeros(len(keys)) for _ in values]
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        met = self.keys[place] == keys
        return [np.where(met, value[place], 0.0) for value in values]


@dataclass(frozen=True)
class Masses:
    """The shared mass of some cells, in their order, and the whole mass of either sentence.

    `most` is what the weightiest shared term gives of it.
    """

    mass: Floats
    most: Floats
    left: Floats
    right: Floats

    def cosine(self) -> Floats:
        """Give the mass as a share of what both sentences hold, 0 to about 1."""
        import numpy as np

        return self.mass / np.sqrt(np.maximum(self.left * self.right, 1e-9))

    def containment(self) -> Floats:
        """Give the mass as a share of what the poorer sentence holds."""
        import numpy as np

        return np.minimum(self.mass / np.maximum(self.poorer(), 1e-9), 1.0)

    def poorer(self) -> Floats:
        """Give the whole mass of the sentence that holds less."""
        import numpy as np

        return np.minimum(self.left, self.right)

    def apart(self) -> Floats:
        """Give -1 where both sentences hold such terms and share none, else 0."""
        import numpy as np

        both = (self.left > 0) & (self.right > 0)
        return np.where(both & (self.mass == 0), -1.0, 0.0)
