"""The words of reporting in one language, compiled: verbs by form, marker phrases, kinds of noun.

The data is the section `attributions` of a language table; a language without it has an empty
lexicon, which finds nothing but quotations and names by form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from corpus.facts.attributions.grammar.token_features import Traits
from corpus.facts.attributions.grammar.tokens import STOPS, Pieces, Tokens
from corpus.languages.tables import load
from corpus.text.word_cache import Kept

_NEVER = re.compile(r"(?!)")
_TRIGGERS = ("hearsay", "views", "predicates", "occasions")
# Groups whose words begin no noun phrase, and groups whose words begin a clause.
_CLOSED = ("prepositions", "connectives", "adverbs", "time", "auxiliaries", "complementizers",
           "relatives", "speakers")  # fmt: skip
_WALLS = ("complementizers", "relatives", "clause_words")
_UTTERING = frozenset({"any", "object", "clause", "quote"})
_FORMS = ("infinitive", "present", "past", "participle", "passive", "gerund")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What one spelling of a reporting verb may be.

    `needs` is the content it must come with: `any`, `object`, `clause`, `thought` (a clause, also
    without "that"), `quote` (a clause or quotation marks), `label` ("called it a lie"), `frame`
    ("sees it as a lie"), `order` ("told to act"), `speech` ("issued a warning") or `document` (a
    document as subject). `forms` holds the grammatical forms that are spelled so; `particle` is the
    word that must follow ("la til"), empty if none; `finite` tells a present or past, `acts`
    one or a participle; `utterance` is false for thinking, wishing, showing.
    """

    needs: str
    stance: str
    forms: frozenset[str]
    particle: str = ""
    finite: bool = False
    acts: bool = False
    utterance: bool = True


