"""How well scores of unseen pairs tell what is linked: the figures of issue 13, by kind of pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tests.fit.samples import Floats, Sample, Scores

REAL = ("real", "seeds", "basil", "nordic")


def area(scores: Floats, right: Floats) -> float:
    """Return the chance that a right pair scores above a wrong one (area under the ROC curve)."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks, good = (np.cumsum(counts) - (counts - 1) / 2)[place], right.astype(bool)
    many, few = int(good.sum()), int((~good).sum())
    return float((ranks[good].sum() - many * (many + 1) / 2) / max(1, many * few))


def measures(samples: Iterable[Sample], scores: Scores, least: float) -> tuple[float, ...]:
    """Return precision, recall and F1 of links of a least score, and recall of `same` links."""
    hit = predicted = gold = same = gold_same = 0
    for s in samples:
        kept = (scores[s.name] >= least) & s.counted
        hit, predicted = hit + int((kept & s.linked).sum()), predicted + int(kept.sum())
        same, gold_same = same + int((kept & s.same).sum()), gold_same + s.gold_same
        gold += s.gold
    p, r = hit / max(1, predicted), hit / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r), same / max(1, gold_same)


def first_right(samples: Iterable[Sample], scores: Scores) -> float:
    """Return the share of linked sentences whose best candidate is a partner."""
    asked = first = 0
    for s in samples:
        right = s.linked & s.counted
        for group in np.divmod(s.keys, s.sizes[1]):
            for sentence in np.unique(group[right]):
                mine = np.flatnonzero(group == sentence)
                asked += 1
                first += bool(right[mine[scores[s.name][mine].argmax()]])
    return first / max(1, asked)


def report(samples: Sequence[Sample], scores: Scores, link: float, likely: float) -> None:
    """Print the figures of all sets; links are those of a score from `link` on."""
    kinds = {kind: [s for s in samples if s.kind == kind] for kind in {s.kind for s in samples}}
    for kind in (*REAL, "short", "full"):
        p, r, f1, same = measures(kinds.get(kind, []), scores, link)
        hit = first_right(kinds.get(kind, []), scores)
        print(f"{kind:7} P {p:.3f} R {r:.3f} F1 {f1:.3f}, same found {same:.2f}, first {hit:.3f}")
    _print_occasions(kinds, scores, link)
    _print_lone(kinds, scores, likely)
    for language in (False, True):
        mine = [s for s in kinds.get("ntrex", []) if ("en" in s.name.split()[-1]) == language]
        f1 = measures(mine, scores, link)[2]
        print(f"ntrex {'with en' if language else 'nordic'}: F1 {f1:.3f}")
    print_calibration([s for s in samples if s.kind in REAL], scores)


def _print_occasions(kinds: dict[str, list[Sample]], scores: Scores, link: float) -> None:
    for one, other in (("ecb", "apart"), ("short", "other"), ("full", "far")):
        _, r, _, _ = measures(kinds.get(one, []), scores, link)
        apart = kinds.get(other, [])
        false = sum(int(((scores[s.name] >= link) & s.counted).sum()) for s in apart)
        rate = false / max(1, sum(s.cells for s in apart))
        first = first_right(kinds.get(one, []), scores)
        print(f"{one}: recall {r:.3f}, links between occasions {rate:.4f}, first {first:.3f}")


def _print_lone(kinds: dict[str, list[Sample]], scores: Scores, likely: float) -> None:
    rows = [
        (s.fold, float(scores[s.name].max()), float(s.name.split()[-1]))
        for s in kinds.get("sts", [])
    ]
    for name in sorted({fold for fold, _, _ in rows}):
        score, alike = np.array([row[1:] for row in rows if row[0] == name]).T
        ends = (alike <= 1) | (alike >= 3)
        low, high = (score[side] >= likely for side in (alike <= 1, alike >= 3))
        print(
            f"sts {name}: AUC {area(score[ends], alike[ends] >= 3):.3f} (0-1 beside 3-5), "
            f"{area(score, alike >= 3):.3f} (3 on beside the rest); "
            f"likely or sure at 0-1 {low.mean():.3f}, at 3-5 {high.mean():.3f}"
        )
    for name in sorted({s.fold for s in kinds.get("mrpc", []) if s.fold.startswith("mrpc")}):
        mine = [s for s in kinds["mrpc"] if s.fold == name]
        right = np.array([float(s.chance.max() > 0.9) for s in mine])
        print(f"{name}: AUC {area(np.array([scores[s.name].max() for s in mine]), right):.3f}")


def print_calibration(samples: Iterable[Sample], scores: Scores) -> None:
    """Print how often links of each score are right."""
    rows = [(scores[s.name][s.counted], s.linked[s.counted]) for s in samples]
    score, right = (np.concatenate(part) for part in zip(*rows, strict=True))
    for low in np.arange(0, 1, 0.05):
        mine = (score >= low) & (score < low + 0.05)
        if mine.any():
            print(f"score {low:.2f}: {right[mine].mean():.2f} right of {mine.sum()}")
