"""Fit the trees that decide on links, and tell how they do on pairs they have not seen.

`python -m tests.fit.fit_links [--gold FOLDER --seeds FOLDER] [--meaning] [--write]`; needs the
extra "fit", and with `--meaning`, for the trees that also hear the meaning model, "semantic". The
gold and the pairs of tests/data are cut in folds: each pair of gold articles is one, each kind of
event of the full accounts, the short pairs are five (accounts of one topic stay together). Every
figure is of unseen folds.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.notebook import Notebook
from corpus.links.classifier import FEATURES, FILE, MEANING_FEATURES, MEANING_FILE
from corpus.links.context_features import company
from corpus.links.embeddings import MeaningModel, load_meaning_model
from corpus.links.semantic_similarity import CENTRES
from corpus.links.trees import DIGITS, STEPS, Forest, Grid
from tests.fit.figures import Scores, report
from tests.fit.hand_made_pairs import load_pairs
from tests.fit.samples import (
    Floats,
    Sample,
    full_samples,
    gold_samples,
    revised_samples,
    short_samples,
    single_samples,
)

SHAPE: dict[str, Any] = {
    "depth": 4,
    "learning_rate": 0.14,
    "random_seed": 0,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
WEIGHTS = {"gold": 15.0, "full": 3.0, "other": 2.0, "single": 0.3}
"""Real articles are few and weigh most, then accounts of full length and of other occasions."""
RANGE = (0.1, 99.9)
"""Of a hundred values of a feature those outside count as the nearest inside."""
EARLY = 50
LINK, SAME = 0.28, 0.5
"""With and without the meaning model; more links of lower score are right on short accounts, fewer
on real articles."""
HOPELESS = 0.05
PROMISING = 0.1
"""No pair that would reach so much is given up after EARLY trees."""


@dataclass(frozen=True)
class Grown:
    """Trees, and the grid on which they were grown."""

    grid: Grid
    model: Any

    def chances(self, rows: Floats) -> Floats:
        """Return the probability of a link for each row, rounded as the product rounds it."""
        steps = self.grid.steps(rows.T).T.astype(np.float32)
        chances: Floats = np.asarray(self.model.predict_proba(steps)[:, 1], np.float64)
        return np.round(chances, DIGITS).astype(np.float64)


def grown(samples: list[Sample], rows: dict[str, Floats], *, trees: int, calm: float) -> Grown:
    """Grow trees on the counted cells of some pairs; `rows` holds the features of each pair."""
    from catboost import CatBoostClassifier

    x = np.concatenate([rows[s.name][s.counted] for s in samples])
    y = np.concatenate([s.linked[s.counted] for s in samples])
    weight = [WEIGHTS.get(s.kind, 1.0) for s in samples]
    weights = np.repeat(weight, [int(s.counted.sum()) for s in samples])
    low, high = np.percentile(x, RANGE, axis=0).round(DIGITS)
    step = np.where(high > low, (high - low) / STEPS, 1.0).round(DIGITS + 2)
    grid = Grid(tuple(low.tolist()), tuple(step.tolist()))
    model = CatBoostClassifier(iterations=trees, l2_leaf_reg=calm, **SHAPE)
    return Grown(grid, model.fit(grid.steps(x.T).T.astype(np.float32), y, sample_weight=weights))


def first(samples: list[Sample]) -> Grown:
    """Grow the trees that look at each pair alone."""
    return grown(samples, {s.name: s.features for s in samples}, trees=250, calm=8)


def second(samples: list[Sample], scores: Scores) -> Grown:
    """Grow the trees that look at company too; `scores` are first scores of unseen pairs."""
    rows = {s.name: beside(s, scores[s.name]) for s in samples}
    return grown(samples, rows, trees=200, calm=20)


def beside(s: Sample, scores: Floats) -> Floats:
    """Return the features of each pair with those of its company."""
    return np.concatenate([s.features, company(s.keys, scores, s.sizes, s.around)], axis=1)


def first_scores(samples: list[Sample], parts: int = 4) -> Scores:
    """Return the first scores of every pair by trees that have not seen its topic."""
    folds = {
        fold: position % parts for position, fold in enumerate(sorted({s.fold for s in samples}))
    }
    results: Scores = {}
    for part in range(parts):
        model = first([s for s in samples if folds[s.fold] != part])
        results |= {s.name: model.chances(s.features) for s in samples if folds[s.fold] == part}
    return results


def unseen(samples: list[Sample]) -> Scores:
    """Return the scores of every pair by trees grown without its fold."""
    results: Scores = {}
    for fold in sorted({s.fold for s in samples}):
        known = [s for s in samples if s.fold != fold]
        judges = first(known), second(known, first_scores(known))
        for s in samples:
            if s.fold == fold:
                scores = judges[0].chances(s.features)
                again = judges[1].chances(beside(s, scores))
                results[s.name] = np.where(scores >= HOPELESS, again, scores)
    return results


def written(grown: Grown, rows: Floats | None = None) -> dict[str, Any]:
    """Return the trees as plain lists, and from which sum of the early ones a row has hope.

    Without `rows` to learn that from, all are asked of every row.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        grown.model.save_model(str(path), format="json")
        table = json.loads(path.read_text(encoding="utf-8"))
    scale, (base,) = table["scale_and_bias"]
    trees = [
        {
            "splits": [[q["float_feature_index"], int(q["border"])] for q in tree["splits"]],
            "leaves": [round(value * scale, 5) for value in tree["leaf_values"]],
        }
        for tree in table["oblivious_trees"]
    ]
    trees = [tree for tree in trees if len(tree["splits"]) == SHAPE["depth"]]
    grid = {"low": grown.grid.low, "step": grown.grid.step}
    forest = {"base": round(base, 6), "early": len(trees), "hopeless": 0.0, "grid": grid}
    forest["trees"] = trees
    if rows is None:
        return forest
    forest["early"] = EARLY
    soon = Forest.of({**forest, "trees": trees[:EARLY]}).scores(rows)
    final = Forest.of({**forest, "early": len(trees)}).scores(rows)
    lowest = float(soon[final >= PROMISING].min())
    forest["hopeless"] = round(math.log(lowest / (1 - lowest)), 4)
    return forest


