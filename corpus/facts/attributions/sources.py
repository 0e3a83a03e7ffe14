"""Naming the sources of an article: full names, roles, and who "she" or "the ministry" is."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import replace
from functools import cached_property

from corpus.facts.attributions.grammar.lexicon import Lexicon
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
)
from corpus.facts.attributions.grammar.tokens import Tokens
from corpus.model import Source

# No space is a word character; that it is named lets the search pass over it sooner.
# Bounded: a text may be one word of megabytes, and no name has so many letters.
_CAPITAL = r"[^ \n\W\d_a-zæøåäö](?:\w{0,2}\.|[\w’'-]{0,80}+)"
_PARTICLE = r"(?:(?:van|von|de|da|bin|al|el|der|den|of|ibn)[ ])?"
_NEXT = rf"[ \u00a0]{_PARTICLE}{_CAPITAL}"
# The second word is named alone: a search gives up there sooner than in what is repeated.
_RUN = re.compile(rf"{_CAPITAL}{_NEXT}(?:{_NEXT}){{0,5}}")
# What may say who somebody is: ", 34, a nurse at", " (34), leder i".
_APPOSITION = re.compile(r"(?: \(\d{1,3}\))?,(?: \d{1,3},)? ((?:[\w’'-]+,? ){0,4}[\w’'-]+[,.]?)")
# Most mentions back that a pronoun or a bare "the ministry" may reach.
_MEMORY = 60
_POSSESSIVE = ("'s", "’s", "'", "’")
_SMALL = frozenset({"prepositions", "determiners", "connectives", "time", "adverbs", "trigger"})
_GROUPS = frozenset({"institution", "agency", "outlet", "media", "witness", "unnamed"})


class Cast:
    """The people and bodies an article speaks of, in the order they come on."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.words = words
        self.names: dict[str, str] = {}
        self.roles: dict[str, set[str]] = {}
        self.text = text
        self.seen: deque[Source] = deque(maxlen=_MEMORY)
        self.female: set[str] = set()
        self._lone: dict[str, Source] = {}
        self._survey(text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word with a capital stands in the text."""
        return Counter(re.findall(r"[^\W\d_a-zæøåäö][\w-]+", self.text))

    def _survey(self, text: str) -> None:
        """Collect every name of two words or more, and the role that stands before it."""
        runs: Counter[str] = Counter()
        for match in _RUN.finditer(text):
            role, name = self._strip(self._one_sentence(match.group().split()))
            if not role:
                before = text[max(0, match.start() - 40) : match.start()].rsplit(None, 1)
                role = before[-1].lower() if before and before[-1].isalpha() else ""
            if name:
                full = " ".join(name)
                if len(name) > 1:
                    runs[full] += 1
                self._hold_role(role, full)
                if len(name) > 1:
                    self._hold_role(self._apposed(text, match.end()), full)
        for full, _ in sorted(runs.items(), key=lambda item: (-item[1], -len(item[0]), item[0])):
            self.names.setdefault(full.split()[-1].lower(), full)

    def _apposed(self, text: str, end: int) -> str:
        """Return the role after a name: "nurse" of "Maria Gomez, 34, a nurse at St. Ann's"."""
        match = _APPOSITION.match(text, end)
        if match is None:
            return ""
        words = match.group(1).lower().split()
        for position, word in enumerate(words):
            bare_word = word.rstrip(".,")
            if bare_word in self.words.group("prepositions"):
                return ""
            if self.words.noun_kind(bare_word) == "person":
                after = words[position + 1] if position + 1 < len(words) else ""
                ends = bare_word != word or after in self.words.group("prepositions")
                return bare_word if ends or after in self.words.group("relatives") else ""
        return ""

    def _one_sentence(self, parts: list[str]) -> list[str]:
        """Return the words after a full stop that ends a sentence: "Krok" of "TT. Krok"."""
        parts = [*parts[:-1], parts[-1].rstrip(".") or parts[-1]]
        for position in range(len(parts) - 2, -1, -1):
            word = parts[position]
            ended = word.endswith(".") and len(word) > 2
            if ended and self.words.noun_kind(word[:-1].lower()) != "person":
                return parts[position + 1 :]
        return parts

    def _strip(self, parts: list[str]) -> tuple[str, list[str]]:
        role = ""
        for position in range(len(parts) - 2, -1, -1):
            low = parts[position].lower().rstrip(".")
            if self.words.noun_kind(low) == "person" or self._is_small(low):
                role, parts = low, parts[position + 1 :]
                break
        return role, [bare(part) if part == parts[-1] else part for part in parts]

    def _is_small(self, low: str) -> bool:
        traits = self.words.traits[low]
        return "given_names" not in traits and not traits.isdisjoint(_SMALL)

    def _hold_role(self, role: str, full: str) -> None:
        if role and self.words.noun_kind(role) == "person":
            stem = self.words.stems[role]
            self.roles.setdefault(stem, set()).add(full)
            if stem in self.words.group("feminine"):
                self.female.add(full)

    def note_mention(self, text: str) -> None:
        """Note whom a sentence that credits nobody opens with: that may be "he" in the next."""
        for word in text.split(None, 7)[:7]:
            if not word[0].isupper():
                continue
            name = self.names.get(bare(word.strip(",.;:()")).lower())
            if name is not None and not self._is_body(name):
                self.seen.append(Source(name, "person"))
                return

    # -- resolving ------------------------------------------------------------------------------

    def source(self, tokens: Tokens, phrase: Phrase) -> Source | None:
        """Return the source a phrase names, None for a pronoun or a report without one."""
        source: Source | None
        if phrase.name and phrase.end - phrase.start == 1:
            word = tokens.words[phrase.start]
            source = self._lone.get(word) or self._alone(word)
        elif phrase.pronoun:
            source = self._pronoun(tokens.low[phrase.start])
            if source is None:
                return Source(tokens.words[phrase.start], "unnamed")
        else:
            source = self._named(tokens, phrase) if phrase.name else self._common(tokens, phrase)
        if source is not None:
            source = self._owning(source) if phrase.owner else source
            self.seen.append(source)
        return source

    def _alone(self, word: str) -> Source:
        """Return whom a name of one word means, with no role beside it."""
        name = bare(word)
        low = name.lower()
        kind = self.words.gazetteer.get(low)
        if kind is None:
            full = self.names.get(low)
            kind = self._kind_by_name(full) if full else "institution"
            name = full or name
        source = self._lone[word] = Source(name, kind)
        return source

    def _owning(self, source: Source) -> Source:
        """Return who owns: "Brown" of "Brown's", "Hansen" of "Hansens"."""
        ending = next((end for end in self.words.genitive if source.name.endswith(end)), "")
        name = source.name[: len(source.name) - len(ending)]
        full = self.names.get(name.lower(), name)
        return replace(source, name=full) if ending and name else source

    def _pronoun(self, low: str) -> Source | None:
        group = self.words.group
        if low in group("plural_pronouns"):
            groups = [it for it in reversed(self.seen) if it.kind in _GROUPS]
            bodies = [it for it in groups if it.kind not in {"agency", "outlet"}]
            return next(iter(bodies or groups), None)
        people = [it for it in reversed(self.seen) if it.kind == "person"]
        if low in group("feminine_pronouns"):
            women = [it for it in people if it.name in self.female]
            return next(iter(women or people), None)
        men = [it for it in people if it.name not in self.female]
        return next(iter(men or people), None)

    def _named(self, tokens: Tokens, phrase: Phrase) -> Source | None:
        assert phrase.name is not None
        first, last = phrase.name
        whole = self._text(tokens, phrase.start, phrase.end)
        head = tokens.low[phrase.head] if phrase.head is not None else ""
        kind = self.words.noun_kind(head)
        if phrase.head is not None and phrase.head >= last:
            return self._possessed(tokens, phrase, kind)
        first = self._without_role(tokens, first, last)
        name = bare(self._text(tokens, first, last))
        before = self._text(tokens, phrase.start, first) if first > phrase.start else ""
        if first > phrase.start and self.words.noun_kind(tokens.low[first - 1]) == "person":
            kind = "person"
        if phrase.tail and phrase.tail[0] > last:
            after = self._text(tokens, phrase.tail[0] - 1, phrase.end)
            if not head and name.lower() not in self.names:
                name = f"{name} {after}" if self._is_body(name) else name
        if before.lower() in self.words.group("determiners"):
            before = ""
        if name.lower() in self.words.gazetteer:
            return Source(name, self.words.gazetteer[name.lower()], before or None)
        full = self.names.get(name.lower(), name) if first + 1 == last else name
        role = before or None
        if role and (kind == "person" or not kind):
            self._hold_role(head or tokens.low[phrase.start], full)
        return Source(full, self._kind(full, kind, whole), role)

    def _without_role(self, tokens: Tokens, first: int, last: int) -> int:
        """Return the first token of the name without its role: "Tokajev" of "President Tokajev"."""
        if tokens.low[first] in self.words.group("determiners") and last - first > 2:
            first += 1
        if self.words.noun_kind(tokens.low[last - 1]) in _GROUPS:
            return first
        for position in range(last - 2, first - 1, -1):
            if self.words.noun_kind(tokens.low[position].rstrip(".")) == "person":
                return position + 1
        return first

    def _possessed(self, tokens: Tokens, phrase: Phrase, kind: str) -> Source:
        """Name "Kasakhstans president": the holder of the role if the article names one."""
        text = self._text(tokens, phrase.start, phrase.end)
        assert phrase.head is not None
        if kind == "person":
            holder = self._holder(tokens.low[phrase.head])
            if holder is not None:
                return Source(holder, "person", text)
        return Source(text, kind or "institution")

    def _holder(self, role: str) -> str | None:
        held = self.roles.get(self.words.stems[role])
        if not held or self._is_plural(role):
            return None
        name = next(iter(held))
        if len(held) > 1:
            name = max(held, key=lambda it: (self.counts[it.split()[-1]], len(it), it))
        return self.names.get(name.lower(), name)

    def _is_plural(self, noun: str) -> bool:
        """Return True for "statsadvokatene": more than the one who holds the office."""
        endings = tuple(self.words.group("plural_endings"))
        return bool(endings) and noun.endswith(endings) and self.words.stems[noun] != noun

    def _common(self, tokens: Tokens, phrase: Phrase) -> Source | None:
        assert phrase.head is not None
        head = tokens.low[phrase.head]
        kind = self.words.noun_kind(head)
        text = self._text(tokens, phrase.start, phrase.end)
        if kind == "report":
            return None
        definite = self._is_definite(tokens, phrase)
        if kind == "person":
            holder = self._holder(head) if definite else None
            again = definite and phrase.end - phrase.start < 3 and not self._is_plural(head)
            earlier = self._earlier(head) if again else None
            if holder is None and earlier is not None and earlier.kind in {"person", "unnamed"}:
                return earlier
            if holder is not None:
                return Source(holder, "person", text)
            return Source(text, "person" if definite else "unnamed")
        if definite and phrase.end - phrase.start < 3 and kind in _GROUPS:
            earlier = self._earlier(head)
            if earlier is not None:
                return earlier
        return Source(text, {"media": "unnamed", "": "institution"}.get(kind, kind))

    def _is_definite(self, tokens: Tokens, phrase: Phrase) -> bool:
        assert phrase.head is not None
        first, head = tokens.low[phrase.start], tokens.low[phrase.head]
        if tokens.is_name(phrase.start) and phrase.head > phrase.start:
            return True
        if phrase.head > phrase.start and tokens.low[phrase.head - 1].endswith("s"):
            return True
        return first in self.words.group("definites") or bool(self.words.definite_form.search(head))

    def _earlier(self, head: str) -> Source | None:
        """Return the body named before that this noun takes up: "departementet", "byrået"."""
        stems = self.words.stems
        stem = stems[head]
        for source in reversed(self.seen):
            words = f"{source.role or ''} {source.name}".lower().split()
            for word in words:
                if stems[word] == stem or word.endswith(head):
                    return source
        return None

    def _kind(self, full: str, kind: str, whole: str) -> str:
        if kind in {"agency", "outlet", "institution", "document", "social"}:
            return kind
        if kind in {"person", "witness"}:
            return "person"
        if whole.startswith("@") or "(@" in whole:
            return "social"
        return self._kind_by_name(full)

    def _kind_by_name(self, full: str) -> str:
        return "person" if " " in full and not self._is_body(full) else "institution"

    def _is_body(self, name: str) -> bool:
        if name.isupper():
            return True
        return "institution" in map(self.words.noun_kind, name.lower().split())

    def _text(self, tokens: Tokens, first: int, last: int) -> str:
        text = tokens.text(first, last).rstrip(" ,")
        head, _, rest = text.partition(" ")
        return rest if rest and head.lower() in self.words.group("articles") else text


def bare(name: str) -> str:
    """Return a name without the possessive ending of English."""
    if not name.endswith(_POSSESSIVE):
        return name
    return name[:-2] if name[-1] == "s" else name[:-1]
