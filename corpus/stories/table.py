"""Several accounts of one event -> the table of their facts, with what they share word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparison import compare
from corpus.errors import LibraryError
from corpus.model import Article, Comparison, Facts
from corpus.stories.origins import Shared, origins, shared_passages
from corpus.stories.rows import MOST_ACCOUNTS, Row, all_pairs, fact_rows
from corpus.stories.similarity import Progress


@dataclass(frozen=True)
class Table:
    """The accounts of one event, the facts that two or more tell, and which are one origin."""

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    shared: tuple[Shared, ...]
    origins: tuple[int, ...]

    @property
    def independent(self) -> int:
        """How many origins the accounts have."""
        return len(set(self.origins))


def fact_table(articles: Sequence[Article], progress: Progress | None = None) -> Table:
    """Return the table of two to MOST_ACCOUNTS accounts; LibraryError for fewer or more.

    `progress` is called before each pair is compared and may raise to stop.
    """
    if not 2 <= len(articles) <= MOST_ACCOUNTS:
        raise LibraryError(f"{len(articles)} accounts; a table holds 2 to {MOST_ACCOUNTS}.")
    pairs: dict[tuple[int, int], Comparison] = {}
    facts: dict[int, Facts] = {}
    wanted = all_pairs(len(articles))
    for number, (i, j) in enumerate(wanted):
        if progress is not None:
            progress(number, len(wanted))
        pair = compare(articles[i], articles[j])
        pairs[i, j] = pair
        facts[i], facts[j] = pair.facts_a, pair.facts_b
    shared = shared_passages(articles)
    rows = fact_rows(articles, [facts[i] for i in range(len(articles))], pairs)
    return Table(tuple(articles), rows, shared, origins(articles, shared))
