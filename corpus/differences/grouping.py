"""One difference found in several linked pairs: what makes two discrepancies one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.differences.loaded_terms import wordings_of
from corpus.differences.slots.spellings import level
from corpus.model import Article, Discrepancy, DiscrepancyKind, Facts, Side
from corpus.text.words import name_words

Key = tuple[object, ...]
Place = tuple[int, int]  # sentence and start


def grouped(
    articles: tuple[Article, Article],
    facts: tuple[Facts, Facts],
    discrepancies: Sequence[Discrepancy],
) -> tuple[Discrepancy, ...]:
    """Return the discrepancies with one `group` for those that tell of the same two values.

    "26 were killed" beside "18 dead" is one difference, however often the articles say so and
    whatever words they use.
    """
    keys = [_SideKeys(*side) for side in zip(articles, facts, strict=True)]
    groups: dict[Key, int] = {}
    return tuple(
        replace(item, group=groups.setdefault(_key(item, keys), len(groups)))
        for item in discrepancies
    )


def _key(item: Discrepancy, keys: Sequence[_SideKeys]) -> Key:
    sides = keys[0].of(item.kind, item.a), keys[1].of(item.kind, item.b)
    return item.kind, item.verdict, item.one_sided, *sides


class _SideKeys:
    """What a side of a discrepancy stands for: the value of a fact, not its words."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self._article = article
        self._wordings = wordings_of(article)
        self._numbers = {
            (n.sentence, n.start): (n.low, n.high, n.unit, n.about) for n in facts.numbers
        }
        self._dates = {(d.sentence, d.start): (d.low, d.high, d.name) for d in facts.dates}
        self._credits = {
            (c.sentence, c.start): tuple(name_words(source.name) for source in c.sources)
            for c in facts.attributions
        }

    def of(self, kind: DiscrepancyKind, side: Side) -> Key:
        """Return the key of one side."""
        place = side.sentence, side.start
        if side.own_voice:
            return ()
        if kind is DiscrepancyKind.NUMBER and place in self._numbers:
            return self._numbers[place]
        if kind is DiscrepancyKind.DATE and place in self._dates:
            return self._dates[place]
        if kind is DiscrepancyKind.ATTRIBUTION and place in self._credits:
            return self._credits[place]
        if kind is DiscrepancyKind.TERM:
            for word in self._wordings(side.sentence):
                if word.start == side.start:
                    return word.family, word.stance
        return tuple(map(level, name_words(side.span.of(self._article.text))))