class _Groups(dict[str, frozenset[str]]):
    """Word groups by name; one that is missing is empty. Looked up for nearly every word."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's reporting words; every word is lower case.

    `triggers` are the words that may open a cue; `closed` begin no noun phrase; before and after
    `walls` stand different clauses.
    """

    verbs: Mapping[str, tuple[VerbForm, ...]]
    groups: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    nouns: Mapping[str, str]
    noun_forms: Mapping[str, str]
    adjective_form: re.Pattern[str]
    participle_form: re.Pattern[str]
    telling_form: re.Pattern[str]
    affiliation_form: re.Pattern[str]
    adverb_form: re.Pattern[str]
    weak_form: re.Pattern[str]
    definite_form: re.Pattern[str]
    not_opening_form: re.Pattern[str]
    gazetteer: Mapping[str, str]
    piles: bool
    genitive: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    noun_stances: Mapping[str, str] = field(default_factory=dict)
    triggers: frozenset[str] = field(default_factory=frozenset)
    closed: frozenset[str] = frozenset()
    walls: frozenset[str] = frozenset()

    @cached_property
    def group(self) -> Callable[[str], frozenset[str]]:
        """Return the words of one group ("have", "relatives", ...), empty if the table has none."""
        return _Groups(self.groups).__getitem__

    @cached_property
    def _seconds(self) -> Mapping[str, frozenset[str]]:
        """The words that are a cue only before some others: "in" with "the" of "in the view of"."""
        alone = {word for word, phrases in self.phrases.items() if not all(p for _, p in phrases)}
        alone = alone.union(self.verbs, self.noun_stances, *map(self.group, _TRIGGERS))
        return {
            word: frozenset(rest[0] for _, rest in phrases)
            for word, phrases in self.phrases.items()
            if word not in alone
        }

    def cues(self, tokens: Tokens) -> list[int]:
        """Return the tokens of a sentence that may open a cue."""
        near, last = tokens.traits, tokens.size - 1
        return [
            position
            for position, traits in enumerate(near)
            if "trigger" in traits
            and (
                "waiting" not in traits
                or (
                    position < last
                    and "awaited" in near[position + 1]
                    and self._leads(tokens, position)
                )
            )
        ]

    def _leads(self, tokens: Tokens, position: int) -> bool:
        """Return whether a cue that waits for another word stands before it."""
        return tokens.low[position + 1] in self._seconds[tokens.low[position]]

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kind of source a common noun names by its last part; empty for any other word."""
        return Kept(self._kind)

    def _kind(self, word: str) -> str:
        stem = self.stems[word]
        if not stem or (word in self.verbs and word not in self.noun_forms):
            return ""
        return self.nouns.get(stem, "")

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """The common noun of a source that a word is, or is a compound of; empty if none."""
        return Kept(self._stem)

    def _stem(self, word: str) -> str:
        forms = self.noun_forms
        for start in range(max(0, len(word) - self._longest_noun), len(word)):
            stem = forms.get(word[start:])
            if stem is not None:
                return stem
        return ""

    @cached_property
    def _longest_noun(self) -> int:
        return max(map(len, self.noun_forms), default=0)

    @cached_property
    def noun_kind(self) -> Callable[[str], str]:
        """Return the kind of source a common noun names by its last part; empty for any other."""
        return self.kinds.__getitem__

    @cached_property
    def traits(self) -> Mapping[str, frozenset[str]]:
        """The traits of every word as it is written; see `Traits`."""
        acting = {
            word
            for word, forms in self.verbs.items()
            if any(form.acts and not (self.piles and form.particle) for form in forms)
        }
        cues = self.group("views") | self.group("predicates")
        words = {
            **self.groups,
            "closed": self.closed,
            "wall": self.walls,
            "verb": self.verbs,
            "trigger": self.triggers,
            "acts": acting,
            "phrase": self.phrases,
            "utters": self._uttering,
            "telling phrase": [
                word
                for word, phrases in self.phrases.items()
                if any(kind != "per" and not rest for kind, rest in phrases)
            ],
            "noun cue": cues.union(self.noun_stances),
            "waiting": self._seconds,
            "awaited": frozenset().union(*self._seconds.values()),
        }
        return Traits(words, self._forms)

    @cached_property
    def _uttering(self) -> list[str]:
        """The spellings that are first of all a verb of saying, with its subject or without."""
        return [
            word
            for word, forms in self.verbs.items()
            if word not in self.noun_stances
            and any(it.utterance and it.acts for it in forms)
            and not any(it.particle for it in forms)
        ]

    @cached_property
    def pieces(self) -> Pieces:
        """What a text has between white space, cut into tokens with their traits."""
        return Pieces(self.traits)

    def _forms(self, word: str, low: str) -> Iterator[str]:
        """Yield the traits that the form of a word shows in this language."""
        if self.kinds[low]:
            yield "noun"
        if self.is_adjective(low):
            yield "adjective"
        if self.not_opening_form is not _NEVER and self.not_opening_form.search(word):
            yield "not opening"
        if self.adverb_form is not _NEVER and self.adverb_form.search(word):
            yield "manner"

    @cached_property
    def verb_second(self) -> bool:
        """Return whether the finite verb stands second in a main clause, whatever opens it."""
        return bool(self.group("verb_second"))

    def is_adjective(self, word: str) -> bool:
        """Return whether a lower-case word may stand before the noun of a source."""
        return word in self.group("adjectives") or bool(self.adjective_form.search(word))


def _words(value: Any) -> list[str]:
    """Return the words of a list, or of text with white space between them; "a_b" is "a b"."""
    words = value.split() if isinstance(value, str) else [str(word) for word in value or []]
    return [word.replace("_", " ").lower() for word in words]


def _inflected(stem: str, endings: list[str]) -> dict[str, list[str]]:
    """Return every form of a stem; an ending "-" is none, "a/b" is a choice."""
    return {
        name: [stem + ("" if end == "-" else end) for end in choice.split("/") if end != "!"]
        for name, choice in zip(_FORMS, endings, strict=False)
    }


class ReportingVerb(NamedTuple):
    """One verb of a language table: what it needs, its stance, its forms by name, its particle."""

    needs: str
    stance: str
    forms: dict[str, list[str]]
    particle: str


def reporting_verbs(section: Mapping[str, Any]) -> Iterator[ReportingVerb]:
    """Yield every verb of the section `attributions` with all its forms."""
    paradigms = {name: _words(ends) for name, ends in (section.get("paradigms") or {}).items()}
    for needs, stances in (section.get("verbs") or {}).items():
        for stance, groups in stances.items():
            for paradigm, entries in groups.items():
                for entry in entries if isinstance(entries, list) else entries.split():
                    word, _, particle = str(entry).lower().partition("+")
                    if paradigm == "irregular":
                        forms = _inflected("", word.split())
                    else:
                        forms = _inflected(word, paradigms[paradigm])
                    yield ReportingVerb(needs, stance, forms, particle.strip())


def _verb_table(section: Mapping[str, Any]) -> dict[str, tuple[VerbForm, ...]]:
    merged: dict[tuple[str, str, str, str], set[str]] = {}
    silent = set(_words((section.get("words") or {}).get("thoughts")))
    thoughts: set[str] = set()
    for needs, stance, forms, particle in reporting_verbs(section):
        for name, spellings in forms.items():
            for spelling in spellings:
                merged.setdefault((spelling, needs, stance, particle), set()).add(name)
        if not silent.isdisjoint(forms["infinitive"]):
            thoughts.update(*forms.values())
    table: dict[str, tuple[VerbForm, ...]] = {}
    for (spelling, needs, stance, particle), names in merged.items():
        finite = not names.isdisjoint({"present", "past"})
        acts = finite or "participle" in names
        speaks = needs in _UTTERING and spelling not in thoughts
        form = VerbForm(needs, stance, frozenset(names), particle, finite, acts, speaks)
        table[spelling] = (*table.get(spelling, ()), form)
    return table


def _phrase_table(section: Mapping[str, Any]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for kind, phrases in (section.get("phrases") or {}).items():
        for phrase in phrases:
            first, *rest = str(phrase).lower().split()
            entries = (*table.get(first, ()), (kind, tuple(rest)))
            table[first] = tuple(sorted(entries, key=lambda entry: -len(entry[1])))
    return table


def _pattern(value: Any, flags: int = 0) -> re.Pattern[str]:
    return re.compile(str(value), flags) if value else _NEVER


def _noun_forms(nouns: Mapping[str, str], endings: list[str]) -> dict[str, str]:
    """Return the stem of every form of the nouns; of two it is the longer one."""
    forms: dict[str, str] = {}
    for stem in sorted(nouns, key=lambda stem: (-len(stem), stem)):
        for end in ("", *endings):
            forms.setdefault(stem + end, stem)
    return forms


@lru_cache(maxsize=64)
def lexicon(code: str) -> Lexicon:
    """Return the compiled reporting words of a language."""
    section: Mapping[str, Any] = load(code).section("attributions")
    nouns = {
        noun: kind for kind, names in (section.get("nouns") or {}).items() for noun in _words(names)
    }
    verbs, phrases = _verb_table(section), _phrase_table(section)
    groups = {name: frozenset(_words(it)) for name, it in (section.get("words") or {}).items()}
    gazetteer = {
        name: kind
        for kind, names in (section.get("gazetteer") or {}).items()
        for name in (str(entry).lower() for entry in names)
    }
    stances = {
        noun: stance
        for stance, names in (section.get("noun_cues") or {}).items()
        for noun in _words(names)
    }
    return Lexicon(
        verbs,
        groups,
        phrases,
        nouns,
        _noun_forms(nouns, _words(section.get("noun_endings"))),
        _pattern(section.get("adjective_form")),
        _pattern(section.get("participle_form")),
        _pattern(section.get("telling_form")),
        _pattern(section.get("affiliation_form")),
        _pattern(section.get("adverb_form")),
        _pattern(section.get("weak_adjective_form")),
        _pattern(section.get("definite_form")),
        _pattern(section.get("not_opening_form")),
        gazetteer,
        section.get("noun_piles") == "yes",
        tuple(_words(section.get("genitive"))),
        tuple(_words(section.get("plural"))),
        stances,
        frozenset().union(verbs, phrases, stances, *(groups.get(name, ()) for name in _TRIGGERS)),
        frozenset().union(*(groups.get(name, ()) for name in _CLOSED)),
        (STOPS | {","}).union(*(groups.get(name, ()) for name in _WALLS)),
    )
