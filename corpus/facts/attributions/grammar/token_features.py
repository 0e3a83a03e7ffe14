"""What one language's reporting words tell of a single word, looked up once for each spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from corpus.facts.attributions.grammar.tokens import CLOSING, DASHES, QUOTES, STOPS, looks_like_name
from corpus.text.word_cache import Kept

NAME_GOES_ON = frozenset({"name", "particles", "title_particles", "name_tails"})
"""Traits of the words that may go on a name, or what belongs to it."""

_MARKS = {
    "stop": STOPS,
    "quote": QUOTES,
    "closing": CLOSING,
    "dash": DASHES,
    "parting": QUOTES | DASHES | {",", "?", "!", "…"},
}
_PASSED = frozenset(
    {"adverbs", "time", "prepositions", "time_determiners", "given_names", "manner"}
)

_REPORTING = frozenset({"utters", "telling phrase", "first_persons", "hedges"})
_GOVERNING = frozenset(
    {"be", "proforms", "have", "learners", "modals", "infinitive_mark", "objects", "not_verb_after"}
)
_PROPER = frozenset({"alnum", "alpha", "capital", "name", "shouted"})
_DOUBTED = frozenset({"capital", "closed"})
_NO_NOUN = frozenset({"determiners", "pronouns"})


class Traits(Kept[frozenset[str]]):
    """The traits of words as they are written: the groups they are in, and what their form shows.

    Marks: stop, quote, closing, dash, parting (speech from who speaks). Letters: alnum, alpha,
    digit and small tell of the first one, capital too; a name has one or is a handle. `words` are
    those of each further trait, and `forms` yields more by the form of a word. What is `passed` may
    be passed over as an adverb or a time; `proper` is a name and nothing else the table knows, and
    what is `past name` ends the phrase of such a name. `governing` words stand before a verb that
    is not what its form tells. A `reporting` word hints that somebody has said so.
    `common` may stand inside a noun phrase and `uncommon` may not; with neither trait it depends on
    the words around.
    """

    def __init__(
        self, words: Mapping[str, Iterable[str]], forms: Callable[[str, str], Iterable[str]]
    ) -> None:
        super().__init__(self._traits)
        self._forms = forms
        self._groups: dict[str, set[str]] = {}
        for table in (words, _MARKS):
            for name, members in table.items():
                for word in members:
                    self._groups.setdefault(word, set()).add(name)
        self._same: dict[frozenset[str], frozenset[str]] = {}

    def _traits(self, word: str) -> frozenset[str]:
        low = word.lower()
        features = {*self._groups.get(low, ()), *self._forms(word, low), *_letters(word)}
        if not features.isdisjoint(_PASSED):
            features.add("passed")
        if "name" in features and features <= _PROPER:
            features.add("proper")
        closed = "closed" in features and "given_names" not in features
        if closed or "alpha" not in features or not features.isdisjoint(_NO_NOUN):
            features.add("uncommon")
        elif features.isdisjoint(_DOUBTED) and ("noun" in features or "verb" not in features):
            features.add("common")
        if not features.isdisjoint(_REPORTING):
            features.add("reporting")
        if not features.isdisjoint(_GOVERNING):
            features.add("governing")
        only_verb = "acts" in features and "noun" not in features
        if features.isdisjoint(NAME_GOES_ON) and ("uncommon" in features or only_verb):
            features.add("past name")
        traits = frozenset(features)
        return self._same.setdefault(traits, traits)


def _letters(word: str) -> Iterator[str]:
    first = word[0]
    if not first.isalnum():
        return
    yield "alnum"
    if first.isalpha():
        yield "alpha"
    if first.isdigit():
        yield "digit"
    if first.islower():
        yield "small"
    if first.isupper():
        yield "capital"
    if word.isupper():
        yield "shouted"
    if looks_like_name(word):
        yield "name"
