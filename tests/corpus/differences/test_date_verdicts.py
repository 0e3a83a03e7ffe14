"""Days, spans, months and clock times of linked sentences: agree, compatible, differ or neither."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.differences.date_verdicts import date_verdict
from corpus.differences.verdicts import number_verdict
from corpus.facts.dates.dates import find_dates
from corpus.facts.facts import read_numbers
from corpus.model import Verdict

AGREE, COMPATIBLE, DIFFER = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.DIFFER


def of(left: str, right: str, codes: str, date: str | None = None) -> Verdict | None:
    first, second = codes.split()
    x = find_dates(parse_article(left, language=first, date=date))
    y = find_dates(parse_article(right, language=second, date=date))
    verdict = date_verdict(x[0], y[0])
    assert date_verdict(y[0], x[0]) is verdict
    return verdict


TIMES = [
    ("Det skjedde klokken 14.05.", "Det skjedde klokken 17.35.", "nb nb", DIFFER),
    ("Det hende klokka 14.05.", "Det hende klokka 14.05.", "nn nn", AGREE),
    ("Det skete klokken 14.05.", "It happened at 2.05 p.m.", "da en", AGREE),
    ("Det hände klockan 14.05.", "It happened at 5.35 p.m.", "sv en", DIFFER),
    ("It happened around 3 pm.", "It happened at 3.15 pm.", "en en", COMPATIBLE),
    ("Det skjedde ved tretiden.", "Det skete klokken 15.15.", "nb da", COMPATIBLE),
    ("Det skjedde halv fire.", "Det hände klockan 15.30.", "nb sv", COMPATIBLE),
    ("Det skjedde halv fire.", "Det hände klockan 17.30.", "nb sv", DIFFER),
    ("Det skjedde like før klokken 22.30.", "Det skjedde klokken 22.30.", "nb nb", COMPATIBLE),
    ("Det varte fra kl. 14 til 16.", "Det varte fra kl. 14 til 18.", "nb nb", DIFFER),
    ("Det skjedde klokken 14.", "Det skjedde klokken 14.04.", "nb nb", COMPATIBLE),
    ("Det skjedde klokken 14.", "Det skjedde onsdag.", "nb nb", None),
    ("Det skjedde rundt midnatt.", "Det skjedde klokken 23.50.", "nb nb", COMPATIBLE),
]


@pytest.mark.parametrize(("left", "right", "codes", "verdict"), TIMES)
def test_clock_times_are_compared_by_their_precision(
    left: str, right: str, codes: str, verdict: Verdict | None
) -> None:
    assert of(left, right, codes) is verdict


DAYS = [
    ("De møttes 24. desember.", "De møttes 23. desember.", "nb nb", DIFFER),
    ("De møttes 24. desember.", "They met on December 24.", "nb en", AGREE),
    ("Dei møttest 5. januar.", "De mødtes den 5. februar.", "nn da", DIFFER),
    ("De träffades i mars.", "They met in April.", "sv en", DIFFER),
    ("De träffades i mars.", "They met on March 5.", "sv en", COMPATIBLE),
    ("Det varer 3.–10. mai.", "Det varer 3.–12. mai.", "nb nb", DIFFER),
    ("Det varer 3.–10. mai.", "It runs May 3–10.", "nb en", AGREE),
    ("Det varer 3.–10. mai.", "Det hender 4. mai.", "nb nn", COMPATIBLE),
    ("Fra 1988 til 1997 bodde han der.", "He lived there from 1985 to 1997.", "nb en", DIFFER),
]


YEARS = [
    ("It was in February 2012.", "It was on 26 February 2012.", COMPATIBLE),
    ("It was in 2012.", "It was on 26 February 2012.", COMPATIBLE),
    ("It was in February 2012.", "It was on 26 February 2014.", DIFFER),
    ("It was in 2012.", "It was on 26 February 2014.", None),
    ("It is so now.", "It was on 26 February 2014.", None),
]


@pytest.mark.parametrize(("left", "right", "verdict"), YEARS)
def test_a_day_its_month_and_its_year_allow_each_other(
    left: str, right: str, verdict: Verdict | None
) -> None:
    assert of(left, right, "en en") is verdict


@pytest.mark.parametrize("date", [None, "2024-05-01"])
@pytest.mark.parametrize(("left", "right", "codes", "verdict"), DAYS)
def test_days_and_spans_without_a_year_are_compared(
    left: str, right: str, codes: str, verdict: Verdict, date: str | None
) -> None:
    assert of(left, right, codes, date) is verdict


NUMBERS = [
    ("Brann vant 3-1.", "Viking tapte 1-3.", AGREE),
    ("Brann vant 3-1.", "Brann vant 4-1.", DIFFER),
    ("En mann i 40-årene ble reddet.", "En mann på 47 år ble reddet.", COMPATIBLE),
    ("En mann i 40-årene ble reddet.", "En mann (57) ble reddet.", DIFFER),
    ("Folk i alderen 15–74 år ble spurt.", "Folk i alderen 16–64 år ble spurt.", DIFFER),
    ("En mann (33) ble reddet.", "33 menn ble reddet.", None),
]


@pytest.mark.parametrize(("left", "right", "verdict"), NUMBERS)
def test_results_and_ages_are_compared_with_their_like(
    left: str, right: str, verdict: Verdict | None
) -> None:
    x, y = (read_numbers(parse_article(text, language="nb"))[0] for text in (left, right))
    assert number_verdict(x, y) is verdict
    assert number_verdict(y, x) is verdict
