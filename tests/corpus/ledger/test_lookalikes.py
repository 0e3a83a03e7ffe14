"""A bookmark whose sentence was deleted never takes the sentence next door for it."""

from __future__ import annotations

import pytest

from corpus.ledger.anchoring import anchor, moved
from corpus.ledger.selectors import end_of
from corpus.reading.articles import parse_article

RUNS = {
    "nb": [
        "Kommunen stengte i går {} veier etter flommen ved {}, og kjørebanen ble vasket bort.",
        "Ambulansen fraktet {} passasjerer til sykehuset i {} etter kollisjonen i tunnelen.",
    ],
    "nn": [
        "Kommunen stengde i går {} vegar etter flaumen ved {}, og køyrebana vart vaska bort.",
        "Ambulansen frakta {} passasjerar til sjukehuset i {} etter kollisjonen i tunnelen.",
    ],
    "da": [
        "Kommunen lukkede i går {} veje efter oversvømmelsen ved {}, og asfalten blev skyllet væk.",
        "Ambulancen kørte {} passagerer til sygehuset i {} efter sammenstødet i tunnelen.",
    ],
    "sv": [
        "Kommunen stängde i går {} vägar efter översvämningen vid {}, och asfalten spolades bort.",
        "Ambulansen körde {} passagerare till sjukhuset i {} efter krocken i tunneln.",
    ],
    "en": [
        "The council closed {} roads yesterday after the flood at {}, and the tarmac went off.",
        "The ambulance took {} passengers to the hospital in {} after the crash in the tunnel.",
    ],
}
TOWNS = ("Voss", "Horsens", "Borlänge", "Leeds", "Hamar", "Tromsø")
FIRST = {
    "nb": "Det var uvær hele natten.", "nn": "Det var uvêr heile natta.",
    "da": "Det var uvejr hele natten.", "sv": "Det var oväder hela natten.",
    "en": "There was a storm all night.",
}  # fmt: skip
DENIED = {
    "nb": "Rådmannen sier at broen {}er trygg for tunge biler.",
    "nn": "Rådmannen seier at brua {}er trygg for tunge bilar.",
    "da": "Borgmesteren siger, at broen {}er sikker for tunge biler.",
    "sv": "Kommunchefen säger att bron {}är säker för tunga bilar.",
    "en": "The mayor says that the bridge is {}safe for heavy cars.",
}
NOT = {"nb": "ikke ", "nn": "ikkje ", "da": "ikke ", "sv": "inte ", "en": "not "}


def series(language: str, run: int, *, figures: bool, names: bool) -> list[str]:
    """Return six sentences that are alike but for a figure, a name or both."""
    return [
        RUNS[language][run].format(12 + 3 * n if figures else 12, town if names else TOWNS[0])
        for n, town in enumerate(TOWNS)
    ]


def probes(language: str) -> list[tuple[list[str], int]]:
    """Return texts as sentences, and which of them is marked and then deleted."""
    found = []
    for run in (0, 1):
        for figures, names in ((True, False), (False, True), (True, True)):
            found.append(([FIRST[language], *series(language, run, figures=figures, names=names)],
                          2 + run))  # fmt: skip
    yes, no = DENIED[language].format(""), DENIED[language].format(NOT[language])
    other = series(language, 0, figures=True, names=True)
    found.append(([FIRST[language], yes, no, other[0]], 1))
    found.append(([FIRST[language], no, yes, other[1]], 1))
    return found


@pytest.mark.parametrize("language", RUNS)
@pytest.mark.parametrize("number", range(8))
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_no_neighbour_is_taken_for_a_sentence_that_was_deleted(
    language: str, number: int, gap: str
) -> None:
    sentences, marked = probes(language)[number]
    before = parse_article(gap.join(sentences), language=language)
    span = next(s.span for s in before.sentences if s.span.of(before.text) == sentences[marked])
    left = [*sentences[:marked], *sentences[marked + 1 :]]
    if gap == "\n\n":  # the one that closes up was mended too
        left[marked] = left[marked].replace("r ", "rr ", 1)
    after = parse_article(gap.join(left), language=language)
    assert anchor(end_of(before, span), after) is None


@pytest.mark.parametrize("language", RUNS)
def test_a_figure_that_was_corrected_in_its_place_is_found(language: str) -> None:
    sentences = [
        FIRST[language],
        *(series(language, run, figures=True, names=True)[2] for run in (0, 1)),
    ]
    before = parse_article(" ".join(sentences), language=language)
    corrected = [*sentences]
    corrected[1] = corrected[1].replace("18", "19")
    after = parse_article(" ".join(corrected), language=language)
    span = before.sentences[1].span
    found = anchor(end_of(before, span), after)
    assert found is not None
    assert after.text[found.start : found.end] == corrected[1]


@pytest.mark.parametrize("language", RUNS)
def test_the_neighbour_is_offered_and_not_taken(language: str) -> None:
    sentences = [FIRST[language], *series(language, 0, figures=True, names=True)[:2]]
    before = parse_article(" ".join(sentences), language=language)
    after = parse_article(f"{sentences[0]} {sentences[2]}", language=language)
    end = end_of(before, before.sentences[1].span)
    place = moved(end, after)
    assert anchor(end, after) is None
    assert place is not None
    assert after.text[place.start : place.end] == sentences[2]
    assert moved(end, before) is None
