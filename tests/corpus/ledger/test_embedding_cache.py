"""Vectors kept in the notebook: found again, bounded, and never in anybody's way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus.ledger import database as storage
from corpus.ledger import migrations
from corpus.ledger.embedding_cache import VectorStore
from corpus.ledger.notebook import Notebook
from corpus.links.meaning.embeddings import CachedMeaningModel
from tests.support.stated_model import StatedModel


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Notebook.open(tmp_path / "notebook.sqlite3").close()
    return tmp_path / "notebook.sqlite3"


def test_a_sentence_is_not_read_again_the_next_time(path: Path) -> None:
    model = StatedModel()
    texts = [f"Sentence {n}." for n in range(700)]
    first = CachedMeaningModel(model, VectorStore(path)).vectors(texts)
    again = CachedMeaningModel(model, VectorStore(path)).vectors(texts)
    assert len(model.read_texts) == 700
    assert (first == again).all()


def test_the_oldest_go_where_there_are_too_many(path: Path) -> None:
    store = VectorStore(path, most=10)
    keys = [bytes([n]) * 32 for n in range(25)]
    for key in keys:
        store.put({key: b"xx"})
    assert list(store.get(keys)) == keys[-10:]


def test_bookmarks_and_undo_know_nothing_of_vectors(path: Path) -> None:
    with Notebook.open(path) as notebook:
        VectorStore(path).put({b"k": b"xx"})
        assert notebook.count() == 0
        assert not notebook.undo()


def test_an_old_notebook_gets_room_for_vectors_and_a_copy_is_kept(tmp_path: Path) -> None:
    old = tmp_path / "notebook.sqlite3"
    db = sqlite3.connect(old, isolation_level=None)
    migrations.migrate(db, migrations.STEPS[:1])
    db.close()
    store = VectorStore(old)
    store.put({b"k": b"xx"})
    assert store.get([b"k"]) == {}
    Notebook.open(old).close()
    store.put({b"k": b"xx"})
    assert store.get([b"k"]) == {b"k": b"xx"}
    (copy,) = tmp_path.glob("*.before-2-*.sqlite3")
    db = sqlite3.connect(copy)
    assert migrations.version(db) == 1
    db.close()


def broken(path: Path, how: str) -> Path:
    if how == "missing":
        return path.with_name("nowhere.sqlite3")
    if how == "a folder":
        return path.parent
    if how == "damaged":
        path.write_bytes(b"no database at all" * 100)
    elif how == "of another program":
        path.unlink()
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE vectors (key, vector)")
        db.close()
    else:
        db = sqlite3.connect(path)
        db.execute("PRAGMA user_version = 99")
        db.close()
    return path


@pytest.mark.parametrize("how", ["missing", "a folder", "damaged", "of another program", "newer"])
def test_a_notebook_that_cannot_be_used_stops_nothing(path: Path, how: str) -> None:
    place = broken(path, how)
    before = place.read_bytes() if place.is_file() else None
    model = StatedModel()
    for _ in range(2):
        assert len(CachedMeaningModel(model, VectorStore(place)).vectors(["One.", "Two."])) == 2
    assert len(model.read_texts) == 4
    assert (place.read_bytes() if place.is_file() else None) == before


def test_a_notebook_that_another_reader_writes_stops_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.ledger.embedding_cache._WAIT", 0.01)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    try:
        VectorStore(path).put({b"k": b"xx"})
    finally:
        db.close()
    assert VectorStore(path).get([b"k"]) == {}


def test_a_full_disk_or_a_read_only_file_stops_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def read_only(*args: object, **kwargs: object) -> sqlite3.Connection:
        db = connect(path, isolation_level=None)
        db.execute("PRAGMA query_only = ON")
        return db

    monkeypatch.setattr("corpus.ledger.embedding_cache.sqlite3.connect", read_only)
    VectorStore(path).put({b"k": b"xx"})
    monkeypatch.undo()
    assert VectorStore(path).get([b"k"]) == {}
    assert storage.connect(path)[1] is None
