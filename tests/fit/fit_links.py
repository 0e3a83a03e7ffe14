"""Fit the trees that decide on links, and tell how they do on pairs they have not seen.

`python -m tests.fit.fit_links [--shared FOLDER] [--write]`; needs the extra "fit". FOLDER holds the
public sets and the gold (see public_pairs.py); fit_meaning.py fits what the meaning model adds.
Every figure is of unseen folds: a fold is an event of BASIL or of the Nordic accounts, a topic of
ECB+, a set of STS, a fifth of MRPC, a document of NTREX, a gold pair, a topic of our own pairs.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.links.classifier import FEATURES, FILE
from corpus.links.context_features import context
from corpus.links.trees import DIGITS, STEPS, Forest, Grid
from tests.fit.figures import report
from tests.fit.public_pairs import SHARED
from tests.fit.samples import Floats, Sample, Scores, folds, read_samples

SHAPE: dict[str, Any] = {
    "loss_function": "CrossEntropy",
    "random_seed": 0,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
FIRST: dict[str, Any] = {"depth": 4, "learning_rate": 0.15, "iterations": 160, "l2_leaf_reg": 8}
SECOND: dict[str, Any] = {"depth": 3, "learning_rate": 0.14, "iterations": 100, "l2_leaf_reg": 20}
WEIGHTS = {
    "real": 4.0, "seeds": 3.0, "basil": 4.0, "nordic": 4.0, "ecb": 0.3, "apart": 5.0, "sts": 1.0,
    "mrpc": 1.0, "ntrex": 0.8, "short": 0.4, "other": 1.5, "full": 0.8, "far": 1.5, "revised": 0.1,
}  # fmt: skip
"""Weight of a cell by the kind of its pair: annotated news decides."""
PARTS = 5
"""Parts in which the folds are left out."""
RANGE = (0.1, 99.9)
"""Percentiles of a feature outside of which values count as the nearest inside."""
EARLY = 50
"""Trees after which rows without hope are given up."""
LINK, SAME = 0.28, 0.5
"""Least score of a link (best F1 on unseen real pairs), and of one that shares the main point."""
LIKELY, SURE = 0.6, 0.82
"""Least scores of links that are right in two of three, and in nine of ten, on unseen pairs."""
HOPELESS = 0.05
"""First score below which a pair is given up."""
PROMISING = 0.1
"""No pair that would reach this score is given up after EARLY trees."""


@dataclass(frozen=True)
class Grown:
    """Trees, and the grid on which they were grown."""

    grid: Grid
    model: Any

    def chances(self, rows: Floats) -> Floats:
        """Return the probability of a link for each row, rounded as the product rounds it."""
        steps = self.grid.steps(rows.T).T.astype(np.float32)
        found: Floats = np.asarray(self.model.predict_proba(steps)[:, 1], np.float64)
        return np.round(found, DIGITS).astype(np.float64)


def grown(samples: list[Sample], rows: dict[str, Floats], shape: dict[str, Any]) -> Grown:
    """Return trees grown on the counted cells of some pairs; `rows` are features by pair."""
    from catboost import CatBoostClassifier

    x = np.concatenate([rows[s.name][s.counted] for s in samples])
    y = np.concatenate([s.chance[s.counted] for s in samples])
    weight = [WEIGHTS[s.kind] for s in samples]
    weights = np.repeat(weight, [int(s.counted.sum()) for s in samples])
    low, high = np.percentile(x, RANGE, axis=0).round(DIGITS)
    step = np.where(high > low, (high - low) / STEPS, 1.0).round(DIGITS + 2)
    grid = Grid(tuple(low.tolist()), tuple(step.tolist()))
    model = CatBoostClassifier(**SHAPE, **shape)
    return Grown(grid, model.fit(grid.steps(x.T).T.astype(np.float32), y, sample_weight=weights))


def left_out(samples: list[Sample], rows: dict[str, Floats], shape: dict[str, Any]) -> Scores:
    """Return the scores of every pair by trees that have not seen its fold."""
    part = folds(samples, PARTS)
    scores: dict[str, Floats] = {}
    for number in range(PARTS):
        model = grown([s for s in samples if part[s.fold] != number], rows, shape)
        mine = [s for s in samples if part[s.fold] == number]
        every = model.chances(np.concatenate([rows[s.name] for s in mine]))
        cuts = np.cumsum([len(s.keys) for s in mine])[:-1]
        scores |= {s.name: one for s, one in zip(mine, np.split(every, cuts), strict=True)}
    return scores


def first_rows(samples: list[Sample]) -> dict[str, Floats]:
    """Return the features of each pair alone."""
    return {s.name: s.features for s in samples}


def second_rows(samples: list[Sample], scores: Scores) -> dict[str, Floats]:
    """Return what the second look sees, in the order of classifier.SECOND; `scores` are unseen."""
    return {
        s.name: context(s.keys, scores[s.name], s.sizes, np.arange(len(s.keys))) for s in samples
    }


def unseen(samples: list[Sample]) -> tuple[Scores, Scores]:
    """Return the first and the final scores of every pair by trees that have not seen its fold."""
    first = left_out(samples, first_rows(samples), FIRST)
    second = left_out(samples, second_rows(samples, first), SECOND)
    final = {
        name: np.where(scores >= HOPELESS, second[name], scores) for name, scores in first.items()
    }
    return first, final


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
    depth = max(len(tree["splits"]) for tree in trees)
    trees = [tree for tree in trees if len(tree["splits"]) == depth]
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


def write(samples: list[Sample], first: Scores) -> None:
    """Grow both forests on all pairs and write them where the product reads them.

    `first` are the first scores by trees that did not see a pair: what the second look learns on.
    """
    alone = grown(samples, first_rows(samples), FIRST)
    again = grown(samples, second_rows(samples, first), SECOND)
    head = {
        "features": FEATURES, "hopeless": HOPELESS, "link": LINK, "same": SAME, "likely": LIKELY,
        "sure": SURE,
    }  # fmt: skip
    rows = np.concatenate([s.features for s in samples])
    looks = (written(alone, rows), written(again))
    parts = f'"first": {lines(looks[0])},\n"second": {lines(looks[1])}'
    FILE.write_text(f"{json.dumps(head)[:-1]},\n{parts}}}\n", encoding="utf-8")


def main() -> None:
    """Fit, tell the figures of unseen pairs, and write the trees where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    samples = read_samples(options.shared)
    first, final = unseen(samples)
    report(samples, final, LINK, LIKELY)
    if options.write:
        write(samples, first)


if __name__ == "__main__":
    main()
