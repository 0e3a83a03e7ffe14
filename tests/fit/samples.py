"""The pairs that the trees are fitted on.

Gold and accounts of full length, short accounts, later editions, lone sentences.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.facts.facts import read_facts
from corpus.links.embeddings import MeaningModel
from corpus.links.features import candidates
from corpus.links.semantic_similarity import likeness
from corpus.links.terms import sentences_of
from corpus.links.trees import DIGITS
from corpus.model import Article
from corpus.reading.articles import parse_article, read_article
from tests.fit.hand_made_pairs import ACCOUNTS, MiniPair, load_pairs

Floats = NDArray[np.float64]


@dataclass
class Sample:
    """The candidate cells of one pair: features, whether linked, whether counted, and its fold."""

    name: str
    kind: str
    fold: str
    keys: NDArray[np.int64]
    sizes: tuple[int, int]
    around: NDArray[np.int64]
    features: Floats
    linked: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    gold: int


def sample(
    name: str,
    kind: str,
    pair: tuple[Article, Article],
    links: set[Any],
    unsure: set[Any],
    meaning_model: MeaningModel | None,
) -> Sample:
    """Read the candidates of a pair; cells in `unsure` count neither for nor against."""
    a, b = pair
    likenesses = likeness(a, b, meaning_model) if meaning_model else None
    results = candidates(
        sentences_of(a), sentences_of(b), read_facts(a), read_facts(b), meaning=likenesses
    )
    cells = results.cells()
    topic = name.split("-")[0]
    fold = {"gold": name, "full": topic, "far": topic}.get(kind)
    fold = fold or f"fold {zlib.crc32(topic.encode()) % 5}"
    return Sample(
        name,
        kind,
        fold,
        results.keys,
        results.sizes,
        results.around,
        np.round(results.features, DIGITS),
        np.array([cell in links for cell in cells], bool),
        np.array([cell not in unsure for cell in cells], bool),
        len(links),
    )


def gold_samples(
    gold: Path, seeds: Path, meaning_model: MeaningModel | None = None
) -> list[Sample]:
    """Read the hand-made gold; its fragments are looked up in the sentences."""
    articles = {f"K{path.name[2]}": read_article(path) for path in sorted(seeds.glob("00*.txt"))}
    samples = []
    for path in sorted(gold.glob("K*.jsonl")):
        a, b = (articles[name] for name in path.stem.split("-"))
        links: set[Any] = set()
        unsure: set[Any] = set()
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            cell = _find(a, entry["a"]), _find(b, entry["b"])
            (links if entry.get("agreed", True) else unsure).add(cell)
        samples.append(sample(path.stem, "gold", (a, b), links, unsure - links, meaning_model))
    return samples


def _find(article: Article, fragment: str) -> int | None:
    wanted = " ".join(fragment.split())
    for index in range(len(article.sentences)):
        if wanted in " ".join(article.sentence_text(index).split()):
            return index
    return None


def full_samples(meaning_model: MeaningModel | None = None) -> list[Sample]:
    """Read the accounts of full length."""
    results: list[Sample] = []
    for p in load_pairs(ACCOUNTS):
        kind = "far" if p.other else "full"
        results.append(
            sample(p.name, kind, (p.left, p.right), set(p.links), set(p.unsure), meaning_model)
        )
    return results


def short_samples(meaning_model: MeaningModel | None = None) -> list[Sample]:
    """Read the short pairs."""
    results: list[Sample] = []
    for p in load_pairs():
        kind = "other" if p.other else "short"
        results.append(sample(p.name, kind, (p.left, p.right), set(p.links), set(), meaning_model))
    return results


def revised_samples(meaning_model: MeaningModel | None = None) -> list[Sample]:
    """Return every short account beside a later edition of itself.

    The edition moves its first sentence to the end, drops each fourth one and changes each figure.
    """
    results: list[Sample] = []
    seen: set[str] = set()
    for pair in load_pairs():
        for side in (pair.left, pair.right):
            if side.text in seen:
                continue
            seen.add(side.text)
            texts = [side.sentence_text(index) for index in range(len(side.sentences))]
            kept = [i for i in (*range(1, len(texts)), 0) if i % 4 != 3]
            edition = [re.sub(r"[1-8]", lambda m: str(int(m.group()) + 1), texts[i]) for i in kept]
            later = parse_article("\n\n".join(edition), language=side.language)
            if len(later.sentences) != len(kept):
                continue
            links = {(i, position) for position, i in enumerate(kept)}
            name = f"{pair.name} revised {len(results)}"
            results.append(sample(name, "revised", (side, later), links, set(), meaning_model))
    return results


def single_samples(meaning_model: MeaningModel | None = None) -> list[Sample]:
    """Return sentences of the short pairs alone, one beside one: a reader may compare just two.

    Every link of strength "same", and for each a sentence of the other account that is no partner.
    """
    results: list[Sample] = []
    for pair in load_pairs():
        for (i, j), linked in _singles(pair):
            sides = _alone(pair.left, i), _alone(pair.right, j)
            if all(len(side.sentences) == 1 for side in sides):
                name = f"{pair.name} single {len(results)}"
                links = {(0, 0)} if linked else set()
                results.append(sample(name, "single", sides, links, set(), meaning_model))
    return results


def _singles(pair: MiniPair) -> Iterator[tuple[tuple[int, int], bool]]:
    rights = range(len(pair.right.sentences))
    if pair.other:
        yield (0, 0), False
        yield (1, 1), False
    for (i, j), strength in sorted(pair.links.items()):
        if strength == "same":
            yield (i, j), True
            strangers = [k for k in rights if (i, k) not in pair.links]
            if strangers:
                yield (
                    (i, strangers[zlib.crc32(f"{pair.name} {i} {j}".encode()) % len(strangers)]),
                    False,
                )


def _alone(article: Article, index: int) -> Article:
    return parse_article(article.sentence_text(index), language=article.language)
