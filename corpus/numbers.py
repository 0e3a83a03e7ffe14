"""Quantities of an article as intervals, with what is counted."""

from __future__ import annotations

import re

from corpus.model import Article, Number


def find_numbers(article: Article) -> tuple[Number, ...]:
    """Give the quantities that the article states, in text order."""
    found = []
    for index, sentence in enumerate(article.sentences):
        for match in re.finditer(r"(?<![\w.])\d+(?![\w.])", article.text[sentence.start : sentence.end]):
            value = float(match.group())
            found.append(
                Number(index, sentence.start + match.start(), sentence.start + match.end(), value, value)
            )
    return tuple(found)
