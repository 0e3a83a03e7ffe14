"""Comparing whom two linked sentences credit: chains of sources, one credit beside own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.differences.credits.credited_content import are_copies, of_content, shared_words
from corpus.differences.credits.source_identity import Relation, relation
from corpus.model import Article, Attribution, Link, Source, Verdict, Voice

# A word with a capital, and what shows that it opens no sentence: a word or comma before it.
_CAPITAL = re.compile(r"([\w,] )?\b([^\W\d_a-zæøåäö][\w’'-]*)")
_OWNERS = ("'s", "’s", "s'", "s’")
_TELLING = frozenset(
    {"person", "institution", "agency", "outlet", "witness", "unnamed", "document"}
)


@dataclass(frozen=True, slots=True)
class Credited:
    """One side of a comparison: an article, its linked sentence's credits, and what is unread.

    `reporting` tells that the sentence holds a reporting word or a quotation: where it credits
    nobody, the source may have been missed.
    """

    article: Article
    credits: Sequence[Attribution]
    reporting: bool


@dataclass(frozen=True, slots=True)
class CreditComparison:
    """How two sentences compare in whom they credit, with the credits that were compared."""

    verdict: Verdict
    left: Sequence[Attribution]
    right: Sequence[Attribution]

    @property
    def one_sided(self) -> bool:
        """Whether one account names who said it and the other names nobody: its own voice."""
        return not all(any(it.sources for it in side) for side in (self.left, self.right))


def compare_credits(a: Credited, b: Credited, link: Link) -> CreditComparison | None:
    """Return how the credits of two linked sentences compare, None where nothing can be said.

    The same sources agree; one chain that holds the other, or an institution beside its own
    spokesperson, is compatible. Sources differ where both are named and known to be others.
    """
    if not a.credits and not b.credits:
        return None
    if are_copies(a.article, b.article, link, (a.credits, b.credits)):
        return _of_copies(a, b)
    shared = shared_words(a.article, b.article, link)
    left = fullest(of_content(a.credits, shared[0]))
    right = fullest(of_content(b.credits, shared[1]))
    if left and right:
        verdict = _of_both(left, right, (a.article, b.article))
        return None if verdict is None else CreditComparison(verdict, left, right)
    if a.credits and b.credits:
        return None
    credits, side, other = (left, a, b) if left else (right, b, a)
    if not credits or other.reporting:
        return None
    if not any(_is_firm(credit, side.article) for credit in credits):
        return None
    return CreditComparison(Verdict.DIFFER, left, right)


def _of_copies(a: Credited, b: Credited) -> CreditComparison | None:
    """Return how the credits of two sentences compare that are the same but for the source.

    What stands in the place of a source there is another one, however it is called.
    """
    left, right = fullest(a.credits), fullest(b.credits)
    if not left or not right:
        return CreditComparison(Verdict.DIFFER, left, right)
    verdict = _of_both(left, right, (a.article, b.article))
    if verdict is None and _is_own(left, a.article) and _is_own(right, b.article):
        verdict = Verdict.DIFFER
    return None if verdict is None else CreditComparison(verdict, left, right)


def _is_own(credits: Sequence[Attribution], article: Article) -> bool:
    """Return whether a sentence names the source itself, and no other sentence hands it on."""
    return any(
        credit.explicit
        and credit.source_span is not None
        and article.sentences[credit.sentence].span.overlaps(credit.source_span)
        for credit in credits
    )


def fullest(credits: Sequence[Attribution]) -> list[Attribution]:
    """Return the chains that are no part of another: not "Reuters" beside "police, by Reuters"."""
    return [
        x
        for x in credits
        if not any(
            len(x.sources) < len(y.sources)
            and all(any(same_source(s, t) for t in y.sources) for s in x.sources)
            for y in credits
            if x.sources
        )
    ]


def shared_origin(left: Sequence[Attribution], right: Sequence[Attribution]) -> str | None:
    """Return the agency or outlet that both sentences go back to: agreement that is one origin."""
    for x in (s for credit in left for s in credit.sources):
        for y in (s for credit in right for s in credit.sources):
            if x.kind in ("agency", "outlet") and same_source(x, y):
                return x.name
    return None


def same_source(x: Source, y: Source) -> bool:
    """Return whether two sources of one language are one: by name, a part of it, or their role."""
    return relation(x, y, True) is Relation.SAME


def _is_firm(credit: Attribution, article: Article) -> bool:
    """Return whether somebody is known to have said it, so that own voice differs from it."""
    if not credit.sources:
        return credit.utterance
    if credit.voice is Voice.DIRECT:
        return True
    if not (credit.utterance and credit.explicit):
        return False
    return any(_is_known(source, article) for source in credit.sources)


def _is_known(source: Source, article: Article) -> bool:
    """Return whether a source can be told to be one: "70 per cent" or "the country" is none.

    A word with a capital is a name where it has one inside a sentence too: "Says Trump", not
    "History shows".
    """
    if source.kind not in _TELLING:
        return False
    if source.roles or source.kind != "institution":
        return True
    words = source.name.split()
    if len(words) > 1:
        owned = any(word.endswith(_OWNERS) for word in words[:-1])
        return not owned and any(word[:1].isupper() for word in words)
    return source.name[:1].isupper() and _is_name(source.name, article.text)


def _is_name(word: str, text: str) -> bool:
    """Return whether a word has its capital inside a sentence, or opens no sentence at all."""
    inside, anywhere = _capitals(text)
    return word in inside or word not in anywhere


@lru_cache(maxsize=8)
def _capitals(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that have a capital inside a sentence, and those that have one anywhere."""
    every = [(match.group(1), match.group(2)) for match in _CAPITAL.finditer(text)]
    return frozenset(word for before, word in every if before), frozenset(w for _, w in every)


