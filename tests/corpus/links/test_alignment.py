"""Links: what must be linked, what must not, and what may not change them."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from corpus import Article, Comparison, compare, parse_article, read_article
from corpus.facts.facts import read_facts
from corpus.links.evidence import Reasons
from corpus.links.terms import sentences_of
from corpus.model import Confidence, SentenceKind
from tests.fit.hand_made_pairs import ACCOUNTS, figures, load_pairs

ARTICLES = Path(__file__).parent.parent.parent.parent / "corpus" / "articles"
PAIRS = load_pairs()


def shipped(left: str, right: str) -> Comparison:
    """Compare two of the articles that ship with the product."""
    return compare(*(read_article(ARTICLES / f"{name}.txt") for name in (left, right)))


def linked(found: Comparison, left: str, right: str) -> bool:
    """Return whether a sentence with some words is linked to one with some others."""
    return any(
        left in found.a.sentence_text(link.a) and right in found.b.sentence_text(link.b)
        for link in found.links
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("klubber og jernstenger", "køller"),
        ("tåregass", "tåregas"),
        ("CSTO om å hjelpe", "bedt Rusland om hjælp"),
        ("nesten 30 år", "i 30 år"),
    ],
)
def test_norwegian_and_danish_sentences_are_linked(left: str, right: str) -> None:
    assert linked(shipped("000", "003"), left, right)


def test_thirty_years_allow_nearly_thirty() -> None:
    found = shipped("000", "003")
    told = [d for d in found.discrepancies if "30 år" in d.a.span.of(found.a.text)]
    assert {d.verdict.value for d in told} == {"compatible"}


@pytest.mark.parametrize(
    ("left", "right"), [("26", "26 demonstranter drept"), ("overgir seg", "overgir seg")]
)
def test_two_norwegian_accounts_are_linked(left: str, right: str) -> None:
    assert linked(shipped("002", "004"), left, right)


def test_reuters_beside_ap_is_a_difference() -> None:
    found = shipped("002", "004")
    told = [d for d in found.discrepancies if "Reuters" in d.reason and "AP" in d.reason]
    assert any(d.kind.value == "attribution" and d.verdict.value == "differ" for d in told)


@pytest.mark.parametrize("pair", [("000", "001"), ("001", "003"), ("003", "004")])
def test_furniture_is_never_linked(pair: tuple[str, str]) -> None:
    found = shipped(*pair)
    for link in (*found.links, *found.related):
        for article, index in ((found.a, link.a), (found.b, link.b)):
            assert article.sentences[index].kind is not SentenceKind.FURNITURE


def test_swapped_articles_give_the_mirror_image() -> None:
    for pair in PAIRS[:: max(1, len(PAIRS) // 25)]:
        one, other = compare(pair.left, pair.right), compare(pair.right, pair.left)
        assert {(x.a, x.b, x.score) for x in one.links} == {
            (x.b, x.a, x.score) for x in other.links
        }


def test_scores_and_evidence_are_sound() -> None:
    found = shipped("001", "002")
    for link in found.links:
        assert 0 < link.score <= 1
        assert link.evidence
        assert all(e.weight == e.weight for e in link.evidence)


def test_evidence_tells_what_speaks_against_a_pair() -> None:
    a = parse_article("Den store fergen Fjordkongen grunnstøtte i Bodø mandag.", language="nb")
    b = parse_article("Den store fergen Havdronningen grunnstøtte i Tromsø fredag.", language="nb")
    reasons = Reasons(sentences_of(a), sentences_of(b), read_facts(a), read_facts(b))
    against = [e for e in reasons.lazy(0, 0, 0.6, 0.0) if e.weight < 0]
    assert [e.label for e in against] == ["no name in common", "other days"]
    assert [e.b.of(b.text) for e in against if e.b] == ["Havdronningen", "fredag"]


def test_evidence_tells_a_concept_once_by_its_narrowest_case() -> None:
    a = parse_article("Two guards were killed in the riot.", language="en")
    b = parse_article("The riot killed two men; a guard died later.", language="en")
    reasons = Reasons(sentences_of(a), sentences_of(b), read_facts(a), read_facts(b))
    told = [e for e in reasons.lazy(0, 0, 0.6, 0.0) if e.kind == "concept"]
    assert "kill" in {e.label for e in told}
    assert "die" not in {e.label for e in told}
    assert len({(e.a, e.b, e.label) for e in told}) == len(told)


def test_evidence_names_the_pair_beside_and_the_better_rival() -> None:
    found = shipped("002", "004")
    told = {e.kind for link in found.links for e in link.evidence}
    assert {"letters", "neighbour", "against", "word", "name", "concept"} <= told
    for link in found.links:
        rivals = [e for e in link.evidence if "goes better" in e.label]
        better = [x for x in found.links if (x.a == link.a) != (x.b == link.b)]
        assert bool(rivals) == any(x.score > link.score for x in better)


def test_the_same_article_links_to_itself() -> None:
    article = read_article(ARTICLES / "003.txt")
    found = {(link.a, link.b) for link in compare(article, article).links}
    body = [i for i, s in enumerate(article.sentences) if s.kind is SentenceKind.BODY]
    assert sum((i, i) in found for i in body) >= 0.97 * len(body)


def with_paragraph(article: Article, paragraph: str) -> Article:
    """Return the article with one more paragraph at its end."""
    return parse_article(f"{article.text}\n\n{paragraph}", language=article.language)


@pytest.mark.parametrize(
    "paragraph", ["Annonse", "Artiklen fortsætter efter annoncen", "Katten sov på vinduskarmen."]
)
def test_an_unrelated_paragraph_changes_few_links(paragraph: str) -> None:
    a, b = (read_article(ARTICLES / f"{name}.txt") for name in ("000", "001"))
    before = {(x.a, x.b): x.score for x in compare(a, b).links}
    after = {(x.a, x.b): x.score for x in compare(with_paragraph(a, paragraph), b).links}
    kept = set(before) & set(after)
    assert len(kept) >= 0.85 * max(len(before), len(after))
    assert sum(abs(before[c] - after[c]) <= 0.15 for c in kept) >= 0.9 * len(kept)


def test_links_do_not_depend_on_hash_seeds() -> None:
    code = (
        "import corpus,sys; a,b=(corpus.read_article(p) for p in sys.argv[1:]);"
        "c=corpus.compare(a,b); print([(x.a,x.b,x.score) for x in c.links],"
        "[(d.kind,d.verdict,d.a,d.b,d.reason) for d in c.discrepancies])"
    )
    command = [sys.executable, "-c", code, *(str(ARTICLES / f"{n}.txt") for n in ("000", "003"))]
    told = {
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "77")
    }
    assert len(told) == 1


def test_other_occasions_are_not_linked() -> None:
    found = figures(PAIRS)
    other, same = found["other occasions"], found["same occasion"]
    assert other.predicted <= 0.02 * other.cells
    assert same.right >= 0.4 * same.gold


def test_accounts_of_full_length_are_linked_where_they_tell_of_one_event() -> None:
    found = figures(load_pairs(ACCOUNTS))
    other, same = found["other occasions"], found["same occasion"]
    assert other.predicted <= 0.001 * other.cells
    assert same.right >= 0.7 * same.gold
    assert same.right >= 0.75 * same.predicted


def test_a_comparison_leaves_the_collector_of_its_host_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a, b = PAIRS[0].left, PAIRS[0].right
    compare(a, b)
    assert gc.isenabled()

    def broken(*_: object, **__: object) -> NoReturn:
        assert gc.isenabled()
        raise MemoryError

    monkeypatch.setattr("corpus.comparison.align", broken)
    with pytest.raises(MemoryError):
        compare(a, b)
    assert gc.isenabled()


def test_a_host_that_looks_for_no_garbage_is_left_so() -> None:
    gc.disable()
    try:
        compare(PAIRS[0].left, PAIRS[0].right)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_article_read_again_is_held_against_what_is_known_once_a_reader_not_once_a_link(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n\n".join(f"Police in Almaty killed {n} rioters on Friday." for n in range(20, 90))
    first, again, other = (parse_article(text, language="en") for _ in range(3))
    equal, asked = Article.__eq__, 0

    def counted(self: Article, one: object) -> bool:
        nonlocal asked
        asked += 1
        return equal(self, one)

    found = compare(first, other)
    monkeypatch.setattr(Article, "__eq__", counted)
    assert len(compare(again, other).links) == len(found.links) > 40
    assert asked < 20


SAME = {
    "nb": ("Brann på sykehuset i Bodø, 14 evakuert", "14 evakuert etter sykehusbrann i Bodø"),
    "nn": ("Brann på sjukehuset i Bodø, 14 evakuerte", "14 evakuerte etter sjukehusbrann i Bodø"),
    "da": ("Brand på sygehuset i Bodø, 14 evakueret", "14 evakueret efter sygehusbrand i Bodø"),
    "sv": ("Brand på sjukhuset i Bodø, 14 evakuerade", "14 evakuerade efter sjukhusbrand i Bodø"),
    "en": ("Fire at hospital in Bodø, 14 evacuated", "14 evacuated after hospital fire in Bodø"),
}
OTHER = {
    "nb": "Renten settes opp i desember, varsler sentralbanken",
    "nn": "Renta blir sett opp i desember, varslar sentralbanken",
    "da": "Renten sættes op i december, varsler centralbanken",
    "sv": "Räntan höjs i december, varnar centralbanken",
    "en": "Rates to rise in December, central bank warns",
}


@pytest.mark.parametrize("code", SAME)
def test_two_headlines_alone_are_linked_where_they_tell_one_event(code: str) -> None:
    left, right, other = (parse_article(text, language=code) for text in (*SAME[code], OTHER[code]))
    (link,) = compare(left, right).links
    assert link.confidence is not Confidence.WEAK
    assert not compare(left, other).links


def test_the_best_partners_are_told_where_they_are_asked_for() -> None:
    a, b = PAIRS[0].left, PAIRS[0].right
    assert compare(a, b).candidates is None
    found = compare(a, b, candidates=1)
    assert found.candidates
    best = {link.a: link.score for link in sorted(found.links, key=lambda link: link.score)}
    for index, score in best.items():
        assert max(pair.score for pair in found.candidates if pair.a == index) == score
    more = compare(a, b, candidates=3).candidates or ()
    assert set(found.candidates) < set(more)


def test_links_are_sure_likely_or_weak_by_their_score() -> None:
    found = shipped("001", "002").links
    rank = list(Confidence)
    by_score = sorted(found, key=lambda link: -link.score)
    assert [rank.index(link.confidence) for link in by_score] == sorted(
        rank.index(link.confidence) for link in by_score
    )
