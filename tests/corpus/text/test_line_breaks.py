"""Lines broken by hand are joined; lines that are paragraphs, headings or lists stay apart."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.line_breaks import unbroken

TELETEXT = {
    "nb": (
        "TO SKADD I RAS VED TINN\n"
        "To menn er fløyet til sykehus etter\n"
        "at et jordras tok med seg bilen\n"
        "deres nær Rjukan natt til tirsdag.\n"
        "Naboer hørte raset. Redningsfolk fra\n"
        "Notodden lette i to timer, opplyser\n"
        "brannvesenet.\n"
        "– Vi er glade for at det gikk bra,\n"
        "sier ordføreren."
    ),
    "nn": (
        "FERJA STÅR I DALSVIKA\n"
        "Ferja over fjorden står til fredag\n"
        "etter at ho gjekk på grunn i går.\n"
        "Ingen vart skadde, men fire bilar\n"
        "fekk hakk i lakken då ho stansa,\n"
        "fortel skipperen."
    ),
    "da": (
        "BRO LUKKET EFTER PÅKØRSEL\n"
        "Broen over Limfjorden er lukket i\n"
        "begge retninger, efter at et skib\n"
        "sejlede ind i en bropille søndag\n"
        "morgen. Ingen kom til skade,\n"
        "oplyser havnechefen."
    ),
    "sv": (
        "SKOGSBRAND HOTAR BY\n"
        "En skogsbrand sprider sig mot en\n"
        "by utanför Mora. Boende uppmanas\n"
        "att lämna sina hus före kvällen,\n"
        "skriver länsstyrelsen. Vinden\n"
        "väntas öka under natten."
    ),
    "en": (
        "FERRY STUCK ON SANDBANK\n"
        "A ferry with ninety people on board\n"
        "ran onto a sandbank off the coast of\n"
        "Devon on Monday. Nobody was hurt,\n"
        "the coastguard said, and a tug is\n"
        "on its way."
    ),
}
FIRST = {
    "nb": "To menn er fløyet til sykehus etter at et jordras tok med seg bilen deres nær Rjukan "
    "natt til tirsdag.",
    "nn": "Ferja over fjorden står til fredag etter at ho gjekk på grunn i går.",
    "da": "Broen over Limfjorden er lukket i begge retninger, efter at et skib sejlede ind i en "
    "bropille søndag morgen. Ingen kom til skade, oplyser havnechefen.",
    "sv": "En skogsbrand sprider sig mot en by utanför Mora. Boende uppmanas att lämna sina hus "
    "före kvällen, skriver länsstyrelsen. Vinden väntas öka under natten.",
    "en": "A ferry with ninety people on board ran onto a sandbank off the coast of Devon on "
    "Monday. Nobody was hurt, the coastguard said, and a tug is on its way.",
}


@pytest.mark.parametrize("code", sorted(TELETEXT))
def test_a_page_of_teletext_is_its_heading_and_its_paragraphs(code: str) -> None:
    text, count = unbroken(TELETEXT[code])
    heading, *paragraphs = text.split("\n")
    assert heading == TELETEXT[code].split("\n")[0]
    assert paragraphs[0] == FIRST[code]
    assert count == TELETEXT[code].count("\n") - text.count("\n")


def test_a_dash_opens_a_paragraph() -> None:
    assert unbroken(TELETEXT["nb"])[0].split("\n")[-1].startswith("– Vi er glade")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Hun ble fraktet bort med luft-\nambulanse og har ikke livs-\ntruende skader.",
         "Hun ble fraktet bort med luftambulanse og har ikke livstruende skader."),
        ("Både brann- og politifolk var der i\nnatt. Det er brann- og politi-\nfolk der "
         "fremdeles, og ein brann-\nog politibil står i gata til i dag.",
         "Både brann- og politifolk var der i natt. Det er brann- og politifolk der fremdeles, og "
         "ein brann- og politibil står i gata til i dag."),
        ("En svensk-norsk gruppe vant og fikk\npremie da den svensk-\nnorske gruppen spilte for\n"
         "alle som ville høre.",
         "En svensk-norsk gruppe vant og fikk premie da den svensknorske gruppen spilte for alle "
         "som ville høre."),
        ("Mødet om NATO-\ntopmødet blev holdt for en 25-\nårig mand, som havde vundet i\nlotteri.",
         "Mødet om NATO-topmødet blev holdt for en 25-årig mand, som havde vundet i lotteri."),
        ("Det var ett svensk-danskt möte om\nbron och svensk-\ndanskt samarbete, sade de\nsom "
         "var där.",
         "Det var ett svensk-danskt möte om bron och svensk-danskt samarbete, sade de som var "
         "där."),
    ],
)  # fmt: skip
def test_words_parted_at_the_end_of_a_line_are_put_together(broken: str, whole: str) -> None:
    assert unbroken(broken)[0] == whole


@pytest.mark.parametrize(
    "text",
    [
        "2 dl mel\n1 egg\nsalt og pepper\nolje til steking",
        "Kari Moen, VG\nOle Berg, NTB\nAnna Lund, TT",
        "Brann i byen\n\nTo er døde.\nTre er savnet.\nPolitiet leter.",
        "Dette er et avsnitt som slutter her.\nannonse\nOg dette er det neste avsnittet i saken.",
        "- ett\n- to\n- tre og fire\n- fem",
        "# Overskrift her\nog brødtekst under den",
        "Fakta:\nmange døde\nfå skadde",
        "Kort linje\n" + "Lang linje som er et helt avsnitt og går langt ut over siden. " * 4,
    ],
)
def test_lines_that_are_paragraphs_or_items_stay_as_they_are(text: str) -> None:
    assert unbroken(text) == (text, 0)


COMMON = "han hun politiet sa at de ikke fant noen spor etter brannen i huset"
WORDS = st.lists(st.sampled_from(COMMON.split()), min_size=30, max_size=80)


@given(st.lists(WORDS, min_size=2, max_size=4), st.integers(30, 100))
def test_paragraphs_of_a_mail_are_whole_again(paragraphs: list[list[str]], width: int) -> None:
    whole = [f"{' '.join(words).capitalize()}." for words in paragraphs]
    mail = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in whole)
    assert unbroken(mail)[0] == "\n\n".join(whole)


@given(st.text(st.sampled_from("aB .,-–\n"), max_size=300))
def test_only_line_ends_blanks_and_hyphens_are_changed(text: str) -> None:
    bare = str.maketrans("", "", " -\n")
    assert unbroken(text)[0].translate(bare) == text.translate(bare)
