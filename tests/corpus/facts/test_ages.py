"""Ages, bounds, dashes, results and house numbers: what a bare figure is where it stands."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.facts.facts import read_numbers
from corpus.model import Number


def numbers(text: str, language: str) -> tuple[Number, ...]:
    return read_numbers(parse_article(text, language=language))


AGES = [
    ("nb", "En fisker (33) ble reddet.", 33, 33, "fisker"),
    ("nb", "Kari Moe (33) ble reddet.", 33, 33, "Kari Moe"),
    ("nn", "Ein fiskar (33) vart redda.", 33, 33, "fiskar"),
    ("da", "En fisker (33) blev reddet.", 33, 33, "fisker"),
    ("sv", "Kvinnan, 45, fick vård.", 45, 45, "Kvinnan"),
    ("da", "En kvinde i slutningen af 30'erne blev reddet.", 36, 39, "kvinde"),
    ("nb", "En gutt på 12 ble reddet.", 12, 12, "gutt"),
    ("en", "The driver, 33, was rescued.", 33, 33, "driver"),
    ("nb", "En 33 år gammel fisker ble reddet.", 33, 33, "fisker"),
    ("nb", "En mann på 33 år ble reddet.", 33, 33, "mann"),
    ("en", "A 33-year-old fisherman was rescued.", 33, 33, "fisherman"),
    ("nb", "En kvinne i 40-årene ble reddet.", 40, 49, "kvinne"),
    ("nb", "En kvinne i førtiårene ble reddet.", 40, 49, "kvinne"),
    ("nb", "En kvinne i slutten av 20-årene ble reddet.", 26, 29, "kvinne"),
    ("nn", "Ei kvinne i trettiåra vart redda.", 30, 39, "kvinne"),
    ("da", "En kvinde i 40'erne blev reddet.", 40, 49, "kvinde"),
    ("da", "En kvinde i fyrrerne blev reddet.", 40, 49, "kvinde"),
    ("sv", "En kvinna i 40-årsåldern fick vård.", 35, 45, "kvinna"),
    ("en", "A woman in her 40s was rescued.", 40, 49, "woman"),
    ("en", "A woman in her mid-30s was rescued.", 33, 37, "woman"),
    ("en", "A man in his late sixties was rescued.", 66, 69, "man"),
    ("en", "The poll asked people aged 15–74.", 15, 74, "people"),
    ("nb", "Målingen gjelder folk i alderen 15–74 år.", 15, 74, "folk"),
    ("en", "Pupils aged 12 and under ride for free.", None, 12, "Pupils"),
]


@pytest.mark.parametrize(("language", "text", "low", "high", "counted"), AGES)
def test_an_age_is_one_kind_and_belongs_to_somebody(
    language: str, text: str, low: int | None, high: int, counted: str
) -> None:
    (found,) = numbers(text, language)
    assert (found.kind, found.unit) == ("age", "year")
    assert (found.low, found.high, found.counted) == (low, high, counted)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Slik var det på 40-tallet."),
        ("da", "Op gennem 60'erne var det anderledes."),
        ("en", "It was warm, with highs in the 40s."),
        ("nb", "Moe (33) scoret, og Brann ledet 1–0."),
    ],
)
def test_a_decade_and_a_minute_of_a_match_are_no_ages(language: str, text: str) -> None:
    assert all(number.kind != "age" for number in numbers(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "To menn på 19 og 40 år er reddet."),
        ("nn", "To menn på 19 og 40 år er redda."),
        ("da", "To mænd på 19 og 40 år er reddet."),
        ("sv", "Två män på 19 och 40 år är räddade."),
        ("en", "Two men, aged 19 and 40, were rescued."),
    ],
)
def test_ages_joined_to_one_another_are_all_ages(language: str, text: str) -> None:
    ages = [number.low for number in numbers(text, language) if number.kind == "age"]
    assert ages == [19, 40]


BOUNDS = [
    ("nb", "Skoler med 500 elever eller flere får støtte.", 500, None, "elever"),
    ("nn", "Skular med 500 elevar eller fleire får støtte.", 500, None, "elevar"),
    ("da", "Skoler med 500 elever eller derover får støtte.", 500, None, "elever"),
    ("sv", "Skolor med 500 elever eller fler får stöd.", 500, None, "elever"),
    ("en", "Schools of 500 pupils or over get support.", 500, None, "pupils"),
    ("nb", "Tallet oversteg 700 i går.", 700, None, None),
    ("nn", "Talet passerte 700 i går.", 700, None, None),
    ("da", "Tallet passerede 700 i går.", 700, None, None),
    ("sv", "Antalet översteg 700 i går.", 700, None, None),
    ("en", "The number topped 700 yesterday.", 700, None, None),
]


@pytest.mark.parametrize(("language", "text", "low", "high", "counted"), BOUNDS)
def test_a_bound_stands_behind_the_noun_or_is_a_verb(
    language: str, text: str, low: int, high: int | None, counted: str | None
) -> None:
    (found,) = numbers(text, language)
    assert (found.low, found.high, found.counted) == (low, high, counted)


@pytest.mark.parametrize("dash", ["- ", "-", "– "])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "17 gårder er evakuert, sier ordføreren."),
        ("nn", "17 gardar er evakuerte, seier ordføraren."),
        ("da", "17 gårde er evakueret, siger borgmesteren."),
        ("sv", "17 gårdar är utrymda, säger borgmästaren."),
        ("en", "17 farms were cleared, the mayor says."),
    ],
)
def test_a_dash_that_opens_a_line_is_no_minus(language: str, text: str, dash: str) -> None:
    (found,) = numbers(dash + text, language)
    assert found.low == found.high == 17


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "-12 grader ble målt."), ("en", "-12 degrees was the low."), ("da", "-12 grader.")],
)
def test_frost_at_the_head_of_a_line_is_below_zero(language: str, text: str) -> None:
    assert [number.low for number in numbers(text, language)] == [-12]


RESULTS = [
    ("nb", "Brann vant 3-1 over Viking.", 3, 1),
    ("nn", "Brann vann 3–1 over Viking.", 3, 1),
    ("da", "Danmark tabte 24-28 til Norge.", 24, 28),
    ("sv", "Sverige vann med 4–2 mot Norge.", 4, 2),
    ("en", "The team won 64-44 at home.", 64, 44),
]


@pytest.mark.parametrize(("language", "text", "first", "second"), RESULTS)
def test_a_result_keeps_its_order(language: str, text: str, first: int, second: int) -> None:
    (found,) = numbers(text, language)
    assert (found.kind, found.low, found.high) == ("score", first, second)


CHANGES = [
    ("nb", "Antallet sank med 87 000 til 504 000.", [87000, 504000]),
    ("nn", "Talet minka med 87 000 til 504 000.", [87000, 504000]),
    ("da", "Antallet mindskedes og faldt med 87.000 til 504.000.", [87000, 504000]),
    ("sv", "Antalet sjönk med 87 000 till 504 000.", [87000, 504000]),
    ("en", "The number declined by 87,000 to 504,000.", [87000, 504000]),
]


@pytest.mark.parametrize(("language", "text", "values"), CHANGES)
def test_a_change_by_one_figure_to_another_is_two_figures(
    language: str, text: str, values: list[int]
) -> None:
    assert [number.low for number in numbers(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It burned at 340 Larch Street for hours."),
        ("nb", "Det smalt på fylkesvei 382 ved Moen."),
        ("nn", "Det small på riksveg 15 ved Moen."),
        ("sv", "Det small på väg 26 vid Moen."),
        ("da", "Det skete på hovedvej 382 ved Moen."),
        ("en", "Flight 447 and SK 4011 landed late."),
    ],
)
def test_house_road_and_flight_numbers_count_nothing(language: str, text: str) -> None:
    assert not numbers(text, language)


MONEY = [
    ("nb", "Det koster to amerikanske dollar og 23 cents.", 2.23),
    ("nb", "Det koster 2 polske zloty og 23 groszy.", 2.23),
    ("nb", "Det koster 20 gondorske dollar.", 20),
    ("da", "Det koster 2 kroner og 50 øre.", 2.5),
    ("sv", "Det kostar 2 kronor och 50 öre.", 2.5),
    ("en", "It costs 20 ringgit and 43 sen.", 20.43),
    ("en", "They struck a US$4.7 billion deal.", 4.7e9),
]


@pytest.mark.parametrize(("language", "text", "value"), MONEY)
def test_money_is_read_with_its_hundredths(language: str, text: str, value: float) -> None:
    (found,) = numbers(text, language)
    assert (found.kind, found.low) == ("money", value)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "She is 6-foot-6 tall.", 6.5),
        ("sv", "Det tog två och trekvarts timme.", 2.75),
        ("da", "Det tog to og trekvart time.", 2.75),
        ("en", "It took 2 hundred and fifty-four hundredths.", 200),
        ("nb", "De 20,4 millionene så på.", 20.4e6),
    ],
)
def test_a_whole_and_its_part_are_one_figure(language: str, text: str, value: float) -> None:
    assert numbers(text, language)[0].low == value
