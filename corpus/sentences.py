"""Text -> sentences with a kind."""

from __future__ import annotations

import re

from corpus.language import Language
from corpus.model import Sentence, SentenceKind

_END = re.compile(r"(?<=[.!?…])[»”\"’)]*\s+(?=[A-ZÆØÅÄÖ«“\"–—])")


def split(text: str, language: Language) -> tuple[Sentence, ...]:
    """Give the sentences of a text in order; offsets are into `text`, white space is left out."""
    found: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        cuts = [m.end() for m in _END.finditer(text, line.start(), line.end())]
        for cut in [*cuts, line.end()]:
            piece = text[start:cut]
            left = start + len(piece) - len(piece.lstrip())
            right = start + len(piece.rstrip())
            if left < right:
                found.append(Sentence(left, right, _kind(text[left:right], language)))
            start = cut
    return tuple(found)


def _kind(piece: str, language: Language) -> SentenceKind:
    if not re.search(r"[.!?…:”»\"]\s*$", piece) and len(piece) < 80:
        return SentenceKind.HEADING
    return SentenceKind.BODY
