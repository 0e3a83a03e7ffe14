"""Who speaks where no verb says so, and what looks like a speaker and is none."""

from __future__ import annotations

import pytest

from corpus import parse_article
from corpus.facts.attributions.attributions import find_attributions


def credited(text: str, code: str) -> list[tuple[int, tuple[str, ...]]]:
    article = parse_article(text, language=code)
    return [(it.sentence, tuple(s.name for s in it.sources)) for it in find_attributions(article)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "“We will rebuild the harbour before winter.”\n\n— Ruth Abara, mayor", "Ruth Abara"),
        ("nb", "«Vi bygger opp havnen før vinteren.»\n\n– Ruth Berge, ordfører", "Ruth Berge"),
        ("nn", "«Vi byggjer opp hamna før vinteren.»\n\n– Ruth Berge, ordførar", "Ruth Berge"),
        ("da", "»Vi genopbygger havnen før vinteren.«\n\n– Ruth Bech, borgmester", "Ruth Bech"),
        ("sv", "”Vi bygger upp hamnen före vintern.”\n\n– Ruth Berg, borgmästare", "Ruth Berg"),
        ("en", "And from Councillor Ruth Abara:\n\n“We will rebuild the harbour.”", "Ruth Abara"),
        ("nb", "Ordfører Ruth Berge: «Vi bygger opp havnen før vinteren.»", "Ruth Berge"),
        ("nn", "Ordførar Ruth Berge: «Vi byggjer opp hamna før vinteren.»", "Ruth Berge"),
        ("da", "Borgmester Ruth Bech:\n- Vi genopbygger havnen før vinteren.", "Ruth Bech"),
        ("sv", "Statsminister Ruth Berg:\n– Vi bygger upp hamnen före vintern.", "Ruth Berg"),
    ],
)
def test_a_quotation_without_a_verb_is_the_speakers_beside_it(
    code: str, text: str, name: str
) -> None:
    assert {names for _, names in credited(text, code)} == {(name,)}


@pytest.mark.parametrize(
    "text",
    [
        "“The harbour is closed.”\n\n— and so it stayed, all winter",
        "He liked “Gone Fishing” - a film about nothing",
        "“The harbour is closed.”\n\n- three boats sank",
    ],
)
def test_a_dash_line_that_is_no_name_credits_nobody(text: str) -> None:
    assert credited(text, "en") == []


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "nb",
            "To er savnet.\n\nDet melder politiet i Molde mandag klokken 23.10.",
            "politiet i Molde",
        ),
        (
            "nn",
            "To er sakna.\n\nDet melder politiet i Molde måndag klokka 23.10.",
            "politiet i Molde",
        ),
        (
            "da",
            "To er savnet.\n\nDet oplyser politiet i Vejle natten til mandag.",
            "politiet i Vejle",
        ),
        ("sv", "Två saknas.\n\nDet uppger polisen i Umeå natten mot måndag.", "polisen i Umeå"),
    ],
)
def test_it_is_told_by_reaches_the_sentence_before(code: str, text: str, name: str) -> None:
    assert credited(text, code) == [(0, (name,)), (1, (name,))]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("nb", "To er savnet, sier politiet på en pressekonferanse i Molde.", "politiet"),
        ("nn", "To er sakna, skriv politiet på heimesidene sine.", "politiet"),
        ("da", "To er savnet, skriver politiet på sin hjemmeside.", "politiet"),
        ("sv", "Två saknas, säger polisen på en pressträff i Umeå.", "polisen"),
        ("nb", "– Alt er borte, sier Arne «Laks» Vik.", "Arne «Laks» Vik"),
        ("da", "»Alt er væk,« siger Arne »Laks« Vig.", "Arne »Laks« Vig"),
        ("en", "The barn, which was old, burned down, said Ruth Abara, a vet.", "Ruth Abara"),
        ("en", "The council is demanding that the road be closed.", "council"),
        ("en", "As per two officials, the road is closed.", "two officials"),
        ("nb", "Det spekuleres blant lokale forskere i at isen smelter.", "lokale forskere"),
    ],
)
def test_the_source_is_named_whole_and_without_the_occasion(
    code: str, text: str, name: str
) -> None:
    assert [names for _, names in credited(text, code)] == [(name,)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Experience shows that roads need repair."),
        ("nb", "Historien viser at veier må vedlikeholdes."),
        ("nn", "Erfaringa viser at vegar må haldast ved like."),
        ("da", "Erfaringen viser, at veje skal vedligeholdes."),
        ("sv", "Erfarenheten visar att vägar måste underhållas."),
        ("en", "The council dropped Abara’s emails that nobody had read."),
        ("en", "Roads claimed by the sea, delays growing."),
    ],
)
def test_what_looks_like_a_speaker_credits_nobody(code: str, text: str) -> None:
    assert credited(text, code) == []


def test_what_somebody_says_of_a_hope_is_one_credit() -> None:
    assert credited("Abara said she hopes the road will open.", "en") == [(0, ("Abara",))]


def test_more_people_with_one_office_are_not_the_one_who_holds_it() -> None:
    text = "Statsadvokat Karl Ness sier ja. Statsadvokatene sier at saken er stor."
    assert credited(text, "nb")[1] != (1, ("Karl Ness",))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“The mast broke. We drifted,” said Ruth Abara. “Nobody heard us. It was dark.”"),
        ("en", "'The mast broke. We drifted,' said Ruth Abara. 'Nobody heard us. It was dark.'"),
        ("nb", "– Masten knakk. Vi drev, sier Ruth Berge.\n\n– Ingen hørte oss. Det var mørkt."),
        ("nn", "– Masta knakk. Vi dreiv, seier Ruth Berge.\n\n– Ingen høyrde oss. Det var mørkt."),
        ("da", "»Masten knækkede. Vi drev,« siger Ruth Bech. »Ingen hørte os. Det var mørkt.«"),
        ("sv", "”Masten bröts. Vi drev”, säger Ruth Berg. ”Ingen hörde oss. Det var mörkt.”"),
    ],
)
def test_a_block_of_quotations_is_the_speakers_throughout(code: str, text: str) -> None:
    found = credited(text, code)
    assert [sentence for sentence, _ in found] == [0, 1, 2, 3]
    assert {names[0] for _, names in found} <= {
        "Ruth Abara",
        "Ruth Berge",
        "Ruth Bech",
        "Ruth Berg",
    }


def test_apostrophes_open_no_quotation() -> None:
    text = "Ruth Abara said it was over. The bosses' plan doesn't hold. It's the workers' turn."
    assert credited(text, "en") == [(0, ("Ruth Abara",))]
