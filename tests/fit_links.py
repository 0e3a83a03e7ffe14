"""Fit the trees that decide on links, and tell how they do on pairs they have not seen.

`python -m tests.fit_links [--gold FOLDER --seeds FOLDER] [--meaning] [--write]`; needs the extra
"fit", and with `--meaning`, for the trees that also hear the second witness, "semantic". The
gold and the pairs of tests/data/alignment are cut in folds: each pair of gold articles is one, the
short pairs are five (accounts of one topic stay together). Every figure is of unseen folds.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.facts import read_facts
from corpus.features import MEANING_NAMES, NAMES, candidates
from corpus.likeness import likeness
from corpus.meaning import Witness, second_witness
from corpus.model import Article
from corpus.notebook import Notebook
from corpus.reading import parse_article, read_article
from corpus.terms import sentences_of
from corpus.vectors import VectorStore
from corpus.weighing import DIGITS, FILE, MEANING_FILE
from tests.data_alignment import load_pairs

SHAPE = {
    "max_iter": 140,
    "learning_rate": 0.05,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "random_state": 0,
    "early_stopping": False,
}
WEIGHT = 8.0
"""Real articles weigh more than short accounts made for the purpose."""
EARLY = 40
LINK, SAME = 0.24, 0.5
MEANING_LINK = 0.34
"""Where the second witness is heard as well, this gives no more false links than LINK without."""


@dataclass
class Sample:
    """The candidate cells of one pair: features, whether linked, whether counted, and its fold."""

    name: str
    kind: str
    fold: str
    features: NDArray[np.float64]
    linked: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    gold: int


def sample(
    name: str,
    kind: str,
    pair: tuple[Article, Article],
    links: set[Any],
    unsure: set[Any],
    witness: Witness | None,
) -> Sample:
    """Read the candidates of a pair; cells in `unsure` count neither for nor against."""
    a, b = pair
    meant = likeness(a, b, witness) if witness else None
    found = candidates(
        sentences_of(a), sentences_of(b), read_facts(a), read_facts(b), meaning=meant
    )
    cells = found.cells()
    topic = name.split("-")[0]
    fold = name if kind == "gold" else f"fold {zlib.crc32(topic.encode()) % 5}"
    return Sample(
        name,
        kind,
        fold,
        np.round(found.features, DIGITS),
        np.array([cell in links for cell in cells], bool),
        np.array([cell not in unsure for cell in cells], bool),
        len(links),
    )


def gold_samples(gold: Path, seeds: Path, witness: Witness | None) -> list[Sample]:
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
        samples.append(sample(path.stem, "gold", (a, b), links, unsure - links, witness))
    return samples


def _find(article: Article, fragment: str) -> int | None:
    wanted = " ".join(fragment.split())
    for index in range(len(article.sentences)):
        if wanted in " ".join(article.sentence_text(index).split()):
            return index
    return None


def short_samples(witness: Witness | None) -> list[Sample]:
    """Read the short pairs."""
    return [
        sample(
            p.name,
            "other" if p.other else "short",
            (p.left, p.right),
            set(p.links),
            set(),
            witness,
        )
        for p in load_pairs()
    ]


def revised_samples(witness: Witness | None) -> list[Sample]:
    """Give every short account beside a later edition of itself.

    The edition moves its first sentence to the end, drops each fourth one and changes each figure.
    """
    found: list[Sample] = []
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
            links = {(i, place) for place, i in enumerate(kept)}
            name = f"{pair.name} revised {len(found)}"
            found.append(sample(name, "revised", (side, later), links, set(), witness))
    return found


def fit(samples: list[Sample]) -> Any:
    """Fit the boosted trees on the counted cells of some pairs."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows = np.concatenate([s.features[s.counted] for s in samples])
    linked = np.concatenate([s.linked[s.counted] for s in samples])
    weight = [WEIGHT if s.kind == "gold" else 1.0 for s in samples]
    weights = np.repeat(weight, [int(s.counted.sum()) for s in samples])
    return HistGradientBoostingClassifier(**SHAPE).fit(rows, linked, sample_weight=weights)


