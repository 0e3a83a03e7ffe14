"""A meaning model for tests: it takes sentences for alike that the test says are alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import MeaningModelError
from corpus.links.meaning.embeddings import CachedMeaningModel, Progress

SIZE = 48


class StatedModel:
    """Returns every sentence a direction of its own, and those of a group nearly the same one."""

    name, size = "stated 1", SIZE

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._group = {text: group[0] for group in groups for text in group}
        self.read_texts: list[str] = []

    def read(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.read_texts += texts
        rows = [_row(self._group.get(text, text)) + 0.3 * _row(f"own {text}") for text in texts]
        return np.array(rows, np.float32)


class BrokenModel(StatedModel):
    """A model that cannot be loaded."""

    def read(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise MeaningModelError("the meaning model cannot be loaded: no engine.")


def meaning_model(*groups: Sequence[str], progress: Progress | None = None) -> CachedMeaningModel:
    """Return a meaning model for whom the sentences of each group mean the same."""
    return CachedMeaningModel(StatedModel(groups), progress=progress)


def _row(seed: str) -> NDArray[Any]:
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    return np.random.default_rng(number).normal(size=SIZE)
