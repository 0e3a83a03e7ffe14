"""Files of other programs: every form gives its article back, with what is known of it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import ReadingError
from corpus.intake.forms import Form, form_of
from corpus.intake.places import documents, read_article, read_data
from corpus.library import Library
from tests.support import documents as made
from tests.support.pages import Story, stories

STORIES = stories()
ONE: dict[Form, Callable[[Story], bytes]] = {
    Form.DOCX: made.docx, Form.ODT: made.odt, Form.EPUB: made.epub, Form.RTF: made.rtf,
    Form.MAIL: made.mail, Form.MHTML: made.mhtml, Form.PDF: made.pdf,
}  # fmt: skip


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def overlap(read: str, body: str) -> float:
    a, b = words(read), words(body)
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


@pytest.mark.parametrize("form", ONE, ids=str)
@pytest.mark.parametrize("story", STORIES[::5], ids=lambda story: story.language)
def test_the_body_of_every_form_comes_back(form: Form, story: Story) -> None:
    data = ONE[form](story)
    assert form_of(data) is form
    article = read_data(data)
    assert overlap(article.text, story.body) >= 0.95
    if form not in (Form.RTF, Form.PDF):
        assert article.title == story.title
        assert article.date == (story.date if form is not Form.MHTML else article.date)


def test_columns_are_read_one_after_the_other_and_words_joined() -> None:
    story = max(STORIES, key=lambda story: len(story.body))
    text = read_data(made.pdf(story, size=20)).text
    assert overlap(text, story.body) >= 0.97
    first = [text.find(" ".join(p.split()[:3])) for p in story.paragraphs]
    kept = [place for place in first if place >= 0]
    assert kept == sorted(kept)
    assert story.outlet not in text, "the running head is left out"


def test_quoted_replies_of_a_mail_are_left_out() -> None:
    article = read_data(made.mail(STORIES[0]))
    assert "older mail" not in article.text
    assert article.outlet == STORIES[0].outlet


def test_notes_of_an_open_document_are_left_out() -> None:
    assert "footnote" not in read_data(made.odt(STORIES[0])).text


def listed(stories: list[Story]) -> dict[str, bytes]:
    rows = [
        {"body": s.body, "headline": s.title, "published": f"{s.date}T10:00", "source": s.outlet}
        for s in stories
    ]
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return {
        "a.json": json.dumps({"articles": rows}).encode(),
        "a.jsonl": "\n".join(json.dumps(row) for row in rows).encode(),
        "a.csv": table.getvalue().encode(),
        "a.mbox": made.mailbox(stories),
        "a.rss": made.feed(stories),
        "a.warc.gz": made.warc(stories),
    }


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.mbox", "a.rss", "a.warc.gz"])
def test_a_container_is_a_folder_of_articles(name: str, tmp_path: Path) -> None:
    some = STORIES[:4]
    path = tmp_path / name
    path.write_bytes(listed(some)[name])
    found = Library.open(path).articles
    assert [article.title for article in found] == [story.title for story in some]
    assert [article.date for article in found] == [story.date for story in some]
    for article, story in zip(found, some, strict=True):
        assert overlap(article.text, story.body) >= 0.95
        assert article.path
        assert read_article(article.path).text == article.text


def test_a_mapping_beside_a_list_names_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"t1": "Brann", "brødsmule": "Det brenner i Bergen."}]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert list(documents(path.read_bytes(), str(path))) == []
    (tmp_path / "a.map.yaml").write_text("text: brødsmule\ntitle: t1\n", encoding="utf-8")
    [found] = documents(path.read_bytes(), str(path))
    assert (found.title, found.text) == ("Brann", "Det brenner i Bergen.")


def test_a_container_that_holds_several_says_how_to_name_one(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(made.mailbox(STORIES[:2]))
    with pytest.raises(ReadingError, match=r"holds 2 articles; open it like a folder"):
        read_article(path)
    with pytest.raises(ReadingError, match="holds no article number 9"):
        read_article(f"{path}#9")


def test_a_plain_text_stays_what_it_was() -> None:
    text = replace(STORIES[0]).body.encode()
    assert form_of(text, "a.txt") is Form.TEXT
    assert form_of(b"The sign < means less than, 3 <p 4.", "a.txt") is Form.TEXT
