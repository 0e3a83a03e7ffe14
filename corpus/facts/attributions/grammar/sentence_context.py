"""What the readers of one sentence look at: its tokens, and what the language knows of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.facts.attributions.grammar.lexicon import Lexicon
from corpus.facts.attributions.grammar.tokens import Tokens


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """One sentence cut into tokens, with the reporting words of its language.

    `low` is each token in lower case, `traits` what is known of it, `kinds` the kind of source a
    common noun names; `size` is the number of tokens.
    """

    tokens: Tokens
    words: Lexicon
    low: list[str]
    traits: list[frozenset[str]]
    kinds: Mapping[str, str]
    size: int


def sentence_context(tokens: Tokens, words: Lexicon) -> SentenceContext:
    """Return the context of a sentence."""
    return SentenceContext(tokens, words, tokens.low, tokens.traits, words.kinds, tokens.size)
