"""What follows a reporting verb: a clause, a quotation, an object, nothing; and whether it fits."""

from __future__ import annotations

from corpus.facts.attributions.grammar.adverbs import skip_adverbs
from corpus.facts.attributions.grammar.lexicon import VerbForm
from corpus.facts.attributions.grammar.noun_phrases import (
    Phrase,
    first_token,
    last_end,
    noun_phrase_at,
)
from corpus.facts.attributions.grammar.sentence_context import SentenceContext
from corpus.facts.attributions.grammar.tokens import QUOTES

# Most tokens between a verb and its "as".
_FRAME = 12
_LED = frozenset({"passed", "asides"})
_ENDING = frozenset({"stop", "dash", "coordinators"})
_CLOSING = frozenset({"stop", "closed"})
_CITING = frozenset({"complementizers", "citing"})
_NEW_SUBJECT = frozenset({"pronouns", "speakers", "proforms", "determiners", "name"})
_PARTED = QUOTES | {",", "!", "?", "…"}
_FINITES = frozenset({"have", "be", "modals", "auxiliaries"})
_FRAMED = frozenset({"determiners", "degrees", "quote"})
_NO_DESCRIPTION = frozenset({"pronouns", "speakers", "name"})
# Most tokens of a title of a book or a programme in quotation marks.
_TITLE = 12


def complement_at(sentence: SentenceContext, position: int) -> str:
    """Return what follows: clause, quote, object, infinitive, about or end."""
    if position >= sentence.size:
        return "end"
    traits = sentence.traits[position]
    if not traits.isdisjoint(_LED):
        position = skip_recipients(sentence, position)
        if position >= sentence.size:
            return "end"
        traits = sentence.traits[position]
    if sentence.low[position] == ",":
        return _complement_after_comma(sentence, position + 1)
    if "complementizers" in traits:
        return "clause"
    if "quote" in traits or sentence.low[position] == ":":
        return "quote"
    if not traits.isdisjoint(_ENDING):
        return "end"
    if "infinitive_mark" in traits:
        return "infinitive"
    return "about" if "prepositions" in traits else "object"


def _complement_after_comma(sentence: SentenceContext, position: int) -> str:
    if position >= sentence.size:
        return "end"
    traits = sentence.traits[position]
    if not traits.isdisjoint(_CITING) or _that_resumes(sentence, position):
        return "clause"
    return "quote" if "quote" in traits else "end"


def _that_resumes(sentence: SentenceContext, position: int) -> bool:
    """Return whether "that" follows an aside: "suggested, without evidence, that"."""
    low, traits = sentence.low, sentence.traits
    for comma in range(position, min(position + _FRAME, sentence.size - 1)):
        if "stop" in traits[comma]:
            return False
        if low[comma] == ",":
            return "that" in traits[comma + 1]
    return False


def content_fits(
    sentence: SentenceContext,
    form: VerbForm,
    after: int,
    side: str,
    subject: tuple[Phrase, ...],
    complement: str,
) -> bool:
    """Return whether the verb has what it must come with; `complement` is what follows it."""
    needs = form.needs
    if side == "previous" or needs == "any":
        return True
    if needs == "speech":
        return _speech_noun_follows(sentence, after)
    if needs == "document" and not _is_document(sentence, subject, after):
        return False
    if needs in {"label", "frame"}:
        named = (
            _label_follows(sentence, after) if needs == "label" else frame_follows(sentence, after)
        )
        return named and not _is_inner_label(sentence, subject)
    if needs == "order":
        return complement == "clause" or _order_follows(sentence, after)
    start = first_token(subject)
    if _follows_quotation(sentence, start) or _is_as_clause(sentence, complement, subject):
        return True
    if needs == "quote":
        return complement in {"clause", "quote"}
    content_first = (
        side == "before"
        and complement == "end"
        and _follows_content(sentence, start)
        and (not sentence.words.piles or any(_may_speak(sentence, it) for it in subject))
    )
    if needs == "clause":
        return content_first or clause_follows(sentence, complement, after)
    if needs == "thought":
        return clause_follows(sentence, complement, after) or thought_clause_follows(
            sentence, after
        )
    follows = complement != "end" or form.particle in sentence.words.group("asides")
    return follows or content_first


def _may_speak(sentence: SentenceContext, phrase: Phrase) -> bool:
    """Return True for "analysts", "Smith", "they", False for "military actions by presidents"."""
    if phrase.pronoun or phrase.name is not None or phrase.head is None:
        return True
    known = sentence.kinds[sentence.low[phrase.head]]
    return bool(known) or "quantifiers" in sentence.traits[phrase.head]


