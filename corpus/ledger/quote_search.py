"""Where in a folded text a quote may stand: as it was, or reworded, by its words and its contexts.

Similarity is the normalised indel similarity of rapidfuzz (`fuzz.ratio`), here from 0 to 1;
unrelated Nordic sentences reach about .5 of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.ledger.records import End
from corpus.ledger.text_folding import Folded, fold_text

FUZZY = 0.75
"""The least similarity of a quote found by its own words."""
ALONE = 0.85
"""The same for a long quote with neither context: near copies of a sentence are common in news."""
BESIDE = 0.8
"""The least similarity of a context that stands for a short quote or one that was reworded."""
REWORDED = 0.6
"""The least similarity of a longer quote to what stands between both its contexts."""
LONG = 40
"""Characters from which a quote that stands in the text once needs no context."""
WORDED = 20
"""Characters from which a quote can be known by its own words at all."""
_NEAR = 32
_MOST = 400
_BUCKET = 128
_STRAY = 6
_ENDED = re.compile(r"""\w?[.!?:]["')]*\s""")
_CLOSED = re.compile(r"""[.!?:]["')]*\s$""")
_Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Sought:
    """An end, folded: what is looked for."""

    prefix: str
    quote: str
    suffix: str

    @property
    def whole(self) -> str:
        """The quote with both contexts."""
        return self.prefix + self.quote + self.suffix


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the folded text that may be it."""

    start: int
    end: int
    how: str
    score: float
    beside: float = 0.0


def surrounded(place: Place, sought: Sought, text: str) -> bool:
    """Return whether all that stood around the quote, not only what was next to it, stands here."""
    return min(surroundings(place, sought, text)) >= FUZZY


def surroundings(place: Place, sought: Sought, text: str) -> tuple[float, float]:
    """Return how alike all is that is known of what stood before and after; 1 where nothing is."""
    before, after = sought.prefix, sought.suffix
    return (
        _alike(before, text[max(0, place.start - len(before)) : place.start])
        if before.strip()
        else 1.0,
        _alike(after, text[place.end : place.end + len(after)]) if after.strip() else 1.0,
    )


def sought_of(end: End) -> Sought:
    """Fold the three texts of an end together, so that blanks at their seams fold alike."""
    whole = fold_text(end.prefix + end.quote + end.suffix)
    cut = len(end.prefix)
    lead = len(end.quote) - len(end.quote.lstrip())
    trail = len(end.quote.rstrip())
    first = _folded_place(whole, cut + lead)
    last = _folded_place(whole, cut + trail) if trail else first
    return Sought(whole.text[:first], whole.text[first:last], whole.text[last:])


def _folded_place(folded: Folded, place: int) -> int:
    """Return the place in the folded text of one in the original."""
    low, high = 0, len(folded.text)
    while low < high:
        middle = (low + high) // 2
        if folded.start(middle) < place:
            low = middle + 1
        else:
            high = middle
    return low


def exact(sought: Sought, text: str) -> list[Place]:
    """Return the places where the quote stands as it was and what is around it fits."""
    starts = list(_occurrences(sought.quote, text))
    if len(starts) > _MOST:
        starts = _tied(sought, text)
    size = len(sought.quote)
    alone = size >= LONG and len(starts) == 1
    places: list[Place] = []
    for start in starts:
        before, after = _context(sought, text, start, start + size)
        if alone or _beside(sought, text, start, (before, after)):
            places.append(Place(start, start + size, "exact", 0.5 + (before + after) / 4))
    return places


def _beside(sought: Sought, text: str, start: int, near: tuple[float, float]) -> bool:
    """Return whether what stands around a quote is what stood there: both sides, or one in full.

    One near context alone proves little: names and stock phrases bring theirs along.
    """
    if max(near) < BESIDE:
        return False
    if sum(near) >= 2 * BESIDE and min(near) >= 0.65:
        return True
    end = start + len(sought.quote)
    before, after = sought.prefix, sought.suffix
    if end - start < WORDED:
        # A sentence next door may stay while this one, begun with the same word, is another.
        before = "" if _CLOSED.search(before) else before
        after = "" if _ENDED.match(sought.quote[-1:] + after) else after
    far = (
        _alike(before, text[max(0, start - len(before)) : start]) if len(before) > _NEAR else 0,
        _alike(after, text[end : end + len(after)]) if len(after) > _NEAR else 0,
    )
    return max(far) >= BESIDE


def _tied(sought: Sought, text: str) -> list[int]:
    """Return the places of a very common quote where one near context stands as it was."""
    before, after = sought.prefix[-_NEAR // 2 :], sought.suffix[: _NEAR // 2]
    found = {at + len(before) for at in _occurrences(before + sought.quote, text)}
    found |= set(_occurrences(sought.quote + after, text))
    return sorted(found) if len(found) <= _MOST else []


def similar(sought: Sought, text: str) -> Iterator[Place]:
    """Return the places where a changed quote may stand, by its words and those around it."""
    for low, high in _regions(sought, text):
        start, end = _mapped(sought, text[low:high])
        start, end = low + start, low + end
        inside = text.find(sought.quote, start, end)
        if inside >= 0:  # the very words, and beside them what came in next to them
            start, end = inside, inside + len(sought.quote)
        got = text[start:end]
        if not got.strip():
            continue
        quote = _alike(sought.quote, got)
        before, after = _context(sought, text, start, end)
        if _known_by_words(sought.quote, quote, max(before, after)):
            yield Place(start, end, "fuzzy", 0.6 * quote + 0.2 * (before + after))
        elif min(before, after) >= BESIDE and _same_shape(sought.quote, got, quote):
            score = 0.2 * quote + 0.4 * (before + after)
            yield Place(start, end, "context", score, min(before, after))


def _known_by_words(quote: str, similarity: float, beside: float) -> bool:
    """Return whether a quote is like enough: with one context, or, if it is long, without."""
    if similarity < FUZZY or len(quote) < WORDED:
        return False
    return beside >= BESIDE or (len(quote) >= 2 * LONG and similarity >= ALONE)


def _same_shape(quote: str, got: str, similarity: float) -> bool:
    """Return whether what stands between both contexts can be the quote, corrected."""
    if len(quote) >= WORDED:
        return similarity >= REWORDED
    if len(got.split()) > len(quote.split()) + 2:
        return False
    return len(got) <= 2 * len(quote) + 8 and quote[0].isdigit() == got[0].isdigit()


def _regions(sought: Sought, text: str) -> list[tuple[int, int]]:
    """Return the few stretches of a text that hold most of the words sought, in the same layout.

    Each occurrence of a word votes, by its rarity, for where the whole would begin.
    """
    votes: Counter[int] = Counter()
    whole = sought.whole
    seen = {match.group(): match.start() for match in re.finditer(r"\w{4,}", whole)}
    for word, offset in sorted(seen.items(), key=lambda item: -len(item[0]))[:24]:
        places = list(_occurrences(word, text))
        if len(places) > _MOST:
            continue
        for place in places:
            bucket = (place - offset) // _BUCKET
            votes[bucket] += 1000 // len(places)
            votes[bucket + 1] += 500 // len(places)
    slack = _BUCKET + len(whole) // 4
    regions: list[tuple[int, int]] = []
    for bucket, _ in sorted(votes.most_common(6), key=lambda item: (-item[1], item[0])):
        low = max(0, bucket * _BUCKET - slack)
        high = min(len(text), (bucket + 1) * _BUCKET + len(whole) + slack)
        if low < high:
            regions.append((low, high))
    return regions


def _mapped(sought: Sought, region: str) -> tuple[int, int]:
    """Return where the quote falls when the whole is laid on a region at least cost."""
    from rapidfuzz.distance import Indel  # late: the notebook stays light to import

    first, last = len(sought.prefix), len(sought.prefix) + len(sought.quote)
    before, inside, after = 0, list[_Block](), len(region)
    for block in Indel.opcodes(sought.whole, region):
        if block.tag != "equal":
            continue
        shift = block.dest_start - block.src_start
        low, high = max(block.src_start, first), min(block.src_end, last)
        if block.src_start < first:
            before = min(block.src_end, first) + shift
        if low < high:
            inside.append((low, high, shift))
        if block.src_end > last:
            after = min(after, max(block.src_start, last) + shift)
    inside = _without_strays(_without_strays(inside, 1), -1)
    if not inside:
        return _between(sought, region)
    # What stands for the quote's changed ends reaches as far as they did, not into the contexts.
    start = max(before, inside[0][0] + inside[0][2] - (inside[0][0] - first))
    end = min(after, inside[-1][1] + inside[-1][2] + (last - inside[-1][1]))
    return _to_words(sought, region, max(0, start), max(0, end))


def _without_strays(blocks: list[_Block], step: int) -> list[_Block]:
    """Drop single letters that found a like one far off; from the front, or with -1 the back."""
    blocks = blocks[::step]
    letters = cut = 0
    for number, ((low, high, shift), (_, _, following)) in enumerate(pairwise(blocks), 1):
        letters += high - low
        if letters > 2 * _STRAY:
            break
        if abs(following - shift) > _STRAY:
            cut = number
    return blocks[cut:][::step]


def _between(sought: Sought, region: str) -> tuple[int, int]:
    """Return what stands between the two near contexts where nothing of the quote is left."""
    before, after = sought.prefix[-_NEAR:], sought.suffix[:_NEAR]
    left = region.find(before) if len(before) >= _NEAR // 2 else -1
    if left < 0:
        return 0, 0
    right = region.find(after, left + len(before)) if len(after) >= _NEAR // 2 else -1
    return (left + len(before), right) if right >= 0 else (0, 0)


def _to_words(sought: Sought, text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, where the quote began and ended with whole words itself."""
    whole, last = sought.whole, len(sought.prefix) + len(sought.quote)
    if not _inside_word(whole, len(sought.prefix)):
        while _inside_word(text, start):
            start -= 1
    if not _inside_word(whole, last):
        while end > start and _inside_word(text, end):
            end += 1
    return start, end


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _context(sought: Sought, text: str, start: int, end: int) -> tuple[float, float]:
    """Return how alike the near contexts are, before and after.

    What stood at the very beginning or end of the text has that for its context.
    """
    before, after = sought.prefix[-_NEAR:], sought.suffix[:_NEAR]
    return (
        _alike(before, text[max(0, start - len(before)) : start])
        if before.strip()
        else float(start <= 1 and not text[:start].strip()),
        _alike(after, text[end : end + len(after)])
        if after.strip()
        else float(end >= len(text) - 1 and not text[end:].strip()),
    )


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # late: the notebook stays light to import

    return fuzz.ratio(one, other) / 100 if len(one) >= 2 and other else 0.0


def _occurrences(part: str, text: str) -> Iterator[int]:
    """Return where `part` stands in `text`, one place more than are ever looked at at most."""
    at = text.find(part)
    for _ in range(_MOST + 1):
        if at < 0:
            return
        yield at
        at = text.find(part, at + 1)