def lines(forest: dict[str, Any]) -> str:
    """Return a forest as JSON, a line a tree."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest["trees"])
    head = json.dumps({key: value for key, value in forest.items() if key != "trees"})
    return f'{head[:-1]}, "trees": [\n{trees}\n]}}'


def write(samples: list[Sample], *, meaning: bool) -> None:
    """Grow both forests on all pairs and write them where the product reads them."""
    scores = first_scores(samples)
    alone, again = first(samples), second(samples, scores)
    names = MEANING_FEATURES if meaning else FEATURES
    head = {"features": names, "hopeless": HOPELESS, "link": LINK, "same": SAME}
    rows = np.concatenate([s.features for s in samples])
    looks = (written(alone, rows), written(again))
    parts = f'"first": {lines(looks[0])},\n"second": {lines(looks[1])}'
    file = MEANING_FILE if meaning else FILE
    file.write_text(f"{json.dumps(head)[:-1]},\n{parts}}}\n", encoding="utf-8")


def write_centres(meaning_model: MeaningModel) -> None:
    """Write the mean vector of the sentences of each language of the short pairs."""
    texts: dict[str, set[str]] = defaultdict(set)
    for pair in load_pairs():
        for side in (pair.left, pair.right):
            texts[side.language].update(map(side.sentence_text, range(len(side.sentences))))
    means = {
        code: meaning_model.vectors(sorted(chances)).mean(axis=0) for code, chances in texts.items()
    }
    rows = (
        f'"{code}": [{", ".join(f"{x:.5f}" for x in mean)}]' for code, mean in sorted(means.items())
    )
    CENTRES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def _meaning_model(vectors: Path | None) -> MeaningModel:
    if vectors is not None:
        Notebook.open(vectors).close()
    return load_meaning_model(VectorStore(vectors) if vectors else None)


def main() -> None:
    """Fit, tell the figures of unseen pairs, and write the trees where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--meaning", action="store_true")
    parser.add_argument("--vectors", type=Path, help="a notebook in which the vectors are kept")
    options = parser.parse_args()
    meaning_model = _meaning_model(options.vectors) if options.meaning else None
    if meaning_model and options.write:
        write_centres(meaning_model)
    samples = (
        gold_samples(options.gold, options.seeds, meaning_model)
        + full_samples(meaning_model)
        + short_samples(meaning_model)
        + revised_samples(meaning_model)
        + single_samples(meaning_model)
    )
    known = [s for s in samples if len(s.features)]
    report(samples, unseen(known), LINK)
    if options.write:
        write(known, meaning=options.meaning)


if __name__ == "__main__":
    main()