def clause_follows(sentence: SentenceContext, complement: str, after: int) -> bool:
    """Return whether a clause follows, with "that" or without: "said it was over"."""
    return complement == "clause" or complement == "quote" or bare_clause_follows(sentence, after)


def question_follows(sentence: SentenceContext, after: int) -> bool:
    """Return whether "whether", "when", "how" follows: "refused to say when"."""
    position = skip_recipients(sentence, after)
    if position + 1 < sentence.size and "about_that" in sentence.traits[position]:
        position += 1 + (sentence.low[position + 1] == ",")
    asks = position < sentence.size and "questions" in sentence.traits[position]
    return asks or complement_at(sentence, after) == "clause"


def _is_inner_label(sentence: SentenceContext, subject: tuple[Phrase, ...]) -> bool:
    """Return True for "det han kaller «...»", a scare quote inside what another clause says."""
    start = first_token(subject)
    if not start or "label_heads" not in sentence.traits[start - 1]:
        return False
    return sentence.words.piles or any(phrase.pronoun for phrase in subject)


def _is_as_clause(sentence: SentenceContext, complement: str, subject: tuple[Phrase, ...]) -> bool:
    """Return True for "as the Post first reported,", False for "as the brawl continued,"."""
    start = first_token(subject)
    if not start or "frame_words" not in sentence.traits[start - 1] or complement != "end":
        return False
    return not sentence.words.piles or any(_may_speak(sentence, phrase) for phrase in subject)


def _follows_quotation(sentence: SentenceContext, start: int) -> bool:
    """Return whether a quotation ends right before the source: '"Enough," Breck thundered'."""
    return (start > 2 and ends_speech(sentence, start - 2)) or (
        start > 1 and ends_speech(sentence, start - 1)
    )


def ends_speech(sentence: SentenceContext, position: int) -> bool:
    """Return True for the mark after "Enough,", False for 'on "Face the State," she'."""
    low, traits, is_spaced = sentence.low, sentence.traits, sentence.tokens.is_spaced
    if "closing" not in traits[position] or low[position - 1] not in {",", "?", "!", "…"}:
        return False
    if is_spaced(position):
        return False
    for mark in range(position - 1, max(-1, position - _TITLE), -1):
        if "quote" in traits[mark] and (mark == 0 or is_spaced(mark)):
            return mark == 0 or not low[mark - 1][0].isalnum()
    return True


def _follows_content(sentence: SentenceContext, start: int) -> bool:
    """Content stands before the cue when a comma or a quotation mark parts them."""
    near = 2 if sentence.words.piles else 3
    return not _PARTED.isdisjoint(sentence.low[max(0, start - near) : start])


def _is_document(sentence: SentenceContext, subject: tuple[Phrase, ...], after: int) -> bool:
    """Return whether a document speaks, and not aside: "..., with videos that show ..."."""
    last = last_end(subject)
    if last < after and "relatives" in sentence.traits[last]:
        return False
    kinds = {"document", "social", "report", "outlet", "media"}
    return any(
        sentence.kinds[sentence.low[position]] in kinds
        for phrase in subject
        for position in range(phrase.start, phrase.end)
    )


def _speech_noun_follows(sentence: SentenceContext, position: int) -> bool:
    stop = min(position + 6, sentence.size)
    return any(
        sentence.kinds[low] == "speech"
        or sentence.words.noun_stances.get(low, "neutral") != "neutral"
        or low in sentence.words.group("speech_nouns")
        for low in sentence.low[position:stop]
    )


def thought_clause_follows(sentence: SentenceContext, position: int) -> bool:
    """Thought without "that" begins with a new subject: "he thinks the plan is good"."""
    if position >= sentence.size:
        return False
    return sentence.words.piles and not sentence.traits[position].isdisjoint(_NEW_SUBJECT)


def bare_clause_follows(sentence: SentenceContext, position: int) -> bool:
    """Return True for a clause without "that": "suggested she was lying"."""
    if position >= sentence.size:
        return False
    traits = sentence.traits
    if "nominatives" in traits[position]:
        following = traits[position + 1] if position + 1 < sentence.size else frozenset()
        return "alpha" in following and "prepositions" not in following
    phrase = noun_phrase_at(sentence, position)
    after = skip_adverbs(sentence, phrase.end) if phrase else sentence.size
    return after < sentence.size and not traits[after].isdisjoint(_FINITES)


