"""What one language's reporting words tell of a single word, looked up once for each spelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from corpus.tokens import CLOSING, DASHES, KEPT, QUOTES, STOPS, looks_like_name

_MARKS = {"stop": STOPS, "quote": QUOTES, "closing": CLOSING, "dash": DASHES}
_PARTING = frozenset({",", "?", "!", "…"}) | QUOTES | DASHES
_PASSED = frozenset({"adverbs", "time", "prepositions", "time_determiners", "given_names"})

_PROPER = frozenset({"alnum", "alpha", "capital", "name", "shouted"})
_NO_NOUN = frozenset({"determiners", "pronouns"})


_T = TypeVar("_T")


class Kept(dict[str, _T]):
    """Answers by word, read once for each."""

    def __init__(self, read: Callable[[str], _T]) -> None:
        self._read = read

    def __missing__(self, word: str) -> _T:
        if len(self) >= KEPT:
            self.clear()
        found = self[word] = self._read(word)
        return found


class Traits(dict[str, frozenset[str]]):
    """The traits of words as they are written: the groups they are in, and what their form shows.

    Marks: stop, quote, closing, dash, parting (speech from who speaks). Letters: alnum, alpha,
    digit and small tell of the first one, capital too; a name has one or is a handle. `told` gives
    what the table tells beside its groups. What is `passed` may be passed over as an adverb or a
    time; `proper` is a name and nothing else the table knows, `common` may stand inside a noun
    phrase and `uncommon` may not; with neither trait it depends on the words around.
    """

    def __init__(
        self, groups: Mapping[str, frozenset[str]], told: Callable[[str, str], set[str]]
    ) -> None:
        self._told = told
        self._groups: dict[str, set[str]] = {}
        for name, words in groups.items():
            for word in words:
                self._groups.setdefault(word, set()).add(name)
        self._same: dict[frozenset[str], frozenset[str]] = {}

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= KEPT:
            self.clear()
        low = word.lower()
        found = self._groups.get(low, set()) | self._told(word, low) | _form(word, low)
        if not found.isdisjoint(_PASSED) or "manner" in found:
            found.add("passed")
        if "name" in found and found <= _PROPER:
            found.add("proper")
        closed = "closed" in found and "given_names" not in found
        if closed or "alpha" not in found or not found.isdisjoint(_NO_NOUN):
            found.add("uncommon")
        elif found.isdisjoint({"capital", "closed"}) and not _is_verb(found):
            found.add("common")
        traits = frozenset(found)
        self[word] = traits = self._same.setdefault(traits, traits)
        return traits


def _is_verb(found: set[str]) -> bool:
    return "verb" in found and "noun" not in found


def _form(word: str, low: str) -> set[str]:
    first = word[0]
    found = {name for name, marks in _MARKS.items() if low in marks}
    tests = {
        "parting": low in _PARTING,
        "alnum": first.isalnum(),
        "alpha": first.isalpha(),
        "digit": first.isdigit(),
        "small": first.islower(),
        "capital": first.isupper(),
        "shouted": word.isupper(),
        "name": looks_like_name(word),
    }
    return found.union(name for name, true in tests.items() if true)
