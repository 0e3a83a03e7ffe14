"""An article as HTML: sentences with their links, and in them the marks of what was compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from corpus.export.sanitising import visible
from corpus.model import Article, Sentence, Span

GLYPHS = {"differ": "≠", "compatible": "≈", "agree": "="}
"""What stands beside a mark, so that nothing is told by colour alone; "☆" for a mere bookmark."""
_RANK = {"differ": 0, "compatible": 2, "agree": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that belongs to entry `number` of the page."""

    span: Span
    number: int
    kind: str
    verdict: str
    own_voice: bool = False
    kept: bool = False

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Which of several marks on the same characters gives them its look: the least."""
        return _RANK.get(self.verdict, 1), self.own_voice, self.number


def article_text(article: Article, marks: Iterable[Mark], links: Sequence[Iterable[int]]) -> str:
    """Give the text of an article; `links` holds the numbers of the links of each sentence."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    parts: list[str] = []
    done = first = 0
    for index, sentence in enumerate(article.sentences):
        parts.append(_escaped(article.text[done : sentence.start]))
        while first < len(ordered) and ordered[first].span.end <= sentence.start:
            first += 1
        inside = [m for m in _until(ordered, first, sentence.end) if m.span.end > sentence.start]
        parts.append(_sentence(article, sentence, inside, links[index]))
        done = sentence.end
    parts.append(_escaped(article.text[done:]))
    return "".join(parts)


def _until(marks: Sequence[Mark], first: int, end: int) -> Iterable[Mark]:
    for number in range(first, len(marks)):
        if marks[number].span.start >= end:
            return
        yield marks[number]


def _sentence(
    article: Article, sentence: Sentence, marks: Sequence[Mark], links: Iterable[int]
) -> str:
    numbers = " ".join(str(number) for number in links)
    names = f"s {escape(str(sentence.kind))}" + (" linked" if numbers else "")
    data = f' data-l="{numbers}"' if numbers else ""
    words = "".join(_pieces(article.text, sentence.span, marks))
    return f'<span class="{names}"{data}>{words}</span>'


def _pieces(text: str, span: Span, marks: Sequence[Mark]) -> Iterable[str]:
    """Cut a sentence where a mark begins or ends; each piece bears all marks that cover it."""
    cuts = {span.start, span.end}
    for mark in marks:
        cuts |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    bounds = sorted(cuts)
    for start, end in pairwise(bounds):
        piece = Span(start, end)
        over = sorted((m for m in marks if m.span.overlaps(piece)), key=lambda m: m.rank)
        words = _escaped(text[start:end])
        yield _marked(words, over, last=over[0].span.end == end) if over else words


def _marked(words: str, over: Sequence[Mark], *, last: bool) -> str:
    top = over[0]
    names = ["m", escape(top.kind), escape(top.verdict)]
    names += ["own"] * top.own_voice + ["kept"] * any(mark.kept for mark in over)
    numbers = " ".join(dict.fromkeys(str(mark.number) for mark in over))
    glyph = GLYPHS.get(top.verdict, "☆") if last else ""
    shown = f'<span class="g" aria-hidden="true">{glyph}</span>' if glyph else ""
    return f'<span class="{" ".join(names)}" data-d="{numbers}" tabindex="0">{words}{shown}</span>'


def _escaped(text: str) -> str:
    return escape(visible(text))
