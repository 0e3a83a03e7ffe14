"""Clock times are read however they are told, with their precision, and are no quantities."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.facts.dates.dates import find_dates
from corpus.facts.facts import read_numbers
from corpus.model import Date


def minutes(clock: str) -> int:
    hours, rest = clock.split(":")
    return 60 * int(hours) + int(rest)


def clocks(text: str, language: str) -> list[Date]:
    article = parse_article(text, language=language)
    return [date for date in find_dates(article) if date.clock]


EXACT = [
    ("nb", "Brannen startet kl. 14.05 i går.", "14:05"),
    ("nb", "Brannen startet klokka 5.37 og varte lenge.", "05:37"),
    ("nb", "Brannen startet 22.34 torsdag kveld.", "22:34"),
    ("nn", "Brannen starta klokka 14:05.", "14:05"),
    ("da", "Branden brød ud klokken 14.05 i lageret.", "14:05"),
    ("sv", "Branden startade klockan 14.05 på kvällen.", "14:05"),
    ("en", "The fire began at 14:05 in a shed.", "14:05"),
    ("en", "The fire began at 5.37 pm in a shed.", "17:37"),
    ("en", "The fire began at 18.42 on Sunday.", "18:42"),
    ("en", "The fire began at 5 p.m. in a shed.", "17:00"),
    ("en", "The fire began at noon.", "12:00"),
    ("nb", "Brannen startet klokken åtte om kvelden.", "20:00"),
    ("nb", "Brannen startet kvart over ett om natten.", "01:15"),
    ("nn", "Brannen starta kvart på fire om ettermiddagen.", "15:45"),
    ("da", "Branden brød ud kvart i fire om natten.", "03:45"),
    ("sv", "Branden startade kvart över ett på natten.", "01:15"),
    ("en", "The fire began at a quarter to four in the afternoon.", "15:45"),
    ("nb", "Brannen startet halv fire om natten.", "03:30"),
    ("nn", "Brannen starta fem på halv fire om natta.", "03:25"),
    ("da", "Branden brød ud ti minutter over halv fire om natten.", "03:40"),
    ("sv", "Branden startade klockan tio i fyra på morgonen.", "03:50"),
    ("en", "The fire began at half past three in the morning.", "03:30"),
    ("nb", "Klokken var 14.05 da brannen startet.", "14:05"),
    ("nb", "Brannen startet klokken 0254 den natten.", "02:54"),
    ("da", "Branden brød ud kl. 14,05 i lageret.", "14:05"),
    ("sv", "Branden startade 14.05 på torsdagen.", "14:05"),
    ("sv", "Branden larmades in 02.54.", "02:54"),
    ("en", "The fire began at 1405 hours.", "14:05"),
    ("en", "The fire began at three o'clock in the morning.", "03:00"),
]


@pytest.mark.parametrize(("language", "text", "clock"), EXACT)
def test_a_clock_time_is_a_minute_of_the_day(language: str, text: str, clock: str) -> None:
    (found,) = clocks(text, language)
    assert found.clock == (minutes(clock), minutes(clock))
    assert (found.name, found.half_open) == (clock, False)


@pytest.mark.parametrize(("language", "text", "clock"), EXACT)
def test_its_figures_and_words_are_no_quantities(language: str, text: str, clock: str) -> None:
    assert not read_numbers(parse_article(text, language=language))


HEDGED = [
    ("nb", "Det smalt ved 15.30-tiden.", "15:15", "15:45"),
    ("nb", "Det smalt i 17-tida.", "16:30", "17:30"),
    ("nn", "Det small i 17-tida.", "16:30", "17:30"),
    ("da", "Det bragede ved 15-tiden.", "14:30", "15:30"),
    ("sv", "Det small vid 15-tiden.", "14:30", "15:30"),
    ("en", "It blew up around 3 pm.", "14:30", "15:30"),
    ("nb", "Det smalt i halv fire-tiden om natten.", "03:15", "03:45"),
    ("sv", "Det small vid halvfyratiden på natten.", "03:15", "03:45"),
    ("nb", "Veien var stengt mellom 14.00 og 15.30 den dagen.", "14:00", "15:30"),
    ("nb", "Det smalt like før klokken 22.30.", "22:15", "22:30"),
    ("sv", "Det small strax efter klockan 22.30.", "22:30", "22:45"),
    ("da", "Det bragede kort før klokken 22.30.", "22:15", "22:30"),
    ("en", "It blew up shortly before 10.30 pm.", "22:15", "22:30"),
    ("nb", "Veien var stengt mellom klokken 14 og 16.", "14:00", "16:00"),
    ("da", "Vejen var spærret fra kl. 14.30 til kl. 16.15.", "14:30", "16:15"),
    ("en", "The road was closed between 2 and 4 p.m.", "14:00", "16:00"),
    ("en", "The road was closed from 11 a.m. to 2:30 p.m.", "11:00", "14:30"),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), HEDGED)
def test_words_beside_a_time_widen_it(language: str, text: str, low: str, high: str) -> None:
    (found,) = clocks(text, language)
    assert found.clock == (minutes(low), minutes(high))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Det smalt ved tretiden."),
        ("nn", "Det small kvart på fire."),
        ("da", "Det bragede halv fire."),
        ("sv", "Det small vid halv fyra."),
        ("en", "It blew up at half past three."),
    ],
)
def test_a_time_in_words_may_be_of_either_half_of_the_day(language: str, text: str) -> None:
    (found,) = clocks(text, language)
    assert found.half_open


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Turen varte i halv tre timer."),
        ("nb", "De ti over tre meter høye tårnene falt."),
        ("sv", "De delades in i fem i tre grupper."),
        ("en", "He owned 5 percent at three places."),
        ("en", "Shares rose from 2 to 4 percent."),
        ("en", "The campaign runs from 3 to 10 May."),
        ("da", "De vandt med ti i fire kampe."),
        ("en", "He served 1200 hours of unpaid work."),
    ],
)
def test_what_is_no_time_is_left_alone(language: str, text: str) -> None:
    assert clocks(text, language) == []


YEARS = [
    ("nb", "Skolen ble reist i nittenåttifire.", "1984"),
    ("nn", "Skulen vart reist i nitten førtifem.", "1945"),
    ("da", "Skolen blev rejst i nitten-fireogfirs.", "1984"),
    ("da", "Reglen kom i tyve-seksten.", "2016"),
    ("sv", "Skolan byggdes år nittonhundraåttiofyra.", "1984"),
    ("en", "The school was built in nineteen eighty-four.", "1984"),
    ("en", "The school was built in nineteen oh five.", "1905"),
    ("da", "Reglen kom i totusindogotte.", "2008"),
]


@pytest.mark.parametrize(("language", "text", "year"), YEARS)
def test_a_year_in_words_is_a_year_and_no_quantity(language: str, text: str, year: str) -> None:
    article = parse_article(text, language=language)
    assert [date.name for date in find_dates(article)] == [year]
    assert not read_numbers(article)


DAYS = [
    ("nb", "De møttes tjuefjerde desember.", "--12-24"),
    ("nn", "Dei møttest fjerde juli.", "--07-04"),
    ("da", "De mødtes den fireogtyvende december.", "--12-24"),
    ("sv", "De träffades den tjugofjärde december.", "--12-24"),
    ("en", "They met on the twenty-fourth of December.", "--12-24"),
    ("nb", "Fristen er 15/2 for alle.", "--02-15"),
    ("nb", "Messen varer 3.–10. mai.", "--05-03/--05-10"),
    ("en", "The fair runs May 3–10.", "--05-03/--05-10"),
]


@pytest.mark.parametrize(("language", "text", "name"), DAYS)
def test_a_day_is_read_in_words_in_slashes_and_as_a_span(
    language: str, text: str, name: str
) -> None:
    (found,) = find_dates(parse_article(text, language=language))
    assert (found.name, found.low) == (name, None)


def test_a_day_in_six_figures_is_no_quantity() -> None:
    article = parse_article("Avtalet skrevs 201226 och gäller.", language="sv", date="2021-01-03")
    assert [date.low for date in find_dates(article)] == ["2020-12-26"]
    assert not read_numbers(article)


def test_the_name_of_a_paper_is_no_day() -> None:
    assert not find_dates(parse_article("So wrote the Sunday Times.", language="en"))
