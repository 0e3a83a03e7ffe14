"""Pairs of real news that links are learned and judged on; most texts lie outside the repository.

`SHARED/train` holds public sets, `SHARED/gold` the shipped seeds and four real pairs;
tests/data/real holds links of BASIL (by sentence number) and accounts of eight Nordic events.
A pair is judged by weights that never saw its `fold`: its event, topic, set or document.
"""

from __future__ import annotations

import json
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from corpus.model import Article
from corpus.reading.articles import parse_article, read_article

REAL = Path(__file__).parent.parent / "data" / "real"
SHARED = Path("../shared")
PER_TOPIC = 8
"""ECB+ pairs taken of each topic and occasion, and of each topic across its two occasions."""
LANGUAGES = ("nb", "nn", "da", "sv", "en")
NTREX_PAIRS = 4
"""Language pairs, of ten, in which each NTREX document is used."""

Cell = tuple[int, int]
_SAME_EVENT = {"HUNT1-HUNT2": "eb17fa36-89f2-4d0b-8133-7bb4682228e1"}
"""Gold pairs of an event that BASIL tells too: they are left out together."""


@dataclass(frozen=True)
class RealPair:
    """Two articles and what is known of each pair of their sentences.

    `chances` says how likely a listed cell is a link (1 linked, 0.3 doubtful); cells in `same`
    share their main proposition. Other cells are no links, but only those of `checked` sentences
    were read; None means all. Cells in `unsure` count neither way.
    """

    name: str
    kind: str
    fold: str
    left: Article
    right: Article
    chances: dict[Cell, float]
    same: frozenset[Cell] = frozenset()
    unsure: frozenset[Cell] = frozenset()
    checked: tuple[frozenset[int], frozenset[int]] | None = None


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def units_in(article: Article, units: Sequence[str]) -> list[int]:
    """Return for each sentence of the article the number of the unit it overlaps most.

    Units stand in the text in their order, so each is looked for after the one before:
    a unit that the article cuts in two gives its number twice.
    """
    spans, place = [], 0
    for unit in units:
        begin = article.text.find(unit.strip()[:40], place)
        begin = place if begin < 0 else begin
        spans.append((begin, begin + len(unit)))
        place = begin + len(unit) // 2
    return [
        max(range(len(spans)), key=lambda k: min(s.end, spans[k][1]) - max(s.start, spans[k][0]))
        for s in article.sentences
    ]


def mapped(cells: Sequence[Cell], left: Sequence[int], right: Sequence[int]) -> frozenset[Cell]:
    """Return the pairs of sentences that lie in the given pairs of units."""
    wanted = set(cells)
    return frozenset(
        (i, j) for i, a in enumerate(left) for j, b in enumerate(right) if (a, b) in wanted
    )


def annotated(
    name: str, kind: str, fold: str, sides: Sequence[tuple[Article, list[str]]], links: Any
) -> RealPair:
    """Return a pair of two annotators: links that one alone saw are unsure."""
    (a, left_units), (b, right_units) = sides
    left, right = units_in(a, left_units), units_in(b, right_units)

    def cells(*wanted: str) -> frozenset[Cell]:
        return mapped([(i, j) for i, j, *of in links if set(wanted) <= set(of)], left, right)

    both = cells("both")
    return RealPair(
        name, kind, fold, a, b, dict.fromkeys(sorted(both), 1.0), cells("same", "both"),
        cells("one") - both,
    )  # fmt: skip


