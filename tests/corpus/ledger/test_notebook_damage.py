"""A notebook whose file was damaged: what can be read goes on, nothing is deleted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus.errors import NotebookError
from corpus.ledger import migrations
from corpus.ledger.notebook import HandLink, Notebook, hand_link_of
from tests.support.findings import bookmark, comparison, place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "notebook.sqlite3"


def hand_link() -> HandLink:
    pair = comparison()
    return hand_link_of(pair, place(pair.a, "Gatene").span, place(pair.b, "Streets").span)


def _damaged_record(path: Path, new: bytes) -> tuple[str, str]:
    """Keep two bookmarks and a link; spoil the first one in the file. Gives the bookmarks' ids."""
    with Notebook.open(path) as notebook:
        spoilt, sound = notebook.add_all((bookmark("spoilt"), bookmark("sound")))
        notebook.add_link(hand_link())
    with sqlite3.connect(path) as db:
        db.execute(
            "UPDATE bookmarks SET record = CAST(CAST(record AS BLOB) || ? AS TEXT) WHERE id = ?",
            (new, spoilt.id),
        )
    db.close()
    return spoilt.id, sound.id


@pytest.mark.parametrize("new", [b"}", b"\xff", b"\x00"])
def test_of_a_notebook_with_a_damaged_record_all_others_are_taken_over(
    path: Path, new: bytes
) -> None:
    """The check of SQLite does not look into records; the old file is kept beside."""
    spoilt, sound = _damaged_record(path, new)
    before = path.read_bytes()
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert "with the 2 records that could be read" in notebook.notice
        assert [kept.id for kept in notebook.bookmarks()] == [sound]
        assert len(notebook.links()) == 1
        assert notebook.get(spoilt) is None
    (kept,) = path.parent.glob("*.damaged-*.sqlite3")
    assert kept.read_bytes() == before
    with Notebook.open(path) as notebook:
        assert notebook.notice is None


def test_a_record_that_is_damaged_meanwhile_is_told(path: Path) -> None:
    with Notebook.open(path) as notebook:
        notebook.add(bookmark())
        with sqlite3.connect(path) as db:
            db.execute("UPDATE bookmarks SET record = '{'")
        db.close()
        with pytest.raises(NotebookError, match="is damaged"):
            notebook.bookmarks()


def test_a_damaged_schema_that_cannot_even_be_told_is_set_aside(path: Path) -> None:
    with Notebook.open(path) as notebook:
        notebook.add(bookmark())
    data = path.read_bytes()
    assert data.count(b"judgement TEXT NOT NULL") == 1
    path.write_bytes(data.replace(b"judgement TEXT NOT NULL", b"judgement TEXT NOT NU\x8cL"))
    with Notebook.open(path) as notebook:
        assert "is damaged" in (notebook.notice or "")
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


def test_an_emptied_file_does_not_take_its_log_along(path: Path) -> None:
    """SQLite deletes the log of an empty database, and with it all that was not yet copied."""
    with Notebook.open(path) as notebook:
        notebook.add(bookmark())
        log = Path(f"{path}-wal")
        held = log.read_bytes()
        assert held
    path.write_bytes(b"")
    log.write_bytes(held)
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
    (kept,) = path.parent.glob("*.damaged-*.sqlite3-wal")
    assert kept.read_bytes() == held


def test_a_disk_that_is_full_on_opening_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite ends the transaction by itself then: there is nothing to roll back."""

    def full(db: sqlite3.Connection, steps: object = ()) -> None:
        db.execute("PRAGMA max_page_count = 2")
        real(db)

    real = migrations.migrate
    monkeypatch.setattr("corpus.ledger.database.migrations.migrate", full)
    with pytest.raises(NotebookError, match="disk is full"):
        Notebook.open(path)


WRONG = ["note", "reason", "judgement", "created", "a.quote", "a.article.title", "b.article.hash"]


@pytest.mark.parametrize(("field", "value"), [*((name, "5") for name in WRONG), ("tags", '"x"'),
                                              ("a", "[1]"), ("a.start", '"x"')])  # fmt: skip
def test_of_a_notebook_with_a_record_of_wrong_types_the_others_are_taken_over(
    path: Path, field: str, value: str
) -> None:
    with Notebook.open(path) as notebook:
        spoilt, sound = notebook.add_all((bookmark("spoilt"), bookmark("sound")))
    with sqlite3.connect(path) as db:
        update = (
            f"UPDATE bookmarks SET record = json_set(record, '$.{field}', json(?)) WHERE id = ?"
        )
        db.execute(update, (value, spoilt.id))
    db.close()
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert [kept.id for kept in notebook.bookmarks()] == [sound.id]


@pytest.mark.parametrize("table", ["changes", "tags", "links"])
def test_a_notebook_without_one_of_its_tables_is_set_aside(path: Path, table: str) -> None:
    with Notebook.open(path) as notebook:
        notebook.add(bookmark("sound"))
    with sqlite3.connect(path) as db:
        db.execute(f"DROP TABLE {table}")
    db.close()
    with Notebook.open(path) as notebook:
        assert notebook.notice is not None
        assert len(notebook.bookmarks()) == 1
        assert notebook.undo() is not None or notebook.count() == 1


@pytest.mark.parametrize("name", ["a\0b", "/dev/zero", "/dev/full", "x" * 300])
def test_what_is_no_file_is_no_notebook(name: str) -> None:
    with pytest.raises(NotebookError), Notebook.open(Path(name)):
        pass
