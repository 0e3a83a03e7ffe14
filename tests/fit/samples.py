"""The candidate cells of pairs of articles, with their features: what the trees are fitted on."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.facts.facts import read_facts
from corpus.links.features import candidates
from corpus.links.meaning.embeddings import MeaningModel
from corpus.links.meaning.semantic_similarity import likeness
from corpus.links.terms import sentences_of
from corpus.links.trees import DIGITS
from corpus.reading.articles import parse_article
from tests.fit import public_pairs
from tests.fit.hand_made_pairs import ACCOUNTS, FOLDER, MiniPair, load_pairs
from tests.fit.public_pairs import RealPair

Floats = NDArray[np.float64]
Scores = Mapping[str, Floats]
LINKED = 0.7
"""Least chance of being a link from which a cell counts as one in the figures."""


@dataclass(frozen=True)
class Sample:
    """The candidates of one pair; `chance` says how likely each is a link, 0 to 1.

    Cells that are not `counted` were not read, or only one of two annotators linked them. `gold`
    and `gold_same` are the links there are, candidates or not; `cells` the cells that were read.
    """

    name: str
    kind: str
    fold: str
    keys: NDArray[np.int64]
    sizes: tuple[int, int]
    features: Floats
    chance: Floats
    same: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    gold: int
    gold_same: int
    cells: int

    @property
    def linked(self) -> NDArray[np.bool_]:
        """Which candidates count as links."""
        return self.chance >= LINKED


def sample(pair: RealPair, meaning_model: MeaningModel | None = None) -> Sample:
    """Return the candidates of a pair with their features."""
    a, b = pair.left, pair.right
    near = likeness(a, b, meaning_model) if meaning_model else None
    terms = sentences_of(a), sentences_of(b)
    pairs = candidates(*terms, read_facts(a), read_facts(b), meaning=near)
    cells = pairs.cells()
    return Sample(
        pair.name,
        pair.kind,
        pair.fold,
        pairs.keys,
        pairs.sizes,
        np.round(pairs.features, DIGITS),
        np.array([pair.chances.get(cell, 0.0) for cell in cells], np.float64),
        np.array([cell in pair.same for cell in cells], np.bool_),
        np.array([_counts(cell, pair) for cell in cells], np.bool_),
        sum(chance >= LINKED for chance in pair.chances.values()),
        len(pair.same),
        _cells(pair),
    )


def _counts(cell: tuple[int, int], pair: RealPair) -> bool:
    if pair.checked and not (cell[0] in pair.checked[0] and cell[1] in pair.checked[1]):
        return False
    return cell not in pair.unsure


def _cells(pair: RealPair) -> int:
    if pair.checked:
        return len(pair.checked[0]) * len(pair.checked[1])
    return len(pair.left.sentences) * len(pair.right.sentences)


def own_pairs() -> Iterator[RealPair]:
    """Yield the pairs of tests/data: short accounts, full ones, and those of other occasions."""
    for folder, kinds in ((FOLDER, ("short", "other")), (ACCOUNTS, ("full", "far"))):
        for p in load_pairs(folder):
            yield _own(p, kinds[p.other])


def _own(p: MiniPair, kind: str) -> RealPair:
    same = frozenset(cell for cell, strength in p.links.items() if strength == "same")
    chances = dict.fromkeys(sorted(p.links), 1.0)
    topic = p.name.split("-")[0]
    return RealPair(p.name, kind, f"own {topic}", p.left, p.right, chances, same, p.unsure)


def revised_pairs() -> Iterator[RealPair]:
    """Yield every short account beside a later edition of itself.

    The edition moves its first sentence to the end, drops each fourth one and changes each figure.
    """
    seen: set[str] = set()
    for p in load_pairs():
        for side in (p.left, p.right):
            if side.text in seen:
                continue
            seen.add(side.text)
            texts = [side.sentence_text(index) for index in range(len(side.sentences))]
            kept = [i for i in (*range(1, len(texts)), 0) if i % 4 != 3]
            edition = [re.sub(r"[1-8]", lambda m: str(int(m.group()) + 1), texts[i]) for i in kept]
            later = parse_article("\n\n".join(edition), language=side.language)
            if len(later.sentences) == len(kept):
                links = [(i, position) for position, i in enumerate(kept)]
                name, fold = f"{p.name} revised {len(seen)}", f"own {p.name.split('-')[0]}"
                chances = dict.fromkeys(links, 1.0)
                yield RealPair(name, "revised", fold, side, later, chances, frozenset(links))


def read_samples(shared: Path) -> list[Sample]:
    """Return the samples of all pairs, public and our own, that have candidates."""
    pairs = chain(public_pairs.every_pair(shared), own_pairs(), revised_pairs())
    samples = [sample(pair) for pair in pairs]
    return [s for s in samples if len(s.keys)]


def folds(samples: Iterable[Sample], many: int) -> dict[str, int]:
    """Return a part, of so many, for each event, topic, set or document, by kinds in turn."""
    parts: dict[str, int] = {}
    kinds: dict[str, set[str]] = {}
    for s in samples:
        kinds.setdefault(s.kind, set()).add(s.fold)
    for kind in sorted(kinds):
        first = zlib.crc32(kind.encode())
        for index, fold in enumerate(sorted(kinds[kind] - parts.keys())):
            parts[fold] = (index + first) % many
    return parts
