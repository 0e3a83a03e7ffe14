"""What speaks for a pair of sentences: years looked back to, who is credited, rare words."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus import Article, parse_article
from corpus.facts.facts import read_facts
from corpus.links.evidence import Reasons
from corpus.links.features import NAMES, candidates
from corpus.links.terms import sentences_of


def article(*sentences: str, language: str = "nb", date: str | None = None) -> Article:
    return parse_article("\n\n".join(sentences), language=language, date=date)


def feature(name: str, a: Article, b: Article) -> NDArray[np.float64]:
    """Return a feature as a table, a row for each sentence of `a`."""
    found = candidates(sentences_of(a), sentences_of(b), read_facts(a), read_facts(b))
    table = np.full(found.sizes, np.nan)
    table.ravel()[found.keys] = found.features[:, NAMES.index(name)]
    return table


NOW = "Minst 27 mennesker er omkommet etter jordskjelvet."
BACK = "Albania ble rammet i november 2019, da 51 mennesker omkom i et skjelv."


def test_a_look_back_to_an_earlier_year_is_another_time_than_the_news() -> None:
    years = feature("same year", article(NOW, BACK), article(NOW, BACK))
    assert years.tolist() == [[0, -1], [-1, 1]]


@pytest.mark.parametrize(
    ("told", "date", "looks_back"),
    [
        ("Skjelvet kom i 2026 og tok 27 liv.", "2026-10-10", False),
        ("Skjelvet kom i 2019 og tok 27 liv.", "2026-10-10", True),
        ("Skjelvet kom i desember og tok 27 liv.", "2026-01-03", False),
        ("Skjelvet kom 31. desember og tok 27 liv.", "2026-01-03", False),
        ("Skjelvet kom i desember 2019 og tok 27 liv.", "2026-01-03", True),
        ("Skjelvet kom for to år siden og tok 27 liv.", None, True),
        ("Skjelvet kom på 1990-tallet og tok 27 liv.", None, True),
        ("Skjelvet kom onsdag og tok 27 liv.", None, False),
    ],
)
def test_only_a_year_that_is_not_the_articles_own_is_a_look_back(
    told: str, date: str | None, looks_back: bool
) -> None:
    years = feature("same year", article(told, date=date), article(NOW, date=date))
    assert years.item() == (-1 if looks_back else 0)


def test_two_sentences_credit_one_source_where_one_of_them_says_only_she() -> None:
    a = article(
        "Talskvinne Saltanat Azirbek sier at åtte er drept.",
        "Hun sier at byen er rolig.",
    )
    b = article("Byen er rolig, ifølge Azirbek.", "Byen er rolig, melder AFP.")
    sources = feature("source mass", a, b)
    assert sources[1, 0] > 0
    assert not sources[:, 1].any()


def test_the_rarest_shared_word_weighs_no_more_than_all_of_them() -> None:
    a = article("Rådhuset i Bisjkek ble stormet.", "Rådhuset brenner.", "Rådhuset er stengt.")
    b = article("Folk stormet rådhuset i Bisjkek.", "Rådhuset ligger i sentrum.")
    whole, most = feature("word mass", a, b), feature("rarest word", a, b)
    assert (most <= np.expm1(whole) + 1e-9).all()
    assert most[0, 0] > most[1, 1] > 0


def test_the_evidence_says_that_one_sentence_looks_back() -> None:
    a, b = article(NOW), article(BACK)
    reasons = Reasons(sentences_of(a), sentences_of(b), read_facts(a), read_facts(b))
    against = [r for r in reasons.of(0, 0, 0.4) if r.kind == "against"]
    assert [r.label for r in against if "year" in r.label] == ["looks back to another year"]
    told = next(r for r in against if "year" in r.label)
    assert told.a is None
    assert told.b is not None
    assert told.b.of(b.text) == "november 2019"
