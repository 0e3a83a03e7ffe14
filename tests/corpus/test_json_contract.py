"""The public JSON: written piece by piece, it is the object that programs rely on."""

from __future__ import annotations

import json

import pytest

from corpus.comparison import compare
from corpus.facts.facts import read_facts
from corpus.json_contract import compare_json, inspect_json, inspect_pieces
from corpus.library import SHIPPED
from corpus.reading.articles import parse_article, read_article


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_pieces_join_to_the_object(name: str) -> None:
    article = read_article(SHIPPED / f"{name}.txt")
    written = json.loads("".join(inspect_pieces(article)))
    assert written == inspect_json(article, read_facts(article))


def test_a_text_of_many_pieces_keeps_every_character() -> None:
    text = 'Han sa: «\\u0041 "nei" \U0001f600», og 8 døde i 2020, ifølge Reuters. ' * 3000
    article = parse_article(text, language="nb")
    pieces = list(inspect_pieces(article))
    assert max(map(len, pieces)) < 500_000
    written = json.loads("".join(pieces))
    assert written["text"] == article.text
    assert len(written["sentences"]) == len(article.sentences)
    assert [s["text"] for s in written["sentences"]] == [
        article.sentence_text(index) for index in range(len(article.sentences))
    ]


def test_a_comparison_tells_confidence_severity_and_credits_on_one_side() -> None:
    a = parse_article("The fire killed eight people in Odda, police said.", language="en")
    b = parse_article("The fire killed nine people in Odda.", language="en")
    written = compare_json(compare(a, b))
    assert [link["confidence"] for link in written["links"]] in (["sure"], ["likely"])
    found = {item["kind"]: item for item in written["discrepancies"] if item["verdict"] == "differ"}
    assert (found["number"]["severity"], found["number"]["one_sided"]) == ("conflict", False)
    assert (found["attribution"]["severity"], found["attribution"]["one_sided"]) == ("credit", True)
