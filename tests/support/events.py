"""62 accounts of 18 events in five languages, ten of them twins: two occasions of one kind."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Article
from corpus.reading.articles import parse_article
from tests.fit.hand_made_pairs import ACCOUNTS, load_pairs
from tests.support.pages import stories


def accounts(*, dated: bool = True) -> list[tuple[str, Article]]:
    """Each account with the name of its event; the invented ones have no date."""
    found: dict[str, tuple[str, Article]] = {}
    for pair in load_pairs(ACCOUNTS):
        kind, which, *_ = pair.name.split("-")
        if which in ("a", "b"):
            for article in (pair.left, pair.right):
                found.setdefault(article.text, (f"{kind} {which}", article))
    for story in stories():
        article = parse_article(
            story.body, title=story.title, language=story.language, date=story.date
        )
        found[article.text] = (story.event, article if dated else replace(article, date=None))
    return list(found.values())
