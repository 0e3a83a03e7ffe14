from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Span, read_article
from corpus.ledger.anchoring import anchor, anchored_in
from corpus.ledger.notebook import bookmark_of, end_of
from corpus.ledger.text_folding import fold_text
from corpus.library import SHIPPED
from tests.support.edited_texts import EDITS, Edited
from tests.support.findings import comparison, place

ARTICLES = [read_article(path) for path in sorted(SHIPPED.glob("*.*")) if path.suffix != ".yaml"]
Case = tuple[Article, str, tuple[int, int], Edited]


def passages(article: Article, rng: random.Random) -> list[tuple[int, int]]:
    """Five sentences and five short places (numbers, names, phrases) of an article."""
    sentences = [s for s in article.sentences if s.end - s.start >= 15]
    short = re.finditer(r"\d[\d.]*|[A-ZÆØÅ]\w{3,}|\w{8,} \w+", article.text)
    return [
        *((s.start, s.end) for s in rng.sample(sentences, 5)),
        *rng.sample([m.span() for m in short], 5),
    ]


def cases() -> Iterator[Case]:
    for number, article in enumerate(ARTICLES):
        others = [
            other.sentence_text(n)
            for other in ARTICLES
            if other is not article
            for n, s in enumerate(other.sentences)
            if s.end - s.start > 40
        ]
        for name, edits in EDITS.items():
            for turn in range(3):
                rng = random.Random(f"{number} {name} {turn}")
                for span in passages(article, rng):
                    edited = Edited.of(article.text)
                    for edit in edits:
                        edited = edit(edited, rng, span, others)
                    yield article, name, span, edited


def judged(case: Case) -> str:
    article, _, span, edited = case
    # Anchoring looks at the text alone, so the sentences may stay those of the original.
    found = anchor(end_of(article, Span(*span)), replace(article, text=edited.text))
    truth = edited.now(*span)
    if found is None:
        return "right" if truth is None else "orphan"
    if truth is None:
        return "wrong"
    common = min(found.end, truth[1]) - max(found.start, truth[0])
    whole = max(found.end, truth[1]) - min(found.start, truth[0])
    return "right" if common >= 0.8 * whole else "wrong"


@pytest.mark.skipif(len(ARTICLES) < 2, reason="the shipped articles are not there")
def test_ends_are_found_in_edited_versions_of_the_shipped_articles() -> None:
    """At least 98 in 100 rightly, and not one on a wrong place."""
    tried = list(cases())
    found = [(judged(case), case) for case in tried]
    counts = Counter(verdict for verdict, _ in found)
    wrong = [
        (case[1], case[0].text[slice(*case[2])]) for verdict, case in found if verdict == "wrong"
    ]
    assert len({id(case[0]) for case in tried}) * len(EDITS) * 3 >= 100
    assert not wrong
    assert counts["right"] >= 0.98 * len(tried)


def edited_left(old: str, new: str) -> Article:
    article = comparison().a
    assert old in article.text
    return replace(article, text=article.text.replace(old, new))


def test_the_same_text_is_anchored_where_it_was() -> None:
    pair = comparison()
    span = place(pair.a, "26").span
    found = anchor(end_of(pair.a, span), pair.a)
    assert found is not None
    assert (found.start, found.end, found.how, found.score) == (span.start, span.end, "exact", 1.0)


def test_a_corrected_number_is_found_between_its_contexts() -> None:
    pair = comparison()
    changed = edited_left("26", "31")
    found = anchor(end_of(pair.a, place(pair.a, "26").span), changed)
    assert found is not None
    assert changed.text[found.start : found.end] == "31"
    assert found.how == "context"


def test_a_reworded_sentence_is_found_fuzzily() -> None:
    pair = comparison()
    changed = edited_left("er drept, skriver", "er blitt drept, opplyser")
    sentence = pair.a.sentences[pair.discrepancies[0].a.sentence]
    found = anchor(end_of(pair.a, sentence.span), changed)
    assert found is not None
    assert found.how == "fuzzy"
    assert changed.text[found.start : found.end].startswith("Politiet melder")


