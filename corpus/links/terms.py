"""What a sentence is about, for linking: its content words, names and concepts, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from corpus.concepts.mentions import Reading, concept_words, concepts_in
from corpus.concepts.sentence_concepts import Spoken, spoken_alone, spoken_of, spoken_together
from corpus.languages.tables import load
from corpus.model import Article, SentenceKind, Span
from corpus.text.chunks import runs_of
from corpus.text.word_cache import Kept
from corpus.text.words import WORD, fold

_CAPITAL = re.compile(r"[^\W\d_a-zæøåäöéü][\w'’-]*$")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or concept: its folded form, where it stands, and whether it is a name."""

    form: str
    span: Span
    name: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """The forms of every sentence of an article; furniture and credits have none.

    `forms` are the content words in their order, `names` those of them that are (part of) a name,
    `concepts` the concepts, as "event:kill". Where they stand is worked out for one sentence when
    it is asked for: few are ever looked at.
    """

    article: Article
    forms: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...]
    concepts: tuple[tuple[str, ...], ...]
    lower: frozenset[str]
    """The words that the article also writes with a small letter."""

    def __len__(self) -> int:
        return len(self.forms)

    def terms(self, index: int) -> tuple[Term, ...]:
        """Return the content words of a sentence with their places."""
        position = self.article.sentences[index]
        if position.kind is SentenceKind.FURNITURE:
            return ()
        entries = list(WORD.finditer(self.article.text, position.start, position.end))
        known = _content_words(self.article.language)
        return tuple(
            Term(form, Span(*entries[word].span()), name)
            for word, form, name in _content([m.group() for m in entries], known, self.lower)
        )

    def concept_terms(self, index: int) -> tuple[Term, ...]:
        """Return the concepts of a sentence with their places."""
        return tuple(
            Term(f"{met.kind}:{met.concept}", Span(met.start, met.end))
            for met in concepts_in(self.article, index, wide=True)
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """What the words of a run of text between spaces say ("said", "Kabul,", "hit-and-run")."""

    opens: str | None
    """The form of its first word where that may be a name, else nothing; None: it has no word."""
    forms: tuple[str, ...]
    names: tuple[str, ...]
    lower: tuple[str, ...]
    read: tuple[Reading | None, ...]
    spoken: Spoken | None
    """What the words may speak of, each and together."""


@lru_cache(maxsize=32)
def sentences_of(article: Article) -> Sentences:
    """Return the terms of an article; cached for the same article."""
    text, table = article.text, _runs(article.language)
    every = map(runs_of(article), range(len(article.sentences)))
    cuts = [list(map(table.__getitem__, runs)) for runs in every]
    lower = frozenset([form for cut in cuts for run in cut for form in run.lower])
    forms, names, concepts, furniture = [], [], [], SentenceKind.FURNITURE
    for sentence, cut in zip(article.sentences, cuts, strict=True):
        if sentence.kind is furniture:
            cut.clear()
        said = [form for run in cut for form in run.forms]
        named = [form for run in cut for form in run.names]
        if named and (first := _first(cut)) and first in lower:
            del named[0]
            if len(first) < 3:
                del said[0]
        forms.append(tuple(said))
        names.append(tuple(named))
        spoken = [run.spoken for run in cut if run.spoken]
        spoken_forms = spoken_alone(spoken)
        if spoken_forms is None:
            read = [reading for run in cut for reading in run.read]
            spoken_forms = spoken_together(spoken, read, text, sentence.start, sentence.end)
        concepts.append(tuple(spoken_forms))
    return Sentences(article, tuple(forms), tuple(names), tuple(concepts), lower)


def _first(runs: Iterable[_Run]) -> str:
    """Return the form of a sentence's first word where it may be a name, else nothing."""
    for run in runs:
        if run.opens is not None:
            return run.opens
    return ""


def _content(
    words: Sequence[str], known: Kept[tuple[str, bool] | None], lower: frozenset[str]
) -> list[tuple[int, str, bool]]:
    """Return the content words of a sentence: the place, the form, and whether it is a name.

    A sentence's first word is no name where the article also writes it with a small letter.
    """
    entries = []
    for position, content in enumerate(map(known.__getitem__, words)):
        if content is not None:
            form, capital = content
            name = capital and (position > 0 or form not in lower)
            if name or len(form) > 2:
                entries.append((position, form, name))
    return entries


@lru_cache(maxsize=64)
def _runs(code: str) -> Kept[_Run]:
    """Return what runs of text say in a language."""
    known, concepts = _content_words(code), concept_words(code)

    def of(run: str) -> _Run:
        words = WORD.findall(run)
        if len(words) == 1 and words[0] != run:  # "Kabul," says what "Kabul" says
            return table[words[0]]
        content = [known[word] for word in words]
        opens = (content[0][0] if content[0] and content[0][1] else "") if words else None
        said = [
            spoken_forms
            for spoken_forms in content
            if spoken_forms and (spoken_forms[1] or len(spoken_forms[0]) > 2)
        ]
        forms = tuple([form for form, _ in said])
        names = tuple([form for form, capital in said if capital])
        lower = tuple([fold(word) for word in words if word[0].islower()])
        read = concepts.wide(words)
        # What is alike is one tuple: most runs are one word, and it is read once.
        names, lower = (forms if alike == forms else alike for alike in (names, lower))
        return _Run(opens, forms, names, lower, read, spoken_of(read))

    table = Kept(of)
    return table


@lru_cache(maxsize=64)
def _content_words(code: str) -> Kept[tuple[str, bool] | None]:
    """Return the folded form of a word and whether it has a capital, None for what says nothing."""
    table = load(code)
    listed = (table.section("stopwords") or (), table.section("alignment").get("common") or ())
    stop = frozenset(fold(word) for word in chain(*listed))

    def read(word: str) -> tuple[str, bool] | None:
        form, capital = fold(word), _CAPITAL.match(word) is not None
        least = 2 if capital else 3
        return None if form in stop or len(form) < least else (form, capital)

    return Kept(read)
