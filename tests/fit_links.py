"""Fit the trees that decide on links, and tell how they do on pairs they have not seen.

`python -m tests.fit_links [--gold FOLDER --seeds FOLDER] [--write]`; needs the extra "fit". The
gold and the pairs of tests/data/alignment are cut in folds: each pair of gold articles is one, the
short pairs are five (accounts of one topic stay together). Every figure is of unseen folds.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from corpus.company import company
from corpus.forest import DIGITS, Forest
from corpus.weighing import FEATURES, FILE
from tests.link_samples import (
    Floats,
    Sample,
    gold_samples,
    revised_samples,
    short_samples,
    single_samples,
)

Scores = dict[str, Floats]

SHAPE: dict[str, Any] = {
    "depth": 4,
    "learning_rate": 0.06,
    "random_seed": 0,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
WEIGHTS = {"gold": 8.0, "single": 0.5}
"""Real articles weigh more than short accounts made for the purpose, lone sentences less."""
EARLY = 60
LINK, SAME = 0.22, 0.5
HOPELESS = 0.02


def grown(samples: list[Sample], rows: dict[str, Floats], *, trees: int, calm: float) -> Any:
    """Grow trees on the counted cells of some pairs; `rows` holds the features of each pair."""
    from catboost import CatBoostClassifier

    x = np.concatenate([rows[s.name][s.counted] for s in samples])
    y = np.concatenate([s.linked[s.counted] for s in samples])
    weight = [WEIGHTS.get(s.kind, 1.0) for s in samples]
    weights = np.repeat(weight, [int(s.counted.sum()) for s in samples])
    model = CatBoostClassifier(iterations=trees, l2_leaf_reg=calm, **SHAPE)
    return model.fit(x, y, sample_weight=weights)


def first(samples: list[Sample]) -> Any:
    """Grow the trees that look at each pair alone."""
    return grown(samples, {s.name: s.features for s in samples}, trees=250, calm=8)


def second(samples: list[Sample], scores: Scores) -> Any:
    """Grow the trees that look at company too; `scores` are first scores of unseen pairs."""
    rows = {s.name: beside(s, scores[s.name]) for s in samples}
    return grown(samples, rows, trees=200, calm=20)


def told(model: Any, rows: Floats) -> Floats:
    """Give the probability of a link for each row, rounded as the product rounds it."""
    chances: Floats = np.asarray(model.predict_proba(rows)[:, 1], np.float64)
    return np.round(chances, DIGITS).astype(np.float64)


def beside(s: Sample, scores: Floats) -> Floats:
    """Give the features of each pair with those of its company."""
    return np.concatenate([s.features, company(s.keys, scores, s.sizes)], axis=1)


def first_scores(samples: list[Sample], parts: int = 4) -> Scores:
    """Give the first scores of every pair by trees that have not seen its topic."""
    folds = {fold: place % parts for place, fold in enumerate(sorted({s.fold for s in samples}))}
    found: Scores = {}
    for part in range(parts):
        model = first([s for s in samples if folds[s.fold] != part])
        found |= {s.name: told(model, s.features) for s in samples if folds[s.fold] == part}
    return found


def unseen(samples: list[Sample]) -> Scores:
    """Give the scores of every pair by trees grown without its fold."""
    found: Scores = {}
    for fold in sorted({s.fold for s in samples}):
        known = [s for s in samples if s.fold != fold]
        judges = first(known), second(known, first_scores(known))
        for s in samples:
            if s.fold == fold:
                scores = told(judges[0], s.features)
                again = told(judges[1], beside(s, scores))
                found[s.name] = np.where(scores >= HOPELESS, again, scores)
    return found


def report(samples: list[Sample], scores: Scores) -> None:
    """Print link figures by kind of pair, and how often links of each score are right.

    `other` are pairs of two occasions, where every link is wrong. `first` is the share of sentences
    with a partner whose best pair is one.
    """
    for kind in sorted({s.kind for s in samples}):
        mine = [s for s in samples if s.kind == kind]
        for link in (LINK,) if kind in ("other", "revised") else (0.15, LINK, 0.3, 0.4):
            print(f"{kind:7} from {link:.2f}: {figures(mine, scores, link)}, {hits(mine, scores)}")
    bins: dict[int, list[bool]] = defaultdict(list)
    for s in samples:
        if s.kind in ("gold", "short", "other"):
            told = scores.get(s.name, np.zeros(0))
            for score, right in zip(told, s.linked, strict=True):
                bins[int(score * 10)].append(bool(right))
    for tenth, rights in sorted(bins.items()):
        print(f"score .{tenth}: {sum(rights) / len(rights):.2f} right of {len(rights)}")


def figures(samples: list[Sample], scores: Scores, link: float) -> str:
    """Say precision and recall of the links from a score on."""
    right = given = 0
    for s in (s for s in samples if s.name in scores):
        kept = (scores[s.name] >= link) & s.counted
        given, right = given + int(kept.sum()), right + int((kept & s.linked).sum())
    gold, cells = sum(s.gold for s in samples), sum(len(s.keys) for s in samples)
    if not gold:
        return f"{given} of {cells} cells"
    p, r = right / max(1, given), right / gold
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} of {gold}"


def hits(samples: list[Sample], scores: Scores) -> str:
    """Say for how many sentences with a partner the best pair is one."""
    asked = first = 0
    for s in (s for s in samples if s.name in scores):
        for group in np.divmod(s.keys, s.sizes[1]):
            for sentence in set(group[s.linked].tolist()):
                mine = np.flatnonzero(group == sentence)
                asked, first = (
                    asked + 1,
                    first + bool(s.linked[mine[scores[s.name][mine].argmax()]]),
                )
    return f"first {first / max(1, asked):.3f}"


def written(model: Any, rows: Floats) -> dict[str, Any]:
    """Give the trees as plain lists, and from which sum of the early ones a row has hope."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        model.save_model(str(path), format="json")
        table = json.loads(path.read_text(encoding="utf-8"))
    scale, (base,) = table["scale_and_bias"]
    trees = [
        {
            "splits": [[q["float_feature_index"], round(q["border"], 7)] for q in tree["splits"]],
            "leaves": [round(value * scale, 5) for value in tree["leaf_values"]],
        }
        for tree in table["oblivious_trees"]
    ]
    trees = [tree for tree in trees if len(tree["splits"]) == SHAPE["depth"]]
    forest = {"base": round(base, 6), "early": EARLY, "hopeless": -99.0, "trees": trees}
    early = Forest.of({**forest, "trees": trees[:EARLY]}).scores(rows)
    final = Forest.of(forest).scores(rows)
    least = float(early[final >= HOPELESS].min())
    forest["hopeless"] = round(math.log(least / (1 - least)) - 0.1, 4)
    return forest


