"""Links on real events told by four writers each (tests/data/real); the weights saw these pairs.

What unseen pairs give is printed by `python -m tests.fit.fit_links`.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from corpus import Comparison, compare
from corpus.model import Confidence, Link
from tests.fit.public_pairs import RealPair, nordic, units_in


@lru_cache(maxsize=1)
def compared() -> list[tuple[RealPair, Comparison]]:
    """Return every fourth pair with its comparison."""
    return [(pair, compare(pair.left, pair.right)) for pair in list(nordic())[::4]]


def right_of(kept: set[Confidence]) -> tuple[int, int, int]:
    """Return how many links of these confidences are right, how many there are, and all gold."""
    right = predicted = gold = 0
    for pair, comparison in compared():
        links = [link for link in comparison.links if link.confidence in kept]
        counted = [link for link in links if (link.a, link.b) not in pair.unsure]
        predicted += len(counted)
        right += sum((link.a, link.b) in pair.chances for link in counted)
        gold += len(pair.chances)
    return right, predicted, gold


def test_more_than_half_of_the_links_of_two_annotators_are_drawn() -> None:
    right, predicted, gold = right_of(set(Confidence))
    assert right >= 0.55 * gold
    assert right >= 0.55 * predicted


@pytest.mark.parametrize(
    ("confidence", "least"), [(Confidence.SURE, 0.9), (Confidence.LIKELY, 0.6)]
)
def test_sure_links_are_right_in_nine_of_ten(confidence: Confidence, least: float) -> None:
    right, predicted, _ = right_of({confidence})
    assert right >= least * predicted > 0


def test_links_that_share_the_main_point_score_higher() -> None:
    same: list[Link] = []
    part: list[Link] = []
    for pair, comparison in compared():
        for link in comparison.links:
            if (link.a, link.b) in pair.chances:
                (same if (link.a, link.b) in pair.same else part).append(link)
    means = [sum(link.score for link in links) / len(links) for links in (same, part)]
    assert means[0] > means[1] + 0.1


def test_a_unit_that_the_article_cuts_in_two_gives_its_number_twice() -> None:
    article = compared()[0][0].left
    text = [article.sentence_text(index) for index in range(3)]
    assert units_in(article, [" ".join(text[:2]), text[2]])[:3] == [0, 0, 1]
