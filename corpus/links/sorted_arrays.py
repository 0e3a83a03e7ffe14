"""Sorted rows of whole numbers: where another value begins, and several rows as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def starts(values: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
    """Tell where in a sorted row another value begins, the first one included."""
    import numpy as np

    begins = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return begins


def union(parts: Sequence[Ints]) -> Ints:
    """Give the values that are in any part, sorted, none twice."""
    import numpy as np

    values = np.sort(np.concatenate(parts), kind="stable")
    return values[starts(values)]
