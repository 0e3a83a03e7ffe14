"""Who says it: the noun phrase before or after a reporting verb, in either order."""

from __future__ import annotations

from dataclasses import replace

from corpus.facts.attributions.grammar.adverbs import skip_adverbs, skip_adverbs_back
from corpus.facts.attributions.grammar.noun_phrases import (
    LONGEST,
    Phrase,
    clause_start,
    noun_phrase_at,
    noun_phrase_before,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext

_NOTHING, _WALL = frozenset[str](), frozenset({"wall"})
_CLOSED = frozenset({",", ")"})
_ENDS = frozenset({",", ".", ";"})
_RELATIVES = frozenset({"relatives", "soft_relatives"})
_BINDING = _RELATIVES | {"adjective"}
_ASIDE = frozenset({"relatives", "adverbs", "name_tails", "among", "aside_words", "digit"})
_INVERTED = frozenset({"stop", "label_words"})
_FRONTED = frozenset({"prepositions", "time", "adverbs"})


def subject_of(
    sentence: SentenceContext, finite: int, position: int, after: int
) -> tuple[tuple[Phrase, ...], bool]:
    """Return the subject of the verb at `finite` and whether it stands after the verb.

    It is looked for before `position` or from `after`.
    """
    verb_second = sentence.words.verb_second
    before = sentence.traits[position - 1] if position else _NOTHING
    parted = "parting" in before
    if (
        parted
        or (verb_second and ("proforms" in before or _is_fronted(sentence, position, finite)))
        or (
            after < sentence.size
            and "inverting" in sentence.traits[after]
            and _is_inverted_pronoun(sentence, after)
        )
    ):
        right = phrases_after(sentence, after)
        if right and (
            not parted
            or _in_dash_speech(sentence)
            or _ends_clause(sentence, finite, right[-1])
            or not _closes_aside(sentence, position)
        ):
            return right, True
    if "opening_verbs" in sentence.traits[finite] and _opens_inverted(sentence, position, finite):
        return phrases_after(sentence, after), True
    left = _subject_ending_at(sentence, position)
    if left or not (verb_second or parted):
        return left, False
    starts = position == 0 or "coordinators" in sentence.traits[position - 1]
    return ((), False) if starts and position else (phrases_after(sentence, after), True)


def _ends_clause(sentence: SentenceContext, finite: int, phrase: Phrase) -> bool:
    """Return True for "burned down, said Ada Berg, head": what "say" takes behind is who says."""
    if not sentence.words.piles or "opening_verbs" not in sentence.traits[finite]:
        return False
    ends = phrase.end >= sentence.size or sentence.low[phrase.end] in _ENDS
    return phrase.name is not None and ends


def _opens_inverted(sentence: SentenceContext, position: int, finite: int) -> bool:
    """Return True for "Says Smith:" and "So says Smith.", False for other beginnings."""
    return finite == 0 or (position == 1 and "proforms" in sentence.traits[0])


def _is_inverted_pronoun(sentence: SentenceContext, after: int) -> bool:
    """Return whether "han" is the subject: "Ryktene kaller han «oppspinn»"."""
    if after + 1 >= sentence.size:
        return False
    return not sentence.traits[after + 1].isdisjoint(_INVERTED)


def _in_dash_speech(sentence: SentenceContext) -> bool:
    """Return whether "sier Berge" ends dash speech: what is before it is no subject."""
    return sentence.words.verb_second and "dash" in sentence.traits[0]


def phrases_after(sentence: SentenceContext, position: int) -> tuple[Phrase, ...]:
    """Return the phrase right after the verb, with its apposition left out."""
    return coordinated_phrases(sentence, noun_phrase_at(sentence, skip_adverbs(sentence, position)))


def coordinated_phrases(sentence: SentenceContext, phrase: Phrase | None) -> tuple[Phrase, ...]:
    """Return the phrase and those listed with it: "Interfax, Tass og Ria Novosti"."""
    if phrase is None:
        return ()
    phrase = _with_apposition(sentence, _with_long_title(sentence, phrase))
    phrases, position = [phrase], phrase.end
    while position + 1 < sentence.size and len(phrases) < 8:
        last = "list_words" in sentence.traits[position]
        if not (last or sentence.low[position] == ","):
            break
        item = noun_phrase_at(sentence, position + 1)
        if item is None or item.pronoun or not (item.name or (last and item.head is not None)):
            break
        phrases.append(item)
        position = item.end
        if last:
            return tuple(phrases) if not _verb_follows(sentence, position) else (phrase,)
    return (phrase,)


def _with_long_title(sentence: SentenceContext, phrase: Phrase) -> Phrase:
    """Return the phrase with a coordinated tail: "Organisasjonen for sikkerhet og samarbeid"."""
    position = phrase.end
    if phrase.tail is None or position + 1 >= sentence.size:
        return phrase
    if "list_words" not in sentence.traits[position]:
        return phrase
    item = noun_phrase_at(sentence, position + 1)
    if item is None or item.pronoun or item.head is None or item.name:
        return phrase
    known = sentence.kinds[sentence.low[item.head]]
    return phrase if known else replace(phrase, end=item.end)


def _with_apposition(sentence: SentenceContext, phrase: Phrase) -> Phrase:
    """Return the phrase with the name of its office: "presidenten i Kasakhstan, NN Tokajev,"."""
    position = phrase.end
    if (
        phrase.name
        or phrase.pronoun
        or not _is_role(sentence, phrase)
        or position + 2 >= sentence.size
    ):
        return phrase
    if sentence.low[position] != ",":
        return phrase
    name = noun_phrase_at(sentence, position + 1)
    if name is None or name.name is None or name.head is not None:
        return phrase
    if name.name[1] - name.name[0] < 2:
        return phrase
    return replace(phrase, end=name.end, name=name.name, tail=(phrase.end, name.start))


def _verb_follows(sentence: SentenceContext, position: int) -> bool:
    """Return True where a finite verb follows, so that the last item opens a new clause."""
    if position >= sentence.size or sentence.low[position] in {",", "."}:
        return False
    if sentence.words.verb_second:
        return False
    return any(form.finite for form in sentence.words.verbs.get(sentence.low[position], ()))


def subject_before(sentence: SentenceContext, finite: int) -> tuple[Phrase, ...]:
    """Return the subject that ends before the verb at `finite`."""
    return _subject_ending_at(sentence, skip_adverbs_back(sentence, finite))


def _subject_ending_at(sentence: SentenceContext, end: int) -> tuple[Phrase, ...]:
    if end == 0:
        return ()
    traits = sentence.traits[end - 1]
    if "proper" in traits and (name := _bare_name_before(sentence, end)):
        return (name,)
    if end > 1 and not traits.isdisjoint(_RELATIVES) and _is_relative(sentence, end - 1):
        return _antecedent(sentence, end - 1)
    if "dash" in traits or sentence.low[end - 1] in _CLOSED:
        return _subject_before_aside(sentence, end - 1)
    floor = clause_start(sentence, end)
    if floor and not sentence.traits[floor - 1].isdisjoint(_RELATIVES):
        if inner := _inner_subject(sentence, floor, end):
            return inner
        if floor > 1 and _is_relative(sentence, floor - 1):
            return _over_relative(sentence, floor - 1, end)
    phrase = noun_phrase_at(sentence, floor)
    if phrase is None or phrase.end != end:
        phrase = noun_phrase_before(sentence, end, floor)
    if phrase is not None and phrase.start == floor:
        return (phrase,)
    reduced = phrase is None or _in_participle(sentence, phrase)
    whole = _head_of_reduced_clause(sentence, floor, end) if reduced else ()
    return whole or (_coordinated_subject(sentence, phrase, floor) if phrase else ())


def _bare_name_before(sentence: SentenceContext, end: int) -> Phrase | None:
    """Return the name that is all there is between the beginning of a clause and `end`."""
    traits, start = sentence.traits, end - 1
    while start and "proper" in traits[start - 1] and end - start < LONGEST:
        start -= 1
    before = traits[start - 1] if start else _WALL
    if "wall" not in before or not before.isdisjoint(_BINDING):
        return None
    if end < sentence.size and "past name" not in traits[end]:
        return None
    return Phrase(start, end, None, (start, end))


def _inner_subject(sentence: SentenceContext, floor: int, end: int) -> tuple[Phrase, ...]:
    """Return "critics" of "the deal, which critics say was rushed"."""
    phrase = noun_phrase_at(sentence, floor)
    if phrase is None or phrase.end != end:
        return ()
    kind = sentence.kinds[sentence.low[phrase.head]] if phrase.head is not None else ""
    return (phrase,) if kind or phrase.name or phrase.pronoun else ()


def _in_participle(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return True for "published" of "a survey published this week"."""
    if "prepositions" in sentence.traits[phrase.start - 1]:
        return True
    if phrase.head is None or phrase.end - phrase.start > 1:
        return False
    word = sentence.tokens.words[phrase.head]
    if not sentence.words.piles or sentence.kinds[word]:
        return False
    return bool(sentence.words.participle_form.search(word))


def _head_of_reduced_clause(sentence: SentenceContext, floor: int, end: int) -> tuple[Phrase, ...]:
    """Return "A poll" of "A poll released Monday found"."""
    while floor < end and "connectives" in sentence.traits[floor]:
        floor += 1
    phrase = noun_phrase_at(sentence, floor)
    if phrase is None or phrase.pronoun or phrase.end >= end or not sentence.words.piles:
        return ()
    opens = sentence.words.participle_form.search(sentence.tokens.words[phrase.end])
    return (phrase,) if opens else ()


def _is_relative(sentence: SentenceContext, position: int) -> bool:
    """Return True for "that" of "the union that represents", False for "officials said that"."""
    if "relatives" in sentence.traits[position]:
        return True
    if "soft_relatives" not in sentence.traits[position]:
        return False
    low = sentence.low[position - 1]
    if low in sentence.words.noun_stances:
        return False
    return sentence.kinds[low] in {"person", "institution", "unnamed", "document"}


def _over_relative(sentence: SentenceContext, relative: int, end: int) -> tuple[Phrase, ...]:
    """Return "Videoer som sirkulerer på nettet" whole; after a comma the clause is another."""
    if sentence.low[relative - 1] == ",":
        return ()
    phrase = noun_phrase_before(sentence, relative, clause_start(sentence, relative))
    if phrase is None or phrase.pronoun:
        return ()
    return (replace(phrase, end=end),)


def _coordinated_subject(
    sentence: SentenceContext, phrase: Phrase, floor: int
) -> tuple[Phrase, ...]:
    """Return "FN og EU" where both stand at the head of the clause."""
    position = phrase.start - 1
    if position <= floor or "list_words" not in sentence.traits[position]:
        return (phrase,)
    other = noun_phrase_before(sentence, position, floor)
    if other is None or other.pronoun or skip_adverbs(sentence, floor) < other.start:
        return (phrase,)
    return (other, phrase)


def _antecedent(sentence: SentenceContext, relative: int) -> tuple[Phrase, ...]:
    """Return what "som", "who" stands for; "er blant dem som" stands for the subject."""
    end = relative - 1 if sentence.low[relative - 1] == "," else relative
    if end <= 0:
        return ()
    if end > 1 and "among" in sentence.traits[end - 2]:
        back = skip_adverbs_back(sentence, end - 2)
        if back and "be" in sentence.traits[back - 1]:
            return subject_before(sentence, back - 1)
    phrase = noun_phrase_before(sentence, end, clause_start(sentence, end))
    if phrase is None or phrase.pronoun:
        return ()
    return (_person_of(sentence, phrase, relative),)


def _person_of(sentence: SentenceContext, phrase: Phrase, relative: int) -> Phrase:
    """Return the person that "who" stands for: "Judge Lund" of "the anger of Judge Lund"."""
    personal = "person_relatives" in sentence.traits[relative]
    if not personal or phrase.tail is None or phrase.head is None:
        return phrase
    if sentence.kinds[sentence.low[phrase.head]]:
        return phrase
    inner = noun_phrase_at(sentence, phrase.tail[0])
    return inner if inner is not None and inner.name is not None else phrase


def _subject_before_aside(sentence: SentenceContext, close: int) -> tuple[Phrase, ...]:
    """Return the phrase before an aside: "Dale, som selv har bodd der, forteller"."""
    mark = sentence.low[close]
    opening, traits = {")": "(", ",": ","}.get(mark), sentence.traits
    for position in range(close - 1, max(-1, close - 40), -1):
        low = sentence.low[position]
        if low == opening or (opening is None and "dash" in traits[position]):
            if not _is_aside(sentence, position + 1, close):
                return ()
            phrase = noun_phrase_before(sentence, position, clause_start(sentence, position))
            if phrase is None and sentence.low[position - 1] == ")" and mark != ")":
                return _subject_before_aside(sentence, position - 1)
            if opening is not None and (phrase is None or _is_inner_aside(sentence, phrase)):
                continue
            return (_with_apposition(sentence, phrase),) if phrase and not phrase.pronoun else ()
        if (
            "relatives" in traits[position]
            and opening == ","
            and _opens_sentence(sentence, position)
        ):
            return _antecedent(sentence, position)
        if "stop" in traits[position] and low != ")":
            return ()
    return ()


def _opens_sentence(sentence: SentenceContext, relative: int) -> bool:
    """Return whether the sentence is "Et vitne som kjørte bak bilen, sier": no comma opens it."""
    if not sentence.words.verb_second:
        return False
    position = 0
    while "connectives" in sentence.traits[position]:
        position += 1
    phrase = noun_phrase_at(sentence, position)
    return phrase is not None and phrase.end == relative


def _is_inner_aside(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return whether a phrase is an aside itself: "R-Wis.", "speaking at the dam"."""
    if sentence.words.affiliation_form.search(sentence.low[phrase.start]):
        return True
    first = clause_start(sentence, phrase.end)
    word = sentence.tokens.words[first]
    return first < phrase.start and bool(sentence.words.not_opening_form.search(word))


def _is_aside(sentence: SentenceContext, start: int, end: int) -> bool:
    low, traits = sentence.low[start], sentence.traits[start]
    if sentence.words.piles and sentence.words.participle_form.search(sentence.tokens.words[start]):
        return True
    if not traits.isdisjoint(_ASIDE) or _opens_clause(sentence, traits):
        return True
    if sentence.low[start - 1] == "(":
        return True
    if any("relatives" in near for near in sentence.traits[start : min(start + 4, end)]):
        return True
    if _is_apposition(sentence, start) or sentence.words.affiliation_form.search(low):
        return True
    phrase = noun_phrase_at(sentence, start)
    if phrase is None or phrase.pronoun:
        return False
    return bool(phrase.end == end or _is_role(sentence, phrase))


def _opens_clause(sentence: SentenceContext, traits: frozenset[str]) -> bool:
    """Return True for "while", False for "men": a coordinator, where the verb comes second."""
    coordinates = sentence.words.verb_second and "coordinators" in traits
    return "clause_words" in traits and not coordinates


def _is_apposition(sentence: SentenceContext, start: int) -> bool:
    """Return whether an apposition opens after a name: "Kerr, a nurse and mother of three, "."""
    named = start > 1 and "name" in sentence.traits[start - 2]
    return named and "apposing" in sentence.traits[start]


def _is_role(sentence: SentenceContext, phrase: Phrase) -> bool:
    kind = sentence.kinds[sentence.low[phrase.head]] if phrase.head is not None else ""
    return kind == "person"


def _closes_aside(sentence: SentenceContext, position: int) -> bool:
    """Return whether the comma before the verb closes an aside after a possible subject."""
    parts = sentence.low[position - 1] == "," or "dash" in sentence.traits[position - 1]
    return parts and bool(_subject_before_aside(sentence, position - 1))


def _is_fronted(sentence: SentenceContext, end: int, finite: int) -> bool:
    """Return whether the clause begins with something that is no subject: "I ettermiddag"."""
    traits = sentence.traits
    if end < finite and (end == 0 or "coordinators" in traits[end - 1]):
        return True
    position = clause_start(sentence, end)
    while position < end and "connectives" in traits[position]:
        position += 1
    if position >= end:
        return False
    if position and "fronting" in traits[position - 1]:
        return True
    if not traits[position].isdisjoint(_FRONTED):
        return True
    phrases = sentence.words.phrases.get(sentence.low[position], ())
    return any(kind == "according" for kind, _ in phrases)
