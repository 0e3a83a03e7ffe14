"""What linked sentences call people and acts, and which of their claims exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.concepts.mentions import opposites
from corpus.differences.claim_status import DENIED, DONE, TRIED, Claim
from corpus.differences.loaded_terms import Wording
from corpus.differences.slots.linked_pair import LinkedPair
from corpus.model import Article, Discrepancy, DiscrepancyKind, Side, Verdict

SHARED = 0.5
"""Least share of matched words at which two events are of the same people and things."""
_EXCLUDING = ({DONE, DENIED}, {DONE, TRIED})


def term_differences(
    pair: LinkedPair, left: Sequence[Wording], right: Sequence[Wording]
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each word family that both sentences use.

    Unlike words are set side by side only where they stand in one place: elsewhere they may be
    of two groups.
    """
    a, b = pair.articles
    for family in dict.fromkeys(word.family for word in left):
        mine = [word for word in left if word.family == family]
        theirs = [word for word in right if word.family == family]
        if not theirs:
            continue
        same = next(((x, y) for x in mine for y in theirs if x.stance == y.stance), None)
        apart = ((x, y) for x in mine for y in theirs if pair.words.in_one_place(x.span, y.span))
        found = same or next(apart, None)
        if found is None:
            continue
        x, y = found
        verdict = Verdict.AGREE if same else Verdict.DIFFER
        reason = _term_reason(_said(a, x), _said(b, y), verdict)
        yield Discrepancy(DiscrepancyKind.TERM, verdict, _side(x), _side(y), reason)


def claim_differences(
    pair: LinkedPair, left: Sequence[Claim], right: Sequence[Claim]
) -> Iterator[Discrepancy]:
    """Yield the first two claims of linked sentences that exclude each other.

    One event done in one account and denied, or only tried, in the other ("stormed the palace",
    "tried to storm the palace"); or two opposite events (concepts.yaml, "opposites").
    """
    modes = [{c.concept: c.mode for c in side} for side in (left, right)]
    for x in left:
        for y in right:
            if x.concept == y.concept:
                apart = {x.mode, y.mode} in _EXCLUDING and x.marked != y.marked
            else:
                apart = (
                    y.concept in opposites(x.concept)
                    and x.mode == y.mode == DONE
                    and not (x.marked or y.marked)
                    and x.concept not in modes[1]
                    and y.concept not in modes[0]
                )
            if apart and _of_one_event(pair, x, y):
                reason = _claim_reason(*pair.articles, x, y)
                yield Discrepancy(DiscrepancyKind.CLAIM, Verdict.DIFFER, _side(x), _side(y), reason)
                return


def _of_one_event(pair: LinkedPair, x: Claim, y: Claim) -> bool:
    """Return whether two events are told of the same people and things, as far as words show."""
    words = pair.words
    return words.shared >= SHARED and words.in_one_place(x.span, y.span)


def _said(article: Article, word: Wording) -> str:
    said = " ".join(word.span.of(article.text).split())
    return f"“{said}”, which it quotes" if word.quoted else f"“{said}”"


def _term_reason(left: str, right: str, verdict: Verdict) -> str:
    if verdict is Verdict.AGREE:
        return f"Both use words of one kind: {left} and {right}."
    return f"The left account says {left}, the right one {right}: words that judge differently."


def _claim_reason(a: Article, b: Article, x: Claim, y: Claim) -> str:
    left, right = (" ".join(c.span.of(t.text).split()) for c, t in ((x, a), (y, b)))
    modes = {DONE: "", DENIED: " (denied)", TRIED: " (tried)"}
    return (
        f"“{left}”{modes.get(x.mode, '')} in the left account and “{right}”{modes.get(y.mode, '')} "
        "in the right cannot both hold."
    )


def _side(mention: Wording | Claim) -> Side:
    return Side(mention.sentence, mention.start, mention.end)