def _label_follows(sentence: SentenceContext, after: int) -> bool:
    """Return whether something is called something: "the plan a sham", "it “unfair”"."""
    near = sentence.low[after : after + 9]
    if any(mark in QUOTES for mark in near[: near.index(",") if "," in near else None]):
        return True
    phrase = noun_phrase_at(sentence, after)
    if phrase is None or phrase.end >= sentence.size:
        return False
    low, traits = sentence.low[phrase.end], sentence.traits[phrase.end]
    if "label_words" in traits:
        return "time" not in sentence.traits[min(phrase.end + 1, sentence.size - 1)]
    if not (phrase.pronoun and "possessives" not in sentence.traits[after]):
        return False
    if "closed" in traits or "determiners" in traits:
        return False
    return "alpha" in traits and not sentence.words.adverb_form.search(low)


def frame_follows(sentence: SentenceContext, after: int) -> bool:
    """Return whether something is seen as something: "regards the law as a threat"."""
    low, traits = sentence.low, sentence.traits
    for position in range(after, min(after + _FRAME, sentence.size - 1)):
        if "stop" in traits[position] or low[position] == ",":
            return False
        if "frame_words" in traits[position]:
            return _is_frame(sentence, position + 1)
    return False


def _is_frame(sentence: SentenceContext, position: int) -> bool:
    """Return True for "as a threat", "as unfair", False for "as night fell"."""
    if not sentence.traits[position].isdisjoint(_FRAMED):
        return True
    if position + 1 < sentence.size:
        after = sentence.traits[position + 1]
        if after.isdisjoint(_CLOSING) and sentence.low[position + 1] != ",":
            return False
    return _may_describe(sentence, position)


def _may_describe(sentence: SentenceContext, position: int) -> bool:
    traits = sentence.traits[position]
    return "alpha" in traits and traits.isdisjoint(_NO_DESCRIPTION)


def _order_follows(sentence: SentenceContext, after: int) -> bool:
    """Return whether somebody is to do something: "ordered the jurors not to read"."""
    phrase = noun_phrase_at(sentence, after)
    if phrase is None:
        return False
    position = min(skip_adverbs(sentence, phrase.end) + 1, sentence.size)
    return any("infinitive_mark" in traits for traits in sentence.traits[after + 1 : position])


def skip_recipients(sentence: SentenceContext, position: int) -> int:
    """Return the token after "to reporters", "til TV 2", "on Tuesday", "in a statement"."""
    for _ in range(3):
        position = skip_adverbs(sentence, position)
        if position + 1 >= sentence.size or "asides" not in sentence.traits[position]:
            break
        phrase = noun_phrase_at(sentence, position + 1)
        if phrase is None or not _is_recipient(sentence, position, phrase):
            break
        position = _skip_posting(sentence, phrase.end)
    return position


def content_start(sentence: SentenceContext, position: int) -> int:
    """Return where the clause begins after "told Reuters on Tuesday"."""
    size, traits, clause = sentence.size, sentence.traits, position
    if position < size and not traits[position].isdisjoint(_LED):
        clause = skip_recipients(sentence, position)
    if clause < size and sentence.low[clause] == ",":
        clause += 1
    return clause if clause < size and "that" in traits[clause] else position


def _skip_posting(sentence: SentenceContext, position: int) -> int:
    """Return the token after "posted on its website", where that follows "in a statement"."""
    if not sentence.words.piles or position + 2 >= sentence.size:
        return position
    word, following = sentence.tokens.words[position], sentence.traits[position + 1]
    if "asides" not in following or not sentence.words.participle_form.search(word):
        return position
    phrase = noun_phrase_at(sentence, position + 2)
    return phrase.end if phrase is not None else position


def _is_recipient(sentence: SentenceContext, position: int, phrase: Phrase) -> bool:
    """Return True for "to reporters", False for "to help"."""
    if "infinitive_mark" not in sentence.traits[position]:
        return True
    known = phrase.head is not None and sentence.kinds[sentence.low[phrase.head]]
    determined = "determiners" in sentence.traits[phrase.start]
    return bool(phrase.name or phrase.pronoun or determined or known)


def skip_connectives(sentence: SentenceContext, position: int) -> int:
    """Return the first token that is no "and", "but", "while"."""
    while position < sentence.size and (
        "connectives" in sentence.traits[position] or "alnum" not in sentence.traits[position]
    ):
        position += 1
    return position
