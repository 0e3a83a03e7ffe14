"""Text -> sentences with a kind."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.languages.tables import Language
from corpus.model import Sentence, SentenceKind
from corpus.reading.boundaries import boundaries
from corpus.reading.unit_kinds import Kinds, kinds
from corpus.text.noise import noisy
from corpus.text.paragraphs import paragraphs

FURNITURE = SentenceKind.FURNITURE
LONGEST = 2000
"""Longest sentence in characters, or twice that without a space; news stays far below."""
WINDOW = 5000
"""Characters of a line that sentencex gets at once; a paragraph of news has fewer."""
_SPACE = re.compile(r"\s")
# Not inside a figure: "17.5", "2022-01-05".
_AFTER_SIGN = re.compile(r"(?<=[^\w\s])(?=[^\W\d])|(?<=[^\w\s.,:/'’-])(?=\d)")


def split(text: str, language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; offsets are into `text`, without outer spaces.

    A line is never joined with the next: in articles it is a paragraph, a heading or a caption. A
    line that is no language (`corpus.text.noise`) is furniture, in pieces.
    """
    rules = kinds(language.code)
    lines = list(paragraphs(text))
    sentences: list[Sentence] = []
    for (start, end), noise in zip(lines, noisy(text, lines), strict=True):
        if noise:
            sentences += (Sentence(*piece, FURNITURE) for piece in _readable(text, start, end))
        else:
            sentences.extend(_block(text, start, end, language, rules))
    return tuple(sentences)


def _block(text: str, start: int, end: int, language: Language, rules: Kinds) -> Iterator[Sentence]:
    while lead := rules.leading_word(text, start, end):
        yield Sentence(start, start + lead, FURNITURE)
        start, end = _trimmed(text, start + lead, end)
    cuts = list(_cuts(text, start, end, language))
    kind = rules.of_line(text[start:end], alone=not cuts)
    for left, right in itertools.pairwise((start, *cuts, end)):
        for first, last in _readable(text, *_trimmed(text, left, right)):
            yield Sentence(first, last, _own_kind(text[first:last], kind, rules))


def _readable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield pieces of at most LONGEST characters of what is no sentence (a table), cut at spaces.

    Text without spaces (figures with commas, an encoded image) is cut after a sign, or anywhere.
    """
    while end - start > LONGEST:
        near, far = start + LONGEST - 200, min(start + 2 * LONGEST, end)
        gap = _SPACE.search(text, near, far) or _AFTER_SIGN.search(text, near, far)
        stop = gap.start() if gap else far
        yield start, stop
        start = _trimmed(text, stop, end)[0]
    if start < end:
        yield start, end


def _own_kind(piece: str, kind: SentenceKind, rules: Kinds) -> SentenceKind:
    """Return the kind of a unit in a line of kind `kind`."""
    if kind not in (SentenceKind.BODY, SentenceKind.CAPTION):
        return kind
    if rules.is_furniture(piece):
        return FURNITURE
    if kind is SentenceKind.BODY and rules.is_credit(piece):
        return SentenceKind.CAPTION
    return kind


def _cuts(text: str, start: int, end: int, language: Language) -> Iterator[int]:
    if language.section("sentences"):
        yield from boundaries(language.code).cuts(text, start, end)
        return
    yield from (start + cut for cut in _library_cuts(text[start:end], language.code))


def _library_cuts(line: str, code: str) -> Iterator[int]:
    """Yield the offsets after the sentences that the library sentencex finds in a line.

    It takes the square of the time for a line of quotation marks; so a long line is handed over by
    windows, each from the last sentence that the one before left open.
    """
    start = 0
    while start < len(line):
        stop = start + WINDOW
        cuts = list(_window_cuts(line[start:stop], code))
        yield from (start + cut for cut in cuts)
        start = start + cuts[-1] if cuts and stop < len(line) else stop


def _window_cuts(line: str, code: str) -> Iterator[int]:
    """Yield the offsets after all sentences of a line but the last.

    The rules of sentencex count bytes and panic at "A", a no-break space and a full stop; so every
    space is handed over as a plain one.
    """
    import sentencex  # only languages without a table of ours need it

    line, after = _SPACE.sub(" ", line), 0
    try:
        parts = list(sentencex.segment(code, line))
    except BaseException as error:  # a panic of Rust is no Exception; the line stays whole
        if type(error).__name__ != "PanicException":
            raise
        return
    for part in parts[:-1]:
        at = line.find(part.strip(), after)
        if at >= 0 and part.strip():
            after = at + len(part.strip())
            yield after


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