def basil(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield the annotated pairs of BASIL."""
    triples = {row["triple"]: row for row in rows_of(shared / "train" / "basil.jsonl")}
    for row in rows_of(REAL / "basil_links.jsonl"):
        articles = {one["outlet"]: one for one in triples[row["triple"]]["articles"]}
        sides = [_basil_article(articles[row[side]]) for side in ("a", "b")]
        yield annotated(row["pair"], "basil", row["triple"], sides, row["links"])


def _basil_article(one: dict[str, Any]) -> tuple[Article, list[str]]:
    blocks = [[one["title"]], *one["paragraphs"]]
    text = "\n\n".join(" ".join(block) for block in blocks)
    article = parse_article(text, language="en", date=one["date"])
    return article, [unit for block in blocks for unit in block]


def nordic() -> Iterator[RealPair]:
    """Yield the annotated pairs of Nordic accounts."""
    for row in rows_of(REAL / "nordic_links.jsonl"):
        sides = [_account(row["event"], row[side]) for side in ("a", "b")]
        yield annotated(row["pair"], "nordic", row["event"], sides, row["links"])


def _account(event: str, code: str) -> tuple[Article, list[str]]:
    path = REAL / "accounts" / f"{event}-{code}.txt"
    title, date, _, *rest = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join([title, "", *rest])
    article = parse_article(text, language=code, date=date.removeprefix("DATE: "))
    return article, [line for line in [title, *rest] if line.strip()]


def gold(folder: Path, texts: dict[str, Path], kind: str) -> Iterator[RealPair]:
    """Yield hand-made gold, quoted by fragments that are looked up in the sentences."""
    for path in sorted(folder.glob("*.jsonl")):
        left, right = (read_article(texts[name]) for name in path.stem.split("-"))
        sure: set[Cell] = set()
        unsure: set[Cell] = set()
        same: set[Cell] = set()
        for entry in rows_of(path):
            i, j = _holder(left, entry["a"]), _holder(right, entry["b"])
            if i is None or j is None:
                continue
            cell = i, j
            (sure if entry.get("agreed", True) else unsure).add(cell)
            if entry["strength"] == "same" and entry.get("agreed", True):
                same.add(cell)
        yield RealPair(
            path.stem, kind, _SAME_EVENT.get(path.stem, path.stem), left, right,
            dict.fromkeys(sorted(sure), 1.0), frozenset(same), frozenset(unsure - sure),
        )  # fmt: skip


def _holder(article: Article, fragment: str) -> int | None:
    """Return the sentence that holds a fragment, or its longest beginning or end."""
    wanted = " ".join(fragment.split())
    texts = [" ".join(article.sentence_text(i).split()) for i in range(len(article.sentences))]
    for size in range(len(wanted), len(wanted) // 2, -1):
        for index, text in enumerate(texts):
            if size == len(wanted) and wanted in text:
                return index
            if size < len(wanted) and (
                text.endswith(wanted[:size]) or text.startswith(wanted[-size:])
            ):
                return index
    return None


def seeds(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield the gold pairs of the shipped articles."""
    texts = {f"K{p.name[2]}": p for p in (shared / "seeds").glob("00*.txt")}
    yield from gold(shared / "gold", texts, "seeds")


def real(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield the four real pairs on other events."""
    texts = {p.stem: p for p in (shared / "gold" / "real" / "texts").glob("*.txt")}
    yield from gold(shared / "gold" / "real" / "gold", texts, "real")


def ecb(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield pairs of ECB+: of one occasion, and of two occasions of one kind (kind "apart")."""
    documents = defaultdict(list)
    for row in rows_of(shared / "train" / "ecbplus_documents.jsonl"):
        documents[row["topic"], row["subtopic"]].append(row)
    for topic in sorted({topic for topic, _ in documents}):
        one, other = documents[topic, "ecb"], documents[topic, "ecbplus"]
        chance = random.Random(topic)
        for side in (one, other):
            pairs = list(combinations(side, 2))
            for a, b in chance.sample(pairs, min(PER_TOPIC, len(pairs))):
                yield ecb_pair(a, b, "ecb")
        pairs = [(a, b) for a in one for b in other]
        for a, b in chance.sample(pairs, min(PER_TOPIC, len(pairs))):
            yield ecb_pair(a, b, "apart")


def ecb_pair(a: dict[str, Any], b: dict[str, Any], kind: str) -> RealPair:
    """Return two documents of ECB+; sentences that mention one event are linked."""
    sides = [parse_article("\n".join(side["sentences"]), language="en") for side in (a, b)]
    units = [units_in(x, s["sentences"]) for x, s in zip(sides, (a, b), strict=True)]
    events: dict[Cell, int] = defaultdict(int)
    if kind == "ecb":
        for event in a["events"].keys() & b["events"].keys():
            for i in a["events"][event]:
                for j in b["events"][event]:
                    events[i, j] += 1
    read = [set(side["checked"]) for side in (a, b)]
    events = {
        cell: many for cell, many in events.items() if cell[0] in read[0] and cell[1] in read[1]
    }
    chances: dict[Cell, float] = dict.fromkeys(sorted(mapped(list(events), *units)), 1.0)
    strong = mapped([cell for cell, many in events.items() if many > 1], *units)
    checked = tuple(
        frozenset(i for i, unit in enumerate(of) if unit in set(side["checked"]))
        for of, side in zip(units, (a, b), strict=True)
    )
    return RealPair(
        f"{a['doc']} {b['doc']}", kind, f"ecb {a['topic']}", sides[0], sides[1], chances, strong,
        checked=(checked[0], checked[1]),
    )  # fmt: skip


def mrpc(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield sentence pairs of MRPC; a pair that is not the same mostly tells the event still."""
    in_sts = {
        " ".join(row[side].split()): row["set"]
        for row in rows_of(shared / "train" / "sts_news.jsonl")
        for side in ("a", "b")
    }
    for row in rows_of(shared / "train" / "mrpc.jsonl"):
        fold = f"mrpc {zlib.crc32(row['id'].encode()) % 5}"
        fold = in_sts.get(" ".join(row["a"].split()), fold)
        yield _lone(row["id"], "mrpc", fold, row, 1.0 if row["same"] else 0.35, bool(row["same"]))


def sts(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield sentence pairs of STS news; from similarity 3 on they tell one event."""
    for number, row in enumerate(rows_of(shared / "train" / "sts_news.jsonl")):
        alike = float(row["similarity"])
        steps = (0.0, 0.03, 0.35, 0.85, 0.98, 1.0)
        low = min(int(alike), 4)
        chance = steps[low] + (alike - low) * (steps[low + 1] - steps[low])
        yield _lone(f"{number} {alike}", "sts", row["set"], row, chance, alike >= 4)


def _lone(
    name: str, kind: str, fold: str, row: dict[str, Any], chance: float, same: bool
) -> RealPair:
    sides = [parse_article(row[side], language="en") for side in ("a", "b")]
    cells = [(i, j) for i in range(len(sides[0].sentences)) for j in range(len(sides[1].sentences))]
    chances = dict.fromkeys(cells, chance)
    return RealPair(name, kind, fold, sides[0], sides[1], chances, frozenset(cells if same else ()))


def ntrex(shared: Path = SHARED, pairs: int = NTREX_PAIRS) -> Iterator[RealPair]:
    """Yield translated documents: line i of one is line i of the other."""
    choices = list(combinations(LANGUAGES, 2))
    for row in rows_of(shared / "train" / "ntrex.jsonl"):
        chance = random.Random(row["doc"])
        for x, y in chance.sample(choices, pairs):
            a, b = (parse_article("\n\n".join(row[code]), language=code) for code in (x, y))
            units = units_in(a, row[x]), units_in(b, row[y])
            cells = mapped([(i, i) for i in range(len(row[x]))], *units)
            yield RealPair(
                f"{row['doc']} {x}-{y}", "ntrex", row["doc"], a, b,
                dict.fromkeys(sorted(cells), 1.0), cells,
            )  # fmt: skip


def every_pair(shared: Path = SHARED) -> Iterator[RealPair]:
    """Yield the pairs of all sets."""
    for pairs in (basil, real, seeds, ecb, mrpc, sts, ntrex):
        yield from pairs(shared)
    yield from nordic()
