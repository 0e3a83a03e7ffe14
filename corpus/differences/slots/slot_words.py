"""Words that decide about a slot, as data (section "slots" of a language)."""

from __future__ import annotations

from functools import lru_cache

from corpus.languages.tables import load
from corpus.text.words import WORD, fold


@lru_cache(maxsize=64)
def part_words(code: str) -> frozenset[str]:
    """Return the words that tell before a figure that it is a part: "the other two"."""
    return _words(code, "parts")


@lru_cache(maxsize=64)
def part_words_after(code: str) -> frozenset[str]:
    """Return the words that tell after a figure that it is a part: "two more"."""
    return _words(code, "parts_after")


@lru_cache(maxsize=64)
def standings(code: str) -> frozenset[str]:
    """Return the words that tell before a role who holds it: "former", "acting"."""
    return _words(code, "standings")


def says(sentence: str, code: str, name: str) -> bool:
    """Return whether a sentence holds a word of a list: "revisions", "estimates"."""
    listed = _words(code, name)
    stems = tuple(word[:-1] for word in listed if word.endswith("*"))
    forms = map(fold, WORD.findall(sentence))
    return any(form in listed or form.startswith(stems) for form in forms)


@lru_cache(maxsize=64)
def pronouns(code: str) -> frozenset[str]:
    """Return the pronouns of a language."""
    words = load(code).section("attributions").get("words") or {}
    return frozenset(map(fold, str(words.get("pronouns") or "").split()))


def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, load(code).section("slots").get(name, ())))
