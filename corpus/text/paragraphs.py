"""The paragraphs of a text: its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"\S[^\n]*")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every paragraph, blank lines left out.

    A line is a paragraph, a heading or a caption; `corpus.text.repair` has joined lines that were
    broken by hand.
    """
    for match in _LINE.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip())