def test_a_heading_set_in_capitals_is_the_same_heading() -> None:
    pair = comparison()
    changed = edited_left("Gatene er tomme.", "GATENE ER TOMME.")
    found = anchor(end_of(pair.a, place(pair.a, "Gatene er tomme.").span), changed)
    assert found is not None
    assert changed.text[found.start : found.end] == "GATENE ER TOMME."


def test_the_copy_of_a_corrected_sentence_is_not_taken_for_it() -> None:
    """A caption keeps the words that the lead had before it was corrected."""
    said = "Ministeren sier at veien er stengt hele helgen og at ingen kan kjøre der nå."
    lead = "Det gikk et ras i går kveld, og flere hus ble flyttet av massene. "
    then = " Mannskaper leter videre i dag, og været ventes å bli bedre utover kvelden."
    before = replace(comparison().a, text=f"{lead}{said}{then}")
    start = before.text.index("veien er stengt")
    end = end_of(before, Span(start, start + len("veien er stengt")))
    mended = said.replace("veien er stengt", "veien var sperret")
    after = replace(before, text=f"Bilde: {said} Foto: Byrået.\n\n{lead}{mended}{then}")
    found = anchor(end, after)
    assert found is None or after.text[found.start : found.end] == "veien var sperret"


def test_a_near_copy_put_before_its_original_gives_no_anchor() -> None:
    """It takes the words before the original away, and the words after it are nearly its own."""
    lead, said = (
        "Det gikk et ras i går. ",
        "Ministeren sier at veien er stengt hele helgen for alle. ",
    )
    then = "Mannskaper leter videre i dag, og været ventes å bli bedre."
    before = replace(comparison().a, text=f"{lead}{said}{then}")
    end = end_of(before, Span(len(lead), len(lead) + len("Ministeren")))
    copy = said.replace("hele helgen", "hele uken")
    after = replace(before, text=f"{lead}{copy}{said}{then}")
    found = anchor(end, after)
    assert found is None or found.start == len(lead) + len(copy)


def test_a_short_quote_without_its_context_is_an_orphan() -> None:
    pair = comparison()
    end = end_of(pair.a, place(pair.a, "26").span)
    assert anchor(end, replace(pair.a, text="Den 26. kom en ny regel om fiske i nord.")) is None
    assert anchor(end, replace(pair.a, text="")) is None


def test_two_places_that_fit_alike_give_no_anchor() -> None:
    pair = comparison()
    end = end_of(pair.a, place(pair.a, "Gatene er tomme.").span)
    twice = "x" + pair.a.text + "\n\n" + pair.a.text
    assert anchor(end, replace(pair.a, text=twice)) is None


def test_an_end_is_found_on_whichever_side_its_article_stands() -> None:
    pair = comparison()
    bookmark = bookmark_of(pair, pair.discrepancies[0])
    right = anchored_in(bookmark, pair.b)
    assert right is not None
    assert pair.b.text[right.start : right.end] == "18"
    assert anchored_in(bookmark, replace(pair.a, text="another", title="another")) is None


@given(st.text(alphabet="ab \n\t\u00a0«»–e\u0301\u00ad\u200b", max_size=40))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold_text(text)
    places = range(len(folded.text))
    stretches = [(folded.start(n), folded.end(n + 1)) for n in places]
    assert all(0 <= start < end <= len(text) for start, end in stretches)
    assert all(a[1] <= b[0] for a, b in pairwise(stretches))
    assert fold_text(folded.text).text == folded.text or "\u0301" in text


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_anchoring_any_text_gives_a_place_in_it_or_none(
    old: str, new: str, data: st.DataObject
) -> None:
    article = replace(comparison().a, text=old)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = anchor(end_of(article, Span(start, end)), replace(article, text=new))
    assert found is None or 0 <= found.start <= found.end <= len(new)


def test_a_quote_of_a_very_long_text_is_found(tmp_path: Path) -> None:
    pair = comparison()
    filler = "Saken oppdateres fortløpende av redaksjonen og 26 andre. " * 20_000
    long = replace(pair.a, text=filler + "\n\n" + pair.a.text + "\n\n" + filler)
    found = anchor(end_of(pair.a, place(pair.a, "26").span), long)
    assert found is not None
    assert long.text[found.start - 10 : found.end + 9] == "melder at 26 personer"
