from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import NotebookError
from corpus.ledger import database as storage
from corpus.ledger import migrations
from corpus.ledger.notebook import HandLink, Notebook, bookmark_of, hand_link_of, new_id
from corpus.ledger.records import stored_bookmark, to_record
from tests.support.findings import bookmark, comparison, place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "notebook.sqlite3"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with Notebook.open(path) as opened:
        yield opened


def hand_link() -> HandLink:
    pair = comparison()
    return hand_link_of(pair, place(pair.a, "Gatene").span, place(pair.b, "Streets").span)


def test_a_bookmark_is_there_after_the_notebook_was_closed(path: Path) -> None:
    kept = bookmark("first line\nsecond line")
    with Notebook.open(path) as notebook:
        notebook.add(kept)
    with Notebook.open(path) as notebook:
        assert notebook.bookmarks() == (kept,)
        assert notebook.get(kept.id) == kept
        assert notebook.notice is None


def test_a_bookmark_holds_both_ends_with_quote_context_and_identity() -> None:
    pair = comparison()
    made = bookmark_of(pair, pair.discrepancies[0])
    assert made.a is not None
    assert made.b is not None
    assert (made.kind, made.verdict, made.reason) == ("number", "differ", "26 beside 18.")
    assert pair.a.text[made.a.start : made.a.end] == made.a.quote == "26"
    assert made.a.prefix.endswith("melder at ")
    assert made.b.suffix.startswith(" people were")
    assert (made.b.article.outlet, made.b.article.date) == ("The Paper", "2022-01-08")
    assert made.a.article.hash != made.b.article.hash


def test_links_and_lone_passages_can_be_bookmarked_too(notebook: Notebook) -> None:
    pair = comparison()
    of_link = bookmark_of(pair, pair.links[0])
    alone = bookmark_of(pair, b=place(pair.b, "Streets").span)
    notebook.add_all((of_link, alone))
    assert of_link.kind is None
    assert of_link.a is not None
    assert "26 personer" in of_link.a.quote
    assert notebook.get(alone.id) == alone
    assert alone.a is None


def test_every_change_can_be_taken_back_and_done_again(notebook: Notebook) -> None:
    made = notebook.add(bookmark("one"))
    noted = notebook.update(replace(made, note="two", judgement="dismissed", tags=("x",)))
    notebook.delete(made.id)
    link = notebook.add_link(hand_link())
    states = [(made,), (noted,), (), ()]
    assert notebook.links() == (link,)
    for state in (states[2], states[1], states[0], ()):
        assert notebook.undo()
        assert notebook.bookmarks() == state
    assert not notebook.undo()
    for state in states:
        assert notebook.redo()
        assert notebook.bookmarks() == state
    assert not notebook.redo()
    assert notebook.links() == (link,)


def test_a_new_change_ends_what_could_be_done_again(notebook: Notebook) -> None:
    notebook.add(bookmark("one"))
    notebook.undo()
    other = notebook.add(bookmark("two"))
    assert not notebook.redo()
    assert notebook.bookmarks() == (other,)


def test_undo_lasts_over_a_restart(path: Path) -> None:
    with Notebook.open(path) as notebook:
        made = notebook.add(bookmark())
        notebook.delete(made.id)
    with Notebook.open(path) as notebook:
        assert notebook.undo()
        assert notebook.bookmarks() == (made,)


def test_two_readers_see_each_other_and_undo_their_own(path: Path) -> None:
    with Notebook.open(path) as one, Notebook.open(path) as two:
        token = two.token
        assert not two.changed_since(token)
        made = one.add(bookmark())
        assert two.changed_since(token)
        assert two.bookmarks() == (made,)
        assert not two.undo()
        two.update(replace(made, note="by the other"))
        with pytest.raises(NotebookError, match="another reader"):
            one.undo()
        assert one.bookmarks()[0].note == "by the other"


