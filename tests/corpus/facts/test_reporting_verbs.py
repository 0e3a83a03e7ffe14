"""Every reporting verb, in every form of every language, credits its subject in five frames."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus import parse_article
from corpus.facts.attributions.attributions import find_attributions
from corpus.facts.attributions.grammar.lexicon import reporting_verbs
from corpus.languages.tables import load

FRAMES = {
    "nb": (
        "Eva Strand {finite} at veien er åpen.",
        "Veien er åpen, {finite} Eva Strand.",
        "«Veien er åpen», {finite} Eva Strand.",
        "– Veien er åpen, {finite} politiet i Molde.",
        "Eva Strand har {participle} at veien er åpen.",
    ),
    "nn": (
        "Eva Strand {finite} at vegen er open.",
        "Vegen er open, {finite} Eva Strand.",
        "«Vegen er open», {finite} Eva Strand.",
        "– Vegen er open, {finite} politiet i Molde.",
        "Eva Strand har {participle} at vegen er open.",
    ),
    "da": (
        "Eva Strand {finite}, at vejen er åben.",
        "Vejen er åben, {finite} Eva Strand.",
        "»Vejen er åben,« {finite} Eva Strand.",
        "– Vejen er åben, {finite} politiet i Vejle.",
        "Eva Strand har {participle}, at vejen er åben.",
    ),
    "sv": (
        "Eva Strand {finite} att vägen är öppen.",
        "Vägen är öppen, {finite} Eva Strand.",
        "”Vägen är öppen”, {finite} Eva Strand.",
        "– Vägen är öppen, {finite} polisen i Umeå.",
        "Eva Strand har {participle} att vägen är öppen.",
    ),
    "en": (
        "Eva Strand {finite} that the road is open.",
        "The road is open, Eva Strand {finite}.",
        "“The road is open,” {finite} Eva Strand.",
        "“The road is open,” Eva Strand {finite}.",
        "Eva Strand has {participle} that the road is open.",
    ),
}
# "X saw that", "known", "shown" are beliefs or documents first; English plurals are nouns after a
# quotation.
LEAST = 0.98


def verbs(code: str) -> Iterator[dict[str, list[str]]]:
    """Yield the forms of each verb of saying that needs no particle."""
    for verb in reporting_verbs(load(code).section("attributions")):
        said = verb.needs in {"any", "object", "clause"}
        if said and not verb.particle and verb.stance not in {"accuse", "promise"}:
            yield verb.forms


def is_credited(text: str, code: str) -> bool:
    found = find_attributions(parse_article(text, language=code))
    names = {source.name for item in found for source in item.sources}
    return bool(names & {"Eva Strand", "politiet i Molde", "politiet i Vejle", "polisen i Umeå"})


@pytest.mark.parametrize("code", sorted(FRAMES))
@pytest.mark.parametrize("frame", range(5))
def test_every_form_of_every_verb_credits_its_subject(code: str, frame: int) -> None:
    text = FRAMES[code][frame]
    names = ("participle",) if "{participle}" in text else ("present", "past")
    forms = sorted({form for verb in verbs(code) for name in names for form in verb[name]})
    missed = [form for form in forms if not is_credited(fill(text, form), code)]
    assert len(forms) > 40
    assert len(missed) <= (1 - (LEAST if code != "en" else 0.9)) * len(forms) + 1, missed


def fill(frame: str, form: str) -> str:
    return frame.format(finite=form, participle=form)