def lines(forest: dict[str, Any]) -> str:
    """Give a forest as JSON, a line a tree."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest["trees"])
    head = json.dumps({key: value for key, value in forest.items() if key != "trees"})
    return f'{head[:-1]}, "trees": [\n{trees}\n]}}'


def write(samples: list[Sample]) -> None:
    """Grow both forests on all pairs and write them where the product reads them."""
    scores = first_scores(samples)
    alone, again = first(samples), second(samples, scores)
    head = {"features": FEATURES, "hopeless": HOPELESS, "link": LINK, "same": SAME}
    rows = np.concatenate([s.features for s in samples])
    rows_again = np.concatenate([beside(s, scores[s.name]) for s in samples])
    parts = (
        f'"first": {lines(written(alone, rows))},\n"second": {lines(written(again, rows_again))}'
    )
    FILE.write_text(f"{json.dumps(head)[:-1]},\n{parts}}}\n", encoding="utf-8")


def main() -> None:
    """Fit, tell the figures of unseen pairs, and write the trees where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    samples = (
        gold_samples(options.gold, options.seeds)
        + short_samples()
        + revised_samples()
        + single_samples()
    )
    known = [s for s in samples if len(s.features)]
    report(samples, unseen(known))
    if options.write:
        write(known)


if __name__ == "__main__":
    main()
