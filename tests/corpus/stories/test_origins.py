"""One origin or two: copied text is found however it was cut, shared quotations are no copies."""

from __future__ import annotations

import random

import pytest

from corpus.model import Article
from corpus.reading.articles import parse_article
from corpus.stories.origins import COPIED, origins, shared_passages
from tests.support.pages import Story, stories

STORIES = stories()


def article(text: str, language: str = "nb") -> Article:
    return parse_article(text, language=language)


def copied(source: Story, other: Story, share: float, chance: random.Random) -> str:
    """`other` with sentences of `source` in it until they are this share of its words.

    They are cut out singly, set in any order, and one word in twenty is changed.
    """
    taken, words = [], 0
    wanted = share * len(other.body.split()) / (1 - share)
    sentences = [s for s in source.body.split(". ") if len(s.split()) > 9 and "«" not in s]
    chance.shuffle(sentences)
    for sentence in sentences:
        if words >= wanted:
            break
        changed = sentence.split()
        if len(changed) > 20:
            changed[chance.randrange(len(changed))] = "derimot"
        taken.append(" ".join(changed))
        words += len(changed)
    parts = [*other.paragraphs, *(f"{sentence}." for sentence in taken)]
    chance.shuffle(parts)
    return "\n\n".join(parts)


@pytest.mark.parametrize("share", [0.15, 0.3, 0.6])
def test_copies_are_found_down_to_a_small_share(share: float) -> None:
    chance = random.Random(share)
    found = 0
    pairs = [(a, b) for a in STORIES for b in STORIES if a.language == b.language and a is not b]
    some = chance.sample(pairs, 40)
    for source, other in some:
        both = [article(source.body), article(copied(source, other, share, chance))]
        found += len(set(origins(both, shared_passages(both)))) == 1
    assert found >= 0.95 * len(some)


def test_independent_accounts_of_one_event_are_no_copies() -> None:
    for event in sorted({story.event for story in STORIES}):
        accounts = [article(s.body, s.language) for s in STORIES if s.event == event]
        assert origins(accounts, shared_passages(accounts)) == tuple(range(len(accounts)))


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "«Vi gjorde alt vi kunne for å komme fram, men veien var stengt av raset i natt»"
    one = article(f"Brannsjefen er rystet etter natten. {quote}, sier han til avisa.")
    other = article(f"Mannskapene kom ikke fram til husene i dalen. {quote}, forteller sjefen.")
    assert shared_passages([one, other]) == ()


def test_the_passages_are_the_same_words_on_both_sides() -> None:
    chance = random.Random(3)
    both = [article(STORIES[0].body), article(copied(STORIES[0], STORIES[5], 0.4, chance))]
    [shared] = shared_passages(both)
    assert shared.share >= COPIED
    for a, b in shared.passages:
        assert a.of(both[0].text).casefold().split() == b.of(both[1].text).casefold().split()