def unseen(samples: list[Sample]) -> dict[str, NDArray[np.float64]]:
    """Give the scores of every pair by trees fitted without its fold."""
    found = {}
    for fold in sorted({s.fold for s in samples}):
        model = fit([s for s in samples if s.fold != fold])
        for s in samples:
            if s.fold == fold and len(s.features):
                found[s.name] = model.predict_proba(s.features)[:, 1]
    return found


def report(samples: list[Sample], scores: dict[str, NDArray[np.float64]], link: float) -> None:
    """Print link figures by kind of pair, and how often links of each score are right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    bins: dict[int, list[int]] = defaultdict(list)
    for s in samples:
        counts[s.kind][2] += s.gold
        if s.name not in scores:
            continue
        given = (scores[s.name] >= link) & s.counted
        counts[s.kind][0] += int((given & s.linked).sum())
        counts[s.kind][1] += int(given.sum())
        for score, right in zip(scores[s.name][given], s.linked[given], strict=True):
            bins[int(score * 10)].append(int(right))
    for kind, (hit, given_, gold) in sorted(counts.items()):
        p, r = hit / max(1, given_), hit / max(1, gold)
        f1 = 2 * p * r / max(1e-9, p + r)
        print(f"{kind:6} P {p:.3f} R {r:.3f} F1 {f1:.3f} ({hit} of {gold}, {given_} given)")
    for tenth, rights in sorted(bins.items()):
        print(f"links of score .{tenth}: {sum(rights) / len(rights):.2f} right of {len(rights)}")


def written(
    model: Any, samples: list[Sample], names: tuple[str, ...], link: float
) -> dict[str, Any]:
    """Give the trees as plain lists, with what is known of them."""
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(
            {
                "feature": np.where(leaf, -1, nodes["feature_idx"].astype(int)).tolist(),
                "threshold": np.round(np.where(leaf, 0, nodes["num_threshold"]), 7).tolist(),
                "left": np.where(leaf, 0, nodes["left"].astype(int)).tolist(),
                "right": np.where(leaf, 0, nodes["right"].astype(int)).tolist(),
                "value": np.round(np.where(leaf, nodes["value"], 0), 6).tolist(),
            }
        )
    base = float(model._baseline_prediction.ravel()[0])
    rows = np.concatenate([s.features for s in samples])
    staged = list(model.staged_decision_function(rows))
    early, final = staged[EARLY - 1].ravel(), staged[-1].ravel()
    hopeful = early[1 / (1 + np.exp(-final)) >= link / 3]
    return {
        "features": list(names), "base": round(base, 6), "early": EARLY,
        "hopeless": round(float(hopeful.min()) - 0.1, 4), "link": link, "same": SAME,
        "trees": trees,
    }  # fmt: skip


def _witness(vectors: Path | None) -> Witness:
    if vectors is not None:
        Notebook.open(vectors).close()
    return second_witness(VectorStore(vectors) if vectors else None)


def main() -> None:
    """Fit, tell the figures of unseen pairs, and write the trees where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--meaning", action="store_true")
    parser.add_argument("--vectors", type=Path, help="a notebook in which the vectors are kept")
    options = parser.parse_args()
    names: tuple[str, ...] = NAMES
    witness, file, link = None, FILE, LINK
    if options.meaning:
        witness, file, link = _witness(options.vectors), MEANING_FILE, MEANING_LINK
        names += MEANING_NAMES
    samples = gold_samples(options.gold, options.seeds, witness)
    samples += short_samples(witness) + revised_samples(witness)
    report(samples, unseen(samples), link)
    if options.write:
        table = written(fit(samples), samples, names, link)
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in table.pop("trees"))
        head = json.dumps(table, indent=1)[:-2]
        file.write_text(f'{head},\n "trees": [\n{trees}\n ]\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
