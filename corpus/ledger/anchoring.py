"""Finding the end of a bookmark again in a text that has changed.

The order is that of certainty: the place itself, the quote as it was with its context, the place
between both contexts, the most similar passage (`corpus/quotesearch.py`). A place is given only
where the evidence singles it out; two places that fit alike give none, and a short quote is never
found without its context. White space, capitals, quotation marks and dashes never count
(`corpus/folding.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.ledger.departures import departs, same_but_for_figures, stood_beside
from corpus.ledger.quote_search import (
    Place,
    Sought,
    exact,
    similar,
    sought_of,
    surrounded,
    surroundings,
)
from corpus.ledger.records import Bookmark, End
from corpus.ledger.selectors import text_hash
from corpus.ledger.text_folding import Folded, fold_text
from corpus.model import Article

MARGIN = 0.08
"""How much better than the next place the best one must be."""
_SURE = 0.95
_WHOLE = 0.99
_AROUND = 32
"""Characters of context that say by themselves that a quote still stands where it stood."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where an end stands now. `how` is "exact", "context" or "fuzzy"; `score` is from 0 to 1."""

    start: int
    end: int
    how: str
    score: float


def belongs(end: End, article: Article) -> bool:
    """Return whether an end was made in this article.

    It was if it is the same text, the same file, or, after a folder was moved, a file of the same
    name and title.
    """
    ref = end.article
    if ref.hash == text_hash(article.text):
        return True
    if not (ref.path and article.path):
        return bool(ref.title) and ref.path is article.path and ref.title == article.title
    here, there = Path(article.path), Path(ref.path)
    return here.absolute() == there or (here.name == there.name and ref.title == article.title)


def anchored_in(bookmark: Bookmark, article: Article) -> Anchored | None:
    """Find the end of a bookmark that belongs to an article, whichever side it was made on."""
    for end in bookmark.ends:
        if belongs(end, article):
            return anchor(end, article)
    return None


def anchor(end: End, article: Article) -> Anchored | None:
    """Find an end in an article's present text; None is an orphan: gone, or not told apart."""
    nearest = _nearest(end, article.text)
    return None if nearest is None or _doubtful(nearest, end, article.text) else nearest


def moved(end: End, article: Article) -> Anchored | None:
    """Return the place that a reader may take for a lost end: like it, and perhaps next door."""
    nearest = _nearest(end, article.text)
    return nearest if nearest is not None and _doubtful(nearest, end, article.text) else None


def _nearest(end: End, text: str) -> Anchored | None:
    if _stands(end, text):
        return Anchored(end.start, end.end, "exact", 1.0)
    sought = sought_of(end)
    if not sought.quote:
        return None
    folded = fold_text(text)
    places = _places(sought, folded.text)
    best = _single(places)
    if best is None or _torn(best, places, sought, folded.text):
        return None
    return _unfolded(best, folded)


def _doubtful(place: Anchored, end: End, text: str) -> bool:
    return place.how != "exact" and _another(place, end, text)


def _another(place: Anchored, end: End, text: str) -> bool:
    """Return whether a place may be a sentence next door that closed up.

    It has another figure, name or negation than the quotation, and stood beside it, or neither
    neighbour is where it was. Where all figures of a text were corrected, so are theirs.
    """
    passage = text[place.start : place.end]
    if not departs(end.quote, passage):
        return False
    before, after = end.prefix, end.suffix
    if stood_beside(passage, before, after):
        return True
    return not (
        same_but_for_figures(before, text[max(0, place.start - len(before)) : place.start])
        or same_but_for_figures(after, text[place.end : place.end + len(after)])
    )


def _places(sought: Sought, text: str) -> list[Place]:
    """Return the places between which the choice lies."""
    places = exact(sought, text)
    sure = [place for place in places if place.score >= _SURE]
    if any(surrounded(place, sought, text) for place in sure):
        return places
    changed = list(similar(sought, text))
    # A near copy brings what stood next to the quote along, but not what stood farther off.
    apart = (place for place in changed if not _meets_any(place, places))
    rivals = [place for place in apart if surrounded(place, sought, text)]
    if sure:
        return [*places, *rivals]
    # Where both contexts stand untouched round other words, the quote was corrected there, and its
    # twin elsewhere is another passage.
    kept = [
        place
        for place in changed
        if place.how == "context" and place.beside >= _SURE and not _holds_any(place, places)
    ]
    if rivals:
        places = [*(place for place in places if surrounded(place, sought, text)), *rivals]
    return kept or places or changed


def _torn(best: Place, places: list[Place], sought: Sought, text: str) -> bool:
    """Return whether another place has a context whole that the best one has only nearly.

    A copy that was put next to its original takes one of its neighbours away.
    """
    others = [place for place in places if place.end <= best.start or place.start >= best.end]
    if not others:
        return False
    own = surroundings(best, sought, text)
    return any(
        theirs >= _WHOLE and ours < _SURE
        for other in others
        for ours, theirs in zip(own, surroundings(other, sought, text), strict=True)
    )


def _meets_any(place: Place, others: list[Place]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)


def _holds_any(place: Place, others: list[Place]) -> bool:
    """Return whether a place only stretches over one of the others, with another passage put in."""
    return any(place.start <= other.start and other.end <= place.end for other in others)


def _stands(end: End, text: str) -> bool:
    """Return whether the quote stands where it stood, in the same text or between its contexts."""
    if text[end.start : end.end] != end.quote:
        return False
    if text_hash(text) == end.article.hash:
        return True
    around = len(end.prefix) + len(end.suffix)
    return (
        around >= _AROUND
        and bool(end.quote.strip())
        and text[: end.start].endswith(end.prefix)
        and text.startswith(end.suffix, end.end)
    )


def _single(places: list[Place]) -> Place | None:
    """Return the best place if no other one that does not overlap it fits nearly as well."""
    if not places:
        return None
    best = max(places, key=lambda place: (place.score, -place.start))
    others = [p.score for p in places if p.end <= best.start or p.start >= best.end]
    return best if not others or best.score - max(others) >= MARGIN else None


def _unfolded(place: Place, folded: Folded) -> Anchored:
    start, end = folded.start(place.start), folded.end(place.end)
    return Anchored(start, end, place.how, round(place.score, 3))
