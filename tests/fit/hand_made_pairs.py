"""Pairs of accounts with their links, made by hand: what links are learned and tested on.

`data/alignment` holds short accounts. `data/accounts` holds ones of full length: ten invented
events, each told by three writers who knew a sheet of facts and not each other, each pair read by
two annotators who did not see each other's work. A link that only one of them drew is unsure.

`python -m tests.fit.hand_made_pairs` prints how well the links of every language pair are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.facts.facts import read_facts
from corpus.links.alignment import align
from corpus.links.classifier import judges
from corpus.links.features import candidates
from corpus.links.terms import sentences_of
from corpus.model import Article
from corpus.reading.articles import parse_article

FOLDER = Path(__file__).parent.parent / "data" / "alignment"
ACCOUNTS = Path(__file__).parent.parent / "data" / "accounts"


@dataclass(frozen=True)
class MiniPair:
    """Two accounts; `links` gives the strength of each link by its two sentence indexes.

    `other`: the accounts tell of two occasions of one kind, and nothing is linked. Cells that are
    `unsure` count neither for nor against.
    """

    name: str
    left: Article
    right: Article
    links: dict[tuple[int, int], str]
    other: bool
    unsure: frozenset[tuple[int, int]] = frozenset()

    @property
    def languages(self) -> str:
        """The languages of both sides, "en-en"."""
        return f"{self.left.language}-{self.right.language}"


def load_pairs(folder: Path = FOLDER) -> list[MiniPair]:
    """Read all pairs of a folder, in the order of their names."""
    return [_pair(path) for path in sorted(folder.glob("*.yaml"))]


def side_of(side: dict[str, Any], folder: Path = FOLDER) -> dict[str, Any]:
    """Return a side as it is written; `{from: FILE, side: left}` borrows it from another file."""
    if "from" not in side:
        return side
    table: Any = yaml.safe_load((folder / side["from"]).read_text(encoding="utf-8"))
    return side_of(table[side["side"]], folder)


def _pair(path: Path) -> MiniPair:
    table: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    left, right = (_article(side_of(table[side], path.parent)) for side in ("left", "right"))
    links = {(int(a), int(b)): str(strength) for a, b, strength in table["links"]}
    unsure = frozenset((int(a), int(b)) for a, b in table.get("unsure", ()))
    return MiniPair(path.stem, left, right, links, table["occasion"] == "other", unsure)


def _article(side: dict[str, Any]) -> Article:
    return parse_article("\n\n".join(side["sentences"]), language=side["language"])


@dataclass
class Figures:
    """How well the links of some pairs were found.

    `predicted` links, of which `right`; `gold` that there are. Of the sentences of either side that
    have a partner (`asked`), `first` had one of their partners ranked before all other sentences.
    `cells` is the number of sentence pairs.
    """

    predicted: int = 0
    right: int = 0
    gold: int = 0
    asked: int = 0
    first: int = 0
    cells: int = 0

    def __str__(self) -> str:
        if not self.gold:
            return f"{self.predicted} false links in {self.cells} cells"
        precision, recall = self.right / max(1, self.predicted), self.right / self.gold
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        hit = self.first / max(1, self.asked)
        return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {self.gold} links, hit@1 {hit:.3f}"


def figures(pairs: Iterable[MiniPair]) -> dict[str, Figures]:
    """Align every pair and count, by languages; other occasions apart."""
    results: dict[str, Figures] = defaultdict(Figures)
    for pair in pairs:
        links = align(pair.left, pair.right, read_facts(pair.left), read_facts(pair.right)).links
        predicted = {(link.a, link.b) for link in links}
        asked, first = _hits(pair)
        keys = (f"{pair.languages} other", "other occasions") if pair.other else (
            pair.languages, "same occasion"
        )  # fmt: skip
        for key in keys:
            results[key].predicted += len(predicted - pair.unsure)
            results[key].right += len(predicted & set(pair.links))
            results[key].gold += len(pair.links)
            results[key].asked += asked
            results[key].first += first
            results[key].cells += len(pair.left.sentences) * len(pair.right.sentences)
    return results


def _hits(pair: MiniPair) -> tuple[int, int]:
    """Count the sentences that have a partner, and those whose best candidate is one."""
    results = candidates(
        sentences_of(pair.left),
        sentences_of(pair.right),
        read_facts(pair.left),
        read_facts(pair.right),
    )
    scores = judges().scores(results).tolist()
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {}
    for cell, score in zip(results.cells(), scores, strict=True):
        for end in ((0, cell[0]), (1, cell[1])):
            best[end] = max(best.get(end, (-1.0, cell)), (score, cell))
    asked = {(side, cell[side]) for cell in pair.links for side in (0, 1)}
    return len(asked), sum(end in best and best[end][1] in pair.links for end in asked)


if __name__ == "__main__":
    for folder in (FOLDER, ACCOUNTS):
        print(folder.name)
        for name, result in sorted(figures(load_pairs(folder)).items()):
            print(f"{name:16} {result}")