def test_filters_meet_pair_kind_judgement_tag_and_text(notebook: Notebook) -> None:
    pair = comparison()
    number = notebook.add(replace(bookmark("Spør POLITIET"), tags=("toll", "å")))
    alone = notebook.add(replace(bookmark(words="Gatene", other=None), judgement="dismissed"))
    assert notebook.bookmarks(kind="number") == (number,)
    assert notebook.bookmarks(kind="") == (alone,)
    assert notebook.bookmarks(judgement="dismissed") == (alone,)
    assert notebook.dismissed(pair.b, pair.a) == (alone,)
    assert notebook.bookmarks(tag="toll", text="politiet", pair=(pair.a, pair.b)) == (number,)
    assert notebook.bookmarks(text="gatene") == (alone,)
    assert notebook.count(pair=(pair.b, "elsewhere")) == 0
    assert notebook.count() == 2
    assert notebook.tags() == {"toll": 1, "å": 1}
    assert notebook.bookmarks(sort="place") == (number, alone)
    assert notebook.bookmarks(sort="place", limit=1, offset=1) == (alone,)
    with pytest.raises(NotebookError, match="order"):
        notebook.bookmarks(sort="colour")


def test_a_judgement_and_what_lies_in_known_texts_can_be_left_out(notebook: Notebook) -> None:
    both = notebook.add(bookmark())
    alone = notebook.add(replace(bookmark(words="Gatene", other=None), judgement="dismissed"))
    assert notebook.bookmarks(without="dismissed") == (both,)
    assert notebook.count(without="open") == 1
    assert both.a is not None
    assert both.b is not None
    left, right = both.a.article.hash, both.b.article.hash
    assert notebook.bookmarks(outside=(left, right)) == ()
    assert notebook.bookmarks(outside=(left,)) == (both,)
    assert set(notebook.bookmarks(outside=())) == {both, alone}


def test_a_folder_holds_what_lies_below_it_and_nothing_of_its_neighbour(notebook: Notebook) -> None:
    made = bookmark(other=None)
    assert made.a is not None

    def at(where: str) -> str:
        assert made.a is not None
        ref = replace(made.a.article, path=where)
        end = replace(made.a, article=ref)
        return notebook.add(replace(made, id=new_id(), a=end)).id

    inside, _ = at("/news/a/1.txt"), at("/news/ab/1.txt")
    assert [b.id for b in notebook.bookmarks(folder="/news/a")] == [inside]
    assert notebook.count(folder="/news/") == 2


@pytest.mark.parametrize(
    "broken",
    [
        replace(bookmark(), judgement="perhaps"),
        replace(bookmark(), id=""),
        replace(bookmark(), id="a\nb"),
    ],
)
def test_what_could_not_be_read_back_is_refused(notebook: Notebook, broken: object) -> None:
    with pytest.raises(NotebookError):
        notebook.add(broken)  # type: ignore[arg-type]
    assert notebook.count() == 0
    assert not notebook.undo()


def test_a_second_bookmark_of_the_same_id_or_a_lost_one_is_told(notebook: Notebook) -> None:
    made = notebook.add(bookmark())
    with pytest.raises(NotebookError, match="already"):
        notebook.add(made)
    notebook.delete(made.id)
    with pytest.raises(NotebookError, match="no longer"):
        notebook.update(made)


def test_odd_characters_of_a_file_name_are_kept(notebook: Notebook) -> None:
    made = bookmark(other=None)
    assert made.a is not None
    ref = replace(made.a.article, path="/n/\udce6\x00.txt")
    made = replace(made, a=replace(made.a, article=ref), tags=("\udce6",), note="\ud800")
    notebook.add(made)
    assert notebook.bookmarks(folder="/n", tag="\udce6", text="\ud800") == (made,)


def test_a_damaged_notebook_is_set_aside_whole_and_a_new_one_used(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 100)
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert "damaged" in notebook.notice
        notebook.add(bookmark())
    kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
    assert [p.read_bytes() for p in kept] == [b"this is no database" * 100]


def test_a_notebook_with_broken_pages_is_set_aside(path: Path) -> None:
    with Notebook.open(path) as notebook:
        notebook.add_all(bookmark(str(n) * 300) for n in range(100))
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 6] = b"\xa5" * 4096 * 5
    path.write_bytes(data)
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert notebook.count() == 0


def test_a_sound_notebook_is_never_set_aside(path: Path) -> None:
    """With every column filled: SQLite's quick check has taken a table of tags for damaged."""
    with Notebook.open(path) as notebook:
        made = replace(bookmark("note"), tags=("å", "b", "c"))
        notebook.add_all(replace(made, id=new_id(), tags=(f"t{n}", "x")) for n in range(50))
        notebook.add_link(hand_link())
        notebook.delete(notebook.bookmarks()[0].id)
        with Notebook.open(path) as beside:
            assert (beside.notice, beside.count()) == (None, 49)
            for check in ("quick_check", "integrity_check"):
                assert beside._db.execute(f"PRAGMA {check}").fetchall() == [("ok",)]
    with Notebook.open(path) as again:
        assert (again.notice, again.count()) == (None, 49)


