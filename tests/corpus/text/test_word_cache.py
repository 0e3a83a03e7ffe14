"""What is kept by word is read once, and never more than a bound."""

from __future__ import annotations

import pytest

from corpus.text.word_cache import LONGEST, Kept


def test_a_word_is_read_once() -> None:
    asked: list[str] = []

    def read(word: str) -> int:
        asked.append(word)
        return len(word)

    kept = Kept(read)
    assert [kept[word] for word in ("to", "tre", "to")] == [2, 3, 2]
    assert asked == ["to", "tre"]


def test_what_is_kept_begins_anew_before_it_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("corpus.text.word_cache.KEPT", 10)
    kept = Kept(len)
    assert [kept["x" * number] for number in range(1, 60)] == list(range(1, 60))
    assert len(kept) <= 10


def test_a_word_of_megabytes_is_not_kept() -> None:
    kept = Kept(len)
    assert kept["x" * 10_000_000] == 10_000_000
    assert kept["x" * LONGEST] == LONGEST
    assert list(kept) == ["x" * LONGEST]
