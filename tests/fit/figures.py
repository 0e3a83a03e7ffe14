"""How well scores of unseen pairs tell what is linked: figures by kind of pair, and calibration."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from tests.fit.samples import Floats, Sample

Scores = dict[str, Floats]


def report(samples: list[Sample], scores: Scores, link: float) -> None:
    """Print link figures by kind of pair, and how often links of each score are right.

    `other` are pairs of two occasions, where every link is wrong. `first` is the share of sentences
    with a partner whose best pair is one.
    """
    for kind in sorted({s.kind for s in samples}):
        mine = [s for s in samples if s.kind == kind]
        for least in sorted({0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, link}):
            print(f"{kind:7} from {least:.2f}: {figures(mine, scores, least)}", end="")
            print(f", {hits(mine, scores)}" if least == link else "")
    bins: dict[int, list[bool]] = defaultdict(list)
    for s in samples:
        if s.kind in ("gold", "full", "short", "other", "far"):
            for score, right in zip(scores.get(s.name, np.zeros(0)), s.linked, strict=True):
                bins[int(score * 10)].append(bool(right))
    for tenth, rights in sorted(bins.items()):
        print(f"score .{tenth}: {sum(rights) / len(rights):.2f} right of {len(rights)}")


def figures(samples: list[Sample], scores: Scores, link: float) -> str:
    """Return precision and recall of the links from a score on."""
    right = predicted = 0
    for s in (s for s in samples if s.name in scores):
        kept = (scores[s.name] >= link) & s.counted
        predicted, right = predicted + int(kept.sum()), right + int((kept & s.linked).sum())
    gold, cells = sum(s.gold for s in samples), sum(len(s.keys) for s in samples)
    if not gold:
        return f"{predicted} of {cells} cells"
    p, r = right / max(1, predicted), right / gold
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} of {gold}"


def hits(samples: list[Sample], scores: Scores) -> str:
    """Return for how many sentences with a partner the best pair is one."""
    asked = first = 0
    for s in (s for s in samples if s.name in scores):
        for group in np.divmod(s.keys, s.sizes[1]):
            for sentence in set(group[s.linked].tolist()):
                mine = np.flatnonzero(group == sentence)
                asked += 1
                first += bool(s.linked[mine[scores[s.name][mine].argmax()]])
    return f"first {first / max(1, asked):.3f}"