def test_a_newer_notebook_is_set_aside_and_not_changed(path: Path) -> None:
    with Notebook.open(path) as notebook:
        notebook.add(bookmark())
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert "newer" in notebook.notice
    [kept] = [p for p in path.parent.iterdir() if ".newer-" in p.name]
    db = sqlite3.connect(kept)
    assert db.execute("SELECT count(*) FROM bookmarks").fetchone() == (1,)
    db.close()


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE theirs (x)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="another program"):
        Notebook.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("where", ["file/notebook.sqlite3", "folder"])
def test_a_place_that_cannot_be_written_gives_one_clear_line(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotebookError) as caught:
        Notebook.open(tmp_path / where)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_full_disk_loses_nothing_and_the_reader_goes_on(path: Path) -> None:
    with Notebook.open(path) as notebook:
        made = notebook.add(bookmark())
        pages = notebook._db.execute("PRAGMA page_count").fetchone()[0]
        notebook._db.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(NotebookError, match="full"):
            notebook.add(bookmark("x" * 100_000))
        assert notebook.bookmarks() == (made,)
        notebook._db.execute("PRAGMA max_page_count = 100000")
        notebook.add(bookmark("y" * 100_000))
        assert notebook.count() == 2


def test_a_read_only_notebook_says_so(path: Path) -> None:
    with Notebook.open(path) as notebook:
        notebook._db.execute("PRAGMA query_only = ON")
        with pytest.raises(NotebookError, match="cannot be written"):
            notebook.add(bookmark())


def test_a_migration_keeps_a_copy_and_is_whole_or_not_at_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Notebook.open(path) as notebook:
        made = notebook.add(bookmark())
    half = ("ALTER TABLE bookmarks ADD COLUMN more TEXT", "NO SUCH STATEMENT")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, half))
    monkeypatch.setattr(migrations.migrate, "__defaults__", (migrations.STEPS,))
    with pytest.raises(NotebookError):
        Notebook.open(path)
    monkeypatch.undo()
    tried = f".before-{len(migrations.STEPS) + 1}"
    copies = [p for p in path.parent.iterdir() if tried in p.name and p.suffix == ".sqlite3"]
    assert len(copies) == 1
    for place_ in (path, copies[0]):
        with Notebook.open(place_) as notebook:
            assert notebook.bookmarks() == (made,)


def test_the_place_can_be_named_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ABREAST_NOTEBOOK", str(tmp_path / "mine.sqlite3"))
    assert storage.default_path() == tmp_path / "mine.sqlite3"
    monkeypatch.delenv("ABREAST_NOTEBOOK")
    assert storage.default_path().name == "notebook.sqlite3"
    assert "abreast" in str(storage.default_path())


def test_the_notebook_is_light_to_import() -> None:
    code = "import corpus.ledger.records, sys; import corpus.ledger.database; print(*sys.modules)"
    listed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "platformdirs" not in listed.stdout.split()


def test_all_pages_of_a_long_ledger_make_the_whole(notebook: Notebook) -> None:
    notebook.add_all(bookmark(str(n)) for n in range(57))
    pages = [notebook.bookmarks(limit=10, offset=at) for at in range(0, 60, 10)]
    assert tuple(b for page in pages for b in page) == notebook.bookmarks()
    assert len({b.id for page in pages for b in page}) == 57


def test_a_notebook_in_memory_does_the_same_work() -> None:
    with Notebook.in_memory() as notebook:
        notebook.add(bookmark())
        assert notebook.undo()
        assert notebook.path is None


def test_a_record_that_another_version_stored_is_read_as_far_as_it_is_known() -> None:
    kept = bookmark("note")
    record = {**to_record(kept), "colour": "red"}
    assert stored_bookmark(json.dumps(record)) == kept
    del record["tags"], record["note"]
    assert stored_bookmark(json.dumps(record)) == replace(kept, tags=(), note="")
    del record["id"]
    with pytest.raises(NotebookError, match="id"):
        stored_bookmark(json.dumps(record))
