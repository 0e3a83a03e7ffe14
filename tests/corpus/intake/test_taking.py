"""`abreast take`: what was read is kept, once, as a text that reads back the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpus.errors import CorpusError
from corpus.intake.editions import editions
from corpus.intake.places import read_article
from corpus.intake.taking import take_all
from corpus.library import Library
from corpus.reading.articles import parse_article
from tests.support import documents as made
from tests.support.pages import SITES, stories

SOME = stories()[:4]


def test_what_was_taken_reads_back_with_what_is_known(tmp_path: Path) -> None:
    mailbox = tmp_path / "a.mbox"
    mailbox.write_bytes(made.mailbox(SOME))
    page = tmp_path / "b.html"
    page.write_text(SITES["national"](SOME[0]), encoding="utf-8")
    kept = tmp_path / "kept"
    taken = list(take_all([str(mailbox), str(page)], kept))
    assert not any(isinstance(item, CorpusError) for item in taken)
    titles = {article.title for article in Library.open(kept).articles}
    assert titles == {story.title for story in SOME}


def test_nothing_is_taken_twice(tmp_path: Path) -> None:
    mailbox = tmp_path / "a.mbox"
    mailbox.write_bytes(made.mailbox(SOME))
    first = list(take_all([str(mailbox)], tmp_path / "kept"))
    again = list(take_all([str(mailbox)], tmp_path / "kept"))
    assert [item.known for item in first if not isinstance(item, CorpusError)] == [False] * 4
    assert [item.known for item in again if not isinstance(item, CorpusError)] == [True] * 4


def test_one_place_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("---\ntitle: Ro\n---\nDet er ro i Almaty. Butikkene er åpne.", encoding="utf-8")
    bad, good = take_all([str(tmp_path / "nowhere.txt"), str(text)], tmp_path / "kept")
    assert isinstance(bad, CorpusError)
    assert not isinstance(good, CorpusError)
    assert read_article(good.path).text == "Det er ro i Almaty. Butikkene er åpne."
    assert read_article(good.path).title == "Ro"


def test_a_name_of_a_title_stays_in_the_folder(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    story = SOME[0]
    page.write_text(
        SITES["national"](story).replace(story.title, "../../etc/passwd \x1b]0;x"), encoding="utf-8"
    )
    [taken] = take_all([str(page)], tmp_path / "kept")
    assert not isinstance(taken, CorpusError)
    assert taken.path.parent == tmp_path / "kept"
    assert taken.path.name.isprintable()


def test_versions_of_one_article_are_told_as_editions() -> None:
    story = SOME[1]
    later = story.body.replace(".", "!", 1) + "\n\nPolitiet har nå avsluttet arbeidet på stedet."
    found = editions(parse_article(story.body), parse_article(later))
    assert found is not None
    assert len(found.changed) == 1
    assert len(found.new) == 1
    assert str(found).startswith("Two editions of one article: 1 changed, 1 new")


def test_two_accounts_of_one_event_are_no_editions() -> None:
    articles = [parse_article(story.body, language=story.language) for story in stories()]
    for i, a in enumerate(articles):
        for b in articles[i + 1 :]:
            assert editions(a, b) is None


def test_the_readers_of_other_forms_are_not_imported_for_a_text() -> None:
    code = (
        "import sys, corpus; corpus.read_article(sys.argv[1]);"
        "late = {'trafilatura', 'lxml', 'feedparser', 'pypdf', 'warcio', 'urllib3',"
        "'email.message', 'html.parser', 'zipfile', 'csv'};"
        "sys.exit(', '.join(late & set(sys.modules)) or 0)"
    )
    text = Path(__file__).parent.parent.parent.parent / "corpus" / "articles" / "001.txt"
    subprocess.run([sys.executable, "-c", code, str(text)], check=True)
