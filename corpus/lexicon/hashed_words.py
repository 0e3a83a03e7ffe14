"""Words as 32-bit hashes, so that a table of them is two arrays that load in a millisecond.

A word that is not in a table of 30,000 is taken for one that is about seven times in a million.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint32]
    Ints = NDArray[np.int64]

FOLDER = Path(__file__).parent


def hash_of(form: str) -> int:
    """Return the hash of a folded form, the same on every machine."""
    return zlib.crc32(form.encode("utf-8", "replace"))


def hashes_of(forms: Sequence[str]) -> Hashes:
    """Return the hash of each folded form."""
    import numpy as np

    return np.fromiter(map(hash_of, forms), np.uint32, len(forms))


def places(known: Hashes, wanted: Hashes) -> Ints:
    """Return where each wanted hash stands among the sorted known ones, -1 for those that do not.

    places([3, 5], [5, 4]) is [1, -1].
    """
    import numpy as np

    if not len(known):
        return np.full(len(wanted), -1, np.int64)
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[place] == wanted, place, -1)


@lru_cache(maxsize=64)
def member(file: str, name: str) -> NDArray[np.unsignedinteger[Any]]:
    """Return one array of a data file of this folder, read once; KeyError where it has none."""
    import numpy as np

    with np.load(FOLDER / file, allow_pickle=False) as arrays:
        found: NDArray[np.unsignedinteger[Any]] = arrays[name]
    found.flags.writeable = False
    return found
