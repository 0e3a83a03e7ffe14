"""Dates: what a text says of time is read, and resolved only as far as it is known."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Date, compare, parse_article
from corpus.facts.dates.dates import find_dates
from corpus.languages.tables import codes

FRIDAY = "2022-01-07"


def dates(text: str, language: str, written: str | None = FRIDAY) -> list[Date]:
    article = parse_article(text, language=language, date=written)
    return list(find_dates(article))


def only(text: str, language: str, written: str | None = FRIDAY) -> Date:
    found = dates(text, language, written)
    assert len(found) == 1, found
    return found[0]


WEDNESDAY = [
    ("nb", "Det skjedde onsdag i byen."),
    ("nn", "Det hende onsdag i byen."),
    ("da", "Det skete onsdag i byen."),
    ("sv", "Det hände i onsdags i staden."),
    ("en", "It happened on Wednesday in the city."),
]


@pytest.mark.parametrize(("language", "text"), WEDNESDAY)
def test_weekday_is_the_last_one_before_a_dated_article(language: str, text: str) -> None:
    found = only(text, language)
    assert (found.low, found.high, found.name) == ("2022-01-05", "2022-01-05", "wednesday")


@pytest.mark.parametrize(("language", "text"), WEDNESDAY)
def test_weekday_stays_a_name_where_only_the_month_is_known(language: str, text: str) -> None:
    found = only(text, language, "2022-01")
    assert (found.low, found.high, found.name) == (None, None, "wednesday")


RESOLVED = [
    ("nb", "Unntakstilstand frem til 19. januar.", "2022-01-19", "2022-01-19"),
    ("nb", "Opptøyer siden 2.januar i år.", "2022-01-02", "2022-01-02"),
    ("nb", "Valget for to år siden var rolig.", "2019-01-01", "2020-12-31"),
    ("nb", "De siste seks dagene har vært rolige.", "2022-01-02", "2022-01-07"),
    ("nb", "Han ble valgt i 2019.", "2019-01-01", "2019-12-31"),
    ("nb", "Det startet i går.", "2022-01-06", "2022-01-06"),
    ("nb", "Natt til fredag smalt det.", "2022-01-07", "2022-01-07"),
    ("nb", "Prisen steg da det nye året startet.", "2022-01-01", "2022-01-01"),
    ("nn", "Det starta i går.", "2022-01-06", "2022-01-06"),
    ("nn", "Det var for tre dagar sidan.", "2022-01-04", "2022-01-04"),
    ("da", "Det blev ophævet 1. januar.", "2022-01-01", "2022-01-01"),
    ("da", "Han har styret siden 2019.", "2019-01-01", "2019-12-31"),
    ("da", "Fredag den 7. januar var der ro.", "2022-01-07", "2022-01-07"),
    ("da", "Det skete i sidste uge.", "2021-12-27", "2022-01-02"),
    ("sv", "Det hände den 6 januari.", "2022-01-06", "2022-01-06"),
    ("sv", "De senaste sex dagarna var lugna.", "2022-01-02", "2022-01-07"),
    ("sv", "Natten till torsdagen small det.", "2022-01-06", "2022-01-06"),
    ("en", "Police came on Wednesday, January 5, 2022 at once.", "2022-01-05", "2022-01-05"),
    ("en", "It began on 2 January and grew.", "2022-01-02", "2022-01-02"),
    ("en", "It lasted Jan. 5-7 in all.", "2022-01-05", "2022-01-07"),
    ("en", "In March 2020 it began.", "2020-03-01", "2020-03-31"),
    ("en", "Last Friday it began.", "2021-12-31", "2021-12-31"),
    ("en", "It happened two weeks ago.", "2021-12-18", "2021-12-24"),
    ("en", "Dated 2021-11-30 by hand.", "2021-11-30", "2021-11-30"),
    ("nb", "Mellom 2001 og 2005 var han ordfører.", "2001-01-01", "2005-12-31"),
    ("nb", "På 1980-tallet var det annerledes.", "1980-01-01", "1989-12-31"),
    ("nb", "Forfatteren (1832–1910) er glemt.", "1832-01-01", "1910-12-31"),
    ("nb", "I slutten av januar snødde det.", "2022-01-01", "2022-01-31"),
    ("nb", "Onsdag i forrige uke snødde det.", "2021-12-29", "2021-12-29"),
    ("nb", "Fredag 7/1 snødde det.", "2022-01-07", "2022-01-07"),
    ("nn", "Siste døgnet har det snøa.", "2022-01-07", "2022-01-07"),
    ("nn", "På 1980-talet var det annleis.", "1980-01-01", "1989-12-31"),
    ("da", "I 1980'erne var det anderledes.", "1980-01-01", "1989-12-31"),
    ("da", "I løbet af 2020 skete det.", "2020-01-01", "2020-12-31"),
    ("da", "I mandags kom de.", "2022-01-03", "2022-01-03"),
    ("da", "På mandag kommer de.", "2022-01-10", "2022-01-10"),
    ("sv", "På måndag kommer de.", "2022-01-10", "2022-01-10"),
    ("sv", "Måndagen den 3:e januari kom de.", "2022-01-03", "2022-01-03"),
    ("sv", "Senast 2030 ska det ske.", "2030-01-01", "2030-12-31"),
    ("sv", "Under 1800-talet hände det.", "1800-01-01", "1899-12-31"),
    ("en", "Between 2001 and 2005 he was mayor.", "2001-01-01", "2005-12-31"),
    ("en", "The 2003-04 season was poor.", "2003-01-01", "2004-12-31"),
    ("en", "In the 1980s it was different.", "1980-01-01", "1989-12-31"),
    ("en", "The 2021 election was close.", "2021-01-01", "2021-12-31"),
    ("en", "In 1912 passengers drowned.", "1912-01-01", "1912-12-31"),
    ("nb", "I 2011 døde to personer.", "2011-01-01", "2011-12-31"),
    ("sv", "Det hände på onsdagen.", "2022-01-05", "2022-01-05"),
    ("en", "The day before yesterday they left.", "2022-01-05", "2022-01-05"),
    ("en", "They met on Wednesday of last week.", "2021-12-29", "2021-12-29"),
    ("en", "In mid-December they met.", "2021-12-01", "2021-12-31"),
    ("en", "It closed on 12/31/2021 for good.", "2021-12-31", "2021-12-31"),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), RESOLVED)
def test_expression_is_resolved_against_the_date_of_the_article(
    language: str, text: str, low: str, high: str
) -> None:
    found = dates(text, language)[0]
    assert (found.low, found.high) == (low, high)


NAMED = [
    ("nb", "Det skjedde onsdag kveld.", "wednesday evening"),
    ("da", "Det skete tirsdag aften.", "tuesday evening"),
    ("nb", "Møtet er kl. 14.30.", "14:30"),
    ("en", "The meeting is at 2:30 p.m. today.", "14:30"),
    ("nb", "De har demonstrert seks dager på rad.", "last 6 day"),
    ("nb", "De demonstrerer for sjette dag på rad.", "last 6 day"),
    ("da", "Det blev ophævet 1. januar.", "--01-01"),
    ("nb", "Det brant i helgen.", "weekend 0"),
    ("en", "Last weekend it burned.", "weekend -1"),
    ("en", "She left two days earlier.", "before 2 day"),
    ("nb", "Onsdag i forrige uke snødde det.", "wednesday"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_expression_has_a_name_that_compares_across_languages(
    language: str, text: str, name: str
) -> None:
    assert dates(text, language, None)[0].name == name


NOT_DATES = [
    ("nb", "Rundt 2500 soldater ble sendt."),
    ("nb", "Han har 2000 sauer og 83 geiter."),
    ("en", "They may march on and second the motion."),
    ("en", "The sun and a mon amour."),
    ("nb", "Den 31. februar finnes ikke."),
    ("nb", "Prisen steg fra 1500 til 2000 kroner."),
    ("nb", "Mellom 1500 og 2000 personer kom."),
    ("sv", "Hela 2000 personer kom."),
    ("en", "He won by 2000 votes."),
    ("en", "They came two minutes after the call."),
    ("en", "A crowd of 2000 people came."),
    ("en", "He may 5 times a day."),
    ("en", "Rates stand at 5.25 percent, at 5 people a table."),
]


@pytest.mark.parametrize(("language", "text"), NOT_DATES)
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_weekday_with_day_number_dates_the_other_weekdays_of_the_text() -> None:
    text = "Onsdag 5. januar startet det. Torsdag ble det verre. Det var rolig søndag."
    assert [d.low for d in dates(text, "nb", "2022-01")] == [
        "2022-01-05",
        "2022-01-06",
        "2022-01-02",
    ]


def test_day_of_the_last_year_dates_the_weekdays_of_an_article_from_january() -> None:
    text = "Fredag 31. desember startet det. Lørdag sluttet det."
    assert [d.low for d in dates(text, "nb", "2022-01")] == ["2021-12-31", "2022-01-01"]


def test_a_lone_date_is_read_though_its_line_holds_digits_only() -> None:
    assert only("2022-01-07", "en").low == "2022-01-07"


def test_wrong_weekday_beside_a_day_number_dates_nothing_else() -> None:
    assert [
        d.low for d in dates("Mandag 5. januar startet det. Torsdag sluttet det.", "nb", "2022-01")
    ] == [
        "2022-01-05",
        None,
    ]


def test_full_stop_of_the_sentence_is_no_part_of_the_date() -> None:
    article = parse_article("Bildet er fra 6. januar.", language="nb", date=FRIDAY)
    (found,) = find_dates(article)
    assert found.span.of(article.text) == "6. januar"


WORDS = [
    "onsdag",
    "i",
    "går",
    "for",
    "to",
    "år",
    "siden",
    "31.",
    "februar",
    "januar",
    "2019",
    "kl.",
    "25:61",
    "last",
    "Friday",
    "0.",
    "mars",
]


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8))), st.sampled_from(codes()))
def test_no_text_makes_the_reader_raise_and_spans_stay_inside(
    parts: list[str], language: str
) -> None:
    text = " ".join(parts)
    if not text.strip("\x00 \n\t\r") or not any(c.isprintable() and not c.isspace() for c in text):
        return
    article = parse_article(text, language=language, date="2022-01-07")
    end = 0
    for found in find_dates(article):
        assert end <= found.start < found.end <= len(article.text)
        assert (found.low is None) == (found.high is None)
        assert (found.low or "") <= (found.high or "")
        end = found.end


ENDS = ["0001-01-01", "0001-01", "0001", "0400-02-29", "0400", "0999-12-31", "9999-12-31", "9999"]
AT_THE_ENDS = {
    "nb": "Det skjedde i går, i morgen, på mandag, sist fredag, neste uke, forrige uke, i fjor, "
    "neste år, for 10 dager siden, om 3 uker, de siste 400 dagene, i desember og i januar.",
    "nn": "Det hende i går, i morgon, på måndag, førre fredag, neste veke, førre veke, i fjor, "
    "neste år, for 10 dagar sidan, om 3 veker, dei siste 400 dagane, i desember og i januar.",
    "da": "Det skete i går, i morgen, på mandag, sidste fredag, næste uge, sidste uge, sidste år, "
    "for 10 dage siden, om 3 uger, de seneste 400 dage, i december og i januar.",
    "sv": "Det hände i går, i morgon, på måndag, förra fredagen, nästa vecka, förra veckan, "
    "förra året, för 10 dagar sedan, om 3 veckor, de senaste 400 dagarna, i december och januari.",
    "en": "It happened yesterday, tomorrow, on Monday, last Friday, next week, last week, last "
    "year, next year, 10 days ago, in 3 weeks, the past 400 days, in December and in January.",
}


@pytest.mark.parametrize("code", sorted(AT_THE_ENDS))
@pytest.mark.parametrize("written", ENDS)
def test_at_the_ends_of_the_calendar_a_time_is_a_day_or_only_named(code: str, written: str) -> None:
    article = parse_article(AT_THE_ENDS[code], language=code, date=written)
    dates = find_dates(article)
    assert len(dates) >= 8
    for day in [day for found in dates for day in (found.low, found.high) if day]:
        assert datetime.date.fromisoformat(day).isoformat() == day
    assert compare(article, article).b == article