def _of_both(
    left: Sequence[Attribution], right: Sequence[Attribution], articles: tuple[Article, Article]
) -> Verdict | None:
    """Return the best verdict of any two credits; DIFFER only where all are known to differ."""
    verdicts = {_of_chains(x, y, articles) for x in left for y in right}
    for best in (Verdict.AGREE, Verdict.COMPATIBLE, None):
        if best in verdicts:
            return best
    return Verdict.DIFFER


def _of_chains(x: Attribution, y: Attribution, articles: tuple[Article, Article]) -> Verdict | None:
    if not x.sources and not y.sources:
        return Verdict.AGREE if x.voice is y.voice is Voice.REPORTED else None
    if not x.sources or not y.sources:
        firm = _is_firm(x, articles[0]) and _is_firm(y, articles[1])
        return Verdict.DIFFER if firm else None
    one_language = articles[0].language == articles[1].language
    relations = [[relation(s, t, one_language) for t in y.sources] for s in x.sources]
    met = {r for row in relations for r in row}
    if Relation.SAME in met:
        return _of_partners(relations)
    if Relation.PART in met:
        return Verdict.COMPATIBLE
    certain = _is_certain(x, articles[0]) and _is_certain(y, articles[1])
    return Verdict.DIFFER if certain and Relation.UNKNOWN not in met else None


def _is_certain(credit: Attribution, article: Article) -> bool:
    """Return whether a sentence itself names who said something."""
    known = any(_is_known(source, article) for source in credit.sources)
    return known and credit.explicit and credit.utterance


def _of_partners(relations: Sequence[Sequence[Relation]]) -> Verdict:
    """Return the verdict of two chains that share a source: AGREE where all have a partner.

    "The ministry, by Reuters" and "the ministry, by AP" differ: both went other ways.
    """
    sides = relations, list(zip(*relations, strict=True))
    missing = [[row for row in side if Relation.SAME not in row] for side in sides]
    if all(missing) and all(set(row) == {Relation.OTHER} for side in missing for row in side):
        return Verdict.DIFFER
    return Verdict.COMPATIBLE if any(missing) else Verdict.AGREE
