"""The unit that stands at a place among the words."""

from __future__ import annotations

from corpus.facts.numbers.lexicon import QuantityWords, Unit
from corpus.text.phrases import Words


def unit_after(words: Words, index: int, lexicon: QuantityWords) -> tuple[int, Unit] | None:
    """Return the unit that stands at `index`, and the index after it."""
    position = index
    hyphen = words.at(position) == "-" and words.joined(position) and words.joined(position + 1)
    if hyphen and words.at(position + 1).isalpha():
        position += 1
    before_next = words.joined(position + 1) and words.at(position + 1)[:1].isdecimal()
    if before_next and not words.joined(position) and not words.at(position).isalnum():
        return None  # "a $5 fee"
    result = lexicon.unit_at(words, position)
    sign = result is not None and not words.at(result[0] - 1).isalnum()
    if result and sign and words.joined(result[0]) and words.at(result[0])[:1].isdecimal():
        return None  # "1.-2. klasse"
    return result
