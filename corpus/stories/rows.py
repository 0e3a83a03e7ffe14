"""Facts of a story: what several accounts tell of one thing, a row a fact, a cell an account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.model import (
    Article,
    Comparison,
    Confidence,
    Discrepancy,
    DiscrepancyKind,
    Facts,
    Severity,
    Side,
    Span,
    Verdict,
)

MOST_ACCOUNTS = 12
"""Accounts that one table compares: 66 pairs; more cannot be read beside each other."""
CLOSE = 0.6
"""Minimum share of the pairs of accounts of a fact that a comparison matched directly: along chains
of matches alone two facts would run into one."""
_KINDS = frozenset(DiscrepancyKind) - {DiscrepancyKind.ATTRIBUTION}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account tells of a fact: its words, where they stand, and who is credited."""

    account: int
    sentence: int
    span: Span
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: a cell for each account that tells it, the verdict over all, and the reason.

    An account without a cell does not tell the fact, which is no denial. `newest` is the account
    with the latest day where all have one and it alone has that day, None else.
    """

    kind: DiscrepancyKind
    label: str
    cells: tuple[Cell, ...]
    verdict: Verdict
    severity: Severity
    reason: str
    newest: int | None = None


Mention = tuple[int, int, int]  # account, start and end of the words in its text


@dataclass(frozen=True, slots=True)
class _Match:
    """Two mentions that a comparison held against each other, and what it made of them."""

    a: Mention
    b: Mention
    score: float
    found: Discrepancy


def fact_rows(
    articles: Sequence[Article], facts: Sequence[Facts], pairs: dict[tuple[int, int], Comparison]
) -> tuple[Row, ...]:
    """Return the facts that two accounts or more tell, those that differ first.

    `pairs` holds the comparison of accounts i < j. Weak links join nothing.
    """
    matches = [match for (i, j), pair in pairs.items() for match in _matches(i, j, pair)]
    sentences = {mention: place for match in matches for mention, place in _places(match)}
    rows = [
        _row(kind, group, matches, sentences, articles, facts)
        for kind in sorted(_KINDS)
        for group in _groups([m for m in matches if m.found.kind is kind], articles)
    ]
    return tuple(sorted(rows, key=lambda row: _rank(row)))


def _matches(i: int, j: int, pair: Comparison) -> Iterable[_Match]:
    links = {(link.a, link.b): link for link in pair.links}
    for found in pair.discrepancies:
        link = links.get((found.a.sentence, found.b.sentence))
        if link is None or link.confidence is Confidence.WEAK or found.kind not in _KINDS:
            continue
        yield _Match(_mention(i, found.a), _mention(j, found.b), link.score, found)


def _mention(account: int, side: Side) -> Mention:
    return account, side.start, side.end


def _places(match: _Match) -> list[tuple[Mention, int]]:
    return [(match.a, match.found.a.sentence), (match.b, match.found.b.sentence)]


def _groups(matches: Sequence[_Match], articles: Sequence[Article]) -> list[frozenset[Mention]]:
    """Return the mentions that tell one fact, closed over the matches, the surest first.

    Two groups are not joined where an account would then tell the fact with two values, nor where
    too few of the accounts were matched with each other: so two facts do not run into one.
    """
    direct = {frozenset((match.a, match.b)) for match in matches}
    group: dict[Mention, frozenset[Mention]] = {}
    for match in matches:
        for mention in (match.a, match.b):
            group.setdefault(mention, frozenset({mention}))
    for match in sorted(matches, key=lambda match: _order(match, articles)):
        joined = group[match.a] | group[match.b]
        if _consistent(joined, articles) and _close(joined, direct):
            for mention in joined:
                group[mention] = joined
    return sorted({members for members in group.values() if len(members) > 1}, key=sorted)


def _order(match: _Match, articles: Sequence[Article]) -> tuple[float, list[tuple[str, int]]]:
    """Return the rank of a match, which must not depend on the order of the accounts."""
    ends = sorted((articles[account].text, start) for account, start, _ in (match.a, match.b))
    return -match.score, ends


def _consistent(mentions: Iterable[Mention], articles: Sequence[Article]) -> bool:
    words: dict[int, str] = {}
    for account, start, end in mentions:
        told = articles[account].text[start:end].casefold()
        if words.setdefault(account, told) != told:
            return False
    return True


def _close(mentions: frozenset[Mention], direct: set[frozenset[Mention]]) -> bool:
    """Tell whether at least CLOSE of the pairs of accounts are matched by their mentions."""
    accounts = {account for account, _, _ in mentions}
    met = {frozenset(account for account, _, _ in pair) for pair in direct if pair <= mentions}
    return len(met) >= CLOSE * len(accounts) * (len(accounts) - 1) / 2


def _row(
    kind: DiscrepancyKind,
    group: frozenset[Mention],
    matches: Sequence[_Match],
    sentences: dict[Mention, int],
    articles: Sequence[Article],
    facts: Sequence[Facts],
) -> Row:
    first: dict[int, Mention] = {}
    for mention in sorted(group):
        first.setdefault(mention[0], mention)
    cells = tuple(_cell(mention, sentences[mention], facts) for mention in first.values())
    inside = [m for m in matches if m.found.kind is kind and m.a in group and m.b in group]
    chosen = min(inside, key=lambda m: (_WORST.index(m.found.verdict), *_order(m, articles)))
    return Row(
        kind,
        _label(kind, group, articles, facts),
        cells,
        chosen.found.verdict,
        chosen.found.severity,
        chosen.found.reason,
        _newest([cell.account for cell in cells], articles),
    )


_WORST = (Verdict.DIFFER, Verdict.COMPATIBLE, Verdict.AGREE)


def _cell(mention: Mention, sentence: int, facts: Sequence[Facts]) -> Cell:
    account, start, end = mention
    credited = (a for a in facts[account].attributions if a.sentence == sentence)
    names = tuple(dict.fromkeys(source.name for a in credited for source in a.sources))
    return Cell(account, sentence, Span(start, end), names)


def _label(
    kind: DiscrepancyKind,
    group: frozenset[Mention],
    articles: Sequence[Article],
    facts: Sequence[Facts],
) -> str:
    """Return what the fact is about: what is counted, else the sentence of the first mention."""
    if kind is DiscrepancyKind.NUMBER:
        counted = [
            number.counted
            for account, start, end in sorted(group)
            for number in facts[account].numbers
            if number.counted and number.start < end and start < number.end
        ]
        if counted:
            return min(counted, key=lambda words: (-counted.count(words), len(words), words))
    account, start, _ = min(group, key=lambda m: (len(articles[m[0]].text[m[1] : m[2]]), m))
    sentences = articles[account].sentences
    index = next(i for i, s in enumerate(sentences) if s.start <= start < s.end)
    return " ".join(articles[account].sentence_text(index).split())


def _newest(accounts: Sequence[int], articles: Sequence[Article]) -> int | None:
    dated = sorted(((articles[a].date or "", a) for a in accounts), reverse=True)
    known = all(len(date) >= len("2022-01-07") for date, _ in dated)
    return dated[0][1] if known and len(dated) > 1 and dated[0][0] > dated[1][0] else None


def _rank(row: Row) -> tuple[int, int, int, list[tuple[int, int]]]:
    severities = list(Severity)
    places = [(cell.account, cell.span.start) for cell in row.cells]
    return _WORST.index(row.verdict), severities.index(row.severity), -len(row.cells), places


def all_pairs(count: int) -> list[tuple[int, int]]:
    """Return the indexes of every pair of so many accounts."""
    return list(combinations(range(count), 2))
