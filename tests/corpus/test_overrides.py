"""Hand-made links over a comparison: what is pinned is compared, what is forbidden is not."""

from __future__ import annotations

from dataclasses import replace

from corpus import Article, Comparison, parse_article
from corpus.differences.discrepancies import find_discrepancies
from corpus.facts.facts import read_facts
from corpus.ledger.notebook import hand_link_of
from corpus.ledger.records import HandLink
from corpus.model import Link, Span, Strength
from corpus.overrides import rejoin

LEFT = (
    "Uro i byen\n\nPolitiet melder at 26 opprørere er drept i Almaty. "
    "I går ble 40 hunder funnet i skogen, og 12 katter ble funnet i elva. Gatene er tomme."
)
RIGHT = (
    "Kaos i byen\n\nIfølge Tass ble 28 opprørere drept i Almaty. "
    "Hele 15 katter lå i elva. Ingen går ute."
)


def ruled() -> Comparison:
    """Return a comparison with one link, of the sentences about the killed."""
    a, b = parse_article(LEFT, language="nb"), parse_article(RIGHT, language="nb")
    links = (Link(holding(a, "Politiet"), holding(b, "Tass"), 0.9, Strength.SAME),)
    facts = read_facts(a), read_facts(b)
    return Comparison(a, b, *facts, links, (), find_discrepancies(a, b, *facts, links))


def holding(article: Article, words: str) -> int:
    at = article.text.index(words)
    return next(n for n, s in enumerate(article.sentences) if s.start <= at < s.end)


def sentence(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def word(left: str, right: str, action: str = "pin", created: str = "2026-01-01") -> HandLink:
    pair = ruled()
    made = hand_link_of(pair, sentence(pair.a.text, left), sentence(pair.b.text, right), action)
    return replace(made, created=created)


def linked(comparison: Comparison) -> set[tuple[str, str]]:
    a, b = comparison.a, comparison.b
    return {
        (a.sentence_text(k.a)[:8].strip(), b.sentence_text(k.b)[:8].strip())
        for k in comparison.links
    }


def test_without_a_hand_made_link_the_comparison_is_the_same_one() -> None:
    pair = ruled()
    assert rejoin(pair, ()).comparison is pair


def test_what_is_pinned_is_linked_as_the_readers_own() -> None:
    found = rejoin(ruled(), [word("Gatene er tomme.", "Ingen går ute.")]).comparison
    assert ("Gatene e", "Ingen gå") in linked(found)
    (own,) = [link for link in found.links if link.origin == "reader"]
    assert (own.score, own.strength) == (1.0, Strength.SAME)
    assert own.evidence[0].kind == "reader"
    assert list(found.links) == sorted(found.links, key=lambda link: (link.a, link.b))


def test_what_is_pinned_is_compared() -> None:
    pin = word("I går ble 40 hunder funnet", "Hele 15 katter lå i elva.")
    values = {
        (found.a.span.of(LEFT), found.b.span.of(RIGHT))
        for found in rejoin(ruled(), [pin]).comparison.discrepancies
        if found.kind.value == "number"
    }
    assert any("12" in left and "15" in right for left, right in values)


def test_what_is_forbidden_is_neither_linked_nor_compared() -> None:
    pair = ruled()
    assert ("Politiet", "Ifølge T") in linked(pair)
    forbid = word("26 opprørere", "28 opprørere", "forbid")
    found = rejoin(pair, [forbid]).comparison
    assert ("Politiet", "Ifølge T") not in linked(found)
    assert not any(d.a.span.of(pair.a.text).startswith("26") for d in found.discrepancies)


def test_the_later_word_holds() -> None:
    pin = word("Gatene er tomme.", "Ingen går ute.", created="2026-01-02")
    forbid = word("Gatene er tomme.", "Ingen går ute.", "forbid", created="2026-01-03")
    assert ("Gatene e", "Ingen gå") not in linked(rejoin(ruled(), [forbid, pin]).comparison)
    later = replace(pin, created="2026-01-04")
    found = rejoin(ruled(), [forbid, later])
    assert ("Gatene e", "Ingen gå") in linked(found.comparison)
    assert [applied.link for applied in found.said.values()] == [later]


def test_of_a_split_only_the_parts_are_compared() -> None:
    split = word("12 katter ble funnet i elva", "Hele 15 katter lå i elva.", "split")
    found = rejoin(ruled(), [split]).comparison
    (own,) = [link for link in found.links if link.origin == "reader"]
    assert own.strength is Strength.PART
    said = [d for d in found.discrepancies if d.a.sentence == own.a and not d.a.own_voice]
    assert not any("40" in d.a.span.of(LEFT) for d in said)


def test_what_is_no_longer_found_is_told_and_changes_nothing() -> None:
    pair = ruled()
    end = replace(
        word("Gatene er tomme.", "Ingen går ute.").a, quote="Aldri skrevet", prefix="", suffix=""
    )
    article = replace(end.article, hash="0" * 64)
    lost = replace(word("Gatene er tomme.", "Ingen går ute."), a=replace(end, article=article))
    found = rejoin(pair, [lost])
    assert found.comparison is pair
    assert found.lost == (lost,)
