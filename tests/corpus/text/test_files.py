"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.text.files import write_whole


def test_a_new_file_has_the_bytes_and_the_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"one")
    (tmp_path / "b").touch()
    assert path.read_bytes() == b"one"
    assert path.stat().st_mode == (tmp_path / "b").stat().st_mode


def test_an_old_file_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"one")
    path.chmod(0o600)
    with pytest.raises(FileExistsError):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    write_whole(path, b"two", overwrite=True)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_of_a_symbolic_link_the_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new", overwrite=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpus.text.files.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new", overwrite=True)
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"old"
