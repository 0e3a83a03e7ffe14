"""Roles: what the words of a source say it is, under names that all languages share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from corpus.languages.tables import load
from corpus.model import Source
from corpus.text.word_cache import Kept

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Fewest letters of a role at the head of a compound: "fengsel" of "fengselsmyndighetene".
_PREFIX = 5
# Longest word, in letters, that is searched for a role inside; no compound of news is longer.
_LONGEST = 40


@lru_cache(maxsize=16)
def role_reader(code: str) -> RoleReader:
    """Return the reader of roles of a language; one without a table reads none."""
    return RoleReader(load(code).section("attributions"))


class RoleReader:
    """Finds the roles that the words of a source name."""

    def __init__(self, section: Mapping[str, Any]) -> None:
        endings = ("", *str(section.get("noun_endings") or "").split())
        self._stems = {
            stem: role
            for role, stems in (section.get("roles") or {}).items()
            for stem in str(stems).split()
        }
        self._forms = {
            stem + end: role for stem, role in self._stems.items() for end in reversed(endings)
        }
        self._forms.update(self._stems)
        self._whole = section.get("noun_piles") == "yes"
        self.of_word: Mapping[str, frozenset[str]] = Kept(self._roles)

    def with_roles(self, source: Source) -> Source:
        """Return the source with the roles its words name; of a person the name itself has none."""
        text = f"{source.role or ''} {source.name}"
        if source.kind == "person" and source.role and source.name[:1].isupper():
            text = source.role
        words = [self.of_word[word.lower()] for word in _WORD.findall(text)]
        return replace(source, roles=frozenset().union(*words))

    def _roles(self, word: str) -> frozenset[str]:
        """Return the roles of a word and of the parts of a compound, first and last."""
        role = self._forms.get(word)
        if role is not None:
            return frozenset({role})
        if self._whole or len(word) > _LONGEST:
            return frozenset()
        last = next((r for i in range(1, len(word) - 2) if (r := self._forms.get(word[i:]))), None)
        lengths = range(len(word) - 1, _PREFIX - 1, -1)
        first = next((r for size in lengths if (r := self._stems.get(word[:size]))), None)
        return frozenset(part for part in (first, last) if part is not None)
