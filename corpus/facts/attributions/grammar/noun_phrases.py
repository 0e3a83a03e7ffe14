"""Noun phrases by form: a determiner, adjectives, a noun, a name, a tail ("for the ministry")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.facts.attributions.grammar.adverbs import is_given_name
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.token_features import NAME_GOES_ON

LONGEST = 24
"""Most tokens of a noun phrase; a longer one is not read, which keeps reading linear."""

_NO_NAME = frozenset({"time", "connectives", "speakers"})
_VENUES = frozenset({"venues", "occasions"})
_OPENING = frozenset({"determiners", "digit"})
_COUNTED = _OPENING | {"ordinals"}


@dataclass(slots=True)
class Phrase:
    """A noun phrase as token ranges.

    `head` is the common noun that carries it, `name` the proper name that belongs to it, `tail`
    the first prepositional tail; `pronoun` tells that it is nothing but one. `definite` is false
    for "a spokesman", "en talsmann"; `owner` is true where the phrase stands in the genitive.
    """

    start: int
    end: int
    head: int | None = None
    name: tuple[int, int] | None = None
    tail: tuple[int, int] | None = None
    pronoun: bool = False
    definite: bool = True
    owner: bool = False


def first_token(phrases: Sequence[Phrase]) -> int:
    """Return the token that the first of the phrases begins with, 0 where there is none."""
    return phrases[0].start if phrases else 0


def last_end(phrases: Sequence[Phrase]) -> int:
    """Return the token after the last of the phrases, 0 where there is none."""
    return phrases[-1].end if phrases else 0


def noun_phrase_at(sentence: SentenceContext, start: int, depth: int = 0) -> Phrase | None:
    """Return the longest noun phrase that begins at token `start`, None if there is none."""
    if start >= sentence.size:
        return None
    traits = sentence.traits
    opening = traits[start]
    if "proper" in opening and (end := _proper_name_end(sentence, start)):
        return Phrase(start, end, None, (start, end))
    if not _may_begin(sentence, start):
        return None
    if "pronouns" in opening:
        return Phrase(start, start + 1, pronoun=True)
    if "not opening" in opening:
        return None
    position = start if opening.isdisjoint(_OPENING) else _skip_determiners(sentence, start)
    head, position = _common_noun(sentence, position)
    if head is not None:
        if head < start:
            return None
        position += position < sentence.size and "postposed" in traits[position]
    name, position = _name_run(sentence, position)
    if name is not None:
        head, name, position = _after_genitive(sentence, head, name, position)
    elif head is None:
        if "quantifiers" not in traits[position - 1] or position == start:
            return None
        head = position - 1
    phrase = Phrase(start, position, head, name, None, False, "indefinite" not in opening)
    return _with_tails(sentence, phrase, depth)


def _proper_name_end(sentence: SentenceContext, start: int) -> int:
    """Return the end of a name if nothing before or after it can belong to its phrase, or 0."""
    end, size, traits = start + 1, sentence.size, sentence.traits
    while end < size and "proper" in traits[end]:
        end += 1
    if start and "adjective" in traits[start - 1] and "acts" not in traits[start - 1]:
        return 0
    if end < size and "quote" in traits[end] and _nickname(sentence, end):
        return 0
    if end >= size or "past name" in traits[end]:
        return end
    goes_on = not traits[end].isdisjoint(NAME_GOES_ON) or _is_common(sentence, end)
    return 0 if goes_on else end


def _may_begin(sentence: SentenceContext, index: int) -> bool:
    traits = sentence.traits[index]
    if "closed" in traits:
        return "given_names" in traits and is_given_name(sentence, index)
    return "alnum" in traits or sentence.tokens.words[index][0] == "@"


def _skip_determiners(sentence: SentenceContext, start: int) -> int:
    position = start + 1
    while position < sentence.size and not sentence.traits[position].isdisjoint(_COUNTED):
        position += 1
    return position


def _is_common(sentence: SentenceContext, index: int) -> bool:
    """Return whether the token is a lower-case word that can stand inside a noun phrase."""
    if index >= sentence.size:
        return False
    traits = sentence.traits[index]
    if "common" in traits or "uncommon" in traits:
        return "common" in traits
    if "capital" in traits and not _is_capitalised_noun(sentence, index):
        return False
    return _may_begin(sentence, index) and not _is_verb(sentence, index)


def _is_capitalised_noun(sentence: SentenceContext, index: int) -> bool:
    traits = sentence.traits[index]
    if "shouted" in traits or (index and "alnum" in sentence.traits[index - 1]):
        return False
    return "noun" in traits or ("adjective" in traits and _is_lower_word(sentence, index + 1))


def _is_lower_word(sentence: SentenceContext, index: int) -> bool:
    """Return True for "medier" of "Lokale medier", False for "sier" of "Dale sier"."""
    return (
        index < sentence.size
        and "small" in sentence.traits[index]
        and not _is_verb(sentence, index)
        and _may_begin(sentence, index)
    )


def _is_verb(sentence: SentenceContext, index: int) -> bool:
    traits = sentence.traits[index]
    if "verb" not in traits or "noun" in traits:
        return False
    if index and sentence.words.piles and "articles" in sentence.traits[index - 1]:
        return False
    if "acts" in traits or not sentence.words.piles:
        return "acts" in traits
    following = sentence.low[index + 1] if index + 1 < sentence.size else "."
    forms = sentence.words.verbs[sentence.low[index]]
    return any(form.acts and form.particle == following for form in forms)


def _common_noun(sentence: SentenceContext, position: int) -> tuple[int | None, int]:
    """Return the head of adjectives and nouns, the last of piled nouns, and the token after."""
    head: int | None = None
    size, start = sentence.size, position
    while position < size and (
        _is_common(sentence, position)
        or (sentence.low[position] == "," and _is_listed_adjective(sentence, position))
    ):
        if _is_modifier(sentence, position):
            position += 1
            continue
        if head is not None and not _is_compound(sentence, head, position):
            break
        head, position = position, position + 1
    after_verb = position == start and position > 0 and "acts" in sentence.traits[position - 1]
    if head is None and position and not after_verb and _is_adjective(sentence, position - 1):
        head = position - 1
    return head, position


def _is_listed_adjective(sentence: SentenceContext, position: int) -> bool:
    """Return True for an adjective after a comma: "det russiske, statlige nyhetsbyrået"."""
    return (
        position + 1 < sentence.size
        and sentence.low[position] == ","
        and _is_adjective(sentence, position - 1)
        and _is_common(sentence, position + 1)
        and "adjective" in sentence.traits[position + 1]
        and _is_common(sentence, position + 2)
    )


def _is_modifier(sentence: SentenceContext, position: int) -> bool:
    traits, low = sentence.traits[position], sentence.low[position]
    if low == ",":
        return True
    weak = position > 0 and "determiners" in sentence.traits[position - 1]
    if weak and _is_common(sentence, position + 1) and sentence.words.weak_form.search(low):
        return True
    if "adjective" not in traits:
        return False
    more = (
        _is_common(sentence, position + 1)
        or (position + 1 < sentence.size and "name" in sentence.traits[position + 1])
        or _is_listed_adjective(sentence, position + 1)
    )
    if not more:
        return False
    return "noun" not in traits or "noun" in sentence.traits[position + 1]


def _is_adjective(sentence: SentenceContext, index: int) -> bool:
    return index >= 0 and "adjective" in sentence.traits[index]


def _is_compound(sentence: SentenceContext, head: int, position: int) -> bool:
    if sentence.words.piles:
        return "manner" not in sentence.traits[position]
    return sentence.low[head].endswith("s") and "noun" in sentence.traits[position]


def _name_run(sentence: SentenceContext, position: int) -> tuple[tuple[int, int] | None, int]:
    """Return a run of capitals, with small words inside ("van", "of the"), and the token after."""
    if position >= sentence.size or "name" not in sentence.traits[position]:
        return None, position
    first, last = position, position
    while last < sentence.size:
        if _is_name_word(sentence, last):
            last += 1
        elif last > first and (
            step := _name_particles(sentence, last) or _nickname(sentence, last)
        ):
            last += step
        else:
            break
    return ((first, last), last) if last > first else (None, position)


def _nickname(sentence: SentenceContext, index: int) -> int:
    """Return the tokens of a quoted name inside a name: 3 for «Bamse» in "Arne «Bamse» Lund"."""
    if index + 3 >= sentence.size:
        return 0
    quoted = "quote" in sentence.traits[index] and "quote" in sentence.traits[index + 2]
    if not quoted or not _is_name_word(sentence, index + 1):
        return 0
    return 3 if _is_name_word(sentence, index + 3) else 0


def _is_name_word(sentence: SentenceContext, index: int) -> bool:
    traits = sentence.traits[index]
    if "name" not in traits:
        return False
    if "given_names" in traits and is_given_name(sentence, index):
        return True
    return traits.isdisjoint(_NO_NAME)


def _name_particles(sentence: SentenceContext, index: int) -> int:
    for step in (1, 2):
        if index + step >= sentence.size:
            return 0
        small = sentence.traits[index + step - 1]
        titled = "title_particles" in small and _is_titled(sentence, index)
        if not (titled or "particles" in small):
            return 0
        if _is_name_word(sentence, index + step):
            return step
    return 0


def _is_titled(sentence: SentenceContext, index: int) -> bool:
    """Return True for "Bank of England", False for "Jane Roe of Harvard"."""
    return "noun" in sentence.traits[index - 1]


def _after_genitive(
    sentence: SentenceContext, head: int | None, name: tuple[int, int] | None, position: int
) -> tuple[int | None, tuple[int, int] | None, int]:
    """Return head, name and end after a possessor: "Kasakhstans president NN"."""
    for _ in range(3):
        if name is None or not _is_common(sentence, position):
            break
        last = sentence.low[name[1] - 1]
        owner = last.endswith(("s", "'", "’"))
        more, after = _common_noun(sentence, position)
        known = sentence.kinds[sentence.low[more]] if more is not None else ""
        if more is None or not (
            owner or known == "institution" or (sentence.words.piles and known)
        ):
            break
        head, (name, position) = more, _name_run(sentence, after)
    return head, name, position


def _with_tails(sentence: SentenceContext, phrase: Phrase, depth: int) -> Phrase:
    """Return the phrase with its tails and the name after them: "talskvinnen for politiet NN"."""
    size, traits = sentence.size, sentence.traits
    while depth < 3 and phrase.end + 1 < size and phrase.end - phrase.start < LONGEST:
        if _tail_trait(sentence, phrase) not in traits[phrase.end]:
            break
        inner = noun_phrase_at(sentence, phrase.end + 1, depth + 1)
        if inner is None or inner.pronoun or _is_hearer(sentence, phrase.end, inner):
            break
        phrase = _with_tail(sentence, phrase, inner)
    return phrase


def _is_hearer(sentence: SentenceContext, preposition: int, inner: Phrase) -> bool:
    """Return True for "sier NN til VG", False for a tail that belongs to NN."""
    if "asides" not in sentence.traits[preposition]:
        return False
    if inner.head is not None and _is_venue(sentence, inner.head):
        return True
    if inner.name is None:
        return False
    if inner.end - inner.start == 1 and "venues" in sentence.traits[inner.start]:
        return True
    name = " ".join(sentence.low[inner.name[0] : inner.name[1]])
    return name in sentence.words.gazetteer


def _is_venue(sentence: SentenceContext, head: int) -> bool:
    """Return True for "pressekonferanse", "hjemmesider": where something is said, not who says."""
    return not sentence.traits[head].isdisjoint(_VENUES)


def _tail_trait(sentence: SentenceContext, phrase: Phrase) -> str:
    if phrase.head is None or (phrase.name and phrase.name[0] > phrase.head):
        return "name_tails"
    return "tails"


def _with_tail(sentence: SentenceContext, phrase: Phrase, inner: Phrase) -> Phrase:
    name, tail = phrase.name, phrase.tail or (phrase.end + 1, inner.end)
    if name is None and phrase.definite and inner.name and _is_free_name(sentence, inner):
        name, tail = inner.name, (tail[0], inner.name[0])
    return Phrase(phrase.start, inner.end, phrase.head, name, tail, False, phrase.definite)


def _is_free_name(sentence: SentenceContext, inner: Phrase) -> bool:
    """Return whether a tail's name is the outer person's: "for politiet NN", not "for Putin"."""
    if inner.name is None or inner.head is None or inner.name[0] < inner.head:
        return False
    kind = sentence.kinds[sentence.low[inner.head]]
    return kind not in {"person", "agency", "outlet"} and inner.name[1] - inner.name[0] > 1


def noun_phrase_before(sentence: SentenceContext, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends right before token `end`, at or after token `floor`."""
    floor = max(floor, end - LONGEST)
    for start in range(floor, end):
        phrase = noun_phrase_at(sentence, start)
        if phrase is not None and phrase.end == end:
            return phrase
        if phrase is not None and phrase.end > end and phrase.start < end:
            trimmed = _trimmed(sentence, phrase, end)
            if trimmed is not None:
                return trimmed
    return None


def _trimmed(sentence: SentenceContext, phrase: Phrase, end: int) -> Phrase | None:
    after = phrase.tail is None or phrase.tail[0] > end
    if not after or (phrase.name and phrase.name[0] < end) or phrase.head is None:
        return None
    return replace(phrase, end=end, head=end - 1, name=None, tail=None)


def clause_start(sentence: SentenceContext, end: int) -> int:
    """Return the first token of the clause that holds the token before `end`."""
    traits, floor = sentence.traits, end - LONGEST if end > LONGEST else 0
    while end > floor and "wall" not in traits[end - 1]:
        end -= 1
    return end
