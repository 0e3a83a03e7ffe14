"""Pairs of short accounts with their links, made by hand: what links are learned and tested on.

`python -m tests.data_alignment` prints how well the links of every language pair are found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.alignment import align
from corpus.facts import read_facts
from corpus.model import Article
from corpus.reading import parse_article

FOLDER = Path(__file__).parent / "data" / "alignment"


@dataclass(frozen=True)
class MiniPair:
    """Two short accounts; `links` gives the strength of each link by its two sentence indexes.

    `other`: the accounts tell of two occasions of one kind, and nothing is linked.
    """

    name: str
    left: Article
    right: Article
    links: dict[tuple[int, int], str]
    other: bool

    @property
    def languages(self) -> str:
        """The languages of both sides, "en-en"."""
        return f"{self.left.language}-{self.right.language}"


def load_pairs() -> list[MiniPair]:
    """Read all pairs, in the order of their names."""
    return [_pair(path) for path in sorted(FOLDER.glob("*.yaml"))]


def told(side: dict[str, Any]) -> dict[str, Any]:
    """Give a side as it is written; `{from: FILE, side: left}` borrows it from another file."""
    if "from" not in side:
        return side
    table: Any = yaml.safe_load((FOLDER / side["from"]).read_text(encoding="utf-8"))
    return told(table[side["side"]])


def _pair(path: Path) -> MiniPair:
    table: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    links = {(int(a), int(b)): str(strength) for a, b, strength in table["links"]}
    return MiniPair(
        path.stem,
        _article(table["left"]),
        _article(table["right"]),
        links,
        table["occasion"] == "other",
    )


def _article(side: dict[str, Any]) -> Article:
    side = told(side)
    return parse_article("\n\n".join(side["sentences"]), language=side["language"])


@dataclass
class Figures:
    """How many links were given, how many of them were right, and how many there are."""

    given: int = 0
    right: int = 0
    gold: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({self.right} of {self.gold})"


def figures(pairs: Iterable[MiniPair]) -> dict[str, Figures]:
    """Align every pair and count, by languages; other occasions apart."""
    found: dict[str, Figures] = defaultdict(Figures)
    for pair in pairs:
        links = align(pair.left, pair.right, read_facts(pair.left), read_facts(pair.right)).links
        given = {(link.a, link.b) for link in links}
        for key in ("other occasion",) if pair.other else (pair.languages, "all"):
            found[key].given += len(given)
            found[key].right += len(given & set(pair.links))
            found[key].gold += len(pair.links)
    return found


if __name__ == "__main__":
    for name, result in sorted(figures(load_pairs()).items()):
        print(f"{name:16} {result}")
