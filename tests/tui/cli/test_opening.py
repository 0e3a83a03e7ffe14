"""From a folder to the two articles that are shown first."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.reading import articles as reading
from tui.cli import opening
from tui.cli.opening import find


def test_of_a_large_folder_only_the_first_files_are_read_before_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BEFORE_PAINT", 5)
    read = []
    parse = reading.parse_bytes

    def counted(*args: object, **options: object) -> object:
        read.append(args)
        return parse(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "parse_bytes", counted)
    for number in range(40):
        words = f"Politiet melder at {number} personer er skadet i Oslo."
        (tmp_path / f"{number:02}.txt").write_text(words, encoding="utf-8")
    places = find([tmp_path])
    assert len(read) <= 5
    assert {places.left.name, places.right.name} <= {f"0{n}.txt" for n in range(5)}
    assert places.known == ()
    assert len(places.articles(*places.pair())) == 40
